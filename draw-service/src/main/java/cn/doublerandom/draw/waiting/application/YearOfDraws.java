package cn.doublerandom.draw.waiting.application;

import cn.doublerandom.draw.plan.AnnualPlan;
import cn.doublerandom.draw.plan.DueDraws;
import cn.doublerandom.draw.plan.PlanChecks;
import cn.doublerandom.draw.plan.PlanDeadline;
import cn.doublerandom.draw.plan.application.PlanTrials;
import cn.doublerandom.draw.plan.application.Plans;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.waiting.Figure;
import cn.doublerandom.servicekit.waiting.Person;
import cn.doublerandom.servicekit.waiting.Sentence;
import cn.doublerandom.servicekit.waiting.YearFigures;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** 本年一览 of plans and draws: the plan of this year, what it covers, and what is to be drawn. */
@ApplicationScoped
public class YearOfDraws implements YearFigures {
  private static final List<String> READERS =
      List.of(Roles.COORDINATOR, Roles.APPROVER, Roles.UNIT_LEAD, Roles.SUPERVISOR, Roles.AUDITOR);

  /** Whom the coverage of the whole bureau is a question for. */
  private static final List<String> ANSWERS =
      List.of(Roles.COORDINATOR, Roles.APPROVER, Roles.SUPERVISOR, Roles.AUDITOR);

  private final Plans plans;
  private final PlanTrials trials;

  @Inject
  YearOfDraws(Plans plans, PlanTrials trials) {
    this.plans = plans;
    this.trials = trials;
  }

  @Override
  public Uni<List<Figure>> of(Person person, LocalDate today) {
    return person.isOneOf(READERS)
        ? plans
            .keyOf(today.getYear())
            .flatMap(key -> plans.any(key).flatMap(plan -> of(key, plan.state(), person, today)))
        : Uni.createFrom().item(List.of());
  }

  private Uni<List<Figure>> of(String key, AnnualPlan plan, Person person, LocalDate today) {
    List<Figure> figures = new ArrayList<>(List.of(steps(key, plan, today)));
    if (plan.isPublished()) {
      figures.addAll(draws(key, DueDraws.of(plan, today)));
    }
    return plan instanceof AnnualPlan.Absent || !person.isOneOf(ANSWERS)
        ? Uni.createFrom().item(figures)
        : trials
            .report(key, PlanTrials.Trial.NOTHING, today)
            .map(report -> {
              figures.add(1, coverage(key, report.coverage()));
              return List.copyOf(figures);
            });
  }

  /** The three steps the law wants by 31 January (R25). */
  static Figure steps(String key, AnnualPlan plan, LocalDate today) {
    return steps(
        key,
        PlanDeadline.of(Plans.year(key), plan.dates(), today),
        plan instanceof AnnualPlan.Absent);
  }

  /** What was done late stays so; only a step that is open can still be overdue. */
  static Figure steps(String key, List<PlanDeadline> steps, boolean isAbsent) {
    long done = PlanDeadline.done(steps);
    long late = PlanDeadline.doneLate(steps);
    boolean isOverdue = steps.stream().anyMatch(s -> s.state() == PlanDeadline.State.OVERDUE);
    boolean isInTime = done == steps.size() && late == 0;
    return new Figure(
        "plan-steps",
        new Sentence("年度计划已完成步骤", "Steps of the annual plan done"),
        done + "/" + steps.size(),
        isAbsent
            ? new Sentence("本年度计划尚未编制，应于 1 月 31 日前公示", "no plan yet; to be public by 31 January")
            : new Sentence(
                "批准、上报、公示，应于 1 月 31 日前完成"
                    + (late == 0 ? "" : "；其中 %d 步迟于 1 月 31 日".formatted(late)),
                "approved, reported, published by 31 January"
                    + (late == 0 ? "" : "; %d of them after 31 January".formatted(late))),
        isOverdue ? "bad" : isInTime ? "ok" : "warn",
        (isAbsent ? MatterPlaces.PLANS : MatterPlaces.PLAN).page(key));
  }

  /** What would be covered if everything that is planned is done. */
  static Figure coverage(String key, PlanChecks.Coverage coverage) {
    return new Figure(
        "coverage",
        new Sentence("预计年度抽查覆盖率", "Coverage of the year, forecast"),
        coverage.percent(),
        new Sentence(
            "已抽中的和将抽的合计至多 %,d 户，共 %,d 户企业".formatted(coverage.inspected(), coverage.enterprises()),
            String.format(
                Locale.ROOT,
                "at most %,d of %,d enterprises, drawn or to be drawn",
                coverage.inspected(),
                coverage.enterprises())),
        coverage.met() ? "ok" : "warn",
        MatterPlaces.CHECKS.page(key));
  }

  /** What is to be drawn, by the windows of the tasks. */
  static List<Figure> draws(String key, DueDraws due) {
    long over = due.count(DueDraws.State.OVERDUE);
    return List.of(
        new Figure(
            "draws-due",
            new Sentence("应开始抽取的任务", "Tasks whose draw is to begin"),
            Long.toString(due.count(DueDraws.State.DUE)),
            new Sentence("抽取时间已到、还没有锁定名单", "window open, no list locked yet"),
            "quiet",
            MatterPlaces.DUE.page(key)),
        new Figure(
            "draws-overdue",
            new Sentence("逾期未开始抽取的任务", "Draws not begun in time"),
            Long.toString(over),
            new Sentence("抽取时间已过、还没有锁定名单", "window ended, no list locked"),
            over == 0 ? "ok" : "bad",
            MatterPlaces.OVERDUE.page(key)));
  }
}
