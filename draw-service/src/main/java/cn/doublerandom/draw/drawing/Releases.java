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
 * @param gone whose promise fell away
 */
public record Releases(List<Asked> asked, Set<String> agreedBy, List<Gone> gone) {
  static final Releases NONE = new Releases(List.of(), Set.of(), List.of());

  public Releases {
    asked = List.copyOf(asked);
    agreedBy = Set.copyOf(agreedBy);
    gone = List.copyOf(gone);
  }

  /**
   * A promise that does not count any more.
   *
   * @param account that made it; empty where it was made by code
   */
  public record Gone(
      String name, Optional<String> account, String reason, String askedBy, String agreedBy) {}

  /** The last promise of an account that fell away. */
  public Optional<Gone> goneOf(String account) {
    return gone.stream()
        .filter(one -> one.account.filter(own -> SecondPerson.isSame(own, account)).isPresent())
        .reduce((before, after) -> after);
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
    return new Releases(Stream.concat(asked.stream(), Stream.of(one)).toList(), agreedBy, gone);
  }

  /** The same where nobody asks for the release of that witness any more. */
  Releases without(String name) {
    return new Releases(
        asked.stream().filter(waits -> !SecondPerson.isSame(waits.name, name)).toList(),
        agreedBy,
        gone);
  }

  Releases agreed(Gone one) {
    Set<String> more = new LinkedHashSet<>(agreedBy);
    more.add(one.agreedBy);
    return new Releases(
        asked.stream().filter(waits -> !SecondPerson.isSame(waits.name, one.name)).toList(),
        more,
        Stream.concat(gone.stream(), Stream.of(one)).toList());
  }
}
