package cn.doublerandom.bureau.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One fact over time: what holds from which day, ascending, and what is known of days to come. A
 * change that holds from an earlier day leaves what was said of later days as it is; the same day
 * said again replaces what was said of it. Its one question is {@link #asOf}.
 *
 * @param turns never empty
 */
public record Turns<V>(List<Turn<V>> turns) {
  public Turns {
    turns = List.copyOf(turns);
    if (turns.isEmpty()) {
      throw new IllegalArgumentException("a fact begins on some day, got no turn");
    }
  }

  /**
   * From this day on, until the next turn.
   *
   * @param from first day
   */
  public record Turn<V>(LocalDate from, V value) {}

  /** A fact that holds since a day, and as far as is known for ever. */
  public static <V> Turns<V> of(LocalDate from, V value) {
    return new Turns<>(List.of(new Turn<>(from, value)));
  }

  /** What holds on a day; before the first one, what holds on the first. */
  public V asOf(LocalDate day) {
    return at(day).value();
  }

  /** The turn whose value holds on a day. */
  public Turn<V> at(LocalDate day) {
    Turn<V> then = turns.getFirst();
    for (Turn<V> turn : turns) {
      if (!turn.from().isAfter(day)) {
        then = turn;
      }
    }
    return then;
  }

  /** What is known to hold from a day after this one, ascending; what was there at first is not. */
  public List<Turn<V>> after(LocalDate day) {
    return turns.stream().skip(1).filter(turn -> turn.from().isAfter(day)).toList();
  }

  /** The same with one more thing said; of days before the first one nothing can be said. */
  public Turns<V> with(LocalDate from, V value) {
    LocalDate first = turns.getFirst().from();
    LocalDate day = from.isBefore(first) ? first : from;
    List<Turn<V>> after = new ArrayList<>(turns);
    after.removeIf(turn -> turn.from().equals(day));
    after.add(new Turn<>(day, value));
    after.sort(Comparator.comparing(Turn::from));
    return new Turns<>(after);
  }

  /** The same with another first day, where that was corrected. */
  public Turns<V> beginning(LocalDate first) {
    List<Turn<V>> after = new ArrayList<>(turns.subList(1, turns.size()));
    after.removeIf(turn -> !turn.from().isAfter(first));
    after.addFirst(new Turn<>(first, asOf(first)));
    return new Turns<>(after);
  }
}
