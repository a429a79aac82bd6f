package cn.doublerandom.draw.plan.rest;

import cn.doublerandom.draw.DrawRejection;
import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.plan.AnnualPlan;
import cn.doublerandom.draw.plan.PlanCommand;
import cn.doublerandom.draw.plan.PlanContent;
import cn.doublerandom.draw.plan.PlanEvent;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.Requests;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/** A command to a plan and the answer with the plan after it. */
@ApplicationScoped
class PlanSteps {
  private final CommandHandler<PlanCommand, PlanEvent, AnnualPlan> plans;
  private final Requests requests;

  @Inject
  PlanSteps(CommandHandler<PlanCommand, PlanEvent, AnnualPlan> plans, Requests requests) {
    this.plans = plans;
    this.requests = requests;
  }

  /** For a step of the plan's way. */
  Uni<RestResponse<PlanViews.PlanState>> taken(String planKey, PlanCommand command, Object body) {
    return handled(planKey, command, body)
        .map(handled -> Answers.created(handled, plan -> PlanViews.state(planKey, plan)));
  }

  /** For a decision that may be made again. */
  Uni<RestResponse<PlanViews.PlanState>> decided(String planKey, PlanCommand command, Object body) {
    return handled(planKey, command, body)
        .map(handled -> Answers.ok(handled, plan -> PlanViews.state(planKey, plan)));
  }

  private Uni<Handled<PlanEvent, AnnualPlan>> handled(
      String planKey, PlanCommand command, Object body) {
    return plans.handle(DrawStreams.PLAN + planKey, command, requests.context(body));
  }

  /** What is worked on, else what is published. */
  Uni<PlanContent> content(String planKey) {
    return plans
        .load(DrawStreams.PLAN + planKey)
        .map(loaded ->
            (loaded.state() instanceof AnnualPlan.Adjusting adjusting
                    ? Optional.of(adjusting.proposal())
                    : loaded.state().says())
                .orElseThrow(() -> new ProblemException(DrawRejection.PLAN_UNKNOWN)));
  }
}
