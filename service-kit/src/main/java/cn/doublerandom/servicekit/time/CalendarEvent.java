package cn.doublerandom.servicekit.time;

import cn.doublerandom.bureau.time.HolidayNotice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to the calendar. */
public sealed interface CalendarEvent {
  /**
   * @param lacking statutory holidays the notice does not arrange, with the answer somebody gave;
   *     absent where there is none, and in events from before that was asked
   * @param requestedBy who typed it; absent where another service told of it, and in events from
   *     before it took two
   * @param approvedBy who agreed; absent there too
   */
  record HolidayNoticeIssued(
      HolidayNotice notice,
      @Nullable List<CalendarCommand.LackingHoliday> lacking,
      @Nullable String requestedBy,
      @Nullable String approvedBy)
      implements CalendarEvent {
    public HolidayNoticeIssued {
      lacking = lacking == null ? null : List.copyOf(lacking);
    }

    /** One that another service told of, or one person typed before it took two. */
    public HolidayNoticeIssued(
        HolidayNotice notice, @Nullable List<CalendarCommand.LackingHoliday> lacking) {
      this(notice, lacking, null, null);
    }
  }

  /**
   * A notice waits for a second person.
   *
   * @param lacking as in the notice that is issued; absent where there is none
   */
  record NoticeRequested(
      HolidayNotice notice, @Nullable List<CalendarCommand.LackingHoliday> lacking, String by)
      implements CalendarEvent {
    public NoticeRequested {
      lacking = lacking == null ? null : List.copyOf(lacking);
    }
  }

  /**
   * The notice that waited will not be issued.
   *
   * @param reason in words; absent in events of before it was asked for
   */
  record NoticeRequestEnded(String number, String by, @Nullable String reason)
      implements CalendarEvent {}
}
