package cn.doublerandom.draw.plan;

import static cn.doublerandom.draw.plan.PlanDeadline.State.DONE_LATE;
import static cn.doublerandom.draw.plan.PlanDeadline.State.DUE_SOON;
import static cn.doublerandom.draw.plan.PlanDeadline.State.OVERDUE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.draw.plan.DeadlineCommand.NoteDeadlines;
import cn.doublerandom.draw.plan.DeadlineEvent.DeadlineAlarmed;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 1月底前完成制定、上报和公示 (R25). */
class DeadlineDeciderTest {
  private static final LocalDate LAST_DAY = LocalDate.of(2023, 1, 31);

  private final DeciderSpecification<
          DeadlineCommand, DeadlineEvent, Map<String, PlanDeadline.State>>
      deadlines = DeciderSpecification.of(new DeadlineDecider());

  private static NoteDeadlines look(PlanDates dates, boolean begun, LocalDate today) {
    return new NoteDeadlines(PlanDeadline.of(2023, dates, today), begun, today);
  }

  private static DeadlineAlarmed alarm(String step, PlanDeadline.State state, LocalDate on) {
    return new DeadlineAlarmed(step, state, LAST_DAY, on, null);
  }

  @Test
  void two_weeks_before_the_end_of_january_each_step_still_open_is_called_out_once() {
    LocalDate early = LocalDate.of(2023, 1, 16);
    LocalDate near = LocalDate.of(2023, 1, 17);
    deadlines.given().when(look(PlanDates.NONE, false, early)).then();
    var called = deadlines.given().when(look(PlanDates.NONE, false, near));
    called.then(
        alarm("制定", DUE_SOON, near), alarm("上报", DUE_SOON, near), alarm("公示", DUE_SOON, near));
    assertThat(called.state()).containsOnlyKeys("制定", "上报", "公示");
    deadlines
        .given()
        .having(look(PlanDates.NONE, false, near))
        .when(look(PlanDates.NONE, false, near.plusDays(1)))
        .then();
  }

  @Test
  void a_plan_approved_in_time_and_reported_late_is_overdue_for_what_is_missing_alone() {
    LocalDate after = LocalDate.of(2023, 2, 1);
    var approved = new PlanDates(LocalDate.of(2023, 1, 20), null, null, null, null);
    deadlines
        .given()
        .when(look(approved, true, after))
        .then(alarm("上报", OVERDUE, after), alarm("公示", OVERDUE, after));
    var reported =
        new PlanDates(LocalDate.of(2023, 1, 20), LocalDate.of(2023, 2, 3), null, null, null);
    deadlines
        .given()
        .having(look(approved, true, after))
        .when(look(reported, true, LocalDate.of(2023, 2, 3)))
        .then(late(LocalDate.of(2023, 2, 3)));
    deadlines
        .given()
        .having(look(approved, true, after))
        .when(look(reported, true, LocalDate.of(2023, 6, 16)))
        .then(late(LocalDate.of(2023, 6, 16)));
  }

  /** Noticed on a day, which need not be the day it was done. */
  private static DeadlineAlarmed late(LocalDate noticed) {
    return new DeadlineAlarmed("上报", DONE_LATE, LAST_DAY, noticed, LocalDate.of(2023, 2, 3));
  }

  @Test
  void a_plan_nobody_began_is_overdue_where_the_office_was_warned() {
    LocalDate after = LocalDate.of(2023, 2, 1);
    var warned = deadlines.given().having(look(PlanDates.NONE, false, LAST_DAY));
    warned
        .when(look(PlanDates.NONE, false, after))
        .then(
            alarm("制定", OVERDUE, after), alarm("上报", OVERDUE, after), alarm("公示", OVERDUE, after));
  }

  @Test
  void an_adjustment_in_june_makes_no_plan_late_that_was_public_in_january() {
    LocalDate january = LocalDate.of(2023, 1, 29);
    LocalDate june = LocalDate.of(2023, 6, 15);
    deadlines
        .given()
        .when(look(new PlanDates(january, january, june, january, null), true, june))
        .then();
  }

  @Test
  void an_office_that_begins_to_use_the_system_in_may_is_not_blamed_for_january() {
    deadlines.given().when(look(PlanDates.NONE, false, LocalDate.of(2023, 5, 4))).then();
  }
}
