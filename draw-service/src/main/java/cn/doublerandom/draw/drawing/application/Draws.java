package cn.doublerandom.draw.drawing.application;

import cn.doublerandom.bureau.rules.RuleBook;
import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.EntropyRejection;
import cn.doublerandom.draw.SealingRejection;
import cn.doublerandom.draw.drawing.ChanceRules;
import cn.doublerandom.draw.drawing.DrawCommand;
import cn.doublerandom.draw.drawing.DrawDecider;
import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.DrawPreview;
import cn.doublerandom.draw.drawing.Observing;
import cn.doublerandom.draw.drawing.Officer;
import cn.doublerandom.draw.drawing.PublicLottery;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.protocol.Commit;
import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.draw.protocol.Progress;
import cn.doublerandom.draw.register.Register;
import cn.doublerandom.draw.register.RegisterNews;
import cn.doublerandom.draw.sealing.KnownSealingKeys;
import cn.doublerandom.draw.sealing.SealingKeyCommand;
import cn.doublerandom.draw.sealing.SealingKeyEvent;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.servicekit.identity.AskedHere;
import cn.doublerandom.servicekit.job.Job;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * 抽取: freeze, commit, execute, open, void. Where much is gathered first, who asks and when is read
 * anew at each step, so that a decision knows the time it is made at.
 */
@ApplicationScoped
public class Draws {
  @Inject CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws;
  @Inject CommandHandler<SealingKeyCommand, SealingKeyEvent, KnownSealingKeys> keys;
  @Inject FreezeFacts facts;
  @Inject Execution execution;
  @Inject RecusalReview recusals;
  @Inject Register register;
  @Inject RegisterNews news;
  @Inject RuleBook rules;

  /** Begins a draw of a task. */
  public Uni<Handled<DrawEvent, TaskDraws>> freeze(
      String task, FreezeWishes wishes, Officer by, Supplier<CommandContext> asked, Job job) {
    return facts
        .heard(task, wishes, by, JobSteps.reading(job))
        .invoke(gathered -> JobSteps.deciding(job))
        .flatMap(gathered ->
            // A million subjects take seconds to decide on and to write down.
            draws
                .decidingOn(Infrastructure.getDefaultWorkerPool())
                .handle(
                    DrawStreams.task(gathered.command().bureau(), task),
                    gathered.command(),
                    asked.get(),
                    gathered.beside())
                .emitOn(AskedHere.executor()))
        .call(frozen -> noteRecusals(frozen, asked));
  }

  /** What a freeze would find; nothing is frozen. */
  public Uni<DrawPreview> preview(String task, FreezeWishes wishes, Officer by, Job job) {
    return facts
        .known(task, wishes, by, JobSteps.reading(job))
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(freeze -> DrawPreview.of(freeze, JobSteps.teams(job)));
  }

  /** Agrees to what was frozen. */
  public Uni<Handled<DrawEvent, TaskDraws>> approveTerms(String drawId, CommandContext context) {
    return handle(
        drawId, new DrawCommand.ApproveTerms(drawId, context.actor(), day(context)), context);
  }

  /**
   * What a commit says of the days to come.
   *
   * @param source of chance, from the lotteries the rule packs allow; empty for a ceremony
   * @param executeBy last moment of the execution
   * @param openBy last moment of the opening; absent where the draw is not sealed
   */
  public record Promised(
      Function<List<PublicLottery>, Optional<Entropy.Promise>> source,
      Instant executeBy,
      @Nullable Instant openBy) {}

  /** Commits a draw to its lists and to where chance will come from. */
  public Uni<Handled<DrawEvent, TaskDraws>> commit(
      String drawId, Promised promised, Supplier<CommandContext> asked) {
    CommandContext begun = asked.get();
    ChanceRules chance = PackedChance.on(day(begun), rules);
    return recusals
        .note(drawId, begun.unconditional())
        .flatMap(noted -> seal(promised.openBy()))
        .flatMap(seal -> {
          CommandContext context = asked.get();
          return handle(
              drawId,
              new DrawCommand.CommitDraw(
                  drawId,
                  promised.source().apply(chance.lotteries()),
                  chance,
                  seal,
                  promised.executeBy(),
                  context.actor(),
                  context.at()),
              context);
        });
  }

  /** The key in use, where the draw is to stay sealed. */
  private Uni<Optional<Commit.Seal>> seal(@Nullable Instant openBy) {
    return openBy == null
        ? Uni.createFrom().item(Optional.empty())
        : keys.load(DrawStreams.SEALING_KEY)
            .map(loaded -> {
              String key =
                  loaded
                      .state()
                      .inUse()
                      .orElseThrow(() -> new ProblemException(SealingRejection.VRF_KEY_MISSING));
              return Optional.of(
                  new Commit.Seal(key, openBy.truncatedTo(ChronoUnit.SECONDS).toString()));
            });
  }

  /** Executes a draw with what completes its entropy. */
  public Uni<Handled<DrawEvent, TaskDraws>> execute(
      String drawId, EntropyGiven given, Supplier<CommandContext> asked, Job job) {
    CommandContext begun = asked.get();
    return recusals
        .note(drawId, begun.unconditional())
        .flatMap(noted -> draws.load(DrawStreams.taskOfDraw(drawId)))
        .flatMap(loaded -> {
          CommandContext context = asked.get();
          return execution.command(
              drawId,
              loaded.state(),
              given,
              context.actor(),
              context.recordedAt(),
              context.at(),
              day(begun));
        })
        .flatMap(command ->
            draws
                .decidedBy(new DrawDecider(JobSteps.teams(job)))
                .decidingOn(Infrastructure.getDefaultWorkerPool())
                .handle(DrawStreams.taskOfDraw(drawId), command, asked.get()))
        .map(handled ->
            handled instanceof Handled.Done<DrawEvent, TaskDraws> done
                    && done.state() instanceof TaskDraws.Committed
                ? new Handled.Refused<>(EntropyRejection.LOTTERY_NUMBERS_DIFFER, Map.of())
                : handled);
  }

  /** Keeps the numbers of a lottery as one person read them; another gives them again. */
  public Uni<Handled<DrawEvent, TaskDraws>> observe(
      String drawId, List<List<Integer>> numbers, LocalDate drawnOn, CommandContext context) {
    return draws
        .load(DrawStreams.taskOfDraw(drawId))
        .map(loaded -> {
          String source = "";
          String issue = "";
          if (loaded.state() instanceof TaskDraws.Committed draw
              && draw.commit().entropy() instanceof Entropy.LotteryPromise lottery) {
            source = lottery.source();
            issue = lottery.issue();
          }
          return new DrawCommand.ObserveNumbers(
              drawId,
              new Entropy.LotteryReveal(source, issue, numbers),
              drawnOn,
              context.actor(),
              context.at());
        })
        .flatMap(command -> handle(drawId, command, context))
        .map(handled ->
            handled instanceof Handled.Done<DrawEvent, TaskDraws> done
                    && Observing.differs(context.actor(), done.state())
                ? new Handled.Refused<>(EntropyRejection.LOTTERY_NUMBERS_DIFFER, Map.of())
                : handled);
  }

  /** Opens a sealed draw. */
  public Uni<Handled<DrawEvent, TaskDraws>> open(String drawId, CommandContext context) {
    return handle(drawId, new DrawCommand.OpenDraw(drawId, context.actor(), day(context)), context);
  }

  /**
   * Draws the teams of an infeasible draw again, with the people added since.
   *
   * @param cap most new visits per inspector
   */
  public Uni<Handled<DrawEvent, TaskDraws>> drawTeams(
      String drawId, int cap, Officer by, Supplier<CommandContext> asked, Job job) {
    return Uni.createFrom()
        .completionStage(() -> news.upToNow(0))
        .flatMap(heard -> teams(drawId, cap, by, day(asked.get()), JobSteps.reading(job)))
        .invoke(command -> JobSteps.deciding(job))
        .flatMap(command -> handle(drawId, command, asked.get()))
        .call(frozen -> noteRecusals(frozen, asked));
  }

  private Uni<DrawCommand.FreezeTeams> teams(
      String drawId, int cap, Officer by, LocalDate today, Progress reading) {
    return draws
        .load(DrawStreams.taskOfDraw(drawId))
        .flatMap(loaded -> {
          Optional<TaskDraws.Executed> draw = loaded.state().executed(drawId);
          Set<String> selected = draw.map(e -> Set.copyOf(e.result().selected())).orElse(Set.of());
          return draw.map(e -> facts.window(e.frame()).map(days -> days.contains(today)))
              // The decider says what is unknown.
              .orElseGet(() -> Uni.createFrom().item(false))
              .flatMap(inWindow ->
                  Uni.createFrom()
                      .completionStage(() -> register.snapshot(today, reading))
                      .map(snapshot ->
                          new FrameAssembly(snapshot, rules, today)
                              .teams(drawId, inWindow, selected, cap, by, snapshot.seq())));
        });
  }

  /** Agrees that a draw is voided. */
  public Uni<Handled<DrawEvent, TaskDraws>> approveVoid(
      String drawId, String reason, CommandContext context) {
    return handle(
        drawId,
        new DrawCommand.ApproveVoid(drawId, context.actor(), reason, context.at()),
        context);
  }

  /**
   * A void one person approved comes to nothing.
   *
   * @param own whether that person takes it back, and no other declines it
   */
  public Uni<Handled<DrawEvent, TaskDraws>> endVoid(
      String drawId, String reason, boolean own, CommandContext context) {
    return handle(drawId, new DrawCommand.EndVoid(drawId, context.actor(), reason, own), context);
  }

  /** What was declared while the frame was being assembled. */
  private Uni<Void> noteRecusals(
      Handled<DrawEvent, TaskDraws> frozen, Supplier<CommandContext> asked) {
    return frozen instanceof Handled.Done<DrawEvent, TaskDraws> done
            && done.state().current().isPresent()
        ? recusals.note(done.state().current().orElseThrow().drawId(), asked.get().unconditional())
        : Uni.createFrom().voidItem();
  }

  private Uni<Handled<DrawEvent, TaskDraws>> handle(
      String drawId, DrawCommand command, CommandContext context) {
    // Large teams take seconds: no other request waits for them.
    return draws
        .decidingOn(Infrastructure.getDefaultWorkerPool())
        .handle(DrawStreams.taskOfDraw(drawId), command, context);
  }

  private static LocalDate day(CommandContext context) {
    return BusinessClock.day(context.at());
  }
}
