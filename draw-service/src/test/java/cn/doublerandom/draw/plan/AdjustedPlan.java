package cn.doublerandom.draw.plan;

import cn.doublerandom.draw.reading.Quota;
import cn.doublerandom.draw.reading.Share;

/** A plan of one task, and the same with a second one. */
public final class AdjustedPlan {
  public static final String TASK = "2023001-001";
  public static final String OTHER = "2023002-002";

  public static final PlanTable BEFORE =
      PlanDeciderTest.table(PlanDeciderTest.task("001", "道路运输", new Quota.Unspecified()));

  public static final PlanTable AFTER =
      PlanDeciderTest.table(
          PlanDeciderTest.task("001", "道路运输", new Quota.Unspecified()),
          PlanDeciderTest.task("002", "危险货物", new Quota.Percent(new Share(20, 100))));

  private AdjustedPlan() {}
}
