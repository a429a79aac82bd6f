package cn.doublerandom.registry.application;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Metadata;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.subject.Subject;
import cn.doublerandom.registry.subject.SubjectCommand;
import cn.doublerandom.registry.subject.SubjectEvent;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/** What happened to an entry of 检查对象名录库: who did what, and when. */
@ApplicationScoped
public class SubjectStory {
  private final EventStore store;
  private final CommandHandler<SubjectCommand, SubjectEvent, Subject> subjects;

  @Inject
  SubjectStory(EventStore store, CommandHandler<SubjectCommand, SubjectEvent, Subject> subjects) {
    this.store = store;
    this.subjects = subjects;
  }

  /**
   * One event with its circumstances.
   *
   * @param by account, or the source it came from
   * @param day of the business
   * @param recorded the real day of the recording
   */
  public record Happened(
      SubjectEvent event, long version, String by, LocalDate day, LocalDate recorded) {}

  /** Everything that was recorded, newest first. */
  public Uni<List<Happened>> of(String id) {
    return store
        .asked()
        .flatMap(asked -> asked.load(List.of(RegistryStreams.SUBJECT.of(id))))
        .map(events ->
            events.stream()
                .map(event -> {
                  Metadata known = Metadata.of(event);
                  return new Happened(
                      subjects.decode(event),
                      event.version(),
                      known.actor(),
                      BusinessClock.day(known.at()),
                      BusinessClock.day(known.recordedAt()));
                })
                .toList()
                .reversed());
  }
}
