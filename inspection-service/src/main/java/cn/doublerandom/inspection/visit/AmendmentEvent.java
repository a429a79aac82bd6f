package cn.doublerandom.inspection.visit;

import java.time.LocalDate;
import java.util.List;

/** What became of a result after it was public, as publication tells it (ADR 108). */
public sealed interface AmendmentEvent extends VisitEvent {
  /**
   * 更正: two people changed what is public. What was recorded and signed stays to be read.
   *
   * @param version how often the result was made public by now, from 2
   * @param codes of the subject that hold now, ascending
   * @param items what holds of each item; none where publication did not say and it does not follow
   */
  record ResultCorrected(
      int version, List<String> codes, List<Amendment.OfItem> items, String reason, LocalDate on)
      implements AmendmentEvent {
    public ResultCorrected {
      codes = List.copyOf(codes);
      items = List.copyOf(items);
    }
  }

  /** 撤销: the publication holds no more, and nothing that was found stands. */
  record PublicationWithdrawn(String reason, LocalDate on) implements AmendmentEvent {}
}
