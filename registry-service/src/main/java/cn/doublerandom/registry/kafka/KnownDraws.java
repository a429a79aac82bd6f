package cn.doublerandom.registry.kafka;

import cn.doublerandom.contracts.DrawCommitted;
import cn.doublerandom.contracts.DrawExecuted;
import cn.doublerandom.contracts.DrawOpened;
import cn.doublerandom.contracts.DrawVoided;
import cn.doublerandom.contracts.broker.Topic;
import cn.doublerandom.eventstore.inbox.InboxRecord;
import cn.doublerandom.registry.drawn.KnownDraw;
import cn.doublerandom.servicekit.messaging.DocumentReplica;
import cn.doublerandom.servicekit.messaging.Integration;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/** The draws as rows: whose lists are frozen, who was drawn, and what was voided. */
@ApplicationScoped
class KnownDraws extends DocumentReplica<KnownDraw> {
  static final String SOURCE = Topic.DRAW_EVENTS.address();

  KnownDraws() {
    super(
        "known_draws",
        1,
        SOURCE,
        KnownDraw.class,
        Set.of(DrawCommitted.class, DrawExecuted.class, DrawOpened.class, DrawVoided.class));
  }

  @Override
  protected Doing<KnownDraw> doing(InboxRecord message) {
    return Integration.read(message, DrawCommitted.class)
        .map(KnownDraws::committed)
        .or(() -> Integration.read(message, DrawExecuted.class).map(KnownDraws::executed))
        .or(() -> Integration.read(message, DrawOpened.class).map(KnownDraws::opened))
        .or(() -> Integration.read(message, DrawVoided.class).map(KnownDraws::voided))
        .orElseThrow(() -> new IllegalStateException("tells of no draw: " + message.type()));
  }

  private static Doing<KnownDraw> committed(DrawCommitted e) {
    return new Doing<>(
        e.drawId(), before -> Optional.of(KnownDraw.frozen(e.drawId(), e.frameSize())));
  }

  private static Doing<KnownDraw> executed(DrawExecuted e) {
    return new Doing<>(
        e.drawId(),
        before ->
            Optional.of(
                before
                    .orElseGet(() -> KnownDraw.frozen(e.drawId(), e.frameSize()))
                    .drawn(e.executedOn(), e.selected())));
  }

  private static Doing<KnownDraw> opened(DrawOpened e) {
    return new Doing<>(
        e.drawId(),
        before ->
            Optional.of(
                before
                    .orElseGet(() -> KnownDraw.frozen(e.drawId(), e.frameSize()))
                    .drawn(e.openedOn(), e.selected())));
  }

  private static Doing<KnownDraw> voided(DrawVoided e) {
    return new Doing<>(
        e.drawId(),
        before -> Optional.of(before.orElseGet(() -> KnownDraw.frozen(e.drawId(), 0)).voided()));
  }
}
