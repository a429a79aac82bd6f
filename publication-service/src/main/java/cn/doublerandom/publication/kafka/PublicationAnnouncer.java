package cn.doublerandom.publication.kafka;

import cn.doublerandom.contracts.ResultPublished;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.ledger.Announcement;
import cn.doublerandom.eventstore.ledger.Announcer;
import cn.doublerandom.publication.PublicationStreams;
import cn.doublerandom.publication.result.Publication;
import cn.doublerandom.publication.result.ResultCommand;
import cn.doublerandom.publication.result.ResultContent;
import cn.doublerandom.publication.result.ResultEvent;
import cn.doublerandom.servicekit.messaging.Integration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** Tells the world of published results. */
@ApplicationScoped
class PublicationAnnouncer implements Announcer {
  private static final String TOPIC = "publication.events.v1";
  private static final Duration SQL_TIMEOUT = Duration.ofSeconds(30);

  private final CommandHandler<ResultCommand, ResultEvent, Publication> results;

  @Inject
  PublicationAnnouncer(CommandHandler<ResultCommand, ResultEvent, Publication> results) {
    this.results = results;
  }

  @Override
  public Announcer within(EventStore own) {
    return new PublicationAnnouncer(results.over(own));
  }

  @Override
  public List<Announcement> announce(StoredEvent event) {
    if (!PublicationStreams.RESULT.has(event.stream())
        || !(results.decode(event) instanceof ResultEvent.ResultPublished)) {
      return List.of();
    }
    Publication publication =
        results.stateAt(event.stream(), event.version()).await().atMost(SQL_TIMEOUT);
    if (!(publication
        instanceof
        Publication.Published(
            ResultContent c,
            var name,
            var on,
            var onTime,
            var index,
            var windowTo))) {
      throw new IllegalStateException("a published result is not published");
    }
    return List.of(
        Integration.announcement(
            TOPIC,
            event.stream(),
            new ResultPublished(
                c.resultId(),
                c.drawId(),
                c.subjectId(),
                name,
                c.codes(),
                c.finishedOn(),
                c.dueOn(),
                on,
                onTime,
                index)));
  }
}
