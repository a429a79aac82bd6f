package cn.doublerandom.registry.subject;

import java.time.LocalDate;

/** What may be asked of a subject. */
public sealed interface SubjectCommand {
  /**
   * Registers or revises; without effect where nothing changed.
   *
   * @param effective first day a revision holds
   */
  record RegisterSubject(SubjectDetails details, LocalDate effective) implements SubjectCommand {}

  record ChangeStatus(SubjectStatus status, String reason, LocalDate effective)
      implements SubjectCommand {}

  /** The monthly reclassification; without effect where the class is the same. */
  record Reclassify(CreditRiskClass riskClass, RiskSource source) implements SubjectCommand {}

  /** This entry is a duplicate of another. */
  record Merge(String into, String reason, LocalDate effective) implements SubjectCommand {}

  /** It was none after all. */
  record Unmerge(String reason, LocalDate effective) implements SubjectCommand {}
}
