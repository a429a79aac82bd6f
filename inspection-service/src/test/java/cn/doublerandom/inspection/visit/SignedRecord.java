package cn.doublerandom.inspection.visit;

import cn.doublerandom.eventstore.decider.DeciderSpecification;
import java.time.LocalDate;

/** A record of a finished visit that everybody signs, so that its result may be recorded. */
final class SignedRecord {
  private SignedRecord() {}

  /** The subject signs before the first officer, and each of them signs. */
  static DeciderSpecification<VisitCommand, VisitEvent, Visit>.Given by(
      DeciderSpecification<VisitCommand, VisitEvent, Visit>.Given finished,
      LocalDate day,
      String... officers) {
    String hash = hash(finished);
    DeciderSpecification<VisitCommand, VisitEvent, Visit>.Given signed =
        finished.having(
            new VisitCommand.SignForSubject(
                new SubjectSignature(
                    SubjectSignature.Way.GLASS,
                    hash,
                    "a".repeat(64),
                    "安全负责人",
                    null,
                    null,
                    officers[0],
                    day)));
    for (String officer : officers) {
      signed = signed.having(signs(officer, hash, day));
    }
    return signed;
  }

  static VisitCommand.SignRecord signs(String officer, String hash, LocalDate day) {
    return new VisitCommand.SignRecord(
        new OfficerSignature(officer, hash, null, null, day),
        hash.substring(0, VisitRecord.CHECK_DIGITS),
        null);
  }

  /** The hash of the record as it stands. */
  static String hash(DeciderSpecification<VisitCommand, VisitEvent, Visit>.Given finished) {
    return VisitRecord.hash(
        finished.when(new VisitCommand.NoteDeadline(LocalDate.EPOCH)).state().over().orElseThrow());
  }
}
