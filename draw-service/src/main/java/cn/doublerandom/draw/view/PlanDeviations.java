package cn.doublerandom.draw.view;

import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.drawing.Deviation.Kind;
import cn.doublerandom.draw.plan.AnnualPlan;
import cn.doublerandom.draw.plan.DeadlineCommand;
import cn.doublerandom.draw.plan.DeadlineEvent;
import cn.doublerandom.draw.plan.PlanCommand;
import cn.doublerandom.draw.plan.PlanDeadline;
import cn.doublerandom.draw.plan.PlanEvent;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.eventstore.StoredEvent;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was changed of a plan after its approval, and which of its steps came late. */
record PlanDeviations(
    CommandHandler<PlanCommand, PlanEvent, AnnualPlan> plans,
    CommandHandler<DeadlineCommand, DeadlineEvent, Map<String, PlanDeadline.State>> deadlines) {
  Optional<Said> ofDeadline(StoredEvent event) {
    String plan = DrawStreams.DEADLINE.id(event.stream());
    return switch (deadlines.decode(event)) {
      case DeadlineEvent.DeadlineAlarmed(var step, var state, var due, var on, var doneOn) ->
          switch (state) {
            case OVERDUE -> Optional.of(Said.noted(Kind.PLAN_STEP_OVERDUE, plan, step));
            case DONE_LATE ->
                Optional.of(
                    Said.noted(
                        Kind.PLAN_STEP_LATE,
                        plan,
                        doneOn == null ? step : "%s（%s 补办）".formatted(step, doneOn)));
            case OPEN, DUE_SOON, DONE -> Optional.empty();
          };
    };
  }

  Uni<Optional<Said>> ofPlan(StoredEvent event, Scope scope) {
    PlanEvent happened = plans.decode(event);
    return happened instanceof PlanEvent.AdjustmentApproved approved
        ? adjusted(event, approved, scope)
        : Uni.createFrom().item(together(event, happened));
  }

  /** Before the approval nobody was asked: whoever approves sees what is drawn together. */
  private static Optional<Said> together(StoredEvent event, PlanEvent happened) {
    String plan = DrawStreams.PLAN.id(event.stream());
    if (happened instanceof PlanEvent.TasksCombined c && c.askedBy() != null) {
      String tasks = c.lead() + "、" + String.join("、", c.others());
      return Optional.of(
          new Said(Kind.TASKS_COMBINED, plan, tasks, c.reason(), List.of(c.askedBy(), c.by())));
    }
    return happened instanceof PlanEvent.TasksSeparated s && s.askedBy() != null
        ? Optional.of(
            new Said(
                Kind.TASKS_SEPARATED, plan, s.lead(), s.reason(), List.of(s.askedBy(), s.by())))
        : Optional.empty();
  }

  private Uni<Optional<Said>> adjusted(
      StoredEvent event, PlanEvent.AdjustmentApproved approved, Scope scope) {
    return plans
        .within(scope)
        .stateAt(event.stream(), event.version() - 1)
        .map(before ->
            before instanceof AnnualPlan.Adjusting adjusting
                ? Optional.of(
                    new Said(
                        Kind.PLAN_ADJUSTED,
                        DrawStreams.PLAN.id(event.stream()),
                        "",
                        adjusting.reason(),
                        List.of(adjusting.by(), approved.by())))
                : Optional.empty());
  }
}
