package cn.doublerandom.registry.subject;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What may be asked of a subject. */
public sealed interface SubjectCommand {
  /**
   * Registers or revises; without effect where nothing changed.
   *
   * @param effective the day of the recording, from which a revision holds
   * @param by who tells it
   * @param batch the import it comes with
   * @param reason what stands as the reason of a status that waits for a second person
   */
  record RegisterSubject(
      SubjectDetails details, LocalDate effective, String by, String batch, String reason)
      implements SubjectCommand {}

  /**
   * @param effective first day of the status; what is known of later days stays
   * @param recorded the day of the recording
   */
  record ChangeStatus(
      SubjectStatus status, String reason, LocalDate effective, LocalDate recorded, String by)
      implements SubjectCommand {}

  /**
   * Another person agrees to a status that was asked for.
   *
   * @param batch the import it must have come with; absent where it does not matter
   */
  record ApproveStatus(String by, @Nullable String batch) implements SubjectCommand {}

  /**
   * The monthly reclassification; without effect where the class is the same.
   *
   * @param recorded the day of the recording
   */
  record Reclassify(CreditRiskClass riskClass, RiskSource source, LocalDate recorded)
      implements SubjectCommand {}

  /** Somebody says that this entry is a duplicate of another. */
  record RequestMerge(String into, String reason, LocalDate effective, String by)
      implements SubjectCommand {}

  /** Somebody says that it was none after all. */
  record RequestUnmerge(String reason, LocalDate effective, String by) implements SubjectCommand {}

  /** Another person agrees to what was asked. */
  record ApproveMerge(String by) implements SubjectCommand {}
}
