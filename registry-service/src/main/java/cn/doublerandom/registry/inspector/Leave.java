package cn.doublerandom.registry.inspector;

import java.time.LocalDate;

/**
 * Days on which an inspector is not available.
 *
 * @param from first day
 * @param until last day
 */
public record Leave(LocalDate from, LocalDate until, String reason) {
  public boolean holds(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(until);
  }
}
