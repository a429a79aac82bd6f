package cn.doublerandom.draw.plan.application;

import cn.doublerandom.bureau.key.DocumentNumber;
import cn.doublerandom.draw.plan.AnnualPlan;
import cn.doublerandom.draw.plan.PlanChecks;
import cn.doublerandom.draw.plan.PlanCommand;
import cn.doublerandom.draw.plan.PlanContent;
import cn.doublerandom.draw.plan.PlanEvent;
import cn.doublerandom.draw.plan.ScopeFoundations;
import cn.doublerandom.draw.plan.TaskScope;
import cn.doublerandom.draw.reading.Quota;
import cn.doublerandom.draw.register.Register;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * 年度抽查工作计划 on its way: decisions, submission, approval, report, publication. Where facts of the
 * registers are gathered first, who asks is read once they are known.
 */
@ApplicationScoped
public class PlanSteps {
  private final CommandHandler<PlanCommand, PlanEvent, AnnualPlan> handler;
  private final Plans plans;
  private final DrawsOfPlan draws;
  private final Register register;

  @Inject
  PlanSteps(
      CommandHandler<PlanCommand, PlanEvent, AnnualPlan> handler,
      Plans plans,
      DrawsOfPlan draws,
      Register register) {
    this.handler = handler;
    this.plans = plans;
    this.draws = draws;
    this.register = register;
  }

  /** Decides who is in scope of a task. */
  public Uni<Handled<PlanEvent, AnnualPlan>> define(
      String planKey, String task, TaskScope scope, CommandContext context) {
    return handle(planKey, new PlanCommand.DefineTaskScope(task, scope, context.actor()), context);
  }

  /** Decides a number where the plan leaves room. */
  public Uni<Handled<PlanEvent, AnnualPlan>> decide(
      String planKey, String task, Quota quota, String reason, CommandContext context) {
    return handle(
        planKey, new PlanCommand.DecideQuota(task, quota, reason, context.actor()), context);
  }

  /** Says why a claimed item has no task. */
  public Uni<Handled<PlanEvent, AnnualPlan>> justify(
      String planKey, String item, String reason, CommandContext context) {
    return handle(planKey, new PlanCommand.JustifyItem(item, reason, context.actor()), context);
  }

  /** Submits the draft for approval. */
  public Uni<Handled<PlanEvent, AnnualPlan>> submit(
      String planKey, Supplier<CommandContext> asked) {
    return unfounded(planKey, asked)
        .flatMap(missing -> {
          CommandContext context = asked.get();
          return handle(
              planKey, new PlanCommand.SubmitPlan(context.actor(), day(context), missing), context);
        });
  }

  /** Gives a submitted plan back. */
  public Uni<Handled<PlanEvent, AnnualPlan>> giveBack(
      String planKey, String reason, CommandContext context) {
    return handle(planKey, new PlanCommand.ReturnPlan(context.actor(), reason), context);
  }

  /** Approves a submitted plan. */
  public Uni<Handled<PlanEvent, AnnualPlan>> approve(
      String planKey, Supplier<CommandContext> asked) {
    return uncovered(planKey)
        .flatMap(open -> {
          CommandContext context = asked.get();
          return handle(
              planKey, new PlanCommand.ApprovePlan(context.actor(), day(context), open), context);
        });
  }

  /**
   * Notes that the plan was reported.
   *
   * @param to the office above
   * @param documentNumber as typed; absent or blank where there is none
   */
  public Uni<Handled<PlanEvent, AnnualPlan>> report(
      String planKey, String to, @Nullable String documentNumber, CommandContext context) {
    DocumentNumber number = DocumentNumbers.read(documentNumber).orElse(null);
    return handle(
        planKey, new PlanCommand.ReportPlan(context.actor(), to, day(context), number), context);
  }

  /** Publishes the plan. */
  public Uni<Handled<PlanEvent, AnnualPlan>> publish(String planKey, CommandContext context) {
    return handle(planKey, new PlanCommand.PublishPlan(day(context)), context);
  }

  /** Approves the proposed adjustment. */
  public Uni<Handled<PlanEvent, AnnualPlan>> approveAdjustment(
      String planKey, Supplier<CommandContext> asked) {
    return Uni.combine()
        .all()
        .unis(uncovered(planKey), unfounded(planKey, asked))
        // One after the other: a session of the read side takes one question at a time.
        .usingConcurrencyOf(1)
        .asTuple()
        .flatMap(open -> {
          CommandContext context = asked.get();
          return handle(
              planKey,
              new PlanCommand.ApproveAdjustment(
                  context.actor(), day(context), open.getItem1(), open.getItem2()),
              context);
        });
  }

  /** Turns the proposed adjustment down, or takes it back. */
  public Uni<Handled<PlanEvent, AnnualPlan>> rejectAdjustment(
      String planKey, String reason, CommandContext context) {
    return handle(planKey, new PlanCommand.RejectAdjustment(context.actor(), reason), context);
  }

  /**
   * Draws several tasks together.
   *
   * @param tasks the first is the one whose draw it becomes
   */
  public Uni<Handled<PlanEvent, AnnualPlan>> combine(
      String planKey, List<String> tasks, String reason, Supplier<CommandContext> asked) {
    List<String> others = tasks.subList(1, tasks.size());
    return draws
        .seen(tasks)
        .flatMap(seen -> {
          CommandContext context = asked.get();
          return handle(
              planKey,
              new PlanCommand.CombineTasks(tasks.getFirst(), others, reason, context.actor(), seen),
              context);
        });
  }

  /**
   * Draws them apart after all.
   *
   * @param lead the task whose draw it was to be
   */
  public Uni<Handled<PlanEvent, AnnualPlan>> separate(
      String planKey, String lead, String reason, Supplier<CommandContext> asked) {
    return draws
        .seen(List.of(lead))
        .flatMap(seen -> {
          CommandContext context = asked.get();
          return handle(
              planKey, new PlanCommand.SeparateTasks(lead, reason, context.actor(), seen), context);
        });
  }

  private Uni<Handled<PlanEvent, AnnualPlan>> handle(
      String planKey, PlanCommand command, CommandContext context) {
    return handler.handle(Plans.stream(planKey), command, context);
  }

  /** Tasks that could not be submitted today, for their scope names nothing, or nobody is in it. */
  public Uni<Set<String>> unfounded(PlanContent content, LocalDate today) {
    return Uni.createFrom()
        .completionStage(() -> register.known(today))
        .map(known ->
            ScopeFoundations.byTask(content.scopes(), known.subjects(), known.items()).keySet());
  }

  /** What the scopes name and the registers do not know. */
  private Uni<List<String>> unfounded(String planKey, Supplier<CommandContext> asked) {
    return plans
        .content(planKey)
        .flatMap(content ->
            Uni.createFrom()
                .completionStage(() -> register.snapshot(day(asked.get())))
                .map(known ->
                    ScopeFoundations.missing(content.scopes(), known.subjects(), known.items())));
  }

  /** Claimed items without a task: what is worked on, else what is published. */
  private Uni<List<String>> uncovered(String planKey) {
    return plans
        .content(planKey)
        .flatMap(content ->
            Uni.createFrom()
                .completionStage(register::items)
                .map(items -> PlanChecks.uncovered(content, items)));
  }

  private static LocalDate day(CommandContext context) {
    return BusinessClock.day(context.at());
  }
}
