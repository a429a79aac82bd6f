package cn.doublerandom.publication.result;

import cn.doublerandom.bureau.rules.RuleValue;
import cn.doublerandom.bureau.time.Due;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked of a result. */
public sealed interface ResultCommand {
  record ReceiveResult(ResultContent content) implements ResultCommand {}

  /** The last day has passed and the result is not recorded. */
  record NoteMissing(MissingResult missing) implements ResultCommand {}

  /** The window of a visit has ended without it. */
  record NoteNotHeld(MissingVisit visit) implements ResultCommand {}

  /**
   * A visit that was not held is owed no more.
   *
   * @param outcome FINISHED or CANCELLED
   */
  record NoteSettled(String outcome, LocalDate on) implements ResultCommand {}

  /** The calendar says another last day now. */
  record MoveDeadline(Due due) implements ResultCommand {}

  /**
   * @param unit of the account that publishes
   * @param issuer credit code of the bureau, with which its index numbers begin
   * @param titles of plan and task, as everybody reads them on this day
   * @param term how long it is public; absent where no pack ends it
   */
  record PublishResult(
      String by,
      String unit,
      String subjectName,
      String issuer,
      LocalDate today,
      Titles titles,
      @Nullable PublicTerm term)
      implements ResultCommand {
    /** Under packs that end no publication. */
    public PublishResult(
        String by, String unit, String subjectName, String issuer, LocalDate today, Titles titles) {
      this(by, unit, subjectName, issuer, today, titles, null);
    }
  }

  /** What became public before titles were frozen gets those it has now. */
  record FreezeTitles(Titles titles) implements ResultCommand {}

  /**
   * 更正 of one item of a published result.
   *
   * @param codes what is right, of that item
   * @param unit of the account that asks
   * @param combinations which codes may stand together
   */
  record AskCorrection(
      String itemCode,
      List<String> codes,
      String reason,
      String by,
      String unit,
      RuleValue.ResultCombinations combinations,
      LocalDate today)
      implements ResultCommand {
    public AskCorrection {
      codes = List.copyOf(codes);
    }
  }

  /**
   * 撤销 of a publication.
   *
   * @param unit of the account that asks
   */
  record AskWithdrawal(String reason, String by, String unit, LocalDate today)
      implements ResultCommand {}

  /** Another person agrees to what waits. */
  record ApproveChange(String by, LocalDate today) implements ResultCommand {}

  /** Another person does not agree to what waits. */
  record DeclineChange(String reason, String by, LocalDate today) implements ResultCommand {}

  /** Who asked takes back what waits. */
  record TakeBackChange(String reason, String by, LocalDate today) implements ResultCommand {}

  /** What is asked about objections (异议) to a published result. */
  sealed interface OfObjections extends ResultCommand {}

  /**
   * A code for the notice the firm gets; the one before it is void.
   *
   * @param codeHash SHA-256 of it, 64 lowercase hex digits
   * @param unit of the account that gives it
   */
  record IssueObjectionCode(String codeHash, String by, String unit, LocalDate today)
      implements OfObjections {}

  /** Who has the code objects. */
  record RaiseObjection(String codeHash, String statement, Due due, LocalDate today)
      implements OfObjections {}

  /** A file to the objection that is open. */
  record AddObjectionEvidence(String codeHash, Objection.Evidence evidence, LocalDate today)
      implements OfObjections {}

  /** The result stands, if another agrees; everybody reads the reason. */
  record RejectObjection(String reason, String by, LocalDate today) implements OfObjections {}

  /**
   * The firm is right: another result of one item, to which another person has to agree.
   *
   * @param codes what is right, of that item
   * @param combinations which codes may stand together
   */
  record CorrectForObjection(
      String itemCode,
      List<String> codes,
      String reason,
      String by,
      RuleValue.ResultCombinations combinations,
      LocalDate today)
      implements OfObjections {
    public CorrectForObjection {
      codes = List.copyOf(codes);
    }

    AskCorrection asked(ResultContent content) {
      return new AskCorrection(itemCode, codes, reason, by, content.unit(), combinations, today);
    }
  }

  /** The firm is right: the publication is to hold no more, to which another has to agree. */
  record WithdrawForObjection(String reason, String by, LocalDate today) implements OfObjections {
    AskWithdrawal asked(ResultContent content) {
      return new AskWithdrawal(reason, by, content.unit(), today);
    }
  }

  /** What is asked about joint discipline (联合惩戒) because of a published result. */
  sealed interface OfDiscipline extends ResultCommand {}

  /**
   * @param unit of the account that proposes
   */
  record ProposeDiscipline(Discipline.Terms terms, String by, String unit, LocalDate today)
      implements OfDiscipline {}

  /** Another person agrees. */
  record ApproveDiscipline(String by, LocalDate today) implements OfDiscipline {}

  /** Another person does not agree. */
  record DeclineDiscipline(String reason, String by, LocalDate today) implements OfDiscipline {}

  /** Who proposed it takes it back. */
  record TakeBackDiscipline(String reason, String by, LocalDate today) implements OfDiscipline {}

  /**
   * A link for a receiver; the one before it is void.
   *
   * @param codeHash SHA-256 of its secret, 64 lowercase hex digits
   * @param unit of the account that gives it
   */
  record IssueDisciplineLink(
      int number, String authority, String codeHash, String by, String unit, LocalDate today)
      implements OfDiscipline {}

  /**
   * Who has the link says what it did.
   *
   * @param ending about the end of the measure, and not about the measure
   */
  record AcknowledgeDiscipline(
      int number, String codeHash, boolean ending, String deed, LocalDate today)
      implements OfDiscipline {}

  /** What fell with its result before ends followed by themselves is ended. */
  record EndDisciplines(LocalDate today) implements ResultCommand {}

  /** What is asked about the time for which a result is public (公示期、信用修复). */
  sealed interface OfRepair extends ResultCommand {}

  /** Who has the code of the notice asks that its publication end early. */
  record AskRepair(String codeHash, String statement, LocalDate today) implements OfRepair {}

  /** What was found is put right: the publication is to end, to which another has to agree. */
  record ProposeRepair(String reason, String by, LocalDate today) implements OfRepair {}

  /** The publication goes on; the firm reads the reason. */
  record RefuseRepair(String reason, String by, LocalDate today) implements OfRepair {}

  /**
   * Another person agrees to the repair.
   *
   * @param contentHash SHA-256 of what is public, as it was told, 64 lowercase hex digits
   */
  record GrantRepair(String by, LocalDate today, String contentHash) implements OfRepair {}

  /**
   * The time is over, where it is.
   *
   * @param contentHash SHA-256 of what is public, as it was told, 64 lowercase hex digits
   */
  record EndPublication(String contentHash, LocalDate today) implements OfRepair {}
}
