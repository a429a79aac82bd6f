package cn.doublerandom.inspection.preparation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked before a visit. */
public sealed interface PreparationCommand {
  /** The visit it is about. */
  PreparedVisit visit();

  record ConfirmTraining(PreparedVisit visit, String by, String content, LocalDate today)
      implements PreparationCommand {}

  /**
   * @param unannounced why the subject is not to be told before; absent where it is told
   */
  record AskApproval(PreparedVisit visit, String by, @Nullable String unannounced, LocalDate today)
      implements PreparationCommand {}

  record ApproveInspection(PreparedVisit visit, String by, LocalDate today)
      implements PreparationCommand {}

  record DeclineApproval(PreparedVisit visit, String by, String reason, LocalDate today)
      implements PreparationCommand {}

  /** Who asked takes it back. */
  record TakeBackApproval(PreparedVisit visit, String by, String reason, LocalDate today)
      implements PreparationCommand {}

  /**
   * @param code six characters nobody can guess, in case the visit has none yet
   */
  record ServeNotice(
      PreparedVisit visit,
      String by,
      Notice.Way way,
      String receivedAs,
      String code,
      LocalDate today)
      implements PreparationCommand {}

  /**
   * A member asks for the code he shows at the door.
   *
   * @param code six characters nobody can guess, in case the visit has none yet
   */
  record IssueCode(PreparedVisit visit, String by, String code) implements PreparationCommand {}

  /**
   * Somebody of another unit asks for the code by which the firm rates its visit.
   *
   * @param unit of who asks
   * @param units of the team
   * @param token what the code became under a key the ledger does not have
   */
  record MakeRatingCode(
      PreparedVisit visit,
      String by,
      String unit,
      List<String> units,
      String token,
      LocalDate today)
      implements PreparationCommand {
    public MakeRatingCode {
      units = List.copyOf(units);
    }
  }

  /**
   * @param by account of the officer; absent where the subject asks
   */
  record AskRecusal(
      PreparedVisit visit, String inspector, @Nullable String by, String reason, LocalDate today)
      implements PreparationCommand {}

  record DecideRecusal(
      PreparedVisit visit,
      String inspector,
      boolean agreed,
      String by,
      String reason,
      LocalDate today)
      implements PreparationCommand {}
}
