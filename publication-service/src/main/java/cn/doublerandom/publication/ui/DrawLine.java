package cn.doublerandom.publication.ui;

import cn.doublerandom.publication.application.PlannedDraw;
import cn.doublerandom.publication.notice.DrawNotice;
import cn.doublerandom.publication.notice.DrawSealing;
import cn.doublerandom.publication.notice.PlanTask;
import cn.doublerandom.servicekit.time.BusinessClock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * A draw with the row of the plan it belongs to, in words.
 *
 * @param authority 检查机关, the bureau
 * @param others rows of the other tasks drawn as one with it
 */
public record DrawLine(DrawNotice draw, PlanTask task, String authority, List<PlanTask> others) {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(BusinessClock.SHANGHAI);

  static DrawLine of(PlannedDraw planned) {
    return new DrawLine(planned.draw(), planned.task(), planned.authority(), planned.others());
  }

  /** Whether somebody may have been visited by it: what was found before a void stays public. */
  public boolean mayHaveResults() {
    return draw.phase().equals("EXECUTED")
        || (draw.phase().equals("VOIDED") && !draw.selected().isEmpty());
  }

  /** Until when it must be drawn or voided, Beijing time. */
  public String executeBy() {
    return MINUTE.format(Instant.parse(draw.executeBy()));
  }

  /** When it should have been drawn, Beijing time; empty where it was or still can be. */
  public String overdueSince() {
    String due = draw.overdueSince();
    return due == null ? "" : MINUTE.format(Instant.parse(due));
  }

  /** Until when a sealed list is opened, Beijing time; empty where nothing is sealed. */
  public String openBy() {
    DrawSealing sealing = draw.sealing();
    return sealing == null ? "" : MINUTE.format(Instant.parse(sealing.openBy()));
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
