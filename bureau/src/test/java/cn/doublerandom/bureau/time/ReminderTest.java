package cn.doublerandom.bureau.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** 期限提醒 (R40): somebody is told in working days, not in days of the calendar. */
class ReminderTest {
  private static final WorkdayCalendar CALENDAR = WorkdayCalendar.shipped();
  private static final LocalDate FINISHED = LocalDate.of(2023, 3, 16);
  private static final LocalDate DUE = LocalDate.of(2023, 4, 14);

  @Test
  void ten_five_and_two_working_days_before_the_last_day_and_on_it_across_qingming() {
    assertThat(CALENDAR.after(FINISHED, 20).due()).isEqualTo(DUE);
    assertThat(Reminder.of(FINISHED, DUE, CALENDAR))
        .containsExactly(
            new Reminder(LocalDate.of(2023, 3, 30), 10),
            new Reminder(LocalDate.of(2023, 4, 7), 5),
            new Reminder(LocalDate.of(2023, 4, 12), 2),
            new Reminder(DUE, 0));
  }

  @Test
  void a_short_period_is_not_reminded_of_before_it_began() {
    assertThat(Reminder.of(LocalDate.of(2023, 4, 10), DUE, CALENDAR))
        .containsExactly(new Reminder(LocalDate.of(2023, 4, 12), 2), new Reminder(DUE, 0));
  }
}
