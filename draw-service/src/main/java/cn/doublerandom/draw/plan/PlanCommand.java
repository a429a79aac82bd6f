package cn.doublerandom.draw.plan;

import java.time.LocalDate;

/** What may be asked of an annual plan. */
public sealed interface PlanCommand {
  record ImportPlan(PlanTable table) implements PlanCommand {}

  record DefineTaskScope(String task, TaskScope scope) implements PlanCommand {}

  record PublishPlan(LocalDate today) implements PlanCommand {}
}
