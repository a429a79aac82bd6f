package cn.doublerandom.publication.view;

import cn.doublerandom.bureau.figures.CoverageShare;
import cn.doublerandom.bureau.figures.Standing;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.projection.Projection;
import cn.doublerandom.eventstore.projection.Views;
import cn.doublerandom.publication.PublicationStreams;
import cn.doublerandom.publication.notice.Anchor;
import cn.doublerandom.publication.notice.AskedWithdrawal;
import cn.doublerandom.publication.notice.BulletinNotice;
import cn.doublerandom.publication.notice.BulletinWithdrawal;
import cn.doublerandom.publication.notice.DrawNotice;
import cn.doublerandom.publication.notice.KnownSubject;
import cn.doublerandom.publication.notice.Noted;
import cn.doublerandom.publication.notice.NoticeCommand;
import cn.doublerandom.publication.notice.NoticeEvent;
import cn.doublerandom.publication.notice.PlanAlarm;
import cn.doublerandom.publication.notice.PlanNotice;
import cn.doublerandom.publication.notice.ProgrammeNotice;
import cn.doublerandom.publication.result.Publication;
import cn.doublerandom.publication.result.ResultCommand;
import cn.doublerandom.publication.result.ResultEvent;
import cn.doublerandom.publication.result.ResultNotice;
import cn.doublerandom.servicekit.time.CalendarStream;
import cn.doublerandom.servicekit.view.Documents;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows every notice as it was right after its latest event. */
@ApplicationScoped
class NoticeProjection implements Projection {
  private static final CoverageShare NOBODY =
      new CoverageShare("", new Standing(List.of()), List.of());

  private final NoticeView views;
  private final CommandHandler<NoticeCommand, NoticeEvent, Optional<Noted>> notices;
  private final CommandHandler<ResultCommand, ResultEvent, Publication> results;

  private final Documents<AskedWithdrawalRow, AskedWithdrawal> withdrawals =
      new Documents<>(AskedWithdrawalRow.class, "asked_withdrawal_view", AskedWithdrawal.class);

  @Inject
  NoticeProjection(
      NoticeView views,
      CommandHandler<NoticeCommand, NoticeEvent, Optional<Noted>> notices,
      CommandHandler<ResultCommand, ResultEvent, Publication> results) {
    this.views = views;
    this.notices = notices;
    this.results = results;
  }

  @Override
  public String name() {
    return "notices";
  }

  /** 15: withdrawn results are counted apart. */
  @Override
  public int version() {
    return 16;
  }

  @Override
  public List<String> tables() {
    return List.of(
        views.anchors.table(),
        views.plans.table(),
        views.alarms.table(),
        views.programmes.table(),
        views.bulletins.table(),
        withdrawals.table(),
        views.draws.table(),
        views.noted.table(),
        views.results.table(),
        views.notHeld.table(),
        views.tasks.table(),
        views.shares.table(),
        views.years.table());
  }

  @Override
  public Uni<Void> apply(List<LedgerEntry> entries, Views batch) {
    Map<String, Long> ofResults = new HashMap<>();
    Map<String, Long> ofNotices = new HashMap<>();
    LedgerEntry.lastVersions(entries)
        .forEach((stream, version) -> {
          if (PublicationStreams.RESULT.has(stream)) {
            ofResults.put(stream, version);
          } else if (!stream.equals(CalendarStream.NAME) && !PublicationStreams.isApart(stream)) {
            ofNotices.put(stream, version);
          }
        });
    return results
        .within(batch.scope())
        .statesAt(ofResults)
        .flatMap(told ->
            notices
                .within(batch.scope())
                .statesAt(ofNotices)
                .flatMap(noted -> show(told.values(), noted.values(), entries, batch)));
  }

  /**
   * Everything that was told of subjects, in order: a year that somebody counted in for a while has
   * its row also where he does not any more when a batch ends.
   */
  private List<KnownSubject> subjects(List<LedgerEntry> entries) {
    return entries.stream()
        .map(LedgerEntry::event)
        .filter(event -> PublicationStreams.KNOWN_SUBJECT.has(event.stream()))
        .map(notices::decode)
        .flatMap(event ->
            event instanceof NoticeEvent.SubjectNoted(var subject)
                ? Stream.of(subject)
                : Stream.empty())
        .toList();
  }

  private Uni<Void> show(
      Collection<Publication> told,
      Collection<Optional<Noted>> noted,
      List<LedgerEntry> entries,
      Views batch) {
    List<KnownSubject> subjects = subjects(entries);
    List<ResultNotice> fresh =
        told.stream().flatMap(publication -> shown(publication).stream()).toList();
    noted.forEach(notice -> show(notice.orElseThrow(), batch));
    Set<String> counted =
        Stream.concat(
                fresh.stream().map(r -> r.content().subjectId()),
                subjects.stream().map(KnownSubject::id))
            .collect(Collectors.toSet());
    Map<Integer, YearFigure> changes = new TreeMap<>();
    return views
        .results
        .fetch(batch, fresh.stream().map(r -> r.content().resultId()).toList())
        .chain(() -> views.shares.fetch(batch, counted))
        .invoke(() -> {
          subjects.forEach(subject -> stands(subject, batch, changes));
          fresh.forEach(result -> result(result, batch, changes));
        })
        .chain(() ->
            new DueTasks(views.tasks)
                .fold(noted.stream().map(Optional::orElseThrow).toList(), batch))
        .chain(() -> new MissedVisits(views.notHeld, results).fold(entries, batch, changes))
        .chain(() -> views.years.fetch(batch, ids(changes)))
        .invoke(() -> changes.forEach((year, more) -> add(year, more, batch)));
  }

  private static List<String> ids(Map<Integer, YearFigure> changes) {
    return changes.keySet().stream().map(String::valueOf).toList();
  }

  private void add(int year, YearFigure more, Views batch) {
    String id = String.valueOf(year);
    views.years.put(batch, id, views.years.get(batch, id).orElse(YearFigure.none(year)).plus(more));
  }

  private void stands(KnownSubject subject, Views batch, Map<Integer, YearFigure> changes) {
    share(
        subject.id(),
        before -> new CoverageShare(subject.kind(), subject.stood(), before.inspectedIn()),
        batch,
        changes);
  }

  private void result(ResultNotice result, Views batch, Map<Integer, YearFigure> changes) {
    String id = result.content().resultId();
    views.results.get(batch, id).ifPresent(before -> YearFigure.tell(before, -1, changes));
    YearFigure.tell(result, 1, changes);
    views.results.put(batch, id, result);
    share(
        result.content().subjectId(),
        before ->
            new CoverageShare(
                before.kind(),
                before.standing(),
                Stream.concat(before.inspectedIn().stream(), Stream.of(result.year())).toList()),
        batch,
        changes);
  }

  /** A result may be told before its subject: until then it counts for nobody. */
  private void share(
      String subject,
      UnaryOperator<CoverageShare> change,
      Views batch,
      Map<Integer, YearFigure> changes) {
    CoverageShare before = views.shares.get(batch, subject).orElse(NOBODY);
    CoverageShare after = change.apply(before);
    YearFigure.tell(before, -1, changes);
    YearFigure.tell(after, 1, changes);
    views.shares.put(batch, subject, after);
  }

  private void show(Noted noted, Views batch) {
    switch (noted) {
      case PlanNotice plan -> views.plans.put(batch, plan.planKey(), plan);
      case PlanAlarm alarm -> views.alarms.put(batch, alarm.id(), alarm);
      case ProgrammeNotice programme ->
          views.programmes.put(batch, programme.programmeId(), programme);
      case BulletinNotice bulletin -> {
        views.bulletins.put(batch, bulletin.bulletinId(), bulletin);
        if (bulletin.withdrawn() != null) {
          asked(bulletin, "", bulletin.withdrawn().on(), false, batch);
        }
      }
      // What is public stays as it was.
      case BulletinWithdrawal asked -> {
        views.bulletins.put(batch, asked.notice().bulletinId(), asked.notice());
        asked(asked.notice(), asked.by(), asked.on(), asked.waits(), batch);
      }
      case DrawNotice draw -> views.draws.put(batch, draw.drawId(), draw);
      case Anchor anchor -> views.anchors.put(batch, anchor.id(), anchor);
      case KnownSubject subject -> views.noted.put(batch, subject.id(), subject);
    }
  }

  private void asked(BulletinNotice bulletin, String by, LocalDate on, boolean waits, Views batch) {
    withdrawals.put(
        batch,
        bulletin.bulletinId(),
        new AskedWithdrawal(bulletin.bulletinId(), bulletin.heading(), by, on, waits));
  }

  private static Optional<ResultNotice> shown(Publication publication) {
    return switch (publication) {
      // a result that never came is not shown
      case Publication.Unreceived() -> Optional.empty();
      case Publication.NotHeld notHeld -> Optional.empty();
      case Publication.Settled settled -> Optional.empty();
      case Publication.Unrecorded(var missing, var windowTo) ->
          Optional.of(new ResultNotice(missing.content(), null, true, windowTo));
      case Publication.Received(var content, var windowTo) ->
          Optional.of(new ResultNotice(content, null, null, windowTo));
      case Publication.Published published -> Optional.of(ResultNotice.of(published));
      case Publication.Withdrawn withdrawn -> Optional.of(ResultNotice.of(withdrawn));
      case Publication.Ended ended -> Optional.of(ResultNotice.of(ended));
    };
  }
}
