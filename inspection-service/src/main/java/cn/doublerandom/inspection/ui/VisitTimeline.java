package cn.doublerandom.inspection.ui;

import cn.doublerandom.bureau.result.ResultCode;
import cn.doublerandom.inspection.application.VisitStory;
import cn.doublerandom.inspection.visit.AmendmentEvent;
import cn.doublerandom.inspection.visit.ArrangementEvent;
import cn.doublerandom.inspection.visit.AssistanceEvent;
import cn.doublerandom.inspection.visit.EndingEvent;
import cn.doublerandom.inspection.visit.Place;
import cn.doublerandom.inspection.visit.SignatureGap;
import cn.doublerandom.inspection.visit.SigningEvent;
import cn.doublerandom.inspection.visit.VisitEvent;
import cn.doublerandom.pagekit.Happening;
import cn.doublerandom.servicekit.ui.Desk;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What happened on a visit, in words. */
final class VisitTimeline {
  private VisitTimeline() {}

  static List<Happening> of(List<VisitStory.Happened> story, Desk desk) {
    return story.stream()
        .map(happened -> {
          Said said = said(happened, desk);
          return Happening.of(
              said.fact(),
              happened.by(),
              happened.day().toString(),
              happened.recorded().toString(),
              said.why());
        })
        .toList();
  }

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

  /** Degrees with five decimals, about a metre; and how far the phone may be off. */
  private static String where(Place place) {
    return String.format(
        Locale.ROOT,
        "%.5f, %.5f ±%d m",
        place.latitudeMicrodegrees() / MICRO,
        place.longitudeMicrodegrees() / MICRO,
        place.accuracyMetres());
  }

  private static final double MICRO = 1_000_000;

  private record Said(String fact, String why) {
    Said(String fact) {
      this(fact, "");
    }
  }

  private static Said said(VisitStory.Happened happened, Desk desk) {
    VisitWords words = desk.words(VisitWords.class);
    CheckWords check = desk.words(CheckWords.class);
    SigningWords signing = desk.words(SigningWords.class);
    return switch (happened.event()) {
      case VisitEvent.VisitAssigned e -> new Said(words.assigned());
      case VisitEvent.ChecklistsFrozen e -> new Said(check.checklistsFrozen(questions(e)));
      case VisitEvent.PresenceConfirmed e ->
          new Said(
              words.presence(
                  CLOCK.format(happened.at()), e.place() == null ? "" : where(e.place())));
      case VisitEvent.InspectionStarted e -> new Said(words.started());
      case VisitEvent.TeamReassigned e -> new Said(words.reassigned(desk.listed(e.inspectors())));
      case VisitEvent.ChangeRefused e -> new Said(words.changeRefused(), e.why());
      case VisitEvent.ChangeTaken e -> new Said(words.changeTaken());
      case AssistanceEvent e -> said(e, desk.words(BesideWords.class));
      case SigningEvent e -> said(e, desk);
      case EndingEvent e -> said(e, desk.words(EndingWords.class));
      case AmendmentEvent.ResultCorrected e ->
          new Said(
              desk.words(AmendedWords.class).saidCorrected(codes(e.codes(), words)), e.reason());
      case AmendmentEvent.PublicationWithdrawn e ->
          new Said(desk.words(AmendedWords.class).saidWithdrawn(), e.reason());
      case VisitEvent.MemberRecused e ->
          new Said(words.memberRecused(e.inspector(), e.from().toString()), e.reason());
      case VisitEvent.MemberKept e -> new Said(words.memberKept(e.inspector()));
      case VisitEvent.VisitCancelled e -> new Said(words.visitCancelled(), e.reason());
      case VisitEvent.VisitNotHeld e -> new Said(words.notHeld(e.windowTo().toString()));
      case VisitEvent.ItemChecked e ->
          new Said(
              words.checked(e.answer().itemCode(), codes(e.answer().codes(), words)),
              e.answer().note());
      case VisitEvent.EvidenceAdded e ->
          new Said(
              check.evidenceAdded(check.kindOf(e.evidence().kind()), e.evidence().shortHash()));
      case VisitEvent.EvidenceWithdrawn e ->
          new Said(check.evidenceWithdrawn(e.sha256().substring(0, 12)), e.reason());
      case VisitEvent.InspectionFinished e -> new Said(words.finished(e.dueOn().toString()));
      case VisitEvent.DeadlineMoved e -> new Said(words.deadlineMoved(e.dueOn().toString()));
      case VisitEvent.DeadlineApproached e ->
          new Said(
              e.workingDays() == 0
                  ? words.dueToday()
                  : words.approached(e.dueOn().toString(), e.workingDays()));
      case VisitEvent.DeadlineBreached e -> new Said(words.breached(e.dueOn().toString()));
      case VisitEvent.ResultRecorded e -> new Said(words.resultRecorded(codes(e.codes(), words)));
      case VisitEvent.StatementTaken e -> new Said(signing.statementTaken(), e.statement().words());
      case VisitEvent.SubjectSigned e ->
          new Said(
              signing.subjectSigned(signing.wayOf(e.signature().way())),
              e.signature().refusal() == null ? "" : e.signature().refusal());
      case VisitEvent.OfficerSigned e ->
          new Said(
              signing.officerSigned(e.signature().officer(), start(e.signature().recordHash())));
      case VisitEvent.SignaturesVoided e ->
          new Said(
              signing.signaturesVoided(desk.listed(ShownClosing.whose(e.signatures(), signing))));
      case VisitEvent.ReviewGiven e ->
          new Said(
              signing.reviewGiven(signing.stepOf(e.passed().step())),
              e.passed().opinion() == null ? "" : e.passed().opinion());
      case VisitEvent.ResultReviewed e -> new Said(signing.resultReviewed());
      case VisitEvent.ResultHeld e -> new Said(signing.resultHeld(), e.hold().reason());
      case VisitEvent.HoldLifted e -> new Said(signing.holdLifted(), e.reason());
      case VisitEvent.ResultReturned e ->
          new Said(
              signing.resultReturned(signing.stepOf(e.returned().step())), e.returned().reason());
      case ArrangementEvent e -> arranged(e, desk.words(ArrangementWords.class));
    };
  }

  private static Said arranged(ArrangementEvent event, ArrangementWords words) {
    return switch (event) {
      case ArrangementEvent.DayAsked e -> new Said(words.dayAsked(e.day()), e.reason());
      case ArrangementEvent.DayAgreed e ->
          new Said(
              e.before() == null
                  ? words.dayAgreed(e.day(), e.askedBy())
                  : words.dayMoved(e.before(), e.day(), e.askedBy()),
              e.reason());
      case ArrangementEvent.DayDeclined e -> new Said(words.dayDeclined(e.day()), e.reason());
      case ArrangementEvent.HandoverAsked e ->
          new Said(words.handoverAsked(e.inspector()), e.reason());
      case ArrangementEvent.HandoverTakenBack e ->
          new Said(words.handoverReturned(e.inspector()), e.reason());
      case ArrangementEvent.HandoverRefused e ->
          new Said(words.handoverRefused(e.inspector()), e.why());
    };
  }

  private static Said said(SigningEvent event, Desk desk) {
    GapWords words = desk.words(GapWords.class);
    return switch (event) {
      case SigningEvent.GapsAsked e ->
          new Said(
              words.saidAsked(
                  desk.listed(
                      e.gaps().stream().map(gap -> ShownClosing.named(gap.of(), words)).toList())),
              e.gaps().stream().map(SignatureGap::reason).collect(Collectors.joining("；")));
      case SigningEvent.GapsAgreed e -> new Said(words.saidAgreed());
      case SigningEvent.GapsDeclined e -> new Said(words.saidDeclined(), e.reason());
      case SigningEvent.ConclusionsDisputed e ->
          new Said(words.saidDisputed(), e.dissent().reason());
    };
  }

  private static Said said(EndingEvent event, EndingWords words) {
    return switch (event) {
      case EndingEvent.EndAsked e -> new Said(words.saidAsked());
      case EndingEvent.EndAgreed e ->
          e.reason() == null
              ? new Said(words.saidAgreed())
              : new Said(words.saidInPlace(), e.reason());
    };
  }

  private static Said said(AssistanceEvent event, BesideWords words) {
    return switch (event) {
      case AssistanceEvent.ExpertAsked e ->
          new Said(words.saidAsked(e.entrusted().expert(), e.entrusted().document(), e.purpose()));
      case AssistanceEvent.ExpertAgreed e -> new Said(words.saidAgreed(e.expert()), e.reason());
      case AssistanceEvent.ExpertDeclined e -> new Said(words.saidDeclined(e.expert()), e.reason());
      case AssistanceEvent.ExpertRecused e -> new Said(words.saidRecused(e.expert()), e.reason());
      case AssistanceEvent.ExpertTakenBack e ->
          new Said(words.saidTakenBack(e.expert()), e.reason());
      case AssistanceEvent.OpinionNoted e -> new Said(words.saidOpinion(e.expert()), e.opinion());
    };
  }

  private static String start(String hash) {
    return hash.substring(0, Math.min(12, hash.length()));
  }

  private static int questions(VisitEvent.ChecklistsFrozen frozen) {
    return frozen.lists().stream().mapToInt(list -> list.questions().size()).sum();
  }

  static String codes(List<String> codes, VisitWords words) {
    return codes.stream()
        .map(code -> ResultCode.of(code).map(words::codeOf).orElse(code))
        .collect(Collectors.joining("；"));
  }
}
