package cn.doublerandom.inspection.visit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What publication tells of a result it had made public. */
public sealed interface AmendmentCommand extends VisitCommand {
  /**
   * @param version how often it was made public by now, from 2; what comes late changes nothing
   * @param codes of the subject, ascending
   * @param items of each item; absent in what was told before items were
   */
  record TakeCorrection(
      int version,
      List<String> codes,
      @Nullable List<Amendment.OfItem> items,
      String reason,
      LocalDate on)
      implements AmendmentCommand {
    public TakeCorrection {
      codes = List.copyOf(codes);
      items = items == null ? null : List.copyOf(items);
    }
  }

  record TakeWithdrawal(String reason, LocalDate on) implements AmendmentCommand {}
}
