package cn.doublerandom.draw.drawing.application;

import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.KeptStories;
import cn.doublerandom.eventstore.Metadata;
import cn.doublerandom.servicekit.memory.LedgerPlaces;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What happened to a draw: who did what, and when. */
@ApplicationScoped
public class DrawStory {
  /** A story keeps no list that stands in pieces. */
  private static final int MOST_TASKS = 8;

  private final KeptStories<DrawEvent> stories;
  private final LedgerPlaces places;

  @Inject
  DrawStory(EventStore store, EventCodec<DrawEvent> codec, LedgerPlaces places) {
    this.stories = new KeptStories<>(store, codec, MOST_TASKS);
    this.places = places;
  }

  /**
   * One event with its circumstances; long lists are left out of it.
   *
   * @param version of the task's stream
   * @param by account, or the source it came from
   * @param at of the business clock
   * @param day likewise
   * @param recorded the real day of the recording
   */
  public record Happened(
      DrawEvent event, long version, String by, Instant at, LocalDate day, LocalDate recorded) {}

  /** Everything that was recorded of a draw, newest first. */
  public Uni<List<Happened>> of(String drawId) {
    return stories.of(DrawStreams.taskOfDraw(drawId)).map(events -> of(drawId, events));
  }

  /** Where the events of a draw stand in the ledger: seq by version. */
  public Uni<Map<Long, Long>> places(String drawId) {
    return places.of(DrawStreams.taskOfDraw(drawId));
  }

  /** A task has one stream: its rounds follow each other, and what is of an earlier one says so. */
  private static List<Happened> of(String drawId, List<KeptStories.Told<DrawEvent>> events) {
    List<Happened> story = new ArrayList<>();
    String current = "";
    for (KeptStories.Told<DrawEvent> told : events) {
      DrawEvent event = told.event();
      if (event instanceof DrawEvent.FrameFrozen(var frame)) {
        current = frame.drawId();
      }
      if (event.ofEarlier().orElse(current).equals(drawId)) {
        Metadata known = told.circumstances();
        story.add(
            new Happened(
                event,
                told.version(),
                known.actor(),
                known.at(),
                BusinessClock.day(known.at()),
                BusinessClock.day(known.recordedAt())));
      }
    }
    return story.reversed();
  }
}
