package cn.doublerandom.publication.ui;

import cn.doublerandom.publication.notice.DrawNotice;
import cn.doublerandom.publication.notice.PlanNotice;
import cn.doublerandom.publication.notice.PlanTask;
import java.util.List;
import java.util.Map;

/**
 * A draw with the row of the plan it belongs to.
 *
 * @param authority 检查机关, the bureau
 * @param others rows of the other tasks drawn as one with it
 */
public record DrawLine(DrawNotice draw, PlanTask task, String authority, List<PlanTask> others) {
  static DrawLine of(DrawNotice draw, Map<String, PlanNotice> plans) {
    return new DrawLine(draw, draw.task(plans), draw.authority(plans), draw.otherTasks(plans));
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
