package cn.doublerandom.servicekit.time;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.servicekit.rules.RuleBook;
import cn.doublerandom.servicekit.time.CalendarCommand.IssueNotice;
import cn.doublerandom.servicekit.time.CalendarEvent.HolidayNoticeIssued;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CalendarDeciderTest {
  private static final HolidayNotice OF_2027 =
      new HolidayNotice(
          "国办发明电〔2026〕9号",
          LocalDate.of(2026, 11, 10),
          2027,
          List.of(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 4)),
          List.of(LocalDate.of(2027, 1, 9)));

  private static DeciderSpecification<CalendarCommand, CalendarEvent, IssuedNotices>.Given given(
      HolidayNotice... issued) {
    return DeciderSpecification.of(new CalendarDecider())
        .given(Stream.of(issued).map(HolidayNoticeIssued::new).toArray(CalendarEvent[]::new));
  }

  private static HolidayNotice notice(String number, List<LocalDate> off, List<LocalDate> worked) {
    return new HolidayNotice(number, OF_2027.issuedOn(), 2027, off, worked);
  }

  @Test
  void a_new_notice_is_taken_and_the_same_one_again_changes_nothing() {
    given().when(new IssueNotice(OF_2027)).then(new HolidayNoticeIssued(OF_2027));
    given(OF_2027).when(new IssueNotice(OF_2027)).then();
  }

  @Test
  void a_notice_is_never_edited_not_even_one_that_was_shipped() {
    given(OF_2027)
        .when(new IssueNotice(notice(OF_2027.number(), OF_2027.off(), List.of())))
        .thenRejected(CalendarRejection.NOTICE_NUMBER_TAKEN);
    given()
        .when(new IssueNotice(notice("国办发明电〔2025〕7号", OF_2027.off(), List.of())))
        .thenRejected(CalendarRejection.NOTICE_NUMBER_TAKEN);
  }

  @Test
  void a_notice_that_cannot_be_right_is_refused_with_the_day() {
    given()
        .when(new IssueNotice(notice("国办发明电〔2026〕9号", List.of(), List.of())))
        .thenRejected(CalendarRejection.NOTICE_EMPTY);
    given()
        .when(new IssueNotice(notice("国办发明电〔2026〕9号", List.of(day(2028, 1, 1)), List.of())))
        .thenRejected(CalendarRejection.NOTICE_DAY_OUTSIDE_YEAR);
    given()
        .when(
            new IssueNotice(
                notice("国办发明电〔2026〕9号", List.of(day(2027, 1, 9)), List.of(day(2027, 1, 9)))))
        .thenRejected(CalendarRejection.NOTICE_DAY_TWICE);
    given()
        .when(new IssueNotice(notice("国办发明电〔2026〕9号", List.of(), List.of(day(2027, 1, 5)))))
        .thenRejected(CalendarRejection.NOTICE_WORKDAY_ON_WORKDAY);
  }

  @Test
  void a_deadline_in_the_new_year_is_provisional_until_the_notice_comes() {
    RuleBook rules = RuleBook.of(List.of("national-2019", "hebei-2023", "state-council-2025"));
    LocalDate finished = day(2026, 12, 25);
    Due before = Due.publication(finished, rules, WorkdayCalendar.shipped());
    Due after = Due.publication(finished, rules, new IssuedNotices(List.of(OF_2027)).calendar());
    assertThat(before.on()).isEqualTo(day(2027, 1, 22));
    assertThat(before.provisional()).isTrue();
    assertThat(after.on()).isEqualTo(day(2027, 1, 25));
    assertThat(after.provisional()).isFalse();
    assertThat(after.basis())
        .isEqualTo(
            new DeadlineBasis("national-2019+hebei-2023+state-council-2025", 20, OF_2027.number()));
  }

  private static LocalDate day(int year, int month, int day) {
    return LocalDate.of(year, month, day);
  }
}
