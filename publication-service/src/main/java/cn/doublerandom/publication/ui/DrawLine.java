package cn.doublerandom.publication.ui;

import cn.doublerandom.publication.notice.Noted;
import java.util.List;
import java.util.Map;

/**
 * A draw with the row of the plan it belongs to.
 *
 * @param authority 检查机关, the bureau
 * @param others rows of the other tasks drawn as one with it
 */
public record DrawLine(
    Noted.DrawNotice draw, Noted.Task task, String authority, List<Noted.Task> others) {
  static DrawLine of(Noted.DrawNotice draw, Map<String, Noted.PlanNotice> plans) {
    return new DrawLine(
        draw, Noted.task(plans, draw), Noted.authority(plans, draw), Noted.others(plans, draw));
  }

  /** How far it has come, in words. */
  public String phase() {
    return switch (draw.phase()) {
      case "COMMITTED" -> "已承诺，待抽取";
      case "SEALED" -> "已抽取，名单密封";
      case "EXECUTED" -> "已抽取";
      case "VOIDED" -> "已作废";
      default -> draw.phase();
    };
  }
}
