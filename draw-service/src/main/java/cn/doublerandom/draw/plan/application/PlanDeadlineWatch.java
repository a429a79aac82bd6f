package cn.doublerandom.draw.plan.application;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.plan.AnnualPlan;
import cn.doublerandom.draw.plan.DeadlineCommand;
import cn.doublerandom.draw.plan.DeadlineEvent;
import cn.doublerandom.draw.plan.PlanCommand;
import cn.doublerandom.draw.plan.PlanDeadline;
import cn.doublerandom.draw.plan.PlanEvent;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.time.Watch;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * Looks every few minutes how the plan of this year stands against its last days (R25). What it
 * notes is told to everybody; two replicas at once note it once.
 */
@ApplicationScoped
class PlanDeadlineWatch implements Watch {
  private final CommandHandler<PlanCommand, PlanEvent, AnnualPlan> plans;
  private final CommandHandler<DeadlineCommand, DeadlineEvent, Map<String, PlanDeadline.State>>
      deadlines;
  private final Clock clock;

  @Inject
  PlanDeadlineWatch(
      CommandHandler<PlanCommand, PlanEvent, AnnualPlan> plans,
      CommandHandler<DeadlineCommand, DeadlineEvent, Map<String, PlanDeadline.State>> deadlines,
      Clock clock) {
    this.plans = plans;
    this.deadlines = deadlines;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "the last days of the plan";
  }

  @Override
  public When when() {
    return new When.Every("{suite.plan-watch}");
  }

  @Override
  public Uni<Void> look(BureauKey bureau) {
    Instant now = clock.instant();
    LocalDate today = BusinessClock.day(now);
    String plan = DrawStreams.planKey(bureau, Integer.toString(today.getYear()));
    return plans
        .load(DrawStreams.PLAN.of(plan))
        .flatMap(loaded ->
            deadlines.handle(
                DrawStreams.DEADLINE.of(plan),
                new DeadlineCommand.NoteDeadlines(
                    PlanDeadline.of(today.getYear(), loaded.state().dates(), today),
                    !(loaded.state() instanceof AnnualPlan.Absent),
                    today),
                context(plan, now)))
        .replaceWithVoid();
  }

  private static CommandContext context(String plan, Instant now) {
    return CommandContext.byItself("deadlines", now, plan);
  }
}
