package cn.doublerandom.inspection.visit;

import java.time.LocalDate;
import java.util.List;

/** What becomes of a record that is not signed by everybody (ADR 83). */
public sealed interface SigningEvent extends VisitEvent {
  /**
   * One of the team who has signed asks that the result is recorded without the signatures that are
   * missing.
   *
   * @param recordHash of the record as it was then, 64 lowercase hex digits
   * @param gaps at least one, with a reason each
   * @param by account
   */
  record GapsAsked(String recordHash, List<SignatureGap> gaps, String by, LocalDate on)
      implements SigningEvent {
    public GapsAsked {
      gaps = List.copyOf(gaps);
    }
  }

  /**
   * Another person agrees: another of the team who has signed, the lead of its unit or the
   * coordinator.
   *
   * @param by account
   */
  record GapsAgreed(String by, LocalDate on) implements SigningEvent {}

  /** Another person does not agree, or whoever asked takes it back. */
  record GapsDeclined(String by, String reason, LocalDate on) implements SigningEvent {}

  /** One of the team does not agree with the conclusions: the items are open again. */
  record ConclusionsDisputed(Dissent dissent) implements SigningEvent {}
}
