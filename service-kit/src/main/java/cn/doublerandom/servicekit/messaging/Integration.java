package cn.doublerandom.servicekit.messaging;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.contracts.IntegrationEvent;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.inbox.Inbox;
import cn.doublerandom.eventstore.inbox.InboxRecord;
import cn.doublerandom.eventstore.inbox.Interest;
import cn.doublerandom.eventstore.ledger.Announcement;
import cn.doublerandom.eventstore.ledger.ToldScopes;
import cn.doublerandom.servicekit.border.GuardedText;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** Integration events as Kafka records and back. */
public final class Integration {
  /** What bureaus are called in what is told: by their keys. */
  public static final ToldScopes BUREAUS = new ToldScopes(BureauKey.SEED.text());

  private static final ObjectMapper JSON = EventCodec.mapper();

  /** Open to additions as before, but no text of a record holds what no text may hold. */
  private static final ObjectMapper GUARDED =
      EventCodec.mapper().registerModule(GuardedText.inRecords());

  private static final int MOST_OUTSIDE = 16 * 1024;

  private Integration() {}

  /**
   * The announcement of an integration event within its bureau.
   *
   * @param key the stream as it is named there, or of a state the id; whose it is is said by {@link
   *     cn.doublerandom.eventstore.ledger.ScopedAnnouncer}
   */
  public static Announcement announcement(String topic, String key, IntegrationEvent event) {
    return new Announcement(
        topic, key, IntegrationEvent.typeOf(event.getClass()), EventCodec.canonical(JSON, event));
  }

  /** The event of that class in a record, or empty where the record tells something else. */
  public static <T extends IntegrationEvent> Optional<T> read(InboxRecord message, Class<T> type) {
    if (!message.type().equals(IntegrationEvent.typeOf(type))) {
      return Optional.empty();
    }
    try {
      return Optional.of(GUARDED.readValue(message.value(), type));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          type.getSimpleName() + " cannot be read: " + e.getOriginalMessage(), e);
    }
  }

  /** A poll batch through the inbox, to whoever subscribed to its topic. */
  public static Uni<Void> receive(Inbox inbox, ConsumerRecords<String, String> batch) {
    List<InboxRecord> records = new ArrayList<>();
    for (ConsumerRecord<String, String> message : batch) {
      records.add(InboxRecord.of(message));
    }
    return inbox.receive(records);
  }

  /**
   * The same of a topic that is written outside the house; what is larger than anything that is
   * said there is set aside unread.
   */
  public static Uni<Void> receiveOutside(Inbox inbox, ConsumerRecords<String, String> batch) {
    List<InboxRecord> records = new ArrayList<>();
    for (ConsumerRecord<String, String> message : batch) {
      records.add(InboxRecord.ofOutside(message, MOST_OUTSIDE));
    }
    return inbox.receive(records);
  }

  /**
   * Interest in some events of the contract. Its other events are known and left alone; a type that
   * is not in the contract comes from a newer sender and is parked, because nobody can know whether
   * it matters.
   */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public static Interest in(Class<? extends IntegrationEvent>... events) {
    Set<String> types = Stream.of(events).map(IntegrationEvent::typeOf).collect(Collectors.toSet());
    Set<String> others =
        IntegrationEvent.types().stream()
            .map(IntegrationEvent::typeOf)
            .filter(type -> !types.contains(type))
            .collect(Collectors.toSet());
    return new Interest(types, others, Interest.Unknown.PARK);
  }

  /** The context of a command that follows from a record. */
  public static CommandContext context(InboxRecord message, Clock clock) {
    return new CommandContext(
        message.source(),
        clock.instant(),
        Clock.systemUTC().instant(),
        message.correlationId(),
        message.id(),
        Optional.empty(),
        OptionalLong.empty());
  }
}
