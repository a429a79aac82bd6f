package cn.doublerandom.draw.plan;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.draw.PlanRejection;
import cn.doublerandom.draw.plan.PlanCommand.DecideQuota;
import cn.doublerandom.draw.plan.PlanEvent.TaskQuotaDecided;
import cn.doublerandom.draw.reading.Quota;
import cn.doublerandom.draw.reading.Share;
import cn.doublerandom.eventstore.decider.Decision;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A decision fills the room a plan leaves; it does not change what the plan says. */
class QuotaRoomTest {
  private static Quota percent(int of) {
    return new Quota.Percent(new Share(of, 100));
  }

  private static Quota quota(String text) {
    return switch (text) {
      case "unspecified" -> new Quota.Unspecified();
      case "at most 10%" -> new Quota.PercentMax(new Share(10, 100));
      case "at least 10%" -> new Quota.PercentMin(new Share(10, 100));
      case "10% to 20%" -> new Quota.PercentRange(new Share(10, 100), new Share(20, 100));
      case "3 to 5" -> new Quota.CountRange(3, 5);
      case "3 and 10%" -> new Quota.CountAndPercent(3, new Share(10, 100));
      case "tiers" -> new Quota.Tiered(List.of(new Quota.Tier("A", new Share(5, 100))));
      case "staff" -> new Quota.StaffRatio(1, 3);
      case "census" -> new Quota.Census();
      default ->
          text.endsWith("%")
              ? percent(Integer.parseInt(text.substring(0, text.length() - 1)))
              : new Quota.Count(Integer.parseInt(text));
    };
  }

  @ParameterizedTest
  @CsvSource({
    "unspecified, 10% 3 tiers census staff, unspecified|3 to 5",
    "at most 10%, 10% 9% tiers, 11%|3|census",
    "at least 10%, 10% 11%, 9%|3|tiers",
    "10% to 20%, 10% 20% 15%, 9%|21%|3|tiers",
    "3 to 5, 3 4 5, 2|6|10%",
    "10%, tiers, 10%|3|12%|census",
    "staff, 3, 10%|tiers",
    "3, '', 3|4|10%|tiers",
    "3 and 10%, '', 3|10%|tiers",
    "tiers, '', 10%|3|tiers",
    "census, '', 10%|3|census"
  })
  void a_number_is_decided_within_what_the_plan_says(String planned, String fits, String none) {
    for (String decided : fits.isEmpty() ? new String[0] : fits.split(" ")) {
      assertThat(decide(planned, decided))
          .as("%s of %s", decided, planned)
          .isEqualTo(
              Decision.accept(new TaskQuotaDecided("2023001-001", quota(decided), "按执法力量", "王局")));
    }
    for (String decided : none.split("\\|")) {
      assertThat(decide(planned, decided))
          .as("%s of %s", decided, planned)
          .isEqualTo(Decision.reject(PlanRejection.QUOTA_OUTSIDE_PLAN, "task", "2023001-001"));
    }
  }

  private static Decision<PlanEvent> decide(String planned, String decided) {
    PlanTable table = PlanDeciderTest.table(PlanDeciderTest.task("001", "道路运输", quota(planned)));
    var decider = new PlanDecider();
    AnnualPlan draft = decider.replay(List.of(new PlanEvent.PlanImported(table, "coordinator")));
    return decider.decide(new DecideQuota("2023001-001", quota(decided), "按执法力量", "王局"), draft);
  }
}
