package cn.doublerandom.publication.result;

import cn.doublerandom.bureau.rules.RuleValue;
import cn.doublerandom.bureau.time.Due;
import java.time.LocalDate;
import java.util.List;

/** What may be asked of a result. */
public sealed interface ResultCommand {
  record ReceiveResult(ResultContent content) implements ResultCommand {}

  /** The last day has passed and the result is not recorded. */
  record NoteMissing(MissingResult missing) implements ResultCommand {}

  /** The window of a visit has ended without it. */
  record NoteNotHeld(MissingVisit visit) implements ResultCommand {}

  /**
   * A visit that was not held is owed no more.
   *
   * @param outcome FINISHED or CANCELLED
   */
  record NoteSettled(String outcome, LocalDate on) implements ResultCommand {}

  /** The calendar says another last day now. */
  record MoveDeadline(Due due) implements ResultCommand {}

  /**
   * @param unit of the account that publishes
   * @param issuer credit code of the bureau, with which its index numbers begin
   */
  record PublishResult(String by, String unit, String subjectName, String issuer, LocalDate today)
      implements ResultCommand {}

  /**
   * 更正 of one item of a published result.
   *
   * @param codes what is right, of that item
   * @param unit of the account that asks
   * @param combinations which codes may stand together
   */
  record AskCorrection(
      String itemCode,
      List<String> codes,
      String reason,
      String by,
      String unit,
      RuleValue.ResultCombinations combinations,
      LocalDate today)
      implements ResultCommand {
    public AskCorrection {
      codes = List.copyOf(codes);
    }
  }

  /**
   * 撤销 of a publication.
   *
   * @param unit of the account that asks
   */
  record AskWithdrawal(String reason, String by, String unit, LocalDate today)
      implements ResultCommand {}

  /** Another person agrees to what waits. */
  record ApproveChange(String by, LocalDate today) implements ResultCommand {}

  /** Another person does not agree to what waits. */
  record DeclineChange(String reason, String by, LocalDate today) implements ResultCommand {}
}
