package cn.doublerandom.draw.plan.rest;

import cn.doublerandom.draw.plan.AnnualPlan;
import cn.doublerandom.draw.plan.PlanEvent;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.servicekit.rest.Answers;
import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.RestResponse;

/** The answer to a command: the plan after it. */
final class PlanAnswers {
  private PlanAnswers() {}

  /** For a step of the plan's way. */
  static Uni<RestResponse<PlanViews.PlanState>> taken(
      String planKey, Uni<Handled<PlanEvent, AnnualPlan>> step) {
    return step.map(handled -> Answers.created(handled, plan -> PlanViews.state(planKey, plan)));
  }

  /** For a decision that may be made again. */
  static Uni<RestResponse<PlanViews.PlanState>> decided(
      String planKey, Uni<Handled<PlanEvent, AnnualPlan>> decision) {
    return decision.map(handled -> Answers.ok(handled, plan -> PlanViews.state(planKey, plan)));
  }
}
