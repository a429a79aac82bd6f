package cn.doublerandom.registry.application;

import static cn.doublerandom.registry.RegistryRejection.ABSENCE_REQUEST_WAITS;
import static cn.doublerandom.registry.RegistryRejection.CANCELLED_REINSTATED;
import static cn.doublerandom.registry.RegistryRejection.RECUSAL_REQUEST_WAITS;
import static cn.doublerandom.registry.RegistryRejection.RENAMING_WAITS;
import static cn.doublerandom.registry.RegistryRejection.STATUS_NOT_TOLD;
import static cn.doublerandom.registry.RegistryRejection.STATUS_REQUEST_WAITS;

import cn.doublerandom.eventstore.decider.Rejection;
import cn.doublerandom.servicekit.table.RowFault;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of an import that wait for a second person, now or since an earlier one, and those that
 * are left out because only people decide: an extract of all the register, sent each month, repeats
 * them and does not stop on them.
 */
final class WaitingRows {
  private static final Set<Rejection> LEFT_OUT =
      Set.of(
          CANCELLED_REINSTATED,
          STATUS_NOT_TOLD,
          STATUS_REQUEST_WAITS,
          ABSENCE_REQUEST_WAITS,
          RECUSAL_REQUEST_WAITS,
          RENAMING_WAITS);

  private String batch = "";
  private int rows;
  private int still;
  private int leftOut;

  /** Counts a row, and says so of it. */
  RowFault add(String name, String words, int row) {
    batch = name;
    rows++;
    return new RowFault(row, "", "waits-for-second-person", "须经另一人批准后生效：" + words + "。");
  }

  /** Counts a row that asked nothing anew, and names what waits. */
  RowFault still(String words, int row) {
    still++;
    return new RowFault(row, "", "still-waits-for-second-person", "仍有一项变更待另一人批准：" + words + "。");
  }

  /** Whether a row that is refused so leaves the other rows alone. */
  static boolean leavesOut(Rejection rejection) {
    return LEFT_OUT.contains(rejection);
  }

  /** Counts a row that is left out, and says why. */
  RowFault leaveOut(RowFault refused) {
    leftOut++;
    return new RowFault(
        refused.row(), refused.column(), refused.code(), refused.text() + "本行未处理，其余各行照常。");
  }

  int leftOut() {
    return leftOut;
  }

  /**
   * Empty where none waits.
   *
   * @param dryRun whether the batch was only thought of
   */
  Optional<Imported.Waiting> report(boolean dryRun) {
    return rows == 0
        ? Optional.empty()
        : Optional.of(new Imported.Waiting(dryRun ? Optional.empty() : Optional.of(batch), rows));
  }

  int rows() {
    return rows;
  }

  /**
   * What is to be said of all of them: more than one approval takes are agreed to in parts.
   *
   * @param most entries one approval takes
   */
  Optional<RowFault> inParts(int most) {
    return rows <= most
        ? Optional.empty()
        : Optional.of(
            new RowFault(
                0,
                "",
                "batch-approved-in-parts",
                "本批次有 %d 行待批准，每次最多批准 %d 行：请对同一批次批准 %d 次。"
                    .formatted(rows, most, Math.ceilDiv(rows, most))));
  }

  int still() {
    return still;
  }
}
