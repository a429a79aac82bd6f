package cn.doublerandom.servicekit.time;

/** What may be asked of the calendar. */
public sealed interface CalendarCommand {
  record IssueNotice(HolidayNotice notice) implements CalendarCommand {}
}
