package cn.doublerandom.draw.kafka;

import cn.doublerandom.draw.drawing.DeclaredRecusal;
import cn.doublerandom.draw.drawing.application.RecusalReview;
import cn.doublerandom.draw.register.KnownEntry.KnownInspector;
import cn.doublerandom.draw.register.KnownEntry.KnownRecusal;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.inbox.InboxRecord;
import cn.doublerandom.servicekit.messaging.Integration;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Hears of recusals an inspector did not have before; the draws follow. */
@ApplicationScoped
class RecusalNews {
  private final Clock clock;
  private final RecusalReview recusals;

  @Inject
  RecusalNews(Clock clock, RecusalReview recusals) {
    this.clock = clock;
    this.recusals = recusals;
  }

  /** Follows what a message made of an inspector's row, in the same transaction. */
  Uni<Void> follow(
      InboxRecord message, EventStore store, Optional<KnownInspector> before, KnownInspector now) {
    List<DeclaredRecusal> declared = declared(before, now);
    return declared.isEmpty()
        ? Uni.createFrom().voidItem()
        : recusals.follow(declared, () -> Integration.context(message, clock), store);
  }

  /** The recusals an inspector did not have before. */
  private static List<DeclaredRecusal> declared(
      Optional<KnownInspector> before, KnownInspector now) {
    List<KnownRecusal> known = before.map(KnownInspector::recusals).orElse(List.of());
    return now.recusals().stream()
        .filter(recusal -> known.stream().noneMatch(recusal::isSame))
        .map(r -> new DeclaredRecusal(r.subject(), now.id(), r.reason(), r.from(), r.until()))
        .toList();
  }
}
