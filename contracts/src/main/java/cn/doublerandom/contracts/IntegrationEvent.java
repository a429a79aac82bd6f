package cn.doublerandom.contracts;

import java.util.List;

/** A fact one service tells the others and the world; the simple name is the event's name. */
public sealed interface IntegrationEvent
    permits ItemClaimed,
        ItemReleased,
        ChecklistChanged,
        SubjectChanged,
        InspectorChanged,
        BureauChanged,
        DeputyChanged,
        HolidayNoticeIssued,
        PlanPublished,
        PlanDeadlineAlarmed,
        ProgrammePublished,
        DrawCommitted,
        ContributionRevealed,
        DrawExecuted,
        DrawSealed,
        DrawOpened,
        TeamChanged,
        SubjectReplacementUndone,
        TeamChangeRefused,
        TeamChangeTaken,
        MemberRecused,
        DrawOverdue,
        DrawVoided,
        ResultRecorded,
        DeadlineBreached,
        VisitNotHeld,
        VisitSettled,
        FollowUpOpened,
        FollowUpClosed,
        CaseTransferred,
        TransferAcknowledged,
        ResultPublished,
        ResultNoticeChanged,
        ResultCorrected,
        PublicationWithdrawn,
        JointDisciplineProposed,
        JointDisciplineAcknowledged,
        ObjectionRaised,
        ObjectionDecided,
        CheckpointAnchored,
        SignInTold {

  /** Every event of the contract. */
  static List<Class<? extends IntegrationEvent>> types() {
    return List.of(
        ItemClaimed.class,
        ItemReleased.class,
        ChecklistChanged.class,
        SubjectChanged.class,
        InspectorChanged.class,
        BureauChanged.class,
        DeputyChanged.class,
        HolidayNoticeIssued.class,
        PlanPublished.class,
        PlanDeadlineAlarmed.class,
        ProgrammePublished.class,
        DrawCommitted.class,
        ContributionRevealed.class,
        DrawExecuted.class,
        DrawSealed.class,
        DrawOpened.class,
        TeamChanged.class,
        SubjectReplacementUndone.class,
        TeamChangeRefused.class,
        TeamChangeTaken.class,
        MemberRecused.class,
        DrawOverdue.class,
        DrawVoided.class,
        ResultRecorded.class,
        DeadlineBreached.class,
        VisitNotHeld.class,
        VisitSettled.class,
        FollowUpOpened.class,
        FollowUpClosed.class,
        CaseTransferred.class,
        TransferAcknowledged.class,
        ResultPublished.class,
        ResultNoticeChanged.class,
        ResultCorrected.class,
        PublicationWithdrawn.class,
        JointDisciplineProposed.class,
        JointDisciplineAcknowledged.class,
        ObjectionRaised.class,
        ObjectionDecided.class,
        CheckpointAnchored.class,
        SignInTold.class);
  }

  /** The CloudEvents type: {@code cn.doublerandom.<name>.v1}. */
  static String typeOf(Class<? extends IntegrationEvent> event) {
    return "cn.doublerandom." + event.getSimpleName() + ".v1";
  }
}
