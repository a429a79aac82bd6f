package cn.doublerandom.draw.drawing;

import cn.doublerandom.eventstore.decider.SecondPerson;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Releases of witnesses who have promised (ADR 105): asked for by one, agreed to by another.
 *
 * @param asked which wait for the other
 * @param agreedBy accounts that agreed to one
 */
public record Releases(List<Asked> asked, Set<String> agreedBy) {
  static final Releases NONE = new Releases(List.of(), Set.of());

  public Releases {
    asked = List.copyOf(asked);
    agreedBy = Set.copyOf(agreedBy);
  }

  /**
   * One that waits.
   *
   * @param name of the witness
   * @param by account that asked
   */
  public record Asked(String name, String reason, String by) {}

  /** The one for the witness of that name. */
  public Optional<Asked> of(String name) {
    return asked.stream().filter(one -> SecondPerson.isSame(one.name, name)).findFirst();
  }

  Releases with(Asked one) {
    return new Releases(Stream.concat(asked.stream(), Stream.of(one)).toList(), agreedBy);
  }

  Releases agreed(String name, String by) {
    Set<String> more = new LinkedHashSet<>(agreedBy);
    more.add(by);
    return new Releases(
        asked.stream().filter(one -> !SecondPerson.isSame(one.name, name)).toList(), more);
  }
}
