package cn.doublerandom.draw.drawing.application;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.FrameRejection;
import cn.doublerandom.draw.drawing.DrawCommand;
import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.exclusion.ExclusionCommand;
import cn.doublerandom.draw.exclusion.ExclusionEvent;
import cn.doublerandom.draw.exclusion.ExclusionList;
import cn.doublerandom.draw.exclusion.HandExclusion;
import cn.doublerandom.draw.plan.AnnualPlan;
import cn.doublerandom.draw.plan.PlanCommand;
import cn.doublerandom.draw.plan.PlanEvent;
import cn.doublerandom.draw.plan.TaskScope;
import cn.doublerandom.draw.register.KnownEntry.KnownSubject;
import cn.doublerandom.draw.register.Register;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.servicekit.identity.Asking;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * 人工排除: who is left out of the round a freeze would begin. Who asks is read once the round is
 * known.
 */
@ApplicationScoped
public class HandExclusions {
  private final CommandHandler<ExclusionCommand, ExclusionEvent, ExclusionList> exclusions;
  private final CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws;
  private final CommandHandler<PlanCommand, PlanEvent, AnnualPlan> plans;
  private final Register register;
  private final Clock clock;
  private final Asking asking;

  @Inject
  HandExclusions(
      CommandHandler<ExclusionCommand, ExclusionEvent, ExclusionList> exclusions,
      CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws,
      CommandHandler<PlanCommand, PlanEvent, AnnualPlan> plans,
      Register register,
      Clock clock,
      Asking asking) {
    this.exclusions = exclusions;
    this.draws = draws;
    this.plans = plans;
    this.register = register;
    this.clock = clock;
    this.asking = asking;
  }

  /** Asks that a subject of the register be left out. */
  public Uni<Handled<ExclusionEvent, ExclusionList>> request(
      String task, HandExclusion wanted, Supplier<CommandContext> asked) {
    return scopes(task)
        .flatMap(scopes ->
            Uni.createFrom()
                .completionStage(() -> register.snapshot(BusinessClock.day(clock.instant())))
                .map(known ->
                    known.subjects().stream()
                        .filter(subject -> subject.id().equals(wanted.subject()))
                        .anyMatch(subject -> isCovered(subject, scopes))))
        .flatMap(listed ->
            round(task)
                .flatMap(round -> {
                  CommandContext context = asked.get();
                  return handle(
                      round,
                      new ExclusionCommand.RequestExclusion(
                          wanted,
                          context.actor(),
                          new ExclusionCommand.Seen(listed, round.isUnderWay())),
                      context);
                }));
  }

  /**
   * Whom the draw of the task is of, with those it is drawn together with; empty before it is said.
   */
  private Uni<List<TaskScope>> scopes(String task) {
    return asking
        .orSeed()
        .flatMap(bureau -> plans.load(DrawStreams.PLAN.of(DrawStreams.planKey(bureau, task))))
        .map(loaded ->
            loaded.state().says().stream()
                .flatMap(content ->
                    Stream.concat(
                            Stream.of(task),
                            content.combinations().getOrDefault(task, List.of()).stream())
                        .flatMap(one -> Optional.ofNullable(content.scopes().get(one)).stream()))
                .toList());
  }

  /** Who cannot be drawn need not be left out: his code was mistaken for another's. */
  private static boolean isCovered(KnownSubject subject, List<TaskScope> scopes) {
    return scopes.isEmpty()
        || scopes.stream().anyMatch(scope -> scope.covers(subject.kind(), subject.labels()));
  }

  /** Agrees to what another asked for. */
  public Uni<Handled<ExclusionEvent, ExclusionList>> approve(
      String task, String subject, Supplier<CommandContext> asked) {
    return handle(
        task,
        asked,
        (by, round) -> new ExclusionCommand.ApproveExclusion(subject, by, round.isUnderWay()));
  }

  /** Takes back what one asked for oneself. */
  public Uni<Handled<ExclusionEvent, ExclusionList>> withdraw(
      String task, String subject, String reason, Supplier<CommandContext> asked) {
    return handle(
        task,
        asked,
        (by, round) ->
            new ExclusionCommand.WithdrawExclusion(subject, by, reason, round.isUnderWay()));
  }

  /** Does not agree to what another asked for. */
  public Uni<Handled<ExclusionEvent, ExclusionList>> decline(
      String task, String subject, String reason, Supplier<CommandContext> asked) {
    return handle(
        task,
        asked,
        (by, round) ->
            new ExclusionCommand.DeclineExclusion(subject, by, reason, round.isUnderWay()));
  }

  /** What somebody decides of the round that is next. */
  private Uni<Handled<ExclusionEvent, ExclusionList>> handle(
      String task,
      Supplier<CommandContext> asked,
      BiFunction<String, Round, ExclusionCommand> command) {
    return round(task)
        .flatMap(round -> {
          CommandContext context = asked.get();
          return handle(round, command.apply(context.actor(), round), context);
        });
  }

  private Uni<Handled<ExclusionEvent, ExclusionList>> handle(
      Round round, ExclusionCommand command, CommandContext context) {
    return exclusions
        .handle(round.stream(), command, context.expecting(round::version))
        .map(round::told);
  }

  /**
   * Those of the next round, at the version an approval names; there is none as long as one is
   * under way.
   */
  public Uni<CommandHandler.Loaded<ExclusionList>> all(String task) {
    return round(task)
        .invoke(round -> {
          if (round.isUnderWay()) {
            throw new ProblemException(FrameRejection.DRAW_OPEN);
          }
        })
        .flatMap(round ->
            exclusions
                .load(round.stream())
                .map(loaded ->
                    new CommandHandler.Loaded<>(loaded.state(), round.edition(loaded.version()))));
  }

  /** What those of the next round are called, by code: whoever agrees reads who it is. */
  public Uni<Map<String, String>> names(String task) {
    return all(task)
        .map(loaded ->
            Stream.concat(
                    loaded.state().all().keySet().stream(),
                    loaded.state().ended().stream()
                        .map(ended -> ended.entry().exclusion().subject()))
                .collect(Collectors.toSet()))
        .flatMap(codes ->
            codes.isEmpty()
                ? Uni.createFrom().item(Map.<String, String>of())
                : Uni.createFrom()
                    .completionStage(() -> register.snapshot(BusinessClock.day(clock.instant())))
                    .map(known ->
                        known.subjects().stream()
                            .filter(subject -> codes.contains(subject.id()))
                            .collect(Collectors.toMap(KnownSubject::id, KnownSubject::name))))
        .onFailure(ProblemException.class)
        .recoverWithItem(Map.of());
  }

  /**
   * The round a freeze would begin. Each has a list of its own that begins at version 0: outside
   * the versions of all lists of a task follow each other, or what was read of one round would fit
   * another.
   *
   * @param isUnderWay whether one is under way: nobody is left out any more
   */
  private record Round(int number, String stream, boolean isUnderWay) {
    /** More than a list ever has: each names one subject of a register. */
    private static final long MOST_VERSIONS = 10_000_000;

    long edition(long version) {
      return number * MOST_VERSIONS + version;
    }

    /** Of an edition of another round a version this list never has. */
    long version(long edition) {
      return edition - number * MOST_VERSIONS;
    }

    Handled<ExclusionEvent, ExclusionList> told(Handled<ExclusionEvent, ExclusionList> handled) {
      return switch (handled) {
        case Handled.Done<ExclusionEvent, ExclusionList>(var state, var version, var events) ->
            new Handled.Done<>(state, edition(version), events);
        case Handled.VersionMismatch<ExclusionEvent, ExclusionList>(var actual) ->
            new Handled.VersionMismatch<>(edition(actual));
        case Handled.Refused<ExclusionEvent, ExclusionList> refused -> refused;
        case Handled.KeyReused<ExclusionEvent, ExclusionList> reused -> reused;
      };
    }
  }

  private Uni<Round> round(String task) {
    return asking
        .orSeed()
        .flatMap(bureau ->
            draws
                .load(DrawStreams.task(bureau.text(), task))
                .map(loaded -> round(bureau, task, loaded.state())));
  }

  private static Round round(BureauKey bureau, String task, TaskDraws draws) {
    return new Round(
        draws.nextRound(),
        DrawStreams.exclusions(bureau.text(), task, draws.nextRound()),
        draws instanceof TaskDraws.Frozen || draws instanceof TaskDraws.Committed);
  }
}
