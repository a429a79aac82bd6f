package cn.doublerandom.publication.notice;

import cn.doublerandom.bureau.figures.Turns;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the listeners ask, and who withdraws a bulletin. */
public sealed interface NoticeCommand {
  record IssuePlanNotice(PlanNotice notice) implements NoticeCommand {}

  record NotePlanAlarm(PlanAlarm alarm) implements NoticeCommand {}

  record IssueProgrammeNotice(ProgrammeNotice notice) implements NoticeCommand {}

  record IssueBulletinNotice(BulletinNotice notice) implements NoticeCommand {}

  /** What people ask about a bulletin that is public. */
  sealed interface OfWithdrawal extends NoticeCommand {}

  record AskBulletinWithdrawal(String reason, String by, LocalDate today) implements OfWithdrawal {}

  record ApproveBulletinWithdrawal(String by, LocalDate today) implements OfWithdrawal {}

  record DeclineBulletinWithdrawal(String reason, String by, LocalDate today)
      implements OfWithdrawal {}

  /** Who asked takes it back. */
  record TakeBackBulletinWithdrawal(String reason, String by, LocalDate today)
      implements OfWithdrawal {}

  record NoteDrawCommitment(DrawNotice notice) implements NoticeCommand {}

  /**
   * @param chance what the chance rests on; absent where it was not told
   * @param names in the frozen frame; absent where they were not told
   * @param teamsOf the draw whose subjects got other teams; absent where subjects were drawn
   * @param visits when and by whom they are held; absent where it was not told
   */
  record IssueDrawNotice(
      String resultHash,
      List<String> selected,
      LocalDate executedOn,
      @Nullable String chance,
      @Nullable List<DrawNotice.Name> names,
      @Nullable String teamsOf,
      @Nullable DrawnVisits visits,
      @Nullable String chanceInEnglish)
      implements NoticeCommand {}

  record NoteDrawSeal(DrawSealing sealing, LocalDate executedOn) implements NoticeCommand {}

  record NoteDrawOverdue(String due) implements NoticeCommand {}

  record NoteSubjectReplacement(SubjectReplacement replacement) implements NoticeCommand {}

  record NoteReplacementUndone(String subject, String alternate, String why)
      implements NoticeCommand {}

  record NoteDrawVoid(String drawId, String reason, @Nullable String resultHash)
      implements NoticeCommand {}

  record NoteAnchor(Anchor anchor) implements NoticeCommand {}

  /**
   * @param effective day from which its state holds; absent where that was not told
   * @param states every status with its first day; absent where they were not told
   * @param toldOn day on which it was recorded; absent where it was told first, or of old
   */
  record NoteSubject(
      KnownSubject subject,
      @Nullable LocalDate effective,
      @Nullable Turns<String> states,
      @Nullable LocalDate toldOn)
      implements NoticeCommand {}
}
