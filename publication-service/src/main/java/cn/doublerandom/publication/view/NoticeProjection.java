package cn.doublerandom.publication.view;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.projection.Projection;
import cn.doublerandom.eventstore.projection.Views;
import cn.doublerandom.publication.PublicationStreams;
import cn.doublerandom.publication.notice.Noted;
import cn.doublerandom.publication.notice.NoticeCommand;
import cn.doublerandom.publication.notice.NoticeEvent;
import cn.doublerandom.publication.result.Publication;
import cn.doublerandom.publication.result.ResultCommand;
import cn.doublerandom.publication.result.ResultEvent;
import cn.doublerandom.publication.result.ResultNotice;
import cn.doublerandom.servicekit.time.CalendarStream;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows every notice as it was right after its latest event. */
@ApplicationScoped
class NoticeProjection implements Projection {
  private final NoticeView views;
  private final CommandHandler<NoticeCommand, NoticeEvent, Optional<Noted>> notices;
  private final CommandHandler<ResultCommand, ResultEvent, Publication> results;

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

  /** 4: programmes and missed last days of a plan are shown. */
  @Override
  public int version() {
    return 4;
  }

  @Override
  public List<String> tables() {
    return List.of(
        views.anchors.table(),
        views.plans.table(),
        views.alarms.table(),
        views.programmes.table(),
        views.draws.table(),
        views.subjects.table(),
        views.results.table());
  }

  @Override
  public Uni<Void> apply(List<LedgerEntry> entries, Views batch) {
    Map<String, Long> ofResults = new HashMap<>();
    Map<String, Long> ofNotices = new HashMap<>();
    LedgerEntry.lastVersions(entries)
        .forEach((stream, version) -> {
          if (stream.startsWith(PublicationStreams.RESULT)) {
            ofResults.put(stream, version);
          } else if (!stream.equals(CalendarStream.NAME)) {
            ofNotices.put(stream, version);
          }
        });
    return results
        .statesAt(ofResults)
        .invoke(states -> states.values().forEach(result -> show(result, batch)))
        .chain(() -> notices.statesAt(ofNotices))
        .invoke(states -> states.values().forEach(noted -> show(noted.orElseThrow(), batch)))
        .replaceWithVoid();
  }

  private void show(Noted noted, Views batch) {
    switch (noted) {
      case Noted.PlanNotice plan -> views.plans.put(batch, plan.planKey(), plan);
      case Noted.PlanAlarm alarm -> views.alarms.put(batch, alarm.id(), alarm);
      case Noted.ProgrammeNotice programme ->
          views.programmes.put(batch, programme.programmeId(), programme);
      case Noted.DrawNotice draw -> views.draws.put(batch, draw.drawId(), draw);
      case Noted.Anchor anchor -> views.anchors.put(batch, anchor.id(), anchor);
      case Noted.KnownSubject subject -> views.subjects.put(batch, subject.id(), subject);
    }
  }

  private void show(Publication publication, Views batch) {
    switch (publication) {
      case Publication.Unreceived() -> {
        // a result that never came is not shown
      }
      case Publication.Received(var content) ->
          views.results.put(batch, content.resultId(), new ResultNotice(content, null));
      case Publication.Published(var content, var name, var on, var onTime, var index) ->
          views.results.put(
              batch,
              content.resultId(),
              new ResultNotice(content, new ResultNotice.Published(name, on, onTime, index)));
    }
  }
}
