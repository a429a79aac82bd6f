package cn.doublerandom.draw.kafka;

import cn.doublerandom.contracts.InspectorChanged;
import cn.doublerandom.contracts.IntegrationEvent;
import cn.doublerandom.contracts.ItemClaimed;
import cn.doublerandom.contracts.ItemReleased;
import cn.doublerandom.contracts.SubjectChanged;
import cn.doublerandom.contracts.broker.Topic;
import cn.doublerandom.draw.register.KnownEntry;
import cn.doublerandom.draw.register.KnownEntry.KnownInspector;
import cn.doublerandom.draw.register.KnownEntry.KnownItem;
import cn.doublerandom.draw.register.KnownEntry.KnownSubject;
import cn.doublerandom.draw.register.RegisterDecider;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.inbox.InboxRecord;
import cn.doublerandom.eventstore.inbox.Replica;
import cn.doublerandom.servicekit.messaging.DocumentReplica;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/** 一单两库 as rows: one for each subject, inspector and item the registry told of. */
@ApplicationScoped
class KnownReplicas {
  static final String SOURCE = Topic.REGISTRY_EVENTS.address();
  private static final RegisterDecider DECIDER = new RegisterDecider();

  private final News recusals;

  /** What else follows from a record about an inspector, in the same transaction. */
  interface News {
    Uni<Void> follow(
        InboxRecord message, EventStore store, Optional<KnownInspector> before, KnownInspector now);
  }

  @Inject
  KnownReplicas(RecusalNews recusals) {
    this(recusals::follow);
  }

  KnownReplicas(News recusals) {
    this.recusals = recusals;
  }

  @Produces
  @Singleton
  Replica subjects() {
    return new Known("registry_subjects", 1, KnownSubject.class, Set.of(SubjectChanged.class));
  }

  /** 2: an item knows the day of its claim. 3: and what it was called before. */
  @Produces
  @Singleton
  Replica items() {
    return new Known(
        "registry_items", 3, KnownItem.class, Set.of(ItemClaimed.class, ItemReleased.class));
  }

  /** A recusal that is news becomes a fact of the draws that are under way. */
  @Produces
  @Singleton
  Replica inspectors() {
    return new Known(
        "registry_inspectors", 1, KnownInspector.class, Set.of(InspectorChanged.class)) {
      @Override
      public Uni<Void> follow(Change change, EventStore store) {
        return change
            .after()
            .map(now ->
                recusals.follow(
                    change.message(), store, change.before().map(this::inspector), inspector(now)))
            .orElseGet(() -> Uni.createFrom().voidItem());
      }

      private KnownInspector inspector(String body) {
        return (KnownInspector) read(body);
      }
    };
  }

  /** The rows of one kind of entry, each the entry as the registry told it last. */
  private static class Known extends DocumentReplica<KnownEntry> {
    Known(
        String name,
        int version,
        Class<? extends KnownEntry> entry,
        Set<Class<? extends IntegrationEvent>> told) {
      super(name, version, SOURCE, entry, told);
    }

    @Override
    protected Doing<KnownEntry> doing(InboxRecord message) {
      var told =
          RegisterTellings.command(message)
              .orElseThrow(() -> new IllegalStateException("tells of no entry: " + message.type()));
      return new Doing<>(told.getKey(), before -> DECIDER.after(before, told.getValue()));
    }
  }
}
