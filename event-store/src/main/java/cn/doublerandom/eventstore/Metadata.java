package cn.doublerandom.eventstore;

import cn.doublerandom.contracts.json.CanonicalJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of every event besides its content.
 *
 * @param actor account that caused it, or the source topic of a listener
 * @param at business time; equals {@code recordedAt} outside demonstrations
 * @param recordedAt real time of recording, always
 * @param correlationId one for a whole story over all services
 * @param causationId id of the event or request that led to this one
 */
public record Metadata(
    String actor, Instant at, Instant recordedAt, String correlationId, String causationId) {
  private static final ObjectReader JSON = EventCodec.mapper().readerFor(Metadata.class);

  /** Read last: the events of one command have the same. */
  private static volatile @Nullable Read last;

  private record Read(String text, Metadata metadata) {}

  /** What the log keeps of an event's circumstances. */
  public static Metadata of(StoredEvent event) {
    Read before = last;
    if (before != null && before.text().equals(event.metadata())) {
      return before.metadata();
    }
    Metadata read = read(event);
    last = new Read(event.metadata(), read);
    return read;
  }

  private static Metadata read(StoredEvent event) {
    try {
      return JSON.readValue(event.metadata());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "unreadable metadata in %s v%d".formatted(event.stream(), event.version()), e);
    }
  }

  String json() {
    return CanonicalJson.text(
        Map.of(
            "actor", actor,
            "at", at.toString(),
            "causationId", causationId,
            "correlationId", correlationId,
            "recordedAt", recordedAt.toString()));
  }
}
