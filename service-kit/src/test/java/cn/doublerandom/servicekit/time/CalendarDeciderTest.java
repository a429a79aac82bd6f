package cn.doublerandom.servicekit.time;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.rules.RuleBook;
import cn.doublerandom.bureau.time.DeadlineBasis;
import cn.doublerandom.bureau.time.Due;
import cn.doublerandom.bureau.time.HolidayNotice;
import cn.doublerandom.bureau.time.IssuedNotices;
import cn.doublerandom.bureau.time.StatutoryHoliday;
import cn.doublerandom.bureau.time.WorkdayCalendar;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.servicekit.rules.RulePackFiles;
import cn.doublerandom.servicekit.time.CalendarCommand.ApproveNotice;
import cn.doublerandom.servicekit.time.CalendarCommand.EndNotice;
import cn.doublerandom.servicekit.time.CalendarCommand.IssueNotice;
import cn.doublerandom.servicekit.time.CalendarCommand.LackingHoliday;
import cn.doublerandom.servicekit.time.CalendarEvent.HolidayNoticeIssued;
import cn.doublerandom.servicekit.time.CalendarEvent.NoticeRequestEnded;
import cn.doublerandom.servicekit.time.CalendarEvent.NoticeRequested;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarDeciderTest {
  private static final HolidayNotice OF_2027 =
      new HolidayNotice(
          "国办发明电〔2026〕9号",
          LocalDate.of(2026, 11, 10),
          2027,
          List.of(
              LocalDate.of(2027, 1, 1),
              LocalDate.of(2027, 1, 4),
              LocalDate.of(2027, 2, 7),
              LocalDate.of(2027, 4, 5),
              LocalDate.of(2027, 5, 1),
              LocalDate.of(2027, 6, 9),
              LocalDate.of(2027, 9, 15),
              LocalDate.of(2027, 10, 1)),
          List.of(LocalDate.of(2027, 1, 9)));

  private static DeciderSpecification<CalendarCommand, CalendarEvent, IssuedNotices>.Given given(
      HolidayNotice... issued) {
    return DeciderSpecification.of(new CalendarDecider())
        .given(
            Stream.of(issued)
                .map(notice -> new HolidayNoticeIssued(notice, null))
                .toArray(CalendarEvent[]::new));
  }

  private static IssueNotice asked(HolidayNotice notice, LackingHoliday... answers) {
    return new IssueNotice(notice, List.of(answers), "coordinator");
  }

  private static HolidayNotice notice(String number, List<LocalDate> off, List<LocalDate> worked) {
    return new HolidayNotice(number, OF_2027.issuedOn(), 2027, off, worked);
  }

  @Test
  void a_new_notice_is_taken_and_the_same_one_again_changes_nothing() {
    var waits = new NoticeRequested(OF_2027, null, "coordinator");
    given().when(asked(OF_2027)).then(waits);
    given().and(waits).when(asked(OF_2027)).then();
    given(OF_2027).when(asked(OF_2027)).then();
  }

  @Test
  void a_notice_is_never_edited_not_even_one_that_was_shipped() {
    given(OF_2027)
        .when(asked(notice(OF_2027.number(), OF_2027.off(), List.of())))
        .thenRejected(CalendarRejection.NOTICE_NUMBER_TAKEN);
    given()
        .when(asked(notice("国办发明电〔2025〕7号", OF_2027.off(), List.of())))
        .thenRejected(CalendarRejection.NOTICE_NUMBER_TAKEN);
  }

  @Test
  void a_notice_that_cannot_be_right_is_refused_with_the_day() {
    given()
        .when(asked(notice("国办发明电〔2026〕9号", List.of(), List.of())))
        .thenRejected(CalendarRejection.NOTICE_EMPTY);
    given()
        .when(asked(notice("国办发明电〔2026〕9号", List.of(day(2028, 1, 1)), List.of())))
        .thenRejected(CalendarRejection.NOTICE_DAY_OUTSIDE_YEAR);
    given()
        .when(asked(notice("国办发明电〔2026〕9号", List.of(day(2027, 1, 9)), List.of(day(2027, 1, 9)))))
        .thenRejected(CalendarRejection.NOTICE_DAY_TWICE);
    given()
        .when(asked(notice("国办发明电〔2026〕9号", List.of(), List.of(day(2027, 1, 5)))))
        .thenRejected(CalendarRejection.NOTICE_WORKDAY_ON_WORKDAY);
  }

  @Test
  void the_holiday_of_new_year_may_begin_in_the_december_before_and_no_day_lies_further_off() {
    List<LocalDate> early =
        Stream.concat(Stream.of(day(2026, 12, 31)), OF_2027.off().stream()).toList();
    HolidayNotice notice = notice(OF_2027.number(), early, List.of());
    given().when(asked(notice)).then(new NoticeRequested(notice, null, "coordinator"));
    for (LocalDate outside : List.of(day(2026, 11, 30), day(2025, 12, 31), day(2028, 12, 1))) {
      given()
          .when(asked(notice(OF_2027.number(), List.of(outside), List.of())))
          .thenRejected(
              CalendarRejection.NOTICE_DAY_OUTSIDE_YEAR, Map.of("day", outside.toString()));
    }
  }

  @Test
  void a_reason_for_a_holiday_that_is_not_lacking_is_not_kept() {
    given()
        .when(asked(OF_2027, new LackingHoliday(StatutoryHoliday.QINGMING, "与春节合并安排")))
        .then(new NoticeRequested(OF_2027, null, "coordinator"));
  }

  @Test
  void a_notice_without_the_mid_autumn_festival_is_asked_for_it_by_name_and_day() {
    HolidayNotice lacking =
        notice(
            OF_2027.number(),
            OF_2027.off().stream().filter(day -> day.getMonthValue() != 9).toList(),
            List.of());
    given()
        .when(asked(lacking))
        .thenRejected(
            CalendarRejection.NOTICE_LACKS_HOLIDAY,
            Map.of("holidays", List.of("中秋节 2027-09-15"), "lacking", List.of("MID_AUTUMN")));
  }

  @Test
  void a_notice_counts_without_a_holiday_once_somebody_said_why_of_that_holiday() {
    var without = notice(OF_2027.number(), OF_2027.off().subList(0, 6), List.of());
    var autumn = new LackingHoliday(StatutoryHoliday.MID_AUTUMN, "另行通知");
    var national = new LackingHoliday(StatutoryHoliday.NATIONAL_DAY, "另行通知");
    given().when(asked(without, autumn)).thenRejected(CalendarRejection.NOTICE_LACKS_HOLIDAY);
    given()
        .when(asked(without, autumn, new LackingHoliday(StatutoryHoliday.NATIONAL_DAY, " ")))
        .thenRejected(CalendarRejection.NOTICE_LACKS_HOLIDAY);
    given()
        .when(asked(without, autumn, national))
        .then(new NoticeRequested(without, List.of(autumn, national), "coordinator"));
    given()
        .and(new NoticeRequested(without, List.of(autumn, national), "coordinator"))
        .when(new ApproveNotice(without.number(), "approver"))
        .then(
            new HolidayNoticeIssued(without, List.of(autumn, national), "coordinator", "approver"));
  }

  @Test
  void a_second_notice_of_the_year_need_not_repeat_what_the_first_arranged() {
    var more = notice("国办发明电〔2027〕1号", List.of(day(2027, 2, 12)), List.of());
    given(OF_2027).when(asked(more)).then(new NoticeRequested(more, null, "coordinator"));
  }

  @Test
  void a_notice_counts_when_another_person_agreed_and_never_before() {
    var waits = given().and(new NoticeRequested(OF_2027, null, "coordinator"));
    LocalDate newYear = day(2027, 1, 4);
    assertThat(waits.when(asked(OF_2027)).state().calendar().isWorkday(newYear)).isTrue();
    waits
        .when(new ApproveNotice(OF_2027.number(), "Coordinator "))
        .thenRejected(CalendarRejection.NOTICE_NEEDS_SECOND_PERSON);
    waits
        .when(new ApproveNotice("国办发明电〔2026〕10号", "approver"))
        .thenRejected(CalendarRejection.NOTICE_NOT_REQUESTED);
    waits
        .when(asked(notice("国办发明电〔2026〕10号", OF_2027.off(), List.of())))
        .thenRejected(CalendarRejection.NOTICE_WAITS);
    waits
        .when(new ApproveNotice(OF_2027.number(), "approver"))
        .then(new HolidayNoticeIssued(OF_2027, null, "coordinator", "approver"));
    IssuedNotices agreed = waits.when(new ApproveNotice(OF_2027.number(), "approver")).state();
    assertThat(agreed.calendar().isWorkday(newYear)).isFalse();
    assertThat(agreed.asked()).isEmpty();
    waits
        .when(new EndNotice(OF_2027.number(), "approver", "文号有误"))
        .then(new NoticeRequestEnded(OF_2027.number(), "approver", "文号有误"));
    waits
        .when(new EndNotice(OF_2027.number(), "approver", "  "))
        .thenRejected(CalendarRejection.REASON_MISSING);
  }

  @Test
  void thirteen_days_off_in_a_row_are_no_holiday_and_twelve_may_be_one() {
    // 7 June 2027 is a Monday: with the weekends before and after it twelve days at most.
    List<LocalDate> twelve = day(2027, 6, 7).datesUntil(day(2027, 6, 17)).toList();
    given(OF_2027)
        .when(asked(notice("国办发明电〔2027〕1号", twelve, List.of())))
        .then(new NoticeRequested(notice("国办发明电〔2027〕1号", twelve, List.of()), null, "coordinator"));
    List<LocalDate> more = day(2027, 6, 7).datesUntil(day(2027, 6, 18)).toList();
    given(OF_2027)
        .when(asked(notice("国办发明电〔2027〕1号", more, List.of())))
        .thenRejected(
            CalendarRejection.NOTICE_OFF_TOO_LONG, Map.of("field", "off", "day", "2027-06-07"));
  }

  @Test
  void six_and_forty_mondays_to_fridays_off_in_a_year_are_too_many() {
    List<LocalDate> wednesdays =
        day(2027, 1, 6).datesUntil(day(2028, 1, 1), Period.ofWeeks(1)).toList();
    given(OF_2027)
        .when(asked(notice("国办发明电〔2027〕1号", wednesdays, List.of())))
        .thenRejected(CalendarRejection.NOTICE_OFF_TOO_MANY, Map.of("field", "off", "year", 2027));
  }

  @Test
  void what_was_shipped_is_plausible_by_the_same_rule() {
    WorkdayCalendar shipped = WorkdayCalendar.shipped();
    for (HolidayNotice notice : shipped.notices()) {
      assertThat(Plausible.refused(notice, shipped)).as(notice.number()).isEmpty();
    }
  }

  @Test
  void what_the_registry_was_asked_already_the_other_services_only_note() {
    var without = notice(OF_2027.number(), OF_2027.off().subList(0, 1), List.of());
    given()
        .when(new CalendarCommand.NoteNotice(without))
        .then(new HolidayNoticeIssued(without, null));
  }

  @ParameterizedTest
  @ValueSource(ints = {2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026})
  void every_year_that_was_shipped_arranges_every_statutory_holiday_on_its_day(int year) {
    WorkdayCalendar shipped = WorkdayCalendar.shipped();
    for (StatutoryHoliday holiday : StatutoryHoliday.values()) {
      assertThat(shipped.notices().stream().flatMap(n -> n.off().stream()))
          .as("%s of %d", holiday.text(), year)
          .contains(holiday.on(year).orElseThrow());
    }
  }

  @Test
  void a_year_whose_moon_is_not_known_here_is_asked_for_its_festivals() {
    assertThat(StatutoryHoliday.MID_AUTUMN.on(2057)).isEmpty();
    assertThat(StatutoryHoliday.NATIONAL_DAY.on(2057)).contains(day(2057, 10, 1));
  }

  @Test
  void a_deadline_in_the_new_year_is_provisional_until_the_notice_comes() {
    RuleBook rules =
        RulePackFiles.book(List.of("national-2019", "hebei-2023", "state-council-2025"));
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
