package cn.doublerandom.draw.drawing.application;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.bureau.rules.RuleBook;
import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.PlanRejection;
import cn.doublerandom.draw.drawing.DrawCommand;
import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.FrozenFrame;
import cn.doublerandom.draw.drawing.Officer;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.exclusion.ExclusionCommand;
import cn.doublerandom.draw.exclusion.ExclusionEvent;
import cn.doublerandom.draw.exclusion.ExclusionList;
import cn.doublerandom.draw.plan.AnnualPlan;
import cn.doublerandom.draw.plan.PlanCommand;
import cn.doublerandom.draw.plan.PlanContent;
import cn.doublerandom.draw.plan.PlanEvent;
import cn.doublerandom.draw.plan.PlanTask;
import cn.doublerandom.draw.plan.Window;
import cn.doublerandom.draw.programme.Programme;
import cn.doublerandom.draw.programme.ProgrammeCommand;
import cn.doublerandom.draw.programme.ProgrammeEvent;
import cn.doublerandom.draw.protocol.Progress;
import cn.doublerandom.draw.register.Register;
import cn.doublerandom.draw.register.RegisterNews;
import cn.doublerandom.eventstore.Beside;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.servicekit.identity.Asking;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the freeze of a task's frame is about: plan, programme, exclusions and register. */
@ApplicationScoped
public class FreezeFacts {
  @Inject CommandHandler<PlanCommand, PlanEvent, AnnualPlan> plans;
  @Inject CommandHandler<ProgrammeCommand, ProgrammeEvent, Programme> programmes;
  @Inject CommandHandler<ExclusionCommand, ExclusionEvent, ExclusionList> exclusions;
  @Inject CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws;
  @Inject Register register;
  @Inject RegisterNews news;
  @Inject RuleBook rules;
  @Inject Clock clock;
  @Inject Asking asking;

  /**
   * What a freeze is about, and what follows from it elsewhere.
   *
   * @param beside the plan hears of a draw that begins, and the exclusions of its round are closed;
   *     each refuses where it is no longer as the frame was assembled
   */
  record Gathered(DrawCommand.FreezeFrame command, List<Beside<DrawEvent>> beside) {}

  /** Everything a freeze is about, as it stands now and not as it stood before the last news. */
  Uni<Gathered> heard(String task, FreezeWishes freeze, Officer by, Progress reading) {
    Long least = freeze.registerSeq();
    return Uni.createFrom()
        .completionStage(() -> news.upToNow(least == null ? 0 : least))
        .flatMap(heard -> of(task, freeze, by, true, reading));
  }

  /** The same as far as it is known here: nothing is decided with it. */
  Uni<DrawCommand.FreezeFrame> known(
      String task, FreezeWishes freeze, Officer by, Progress reading) {
    return of(task, freeze, by, false, reading).map(Gathered::command);
  }

  private Uni<Gathered> of(
      String task, FreezeWishes freeze, Officer by, boolean isHeard, Progress reading) {
    return asking.orSeed().flatMap(bureau -> of(bureau, task, freeze, by, isHeard, reading));
  }

  private Uni<Gathered> of(
      BureauKey bureau,
      String task,
      FreezeWishes freeze,
      Officer by,
      boolean isHeard,
      Progress reading) {
    LocalDate today = BusinessClock.day(clock.instant());
    return plans
        .load(planStream(bureau, task))
        .flatMap(loaded -> {
          AnnualPlan plan = loaded.state();
          PlanTask planned = plan.find(task).orElseThrow(() -> unknownTask(task));
          return draws
              .load(DrawStreams.task(bureau.text(), task))
              .invoke(drawn -> requireOwnDraw(bureau, task, loaded, drawn.state().nextRound()))
              .flatMap(drawn ->
                  frame(bureau, planned, plan, drawn.state(), freeze, by, today, isHeard, reading));
        });
  }

  private Uni<Gathered> frame(
      BureauKey bureau,
      PlanTask task,
      AnnualPlan plan,
      TaskDraws drawn,
      FreezeWishes freeze,
      Officer by,
      LocalDate today,
      boolean isHeard,
      Progress reading) {
    String round = DrawStreams.exclusions(bureau.text(), task.key(), drawn.nextRound());
    return Uni.combine()
        .all()
        .unis(
            programmes.load(DrawStreams.programme(bureau.text(), task.key(), drawn.batch())),
            exclusions.load(round),
            Uni.createFrom().completionStage(() -> register.snapshot(today, reading)))
        // One after the other: a session of the read side takes one question at a time.
        .usingConcurrencyOf(1)
        .asTuple()
        .map(known -> {
          List<ExclusionList.Entry> approved = known.getItem2().state().approved();
          return new Gathered(
              new FrameAssembly(known.getItem3(), rules, today)
                  .command(
                      bureau,
                      task,
                      plan,
                      known.getItem1().state() instanceof Programme.Published published
                          ? Optional.of(published)
                          : Optional.empty(),
                      freeze,
                      approved,
                      by,
                      isHeard ? known.getItem3().seq() : null),
              List.of(
                  BegunDraws.told(plans, planStream(bureau, task.key()), task.key()),
                  BegunDraws.closed(exclusions, round, approved)));
        });
  }

  /** The days on which a draw's task may be drawn, together with those it is drawn with. */
  Uni<Window> window(FrozenFrame frame) {
    String task = frame.planId() + "-" + frame.taskId();
    return plans
        .load(DrawStreams.planOfDraw(frame.drawId()))
        .map(loaded -> {
          PlanContent content = loaded.state().says().orElseThrow(() -> unknownTask(task));
          return window(
              Stream.concat(
                      Stream.of(task),
                      content.combinations().getOrDefault(task, List.of()).stream())
                  .map(one -> content.find(one).orElseThrow(() -> unknownTask(one)))
                  .toList());
        });
  }

  static Window window(List<PlanTask> together) {
    return Window.common(together)
        .orElseThrow(() -> new ProblemException(PlanRejection.COMBINATION_WINDOWS_APART));
  }

  private static String planStream(BureauKey bureau, String task) {
    return DrawStreams.PLAN.of(DrawStreams.planKey(bureau, task));
  }

  /** What the plan would say now; a freeze asks it again when it is decided. */
  private void requireOwnDraw(
      BureauKey bureau, String task, CommandHandler.Loaded<AnnualPlan> plan, int round) {
    PlanContent content = plan.state().says().orElseThrow();
    var begin =
        new PlanCommand.BeginDraw(
            task,
            Set.copyOf(content.combinations().getOrDefault(task, List.of())),
            bureau + "-" + task + "-" + round,
            round);
    if (plans.wouldHandle(begin, plan)
        instanceof Handled.Refused<PlanEvent, AnnualPlan>(var reason, var details)) {
      throw new ProblemException(reason, List.of(), details);
    }
  }

  static ProblemException unknownTask(String task) {
    return new ProblemException(PlanRejection.TASK_UNKNOWN, List.of(), Map.of("task", task));
  }
}
