package cn.doublerandom.draw.plan;

import static cn.doublerandom.draw.plan.PlanDeciderTest.SCOPE;
import static cn.doublerandom.draw.plan.PlanDeciderTest.TEN;
import static cn.doublerandom.draw.plan.PlanDeciderTest.table;
import static cn.doublerandom.draw.plan.PlanDeciderTest.task;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is to be drawn follows from the windows of a published plan and from what was begun. */
class DueDrawsTest {
  private static final LocalDate JANUARY = LocalDate.of(2023, 1, 20);
  private static final LocalDate APRIL = LocalDate.of(2023, 4, 3);
  private static final PlanDecider RULES = new PlanDecider();
  private static final PlanTable TABLE =
      table(
          task("001", "已抽取", TEN),
          task("002", "正当时", TEN),
          task("003", "已过期", TEN, JANUARY, LocalDate.of(2023, 3, 31)),
          task("004", "还未到", TEN, LocalDate.of(2023, 5, 1), LocalDate.of(2023, 6, 30)));

  private static AnnualPlan plan(boolean isPublished) {
    List<PlanEvent> events = new ArrayList<>(List.of(new PlanEvent.PlanImported(TABLE, "张科")));
    TABLE.tasks().forEach(t -> events.add(new PlanEvent.TaskScopeDefined(t.key(), SCOPE, "张科")));
    if (isPublished) {
      events.add(new PlanEvent.PlanSubmitted("张科", JANUARY));
      events.add(new PlanEvent.PlanApproved("王局", JANUARY));
      events.add(new PlanEvent.PlanReported("张科", "邢台市交通运输局", JANUARY, null));
      events.add(new PlanEvent.PlanPublished(JANUARY));
      events.add(new PlanEvent.DrawBegun("2023001-001", "130534-2023001-001-1", 1));
    }
    return RULES.replay(events);
  }

  @Test
  void a_task_within_its_window_is_due_one_whose_window_ended_overdue_one_begun_neither() {
    DueDraws due = DueDraws.of(plan(true), APRIL);

    assertThat(due.states())
        .isEqualTo(
            Map.of("2023002-002", DueDraws.State.DUE, "2023003-003", DueDraws.State.OVERDUE));
    assertThat(due.count(DueDraws.State.DUE)).isEqualTo(1);
    assertThat(due.count(DueDraws.State.OVERDUE)).isEqualTo(1);
  }

  @Test
  void nothing_is_due_of_a_plan_that_is_not_published() {
    assertThat(DueDraws.of(plan(false), APRIL).states()).isEmpty();
    assertThat(DueDraws.of(RULES.initial(), APRIL).states()).isEmpty();
  }

  @Test
  void the_last_day_of_a_window_is_within_it() {
    assertThat(DueDraws.of(plan(true), LocalDate.of(2023, 3, 31)).count(DueDraws.State.OVERDUE))
        .isZero();
  }

  @Test
  void of_the_tasks_that_are_due_those_are_near_whose_window_ends_by_then() {
    LocalDate march = LocalDate.of(2023, 3, 29);

    assertThat(DueDraws.ending(plan(true), march, LocalDate.of(2023, 3, 30))).isZero();
    assertThat(DueDraws.ending(plan(true), march, LocalDate.of(2023, 3, 31))).isEqualTo(1);
    assertThat(DueDraws.ending(plan(true), APRIL, LocalDate.of(2023, 12, 31))).isEqualTo(1);
    assertThat(DueDraws.ending(plan(false), march, LocalDate.of(2023, 12, 31))).isZero();
  }
}
