package cn.doublerandom.draw.drawing.application;

import cn.doublerandom.bureau.rules.RuleBook;
import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.PlanRejection;
import cn.doublerandom.draw.drawing.Combination;
import cn.doublerandom.draw.drawing.Overlaps;
import cn.doublerandom.draw.plan.AnnualPlan;
import cn.doublerandom.draw.plan.PlanCommand;
import cn.doublerandom.draw.plan.PlanContent;
import cn.doublerandom.draw.plan.PlanEvent;
import cn.doublerandom.draw.plan.PlanOverlap;
import cn.doublerandom.draw.register.Register;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.servicekit.identity.AskedHere;
import cn.doublerandom.servicekit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executor;

/** Compares the frames the tasks of a plan would have. */
@ApplicationScoped
public class PlanOverlaps {
  private final CommandHandler<PlanCommand, PlanEvent, AnnualPlan> plans;
  private final Register register;
  private final RuleBook rules;

  @Inject
  PlanOverlaps(
      CommandHandler<PlanCommand, PlanEvent, AnnualPlan> plans, Register register, RuleBook rules) {
    this.plans = plans;
    this.register = register;
    this.rules = rules;
  }

  /** Which tasks meet at the same firms and items, as of the day. */
  public Uni<PlanOverlap> of(String planKey, LocalDate today) {
    Executor here = AskedHere.executor();
    return plans
        .load(DrawStreams.PLAN.of(planKey))
        .map(loaded ->
            loaded
                .state()
                .says()
                .orElseThrow(() -> new ProblemException(PlanRejection.PLAN_UNKNOWN)))
        .flatMap(content ->
            Uni.createFrom()
                .completionStage(() -> register.known(today))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(snapshot -> overlaps(content, new FrameAssembly(snapshot, rules, today))))
        .emitOn(here);
  }

  /** Of the tasks that have a scope and stand alone so far. */
  static PlanOverlap overlaps(PlanContent content, FrameAssembly assembly) {
    List<Combination.Partner> open =
        content.table().tasks().stream()
            .filter(t -> content.scopes().containsKey(t.key()))
            .filter(t -> !content.combinations().containsKey(t.key()))
            .filter(t -> content.drawnWith(t.key()).isEmpty())
            .map(t -> assembly.partner(t, content))
            .toList();
    return Overlaps.of(
        open, assembly.members(open, assembly.exclusions()), assembly.drawable().size());
  }
}
