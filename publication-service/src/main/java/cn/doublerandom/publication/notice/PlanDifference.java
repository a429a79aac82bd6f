package cn.doublerandom.publication.notice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One difference between two versions of a plan that were public (R26, R27).
 *
 * @param task plan and task number
 * @param what head of the changed column; 任务 where a task came or went
 * @param before empty where it came
 * @param after empty where it went
 */
public record PlanDifference(String task, String what, String before, String after) {
  static List<PlanDifference> between(List<PlanTask> before, List<PlanTask> after) {
    Map<String, PlanTask> old = byKey(before);
    Map<String, PlanTask> now = byKey(after);
    List<PlanDifference> changes = new ArrayList<>();
    now.forEach((key, task) -> {
      PlanTask was = old.get(key);
      if (was == null) {
        changes.add(new PlanDifference(key, "任务", "", task.taskName()));
      } else {
        Map<String, String> cells = cells(task);
        cells(was)
            .forEach((head, cell) -> {
              String is = cells.getOrDefault(head, "");
              if (!cell.equals(is)) {
                changes.add(new PlanDifference(key, head, cell, is));
              }
            });
      }
    });
    old.forEach((key, task) -> {
      if (!now.containsKey(key)) {
        changes.add(new PlanDifference(key, "任务", task.taskName(), ""));
      }
    });
    return changes;
  }

  private static Map<String, PlanTask> byKey(List<PlanTask> tasks) {
    Map<String, PlanTask> byKey = new LinkedHashMap<>();
    tasks.forEach(t -> byKey.put(t.planNumber() + " " + t.taskNumber() + "号", t));
    return byKey;
  }

  private static Map<String, String> cells(PlanTask t) {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("抽查计划名称", t.planName());
    cells.put("抽查任务名称", t.taskName());
    cells.put("抽查类型", t.drawType());
    cells.put("抽查比例", t.rate());
    cells.put("抽查事项", t.items());
    cells.put("抽查对象范围", t.scope());
    cells.put("发起科（股）室", t.leadUnit());
    cells.put("联合科（股）室", t.jointUnit());
    cells.put("抽取日期", t.drawPeriod());
    cells.put("检查日期自", t.from().toString());
    cells.put("检查日期至", t.to().toString());
    return cells;
  }
}
