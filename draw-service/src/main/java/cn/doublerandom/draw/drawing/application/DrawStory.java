package cn.doublerandom.draw.drawing.application;

import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.drawing.DrawCommand;
import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Metadata;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.servicekit.memory.LedgerPlaces;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What happened to a draw: who did what, and when. */
@ApplicationScoped
public class DrawStory {
  private final EventStore store;
  private final CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws;
  private final LedgerPlaces places;

  @Inject
  DrawStory(
      EventStore store,
      CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws,
      LedgerPlaces places) {
    this.store = store;
    this.draws = draws;
    this.places = places;
  }

  /**
   * One event with its circumstances; long lists are left out of it.
   *
   * @param version of the task's stream
   * @param by account, or the source it came from
   * @param day of the business
   * @param recorded the real day of the recording
   */
  public record Happened(
      DrawEvent event, long version, String by, LocalDate day, LocalDate recorded) {}

  /** Everything that was recorded of a draw, newest first. */
  public Uni<List<Happened>> of(String drawId) {
    return store
        .asked()
        .flatMap(asked -> asked.load(List.of(DrawStreams.taskOfDraw(drawId))))
        .map(events -> of(drawId, events));
  }

  /** Where the events of a draw stand in the ledger: seq by version. */
  public Uni<Map<Long, Long>> places(String drawId) {
    return places.of(DrawStreams.taskOfDraw(drawId));
  }

  /** A task has one stream: its rounds follow each other, and what is of an earlier one says so. */
  private List<Happened> of(String drawId, List<StoredEvent> events) {
    List<Happened> story = new ArrayList<>();
    String current = "";
    for (StoredEvent stored : events) {
      DrawEvent event = draws.glance(stored);
      if (event instanceof DrawEvent.FrameFrozen(var frame)) {
        current = frame.drawId();
      }
      if (event.ofEarlier().orElse(current).equals(drawId)) {
        Metadata known = Metadata.of(stored);
        story.add(
            new Happened(
                event,
                stored.version(),
                known.actor(),
                BusinessClock.day(known.at()),
                BusinessClock.day(known.recordedAt())));
      }
    }
    return story.reversed();
  }
}
