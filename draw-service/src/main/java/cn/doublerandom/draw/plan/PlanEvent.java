package cn.doublerandom.draw.plan;

import java.time.LocalDate;

/** What happens to an annual plan. */
public sealed interface PlanEvent {
  record PlanImported(PlanTable table) implements PlanEvent {}

  /**
   * @param task plan and task number
   */
  record TaskScopeDefined(String task, TaskScope scope) implements PlanEvent {}

  record PlanPublished(LocalDate publishedOn) implements PlanEvent {}
}
