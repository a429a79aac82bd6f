package cn.doublerandom.inspection.visit;

import cn.doublerandom.bureau.time.DeadlineBasis;
import cn.doublerandom.bureau.time.Reminder;
import cn.doublerandom.inspection.evidence.Evidence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens on a visit. */
public sealed interface VisitEvent
    permits VisitEvent.VisitAssigned,
        VisitEvent.ChecklistsFrozen,
        VisitEvent.PresenceConfirmed,
        VisitEvent.InspectionStarted,
        VisitEvent.TeamReassigned,
        VisitEvent.ChangeRefused,
        VisitEvent.ChangeTaken,
        VisitEvent.MemberRecused,
        VisitEvent.MemberKept,
        VisitEvent.VisitCancelled,
        VisitEvent.VisitNotHeld,
        VisitEvent.ItemChecked,
        VisitEvent.EvidenceAdded,
        VisitEvent.EvidenceWithdrawn,
        VisitEvent.InspectionFinished,
        VisitEvent.StatementTaken,
        VisitEvent.SubjectSigned,
        VisitEvent.OfficerSigned,
        VisitEvent.SignaturesVoided,
        VisitEvent.DeadlineMoved,
        VisitEvent.DeadlineApproached,
        VisitEvent.DeadlineBreached,
        VisitEvent.ResultRecorded,
        VisitEvent.ReviewGiven,
        VisitEvent.ResultReviewed,
        VisitEvent.ResultHeld,
        VisitEvent.HoldLifted,
        VisitEvent.ResultReturned,
        AmendmentEvent,
        ArrangementEvent,
        AssistanceEvent,
        EndingEvent,
        SigningEvent {
  /** Told again where the team a later round had drawn fell away. */
  record VisitAssigned(Assignment assignment) implements VisitEvent {}

  /**
   * The visit keeps the checklists of its items as they are now, however they change later (ADR
   * 57).
   *
   * @param lists at least one; of items without one none
   */
  record ChecklistsFrozen(List<ItemQuestions> lists) implements VisitEvent {
    public ChecklistsFrozen {
      lists = List.copyOf(lists);
    }
  }

  /**
   * An officer said with his own account that he is on site; nobody says it for another.
   *
   * @param place of his phone; absent where he did not allow it
   */
  record PresenceConfirmed(String by, LocalDate on, @Nullable Place place) implements VisitEvent {
    public PresenceConfirmed(String by, LocalDate on) {
      this(by, on, null);
    }
  }

  /**
   * @param present the officers on site
   * @param rulePack packs whose least number of officers was asked for; null in events of 0.1
   */
  record InspectionStarted(List<String> present, LocalDate on, @Nullable String rulePack)
      implements VisitEvent {}

  /**
   * @param inspectors the whole team from now on
   * @param units of them; absent in events from before they were told
   */
  record TeamReassigned(List<String> inspectors, @Nullable List<String> units)
      implements VisitEvent {}

  /**
   * A change the draw told of came too late: this visit stays as it is, and the draw's record
   * follows.
   *
   * @param inspectors who would have come; absent where another subject was to be visited
   * @param alternate the subject that was to be visited instead; absent where the team was
   * @param why in words
   */
  record ChangeRefused(
      @Nullable List<String> inspectors, @Nullable String alternate, String reason, String why)
      implements VisitEvent {}

  /**
   * What the draw told of is taken over here: of these two one follows every change that is told.
   *
   * @param alternate the subject that is visited instead; absent where the team changed
   */
  record ChangeTaken(@Nullable String alternate) implements VisitEvent {}

  /**
   * A member of the team may not serve here, until somebody else does (回避).
   *
   * @param from first day
   */
  record MemberRecused(String inspector, String reason, LocalDate from) implements VisitEvent {}

  /** Two people decided that the member stays although recused. */
  record MemberKept(String inspector) implements VisitEvent {}

  /**
   * @param late true where it had been noted as not held before; absent where it had not
   */
  record VisitCancelled(String reason, @Nullable Boolean late) implements VisitEvent {}

  /**
   * 逾期未检查: the window has ended, and the visit was neither finished nor cancelled (R9, R64).
   *
   * @param windowTo last day on which it could be held
   * @param begun whether the team was on site and never finished; false where it never began
   */
  record VisitNotHeld(LocalDate windowTo, boolean begun) implements VisitEvent {}

  /**
   * @param rulePack packs whose combinations of codes it keeps; null in events from before they
   *     were asked
   */
  record ItemChecked(Answer answer, String by, @Nullable String rulePack) implements VisitEvent {}

  /** Evidence was taken; its bytes lie under their hash, sealed, and are in no event. */
  record EvidenceAdded(Evidence evidence) implements VisitEvent {}

  /** Evidence does not count any more, and stays. */
  record EvidenceWithdrawn(String sha256, String by, String reason, Instant at)
      implements VisitEvent {}

  /**
   * The clock T0 of the deadline.
   *
   * @param dueOn last day for recording and publication
   * @param provisional dueOn falls in a year without a holiday notice
   * @param basis what dueOn was computed with; null in events of 0.1
   * @param late true where it had been noted as not held before; absent where it had not
   * @param signing clause of the document that asks for all signatures before the result is
   *     recorded; absent where no pack in force asks, and in events from before they were given
   * @param reminders days on which it is said that the result is due soon; absent in events from
   *     before anybody was reminded
   */
  record InspectionFinished(
      LocalDate on,
      LocalDate dueOn,
      boolean provisional,
      @Nullable DeadlineBasis basis,
      @Nullable Boolean late,
      @Nullable String signing,
      @Nullable List<Reminder> reminders)
      implements VisitEvent {
    public InspectionFinished {
      reminders = reminders == null ? null : List.copyOf(reminders);
    }

    /** Of whose result nobody is reminded. */
    public InspectionFinished(
        LocalDate on,
        LocalDate dueOn,
        boolean provisional,
        @Nullable DeadlineBasis basis,
        @Nullable Boolean late,
        @Nullable String signing) {
      this(on, dueOn, provisional, basis, late, signing, null);
    }

    /** One whose record nobody has to sign. */
    public InspectionFinished(
        LocalDate on,
        LocalDate dueOn,
        boolean provisional,
        @Nullable DeadlineBasis basis,
        @Nullable Boolean late) {
      this(on, dueOn, provisional, basis, late, null, null);
    }
  }

  /** 当事人陈述 was taken down; the last one counts. */
  record StatementTaken(Statement statement) implements VisitEvent {}

  /** The subject signed the record, or would not. */
  record SubjectSigned(SubjectSignature signature) implements VisitEvent {}

  /** An officer signed the record with his own account. */
  record OfficerSigned(OfficerSignature signature) implements VisitEvent {}

  /** What was signed has changed: the signatures count no more, and stay to be read. */
  record SignaturesVoided(VoidedSignatures signatures) implements VisitEvent {}

  /**
   * A new holiday notice moved the deadline of a result not recorded yet.
   *
   * @param reminders days on which it is said that it is due soon; absent in events from before
   *     anybody was reminded
   */
  record DeadlineMoved(
      LocalDate dueOn, boolean provisional, DeadlineBasis basis, @Nullable List<Reminder> reminders)
      implements VisitEvent {
    public DeadlineMoved {
      reminders = reminders == null ? null : List.copyOf(reminders);
    }

    /** Of which nobody is reminded. */
    public DeadlineMoved(LocalDate dueOn, boolean provisional, DeadlineBasis basis) {
      this(dueOn, provisional, basis, null);
    }
  }

  /**
   * The result is due soon and not final yet (R40).
   *
   * @param workingDays left, the last one included; 0 on the last day
   */
  record DeadlineApproached(LocalDate dueOn, int workingDays) implements VisitEvent {}

  /** The twentieth working day has ended and nothing was recorded (二(四), R40). */
  record DeadlineBreached(LocalDate dueOn) implements VisitEvent {}

  /**
   * @param codes of the subject
   * @param unit whose officer recorded, and who must publish
   * @param review who has to agree before it is final, in their order; absent where nobody has, and
   *     in events from before anybody was asked
   */
  record ResultRecorded(
      List<String> codes, String by, String unit, LocalDate on, @Nullable List<ReviewStep> review)
      implements VisitEvent {
    public ResultRecorded {
      review = review == null ? null : List.copyOf(review);
    }

    /** One that is final at once. */
    public ResultRecorded(List<String> codes, String by, String unit, LocalDate on) {
      this(codes, by, unit, on, null);
    }

    /** Whether nobody has to agree any more. */
    public boolean settles() {
      return review == null;
    }
  }

  /** 组长确认, 法制审核: one of those who are asked agreed to the result. */
  record ReviewGiven(ReviewPassed passed) implements VisitEvent {}

  /** All who are asked have agreed: the result is final, and is told. */
  record ResultReviewed(LocalDate on) implements VisitEvent {}

  /** 暂缓公示: a crime is suspected; the result is not final before this is lifted. */
  record ResultHeld(Hold hold) implements VisitEvent {}

  /**
   * @param by who lifted it, never who had held it
   */
  record HoldLifted(String by, String reason, LocalDate on) implements VisitEvent {}

  /** One of those who are asked does not agree: the team corrects the result. */
  record ResultReturned(Returned returned) implements VisitEvent {}
}
