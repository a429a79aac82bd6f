package cn.doublerandom.inspection.kafka;

import cn.doublerandom.contracts.ExpertChanged;
import cn.doublerandom.contracts.ExpertErased;
import cn.doublerandom.contracts.broker.Topic;
import cn.doublerandom.eventstore.inbox.InboxRecord;
import cn.doublerandom.inspection.visit.Entrusted;
import cn.doublerandom.inspection.visit.KnownExpert;
import cn.doublerandom.servicekit.messaging.DocumentReplica;
import cn.doublerandom.servicekit.messaging.Integration;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/**
 * The experts as rows: one for each the registry told of. Who was erased is never known again, in
 * whatever order records come.
 */
@ApplicationScoped
class KnownExperts extends DocumentReplica<KnownExpert> {
  private static final String WITHDRAWN = "WITHDRAWN";

  KnownExperts() {
    super(
        "registry_experts",
        1,
        Topic.REGISTRY_EVENTS.address(),
        KnownExpert.class,
        Set.of(ExpertChanged.class, ExpertErased.class));
  }

  @Override
  protected Doing<KnownExpert> doing(InboxRecord message) {
    KnownExpert told =
        Integration.read(message, ExpertChanged.class)
            .map(KnownExperts::expert)
            .or(() ->
                Integration.read(message, ExpertErased.class)
                    .map(e -> KnownExpert.erased(e.expertId())))
            .orElseThrow(() -> new IllegalStateException("tells of no expert: " + message.type()));
    return new Doing<>(
        told.id(), before -> Optional.of(before.filter(KnownExpert::isErased).orElse(told)));
  }

  private static KnownExpert expert(ExpertChanged e) {
    return new KnownExpert(
        e.expertId(),
        new Entrusted(
            e.expertId(),
            e.kind(),
            e.name(),
            e.fields(),
            e.principal(),
            e.document(),
            e.validFrom(),
            e.validUntil()),
        e.status().equals(WITHDRAWN) ? true : null,
        e.withdrawnFrom());
  }
}
