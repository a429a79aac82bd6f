package cn.doublerandom.servicekit.time;

import cn.doublerandom.bureau.time.HolidayNotice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to the calendar. */
public sealed interface CalendarEvent {
  /**
   * @param lacking statutory holidays the notice does not arrange, with the answer somebody gave;
   *     absent where there is none, and in events from before that was asked
   */
  record HolidayNoticeIssued(
      HolidayNotice notice, @Nullable List<CalendarCommand.LackingHoliday> lacking)
      implements CalendarEvent {
    public HolidayNoticeIssued {
      lacking = lacking == null ? null : List.copyOf(lacking);
    }
  }
}
