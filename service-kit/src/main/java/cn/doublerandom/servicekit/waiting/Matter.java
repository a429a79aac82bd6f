package cn.doublerandom.servicekit.waiting;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One thing that waits for somebody.
 *
 * @param kind code word
 * @param chinese a whole sentence
 * @param since when it began to wait; absent where nothing says so
 * @param due last day by the law or the plan; absent where there is none
 * @param at address of the page where it is done; absent where there is none yet
 */
public record Matter(
    String kind,
    String chinese,
    String english,
    @Nullable LocalDate since,
    @Nullable LocalDate due,
    @Nullable String at) {
  /** By the day it must be done, where there is none by the day it was left; then by its words. */
  static final Comparator<Matter> OLDEST_FIRST =
      Comparator.comparing(Matter::day).thenComparing(Matter::kind).thenComparing(Matter::chinese);

  private LocalDate day() {
    if (due != null) {
      return due;
    }
    return since == null ? LocalDate.MAX : since;
  }
}
