package cn.doublerandom.registry.subject;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to a subject. */
public sealed interface SubjectEvent {
  /** Holds from the day the subject exists: {@code details.since}. */
  record SubjectRegistered(SubjectDetails details) implements SubjectEvent {}

  /**
   * The register was corrected or brought up to date; carries the whole entry.
   *
   * @param effective first day it holds; absent in old events: the day it was recorded
   * @param requestedBy absent where one person may say it
   * @param approvedBy absent there too
   */
  record SubjectRevised(
      SubjectDetails details,
      @Nullable LocalDate effective,
      @Nullable String requestedBy,
      @Nullable String approvedBy)
      implements SubjectEvent {
    /** What one person may say. */
    public SubjectRevised(SubjectDetails details, @Nullable LocalDate effective) {
      this(details, effective, null, null);
    }
  }

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
   * What takes an entry out of the totals or out of frames, or back into either, waits for a second
   * person.
   *
   * @param status as it is where only something else leaves
   * @param effective its first day
   * @param batch the import it came with; absent where it was asked alone
   * @param departure what leaves beside the status; absent where nothing does
   * @param revision the row that changes who the subject is, all of it; absent where it stays, and
   *     in events from before such rows waited
   */
  record StatusRequested(
      SubjectStatus status,
      String reason,
      LocalDate effective,
      String by,
      @Nullable String batch,
      @Nullable Departure departure,
      @Nullable Revision revision)
      implements SubjectEvent {
    /** One that leaves who the subject is as it was. */
    public StatusRequested(
        SubjectStatus status,
        String reason,
        LocalDate effective,
        String by,
        @Nullable String batch,
        @Nullable Departure departure) {
      this(status, reason, effective, by, batch, departure, null);
    }

    /** One that is about the status alone. */
    public StatusRequested(
        SubjectStatus status,
        String reason,
        LocalDate effective,
        String by,
        @Nullable String batch) {
      this(status, reason, effective, by, batch, null, null);
    }
  }

  /**
   * What was asked for will not be.
   *
   * @param withdrawn whether it was taken back by who had asked, and not declined by another
   */
  record StatusRequestEnded(String reason, String by, boolean withdrawn) implements SubjectEvent {}

  /**
   * 企业信用风险等级 was determined anew.
   *
   * @param on day it was determined, from which it holds
   * @param requestedBy absent where one person may say it
   * @param approvedBy absent there too
   */
  record SubjectReclassified(
      CreditRiskClass riskClass,
      String source,
      LocalDate on,
      @Nullable String requestedBy,
      @Nullable String approvedBy)
      implements SubjectEvent {
    /** A class that is not lower than the one before. */
    public SubjectReclassified(CreditRiskClass riskClass, String source, LocalDate on) {
      this(riskClass, source, on, null, null);
    }
  }

  /**
   * What a table had made of the entry was taken back: from a day on it is again what it was before
   * (ADR 59). The days before stay as they were recorded.
   *
   * @param importId of the table
   * @param effective first day on which it holds
   * @param details the whole entry as it was before; of one the table had entered as it is, 待核准
   * @param risk where its class came from before; absent where nobody had said
   * @param statuses what holds from which day instead of what the table had said, ascending
   * @param batch in which the table had asked for what waits of it; absent where nothing did
   */
  record ImportUndone(
      String importId,
      String reason,
      LocalDate effective,
      SubjectDetails details,
      @Nullable RiskSource risk,
      List<StatusFrom> statuses,
      @Nullable String batch,
      String requestedBy,
      String approvedBy)
      implements SubjectEvent {
    public ImportUndone {
      statuses = List.copyOf(statuses);
    }
  }

  /** A status and its first day. */
  record StatusFrom(LocalDate from, SubjectStatus status) {}

  /**
   * A merge, or its reversal, waits for a second person.
   *
   * @param into the entry this one stands for; absent where a merge is to be taken back
   */
  record MergeRequested(@Nullable String into, String reason, LocalDate effective, String by)
      implements SubjectEvent {}

  /**
   * The merge, or its reversal, that was asked for will not be.
   *
   * @param into the entry it was to stand for; absent where a merge was to be taken back
   * @param requestedBy who had asked last
   * @param withdrawn whether it was taken back by who had asked, and not declined by another
   */
  record MergeRequestEnded(
      @Nullable String into, String requestedBy, String reason, String by, boolean withdrawn)
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
   * Another entry stands for this one: told in the statement that merges it, so that of two merges
   * that cross one is refused (ADR 32).
   *
   * @param duplicate the other entry
   * @param effective first day on which it does
   */
  record DuplicateTaken(String duplicate, LocalDate effective) implements SubjectEvent {}

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
