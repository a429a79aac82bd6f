package cn.doublerandom.contracts;

import java.time.LocalDate;
import java.util.List;

/**
 * A notice of the State Council on the holidays of a year has been registered; open deadlines move
 * with it, closed ones stay.
 *
 * @param number of the notice
 * @param year whose days it arranges
 * @param off days off
 * @param worked weekend days that are worked instead
 */
public record HolidayNoticeIssued(
    String number, LocalDate issuedOn, int year, List<LocalDate> off, List<LocalDate> worked)
    implements IntegrationEvent {
  public HolidayNoticeIssued {
    off = List.copyOf(off);
    worked = List.copyOf(worked);
  }
}
