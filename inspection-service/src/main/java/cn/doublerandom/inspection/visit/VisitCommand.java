package cn.doublerandom.inspection.visit;

import cn.doublerandom.bureau.time.Due;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.evidence.Evidence;
import cn.doublerandom.inspection.signing.SigningKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What may be asked of a visit. */
public sealed interface VisitCommand
    permits VisitCommand.AssignVisit,
        VisitCommand.FreezeChecklists,
        VisitCommand.StartInspection,
        VisitCommand.ReassignTeam,
        VisitCommand.RecuseMember,
        VisitCommand.KeepMember,
        VisitCommand.CancelVisit,
        VisitCommand.LoseTeam,
        VisitCommand.GiveWay,
        VisitCommand.CheckItem,
        VisitCommand.AddEvidence,
        VisitCommand.WithdrawEvidence,
        VisitCommand.FinishInspection,
        VisitCommand.AgreeEnd,
        VisitCommand.TakeStatement,
        VisitCommand.SignForSubject,
        VisitCommand.SignRecord,
        VisitCommand.ConfirmResult,
        VisitCommand.PassLegalReview,
        VisitCommand.HoldResult,
        VisitCommand.LiftHold,
        VisitCommand.ReturnResult,
        VisitCommand.MoveDeadline,
        VisitCommand.NoteDeadline,
        VisitCommand.NoteApproach,
        VisitCommand.NoteWindow,
        VisitCommand.RecordResult,
        AmendmentCommand,
        ArrangementCommand,
        AssistanceCommand,
        SigningCommand {
  /**
   * @param recused who of the team was recused between freeze and draw
   */
  record AssignVisit(Assignment assignment, List<RecuseMember> recused) implements VisitCommand {
    public AssignVisit {
      recused = List.copyOf(recused);
    }
  }

  /**
   * A member has begun to prepare the visit: it keeps the checklists as they are now.
   *
   * @param lists of its items, as the registry told them last; of an item without one none
   */
  record FreezeChecklists(List<ItemQuestions> lists) implements VisitCommand {
    public FreezeChecklists {
      lists = List.copyOf(lists);
    }
  }

  /**
   * One officer says that the team is on site; it starts when each of them has said so.
   *
   * @param leastOfficers a team must have, by the rule packs in force
   * @param obstacles what the register says today against those present, by number
   * @param done of what has to be done before
   * @param lists of its items, kept by the visit where it keeps none yet
   * @param clauses the packs in force cite for who stands at a door
   * @param place of his phone; absent where he did not allow it
   * @param year of the subject so far
   */
  record StartInspection(
      List<String> present,
      String by,
      LocalDate today,
      int leastOfficers,
      String rulePack,
      Map<String, String> obstacles,
      Readiness done,
      List<ItemQuestions> lists,
      DoorClauses clauses,
      @Nullable Place place,
      SubjectsYear year)
      implements VisitCommand {
    public StartInspection {
      obstacles = Map.copyOf(obstacles);
      lists = List.copyOf(lists);
    }

    public StartInspection(
        List<String> present,
        String by,
        LocalDate today,
        int leastOfficers,
        String rulePack,
        Map<String, String> obstacles,
        Readiness done,
        List<ItemQuestions> lists,
        DoorClauses clauses,
        @Nullable Place place) {
      this(
          present,
          by,
          today,
          leastOfficers,
          rulePack,
          obstacles,
          done,
          lists,
          clauses,
          place,
          SubjectsYear.UNBOUND);
    }

    public StartInspection(
        List<String> present,
        String by,
        LocalDate today,
        int leastOfficers,
        String rulePack,
        Map<String, String> obstacles,
        Readiness done) {
      this(
          present,
          by,
          today,
          leastOfficers,
          rulePack,
          obstacles,
          done,
          List.of(),
          DoorClauses.NONE,
          null);
    }

    public StartInspection(
        List<String> present,
        String by,
        LocalDate today,
        int leastOfficers,
        String rulePack,
        Map<String, String> obstacles) {
      this(present, by, today, leastOfficers, rulePack, obstacles, Readiness.NONE);
    }
  }

  /**
   * A substitute is to come in.
   *
   * @param units of the team from now on; absent where nobody said
   */
  record ReassignTeam(List<String> inspectors, @Nullable List<String> units, String reason)
      implements VisitCommand {}

  /**
   * A member may not serve here any more.
   *
   * @param from first day
   */
  record RecuseMember(String inspector, String reason, LocalDate from) implements VisitCommand {}

  /** Two people decided that the member stays although recused. */
  record KeepMember(String inspector) implements VisitCommand {}

  /** The draw was voided. */
  record CancelVisit(String reason) implements VisitCommand {}

  /** The round that had drawn its team was voided: the subject stays drawn, and nobody comes. */
  record LoseTeam() implements VisitCommand {}

  /**
   * Another subject is to be visited instead.
   *
   * @param alternate id of that subject
   */
  record GiveWay(String alternate, String reason) implements VisitCommand {}

  /**
   * @param rule which codes may stand together
   */
  record CheckItem(Answer answer, String by, ResultRule rule, LocalDate today)
      implements VisitCommand {}

  record AddEvidence(Evidence evidence, LocalDate today) implements VisitCommand {}

  record WithdrawEvidence(String sha256, String by, String reason, LocalDate today, Instant at)
      implements VisitCommand {}

  /**
   * One of the team asks that the visit ends, or agrees that it does.
   *
   * @param end what its last days are computed with
   */
  record FinishInspection(String by, LocalDate today, End end) implements VisitCommand {
    public FinishInspection(String by, LocalDate today, Due due, @Nullable String signing) {
      this(by, today, new End(today, due, signing));
    }

    /** Where no pack asks for signatures. */
    public FinishInspection(String by, LocalDate today, Due due) {
      this(by, today, due, null);
    }
  }

  /**
   * Who is not of the team agrees that a visit ends because no other member can.
   *
   * @param end what its last days are computed with
   */
  record AgreeEnd(Officer by, String reason, LocalDate today, End end) implements VisitCommand {}

  /**
   * The end of a visit.
   *
   * @param on its day
   * @param due until when its result is to be final, counted from that day
   * @param signing clause of the document that asks for all signatures; absent where no pack in
   *     force that day asks
   */
  record End(LocalDate on, Due due, @Nullable String signing) {}

  /** What the subject says is taken down. */
  record TakeStatement(Statement statement) implements VisitCommand {}

  /** The subject signs before an officer, or will not. */
  record SignForSubject(SubjectSignature signature) implements VisitCommand {}

  /**
   * An officer signs with his own account.
   *
   * @param digits of the record's hash as he typed them; absent where he signs with a key
   * @param key that is enrolled for his account; absent where none is
   */
  record SignRecord(OfficerSignature signature, @Nullable String digits, @Nullable SigningKey key)
      implements VisitCommand {}

  /**
   * One of the team or the lead of its unit confirms the result; he did not record it.
   *
   * @param reviewer with the widest of his roles
   */
  record ConfirmResult(Officer reviewer, LocalDate today) implements VisitCommand {}

  /** A legal reviewer who was not there agrees, with his opinion. */
  record PassLegalReview(Officer reviewer, String opinion, LocalDate today)
      implements VisitCommand {}

  /** The result is held back, whoever agrees to it. */
  record HoldResult(Officer by, String reason, LocalDate today) implements VisitCommand {}

  /** Another person lets it go. */
  record LiftHold(Officer by, String reason, LocalDate today) implements VisitCommand {}

  /**
   * Who is asked next does not agree.
   *
   * @param legal whether he acts as a legal reviewer
   */
  record ReturnResult(Officer reviewer, boolean legal, String reason, LocalDate today)
      implements VisitCommand {}

  /** The calendar says another last day now, which may be over, too. */
  record MoveDeadline(Due due, LocalDate today) implements VisitCommand {}

  record NoteDeadline(LocalDate today) implements VisitCommand {}

  /** The last day for the result may be near. */
  record NoteApproach(LocalDate today) implements VisitCommand {}

  /** The last day of the window may have ended. */
  record NoteWindow(LocalDate today) implements VisitCommand {}

  /**
   * @param review who has to agree by the packs in force
   */
  record RecordResult(String by, String unit, LocalDate today, ReviewRule review)
      implements VisitCommand {
    /** Where no pack asks anybody to agree. */
    public RecordResult(String by, String unit, LocalDate today) {
      this(by, unit, today, ReviewRule.NONE);
    }
  }
}
