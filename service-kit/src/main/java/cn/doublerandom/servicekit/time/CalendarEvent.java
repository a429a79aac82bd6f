package cn.doublerandom.servicekit.time;

/** What happens to the calendar. */
public sealed interface CalendarEvent {
  record HolidayNoticeIssued(HolidayNotice notice) implements CalendarEvent {}
}
