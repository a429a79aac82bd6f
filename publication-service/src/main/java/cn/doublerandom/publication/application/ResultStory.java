package cn.doublerandom.publication.application;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Metadata;
import cn.doublerandom.publication.PublicationStreams;
import cn.doublerandom.publication.result.Publication;
import cn.doublerandom.publication.result.ResultCommand;
import cn.doublerandom.publication.result.ResultEvent;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/** What happened to a result on its way to the public: who did what, and when. */
@ApplicationScoped
public class ResultStory {
  private final EventStore store;
  private final CommandHandler<ResultCommand, ResultEvent, Publication> results;

  @Inject
  ResultStory(EventStore store, CommandHandler<ResultCommand, ResultEvent, Publication> results) {
    this.store = store;
    this.results = results;
  }

  /**
   * One event with its circumstances.
   *
   * @param by account, or the service it was heard from
   * @param day of the business
   * @param recorded the real day of the recording
   */
  public record Happened(ResultEvent event, String by, LocalDate day, LocalDate recorded) {}

  /** Everything that was recorded, newest first. */
  public Uni<List<Happened>> of(String resultId) {
    return store
        .asked()
        .flatMap(asked -> asked.load(List.of(PublicationStreams.RESULT.of(resultId))))
        .map(events ->
            events.stream()
                .map(event -> {
                  Metadata known = Metadata.of(event);
                  return new Happened(
                      results.decode(event),
                      known.actor(),
                      BusinessClock.day(known.at()),
                      BusinessClock.day(known.recordedAt()));
                })
                .toList()
                .reversed());
  }
}
