package cn.doublerandom.registry.ui;

import cn.doublerandom.bureau.people.Deputyship;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How an entry of a deputy stands on a day, as its page says it. */
public enum DeputyStanding {
  WAITING,
  HOLDS,
  LATER,
  OVER,
  ENDED,
  NONE;

  /**
   * Of what was agreed to and what waits.
   *
   * @param ended whether somebody ended what was agreed to
   */
  static DeputyStanding of(
      @Nullable Deputyship held, boolean ended, boolean waits, LocalDate today) {
    if (held != null && !ended && held.holds(today)) {
      return HOLDS;
    } else if (waits) {
      return WAITING;
    } else if (held == null) {
      return NONE;
    } else if (ended) {
      return ENDED;
    }
    return today.isBefore(held.from()) ? LATER : OVER;
  }

  /** How it looks. */
  public String look() {
    return switch (this) {
      case HOLDS -> "ok";
      case WAITING -> "warn";
      case LATER, OVER, ENDED, NONE -> "quiet";
    };
  }
}
