package cn.doublerandom.draw.view;

import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.drawing.DrawCommand;
import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.Fairness;
import cn.doublerandom.draw.drawing.FairnessFigures;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.projection.Projection;
import cn.doublerandom.eventstore.projection.Views;
import cn.doublerandom.servicekit.view.Documents;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Keeps what each public draw adds to the fairness figures, so that nobody replays streams. */
@ApplicationScoped
class FairnessProjection implements Projection, FairnessFigures {
  private static final ObjectMapper JSON = EventCodec.mapper();

  private final Documents<FairnessRow, Kept> rows =
      new Documents<>(FairnessRow.class, "fairness_view", Kept.class);
  private final CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws;

  /**
   * @param figures JSON of its own: canonical JSON has no fractions
   */
  record Kept(String drawId, String figures) {
    static Kept of(Fairness.OfDraw draw) {
      try {
        return new Kept(draw.drawId(), JSON.writeValueAsString(draw));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("figures of " + draw.drawId(), e);
      }
    }

    Fairness.OfDraw read() {
      try {
        return JSON.readValue(figures, Fairness.OfDraw.class);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("figures of " + drawId, e);
      }
    }
  }

  @Inject
  FairnessProjection(CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws) {
    this.draws = draws;
  }

  @Override
  public String name() {
    return "fairness";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<String> tables() {
    return List.of(rows.table());
  }

  @Override
  public CompletionStage<List<Fairness.OfDraw>> all(int limit) {
    return rows.all(limit).thenApply(kept -> kept.stream().map(Kept::read).toList());
  }

  @Override
  public Uni<Void> apply(List<LedgerEntry> entries, Views views) {
    Map<String, Long> tasks = new HashMap<>(LedgerEntry.lastVersions(entries));
    tasks.keySet().removeIf(stream -> !DrawStreams.TASK.has(stream));
    return draws
        .within(views.scope())
        .statesAt(tasks)
        .invoke(states ->
            states.values().stream()
                .flatMap(FairnessProjection::executed)
                .map(draw -> Kept.of(Fairness.of(draw)))
                .forEach(kept -> rows.put(views, kept.drawId(), kept)))
        .replaceWithVoid();
  }

  private static Stream<TaskDraws.Executed> executed(TaskDraws state) {
    return Stream.concat(
        state.past().ended().stream(),
        state instanceof TaskDraws.Executed draw ? Stream.of(draw) : Stream.empty());
  }
}
