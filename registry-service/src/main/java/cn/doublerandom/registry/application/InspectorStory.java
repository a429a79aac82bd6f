package cn.doublerandom.registry.application;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Metadata;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.inspector.Inspector;
import cn.doublerandom.registry.inspector.InspectorCommand;
import cn.doublerandom.registry.inspector.InspectorEvent;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/** What happened to an entry of 执法检查人员名录库: who did what, and when. */
@ApplicationScoped
public class InspectorStory {
  private final EventStore store;
  private final CommandHandler<InspectorCommand, InspectorEvent, Inspector> inspectors;

  @Inject
  InspectorStory(
      EventStore store, CommandHandler<InspectorCommand, InspectorEvent, Inspector> inspectors) {
    this.store = store;
    this.inspectors = inspectors;
  }

  /**
   * One event with its circumstances.
   *
   * @param by account, or the source it came from
   * @param day of the business
   * @param recorded the real day of the recording
   */
  public record Happened(InspectorEvent event, String by, LocalDate day, LocalDate recorded) {}

  /** Everything that was recorded, newest first. */
  public Uni<List<Happened>> of(String id) {
    return store
        .asked()
        .flatMap(asked -> asked.load(List.of(RegistryStreams.INSPECTOR.of(id))))
        .map(events ->
            events.stream()
                .map(event -> {
                  Metadata known = Metadata.of(event);
                  return new Happened(
                      inspectors.decode(event),
                      known.actor(),
                      BusinessClock.day(known.at()),
                      BusinessClock.day(known.recordedAt()));
                })
                .toList()
                .reversed());
  }
}
