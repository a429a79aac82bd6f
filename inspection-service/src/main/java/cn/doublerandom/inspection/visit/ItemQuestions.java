package cn.doublerandom.inspection.visit;

import cn.doublerandom.inspection.register.Question;
import java.util.List;

/**
 * The checklist of one item as a visit keeps it.
 *
 * @param questions at least one, in the order in which they are asked
 */
public record ItemQuestions(String itemCode, List<Question> questions) {
  public ItemQuestions {
    questions = List.copyOf(questions);
  }
}
