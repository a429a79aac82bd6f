package cn.doublerandom.draw.plan;

import static cn.doublerandom.draw.DrawRejection.PLAN_ALREADY_PUBLISHED;
import static cn.doublerandom.draw.DrawRejection.PLAN_UNKNOWN;
import static cn.doublerandom.draw.DrawRejection.TASK_SCOPE_MISSING;
import static cn.doublerandom.draw.DrawRejection.TASK_UNKNOWN;
import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;

import cn.doublerandom.draw.plan.AnnualPlan.Absent;
import cn.doublerandom.draw.plan.AnnualPlan.Draft;
import cn.doublerandom.draw.plan.AnnualPlan.Published;
import cn.doublerandom.draw.plan.PlanCommand.DefineTaskScope;
import cn.doublerandom.draw.plan.PlanCommand.ImportPlan;
import cn.doublerandom.draw.plan.PlanCommand.PublishPlan;
import cn.doublerandom.draw.plan.PlanEvent.PlanImported;
import cn.doublerandom.draw.plan.PlanEvent.PlanPublished;
import cn.doublerandom.draw.plan.PlanEvent.TaskScopeDefined;
import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** 抽查工作计划的制定和公示 (二(二), R25, R71). */
public final class PlanDecider implements Decider<PlanCommand, PlanEvent, AnnualPlan> {
  @Override
  public AnnualPlan initial() {
    return new Absent();
  }

  @Override
  public Decision<PlanEvent> decide(PlanCommand command, AnnualPlan plan) {
    return switch (command) {
      case ImportPlan(var table) -> load(table, plan);
      case DefineTaskScope define -> define(define, plan);
      case PublishPlan publish -> publish(publish, plan);
    };
  }

  private static Decision<PlanEvent> load(PlanTable table, AnnualPlan plan) {
    return switch (plan) {
      case Published published -> reject(PLAN_ALREADY_PUBLISHED);
      case Draft(var known, var scopes) when known.equals(table) -> accept();
      case Draft draft -> accept(new PlanImported(table));
      case Absent() -> accept(new PlanImported(table));
    };
  }

  private static Decision<PlanEvent> define(DefineTaskScope define, AnnualPlan plan) {
    return switch (plan) {
      case Absent() -> reject(PLAN_UNKNOWN);
      case Published published -> reject(PLAN_ALREADY_PUBLISHED);
      case Draft draft when draft.find(define.task()).isEmpty() ->
          reject(TASK_UNKNOWN, "task", define.task());
      case Draft draft when draft.scope(define.task()).equals(Optional.of(define.scope())) ->
          accept();
      case Draft draft -> accept(new TaskScopeDefined(define.task(), define.scope()));
    };
  }

  private static Decision<PlanEvent> publish(PublishPlan publish, AnnualPlan plan) {
    return switch (plan) {
      case Absent() -> reject(PLAN_UNKNOWN);
      case Published published -> reject(PLAN_ALREADY_PUBLISHED);
      case Draft draft -> {
        // Without a scope nobody could later say who belonged into the frame and who did not.
        Optional<PlanTask> open =
            draft.table().tasks().stream().filter(t -> draft.scope(t.key()).isEmpty()).findFirst();
        yield open.isPresent()
            ? reject(TASK_SCOPE_MISSING, "task", open.get().key())
            : accept(new PlanPublished(publish.today()));
      }
    };
  }

  @Override
  public AnnualPlan evolve(AnnualPlan plan, PlanEvent event) {
    return switch (event) {
      case PlanImported(var table) ->
          new Draft(table, plan instanceof Draft draft ? draft.scopes() : Map.of());
      case TaskScopeDefined(var task, var scope) -> {
        Draft draft = draft(plan);
        Map<String, TaskScope> scopes = new HashMap<>(draft.scopes());
        scopes.put(task, scope);
        yield new Draft(draft.table(), Map.copyOf(scopes));
      }
      case PlanPublished(var on) -> new Published(draft(plan).table(), draft(plan).scopes(), on);
    };
  }

  private static Draft draft(AnnualPlan plan) {
    if (plan instanceof Draft draft) {
      return draft;
    }
    throw new IllegalStateException("only a draft changes");
  }
}
