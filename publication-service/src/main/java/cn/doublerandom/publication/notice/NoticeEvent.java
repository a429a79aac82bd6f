package cn.doublerandom.publication.notice;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is told about plans, draws and subjects. */
public sealed interface NoticeEvent {
  /** What waits for another person, or came to nothing: nobody outside sees it. */
  sealed interface Unseen extends NoticeEvent {}

  record PlanNoticeIssued(PlanNotice notice) implements NoticeEvent {}

  record PlanAlarmNoted(PlanAlarm alarm) implements NoticeEvent {}

  record ProgrammeNoticeIssued(ProgrammeNotice notice) implements NoticeEvent {}

  record BulletinNoticeIssued(BulletinNotice notice) implements NoticeEvent {}

  /** 撤销 of a public bulletin waits for another person. */
  record BulletinWithdrawalAsked(String reason, String by, LocalDate on) implements Unseen {}

  /** It was not agreed to; the bulletin stays as it is. */
  record BulletinWithdrawalDeclined(String reason, String by, LocalDate on) implements Unseen {}

  /** Who had asked took it back; the bulletin stays as it is. */
  record BulletinWithdrawalTakenBack(String reason, String by, LocalDate on) implements Unseen {}

  /** 撤销: the bulletin holds no more; it stays to be read. */
  record BulletinWithdrawn(String reason, String askedBy, String approvedBy, LocalDate on)
      implements NoticeEvent {}

  record DrawCommitmentNoted(DrawNotice notice) implements NoticeEvent {}

  /**
   * @param chance what the chance rests on; absent in events from before it was told with the
   *     result, where what the commitment said stays
   * @param names in the frozen frame; absent where they were not told, as in events of old
   * @param teamsOf the draw whose subjects got other teams; absent where subjects were drawn
   * @param visits when and by whom they are held; absent where it was not told
   * @param chanceInEnglish what {@code chance} says, in English; absent where it was not told
   */
  record DrawNoticeIssued(
      String resultHash,
      List<String> selected,
      LocalDate executedOn,
      @Nullable String chance,
      @Nullable List<DrawNotice.Name> names,
      @Nullable String teamsOf,
      @Nullable DrawnVisits visits,
      @Nullable String chanceInEnglish)
      implements NoticeEvent {}

  record DrawSealNoted(DrawSealing sealing, LocalDate executedOn) implements NoticeEvent {}

  /**
   * @param due the time that passed, UTC
   */
  record DrawOverdueNoted(String due) implements NoticeEvent {}

  record SubjectReplacementNoted(SubjectReplacement replacement) implements NoticeEvent {}

  /** The subject is visited all the same, its visit had gone too far. */
  record ReplacementUndoneNoted(String subject, String alternate, String why)
      implements NoticeEvent {}

  /** A round was voided before anything was promised: nobody else has heard of it. */
  record UncommittedRoundVoidNoted(DrawNotice notice) implements NoticeEvent {}

  /**
   * @param resultHash of the result it has or would have had; absent where there is none, and in
   *     events from before it was noted
   */
  record DrawVoidNoted(String reason, @Nullable String resultHash) implements NoticeEvent {}

  /** Another service's ledger was sealed, and we keep what it said. */
  record AnchorNoted(Anchor anchor) implements NoticeEvent {}

  record SubjectNoted(KnownSubject subject) implements NoticeEvent {}
}
