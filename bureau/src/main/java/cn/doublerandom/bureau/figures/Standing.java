package cn.doublerandom.bureau.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The days from which an entry of the register was in business (存续) or was not, ascending. A change
 * that holds from an earlier day leaves what is known of later days as it is.
 */
public record Standing(List<Turn> turns) {
  /** The only state the annual figures count (frame = 存续 at the previous 31 December). */
  public static final String COUNTED = "ACTIVE";

  public Standing {
    turns = List.copyOf(turns);
  }

  /**
   * From this day on.
   *
   * @param counted whether the entry was in business
   */
  public record Turn(LocalDate from, boolean counted) {}

  /** An entry whose states are all told, with their days. */
  public static Standing of(Turns<String> states) {
    List<Turn> turns = new ArrayList<>();
    for (Turns.Turn<String> told : states.turns()) {
      boolean counted = isCounted(told.value());
      if (turns.isEmpty() || turns.getLast().counted() != counted) {
        turns.add(new Turn(told.from(), counted));
      }
    }
    return new Standing(turns);
  }

  /** An entry as it was told first: from the day it came to be. */
  public static Standing of(LocalDate since, String status) {
    return new Standing(List.of(new Turn(since, isCounted(status))));
  }

  /**
   * What follows from one more telling.
   *
   * @param known as far as it was known; absent for an entry told first
   * @param before the state told before; absent for an entry told first
   * @param since the day the entry came to be
   * @param effective day from which the state holds
   */
  public static Standing told(
      @Nullable Standing known,
      @Nullable String before,
      LocalDate since,
      String status,
      @Nullable LocalDate effective) {
    if (known == null) {
      return before == null
          ? of(since, status)
          : of(since, before).after(status, effective == null ? since : effective);
    }
    return known.since(since).after(status, effective);
  }

  private static boolean isCounted(String status) {
    return status.equals(COUNTED);
  }

  /**
   * The same after one more telling.
   *
   * @param effective day from which the state holds; absent where it always did, as far as is known
   */
  public Standing after(String status, @Nullable LocalDate effective) {
    LocalDate first = turns.getFirst().from();
    LocalDate day = effective == null || effective.isBefore(first) ? first : effective;
    boolean counted = isCounted(status);
    if (isCountedOn(day) == counted) {
      return this;
    }
    List<Turn> after = new ArrayList<>(turns);
    after.removeIf(turn -> turn.from().equals(day));
    after.add(new Turn(day, counted));
    after.sort(Comparator.comparing(Turn::from));
    return new Standing(after);
  }

  /** The same entry with another first day, where the register corrected it. */
  public Standing since(LocalDate since) {
    List<Turn> after = new ArrayList<>(turns.subList(1, turns.size()));
    after.removeIf(turn -> !turn.from().isAfter(since));
    after.addFirst(
        new Turn(
            since,
            since.isBefore(turns.getFirst().from())
                ? turns.getFirst().counted()
                : isCountedOn(since)));
    return new Standing(after);
  }

  /** The day since which the entry is out of business on a day; empty where it always was. */
  public Optional<LocalDate> outSince(LocalDate day) {
    return turns.stream()
        .skip(1)
        .filter(turn -> !turn.from().isAfter(day))
        .reduce((earlier, later) -> later)
        .filter(turn -> !turn.counted())
        .map(Turn::from);
  }

  /** Whether the entry had come to be by the end of that day and was in business on it. */
  public boolean isCountedOn(LocalDate day) {
    boolean counted = false;
    for (Turn turn : turns) {
      if (!turn.from().isAfter(day)) {
        counted = turn.counted();
      }
    }
    return counted;
  }
}
