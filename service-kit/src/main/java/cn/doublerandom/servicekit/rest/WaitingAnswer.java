package cn.doublerandom.servicekit.rest;

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
   * @param at address of the page where it is done; absent where there is none
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record WaitingItem(
      @Schema(examples = "status") String kind,
      @Schema(examples = "批准“清河县示例运输有限公司”的登记状态变更：停业（registrar 3月12日提出）") String what,
      @Nullable LocalDate due,
      @Nullable String at) {
    static WaitingItem of(Matter matter, boolean english) {
      return new WaitingItem(
          matter.kind(), english ? matter.english() : matter.chinese(), matter.due(), matter.at());
    }
  }

  /** In the language of who asks. */
  public static WaitingAnswer of(Matters matters, Requests asked) {
    boolean english = asked.readsEnglish();
    return new WaitingAnswer(
        matters.first().stream().map(matter -> WaitingItem.of(matter, english)).toList(),
        matters.total());
  }
}
