package cn.doublerandom.inspection.external;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is told of a result that is not final yet (R40): the visit by its numbers, never a
 * firm or a person by a name.
 *
 * @param task plan and task, {@code 2023001-001}
 * @param workingDays left when it was said, the last one included; absent where the last day is
 *     over
 */
record ReminderNote(String visitId, String task, LocalDate dueOn, @Nullable Integer workingDays) {
  private static final DateTimeFormatter CHINESE = DateTimeFormatter.ofPattern("yyyy年M月d日");
  private static final DateTimeFormatter ENGLISH =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  /** One line that needs no other. */
  String subject() {
    return "检查结果录入提醒：%s，%s".formatted(task, left());
  }

  /** Two lines, Chinese and English. */
  String text() {
    return """
    任务 %s 的检查 %s：结果尚未办结，最后一日 %s，%s。请打开 %s
    Task %s, visit %s: its result is not final yet; the last day is %s, %s. Open %s\
    """
        .formatted(
            task,
            visitId,
            CHINESE.format(dueOn),
            left(),
            place(),
            task,
            visitId,
            ENGLISH.format(dueOn),
            leftInEnglish(),
            place());
  }

  private String place() {
    return "/inspection/ui/visits/" + visitId;
  }

  private String left() {
    if (workingDays == null) {
      return "已逾期";
    }
    return workingDays == 0 ? "今日到期" : "还剩 %d 个工作日".formatted(workingDays);
  }

  private String leftInEnglish() {
    if (workingDays == null) {
      return "overdue";
    } else if (workingDays == 0) {
      return "due today";
    }
    return workingDays == 1 ? "1 working day left" : workingDays + " working days left";
  }
}
