package cn.doublerandom.bureau.time;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The notices that came after the suite was shipped.
 *
 * @param notices as they arrived
 * @param asked one that waits for a second person, and counts nowhere until then
 */
public record IssuedNotices(List<HolidayNotice> notices, Optional<NoticeAsked> asked) {
  public IssuedNotices {
    notices = List.copyOf(notices);
  }

  /** Nothing waits. */
  public IssuedNotices(List<HolidayNotice> notices) {
    this(notices, Optional.empty());
  }

  /**
   * A notice somebody typed, which another person must agree to.
   *
   * @param lacking why it is right that it arranges no day off for these holidays
   * @param by account that typed it
   */
  public record NoticeAsked(
      HolidayNotice notice, Map<StatutoryHoliday, String> lacking, String by) {
    public NoticeAsked {
      lacking = Map.copyOf(lacking);
    }
  }

  public WorkdayCalendar calendar() {
    return WorkdayCalendar.shipped().with(notices);
  }

  /** The notice of a number, shipped or issued since. */
  public Optional<HolidayNotice> find(String number) {
    return calendar().notices().stream().filter(n -> n.number().equals(number)).findFirst();
  }
}
