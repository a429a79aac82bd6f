package cn.doublerandom.registry.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to a table that was handed in. */
public sealed interface IntakeEvent {
  /**
   * It was taken: what the register made of its rows stands in the streams of those.
   *
   * @param fileName as it was called where it came from
   * @param digest SHA-256 of the file, lower-case hex
   * @param onlyGood whether rows with faults were left out, and not all rows or none taken
   * @param rows read from the file
   * @param changed rows that were new or different
   * @param unchanged rows the register had already
   * @param refused rows with a fault
   * @param waiting rows that wait for a second person
   * @param leftOut rows nothing was done with because another person decides or somebody must give
   *     a reason
   * @param batch by which those that wait are decided on; absent where none do
   * @param stoppedAfter rows after which who took it stopped: those behind them were left where
   *     they were; absent where the whole table was taken, and in tables from before it could be
   *     stopped
   */
  record TableTaken(
      IntakeKind kind,
      String fileName,
      String digest,
      boolean onlyGood,
      int rows,
      int changed,
      int unchanged,
      int refused,
      int waiting,
      int leftOut,
      @Nullable String batch,
      @Nullable Integer stoppedAfter)
      implements IntakeEvent {}

  /**
   * Somebody asked that it be undone.
   *
   * @param counts what that would have come to just then
   */
  record UndoRequested(String reason, String by, UndoCounts counts) implements IntakeEvent {}

  /**
   * It will not be undone.
   *
   * @param withdrawn whether it was taken back by who had asked, and not declined by another
   */
  record UndoRequestEnded(String reason, String by, boolean withdrawn) implements IntakeEvent {}

  /** Another person agreed: its entries are given back what they were, one after the other. */
  record UndoApproved(String requestedBy, String approvedBy) implements IntakeEvent {}

  /**
   * All its entries were gone through.
   *
   * @param kept the first of those that were changed since and left as they are, ascending
   */
  record TableUndone(UndoCounts counts, List<String> kept) implements IntakeEvent {
    public TableUndone {
      kept = List.copyOf(kept);
    }
  }
}
