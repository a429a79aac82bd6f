package cn.doublerandom.servicekit.waiting;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What is decided on at once: a batch, or one thing that was asked for alone.
 *
 * @param stream of the first of them
 * @param first the one that waits longest
 * @param count how many there are
 */
public record PendingGroup(String stream, Pending first, long count) {
  /** Whether it is a batch. */
  public boolean isMany() {
    return count > 1;
  }

  /**
   * Those that wait for a person.
   *
   * @param roles who may do what, by kind
   */
  public static List<PendingGroup> chosen(
      Collection<PendingGroup> all, Person person, Map<String, List<String>> roles) {
    return all.stream()
        .filter(group -> person.isOneOf(roles.getOrDefault(group.first().kind(), List.of())))
        .filter(group -> group.first().waitsFor(person.account()))
        .toList();
  }
}
