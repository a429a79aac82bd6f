package cn.doublerandom.registry.subject;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked of a subject. */
public sealed interface SubjectCommand {
  /**
   * Registers or revises; without effect where nothing changed.
   *
   * @param effective the day of the recording, from which a revision holds
   * @param by who tells it
   * @param batch the import it comes with
   * @param reason what stands as the reason of what waits for a second person
   * @param statusFrom first day of the status; absent where it holds from the recording
   * @param opensRegister whether nobody stood in the register before the table it comes with
   */
  record RegisterSubject(
      SubjectDetails details,
      LocalDate effective,
      String by,
      String batch,
      String reason,
      @Nullable LocalDate statusFrom,
      boolean opensRegister)
      implements SubjectCommand {}

  /**
   * @param effective first day of the status; what is known of later days stays
   */
  record ChangeStatus(SubjectStatus status, String reason, LocalDate effective, String by)
      implements SubjectCommand {}

  /**
   * Another person agrees to what was asked for.
   *
   * @param batch the import it must have come with; absent where it does not matter
   * @param on the day of the approval: labels and the like go on it
   */
  record ApproveStatus(String by, @Nullable String batch, LocalDate on) implements SubjectCommand {}

  /**
   * Another person does not agree: everything stays as it was.
   *
   * @param batch the import it must have come with; absent where it does not matter
   */
  record DeclineStatus(String by, String reason, @Nullable String batch)
      implements SubjectCommand {}

  /**
   * Whoever asked takes it back.
   *
   * @param batch the import it must have come with; absent where it does not matter
   */
  record WithdrawStatus(String by, String reason, @Nullable String batch)
      implements SubjectCommand {
    /** What was asked of one entry. */
    public WithdrawStatus(String by, String reason) {
      this(by, reason, null);
    }
  }

  /**
   * The monthly reclassification; without effect where the class is the same.
   *
   * @param recorded the day of the recording
   * @param by who tells it
   * @param batch the import it comes with; absent where it is said of this entry alone
   */
  record Reclassify(
      CreditRiskClass riskClass,
      RiskSource source,
      LocalDate recorded,
      String by,
      @Nullable String batch)
      implements SubjectCommand {}

  /**
   * Other 监管标签; they wait for a second person as those of a table do.
   *
   * @param added those it gets; which it has already change nothing
   * @param removed those it loses
   * @param on the day of the recording
   * @param by who says it
   * @param batch all entries it was said of
   */
  record ChangeLabels(
      List<String> added,
      List<String> removed,
      String reason,
      LocalDate on,
      String by,
      String batch)
      implements SubjectCommand {
    public ChangeLabels {
      added = List.copyOf(added);
      removed = List.copyOf(removed);
    }
  }

  /**
   * What a table made of the entry is taken back.
   *
   * @param importId of the table
   * @param before the entry before the table
   * @param taken the entry as the table made it; one that is another by now is left as it is
   * @param batch in which the table asked for what takes two people; absent where it asked nothing
   * @param on the day of the approval
   */
  record UndoImport(
      String importId,
      Subject before,
      Subject taken,
      @Nullable String batch,
      String reason,
      LocalDate on,
      String requestedBy,
      String approvedBy)
      implements SubjectCommand {}

  /**
   * Somebody says that this entry is a duplicate of another.
   *
   * @param intoStands whether the other was seen to be there and to stand for itself
   */
  record RequestMerge(
      String into, boolean intoStands, String reason, LocalDate effective, String by)
      implements SubjectCommand {}

  /** Somebody says that it was none after all. */
  record RequestUnmerge(String reason, LocalDate effective, String by) implements SubjectCommand {}

  /**
   * Another person agrees to what was asked.
   *
   * @param into the entry that was seen to be asked for; absent where none was, as where a merge is
   *     to be taken back
   */
  record ApproveMerge(String by, @Nullable String into) implements SubjectCommand {}

  /** Another person does not agree to a merge, or to its reversal. */
  record DeclineMerge(String by, String reason) implements SubjectCommand {}

  /** Whoever asked for a merge, or its reversal, takes that back. */
  record WithdrawMerge(String by, String reason) implements SubjectCommand {}

  /**
   * Another entry is merged into this one, in the statement that merges it.
   *
   * @param duplicate the other entry
   * @param effective first day on which it stands for this one
   */
  record TakeDuplicate(String duplicate, LocalDate effective) implements SubjectCommand {}
}
