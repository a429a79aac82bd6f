package cn.doublerandom.inspection.visit;

import cn.doublerandom.bureau.time.Due;
import cn.doublerandom.inspection.evidence.Evidence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What may be asked of a visit. */
public sealed interface VisitCommand {
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
      @Nullable Place place)
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

  record FinishInspection(String by, LocalDate today, Due due) implements VisitCommand {}

  /** The calendar says another last day now. */
  record MoveDeadline(Due due) implements VisitCommand {}

  record NoteDeadline(LocalDate today) implements VisitCommand {}

  /** The last day of the window may have ended. */
  record NoteWindow(LocalDate today) implements VisitCommand {}

  record RecordResult(String by, String unit, LocalDate today) implements VisitCommand {}
}
