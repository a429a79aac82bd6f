package cn.doublerandom.publication.kafka;

import cn.doublerandom.contracts.CheckpointAnchored;
import cn.doublerandom.contracts.DeadlineBreached;
import cn.doublerandom.contracts.DrawCommitted;
import cn.doublerandom.contracts.DrawExecuted;
import cn.doublerandom.contracts.DrawOpened;
import cn.doublerandom.contracts.DrawOverdue;
import cn.doublerandom.contracts.DrawSealed;
import cn.doublerandom.contracts.DrawVoided;
import cn.doublerandom.contracts.HolidayNoticeIssued;
import cn.doublerandom.contracts.PlanDeadlineAlarmed;
import cn.doublerandom.contracts.PlanPublished;
import cn.doublerandom.contracts.ProgrammePublished;
import cn.doublerandom.contracts.ResultRecorded;
import cn.doublerandom.contracts.SubjectChanged;
import cn.doublerandom.contracts.TeamChanged;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.inbox.Inbox;
import cn.doublerandom.eventstore.inbox.InboxRecord;
import cn.doublerandom.publication.PublicationStreams;
import cn.doublerandom.publication.notice.Noted;
import cn.doublerandom.publication.notice.NoticeCommand;
import cn.doublerandom.publication.notice.NoticeEvent;
import cn.doublerandom.publication.result.Publication;
import cn.doublerandom.publication.result.ResultCommand;
import cn.doublerandom.publication.result.ResultEvent;
import cn.doublerandom.servicekit.figures.Turns;
import cn.doublerandom.servicekit.messaging.Integration;
import cn.doublerandom.servicekit.time.CalendarCommand;
import cn.doublerandom.servicekit.time.CalendarEvent;
import cn.doublerandom.servicekit.time.CalendarInbox;
import cn.doublerandom.servicekit.time.IssuedNotices;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Hears from the registry, the draw and the inspections what the public will read. */
@ApplicationScoped
class NoticeListener {
  /** Whose ledgers are anchored here; our own checkpoint stands at our own address. */
  private static final List<String> OTHERS = List.of("registry", "draw", "inspection");

  private final Inbox inbox;
  private final Clock clock;
  private final CommandHandler<NoticeCommand, NoticeEvent, Optional<Noted>> notices;
  private final CommandHandler<ResultCommand, ResultEvent, Publication> results;
  private final CalendarInbox calendar;

  @Inject
  NoticeListener(
      Inbox inbox,
      Clock clock,
      CommandHandler<NoticeCommand, NoticeEvent, Optional<Noted>> notices,
      CommandHandler<ResultCommand, ResultEvent, Publication> results,
      CommandHandler<CalendarCommand, CalendarEvent, IssuedNotices> calendar) {
    this.inbox = inbox;
    this.calendar = new CalendarInbox(calendar, clock);
    this.clock = clock;
    this.notices = notices;
    this.results = results;
    inbox.subscribe(
        "registry.events.v1",
        Integration.in(SubjectChanged.class, HolidayNoticeIssued.class),
        this::apply);
    inbox.subscribe(
        "draw.events.v1",
        Integration.in(
            PlanPublished.class,
            PlanDeadlineAlarmed.class,
            ProgrammePublished.class,
            DrawCommitted.class,
            DrawExecuted.class,
            DrawSealed.class,
            DrawOpened.class,
            DrawOverdue.class,
            TeamChanged.class,
            DrawVoided.class),
        this::apply);
    inbox.subscribe(
        "inspection.events.v1",
        Integration.in(ResultRecorded.class, DeadlineBreached.class),
        this::apply);
    for (String service : OTHERS) {
      inbox.subscribe(
          service + ".anchors.v1", Integration.in(CheckpointAnchored.class), this::apply);
    }
  }

  @Incoming("registry-events")
  Uni<Void> onRegistry(ConsumerRecords<String, String> batch) {
    return Integration.receive(inbox, batch);
  }

  @Incoming("draw-events")
  Uni<Void> onDraw(ConsumerRecords<String, String> batch) {
    return Integration.receive(inbox, batch);
  }

  @Incoming("anchors")
  Uni<Void> onAnchors(ConsumerRecords<String, String> batch) {
    return Integration.receive(inbox, batch);
  }

  @Incoming("inspection-events")
  Uni<Void> onInspection(ConsumerRecords<String, String> batch) {
    return Integration.receive(inbox, batch);
  }

  private Uni<Void> apply(InboxRecord message, EventStore store) {
    return ResultNews.about(message)
        .map(addressed ->
            results
                .over(store)
                .handle(
                    addressed.getKey(), addressed.getValue(), Integration.context(message, clock))
                .invoke(NoticeListener::requireDone)
                .replaceWithVoid())
        .or(() -> calendar.apply(message, store))
        .or(() ->
            notice(message)
                .map(addressed ->
                    notices
                        .over(store)
                        .handle(
                            addressed.getKey(),
                            addressed.getValue(),
                            Integration.context(message, clock))
                        .invoke(NoticeListener::requireDone)
                        .replaceWithVoid()))
        .orElse(Uni.createFrom().voidItem());
  }

  private static <E, S> void requireDone(Handled<E, S> outcome) {
    if (!(outcome instanceof Handled.Done<E, S>)) {
      throw new IllegalStateException("refused: " + outcome);
    }
  }

  private static Optional<Map.Entry<String, NoticeCommand>> notice(InboxRecord message) {
    return Integration.read(message, SubjectChanged.class)
        .map(NoticeListener::subject)
        .or(() -> Integration.read(message, PlanPublished.class).map(NoticeListener::plan))
        .or(() -> Integration.read(message, PlanDeadlineAlarmed.class).map(NoticeListener::alarm))
        .or(() ->
            Integration.read(message, ProgrammePublished.class).map(NoticeListener::programme))
        .or(() -> Integration.read(message, CheckpointAnchored.class).map(NoticeListener::anchor))
        .or(() -> Integration.read(message, DrawCommitted.class).map(NoticeListener::committed))
        .or(() -> aboutDraw(message));
  }

  private static Optional<Map.Entry<String, NoticeCommand>> aboutDraw(InboxRecord message) {
    return Integration.read(message, DrawExecuted.class)
        .map(e ->
            draw(
                e.drawId(),
                new NoticeCommand.IssueDrawNotice(e.resultHash(), e.selected(), e.executedOn())))
        .or(() ->
            Integration.read(message, DrawOpened.class)
                .map(e ->
                    draw(
                        e.drawId(),
                        new NoticeCommand.IssueDrawNotice(
                            e.resultHash(), e.selected(), e.openedOn()))))
        .or(() ->
            Integration.read(message, DrawSealed.class)
                .map(e ->
                    draw(
                        e.drawId(),
                        new NoticeCommand.NoteDrawSeal(
                            new Noted.Sealing(
                                e.sealedHash(),
                                e.allocation().stream()
                                    .mapToLong(DrawSealed.Allocated::drawn)
                                    .sum(),
                                e.openBy()),
                            e.executedOn()))))
        .or(() ->
            Integration.read(message, DrawOverdue.class)
                .map(e -> draw(e.drawId(), new NoticeCommand.NoteDrawOverdue(e.due()))))
        .or(() -> Integration.read(message, TeamChanged.class).flatMap(NoticeListener::replaced))
        .or(() ->
            Integration.read(message, DrawVoided.class)
                .map(e ->
                    draw(
                        e.drawId(),
                        new NoticeCommand.NoteDrawVoid(
                            e.reason(),
                            e.wouldBeResultHash().isEmpty() ? null : e.wouldBeResultHash()))));
  }

  private static Map.Entry<String, NoticeCommand> draw(String drawId, NoticeCommand command) {
    return Map.entry(PublicationStreams.DRAW_NOTICE + drawId, command);
  }

  /** Who visits is not for everybody to know; that another firm is visited, is. */
  private static Optional<Map.Entry<String, NoticeCommand>> replaced(TeamChanged e) {
    return Optional.ofNullable(e.replaces())
        .map(gone ->
            draw(
                e.drawId(),
                new NoticeCommand.NoteSubjectReplacement(
                    new Noted.Replacement(gone, e.subject(), e.reason(), e.changedOn()))));
  }

  private static Map.Entry<String, NoticeCommand> anchor(CheckpointAnchored e) {
    var anchor = new Noted.Anchor(e.service(), e.size(), e.root(), e.note(), e.sealedAt());
    return Map.entry(PublicationStreams.ANCHOR + anchor.id(), new NoticeCommand.NoteAnchor(anchor));
  }

  private static Map.Entry<String, NoticeCommand> subject(SubjectChanged e) {
    return Map.entry(
        PublicationStreams.KNOWN_SUBJECT + e.subjectId(),
        new NoticeCommand.NoteSubject(
            new Noted.KnownSubject(
                e.subjectId(), e.name(), e.kind(), e.status(), e.registrar(), e.since(), null),
            e.effective(),
            states(e)));
  }

  private static @Nullable Turns<String> states(SubjectChanged e) {
    return e.states() == null || e.states().isEmpty()
        ? null
        : new Turns<>(
            e.states().stream().map(s -> new Turns.Turn<>(s.from(), s.status())).toList());
  }

  private static Map.Entry<String, NoticeCommand> alarm(PlanDeadlineAlarmed e) {
    var alarm = new Noted.PlanAlarm(e.planKey(), e.step(), e.state(), e.due(), e.on());
    return Map.entry(
        PublicationStreams.PLAN_ALARM + alarm.id(), new NoticeCommand.NotePlanAlarm(alarm));
  }

  private static Map.Entry<String, NoticeCommand> programme(ProgrammePublished e) {
    return Map.entry(
        PublicationStreams.PROGRAMME_NOTICE + e.programmeId(),
        new NoticeCommand.IssueProgrammeNotice(
            new Noted.ProgrammeNotice(
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
                e.publishedOn())));
  }

  private static Map.Entry<String, NoticeCommand> plan(PlanPublished e) {
    return Map.entry(
        PublicationStreams.PLAN_NOTICE + e.planKey(),
        new NoticeCommand.IssuePlanNotice(
            new Noted.PlanNotice(
                e.planKey(),
                e.issuer(),
                e.title(),
                e.tableDate(),
                e.publishedOn(),
                e.tasks().stream().map(NoticeListener::row).toList(),
                e.version(),
                e.reason(),
                null)));
  }

  private static Noted.Task row(PlanPublished.Task t) {
    return new Noted.Task(
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
        t.drawTo());
  }

  private static Map.Entry<String, NoticeCommand> committed(DrawCommitted e) {
    return Map.entry(
        PublicationStreams.DRAW_NOTICE + e.drawId(),
        new NoticeCommand.NoteDrawCommitment(
            Noted.DrawNotice.committed(
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
                        .map(x -> new Noted.HandExclusion(x.subject(), x.reason()))
                        .toList())));
  }
}
