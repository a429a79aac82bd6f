package cn.doublerandom.draw.plan.application;

import cn.doublerandom.draw.plan.AnnualPlan;
import cn.doublerandom.draw.plan.PlanChange;
import cn.doublerandom.draw.plan.PlanCommand;
import cn.doublerandom.draw.plan.PlanDecider;
import cn.doublerandom.draw.plan.PlanEvent;
import cn.doublerandom.draw.plan.PlanTable;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Metadata;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What happened to a plan: who did what, when and why, and every edition of its table. */
@ApplicationScoped
public class PlanStory {
  private static final PlanDecider RULES = new PlanDecider();

  private final EventStore store;
  private final CommandHandler<PlanCommand, PlanEvent, AnnualPlan> plans;

  @Inject
  PlanStory(EventStore store, CommandHandler<PlanCommand, PlanEvent, AnnualPlan> plans) {
    this.store = store;
    this.plans = plans;
  }

  /**
   * One event with its circumstances.
   *
   * @param day of the business
   * @param recorded the real day of the recording
   */
  public record Happened(
      PlanEvent event, long version, String by, LocalDate day, LocalDate recorded) {}

  /**
   * A table that was taken, edited or published.
   *
   * @param number of the published version, from 1; 0 of a draft
   * @param changes everything in which it differs from the one before; none of the first
   */
  public record Edition(
      int number, LocalDate on, String by, PlanTable table, List<PlanChange> changes) {}

  /**
   * All of it.
   *
   * @param happened oldest first
   * @param editions oldest first
   */
  public record Told(List<Happened> happened, List<Edition> editions) {
    public Told {
      happened = List.copyOf(happened);
      editions = List.copyOf(editions);
    }

    /** The last event of a kind. */
    public <E extends PlanEvent> Optional<Happened> last(Class<E> kind) {
      return happened.stream().filter(h -> kind.isInstance(h.event())).reduce((a, b) -> b);
    }

    /** The last submission, or what brought the plan back from it. */
    public Optional<Happened> lastDecision() {
      return happened.stream()
          .filter(h ->
              h.event() instanceof PlanEvent.PlanSubmitted
                  || h.event() instanceof PlanEvent.PlanReturned
                  || h.event() instanceof PlanEvent.AdjustmentProposed
                  || h.event() instanceof PlanEvent.AdjustmentRejected)
          .reduce((a, b) -> b);
    }
  }

  /** Everything that was recorded of a plan. */
  public Uni<Told> of(String planKey) {
    return store
        .asked()
        .flatMap(asked -> asked.load(List.of(Plans.stream(planKey))))
        .map(this::told);
  }

  private Told told(List<StoredEvent> events) {
    List<Happened> happened = new ArrayList<>();
    List<Edition> editions = new ArrayList<>();
    AnnualPlan plan = RULES.initial();
    for (StoredEvent stored : events) {
      Metadata known = Metadata.of(stored);
      PlanEvent event = plans.decode(stored);
      plan = RULES.evolve(plan, event);
      var one =
          new Happened(
              event,
              stored.version(),
              known.actor(),
              BusinessClock.day(known.at()),
              BusinessClock.day(known.recordedAt()));
      happened.add(one);
      edition(one, plan, editions);
    }
    return new Told(happened, editions);
  }

  private static void edition(Happened one, AnnualPlan plan, List<Edition> editions) {
    boolean isTable =
        one.event() instanceof PlanEvent.PlanImported
            || one.event() instanceof PlanEvent.PlanPublished;
    if (isTable) {
      PlanTable table = plan.says().orElseThrow().table();
      int number = plan instanceof AnnualPlan.Published published ? published.version() : 0;
      List<PlanChange> changes =
          editions.isEmpty() ? List.of() : PlanChange.between(editions.getLast().table(), table);
      editions.add(new Edition(number, one.day(), one.by(), table, changes));
    }
  }
}
