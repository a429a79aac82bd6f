package cn.doublerandom.publication.kafka;

import cn.doublerandom.contracts.DisciplineAnswered;
import cn.doublerandom.contracts.IntegrationEvent;
import cn.doublerandom.contracts.broker.Topic;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.StreamNames;
import cn.doublerandom.eventstore.inbox.Inbox;
import cn.doublerandom.eventstore.inbox.InboxRecord;
import cn.doublerandom.eventstore.inbox.Interest;
import cn.doublerandom.publication.PublicationStreams;
import cn.doublerandom.publication.application.DisciplineAnswers;
import cn.doublerandom.servicekit.messaging.Integration;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hears from authorities what they did of what joint discipline (联合惩戒) asked of them. Who writes
 * there is no service of the house: each record proves itself, and what proves nothing is set aside
 * with its key.
 */
@ApplicationScoped
class DisciplineListener {
  private final Inbox inbox;
  private final Clock clock;
  private final DisciplineAnswers answers;

  @Inject
  DisciplineListener(Inbox inbox, Clock clock, DisciplineAnswers answers) {
    this.inbox = inbox;
    this.clock = clock;
    this.answers = answers;
    inbox.subscribe(
        Topic.DISCIPLINE_ACKNOWLEDGEMENTS.address(),
        new Interest(
            Set.of(IntegrationEvent.typeOf(DisciplineAnswered.class)),
            Set.of(),
            Interest.Unknown.PARK),
        this::apply);
  }

  @Incoming("disciplines")
  Uni<Void> on(ConsumerRecords<String, String> batch) {
    return Integration.receiveOutside(inbox, batch);
  }

  private Uni<Void> apply(InboxRecord message, EventStore store) {
    DisciplineAnswered answered =
        Integration.read(message, DisciplineAnswered.class)
            .orElseThrow(() -> new IllegalArgumentException("no answer"));
    requireOwnKey(message, answered);
    return answers.hear(
        new DisciplineAnswers.Told(
            answered.resultId(),
            answered.number(),
            answered.authority(),
            Boolean.TRUE.equals(answered.ending()),
            answered.deed(),
            answered.proof()),
        Integration.context(message, clock),
        store);
  }

  /** What is set aside under a key holds up that key alone, so none speaks under another's. */
  private static void requireOwnKey(InboxRecord message, DisciplineAnswered answered) {
    if (!StreamNames.parse(message.key())
        .name()
        .equals(PublicationStreams.RESULT.of(answered.resultId()))) {
      throw new IllegalArgumentException("its key is not that of the proposal it answers");
    }
  }
}
