package cn.doublerandom.publication.application;

import cn.doublerandom.publication.notice.DrawNotice;
import cn.doublerandom.publication.notice.PlanNotice;
import cn.doublerandom.publication.notice.PlanTask;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A draw with the row of the plan it belongs to.
 *
 * @param authority 检查机关, the bureau
 * @param others rows of the other tasks drawn as one with it
 */
public record PlannedDraw(DrawNotice draw, PlanTask task, String authority, List<PlanTask> others) {
  /** Where no plan was told of, or it does not have the task, the row is the bare numbers. */
  static PlannedDraw of(DrawNotice draw, Map<String, PlanNotice> plans) {
    Optional<PlanNotice> own = Optional.ofNullable(plans.get(draw.planKey()));
    return new PlannedDraw(
        draw,
        PlanTask.of(own, draw.planId(), draw.taskId()),
        own.map(PlanNotice::issuer).orElse(""),
        draw.others().stream().map(key -> row(key, draw, plans)).toList());
  }

  private static PlanTask row(String task, DrawNotice draw, Map<String, PlanNotice> plans) {
    int end = task.lastIndexOf('-');
    String planNumber = task.substring(0, end);
    return PlanTask.of(
        Optional.ofNullable(plans.get(draw.planKey(planNumber))),
        planNumber,
        task.substring(end + 1));
  }
}
