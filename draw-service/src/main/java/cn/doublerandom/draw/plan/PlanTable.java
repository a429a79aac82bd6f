package cn.doublerandom.draw.plan;

import java.util.List;

/**
 * A plan table as read.
 *
 * @param issuer 单位（盖章）, or empty
 * @param title heading above the table, or empty
 * @param tableDate 制表时间 as printed, or empty
 */
public record PlanTable(
    String issuer,
    String title,
    String tableDate,
    List<PlanTask> tasks,
    List<PlanWarning> warnings) {
  public PlanTable {
    tasks = List.copyOf(tasks);
    warnings = List.copyOf(warnings);
  }

  /** The calendar year all plan numbers start with. */
  public String year() {
    return tasks.getFirst().planNumber().substring(0, 4);
  }
}
