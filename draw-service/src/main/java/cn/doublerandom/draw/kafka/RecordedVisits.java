package cn.doublerandom.draw.kafka;

import cn.doublerandom.contracts.ResultRecorded;
import cn.doublerandom.contracts.broker.Topic;
import cn.doublerandom.draw.drawing.MadeVisits.MadeVisit;
import cn.doublerandom.eventstore.inbox.InboxRecord;
import cn.doublerandom.servicekit.messaging.DocumentReplica;
import cn.doublerandom.servicekit.messaging.Integration;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/** Recorded results as rows: of each the visit and the day it was finished, and nothing found. */
@ApplicationScoped
class RecordedVisits extends DocumentReplica<MadeVisit> {
  RecordedVisits() {
    super(
        "made_visits",
        1,
        Topic.INSPECTION_EVENTS.address(),
        MadeVisit.class,
        Set.of(ResultRecorded.class));
  }

  @Override
  protected Doing<MadeVisit> doing(InboxRecord message) {
    MadeVisit told =
        Integration.read(message, ResultRecorded.class)
            .map(e -> new MadeVisit(e.resultId(), e.finishedOn()))
            .orElseThrow(() -> new IllegalStateException("tells of no visit: " + message.type()));
    return new Doing<>(told.visitId(), before -> Optional.of(told));
  }
}
