package cn.doublerandom.inspection.external;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What somebody reads of a result that is due, Chinese first. */
class ReminderNoteTest {
  private static final String VISIT = "130534-2023001-001-1-S1";
  private static final LocalDate LAST = LocalDate.of(2023, 4, 14);

  @Test
  void a_result_that_is_due_soon_is_told_with_its_working_days_and_where_to_open_it() {
    var note = new ReminderNote(VISIT, "2023001-001", LAST, 5);

    assertThat(note.subject()).isEqualTo("检查结果录入提醒：2023001-001，还剩 5 个工作日");
    assertThat(note.text().lines())
        .containsExactly(
            "任务 2023001-001 的检查 130534-2023001-001-1-S1：结果尚未办结，最后一日 2023年4月14日，还剩 5 个工作日。"
                + "请打开 /inspection/ui/visits/130534-2023001-001-1-S1",
            "Task 2023001-001, visit 130534-2023001-001-1-S1: its result is not final yet; the last day"
                + " is 14 April 2023, 5 working days left."
                + " Open /inspection/ui/visits/130534-2023001-001-1-S1");
  }

  @Test
  void on_the_last_day_and_after_it_no_number_is_said() {
    assertThat(new ReminderNote(VISIT, "2023001-001", LAST, 0).text())
        .contains("，今日到期。", ", due today.");
    assertThat(new ReminderNote(VISIT, "2023001-001", LAST, null).text())
        .contains("，已逾期。", ", overdue.");
  }
}
