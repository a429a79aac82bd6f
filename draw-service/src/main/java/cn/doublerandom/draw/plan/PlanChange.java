package cn.doublerandom.draw.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One difference between two versions of a plan (R26).
 *
 * @param task its key
 * @param what head of the changed cell; 任务 where a task came or went
 * @param before empty where it came
 * @param after empty where it went
 */
public record PlanChange(String task, String what, String before, String after) {

  /** Everything in which two tables differ. */
  public static List<PlanChange> between(PlanTable before, PlanTable after) {
    Map<String, PlanTask> old = byKey(before);
    Map<String, PlanTask> now = byKey(after);
    List<PlanChange> changes = new ArrayList<>();
    now.forEach((key, task) -> {
      PlanTask was = old.get(key);
      if (was == null) {
        changes.add(new PlanChange(key, "任务", "", task.taskName()));
      } else {
        cells(was)
            .forEach((head, cell) -> {
              String is = cells(task).getOrDefault(head, "");
              if (!cell.equals(is)) {
                changes.add(new PlanChange(key, head, cell, is));
              }
            });
      }
    });
    old.forEach((key, task) -> {
      if (!now.containsKey(key)) {
        changes.add(new PlanChange(key, "任务", task.taskName(), ""));
      }
    });
    return changes;
  }

  private static Map<String, PlanTask> byKey(PlanTable table) {
    Map<String, PlanTask> tasks = new LinkedHashMap<>();
    table.tasks().forEach(t -> tasks.put(t.key(), t));
    return tasks;
  }

  private static Map<String, String> cells(PlanTask t) {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put(PlanColumn.PLAN_NAME.head(), t.planName());
    cells.put(PlanColumn.TASK_NAME.head(), t.taskName());
    cells.put(PlanColumn.DRAW_TYPE.head(), t.drawType().name());
    cells.put(PlanColumn.QUOTA.head(), t.rate());
    cells.put(PlanColumn.ITEMS.head(), t.items());
    cells.put(PlanColumn.SCOPE.head(), t.scope());
    cells.put(PlanColumn.LEAD.head(), t.leadUnit());
    cells.put(PlanColumn.JOINT.head(), t.jointUnit());
    cells.put(PlanColumn.PERIOD.head(), t.drawPeriod());
    return cells;
  }
}
