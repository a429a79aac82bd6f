package cn.doublerandom.draw.plan.application;

import cn.doublerandom.bureau.key.DocumentNumber;
import cn.doublerandom.draw.PlanRejection;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 发文字号 as somebody types it. */
final class DocumentNumbers {
  private static final String FIELD = "documentNumber";

  private DocumentNumbers() {}

  /** What was typed, read; empty where nothing was. */
  static Optional<DocumentNumber> read(@Nullable String typed) {
    if (typed == null || typed.isBlank()) {
      return Optional.empty();
    }
    Optional<DocumentNumber> number = DocumentNumber.of(typed);
    if (number.isEmpty()) {
      PlanRejection reason = PlanRejection.DOCUMENT_NUMBER_UNREADABLE;
      throw new ProblemException(
          reason,
          List.of(
              new Problem.FieldError(
                  FIELD, null, reason.wording().code(), reason.wording().text())),
          Map.of());
    }
    return number;
  }
}
