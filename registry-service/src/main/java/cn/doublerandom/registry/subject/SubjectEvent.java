package cn.doublerandom.registry.subject;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happens to a subject. */
public sealed interface SubjectEvent {
  /** Holds from the day the subject exists: {@code details.since}. */
  record SubjectRegistered(SubjectDetails details) implements SubjectEvent {}

  /**
   * The register was corrected or brought up to date; carries the whole entry.
   *
   * @param effective first day it holds; absent in old events: the day it was recorded
   */
  record SubjectRevised(SubjectDetails details, @Nullable LocalDate effective)
      implements SubjectEvent {}

  /**
   * @param effective first day of the new status
   * @param requestedBy absent where one person may say it
   * @param approvedBy absent there too
   */
  record SubjectStatusChanged(
      SubjectStatus status,
      String reason,
      LocalDate effective,
      @Nullable String requestedBy,
      @Nullable String approvedBy)
      implements SubjectEvent {
    /** One that one person may say. */
    public SubjectStatusChanged(SubjectStatus status, String reason, LocalDate effective) {
      this(status, reason, effective, null, null);
    }
  }

  /**
   * A status that takes an entry out of the totals, or back into them, waits for a second person.
   *
   * @param effective its first day
   * @param batch the import it came with; absent where it was asked alone
   */
  record StatusRequested(
      SubjectStatus status, String reason, LocalDate effective, String by, @Nullable String batch)
      implements SubjectEvent {}

  /**
   * 企业信用风险等级 was determined anew.
   *
   * @param on day it was determined, from which it holds
   */
  record SubjectReclassified(CreditRiskClass riskClass, String source, LocalDate on)
      implements SubjectEvent {}

  /**
   * A merge, or its reversal, waits for a second person.
   *
   * @param into the entry this one stands for; absent where a merge is to be taken back
   */
  record MergeRequested(@Nullable String into, String reason, LocalDate effective, String by)
      implements SubjectEvent {}

  /**
   * The entry is a duplicate and stands for {@code into} from now on.
   *
   * @param requestedBy absent in events from before it took two people
   * @param approvedBy absent in those too
   */
  record SubjectMerged(
      String into,
      String reason,
      LocalDate effective,
      @Nullable String requestedBy,
      @Nullable String approvedBy)
      implements SubjectEvent {}

  /**
   * The merge was taken back.
   *
   * @param requestedBy absent in events from before it took two people
   * @param approvedBy absent in those too
   */
  record SubjectUnmerged(
      String reason, LocalDate effective, @Nullable String requestedBy, @Nullable String approvedBy)
      implements SubjectEvent {}
}
