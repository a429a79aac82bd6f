package cn.doublerandom.inspection.kafka;

import cn.doublerandom.contracts.ChecklistChanged;
import cn.doublerandom.contracts.ItemClaimed;
import cn.doublerandom.contracts.SubjectChanged;
import cn.doublerandom.contracts.broker.Topic;
import cn.doublerandom.eventstore.inbox.InboxRecord;
import cn.doublerandom.eventstore.inbox.Replica;
import cn.doublerandom.inspection.register.KnownItem;
import cn.doublerandom.inspection.register.KnownSubject;
import cn.doublerandom.inspection.register.Question;
import cn.doublerandom.servicekit.messaging.DocumentReplica;
import cn.doublerandom.servicekit.messaging.Integration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/** Subjects and items as rows: one for each the registry told of. */
@ApplicationScoped
class KnownRegister {
  private static final String SOURCE = Topic.REGISTRY_EVENTS.address();

  @Produces
  @Singleton
  Replica subjects() {
    return new DocumentReplica<>(
        "registry_subjects", 1, SOURCE, KnownSubject.class, Set.of(SubjectChanged.class)) {
      @Override
      protected Doing<KnownSubject> doing(InboxRecord message) {
        KnownSubject told =
            Integration.read(message, SubjectChanged.class)
                .map(KnownRegister::subject)
                .orElseThrow(
                    () -> new IllegalStateException("tells of no subject: " + message.type()));
        return new Doing<>(told.id(), before -> Optional.of(told));
      }
    };
  }

  /**
   * An item that was released keeps what was known of it: visits under way still check it. 2: with
   * options, units and limits of its questions.
   */
  @Produces
  @Singleton
  Replica items() {
    return new DocumentReplica<>(
        "registry_items",
        2,
        SOURCE,
        KnownItem.class,
        Set.of(ItemClaimed.class, ChecklistChanged.class)) {
      @Override
      protected Doing<KnownItem> doing(InboxRecord message) {
        return Integration.read(message, ItemClaimed.class)
            .map(KnownRegister::claimed)
            .or(() -> Integration.read(message, ChecklistChanged.class).map(KnownRegister::asking))
            .orElseThrow(() -> new IllegalStateException("tells of no item: " + message.type()));
      }
    };
  }

  private static KnownSubject subject(SubjectChanged e) {
    return new KnownSubject(
        e.subjectId(),
        e.name(),
        e.kind(),
        e.labels(),
        e.creditRiskClass(),
        e.status(),
        e.address(),
        e.industry(),
        e.keyField());
  }

  private static DocumentReplica.Doing<KnownItem> claimed(ItemClaimed e) {
    return new DocumentReplica.Doing<>(
        e.itemCode(),
        before ->
            Optional.of(
                before
                    .orElseGet(() -> KnownItem.unknown(e.itemCode()))
                    .claimed(e.name(), e.legalBasis(), e.method())));
  }

  private static DocumentReplica.Doing<KnownItem> asking(ChecklistChanged e) {
    return new DocumentReplica.Doing<>(
        e.itemCode(),
        before ->
            Optional.of(
                before
                    .orElseGet(() -> KnownItem.unknown(e.itemCode()))
                    .asking(
                        e.questions().stream()
                            .map(q ->
                                new Question(
                                    q.id(),
                                    q.text(),
                                    Question.Kind.of(q.kind()),
                                    q.guidance(),
                                    q.clause(),
                                    q.options(),
                                    q.measuredIn(),
                                    q.least(),
                                    q.most()))
                            .toList())));
  }
}
