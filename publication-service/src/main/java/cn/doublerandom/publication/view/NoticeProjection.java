package cn.doublerandom.publication.view;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.publication.PublicationStreams;
import cn.doublerandom.publication.notice.Noted;
import cn.doublerandom.publication.notice.NoticeCommand;
import cn.doublerandom.publication.notice.NoticeEvent;
import cn.doublerandom.publication.result.Publication;
import cn.doublerandom.publication.result.ResultCommand;
import cn.doublerandom.publication.result.ResultEvent;
import cn.doublerandom.publication.result.ResultNotice;
import cn.doublerandom.servicekit.view.Projection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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

  @Override
  public Uni<Void> apply(LedgerEntry entry) {
    StoredEvent event = entry.event();
    if (event.stream().startsWith(PublicationStreams.RESULT)) {
      return results.stateAt(event.stream(), event.version()).flatMap(this::show);
    }
    return notices
        .stateAt(event.stream(), event.version())
        .flatMap(noted -> show(noted.orElseThrow()));
  }

  private Uni<Void> show(Noted noted) {
    return switch (noted) {
      case Noted.PlanNotice plan -> views.plans.put(plan.planKey(), plan);
      case Noted.DrawNotice draw -> views.draws.put(draw.drawId(), draw);
      case Noted.KnownSubject subject -> views.subjects.put(subject.id(), subject);
    };
  }

  private Uni<Void> show(Publication publication) {
    return switch (publication) {
      case Publication.Unreceived() -> Uni.createFrom().voidItem();
      case Publication.Received(var content) ->
          views.results.put(content.resultId(), new ResultNotice(content, null));
      case Publication.Published(var content, var name, var on, var onTime, var index) ->
          views.results.put(
              content.resultId(),
              new ResultNotice(content, new ResultNotice.Published(name, on, onTime, index)));
    };
  }
}
