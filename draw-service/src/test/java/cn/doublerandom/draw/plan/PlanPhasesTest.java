package cn.doublerandom.draw.plan;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.draw.AgreementRejection;
import cn.doublerandom.draw.PlanRejection;
import cn.doublerandom.draw.plan.PlanCommand.ApproveAdjustment;
import cn.doublerandom.draw.plan.PlanCommand.ApprovePlan;
import cn.doublerandom.draw.plan.PlanCommand.BeginDraw;
import cn.doublerandom.draw.plan.PlanCommand.CombineTasks;
import cn.doublerandom.draw.plan.PlanCommand.DecideQuota;
import cn.doublerandom.draw.plan.PlanCommand.DefineTaskScope;
import cn.doublerandom.draw.plan.PlanCommand.ImportPlan;
import cn.doublerandom.draw.plan.PlanCommand.JustifyItem;
import cn.doublerandom.draw.plan.PlanCommand.ProposeAdjustment;
import cn.doublerandom.draw.plan.PlanCommand.PublishPlan;
import cn.doublerandom.draw.plan.PlanCommand.RejectAdjustment;
import cn.doublerandom.draw.plan.PlanCommand.ReportPlan;
import cn.doublerandom.draw.plan.PlanCommand.ReturnPlan;
import cn.doublerandom.draw.plan.PlanCommand.SeparateTasks;
import cn.doublerandom.draw.plan.PlanCommand.SubmitPlan;
import cn.doublerandom.draw.reading.Quota;
import cn.doublerandom.eventstore.decider.Decision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be asked of a plan in each of its phases, and what is answered in the others. */
class PlanPhasesTest {
  private static final LocalDate DAY = LocalDate.of(2023, 1, 20);
  private static final PlanTask ROADS =
      PlanDeciderTest.task("001", "道路运输", new Quota.Unspecified());
  private static final PlanTask SAFETY = PlanDeciderTest.task("002", "安全生产", PlanDeciderTest.TEN);
  private static final PlanTable TABLE = PlanDeciderTest.table(ROADS, SAFETY);
  private static final PlanTable MORE =
      PlanDeciderTest.table(ROADS, SAFETY, PlanDeciderTest.task("003", "冬季", PlanDeciderTest.TEN));
  private static final TaskScope OTHER_SCOPE = new TaskScope("PROJECT", List.of("公路"), List.of());
  private static final List<String> PHASES =
      List.of("absent", "draft", "submitted", "approved", "reported", "published", "adjusting");

  private static final PlanDecider DECIDER = new PlanDecider();

  private static Decision<PlanEvent> ask(PlanCommand command, AnnualPlan plan) {
    return DECIDER.decide(command, plan);
  }

  private static AnnualPlan after(AnnualPlan plan, PlanCommand command) {
    if (ask(command, plan) instanceof Decision.Accepted<PlanEvent>(var events)) {
      AnnualPlan then = plan;
      for (PlanEvent event : events) {
        then = DECIDER.evolve(then, event);
      }
      return then;
    }
    throw new AssertionError(command + " was refused");
  }

  private static final List<PlanCommand> WAY =
      List.of(
          new DefineTaskScope(ROADS.key(), PlanDeciderTest.SCOPE, "coordinator"),
          new DefineTaskScope(SAFETY.key(), PlanDeciderTest.SCOPE, "coordinator"),
          new SubmitPlan("张科", DAY),
          new ApprovePlan("王局", DAY, List.of()),
          new ReportPlan("张科", "市局", DAY),
          new PublishPlan(DAY),
          new ProposeAdjustment(MORE, "上级部署", "张科", DAY));

  private static AnnualPlan in(String phase) {
    if (phase.equals("absent")) {
      return DECIDER.initial();
    }
    AnnualPlan plan = after(DECIDER.initial(), new ImportPlan(TABLE, "coordinator"));
    for (PlanCommand step : WAY.subList(0, 1 + PHASES.indexOf(phase))) {
      plan = after(plan, step);
    }
    return plan;
  }

  private static final Map<String, PlanCommand> COMMANDS =
      Map.ofEntries(
          Map.entry("import", new ImportPlan(MORE, true, "coordinator")),
          Map.entry("scope", new DefineTaskScope(ROADS.key(), OTHER_SCOPE, "coordinator")),
          Map.entry("quota", new DecideQuota(ROADS.key(), new Quota.Count(3), "按执法力量", "王局")),
          Map.entry("justify", new JustifyItem("JT-2", "本年度无此类对象", "张科")),
          Map.entry("combine", new CombineTasks(ROADS.key(), List.of(SAFETY.key()), "同一批企业", "张科")),
          Map.entry("separate", new SeparateTasks(ROADS.key(), "不是同一批企业", "张科")),
          Map.entry("begin", new BeginDraw(ROADS.key(), Set.of(), "130534-2023001-001-1", 1)),
          Map.entry("submit", new SubmitPlan("张科", DAY)),
          Map.entry("approve", new ApprovePlan("王局", DAY, List.of())),
          Map.entry("return", new ReturnPlan("王局", "比例偏低")),
          Map.entry("report", new ReportPlan("张科", "市局", DAY)),
          Map.entry("publish", new PublishPlan(DAY)),
          Map.entry("propose", new ProposeAdjustment(MORE, "上级部署", "张科", DAY)),
          Map.entry("agree", new ApproveAdjustment("王局", DAY, List.of())),
          Map.entry("refuse", new RejectAdjustment("王局", "没有依据")));

  /** The name of the refusal, or of the events; "-" where nothing happens. */
  private static String told(Decision<PlanEvent> decision) {
    return switch (decision) {
      case Decision.Rejected<PlanEvent>(var rejection, var details) -> rejection.toString();
      case Decision.Accepted<PlanEvent>(var events) when events.isEmpty() -> "-";
      case Decision.Accepted<PlanEvent>(var events) ->
          events.stream().map(e -> e.getClass().getSimpleName()).collect(Collectors.joining("+"));
    };
  }

  @ParameterizedTest
  @CsvSource({
    "import, PlanImported PlanImported PLAN_UNDER_APPROVAL PLAN_UNDER_APPROVAL PLAN_UNDER_APPROVAL"
        + " PLAN_ALREADY_PUBLISHED PLAN_ALREADY_PUBLISHED",
    "scope, PLAN_UNKNOWN TaskScopeDefined PLAN_UNDER_APPROVAL PLAN_UNDER_APPROVAL"
        + " PLAN_UNDER_APPROVAL PLAN_ALREADY_PUBLISHED TaskScopeDefined",
    "quota, PLAN_UNKNOWN TaskQuotaDecided TaskQuotaDecided TaskQuotaAsked TaskQuotaAsked"
        + " TaskQuotaAsked TaskQuotaDecided",
    "justify, PLAN_UNKNOWN ItemJustified PLAN_UNDER_APPROVAL PLAN_UNDER_APPROVAL"
        + " PLAN_UNDER_APPROVAL PLAN_ALREADY_PUBLISHED ItemJustified",
    "combine, PLAN_UNKNOWN TasksCombined TasksCombined CombinationAsked CombinationAsked"
        + " CombinationAsked ADJUSTMENT_OPEN",
    "separate, TASK_NOT_COMBINED TASK_NOT_COMBINED TASK_NOT_COMBINED TASK_NOT_COMBINED"
        + " TASK_NOT_COMBINED TASK_NOT_COMBINED ADJUSTMENT_OPEN",
    "begin, PLAN_UNKNOWN DrawBegun DrawBegun DrawBegun DrawBegun DrawBegun DrawBegun",
    "submit, PLAN_UNKNOWN PlanSubmitted - PLAN_UNDER_APPROVAL PLAN_UNDER_APPROVAL"
        + " PLAN_ALREADY_PUBLISHED PLAN_ALREADY_PUBLISHED",
    "approve, PLAN_UNKNOWN PLAN_NOT_SUBMITTED PlanApproved - - PLAN_ALREADY_PUBLISHED"
        + " PLAN_ALREADY_PUBLISHED",
    "return, PLAN_NOT_SUBMITTED PLAN_NOT_SUBMITTED PlanReturned PLAN_NOT_SUBMITTED"
        + " PLAN_NOT_SUBMITTED PLAN_NOT_SUBMITTED PLAN_NOT_SUBMITTED",
    "report, PLAN_UNKNOWN PLAN_NOT_APPROVED PLAN_NOT_APPROVED PlanReported -"
        + " PLAN_ALREADY_PUBLISHED PLAN_ALREADY_PUBLISHED",
    "publish, PLAN_UNKNOWN PLAN_NOT_APPROVED PLAN_NOT_APPROVED PLAN_NOT_REPORTED PlanPublished"
        + " PLAN_ALREADY_PUBLISHED PLAN_ALREADY_PUBLISHED",
    "propose, PLAN_NOT_PUBLISHED PLAN_NOT_PUBLISHED PLAN_NOT_PUBLISHED PLAN_NOT_PUBLISHED"
        + " PLAN_NOT_PUBLISHED AdjustmentProposed ADJUSTMENT_OPEN",
    "agree, NO_ADJUSTMENT NO_ADJUSTMENT NO_ADJUSTMENT NO_ADJUSTMENT NO_ADJUSTMENT NO_ADJUSTMENT"
        + " TASK_SCOPE_MISSING",
    "refuse, NO_ADJUSTMENT NO_ADJUSTMENT NO_ADJUSTMENT NO_ADJUSTMENT NO_ADJUSTMENT NO_ADJUSTMENT"
        + " AdjustmentRejected"
  })
  void every_step_has_its_phases_and_is_refused_in_all_others(String command, String answers) {
    List<String> told = new ArrayList<>();
    for (String phase : PHASES) {
      told.add(told(ask(COMMANDS.get(command), in(phase))));
    }
    assertThat(told).containsExactly(answers.split(" +"));
  }

  @Test
  void what_was_said_already_is_not_said_again() {
    AnnualPlan draft = in("draft");
    for (String name : List.of("scope", "quota", "justify", "combine")) {
      assertThat(told(ask(COMMANDS.get(name), after(draft, COMMANDS.get(name))))).isEqualTo("-");
    }
  }

  @Test
  void a_scope_a_number_and_a_reason_are_of_a_task_the_plan_has_and_in_words() {
    AnnualPlan draft = in("draft");
    assertThat(ask(new DefineTaskScope("2023009-009", OTHER_SCOPE, "coordinator"), draft))
        .isEqualTo(Decision.reject(PlanRejection.TASK_UNKNOWN, "task", "2023009-009"));
    assertThat(ask(new DecideQuota("2023009-009", new Quota.Count(3), "按执法力量", "王局"), draft))
        .isEqualTo(Decision.reject(PlanRejection.TASK_UNKNOWN, "task", "2023009-009"));
    Decision<PlanEvent> reason =
        Decision.reject(AgreementRejection.REASON_MISSING, "field", "reason");
    for (PlanCommand silent :
        List.of(
            new DecideQuota(ROADS.key(), new Quota.Count(3), "x", "王局"),
            new JustifyItem("JT-2", "无", "张科"),
            new CombineTasks(ROADS.key(), List.of(SAFETY.key()), "x", "张科"),
            new SeparateTasks(ROADS.key(), "x", "张科"))) {
      assertThat(ask(silent, draft)).isEqualTo(reason);
    }
    assertThat(ask(new ReturnPlan("王局", "x"), in("submitted"))).isEqualTo(reason);
    assertThat(ask(new ProposeAdjustment(MORE, "x", "张科", DAY), in("published"))).isEqualTo(reason);
  }

  @Test
  void an_adjustment_that_was_refused_leaves_the_plan_as_it_was_published() {
    assertThat(after(in("adjusting"), COMMANDS.get("refuse"))).isEqualTo(in("published"));
  }

  @Test
  void who_wrote_any_part_of_a_plan_does_not_approve_it() {
    AnnualPlan draft = in("draft");
    for (String name : List.of("quota", "justify", "combine")) {
      AnnualPlan submitted = after(after(draft, COMMANDS.get(name)), new SubmitPlan("李科", DAY));
      String author = name.equals("quota") ? "王局" : "张科";
      assertThat(ask(new ApprovePlan(author, DAY, List.of()), submitted))
          .isEqualTo(Decision.reject(AgreementRejection.APPROVAL_NEEDS_SECOND_PERSON));
    }
  }

  @Test
  void an_adjustment_leaves_no_claimed_item_without_a_task_or_a_reason() {
    AnnualPlan adjusting =
        after(
            in("adjusting"),
            new DefineTaskScope("2023003-003", PlanDeciderTest.SCOPE, "coordinator"));
    assertThat(ask(new ApproveAdjustment("王局", DAY, List.of("JT-9")), adjusting))
        .isEqualTo(Decision.reject(PlanRejection.PLAN_ITEMS_UNCOVERED, "item", "JT-9"));
    assertThat(told(ask(new ApproveAdjustment("王局", DAY, List.of()), adjusting)))
        .isEqualTo("AdjustmentApproved+PlanPublished");
    AnnualPlan again = after(adjusting, new ApproveAdjustment("王局", DAY, List.of()));
    assertThat(again.find("2023003-003")).isPresent();
  }
}
