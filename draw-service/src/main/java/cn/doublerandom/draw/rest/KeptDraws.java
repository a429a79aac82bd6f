package cn.doublerandom.draw.rest;

import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.drawing.DrawCommand;
import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.PublicDraws;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.eventstore.CommandHandler;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The draws of the tasks asked for last, for bundles and explanations: a stream is read again only
 * when the read model says that something happened in it, not at every visit.
 */
@ApplicationScoped
class KeptDraws {
  /** A frame may have a million subjects; a few such draws fit into memory. */
  private static final int MOST_TASKS = 4;

  private final CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws;
  private final PublicDraws seen;
  private final Map<String, CommandHandler.Loaded<TaskDraws>> kept =
      new LinkedHashMap<>(MOST_TASKS * 2, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(
            Map.Entry<String, CommandHandler.Loaded<TaskDraws>> eldest) {
          return size() > MOST_TASKS;
        }
      };

  @Inject
  KeptDraws(CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws, PublicDraws seen) {
    this.draws = draws;
    this.seen = seen;
  }

  /** The draws of the task a draw belongs to, with the version of their stream. */
  Uni<CommandHandler.Loaded<TaskDraws>> of(String drawId) {
    String task = DrawStreams.taskOfDraw(drawId);
    return Uni.createFrom()
        .completionStage(() -> seen.find(drawId))
        .flatMap(found -> {
          CommandHandler.Loaded<TaskDraws> before = get(task);
          return found.isPresent() && before != null && before.version() >= found.get().version()
              ? Uni.createFrom().item(before)
              : draws.load(task).invoke(loaded -> put(task, loaded));
        });
  }

  /** Something was done here to a draw: whoever did it reads what came of it. */
  synchronized void changed(String drawId) {
    kept.remove(DrawStreams.taskOfDraw(drawId));
  }

  private synchronized CommandHandler.@Nullable Loaded<TaskDraws> get(String task) {
    return kept.get(task);
  }

  private synchronized void put(String task, CommandHandler.Loaded<TaskDraws> loaded) {
    if (loaded.version() > 0) {
      kept.put(task, loaded);
    }
  }
}
