package cn.doublerandom.draw.view;

import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.drawing.DrawCommand;
import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.DueReplacement;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.drawing.application.DrawState;
import cn.doublerandom.draw.drawing.application.PublicDraws;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.projection.Projection;
import cn.doublerandom.eventstore.projection.Views;
import cn.doublerandom.servicekit.view.Documents;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Keeps each draw as everybody may see it, and the replacements that are due. */
@ApplicationScoped
class PublicDrawProjection implements Projection, PublicDraws {
  /** Maps by their keys: a replay must give the same text. */
  private static final ObjectMapper JSON =
      EventCodec.mapper()
          .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
          .configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

  private final Documents<DrawStateRow, Kept> rows =
      new Documents<>(DrawStateRow.class, "draw_state_view", Kept.class);
  private final Documents<DueRow, Due> due = new Documents<>(DueRow.class, "due_view", Due.class);
  private final CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws;
  private final EventCodec<DrawEvent> codec;

  /** What a kept draw is read as. */
  enum Kind {
    FROZEN(DrawState.Frozen.class),
    COMMITTED(DrawState.Committed.class),
    SEALED(DrawState.Sealed.class),
    DRAWN(DrawState.Drawn.class),
    ENDED(DrawState.Ended.class);

    private final Class<? extends DrawState> type;

    Kind(Class<? extends DrawState> type) {
      this.type = type;
    }

    static Kind of(DrawState state) {
      return switch (state) {
        case DrawState.Frozen frozen -> FROZEN;
        case DrawState.Committed committed -> COMMITTED;
        case DrawState.Sealed sealed -> SEALED;
        case DrawState.Drawn drawn -> DRAWN;
        case DrawState.Ended ended -> ENDED;
      };
    }
  }

  /**
   * @param state JSON of its own, as it is answered
   */
  record Kept(String drawId, long version, boolean current, Kind kind, String state) {
    static Kept of(DrawState state, long version, boolean current) {
      try {
        return new Kept(
            state.drawId(), version, current, Kind.of(state), JSON.writeValueAsString(state));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("state of " + state.drawId(), e);
      }
    }

    Seen read() {
      try {
        return new Seen(version, current, JSON.readValue(state, kind.type));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("state of " + drawId, e);
      }
    }
  }

  /** What is due in the draws of a task; nothing where all of it was closed. */
  record Due(List<DueReplacement> replacements) {}

  @Inject
  PublicDrawProjection(
      CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws, EventCodec<DrawEvent> codec) {
    this.draws = draws;
    this.codec = codec;
  }

  @Override
  public String name() {
    return "public_draws";
  }

  /** 4: a row says the day of the freeze. */
  @Override
  public int version() {
    return 4;
  }

  @Override
  public List<String> tables() {
    return List.of(rows.table(), due.table());
  }

  @Override
  public CompletionStage<Optional<Seen>> find(String drawId) {
    return rows.find(drawId).thenApply(found -> found.map(Kept::read));
  }

  @Override
  public CompletionStage<List<DueReplacement>> due(int mostTasks) {
    return due.allWhere("body <> ?1", EventCodec.canonical(JSON, new Due(List.of())), mostTasks)
        .thenApply(tasks -> tasks.stream().flatMap(task -> task.replacements().stream()).toList());
  }

  @Override
  public Uni<Void> apply(List<LedgerEntry> entries, Views views) {
    Map<String, Long> tasks = new HashMap<>(LedgerEntry.lastVersions(entries));
    tasks.keySet().removeIf(stream -> !DrawStreams.TASK.has(stream));
    return voided(entries, views)
        .chain(() -> draws.within(views.scope()).statesAt(tasks))
        .invoke(known ->
            known.forEach(
                (stream, state) -> keep(stream, state, tasks.getOrDefault(stream, 0L), views)))
        .replaceWithVoid();
  }

  /**
   * A round voided before it had a result leaves nothing in the state behind it: its row is that of
   * the moment before, whether a batch ended there or not.
   */
  private Uni<Void> voided(List<LedgerEntry> entries, Views views) {
    return Multi.createFrom()
        .iterable(entries)
        .select()
        .where(entry -> isVoid(entry.event()))
        .onItem()
        .transformToUniAndConcatenate(entry -> {
          StoredEvent event = entry.event();
          return draws
              .within(views.scope())
              .statesAt(Map.of(event.stream(), event.version() - 1))
              .invoke(
                  before -> before.values().forEach(state -> ended(state, event.version(), views)));
        })
        .collect()
        .last()
        .replaceWithVoid();
  }

  private boolean isVoid(StoredEvent event) {
    return DrawStreams.TASK.has(event.stream())
        && codec.glance(event) instanceof DrawEvent.DrawVoided voided
        && voided.earlier() == null;
  }

  private void ended(TaskDraws before, long version, Views views) {
    switch (before) {
      case TaskDraws.Frozen frozen -> ended(DrawState.of(frozen), version, views);
      case TaskDraws.Committed committed -> ended(DrawState.of(committed), version, views);
      case TaskDraws.Undrawn undrawn -> {
        // nothing was under way
      }
      case TaskDraws.Sealed sealed -> {
        // has a result, and stays among the ended
      }
      case TaskDraws.Executed executed -> {
        // has a result, and stays among the ended
      }
    }
  }

  private void ended(DrawState last, long version, Views views) {
    rows.put(views, last.drawId(), Kept.of(last, version, false));
  }

  private void keep(String stream, TaskDraws state, long version, Views views) {
    state.past().ended().stream()
        .map(DrawState::drawn)
        .forEach(ended -> rows.put(views, ended.drawId(), Kept.of(ended, version, false)));
    if (state.current().isPresent()) {
      DrawState now = DrawState.of(state);
      rows.put(views, now.drawId(), Kept.of(now, version, true));
    }
    due.put(views, stream, new Due(DueReplacement.of(state)));
  }
}
