package cn.doublerandom.bureau.time;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * A notice of the State Council's General Office on the holidays of a year, or one that changes an
 * earlier one.
 *
 * @param number for example 国办发明电〔2025〕7号
 * @param year whose days it arranges; it may reach into the last days of the year before
 * @param off days off, weekends within a holiday too
 * @param worked weekend days that are worked instead
 */
public record HolidayNotice(
    String number, LocalDate issuedOn, int year, List<LocalDate> off, List<LocalDate> worked) {
  public HolidayNotice {
    off = List.copyOf(off);
    worked = List.copyOf(worked);
  }

  /** Every day it arranges. */
  public Stream<LocalDate> days() {
    return Stream.concat(off.stream(), worked.stream());
  }
}
