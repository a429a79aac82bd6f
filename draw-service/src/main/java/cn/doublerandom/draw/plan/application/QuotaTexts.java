package cn.doublerandom.draw.plan.application;

import cn.doublerandom.draw.ReadingRejection;
import cn.doublerandom.draw.reading.Quota;
import cn.doublerandom.draw.reading.QuotaReader;
import cn.doublerandom.draw.reading.QuotaReading;
import cn.doublerandom.draw.reading.Reading;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
import java.util.List;
import java.util.Map;

/** A number of a plan as somebody types it. */
public final class QuotaTexts {
  private QuotaTexts() {}

  /**
   * Read like a cell of the plan; what is of a part of the subjects only is none.
   *
   * @param field beside which a refusal stands
   */
  public static Quota quota(String text, String field) {
    return switch (QuotaReader.read(text)) {
      case Reading.Read<QuotaReading>(var reading) when !reading.part().isEmpty() ->
          throw refused(ReadingRejection.QUOTA_OF_A_PART, field);
      case Reading.Read<QuotaReading>(var reading) -> reading.quota();
      case Reading.Refused<QuotaReading>(var reason) -> throw refused(reason, field);
    };
  }

  private static ProblemException refused(ReadingRejection reason, String field) {
    return new ProblemException(
        reason,
        List.of(
            new Problem.FieldError(field, null, reason.wording().code(), reason.wording().text())),
        Map.of());
  }
}
