package cn.doublerandom.eventstore.ledger;

import java.nio.charset.StandardCharsets;

/**
 * What one event is for others: a record on a topic.
 *
 * @param key of the record: the stream as it is named in the log; of a state {@code <scope>/<id>}
 * @param type CloudEvents type
 * @param value canonical JSON; empty where there is nothing more under the key of a state
 */
public record Announcement(String topic, String key, String type, String value) {
  Announcement by(String other) {
    return new Announcement(topic, other, type, value);
  }

  /**
   * Itself.
   *
   * @throws IllegalStateException where no topic takes it: who decides has to refuse before
   */
  Announcement ofSize() {
    int bytes = value.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > TopicMaking.MOST_BYTES) {
      throw new IllegalStateException(
          "%s of %d bytes is more than %d".formatted(type, bytes, TopicMaking.MOST_BYTES));
    }
    return this;
  }
}
