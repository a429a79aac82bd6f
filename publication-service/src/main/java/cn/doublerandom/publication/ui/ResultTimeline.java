package cn.doublerandom.publication.ui;

import cn.doublerandom.pagekit.Happening;
import cn.doublerandom.publication.application.ResultStory;
import cn.doublerandom.publication.result.ResultEvent;
import java.util.List;

/** What happened to a result, in words. */
final class ResultTimeline {
  private ResultTimeline() {}

  static List<Happening> of(
      List<ResultStory.Happened> story,
      PublicationWords words,
      RepairWords repairs,
      DisciplineWords joint,
      TakingBackWords back) {
    return story.stream().map(happened -> line(happened, words, repairs, joint, back)).toList();
  }

  private static Happening line(
      ResultStory.Happened happened,
      PublicationWords words,
      RepairWords repairs,
      DisciplineWords joint,
      TakingBackWords back) {
    Said said = said(happened.event(), words, repairs, joint, back);
    return Happening.of(
        said.fact(),
        said.by().isEmpty() ? happened.by() : said.by(),
        happened.day().toString(),
        happened.recorded().toString(),
        said.why());
  }

  /**
   * @param by who did it; empty where the event itself does not say
   */
  private record Said(String fact, String why, String by) {}

  private static Said said(
      ResultEvent event,
      PublicationWords words,
      RepairWords repairs,
      DisciplineWords joint,
      TakingBackWords back) {
    return switch (event) {
      case ResultEvent.ResultReceived(var content) ->
          new Said(
              words.tReceived(content.unit()),
              "",
              content.recordedBy() == null ? words.system() : content.recordedBy());
      case ResultEvent.ResultMissed(var missing) ->
          new Said(words.tMissed(missing.dueOn().toString()), "", words.system());
      case ResultEvent.VisitMissed(var missing) ->
          new Said(words.tNotHeld(missing.windowTo().toString()), "", words.system());
      case ResultEvent.VisitSettled(var outcome, var on) ->
          new Said(
              outcome.equals("CANCELLED") ? words.tCancelled() : words.tHeldLate(),
              "",
              words.system());
      case ResultEvent.PublicationDeadlineMoved e ->
          new Said(words.tMoved(e.dueOn().toString()), "", words.system());
      case ResultEvent.ResultPublished e ->
          new Said(e.onTime() ? words.tPublished() : words.tPublishedLate(), "", e.by());
      case ResultEvent.TitlesFrozen e -> new Said(words.tTitled(), "", words.system());
      case ResultEvent.DisciplineProposed e ->
          new Said(words.tProposed(), e.terms().measure(), e.by());
      case ResultEvent.DisciplineApproved e -> new Said(words.tAgreed(), "", e.by());
      case ResultEvent.DisciplineDeclined e -> new Said(words.tRefused(), e.reason(), e.by());
      case ResultEvent.DisciplineTakenBack e ->
          new Said(back.disciplineTakenBack(), e.reason(), e.by());
      case ResultEvent.DisciplineLinkIssued e -> new Said(words.tLinked(e.authority()), "", e.by());
      case ResultEvent.DisciplineAcknowledged e -> new Said(words.tDone(), e.deed(), e.authority());
      case ResultEvent.DisciplineEnded e -> new Said(joint.tEnded(), e.reason(), words.system());
      case ResultEvent.DisciplineFellAway e ->
          new Said(joint.tFellAway(), e.reason(), words.system());
      case ResultEvent.DisciplineEndingAcknowledged e ->
          new Said(joint.tEndingDone(), e.deed(), e.authority());
      case ResultEvent.CorrectionAsked e -> new Said(words.tCorrectionAsked(), e.reason(), e.by());
      case ResultEvent.WithdrawalAsked e -> new Said(words.tWithdrawalAsked(), e.reason(), e.by());
      case ResultEvent.RejectionAsked e -> new Said(words.tRejectionAsked(), e.reason(), e.by());
      case ResultEvent.ChangeDeclined e -> new Said(words.tDeclined(), e.reason(), e.by());
      case ResultEvent.ChangeTakenBack e -> new Said(back.takenBack(), e.reason(), e.by());
      case ResultEvent.ObjectionCodeIssued e -> new Said(words.tCodeIssued(), "", e.by());
      case ResultEvent.ObjectionRaised e ->
          new Said(words.tObjected(e.number(), e.dueOn().toString()), "", words.byFirm());
      case ResultEvent.ObjectionEvidenceAdded e ->
          new Said(words.tEvidence(e.number()), "", words.byFirm());
      case ResultEvent.ObjectionDecided e ->
          new Said(words.tAnswered(e.number()), e.reason(), e.by());
      case ResultEvent.ResultCorrected e ->
          new Said(words.tCorrected(), e.reason(), Happening.two(e.askedBy(), e.approvedBy()));
      case ResultEvent.RepairAsked e -> new Said(repairs.tAsked(e.number()), "", words.byFirm());
      case ResultEvent.RepairProposed e -> new Said(repairs.tProposed(), e.reason(), e.by());
      case ResultEvent.RepairRefused e -> new Said(repairs.tRefused(), e.reason(), e.by());
      case ResultEvent.PublicationEnded e ->
          e.askedBy() == null || e.approvedBy() == null
              ? new Said(repairs.tOver(), "", words.system())
              : new Said(repairs.tRepaired(), "", Happening.two(e.askedBy(), e.approvedBy()));
      case ResultEvent.PublicationWithdrawn e ->
          new Said(words.tWithdrawn(), e.reason(), Happening.two(e.askedBy(), e.approvedBy()));
    };
  }
}
