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

  /** The same on another topic, under the key it has there. */
  public Announcement on(String other, String there) {
    return new Announcement(other, there, type, value);
  }

  /**
   * Itself.
   *
   * @throws IllegalStateException where no topic takes it: who decides has to refuse before
   */
  Announcement ofSize() {
    // A character of a text has three bytes at most.
    if (3L * value.length() <= TopicMaking.MOST_BYTES) {
      return this;
    }
    int bytes = value.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > TopicMaking.MOST_BYTES) {
      throw new IllegalStateException(
          "%s of %d bytes is more than %d".formatted(type, bytes, TopicMaking.MOST_BYTES));
    }
    return this;
  }
}
