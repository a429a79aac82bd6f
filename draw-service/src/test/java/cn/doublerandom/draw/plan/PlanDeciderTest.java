package cn.doublerandom.draw.plan;

import static cn.doublerandom.draw.AgreementRejection.APPROVAL_NEEDS_SECOND_PERSON;
import static cn.doublerandom.draw.PlanRejection.NOTHING_ADJUSTED;
import static cn.doublerandom.draw.PlanRejection.PLAN_ALREADY_PUBLISHED;
import static cn.doublerandom.draw.PlanRejection.PLAN_DRAFT_EXISTS;
import static cn.doublerandom.draw.PlanRejection.PLAN_ITEMS_UNCOVERED;
import static cn.doublerandom.draw.PlanRejection.PLAN_NOT_APPROVED;
import static cn.doublerandom.draw.PlanRejection.PLAN_NOT_REPORTED;
import static cn.doublerandom.draw.PlanRejection.PLAN_UNDER_APPROVAL;
import static cn.doublerandom.draw.PlanRejection.QUOTA_OUTSIDE_PLAN;
import static cn.doublerandom.draw.PlanRejection.SCOPE_UNFOUNDED;
import static cn.doublerandom.draw.PlanRejection.TASK_RENUMBERED;
import static cn.doublerandom.draw.PlanRejection.TASK_SCOPE_MISSING;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.key.DocumentNumber;
import cn.doublerandom.draw.AgreementRejection;
import cn.doublerandom.draw.FrameRejection;
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
import cn.doublerandom.draw.plan.PlanCommand.ReportPlan;
import cn.doublerandom.draw.plan.PlanCommand.SeparateTasks;
import cn.doublerandom.draw.plan.PlanCommand.SubmitPlan;
import cn.doublerandom.draw.reading.Quota;
import cn.doublerandom.draw.reading.Share;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlanDeciderTest {
  private static final LocalDate TODAY = LocalDate.of(2023, 1, 20);
  static final TaskScope SCOPE = new TaskScope("ENTERPRISE", List.of("道路运输"), List.of("道路运输"));

  private final DeciderSpecification<PlanCommand, PlanEvent, AnnualPlan> plan =
      DeciderSpecification.of(new PlanDecider());

  static PlanTask task(String number, String name, Quota quota) {
    return task(number, name, quota, LocalDate.of(2023, 3, 1), LocalDate.of(2023, 11, 30));
  }

  static PlanTask task(String number, String name, Quota quota, LocalDate from, LocalDate to) {
    return new PlanTask(
        "2023" + number,
        "计划" + number,
        number,
        name,
        PlanTask.DrawType.TARGETED,
        "原文",
        0,
        1,
        "事项",
        "范围",
        "法制安全科",
        "执法大队",
        "2023年3月至11月",
        from,
        to,
        quota,
        null);
  }

  static PlanTable table(PlanTask... tasks) {
    return new PlanTable("局", "计划", "", List.of(tasks), List.of(), null, null);
  }

  static final Quota TEN = new Quota.Percent(new Share(10, 100));
  private static final PlanTable ONE = table(task("001", "道路运输", TEN));

  private DeciderSpecification<PlanCommand, PlanEvent, AnnualPlan>.Given published(
      PlanTable table) {
    return published(table, null);
  }

  private DeciderSpecification<PlanCommand, PlanEvent, AnnualPlan>.Given published(
      PlanTable table, @Nullable DocumentNumber number) {
    var given = plan.given().having(new ImportPlan(table, "coordinator"));
    table.tasks().forEach(t -> given.having(new DefineTaskScope(t.key(), SCOPE, "coordinator")));
    return given
        .having(new SubmitPlan("张科", TODAY))
        .having(new ApprovePlan("王局", TODAY, List.of()))
        .having(new ReportPlan("张科", "邢台市交通运输局", TODAY, number))
        .having(new PublishPlan(TODAY));
  }

  /** What no record of a topic can hold would stop the numbering of everything after it. */
  @Test
  void a_plan_nobody_could_be_told_is_refused_before_it_is_kept() {
    PlanTask[] rows =
        IntStream.range(0, 4_000)
            .mapToObj(i -> task("%04d".formatted(i), "检查".repeat(1_000), TEN))
            .toArray(PlanTask[]::new);
    plan.given()
        .when(new ImportPlan(table(rows), "coordinator"))
        .thenRejected(PlanRejection.PLAN_TOO_LARGE);
    published(ONE)
        .when(new ProposeAdjustment(table(rows), "增加任务", "coordinator", TODAY))
        .thenRejected(PlanRejection.PLAN_TOO_LARGE);
  }

  @Test
  void a_plan_is_submitted_approved_reported_and_published_in_this_order() {
    var draft = plan.given().having(new ImportPlan(ONE, "coordinator"));
    draft.when(new SubmitPlan("张科", TODAY)).thenRejected(TASK_SCOPE_MISSING);
    draft.when(new PublishPlan(TODAY)).thenRejected(TASK_SCOPE_MISSING);
    var scoped = draft.having(new DefineTaskScope("2023001-001", SCOPE, "coordinator"));
    scoped.when(new PublishPlan(TODAY)).thenRejected(PLAN_NOT_APPROVED);
    var submitted = scoped.having(new SubmitPlan("张科", TODAY));
    submitted.when(new ImportPlan(ONE, "coordinator")).thenRejected(PLAN_UNDER_APPROVAL);
    submitted
        .when(new ApprovePlan("张科", TODAY, List.of()))
        .thenRejected(APPROVAL_NEEDS_SECOND_PERSON);
    var approved = submitted.having(new ApprovePlan("王局", TODAY, List.of()));
    approved.when(new PublishPlan(TODAY)).thenRejected(PLAN_NOT_REPORTED);
    var reported = approved.having(new ReportPlan("张科", "市局", TODAY.plusDays(1)));
    assertThat(reported.when(new PublishPlan(TODAY.plusDays(2))).state())
        .isInstanceOfSatisfying(
            AnnualPlan.Published.class,
            p ->
                assertThat(p.dates())
                    .isEqualTo(
                        new PlanDates(
                            TODAY, TODAY.plusDays(1), TODAY.plusDays(2), TODAY.plusDays(2), null)));
  }

  @Test
  void a_number_a_plan_was_reported_with_is_public_with_every_version_of_it() {
    var reported =
        published(table(ROADS, SAFETY), new DocumentNumber("清交〔2023〕8号"))
            .when(combine(ROADS, SAFETY));
    assertThat(reported.state().dates().documentNumber()).isEqualTo("清交〔2023〕8号");
    var adjusted =
        published(ONE, new DocumentNumber("清交〔2023〕8号"))
            .having(new ProposeAdjustment(table(ROADS, SAFETY), "上级部署", "张科", TODAY))
            .having(new DefineTaskScope(SAFETY.key(), SCOPE, "张科"))
            .when(new ApproveAdjustment("王局", IN_JUNE, List.of()));
    assertThat(adjusted.state())
        .isInstanceOfSatisfying(
            AnnualPlan.Published.class,
            p -> {
              assertThat(p.version()).isEqualTo(2);
              assertThat(p.dates().documentNumber()).isEqualTo("清交〔2023〕8号");
            });
  }

  @Test
  void a_number_that_comes_after_the_report_is_taken_until_the_plan_is_public() {
    LocalDate later = TODAY.plusDays(3);
    var reported =
        plan.given()
            .having(new ImportPlan(ONE, "coordinator"))
            .having(new DefineTaskScope("2023001-001", SCOPE, "coordinator"))
            .having(new SubmitPlan("张科", TODAY))
            .having(new ApprovePlan("王局", TODAY, List.of()))
            .having(new ReportPlan("张科", "市局", TODAY));
    reported.when(new ReportPlan("张科", "市局", later)).then();
    var late = new ReportPlan("张科", "市局", later, new DocumentNumber("清交〔2023〕9号"));
    var numbered = reported.when(late);
    assertThat(numbered.state().dates())
        .as("the report itself stays on its day")
        .isEqualTo(new PlanDates(TODAY, TODAY, null, null, "清交〔2023〕9号"));
    reported.having(late).when(late).then();
    reported
        .having(new ReportPlan("张科", "市局", later))
        .when(new PublishPlan(later))
        .then(new PlanEvent.PlanPublished(later));
    reported
        .having(new PublishPlan(later))
        .when(new ReportPlan("张科", "市局", later, new DocumentNumber("清交〔2023〕10号")))
        .thenRejected(PLAN_ALREADY_PUBLISHED);
  }

  @Test
  void a_second_table_of_the_year_is_a_question_and_replaces_the_first_only_where_that_is_said() {
    PlanTable other = table(task("001", "道路运输", TEN), task("002", "公路工程", TEN));
    var draft = plan.given().having(new ImportPlan(ONE, "coordinator"));
    draft.when(new ImportPlan(other, "coordinator")).thenRejected(PLAN_DRAFT_EXISTS);
    assertThat(draft.when(new ImportPlan(ONE, "coordinator")).events()).isEmpty();
    assertThat(draft.when(new ImportPlan(other, true, "coordinator")).events())
        .containsExactly(new PlanEvent.PlanImported(other, "coordinator"));
  }

  @Test
  void a_plan_whose_scopes_name_what_nobody_knows_is_not_submitted() {
    var scoped =
        plan.given()
            .having(new ImportPlan(ONE, "coordinator"))
            .having(new DefineTaskScope("2023001-001", SCOPE, "coordinator"));
    scoped
        .when(new SubmitPlan("张科", TODAY, List.of("任务 2023001-001：名录库中没有标签“道路运轮”。")))
        .thenRejected(SCOPE_UNFOUNDED);
  }

  @Test
  void an_approver_can_return_a_plan_and_it_is_a_draft_again() {
    assertThat(
            plan.given()
                .having(new ImportPlan(ONE, "coordinator"))
                .having(new DefineTaskScope("2023001-001", SCOPE, "coordinator"))
                .having(new SubmitPlan("张科", TODAY))
                .when(new PlanCommand.ReturnPlan("王局", "比例偏低"))
                .state())
        .isInstanceOf(AnnualPlan.Draft.class);
  }

  @Test
  void a_claimed_item_without_a_task_needs_a_reason() {
    var submitted =
        plan.given()
            .having(new ImportPlan(ONE, "coordinator"))
            .having(new DefineTaskScope("2023001-001", SCOPE, "coordinator"))
            .having(new JustifyItem("JT-2", "本年度无此类对象", "张科"))
            .having(new SubmitPlan("张科", TODAY));
    submitted
        .when(new ApprovePlan("王局", TODAY, List.of("JT-2", "JT-3")))
        .thenRejected(PLAN_ITEMS_UNCOVERED);
    assertThat(submitted.when(new ApprovePlan("王局", TODAY, List.of("JT-2"))).events()).hasSize(1);
  }

  @Test
  void a_decision_fills_the_room_a_plan_leaves_and_no_more() {
    PlanTable open =
        table(
            task("001", "甲", new Quota.Unspecified()),
            task("002", "乙", new Quota.PercentRange(new Share(10, 100), new Share(20, 100))),
            task("003", "丙", new Quota.PercentMax(new Share(5, 100))),
            task("004", "丁", new Quota.Count(20)));
    var given = published(open);
    given
        .when(decide("002", new Quota.Percent(new Share(25, 100))))
        .thenRejected(QUOTA_OUTSIDE_PLAN);
    given
        .when(decide("003", new Quota.Percent(new Share(6, 100))))
        .thenRejected(QUOTA_OUTSIDE_PLAN);
    given.when(decide("004", new Quota.Count(10))).thenRejected(QUOTA_OUTSIDE_PLAN);
    // Behind the approval of the plan a number takes two people who decide the same.
    var asked = given.having(decide("002", new Quota.Percent(new Share(15, 100))));
    asked
        .when(decide("002", new Quota.Percent(new Share(15, 100))))
        .thenRejected(APPROVAL_NEEDS_SECOND_PERSON);
    var decided = asked.having(by("李局", "002", new Quota.Percent(new Share(15, 100))));
    // A decision everybody has read is not made again after a draw nobody liked.
    decided
        .when(decide("002", new Quota.Percent(new Share(12, 100))))
        .thenRejected(PlanRejection.QUOTA_ALREADY_DECIDED);
    given.when(decide("003", new Quota.Count(900))).thenRejected(QUOTA_OUTSIDE_PLAN);
    AnnualPlan state =
        decided
            .having(decide("001", new Quota.Count(3)))
            .when(by("李局", "001", new Quota.Count(3)))
            .state();
    assertThat(state.says().orElseThrow().quota(state.find("2023001-001").orElseThrow()))
        .isEqualTo(new Quota.Count(3));
    assertThat(state.says().orElseThrow().quota(state.find("2023002-002").orElseThrow()))
        .isEqualTo(new Quota.Percent(new Share(15, 100)));
  }

  private static DecideQuota decide(String number, Quota quota) {
    return by("王局", number, quota);
  }

  private static DecideQuota by(String account, String number, Quota quota) {
    return new DecideQuota("2023" + number + "-" + number, quota, "按执法力量", account);
  }

  @Test
  void a_published_plan_changes_by_adjustment_and_is_published_again_at_once() {
    var given = published(ONE);
    given.when(new ImportPlan(ONE, "coordinator")).thenRejected(PLAN_ALREADY_PUBLISHED);
    given.when(new ProposeAdjustment(ONE, "无变化", "张科", TODAY)).thenRejected(NOTHING_ADJUSTED);
    given
        .when(new ProposeAdjustment(table(task("009", "道路运输", TEN)), "改编号", "张科", TODAY))
        .thenRejected(TASK_RENUMBERED);
    PlanTable more =
        table(
            task("001", "道路运输", TEN), task("002", "危险货物专项", new Quota.Percent(new Share(20, 100))));
    var adjusting = given.having(new ProposeAdjustment(more, "上级部署", "张科", TODAY));
    AnnualPlan waiting =
        adjusting.when(new DefineTaskScope("2023002-002", SCOPE, "coordinator")).state();
    // Until it is approved, everybody works by what is published.
    assertThat(waiting.find("2023002-002")).isEmpty();
    adjusting.when(new ApproveAdjustment("王局", TODAY, List.of())).thenRejected(TASK_SCOPE_MISSING);
    adjusting.having(new DefineTaskScope("2023002-002", SCOPE, "coordinator"));
    adjusting
        .when(new ApproveAdjustment("张科", TODAY, List.of()))
        .thenRejected(APPROVAL_NEEDS_SECOND_PERSON);
    adjusting
        .when(
            new ApproveAdjustment(
                "王局", IN_JUNE, List.of(), List.of("任务 2023002-002：范围内没有存续的检查对象。")))
        .thenRejected(SCOPE_UNFOUNDED);
    assertThat(adjusting.when(new ApproveAdjustment("王局", IN_JUNE, List.of())).state())
        .isInstanceOfSatisfying(
            AnnualPlan.Published.class,
            p -> {
              assertThat(p.version()).isEqualTo(2);
              // Public since January, in this version since June.
              assertThat(p.dates().publishedOn()).isEqualTo(IN_JUNE);
              assertThat(p.dates().firstPublishedOn()).isBefore(IN_JUNE);
              assertThat(p.find("2023002-002")).isPresent();
            });
  }

  private static final LocalDate IN_JUNE = LocalDate.of(2023, 6, 15);

  @Test
  void every_difference_of_an_adjustment_is_told() {
    assertThat(PlanChange.between(ONE, table(task("002", "新增", TEN))))
        .extracting(c -> c.task() + " " + c.before() + ">" + c.after())
        .containsExactly("2023002-002 >新增", "2023001-001 道路运输>");
  }

  @Test
  void the_three_steps_of_january_are_open_then_due_then_overdue_and_never_forgotten() {
    var none = new AnnualPlan.Absent().dates();
    assertThat(PlanDeadline.of(2023, none, LocalDate.of(2023, 1, 16)))
        .extracting(PlanDeadline::state)
        .containsOnly(PlanDeadline.State.OPEN);
    var soon = PlanDeadline.of(2023, none, LocalDate.of(2023, 1, 17)).getFirst();
    assertThat(soon.state()).isEqualTo(PlanDeadline.State.DUE_SOON);
    assertThat(soon.daysLeft()).isEqualTo(14);
    var published = published(table(ROADS, SAFETY)).when(combine(ROADS, SAFETY)).state().dates();
    assertThat(PlanDeadline.of(2023, published, LocalDate.of(2023, 2, 1)))
        .extracting(PlanDeadline::state)
        .containsOnly(PlanDeadline.State.DONE);
    var late = new PlanDates(LocalDate.of(2023, 1, 31), LocalDate.of(2023, 2, 1), null, null, null);
    assertThat(PlanDeadline.of(2023, late, LocalDate.of(2023, 2, 2)))
        .extracting(PlanDeadline::state)
        .containsExactly(
            PlanDeadline.State.DONE, PlanDeadline.State.DONE_LATE, PlanDeadline.State.OVERDUE);
  }

  private static final PlanTask ROADS = task("001", "道路运输", TEN);
  private static final PlanTask SAFETY = task("002", "安全生产", TEN);
  private static final String WHY = "检查同一批企业";

  private static CombineTasks combine(PlanTask lead, PlanTask... others) {
    return combineBy("张科", lead, others);
  }

  private static CombineTasks combineBy(String by, PlanTask lead, PlanTask... others) {
    return new CombineTasks(
        lead.key(), List.of(others).stream().map(PlanTask::key).toList(), WHY, by);
  }

  @Test
  void tasks_of_a_published_plan_are_combined_and_separated_by_two_people() {
    var plan = published(table(ROADS, SAFETY));
    assertThat(plan.when(combine(ROADS, SAFETY)).events())
        .containsExactly(
            new PlanEvent.CombinationAsked(ROADS.key(), List.of(SAFETY.key()), WHY, "张科"));
    var asked = plan.having(combine(ROADS, SAFETY));
    asked
        .when(combine(ROADS, SAFETY))
        .thenRejected(AgreementRejection.APPROVAL_NEEDS_SECOND_PERSON);
    assertThat(asked.when(combineBy("王局", ROADS, SAFETY)).events())
        .containsExactly(
            new PlanEvent.TasksCombined(ROADS.key(), List.of(SAFETY.key()), WHY, "王局", "张科"));
    var combined = asked.having(combineBy("王局", ROADS, SAFETY));
    var content = combined.when(combine(ROADS, SAFETY)).state().says().orElseThrow();
    assertThat(content.drawnWith(SAFETY.key())).contains(ROADS.key());
    assertThat(content.drawnWith(ROADS.key())).isEmpty();
    combined.when(combine(SAFETY, ROADS)).thenRejected(PlanRejection.TASK_COMBINED);
    combined
        .when(new SeparateTasks(SAFETY.key(), WHY, "张科"))
        .thenRejected(PlanRejection.TASK_NOT_COMBINED);
    var apart =
        combined
            .having(new SeparateTasks(ROADS.key(), WHY, "张科"))
            .when(new SeparateTasks(ROADS.key(), WHY, "李科"))
            .state();
    assertThat(apart.says().orElseThrow().combinations()).isEmpty();
  }

  @Test
  void who_asked_last_for_what_is_decided_is_named_and_nobody_decides_who_asked_before() {
    PlanTask third = task("003", "货运", TEN);
    var asked =
        published(table(ROADS, SAFETY, third))
            .having(combineBy("张科", ROADS, third))
            .having(combineBy("李科", ROADS, SAFETY));
    asked
        .when(combineBy("张科", ROADS, SAFETY))
        .thenRejected(AgreementRejection.APPROVAL_NEEDS_SECOND_PERSON);
    assertThat(asked.when(combineBy("王局", ROADS, SAFETY)).events())
        .containsExactly(
            new PlanEvent.TasksCombined(ROADS.key(), List.of(SAFETY.key()), WHY, "王局", "李科"));
  }

  @Test
  void a_draft_is_combined_by_whoever_writes_it() {
    var draft =
        plan.given()
            .having(new ImportPlan(table(ROADS, SAFETY), "coordinator"))
            .having(new DefineTaskScope(ROADS.key(), SCOPE, "coordinator"))
            .having(new DefineTaskScope(SAFETY.key(), SCOPE, "coordinator"));
    assertThat(draft.when(combine(ROADS, SAFETY)).events())
        .containsExactly(
            new PlanEvent.TasksCombined(ROADS.key(), List.of(SAFETY.key()), WHY, "张科", null));
  }

  @Test
  void what_cannot_be_combined_is_refused() {
    PlanTask winter = task("003", "冬季", TEN, LocalDate.of(2023, 12, 1), LocalDate.of(2023, 12, 31));
    var plan = published(table(ROADS, SAFETY, winter));
    plan.when(combine(ROADS)).thenRejected(PlanRejection.COMBINATION_SIZE);
    plan.when(combine(ROADS, ROADS)).thenRejected(PlanRejection.COMBINATION_SIZE);
    plan.when(combine(ROADS, winter)).thenRejected(PlanRejection.COMBINATION_WINDOWS_APART);
    plan.when(combine(ROADS, task("009", "别的", TEN))).thenRejected(PlanRejection.TASK_UNKNOWN);
    plan.when(new CombineTasks(ROADS.key(), List.of(SAFETY.key()), " ", "张科"))
        .thenRejected(AgreementRejection.REASON_MISSING);
    this.plan
        .given()
        .having(new ImportPlan(table(ROADS, SAFETY), "coordinator"))
        .when(combine(ROADS, SAFETY))
        .thenRejected(TASK_SCOPE_MISSING);
  }

  private static final BeginDraw BEGIN =
      new BeginDraw(SAFETY.key(), Set.of(), "130534-" + SAFETY.key() + "-1", 1);

  private static CombineTasks combine(SeenDraws seenOfSafety) {
    return new CombineTasks(
        ROADS.key(), List.of(SAFETY.key()), WHY, "张科", Map.of(SAFETY.key(), seenOfSafety));
  }

  @Test
  void a_task_whose_draw_began_is_not_combined_whatever_was_seen_before() {
    var plan = published(table(ROADS, SAFETY));
    SeenDraws nothing = new SeenDraws(Optional.empty(), 0);
    plan.when(combine(new SeenDraws(Optional.of(BEGIN.drawId()), 1)))
        .thenRejected(FrameRejection.TASK_ALREADY_DRAWN);
    var begun = plan.having(BEGIN);
    begun.when(combine(nothing)).thenRejected(FrameRejection.TASK_ALREADY_DRAWN);
    // It was voided: whoever saw that round saw its end.
    assertThat(begun.when(combine(new SeenDraws(Optional.empty(), 1))).events()).hasSize(1);
  }

  @Test
  void a_draw_begins_with_the_tasks_that_are_combined_at_that_moment() {
    var plan = published(table(ROADS, SAFETY));
    assertThat(plan.when(BEGIN).events())
        .containsExactly(new PlanEvent.DrawBegun(SAFETY.key(), BEGIN.drawId(), 1));
    var combined = plan.having(combine(ROADS, SAFETY)).having(combineBy("王局", ROADS, SAFETY));
    combined.when(BEGIN).thenRejected(PlanRejection.TASK_COMBINED);
    var alone = new BeginDraw(ROADS.key(), Set.of(), "130534-" + ROADS.key() + "-1", 1);
    combined.when(alone).thenRejected(PlanRejection.TASK_COMBINED);
    var both = new BeginDraw(ROADS.key(), Set.of(SAFETY.key()), alone.drawId(), 1);
    published(table(ROADS, SAFETY)).when(both).thenRejected(PlanRejection.TASK_NOT_COMBINED);
    combined
        .having(both)
        .when(new SeparateTasks(ROADS.key(), WHY, "张科"))
        .thenRejected(FrameRejection.TASK_ALREADY_DRAWN);
  }

  @Test
  void a_draw_that_began_during_an_adjustment_is_known_whatever_becomes_of_it() {
    var adjusting =
        published(table(ROADS, SAFETY))
            .having(
                new ProposeAdjustment(
                    table(SAFETY, ROADS, task("003", "冬季", TEN)), WHY, "张科", TODAY));
    assertThat(adjusting.when(BEGIN).state())
        .isInstanceOfSatisfying(
            AnnualPlan.Adjusting.class,
            plan -> {
              assertThat(plan.proposal().begun()).containsOnlyKeys(SAFETY.key());
              assertThat(plan.published().content().begun()).containsOnlyKeys(SAFETY.key());
            });
  }
}
