package cn.doublerandom.draw.waiting.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.draw.plan.PlanDates;
import cn.doublerandom.draw.plan.PlanDeadline;
import cn.doublerandom.servicekit.waiting.Figure;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What the board and the desk say of the year's plan. */
class YearOfDrawsTest {
  private static final LocalDate JUNE = LocalDate.of(2023, 6, 16);
  private static final LocalDate IN_TIME = LocalDate.of(2023, 1, 20);
  private static final LocalDate MARCH = LocalDate.of(2023, 3, 15);

  private static Figure steps(PlanDates dates) {
    return YearOfDraws.steps("130534-2023", PlanDeadline.of(2023, dates, JUNE), false);
  }

  @Test
  void a_plan_whose_steps_were_all_in_time_is_green() {
    Figure told = steps(new PlanDates(IN_TIME, IN_TIME, IN_TIME, IN_TIME, null));

    assertThat(told.number()).isEqualTo("3/3");
    assertThat(told.look()).isEqualTo("ok");
    assertThat(told.of().chinese()).doesNotContain("迟于");
  }

  @Test
  void a_step_that_was_done_after_the_end_of_january_is_not_green_and_is_counted() {
    Figure told = steps(new PlanDates(IN_TIME, MARCH, MARCH, MARCH, null));

    assertThat(told.number()).isEqualTo("3/3");
    assertThat(told.look()).isEqualTo("warn");
    assertThat(told.of().chinese()).contains("其中 2 步迟于 1 月 31 日");
    assertThat(told.of().english()).contains("2 of them after 31 January");
  }

  @Test
  void a_step_that_is_still_open_after_its_day_is_red() {
    Figure told = steps(new PlanDates(IN_TIME, MARCH, null, null, null));

    assertThat(told.number()).isEqualTo("2/3");
    assertThat(told.look()).isEqualTo("bad");
  }
}
