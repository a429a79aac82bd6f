package cn.doublerandom.draw.kafka;

import cn.doublerandom.contracts.VisitRescheduled;
import cn.doublerandom.contracts.broker.Topic;
import cn.doublerandom.draw.drawing.VisitDays.AgreedDay;
import cn.doublerandom.eventstore.inbox.InboxRecord;
import cn.doublerandom.servicekit.messaging.DocumentReplica;
import cn.doublerandom.servicekit.messaging.Integration;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/** 改期 as rows: of each visit the day the inspections told last. */
@ApplicationScoped
class AgreedDays extends DocumentReplica<AgreedDay> {
  AgreedDays() {
    super(
        "agreed_days",
        1,
        Topic.INSPECTION_EVENTS.address(),
        AgreedDay.class,
        Set.of(VisitRescheduled.class));
  }

  @Override
  protected Doing<AgreedDay> doing(InboxRecord message) {
    AgreedDay told =
        Integration.read(message, VisitRescheduled.class)
            .map(e -> new AgreedDay(e.visitId(), e.day()))
            .orElseThrow(() -> new IllegalStateException("tells of no day: " + message.type()));
    return new Doing<>(told.visitId(), before -> Optional.of(told));
  }
}
