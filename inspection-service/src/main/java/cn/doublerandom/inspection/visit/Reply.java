package cn.doublerandom.inspection.visit;

import org.jspecify.annotations.Nullable;

/**
 * What was answered to one question of a checklist.
 *
 * @param question id within the checklist
 * @param value YES or NO, the option that was chosen, a decimal, a day as 2023-03-15, or a text;
 *     absent where the question does not apply, and of a photo, which is evidence of the visit
 * @param notApplicable why the question does not apply (不适用); absent where it does
 */
public record Reply(String question, @Nullable String value, @Nullable String notApplicable) {
  public static final String YES = "YES";
  public static final String NO = "NO";
}
