package cn.doublerandom.servicekit.rest;

import cn.doublerandom.bureau.time.WorkdayCalendar;
import cn.doublerandom.servicekit.waiting.DueWords;
import cn.doublerandom.servicekit.waiting.Matter;
import cn.doublerandom.servicekit.waiting.Matters;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What waits for who asks (待办), the oldest first.
 *
 * @param items the first of them
 * @param total how many there are
 */
public record WaitingAnswer(List<WaitingItem> items, long total) {
  /**
   * One thing.
   *
   * @param kind code word
   * @param what a whole sentence, Chinese or as {@code Accept-Language} says
   * @param due last day; absent where there is none
   * @param left how many working days there are until it, or since; absent where there is none, and
   *     where the sentence says so itself
   * @param at address of the page where it is done; absent where there is none
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record WaitingItem(
      @Schema(examples = "status") String kind,
      @Schema(examples = "批准“清河县示例运输有限公司”的登记状态变更：停业（registrar 3月12日提出）") String what,
      @Nullable LocalDate due,
      @Nullable @Schema(examples = "还剩 6 个工作日") String left,
      @Nullable String at) {
    static WaitingItem of(
        Matter matter, boolean english, LocalDate today, WorkdayCalendar calendar) {
      String what = english ? matter.english() : matter.chinese();
      LocalDate due = matter.due();
      String left = due == null ? "" : left(DueWords.of(due, today, calendar), english);
      return new WaitingItem(
          matter.kind(),
          what,
          due,
          left.isEmpty() || what.contains(left) ? null : left,
          matter.at());
    }

    private static String left(DueWords left, boolean english) {
      return english ? left.english() : left.chinese();
    }
  }

  /**
   * In the language of who asks.
   *
   * @param today business day
   */
  public static WaitingAnswer of(
      Matters matters, boolean english, LocalDate today, WorkdayCalendar calendar) {
    return new WaitingAnswer(
        matters.first().stream()
            .map(matter -> WaitingItem.of(matter, english, today, calendar))
            .toList(),
        matters.total());
  }
}
