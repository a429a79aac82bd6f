package cn.doublerandom.draw.view;

import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.register.RegisterEvent;
import cn.doublerandom.eventstore.ChunkedLists;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.projection.Projection;
import cn.doublerandom.eventstore.projection.Views;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps the draws, the registry's entries and the inspectors' loads readable, each by itself. */
@ApplicationScoped
class DrawProjection implements Projection {
  /** Where a freeze says who is in the frame (RFC 6901). */
  private static final String FRAME = "/frame/lists/frame";

  private final ShownDraws draws;
  private final CountedVisits visits;
  private final KnownRows known;
  private final EventCodec<DrawEvent> drawCodec;
  private final EventCodec<RegisterEvent> registerCodec;

  @Inject
  DrawProjection(
      ShownDraws draws,
      CountedVisits visits,
      KnownRows known,
      EventCodec<DrawEvent> drawCodec,
      EventCodec<RegisterEvent> registerCodec) {
    this.draws = draws;
    this.visits = visits;
    this.known = known;
    this.drawCodec = drawCodec;
    this.registerCodec = registerCodec;
  }

  @Override
  public String name() {
    return "draw";
  }

  /** 4: who visits whom by each draw, from which loads are counted. */
  @Override
  public int version() {
    return 5;
  }

  @Override
  public List<String> tables() {
    return Stream.of(draws.tables(), known.tables(), visits.tables())
        .flatMap(List::stream)
        .toList();
  }

  /**
   * An entry with its event read, so that it is read once; the frame of a freeze only counted.
   *
   * @param frame how many subjects a freeze put into it; 0 of any other event
   */
  record Read(
      String stream,
      long seq,
      @Nullable DrawEvent draw,
      int frame,
      @Nullable RegisterEvent register) {
    String task() {
      return DrawStreams.TASK.id(stream);
    }
  }

  @Override
  public Uni<Void> apply(List<LedgerEntry> entries, Views views) {
    List<Read> events =
        entries.stream().filter(entry -> isShown(entry.event())).map(this::read).toList();
    return draws
        .fetch(events, views)
        .chain(() -> known.fetch(events, views))
        .chain(() -> visits.fetch(events, draws.drawIds(events, views), views))
        .invoke(() -> events.forEach(event -> apply(event, views)));
  }

  private static boolean isShown(StoredEvent event) {
    return DrawStreams.TASK.has(event.stream()) || KnownRows.isShown(event.stream());
  }

  private Read read(LedgerEntry entry) {
    StoredEvent event = entry.event();
    if (!DrawStreams.TASK.has(event.stream())) {
      return new Read(event.stream(), entry.seq(), null, 0, registerCodec.decode(event));
    }
    DrawEvent draw = drawCodec.glance(event);
    int frame =
        draw instanceof DrawEvent.FrameFrozen ? ChunkedLists.size(event.payload(), FRAME) : 0;
    return new Read(event.stream(), entry.seq(), draw, frame, null);
  }

  private void apply(Read event, Views views) {
    DrawEvent draw = event.draw();
    if (draw != null) {
      draws.apply(event, draw, views);
      visits.apply(() -> draws.drawId(event.task(), draw, views), draw, views);
    } else if (event.register() != null) {
      known.apply(event.stream(), event.register(), views);
    }
  }
}
