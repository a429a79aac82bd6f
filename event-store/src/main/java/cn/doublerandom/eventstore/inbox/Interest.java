package cn.doublerandom.eventstore.inbox;

import java.util.Set;

/**
 * What a listener wants of a topic, declared and not left to chance.
 *
 * @param types CloudEvents types it applies
 * @param ignored types it knows and leaves alone
 * @param unknown what happens to any other type
 */
public record Interest(Set<String> types, Set<String> ignored, Unknown unknown) {
  public Interest {
    types = Set.copyOf(types);
    ignored = Set.copyOf(ignored);
  }

  /** What happens to a type that is neither wanted nor known. */
  public enum Unknown {
    /** Nothing: a newer sender may tell more than this listener was written for. */
    IGNORE,
    /** It is set aside with its key until a listener that knows it runs. */
    PARK
  }
}
