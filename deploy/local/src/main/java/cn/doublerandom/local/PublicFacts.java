package cn.doublerandom.local;

import cn.doublerandom.eventstore.ledger.Announcement;
import cn.doublerandom.eventstore.ledger.TopicMaking;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What of all that is announced everybody may have. */
final class PublicFacts {
  /** Announcements that are public; results only once they are published. */
  static final Set<String> TYPES =
      Stream.of(
              "ItemClaimed",
              "ItemReleased",
              "ChecklistChanged",
              "SubjectChanged",
              "BureauChanged",
              "HolidayNoticeIssued",
              "PlanPublished",
              "PlanDeadlineAlarmed",
              "ProgrammePublished",
              "BulletinPublished",
              "BulletinWithdrawn",
              "DrawCommitted",
              "ContributionRevealed",
              "DrawExecuted",
              "DrawSealed",
              "DrawOpened",
              "DrawOverdue",
              "TeamChanged",
              "DrawVoided",
              "ResultPublished",
              "ResultNoticeChanged",
              "ResultCorrected",
              "PublicationWithdrawn",
              "PublicationEnded",
              "JointDisciplineProposed",
              "JointDisciplineAcknowledged",
              "JointDisciplineEnded",
              "ObjectionRaised",
              "ObjectionDecided",
              "JointDisciplineEndingAcknowledged")
          .map(name -> "cn.doublerandom." + name + ".v1")
          .collect(Collectors.toSet());

  private PublicFacts() {}

  /** Of a state everybody may recompute no part stays behind, or the signed root could not be. */
  static void requireStates(LedgerCursor.Row row) {
    List<Announcement> said = row.said();
    if (!are(said)
        && said.stream()
            .anyMatch(one -> TopicMaking.isState(one.topic()) && TYPES.contains(one.type()))) {
      throw new IllegalStateException(
          "账本第 %d 条的状态是公开的，同条的 %s 却不全公开，无法核验 the entry tells a public state beside what is not public"
              .formatted(row.seq(), said.stream().map(Announcement::type).toList()));
    }
  }

  static boolean are(List<Announcement> said) {
    return !said.isEmpty() && said.stream().allMatch(a -> TYPES.contains(a.type()));
  }
}
