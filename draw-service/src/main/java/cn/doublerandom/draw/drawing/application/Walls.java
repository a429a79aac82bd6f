package cn.doublerandom.draw.drawing.application;

import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.PhaseRejection;
import cn.doublerandom.draw.drawing.DrawCommand;
import cn.doublerandom.draw.drawing.DrawDirectory;
import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.FrozenFrame;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.protocol.Commit;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.KeptStates;
import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.servicekit.identity.AskedHere;
import cn.doublerandom.servicekit.identity.Asking;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/** A draw on the wall of the room: what everybody may see of it, and when it has changed. */
@ApplicationScoped
public class Walls {
  /** Walls and phones that listen at once; each asks the store once a second. */
  static final int MOST_LISTENING = 64;

  /** After which a listener asks again by himself. */
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private static final Duration EVERY = Duration.ofSeconds(1);

  /** How often a wall looks whether the commit was seen outside: that is no event of the draw. */
  private static final long SECONDS_BETWEEN_LOOKS = 5;

  /** Roots of lists that no longer change; of a million subjects each takes a second. */
  private static final int MOST_ROOTS = 32;

  private final KeptStates<TaskDraws> kept;
  private final CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws;
  private final RevealTime revealTime;
  private final DrawDirectory directory;
  private final Asking asking;
  private final Clock clock;
  private final Listeners listening = new Listeners(MOST_LISTENING);
  private final Map<String, String> roots =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
              return size() > MOST_ROOTS;
            }
          });

  @Inject
  Walls(
      KeptStates<TaskDraws> kept,
      CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws,
      RevealTime revealTime,
      DrawDirectory directory,
      Asking asking,
      Clock clock) {
    this.kept = kept;
    this.draws = draws;
    this.revealTime = revealTime;
    this.directory = directory;
    this.asking = asking;
    this.clock = clock;
  }

  /**
   * What stands on the wall.
   *
   * @param draws of the task of the draw
   * @param revealFrom real time of the first reveal; empty before the commit was seen outside
   * @param frameRoot of the frozen list, 64 hex digits; empty where there is none
   * @param edition another one as soon as something has changed
   */
  public record Shown(
      String drawId,
      TaskDraws draws,
      Optional<Instant> revealFrom,
      String frameRoot,
      String edition) {}

  /** A draw as it stands. */
  public Uni<Shown> of(String drawId) {
    Executor here = AskedHere.executor();
    return kept.of(DrawStreams.taskOfDraw(drawId))
        .flatMap(loaded ->
            known(drawId, loaded.state())
                .flatMap(there -> revealTime.of(drawId))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(seen ->
                    new Shown(
                        drawId,
                        loaded.state(),
                        seen.map(s -> Instant.parse(s.cosignedAt()).plus(revealTime.patience())),
                        root(drawId, loaded.state()),
                        edition(loaded, clock.instant()))))
        .emitOn(here);
  }

  /** Of a round that was voided before it was drawn only the list of all draws knows. */
  private Uni<Boolean> known(String drawId, TaskDraws state) {
    if (state.stands(drawId) || state.executed(drawId).isPresent()) {
      return Uni.createFrom().item(true);
    }
    return Uni.createFrom()
        .completionStage(() -> directory.find(drawId))
        .map(found -> {
          if (found.isEmpty()) {
            throw new ProblemException(PhaseRejection.DRAW_UNKNOWN);
          }
          return true;
        });
  }

  private String root(String drawId, TaskDraws state) {
    Optional<FrozenFrame> frame =
        state
            .executed(drawId)
            .map(TaskDraws.Executed::frame)
            .or(() -> state.current().filter(f -> f.drawId().equals(drawId)))
            .filter(f -> f.continues() == null);
    return frame
        .map(f ->
            committed(state, drawId)
                .orElseGet(() -> roots.computeIfAbsent(drawId, none -> f.lists().frameRoot())))
        .orElse("");
  }

  private static Optional<String> committed(TaskDraws state, String drawId) {
    Optional<Commit> commit =
        state
            .executed(drawId)
            .map(TaskDraws.Executed::commit)
            .or(() ->
                state instanceof TaskDraws.Committed c
                    ? Optional.of(c.commit())
                    : Optional.empty());
    return commit
        .map(Commit::stage)
        .filter(Commit.Stage.Whole.class::isInstance)
        .map(stage -> ((Commit.Stage.Whole) stage).frameRoot());
  }

  /**
   * The edition each second, until the listener goes away or half an hour is over: he asks again
   * then, and sees what stands by that time.
   */
  public Multi<String> editions(String drawId) {
    return asking
        .scopeOrSeed()
        .onItem()
        .transformToMulti(scope -> {
          if (!listening.enter()) {
            throw new ProblemException(EdgeRejection.STORE_OVERLOADED);
          }
          return Multi.createBy()
              .merging()
              .streams(Multi.createFrom().item(0L), Multi.createFrom().ticks().every(EVERY))
              .onOverflow()
              .drop()
              .onItem()
              .transformToUniAndConcatenate(tick -> edition(drawId, scope))
              .select()
              .first(LONGEST)
              .onTermination()
              .invoke(listening::leave);
        });
  }

  private Uni<String> edition(String drawId, Scope scope) {
    return draws
        .within(scope)
        .kept()
        .of(DrawStreams.taskOfDraw(drawId))
        .map(loaded -> edition(loaded, clock.instant()));
  }

  static String edition(CommandHandler.Loaded<TaskDraws> loaded, Instant now) {
    boolean awaitsOutside =
        loaded.state() instanceof TaskDraws.Committed c && c.contributions().isEmpty();
    return awaitsOutside
        ? loaded.version() + "-" + now.getEpochSecond() / SECONDS_BETWEEN_LOOKS
        : Long.toString(loaded.version());
  }
}
