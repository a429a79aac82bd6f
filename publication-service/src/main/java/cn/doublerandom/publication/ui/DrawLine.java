package cn.doublerandom.publication.ui;

import cn.doublerandom.publication.application.PlannedDraw;
import cn.doublerandom.publication.notice.DrawNotice;
import cn.doublerandom.publication.notice.PlanTask;
import java.util.List;

/**
 * A draw with the row of the plan it belongs to.
 *
 * @param authority 检查机关, the bureau
 * @param others rows of the other tasks drawn as one with it
 */
public record DrawLine(DrawNotice draw, PlanTask task, String authority, List<PlanTask> others) {
  static DrawLine of(PlannedDraw planned) {
    return new DrawLine(planned.draw(), planned.task(), planned.authority(), planned.others());
  }

  /** Whether somebody may have been visited by it: what was found before a void stays public. */
  public boolean mayHaveResults() {
    return draw.phase().equals("EXECUTED")
        || (draw.phase().equals("VOIDED") && !draw.selected().isEmpty());
  }

  /** How its bundle is called where it is kept. */
  public String bundleName() {
    return draw.drawId() + ".json";
  }
}
