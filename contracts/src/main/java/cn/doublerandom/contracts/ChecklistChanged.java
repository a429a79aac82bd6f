package cn.doublerandom.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked on site for an inspection item (检查表) was laid down anew; carries all of it.
 *
 * @param itemCode number in the provincial catalogue
 * @param questions in the order in which they are asked
 */
public record ChecklistChanged(String itemCode, List<Question> questions)
    implements IntegrationEvent {

  /**
   * One question.
   *
   * @param id within the checklist, stable over its versions
   * @param text as it is asked
   * @param kind of answer: YES_NO, YES_NO_NOT_APPLICABLE, NUMBER, TEXT, DATE, CHOICE or PHOTO;
   *     further ones may come
   * @param guidance how to find out; absent where nothing is said
   * @param clause legal clause behind it; absent likewise
   * @param options of a choice, in their order; absent where nothing is chosen
   * @param measuredIn unit of a number, such as 分贝; absent where it has none
   * @param least a number that keeps to the law has, a decimal; absent where there is no limit
   * @param most likewise
   */
  public record Question(
      String id,
      String text,
      String kind,
      @Nullable String guidance,
      @Nullable String clause,
      @Nullable List<String> options,
      @Nullable String measuredIn,
      @Nullable String least,
      @Nullable String most) {}
}
