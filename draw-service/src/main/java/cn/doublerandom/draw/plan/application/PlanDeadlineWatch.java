package cn.doublerandom.draw.plan.application;

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
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Looks every few minutes how the plan of this year stands against its last days (R25). What it
 * notes is told to everybody; two replicas at once note it once.
 */
@ApplicationScoped
class PlanDeadlineWatch {
  private static final Logger LOG = Logger.getLogger(PlanDeadlineWatch.class);

  private final CommandHandler<PlanCommand, PlanEvent, AnnualPlan> plans;
  private final CommandHandler<DeadlineCommand, DeadlineEvent, Map<String, PlanDeadline.State>>
      deadlines;
  private final Clock clock;
  private final String region;
  private final boolean replay;

  @Inject
  PlanDeadlineWatch(
      CommandHandler<PlanCommand, PlanEvent, AnnualPlan> plans,
      CommandHandler<DeadlineCommand, DeadlineEvent, Map<String, PlanDeadline.State>> deadlines,
      Clock clock,
      @ConfigProperty(name = "suite.region") String region,
      @ConfigProperty(name = "suite.replay.into") Optional<String> replayInto) {
    this.plans = plans;
    this.deadlines = deadlines;
    this.clock = clock;
    this.region = region;
    this.replay = replayInto.isPresent();
  }

  @Scheduled(every = "{suite.plan-watch}", concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> look() {
    if (replay) {
      return Uni.createFrom().voidItem();
    }
    Instant now = clock.instant();
    LocalDate today = BusinessClock.day(now);
    String plan = region + "-" + today.getYear();
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
        .onFailure()
        .invoke(e -> LOG.warn("the last days of the plan were not looked at: " + e.getMessage()))
        .replaceWithVoid();
  }

  private static CommandContext context(String plan, Instant now) {
    return new CommandContext(
        "deadlines",
        now,
        Clock.systemUTC().instant(),
        plan,
        plan,
        Optional.empty(),
        OptionalLong.empty());
  }
}
