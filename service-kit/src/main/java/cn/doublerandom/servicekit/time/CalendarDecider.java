package cn.doublerandom.servicekit.time;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.servicekit.time.CalendarRejection.NOTICE_DAY_OUTSIDE_YEAR;
import static cn.doublerandom.servicekit.time.CalendarRejection.NOTICE_DAY_TWICE;
import static cn.doublerandom.servicekit.time.CalendarRejection.NOTICE_EMPTY;
import static cn.doublerandom.servicekit.time.CalendarRejection.NOTICE_NUMBER_TAKEN;
import static cn.doublerandom.servicekit.time.CalendarRejection.NOTICE_WORKDAY_ON_WORKDAY;

import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.servicekit.time.CalendarCommand.IssueNotice;
import cn.doublerandom.servicekit.time.CalendarEvent.HolidayNoticeIssued;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A notice is taken once and never edited; what it gets wrong, a later notice puts right. */
public final class CalendarDecider
    implements Decider<CalendarCommand, CalendarEvent, IssuedNotices> {
  @Override
  public IssuedNotices initial() {
    return new IssuedNotices(List.of());
  }

  @Override
  public Decision<CalendarEvent> decide(CalendarCommand command, IssuedNotices issued) {
    return switch (command) {
      case IssueNotice(var notice) -> issue(notice, issued);
    };
  }

  private static Decision<CalendarEvent> issue(HolidayNotice notice, IssuedNotices issued) {
    Optional<HolidayNotice> known = issued.find(notice.number());
    if (known.isPresent()) {
      return known.get().equals(notice)
          ? accept()
          : reject(NOTICE_NUMBER_TAKEN, "number", notice.number());
    } else if (notice.days().findAny().isEmpty()) {
      return reject(NOTICE_EMPTY, "field", "off");
    }
    Optional<LocalDate> stranger = notice.days().filter(day -> !isOf(notice.year(), day)).findAny();
    if (stranger.isPresent()) {
      return reject(NOTICE_DAY_OUTSIDE_YEAR, "day", stranger.get().toString());
    }
    Set<LocalDate> seen = new HashSet<>();
    Optional<LocalDate> twice = notice.days().filter(day -> !seen.add(day)).findAny();
    if (twice.isPresent()) {
      return reject(NOTICE_DAY_TWICE, "day", twice.get().toString());
    }
    WorkdayCalendar before = issued.calendar();
    return notice.worked().stream()
        .filter(before::isWorkday)
        .findAny()
        .<Decision<CalendarEvent>>map(
            day -> reject(NOTICE_WORKDAY_ON_WORKDAY, "day", day.toString()))
        .orElseGet(() -> accept(new HolidayNoticeIssued(notice)));
  }

  /** New Year's holiday begins in the old year now and then. */
  private static boolean isOf(int year, LocalDate day) {
    return day.getYear() == year || (day.getYear() == year - 1 && day.getMonthValue() == 12);
  }

  @Override
  public IssuedNotices evolve(IssuedNotices issued, CalendarEvent event) {
    return switch (event) {
      case HolidayNoticeIssued(var notice) -> {
        var notices = new ArrayList<>(issued.notices());
        notices.add(notice);
        yield new IssuedNotices(notices);
      }
    };
  }
}
