package cn.doublerandom.draw.view;

import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.drawing.DrawCommand;
import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.exclusion.ExclusionCommand;
import cn.doublerandom.draw.exclusion.ExclusionEvent;
import cn.doublerandom.draw.exclusion.ExclusionList;
import cn.doublerandom.draw.plan.AnnualPlan;
import cn.doublerandom.draw.plan.PlanCommand;
import cn.doublerandom.draw.plan.PlanEvent;
import cn.doublerandom.draw.programme.Programme;
import cn.doublerandom.draw.programme.ProgrammeCommand;
import cn.doublerandom.draw.programme.ProgrammeEvent;
import cn.doublerandom.draw.sealing.KnownSealingKeys;
import cn.doublerandom.draw.sealing.SealingKeyCommand;
import cn.doublerandom.draw.sealing.SealingKeyEvent;
import cn.doublerandom.draw.waiting.application.DrawPendings;
import cn.doublerandom.draw.waiting.application.PlanPendings;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.projection.Projection;
import cn.doublerandom.eventstore.projection.Views;
import cn.doublerandom.servicekit.waiting.PendingFold;
import cn.doublerandom.servicekit.waiting.PendingStreams;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Keeps what waits (待办) in plans, programmes and draws, stream by stream. */
@ApplicationScoped
class WaitingProjection implements Projection {
  private final WaitingView waiting;
  private final PendingFold fold;

  @Inject
  WaitingProjection(
      WaitingView waiting,
      CommandHandler<PlanCommand, PlanEvent, AnnualPlan> plans,
      CommandHandler<ProgrammeCommand, ProgrammeEvent, Programme> programmes,
      CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws,
      CommandHandler<ExclusionCommand, ExclusionEvent, ExclusionList> exclusions,
      CommandHandler<SealingKeyCommand, SealingKeyEvent, KnownSealingKeys> keys) {
    this.waiting = waiting;
    this.fold =
        new PendingFold(
            waiting.rows,
            List.of(
                // Of these streams there are few, and nearly every event is a step.
                new PendingStreams<>(
                    DrawStreams.PLAN::has,
                    types(PlanEvent.class),
                    Set.of(),
                    Set.of("PlanReturned", "AdjustmentRejected"),
                    plans,
                    PlanPendings::of),
                new PendingStreams<>(
                    DrawStreams.PROGRAMME::has,
                    types(ProgrammeEvent.class),
                    Set.of(),
                    Set.of("ProgrammeReturned"),
                    programmes,
                    PlanPendings::of),
                new PendingStreams<>(
                    DrawStreams.TASK::has,
                    types(DrawEvent.class),
                    Set.of(),
                    Set.of("ReplacementEnded", "VoidEnded", "ReleaseEnded"),
                    draws,
                    DrawPendings::of),
                new PendingStreams<>(
                    DrawStreams.EXCLUSIONS::has,
                    types(ExclusionEvent.class),
                    Set.of(),
                    Set.of("ExclusionDeclined"),
                    exclusions,
                    DrawPendings::of),
                new PendingStreams<>(
                    DrawStreams.SEALING_KEY::equals,
                    types(SealingKeyEvent.class),
                    Set.of(),
                    Set.of("SealingKeyDropped"),
                    keys,
                    DrawPendings::of)));
  }

  /** Every event of a kind, those of its parts too. */
  private static Set<String> types(Class<?> events) {
    Set<String> types = new TreeSet<>();
    for (Class<?> event : events.getPermittedSubclasses()) {
      if (event.isSealed()) {
        types.addAll(types(event));
      } else {
        types.add(event.getSimpleName());
      }
    }
    return types;
  }

  @Override
  public String name() {
    return "waiting";
  }

  /**
   * 2: before the commit it says what is missing for it, and commits nothing that lacks it; 3: who
   * asked is told that it was not agreed to.
   */
  @Override
  public int version() {
    return 3;
  }

  @Override
  public List<String> tables() {
    return List.of(waiting.rows.table());
  }

  @Override
  public Uni<Void> apply(List<LedgerEntry> entries, Views views) {
    return fold.apply(entries, views);
  }
}
