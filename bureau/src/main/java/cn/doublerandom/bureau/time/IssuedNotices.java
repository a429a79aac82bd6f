package cn.doublerandom.bureau.time;

import java.util.List;
import java.util.Optional;

/**
 * The notices that came after the suite was shipped.
 *
 * @param notices as they arrived
 */
public record IssuedNotices(List<HolidayNotice> notices) {
  public IssuedNotices {
    notices = List.copyOf(notices);
  }

  public WorkdayCalendar calendar() {
    return WorkdayCalendar.shipped().with(notices);
  }

  /** The notice of a number, shipped or issued since. */
  public Optional<HolidayNotice> find(String number) {
    return calendar().notices().stream().filter(n -> n.number().equals(number)).findFirst();
  }
}
