package cn.doublerandom.eventstore;

import java.util.List;

/**
 * Events for one stream, accepted only where the stream still has the expected version.
 *
 * @param expectedVersion 0 for a stream that must not exist yet
 */
public record Append(String stream, long expectedVersion, List<NewEvent> events) {
  private static final int MAX_STREAM_LENGTH = 200;

  public Append {
    if (stream.isEmpty() || stream.length() > MAX_STREAM_LENGTH) {
      throw new IllegalArgumentException(
          "stream id must have 1.." + MAX_STREAM_LENGTH + " characters, got " + stream.length());
    }
    events = List.copyOf(events);
  }
}
