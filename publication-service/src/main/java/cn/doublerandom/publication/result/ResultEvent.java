package cn.doublerandom.publication.result;

import cn.doublerandom.bureau.time.DeadlineBasis;
import cn.doublerandom.publication.result.ResultContent.Finding;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to a result on its way to the public, and until its publication is over. */
public sealed interface ResultEvent {
  record ResultReceived(ResultContent content) implements ResultEvent {}

  /** The last day has passed and the result of a finished visit is not recorded. */
  record ResultMissed(MissingResult missing) implements ResultEvent {}

  /** 逾期未检查: the window of a visit has ended, and it was neither finished nor cancelled. */
  record VisitMissed(MissingVisit missing) implements ResultEvent {}

  /**
   * A visit that was not held is owed no more.
   *
   * @param outcome FINISHED or CANCELLED
   */
  record VisitSettled(String outcome, LocalDate on) implements ResultEvent {}

  /** A new holiday notice moved the deadline of a result not public yet. */
  record PublicationDeadlineMoved(LocalDate dueOn, boolean provisional, DeadlineBasis basis)
      implements ResultEvent {}

  /**
   * @param indexNumber 索引号 of the notice
   * @param titles of plan and task; absent in events from before they were frozen, until {@link
   *     TitlesFrozen}
   * @param term how long it is public; absent where no pack ends it
   */
  record ResultPublished(
      String subjectName,
      LocalDate on,
      boolean onTime,
      String indexNumber,
      String by,
      @Nullable Titles titles,
      @Nullable PublicTerm term)
      implements ResultEvent {
    /** Under packs that end no publication. */
    public ResultPublished(
        String subjectName,
        LocalDate on,
        boolean onTime,
        String indexNumber,
        String by,
        @Nullable Titles titles) {
      this(subjectName, on, onTime, indexNumber, by, titles, null);
    }
  }

  /** What happens to joint discipline (联合惩戒) because of a result. */
  sealed interface OfDiscipline extends ResultEvent {}

  /** 联合惩戒 waits for another person. */
  record DisciplineProposed(int number, Discipline.Terms terms, String by, LocalDate on)
      implements OfDiscipline {}

  /** Another person agreed: the receivers are told. */
  record DisciplineApproved(int number, String by, LocalDate on) implements OfDiscipline {}

  /** It will not be. */
  record DisciplineDeclined(int number, String reason, String by, LocalDate on)
      implements OfDiscipline {}

  /** Who had proposed it took it back. */
  record DisciplineTakenBack(int number, String reason, String by, LocalDate on)
      implements OfDiscipline {}

  /**
   * A receiver got a link by which it answers once; the one before it is void.
   *
   * @param codeHash SHA-256 of its secret, 64 lowercase hex digits
   */
  record DisciplineLinkIssued(
      int number, String authority, String codeHash, String by, LocalDate on)
      implements OfDiscipline {}

  /**
   * A receiver said by its link what it did.
   *
   * @param deed everybody reads it
   */
  record DisciplineAcknowledged(int number, String authority, String deed, LocalDate on)
      implements OfDiscipline {}

  /**
   * 联合惩戒终止: its result fell, and the receivers are told. It comes after what made the result fall.
   *
   * @param reason of the withdrawal or the correction; everybody reads it
   */
  record DisciplineEnded(int number, Discipline.Cause cause, String reason, LocalDate on)
      implements OfDiscipline {}

  /** What had not been decided on when its result fell is not to be decided on any more. */
  record DisciplineFellAway(int number, Discipline.Cause cause, String reason, LocalDate on)
      implements OfDiscipline {}

  /**
   * A receiver said by its link what it did about the end.
   *
   * @param deed everybody reads it
   */
  record DisciplineEndingAcknowledged(int number, String authority, String deed, LocalDate on)
      implements OfDiscipline {}

  /** The titles of a result that was published before they were frozen. */
  record TitlesFrozen(Titles titles) implements ResultEvent {}

  /**
   * 更正 of a published result waits for another person.
   *
   * @param itemCode the item whose result was wrong
   * @param findings all of them, as they would be
   * @param codes of the subject, as they would be, ascending
   */
  record CorrectionAsked(
      String itemCode,
      List<Finding> findings,
      List<String> codes,
      String reason,
      String by,
      LocalDate on)
      implements ResultEvent {
    public CorrectionAsked {
      findings = List.copyOf(findings);
      codes = List.copyOf(codes);
    }
  }

  /** 撤销 of a published result waits for another person. */
  record WithdrawalAsked(String reason, String by, LocalDate on) implements ResultEvent {}

  /** 驳回异议: that the result stands waits for another person. */
  record RejectionAsked(String reason, String by, LocalDate on) implements ResultEvent {}

  /** What waited was not agreed to; the publication stays as it is. */
  record ChangeDeclined(String reason, String by, LocalDate on) implements ResultEvent {}

  /** Who had asked took back what waited; the publication stays as it is. */
  record ChangeTakenBack(String reason, String by, LocalDate on) implements ResultEvent {}

  /** 更正: what is public changed; what was public stays to be read. */
  record ResultCorrected(
      List<Finding> findings,
      List<String> codes,
      String reason,
      String askedBy,
      String approvedBy,
      LocalDate on)
      implements ResultEvent {
    public ResultCorrected {
      findings = List.copyOf(findings);
      codes = List.copyOf(codes);
    }
  }

  /** 撤销: the publication holds no more; it stays to be read. */
  record PublicationWithdrawn(String reason, String askedBy, String approvedBy, LocalDate on)
      implements ResultEvent {}

  /**
   * The firm got a code by which it may object; the one before it is void.
   *
   * @param codeHash SHA-256 of it, 64 lowercase hex digits
   */
  record ObjectionCodeIssued(String codeHash, String by, LocalDate on) implements ResultEvent {}

  /**
   * 异议: who has the code objects.
   *
   * @param number counted from 1 for each result
   * @param statement for the bureau, not for the public
   * @param dueOn last day of the answer
   */
  record ObjectionRaised(
      int number, String statement, LocalDate on, LocalDate dueOn, DeadlineBasis basis)
      implements ResultEvent {}

  /** A file came with it; its bytes lie apart. */
  record ObjectionEvidenceAdded(int number, Objection.Evidence evidence, LocalDate on)
      implements ResultEvent {}

  /**
   * What the bureau answered. Where the result changes, this comes before the change.
   *
   * @param reason everybody reads it
   * @param by account that decided; where the result changes, that which agreed
   */
  record ObjectionDecided(
      int number, Objection.Outcome outcome, String reason, String by, LocalDate on)
      implements ResultEvent {}

  /** What happens to the time for which a result is public (公示期、信用修复). */
  sealed interface OfRepair extends ResultEvent {}

  /**
   * 信用修复: who has the code asks that the publication end early.
   *
   * @param number counted from 1 for each result
   * @param statement for the bureau, not for the public
   */
  record RepairAsked(int number, String statement, LocalDate on) implements OfRepair {}

  /** It is to be granted, which waits for another person. */
  record RepairProposed(int number, String reason, String by, LocalDate on) implements OfRepair {}

  /** 不予修复; the firm reads the reason. */
  record RepairRefused(int number, String reason, String by, LocalDate on) implements OfRepair {}

  /**
   * The content is public no more; a stub stands in its place.
   *
   * @param contentHash SHA-256 of what stood on {@code publication.results.v1}, 64 lowercase hex
   *     digits
   * @param reason why it was repaired, for the firm; absent where the time was over
   * @param askedBy who proposed the repair; absent likewise
   * @param approvedBy who agreed; absent likewise
   */
  record PublicationEnded(
      Ending.Cause cause,
      String contentHash,
      @Nullable String reason,
      @Nullable String askedBy,
      @Nullable String approvedBy,
      LocalDate on)
      implements OfRepair {}
}
