package cn.doublerandom.inspection.application;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Metadata;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.visit.Visit;
import cn.doublerandom.inspection.visit.VisitCommand;
import cn.doublerandom.inspection.visit.VisitEvent;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What happened on a visit: who did what, and when. */
@ApplicationScoped
public class VisitStory {
  private final EventStore store;
  private final CommandHandler<VisitCommand, VisitEvent, Visit> visits;

  @Inject
  VisitStory(EventStore store, CommandHandler<VisitCommand, VisitEvent, Visit> visits) {
    this.store = store;
    this.visits = visits;
  }

  /**
   * One event with its circumstances.
   *
   * @param by account, or the source it came from
   * @param at of the business clock
   * @param day likewise
   * @param recorded the real day of the recording
   */
  public record Happened(
      VisitEvent event, String by, Instant at, LocalDate day, LocalDate recorded) {}

  /** Everything that was recorded, newest first; who may read it was asked before. */
  public Uni<List<Happened>> of(String visitId) {
    return store
        .asked()
        .flatMap(asked -> asked.load(List.of(VisitStreams.VISIT.of(visitId))))
        .map(events ->
            events.stream()
                .map(event -> {
                  Metadata known = Metadata.of(event);
                  return new Happened(
                      visits.decode(event),
                      known.actor(),
                      known.at(),
                      BusinessClock.day(known.at()),
                      BusinessClock.day(known.recordedAt()));
                })
                .toList()
                .reversed());
  }
}
