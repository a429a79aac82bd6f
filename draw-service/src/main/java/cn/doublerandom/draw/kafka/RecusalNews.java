package cn.doublerandom.draw.kafka;

import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.drawing.DrawCommand;
import cn.doublerandom.draw.drawing.DrawDirectory;
import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.register.KnownEntry.KnownInspector;
import cn.doublerandom.draw.register.KnownEntry.KnownRecusal;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.inbox.InboxRecord;
import cn.doublerandom.servicekit.messaging.Integration;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A recusal that arrives while draws are frozen or done becomes a fact of each of them that knows
 * the inspector and the subject (R65). Told twice, it is noted once.
 */
@ApplicationScoped
class RecusalNews {
  private static final int MOST_DRAWS = 100_000;

  private final Clock clock;
  private final DrawDirectory directory;
  private final CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws;

  @Inject
  RecusalNews(
      Clock clock,
      DrawDirectory directory,
      CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws) {
    this.clock = clock;
    this.directory = directory;
    this.draws = draws;
  }

  /** Follows what a message made of an inspector's row, in the same transaction. */
  Uni<Void> follow(
      InboxRecord message, EventStore store, Optional<KnownInspector> before, KnownInspector now) {
    List<DrawCommand.Declared> declared = declared(before, now);
    if (declared.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    LocalDate today = BusinessClock.day(clock.instant());
    return Uni.createFrom()
        .completionStage(() -> directory.all(MOST_DRAWS))
        .onItem()
        .transformToMulti(all -> Multi.createFrom().iterable(all))
        .filter(draw -> !draw.phase().equals("VOIDED"))
        .onItem()
        .transformToUniAndConcatenate(draw ->
            draws
                .over(store)
                .handle(
                    DrawStreams.taskOfDraw(draw.drawId()),
                    new DrawCommand.NoteRecusals(draw.drawId(), declared, today),
                    Integration.context(message, clock)))
        .collect()
        .last()
        .replaceWithVoid();
  }

  /** The recusals an inspector did not have before. */
  private static List<DrawCommand.Declared> declared(
      Optional<KnownInspector> before, KnownInspector now) {
    List<KnownRecusal> known = before.map(KnownInspector::recusals).orElse(List.of());
    return now.recusals().stream()
        .filter(recusal -> known.stream().noneMatch(recusal::isSame))
        .map(r -> new DrawCommand.Declared(r.subject(), now.id(), r.reason(), r.from(), r.until()))
        .toList();
  }
}
