package cn.doublerandom.draw.plan;

import static cn.doublerandom.draw.plan.PlanColumn.PLAN_NAME;

import java.util.HashMap;
import java.util.Map;

/**
 * Numbers to begin with for plans that have none. The tasks of one plan have one number: where the
 * name of the plan is the same, or its cell goes on over several rows, so is what is suggested.
 */
final class SuggestedNumbers {
  private final PlanCells cells;
  private final Map<String, String> byName = new HashMap<>();
  private String name = "";
  private int shared;

  SuggestedNumbers(PlanCells cells) {
    this.cells = cells;
  }

  /** Notes under which plan a row stands; every row is noted, whether it has a number or not. */
  void under(PlanSheet.Row row) {
    String printed = cells.printed(row, PLAN_NAME);
    if (!printed.isEmpty() || !cells.isMerged(row, PLAN_NAME)) {
      name = printed;
    }
  }

  /**
   * What the plan of the row could be numbered.
   *
   * @param place of the row among the tasks, from 1
   */
  String next(int year, int place) {
    String known = name.isEmpty() ? null : byName.get(name);
    if (known != null) {
      shared++;
      return known;
    }
    String number = "%d%03d".formatted(year, place - shared);
    if (!name.isEmpty()) {
      byName.put(name, number);
    }
    return number;
  }
}
