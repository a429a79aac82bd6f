package cn.doublerandom.registry.application;

import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.text.TextGuard;
import java.util.List;
import java.util.Map;

/** Why codes of a table are taken whose check characters are not the standard's. */
public final class CodeReason {
  private CodeReason() {}

  /**
   * The reason as it may be kept.
   *
   * @throws ProblemException where it has signs no text may have, beside its field
   */
  public static String checked(String codeReason) {
    TextGuard.offenceInLine(codeReason)
        .ifPresent(offence -> {
          throw new ProblemException(
              EdgeRejection.FIELD_INVALID,
              List.of(
                  new Problem.FieldError(
                      "codeReason", null, offence.fault().code(), offence.text())),
              Map.of());
        });
    return TextGuard.visible(codeReason);
  }
}
