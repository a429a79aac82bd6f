package cn.doublerandom.publication.application;

import cn.doublerandom.publication.notice.DrawNotice;
import cn.doublerandom.publication.notice.PlanNotice;
import cn.doublerandom.publication.notice.PlanTask;
import cn.doublerandom.publication.result.ResultNotice;
import java.util.Map;
import java.util.Optional;

/**
 * A result with the row of the plan it came from.
 *
 * @param authority 检查机关, the bureau; empty where the plan was not told
 */
public record PlannedResult(ResultNotice result, PlanTask task, String authority) {
  static PlannedResult of(
      ResultNotice result, Map<String, DrawNotice> draws, Map<String, PlanNotice> plans) {
    var c = result.content();
    Optional<PlanNotice> plan =
        Optional.ofNullable(draws.get(c.drawId())).map(d -> plans.get(d.planKey()));
    return of(result, plan);
  }

  /** A result and the plan of its draw, as far as that was told. */
  public static PlannedResult of(ResultNotice result, Optional<PlanNotice> plan) {
    var c = result.content();
    return new PlannedResult(
        result, PlanTask.of(plan, c.planId(), c.taskId()), plan.map(PlanNotice::issuer).orElse(""));
  }
}
