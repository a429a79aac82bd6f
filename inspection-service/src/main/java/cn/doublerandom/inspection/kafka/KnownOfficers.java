package cn.doublerandom.inspection.kafka;

import cn.doublerandom.bureau.people.Duty;
import cn.doublerandom.contracts.InspectorChanged;
import cn.doublerandom.contracts.broker.Topic;
import cn.doublerandom.eventstore.inbox.InboxRecord;
import cn.doublerandom.inspection.visit.KnownOfficer;
import cn.doublerandom.servicekit.messaging.DocumentReplica;
import cn.doublerandom.servicekit.messaging.Integration;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/** The officers as rows: one for each the registry told of. 2: with their units. */
@ApplicationScoped
class KnownOfficers extends DocumentReplica<KnownOfficer> {
  KnownOfficers() {
    super(
        "registry_inspectors",
        2,
        Topic.REGISTRY_EVENTS.address(),
        KnownOfficer.class,
        Set.of(InspectorChanged.class));
  }

  @Override
  protected Doing<KnownOfficer> doing(InboxRecord message) {
    KnownOfficer told =
        Integration.read(message, InspectorChanged.class)
            .map(KnownOfficers::officer)
            .orElseThrow(() -> new IllegalStateException("tells of no officer: " + message.type()));
    return new Doing<>(told.id(), before -> Optional.of(told));
  }

  private static KnownOfficer officer(InspectorChanged e) {
    return new KnownOfficer(
        e.inspectorId(),
        new Duty(
            e.status(),
            e.certificateValidUntil(),
            e.absences() == null
                ? null
                : e.absences().stream().map(a -> new Duty.Absence(a.from(), a.until())).toList(),
            e.later() == null
                ? null
                : e.later().stream().map(l -> new Duty.Later(l.from(), l.status())).toList()),
        e.unit());
  }
}
