package cn.doublerandom.draw.plan.application;

import cn.doublerandom.bureau.rules.RuleBook;
import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.PlanRejection;
import cn.doublerandom.draw.ProgrammeRejection;
import cn.doublerandom.draw.plan.AnnualPlan;
import cn.doublerandom.draw.plan.PlanCommand;
import cn.doublerandom.draw.plan.PlanEvent;
import cn.doublerandom.draw.plan.PlanTask;
import cn.doublerandom.draw.plan.SeenDraws;
import cn.doublerandom.draw.programme.Batch;
import cn.doublerandom.draw.programme.PlannedBatch;
import cn.doublerandom.draw.programme.Programme;
import cn.doublerandom.draw.programme.ProgrammeCommand;
import cn.doublerandom.draw.programme.ProgrammeContent;
import cn.doublerandom.draw.programme.ProgrammeEvent;
import cn.doublerandom.draw.register.KnownEntry.KnownItem;
import cn.doublerandom.draw.register.Register;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.KeptStates;
import cn.doublerandom.servicekit.identity.Asking;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** 每期抽查实施方案: the programme of each batch of a task; batches count from 1. */
@ApplicationScoped
public class Programmes {
  private final CommandHandler<ProgrammeCommand, ProgrammeEvent, Programme> programmes;
  private final CommandHandler<PlanCommand, PlanEvent, AnnualPlan> plans;
  private final DrawsOfPlan draws;
  private final Register register;
  private final KeptStates<Programme> known;
  private final Asking asking;
  private final RuleBook rules;
  private final Clock clock;

  @Inject
  Programmes(
      CommandHandler<ProgrammeCommand, ProgrammeEvent, Programme> programmes,
      CommandHandler<PlanCommand, PlanEvent, AnnualPlan> plans,
      DrawsOfPlan draws,
      Register register,
      KeptStates<Programme> known,
      Asking asking,
      RuleBook rules,
      Clock clock) {
    this.programmes = programmes;
    this.plans = plans;
    this.draws = draws;
    this.register = register;
    this.known = known;
    this.asking = asking;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * Writes the programme of a batch.
   *
   * @param asked read once the task is found in its plan
   */
  public Uni<Handled<ProgrammeEvent, Programme>> draft(
      String task, int batch, ProgrammeContent content, Supplier<CommandContext> asked) {
    return plan(task)
        .flatMap(plan ->
            Uni.createFrom()
                .completionStage(register::items)
                .flatMap(items ->
                    draws
                        .drawnBatches(task)
                        .flatMap(drawn -> {
                          CommandContext context = asked.get();
                          PlanTask planned = in(plan, task);
                          return handle(
                              task,
                              batch,
                              new ProgrammeCommand.DraftProgramme(
                                  content,
                                  planned.drawFrom(),
                                  planned.drawTo(),
                                  new PlannedBatch(
                                      batch, planned.batches(), itemsOf(plan, task, items)),
                                  batch <= drawn,
                                  context.actor(),
                                  day(context)),
                              context);
                        })));
  }

  /** Sends it back to who wrote it. */
  public Uni<Handled<ProgrammeEvent, Programme>> giveBack(
      String task, int batch, String reason, CommandContext context) {
    return handle(
        task, batch, new ProgrammeCommand.ReturnProgramme(context.actor(), reason), context);
  }

  /** Approves it. */
  public Uni<Handled<ProgrammeEvent, Programme>> approve(
      String task, int batch, CommandContext context) {
    return handle(
        task, batch, new ProgrammeCommand.ApproveProgramme(context.actor(), day(context)), context);
  }

  /**
   * Publishes it under the numbers of its plan.
   *
   * @param asked read once the task is found in its plan
   */
  public Uni<Handled<ProgrammeEvent, Programme>> publish(
      String task, int batch, Supplier<CommandContext> asked) {
    return planned(task)
        .flatMap(planned -> {
          CommandContext context = asked.get();
          return handle(
              task,
              batch,
              new ProgrammeCommand.PublishProgramme(
                  new Batch(planned.planNumber(), planned.taskNumber(), batch), day(context)),
              context);
        });
  }

  /** The programme of a batch, public or not, at the version an approval names. */
  public Uni<CommandHandler.Loaded<Programme>> any(String task, int batch) {
    return stream(task, batch).flatMap(programmes::load);
  }

  /**
   * A batch of a task as the office sees it.
   *
   * @param task as the plan has it
   * @param batch from 1
   * @param programme written or not
   * @param version of its stream
   * @param items names of the claimed items of the task
   * @param rounds ids of all draws of the task so far, the first one first
   * @param inspectors who may be drawn today
   * @param teamSize of a team, at least
   */
  public record Sheet(
      PlanTask task,
      int batch,
      Programme programme,
      long version,
      List<String> items,
      List<String> rounds,
      int inspectors,
      int teamSize) {
    /** How many people its teams need that are not there; 0 where there are enough. */
    public int lacking() {
      long needed =
          programme.content().map(content -> (long) content.teams() * teamSize).orElse(0L);
      return (int) Math.max(0, needed - inspectors);
    }
  }

  /** A batch of a task; whoever asks is told where the plan has no such task. */
  public Uni<Sheet> sheet(String task, int batch) {
    LocalDate today = BusinessClock.day(clock.instant());
    return plan(task)
        .flatMap(plan ->
            Uni.createFrom()
                .completionStage(register::inspectors)
                .map(all -> (int) all.stream().filter(one -> one.mayBeDrawn(today)).count())
                .flatMap(inspectors -> sheet(plan, task, batch, inspectors, today)));
  }

  private Uni<Sheet> sheet(
      AnnualPlan plan, String task, int batch, int inspectors, LocalDate today) {
    return Uni.createFrom()
        .completionStage(register::items)
        .flatMap(items ->
            any(task, batch)
                .flatMap(loaded ->
                    rounds(task)
                        .map(rounds ->
                            new Sheet(
                                in(plan, task),
                                batch,
                                loaded.state(),
                                loaded.version(),
                                claimed(plan, task, items).map(KnownItem::name).toList(),
                                rounds,
                                inspectors,
                                rules.teamSize(today)))));
  }

  private Uni<List<String>> rounds(String task) {
    return asking
        .orSeed()
        .flatMap(bureau ->
            draws
                .seen(List.of(task))
                .map(seen -> Optional.ofNullable(seen.get(task)).map(SeenDraws::rounds).orElse(0))
                .map(rounds ->
                    IntStream.rangeClosed(1, rounds)
                        .mapToObj(round -> bureau.text() + "-" + task + "-" + round)
                        .toList()));
  }

  /** The published programme of a batch. */
  public Uni<Programme> published(String task, int batch) {
    return stream(task, batch)
        .flatMap(known::of)
        .map(loaded -> {
          if (!(loaded.state() instanceof Programme.Published)) {
            throw new ProblemException(ProgrammeRejection.PROGRAMME_UNKNOWN);
          }
          return loaded.state();
        });
  }

  /** Codes and names of the claimed items the task's scope names. */
  private static List<String> itemsOf(AnnualPlan plan, String task, List<KnownItem> items) {
    return claimed(plan, task, items).flatMap(item -> Stream.of(item.code(), item.name())).toList();
  }

  private static Stream<KnownItem> claimed(AnnualPlan plan, String task, List<KnownItem> items) {
    return plan.says().flatMap(says -> Optional.ofNullable(says.scopes().get(task))).stream()
        .flatMap(scope -> items.stream().filter(i -> scope.itemFields().contains(i.field())))
        .filter(KnownItem::claimed);
  }

  private Uni<PlanTask> planned(String task) {
    return plan(task).map(plan -> in(plan, task));
  }

  private Uni<AnnualPlan> plan(String task) {
    return asking
        .orSeed()
        .flatMap(bureau -> plans.load(Plans.stream(DrawStreams.planKey(bureau, task))))
        .map(CommandHandler.Loaded::state)
        .invoke(plan -> in(plan, task));
  }

  private static PlanTask in(AnnualPlan plan, String task) {
    return plan.find(task).orElseThrow(() -> new ProblemException(PlanRejection.TASK_UNKNOWN));
  }

  private Uni<Handled<ProgrammeEvent, Programme>> handle(
      String task, int batch, ProgrammeCommand command, CommandContext context) {
    return stream(task, batch).flatMap(stream -> programmes.handle(stream, command, context));
  }

  private Uni<String> stream(String task, int batch) {
    return asking.orSeed().map(bureau -> DrawStreams.programme(bureau.text(), task, batch));
  }

  private static LocalDate day(CommandContext context) {
    return BusinessClock.day(context.at());
  }
}
