package cn.doublerandom.draw.plan;

import static cn.doublerandom.draw.plan.PlanDeciderTest.SCOPE;
import static cn.doublerandom.draw.plan.PlanDeciderTest.TEN;
import static cn.doublerandom.draw.plan.PlanDeciderTest.table;
import static cn.doublerandom.draw.plan.PlanDeciderTest.task;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.figures.AnnualCoverage;
import cn.doublerandom.draw.reading.Quota;
import cn.doublerandom.draw.reading.Share;
import cn.doublerandom.draw.register.KnownEntry.KnownItem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an approver is told of a plan (R3, R4, R6, R8, R24, R37, R38). */
class PlanChecksTest {
  private static final Quota.Tiered TIERS =
      new Quota.Tiered(
          List.of(
              new Quota.Tier("守信", new Share(1, 100)),
              new Quota.Tier("警示", new Share(10, 100)),
              new Quota.Tier("失信", new Share(50, 100)),
              new Quota.Tier("严重失信", new Share(80, 100))));

  private static PlanChecks.Report report(PlanContent content, Map<String, Integer> byClass) {
    int all = byClass.values().stream().mapToInt(Integer::intValue).sum();
    return PlanChecks.report(
        content,
        new PlanChecks.Facts(
            Map.of("2023001-001", new PlanChecks.TaskFacts(all, byClass, all, 0)),
            Map.of(),
            List.of(
                new KnownItem("JT-1", "甲", "道路运输", true, null, null),
                new KnownItem("JT-2", "乙", "水路运输", true, null, null)),
            new AnnualCoverage(2023, 0, 1_000),
            Optional.of(new Share(3, 100)),
            10,
            2));
  }

  private static PlanContent content(Quota quota, Map<String, Quota> decided) {
    return new PlanContent(
        table(task("001", "道路运输", quota)),
        Map.of("2023001-001", SCOPE),
        decided,
        Map.of(),
        Map.of(),
        BehindApproval.NOTHING,
        Set.of(),
        Set.of(),
        Map.of());
  }

  @Test
  void a_county_with_many_dishonest_firms_cannot_keep_tiers_and_cap() {
    var cap = new Quota.PercentMax(new Share(5, 100));
    var content = content(cap, Map.of("2023001-001", TIERS));
    var report = report(content, Map.of("A", 80, "B", 0, "C", 0, "D", 20));
    // 80 of 1 % and 20 of 80 % are 16.8; 5 % of 100 are 5: 11.8 too many.
    assertThat(report.conflicts()).hasSize(1);
    String[] excess = report.conflicts().getFirst().excess().split("/");
    assertThat(Double.parseDouble(excess[0]) / Double.parseDouble(excess[1])).isEqualTo(11.8);
    assertThat(report.warnings())
        .filteredOn(w -> w.code().equals("TIERS_ABOVE_CAP"))
        .singleElement()
        .satisfies(
            w -> assertThat(w.text()).contains("%）").doesNotContain("/").doesNotContain("×"));
    assertThat(report(content, Map.of("A", 100, "D", 1)).conflicts()).isEmpty();
  }

  @Test
  void coverage_is_told_with_numerator_and_denominator() {
    var report = report(content(TEN, Map.of()), Map.of("A", 187));
    assertThat(report.coverage())
        .isEqualTo(
            new PlanChecks.Coverage(
                19, 1_000, "1.90%", new AnnualCoverage(2023, 0, 0).basis(), "3/100", false));
    assertThat(report.warnings()).extracting(PlanWarning::code).contains("COVERAGE_BELOW_FLOOR");
    assertThat(report.uncovered()).containsExactly("JT-2");
    assertThat(report.staffing()).isEqualTo(new PlanChecks.Staffing(19, 0, 10, 2, 4));
    assertThat(report.months()).hasSize(9).containsEntry("2023-03", 1);
    assertThat(
            report(content(new Quota.Percent(new Share(20, 100)), Map.of()), Map.of("A", 187))
                .coverage()
                .met())
        .isTrue();
  }

  /** Two draws of three and five met at one firm: eight visits, and seven firms. */
  @Test
  void who_was_drawn_for_two_tasks_is_one_firm_of_the_forecast() {
    var drawn = new PlanChecks.AlreadyDrawn(7, 8);
    assertThat(drawn.atMost(8)).isEqualTo(7);
    assertThat(drawn.atMost(10)).isEqualTo(9);
    assertThat(drawn.atMost(5)).isEqualTo(7);
    assertThat(PlanChecks.AlreadyDrawn.NOTHING.atMost(8)).isEqualTo(8);
    var of = new PlanChecks.TaskFacts(187, Map.of("A", 187), 187, 0);
    var facts =
        new PlanChecks.Facts(
            Map.of("2023001-001", of),
            Map.of(),
            List.of(),
            new AnnualCoverage(2023, 0, 1_000),
            Optional.empty(),
            10,
            2,
            new PlanChecks.AlreadyDrawn(18, 19));
    assertThat(PlanChecks.report(content(TEN, Map.of()), facts).coverage().inspected())
        .isEqualTo(18);
  }

  @Test
  void a_firm_visited_for_two_tasks_at_once_is_counted_once() {
    var content =
        new PlanContent(
            table(task("001", "道路运输", TEN), task("002", "道路运输", TEN)),
            Map.of("2023001-001", SCOPE, "2023002-002", SCOPE),
            Map.of(),
            Map.of("2023001-001", List.of("2023002-002")),
            Map.of(),
            BehindApproval.NOTHING,
            Set.of(),
            Set.of(),
            Map.of());
    var of = new PlanChecks.TaskFacts(100, Map.of("A", 100), 100, 0);
    var apart =
        new PlanChecks.Facts(
            Map.of("2023001-001", of, "2023002-002", of),
            Map.of(),
            List.of(),
            new AnnualCoverage(2023, 0, 1_000),
            Optional.empty(),
            10,
            2);
    var together =
        new PlanChecks.Facts(
            apart.tasks(),
            Map.of("2023001-001", new PlanChecks.Together(12, 110, 110)),
            List.of(),
            new AnnualCoverage(2023, 0, 1_000),
            Optional.empty(),
            10,
            2);
    assertThat(PlanChecks.report(content, apart).staffing())
        .isEqualTo(new PlanChecks.Staffing(20, 0, 10, 2, 4));
    assertThat(PlanChecks.report(content, together).staffing())
        .isEqualTo(new PlanChecks.Staffing(12, 8, 10, 2, 3));
    assertThat(PlanChecks.report(content, together).coverage().inspected()).isEqualTo(12);
    assertThat(PlanChecks.report(content, together).sizes())
        .extracting(PlanChecks.Size::drawn)
        .containsExactly(10L, 10L);
  }

  @Test
  void whom_no_tier_takes_in_is_said_before_the_plan_is_approved() {
    var of = new PlanChecks.TaskFacts(100, Map.of(), 100, 30);
    var facts =
        new PlanChecks.Facts(
            Map.of("2023001-001", of),
            Map.of(),
            List.of(),
            new AnnualCoverage(2023, 0, 1_000),
            Optional.empty(),
            10,
            2);
    assertThat(PlanChecks.report(content(TEN, Map.of()), facts).warnings())
        .filteredOn(w -> w.code().equals("SUBJECTS_OUT_OF_REACH"))
        .extracting(PlanWarning::text)
        .singleElement()
        .asString()
        .contains("100 户中有 30 户");
  }

  @Test
  void tiers_are_known_by_their_names_and_not_by_their_places() {
    var reversed =
        new Quota.Tiered(
            List.of(
                new Quota.Tier("严重失信", new Share(80, 100)),
                new Quota.Tier("守信", new Share(1, 100))));
    var report = report(content(reversed, Map.of()), Map.of("A", 100, "D", 10));
    assertThat(report.sizes().getFirst().drawn()).isEqualTo(9);
    assertThat(report.notMonotone()).isEmpty();
    var byLabel = new Quota.Tiered(List.of(new Quota.Tier("重点排污单位", new Share(1, 4))));
    assertThat(report(content(byLabel, Map.of()), Map.of("A", 100)).sizes().getFirst().drawn())
        .isNull();
  }

  @Test
  void tiers_that_fall_with_the_risk_are_named() {
    var falling =
        new Quota.Tiered(
            List.of(
                new Quota.Tier("A", new Share(10, 100)), new Quota.Tier("B", new Share(5, 100))));
    assertThat(report(content(falling, Map.of()), Map.of("A", 10)).notMonotone())
        .containsExactly("2023001-001");
    assertThat(report(content(TIERS, Map.of()), Map.of("A", 10)).notMonotone()).isEmpty();
  }
}
