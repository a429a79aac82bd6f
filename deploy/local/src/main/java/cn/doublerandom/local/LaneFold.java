package cn.doublerandom.local;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.ledger.Announcement;
import cn.doublerandom.eventstore.ledger.CloudEventHeaders;
import cn.doublerandom.eventstore.ledger.RecordHash;
import cn.doublerandom.eventstore.ledger.TopicMaking;
import cn.doublerandom.eventstore.ledger.TopicTails;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The lanes of a service recomputed from its ledger: each record of a topic and partition with the
 * hash of the one before, whatever the tables or the topics say.
 */
final class LaneFold {
  private static final ObjectMapper JSON = EventCodec.mapper();

  private final TreeMap<String, Head> heads = new TreeMap<>();

  private record Head(long count, long seq, String hash) {}

  /** A record in its lane. */
  record Told(String topic, int partition, long seq, String prev, String hash) {
    String lane() {
      return topic + "/" + partition;
    }

    /** Whether the ledger keeps it in this place. */
    boolean isAt(LedgerCursor.Link link) {
      return partition == link.partition() && prev.equals(link.prev()) && hash.equals(link.hash());
    }

    /** Whether a message stands in this place, and carries what its sender signed. */
    boolean isSame(ConsumerRecord<String, String> message, Optional<LedgerCursor.Link> link) {
      return message.partition() == partition
          && TopicTails.header(message, CloudEventHeaders.PREV_HASH)
              .equals(link.map(LedgerCursor.Link::prev))
          && TopicTails.header(message, CloudEventHeaders.SEAL)
              .equals(link.flatMap(LedgerCursor.Link::seal));
    }
  }

  /** The next record of a lane; empty where the topic is none, because it holds states. */
  Optional<Told> next(LedgerCursor.Row row, StoredEvent event, int ordinal) {
    Announcement said = row.said().get(ordinal);
    if (TopicMaking.isState(said.topic())) {
      return Optional.empty();
    }
    int partition = RecordHash.partition(said.key());
    String lane = said.topic() + "/" + partition;
    Head before = heads.getOrDefault(lane, new Head(0, 0, RecordHash.START));
    JsonNode metadata = metadata(event);
    String hash =
        RecordHash.next(
            before.hash(),
            new RecordHash.Content(
                said.topic(),
                partition,
                row.seq(),
                said.key(),
                said.type(),
                id(event, ordinal),
                metadata.path("recordedAt").asText(),
                Long.toString(event.version()),
                metadata.path("correlationId").asText(),
                metadata.path("causationId").asText(),
                row.chain(),
                said.value()));
    heads.put(lane, new Head(before.count() + 1, row.seq(), hash));
    return Optional.of(new Told(said.topic(), partition, row.seq(), before.hash(), hash));
  }

  /** The id of the record an event is told by. */
  static String id(StoredEvent event, int ordinal) {
    return event.id() + (ordinal == 0 ? "" : "." + ordinal);
  }

  /** Where every lane ends now, as a checkpoint says it. */
  List<String> lines() {
    return heads.entrySet().stream()
        .map(e ->
            "head %s %d %d %s"
                .formatted(
                    e.getKey(), e.getValue().count(), e.getValue().seq(), e.getValue().hash()))
        .toList();
  }

  private static JsonNode metadata(StoredEvent event) {
    try {
      return JSON.readTree(event.metadata());
    } catch (JsonProcessingException e) {
      throw new AssertionError("stored metadata are not JSON", e);
    }
  }
}
