package cn.doublerandom.publication.kafka;

import cn.doublerandom.contracts.BulletinPublished;
import cn.doublerandom.contracts.CheckpointAnchored;
import cn.doublerandom.contracts.DrawCommitted;
import cn.doublerandom.contracts.DrawExecuted;
import cn.doublerandom.contracts.DrawOpened;
import cn.doublerandom.contracts.DrawOverdue;
import cn.doublerandom.contracts.DrawSealed;
import cn.doublerandom.contracts.DrawVoided;
import cn.doublerandom.contracts.PlanDeadlineAlarmed;
import cn.doublerandom.contracts.PlanPublished;
import cn.doublerandom.contracts.ProgrammePublished;
import cn.doublerandom.contracts.SubjectReplacementUndone;
import cn.doublerandom.contracts.TeamChanged;
import cn.doublerandom.eventstore.inbox.InboxRecord;
import cn.doublerandom.publication.PublicationStreams;
import cn.doublerandom.publication.notice.Anchor;
import cn.doublerandom.publication.notice.BulletinNotice;
import cn.doublerandom.publication.notice.DrawNotice;
import cn.doublerandom.publication.notice.DrawSealing;
import cn.doublerandom.publication.notice.DrawnVisits;
import cn.doublerandom.publication.notice.NoticeCommand;
import cn.doublerandom.publication.notice.PlanAlarm;
import cn.doublerandom.publication.notice.PlanNotice;
import cn.doublerandom.publication.notice.PlanTask;
import cn.doublerandom.publication.notice.ProgrammeNotice;
import cn.doublerandom.publication.notice.SubjectReplacement;
import cn.doublerandom.servicekit.messaging.Integration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a record from the registry, the draw or a ledger says to the notices. */
final class NoticeNews {
  private NoticeNews() {}

  static Optional<Map.Entry<String, NoticeCommand>> about(InboxRecord message) {
    return Integration.read(message, PlanPublished.class)
        .map(NoticeNews::plan)
        .or(() -> Integration.read(message, PlanDeadlineAlarmed.class).map(NoticeNews::alarm))
        .or(() -> Integration.read(message, ProgrammePublished.class).map(NoticeNews::programme))
        .or(() -> Integration.read(message, BulletinPublished.class).map(NoticeNews::bulletin))
        .or(() -> Integration.read(message, CheckpointAnchored.class).map(NoticeNews::anchor))
        .or(() -> Integration.read(message, DrawCommitted.class).map(NoticeNews::committed))
        .or(() -> aboutDraw(message));
  }

  private static Optional<Map.Entry<String, NoticeCommand>> aboutDraw(InboxRecord message) {
    return Integration.read(message, DrawExecuted.class)
        .map(e ->
            draw(
                e.drawId(),
                new NoticeCommand.IssueDrawNotice(
                    e.resultHash(),
                    e.selected(),
                    e.executedOn(),
                    e.chance(),
                    names(e.names()),
                    e.teamsOf(),
                    visits(e.checkFrom(), e.checkTo(), e.programme(), e.teams()),
                    e.chanceInEnglish())))
        .or(() ->
            Integration.read(message, DrawOpened.class)
                .map(e ->
                    draw(
                        e.drawId(),
                        new NoticeCommand.IssueDrawNotice(
                            e.resultHash(),
                            e.selected(),
                            e.openedOn(),
                            e.chance(),
                            names(e.names()),
                            e.teamsOf(),
                            visits(e.checkFrom(), e.checkTo(), e.programme(), e.teams()),
                            e.chanceInEnglish()))))
        .or(() ->
            Integration.read(message, DrawSealed.class)
                .map(e ->
                    draw(
                        e.drawId(),
                        new NoticeCommand.NoteDrawSeal(
                            new DrawSealing(
                                e.sealedHash(),
                                e.allocation().stream()
                                    .mapToLong(DrawSealed.Allocated::drawn)
                                    .sum(),
                                e.openBy(),
                                null),
                            e.executedOn()))))
        .or(() ->
            Integration.read(message, DrawOverdue.class)
                .map(e -> draw(e.drawId(), new NoticeCommand.NoteDrawOverdue(e.due()))))
        .or(() -> Integration.read(message, TeamChanged.class).flatMap(NoticeNews::replaced))
        .or(() ->
            Integration.read(message, SubjectReplacementUndone.class)
                .map(e ->
                    draw(
                        e.drawId(),
                        new NoticeCommand.NoteReplacementUndone(
                            e.subject(), e.alternate(), e.why()))))
        .or(() ->
            Integration.read(message, DrawVoided.class)
                .map(e ->
                    draw(
                        e.drawId(),
                        new NoticeCommand.NoteDrawVoid(
                            e.drawId(),
                            e.reason(),
                            e.wouldBeResultHash().isEmpty() ? null : e.wouldBeResultHash()))));
  }

  /** The days of the programme lie within those of the plan. */
  private static DrawnVisits visits(
      LocalDate from,
      LocalDate to,
      DrawExecuted.@Nullable Programme programme,
      List<DrawExecuted.Team> teams) {
    return new DrawnVisits(
        programme == null ? from : programme.checkFrom(),
        programme == null ? to : programme.checkTo(),
        teams.isEmpty() ? true : null);
  }

  private static @Nullable List<DrawNotice.Name> names(@Nullable List<DrawExecuted.Named> told) {
    return told == null
        ? null
        : told.stream().map(one -> new DrawNotice.Name(one.subject(), one.name())).toList();
  }

  private static Map.Entry<String, NoticeCommand> draw(String drawId, NoticeCommand command) {
    return Map.entry(PublicationStreams.DRAW_NOTICE.of(drawId), command);
  }

  /** Who visits is not for everybody to know; that another firm is visited, is. */
  private static Optional<Map.Entry<String, NoticeCommand>> replaced(TeamChanged e) {
    return Optional.ofNullable(e.replaces())
        .map(gone ->
            draw(
                e.drawId(),
                new NoticeCommand.NoteSubjectReplacement(
                    new SubjectReplacement(
                        gone,
                        e.subject(),
                        e.reason(),
                        e.changedOn(),
                        e.name(),
                        null,
                        e.registered(),
                        passed(e)))));
  }

  private static @Nullable List<SubjectReplacement.Passed> passed(TeamChanged e) {
    return e.passed() == null
        ? null
        : e.passed().stream().map(p -> new SubjectReplacement.Passed(p.id(), p.reason())).toList();
  }

  private static Map.Entry<String, NoticeCommand> anchor(CheckpointAnchored e) {
    var anchor = new Anchor(e.service(), e.size(), e.root(), e.note(), e.sealedAt());
    return Map.entry(
        PublicationStreams.ANCHOR.of(anchor.id()), new NoticeCommand.NoteAnchor(anchor));
  }

  private static Map.Entry<String, NoticeCommand> alarm(PlanDeadlineAlarmed e) {
    var alarm = new PlanAlarm(e.planKey(), e.step(), e.state(), e.due(), e.on(), e.doneOn());
    return Map.entry(
        PublicationStreams.PLAN_ALARM.of(alarm.id()), new NoticeCommand.NotePlanAlarm(alarm));
  }

  private static Map.Entry<String, NoticeCommand> programme(ProgrammePublished e) {
    return Map.entry(
        PublicationStreams.PROGRAMME_NOTICE.of(e.programmeId()),
        new NoticeCommand.IssueProgrammeNotice(
            new ProgrammeNotice(
                e.programmeId(),
                e.planKey(),
                e.planId(),
                e.taskId(),
                e.batch(),
                e.title(),
                e.documentNumber(),
                e.items(),
                e.checkFrom(),
                e.checkTo(),
                e.teams(),
                e.training(),
                e.method(),
                e.contact(),
                e.approvedOn(),
                e.publishedOn(),
                null)));
  }

  private static Map.Entry<String, NoticeCommand> bulletin(BulletinPublished e) {
    return Map.entry(
        PublicationStreams.BULLETIN_NOTICE.of(e.bulletinId()),
        new NoticeCommand.IssueBulletinNotice(
            new BulletinNotice(
                e.bulletinId(),
                e.year(),
                e.issue(),
                e.countedOn(),
                e.publishedOn(),
                e.units().stream().map(NoticeNews::unit).toList(),
                null)));
  }

  private static BulletinNotice.OfUnit unit(BulletinPublished.OfUnit of) {
    return new BulletinNotice.OfUnit(
        of.unit(),
        of.visits(),
        of.problems(),
        of.tickets(),
        of.toBePutRight(),
        of.reminded(),
        of.points(),
        of.base());
  }

  private static Map.Entry<String, NoticeCommand> plan(PlanPublished e) {
    return Map.entry(
        PublicationStreams.PLAN_NOTICE.of(e.planKey()),
        new NoticeCommand.IssuePlanNotice(
            new PlanNotice(
                e.planKey(),
                e.issuer(),
                e.title(),
                e.tableDate(),
                e.publishedOn(),
                e.tasks().stream().map(NoticeNews::row).toList(),
                e.version(),
                e.reason(),
                null,
                e.documentNumber())));
  }

  private static PlanTask row(PlanPublished.Task t) {
    return new PlanTask(
        t.planNumber(),
        t.planName(),
        t.taskNumber(),
        t.taskName(),
        t.drawType().equals("TARGETED") ? "定向抽查" : "不定向抽查",
        t.rate(),
        t.items(),
        t.scope(),
        t.leadUnit(),
        t.jointUnit(),
        t.drawPeriod(),
        t.drawFrom(),
        t.drawTo(),
        t.batches());
  }

  private static Map.Entry<String, NoticeCommand> committed(DrawCommitted e) {
    return Map.entry(
        PublicationStreams.DRAW_NOTICE.of(e.drawId()),
        new NoticeCommand.NoteDrawCommitment(
            DrawNotice.committed(
                    e.drawId(),
                    e.planId(),
                    e.taskId(),
                    e.round(),
                    e.frameSize(),
                    e.commitHash(),
                    e.executeBy(),
                    e.together(),
                    e.chance(),
                    e.excludedByHand() == null
                        ? null
                        : e.excludedByHand().stream()
                            .map(x ->
                                new DrawNotice.HandExclusion(x.subject(), x.reason(), x.name()))
                            .toList(),
                    e.terms())
                .inEnglish(e.termsInEnglish(), e.chanceInEnglish())));
  }
}
