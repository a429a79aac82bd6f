package cn.doublerandom.publication.notice;

import cn.doublerandom.servicekit.figures.Turns;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the listeners ask. */
public sealed interface NoticeCommand {
  record IssuePlanNotice(Noted.PlanNotice notice) implements NoticeCommand {}

  record NotePlanAlarm(Noted.PlanAlarm alarm) implements NoticeCommand {}

  record IssueProgrammeNotice(Noted.ProgrammeNotice notice) implements NoticeCommand {}

  record NoteDrawCommitment(Noted.DrawNotice notice) implements NoticeCommand {}

  record IssueDrawNotice(String resultHash, List<String> selected, LocalDate executedOn)
      implements NoticeCommand {}

  record NoteDrawSeal(Noted.Sealing sealing, LocalDate executedOn) implements NoticeCommand {}

  record NoteDrawOverdue(String due) implements NoticeCommand {}

  record NoteSubjectReplacement(Noted.Replacement replacement) implements NoticeCommand {}

  record NoteDrawVoid(String reason, @Nullable String resultHash) implements NoticeCommand {}

  record NoteAnchor(Noted.Anchor anchor) implements NoticeCommand {}

  /**
   * @param effective day from which its state holds; absent where that was not told
   * @param states every status with its first day; absent where they were not told
   */
  record NoteSubject(
      Noted.KnownSubject subject, @Nullable LocalDate effective, @Nullable Turns<String> states)
      implements NoticeCommand {}
}
