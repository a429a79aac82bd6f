package cn.doublerandom.publication.notice;

import java.time.LocalDate;
import java.util.List;

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

  record NoteDrawVoid(String reason) implements NoticeCommand {}

  record NoteAnchor(Noted.Anchor anchor) implements NoticeCommand {}

  record NoteSubject(Noted.KnownSubject subject) implements NoticeCommand {}
}
