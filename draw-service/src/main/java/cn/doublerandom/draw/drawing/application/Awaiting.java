package cn.doublerandom.draw.drawing.application;

import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.PhaseRejection;
import cn.doublerandom.draw.drawing.DrawCommand;
import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.DrawTerms;
import cn.doublerandom.draw.drawing.Releases;
import cn.doublerandom.draw.drawing.SecondPeople;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.servicekit.identity.AskedHere;
import cn.doublerandom.servicekit.job.Job;
import cn.doublerandom.servicekit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * What of a draw waits for another person, at the version of its stream an approval names: read
 * from the stream, for the read model may be behind it.
 */
@ApplicationScoped
public class Awaiting {
  private final CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws;

  @Inject
  Awaiting(CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws) {
    this.draws = draws;
  }

  /**
   * The terms of a draw, agreed to or not; of one that is frozen with what its teams would lack.
   */
  public Uni<CommandHandler.Loaded<DrawTerms>> terms(String drawId, Job job) {
    return of(
        drawId,
        task ->
            task instanceof TaskDraws.Frozen frozen && task.isAbout(drawId)
                ? DrawTerms.tried(frozen, JobSteps.teams(job))
                : DrawState.of(task, drawId).framed().terms());
  }

  /** The first of two approvals of a void, if given. */
  public Uni<CommandHandler.Loaded<Optional<TaskDraws.Approval>>> voiding(String drawId) {
    return of(drawId, task -> SecondPeople.voidApproval(drawId, task));
  }

  /** Releases of witnesses who have promised that somebody asked for; none after the commit. */
  public Uni<CommandHandler.Loaded<List<Releases.Asked>>> releases(String drawId) {
    return of(
        drawId,
        task ->
            task instanceof TaskDraws.Frozen frozen
                ? frozen.preparation().releases().asked()
                : List.of());
  }

  private <T> Uni<CommandHandler.Loaded<T>> of(String drawId, Function<TaskDraws, T> asked) {
    Executor here = AskedHere.executor();
    return draws
        .load(DrawStreams.taskOfDraw(drawId))
        // A trial of large teams takes seconds: no other request waits for it.
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(loaded -> {
          if (!loaded.state().stands(drawId)) {
            throw new ProblemException(PhaseRejection.DRAW_UNKNOWN);
          }
          return new CommandHandler.Loaded<>(asked.apply(loaded.state()), loaded.version());
        })
        .emitOn(here);
  }
}
