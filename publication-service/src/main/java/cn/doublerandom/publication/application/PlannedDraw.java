package cn.doublerandom.publication.application;

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
public record PlannedDraw(DrawNotice draw, PlanTask task, String authority, List<PlanTask> others) {
  static PlannedDraw of(DrawNotice draw, Map<String, PlanNotice> plans) {
    return new PlannedDraw(draw, draw.task(plans), draw.authority(plans), draw.otherTasks(plans));
  }
}
