package cn.doublerandom.eventstore;

import java.util.UUID;

/**
 * Up to which event a stream is known.
 *
 * @param version of the event; 0 where nothing is known
 */
public record Mark(long version, UUID id) {
  /** Of a stream nothing is known of. */
  public static final Mark NONE = new Mark(0, new UUID(0, 0));

  /** Whether it is the event that is marked. */
  public boolean isOf(StoredEvent event) {
    return event.version() == version && event.id().equals(id);
  }
}
