package cn.doublerandom.draw.plan;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * An annual plan (年度抽查工作计划).
 *
 * <pre>Absent ──import──▶ Draft (imported again, scopes defined) ──publish──▶ Published</pre>
 */
public sealed interface AnnualPlan {
  record Absent() implements AnnualPlan {}

  /**
   * @param scopes by task
   */
  record Draft(PlanTable table, Map<String, TaskScope> scopes) implements AnnualPlan {}

  record Published(PlanTable table, Map<String, TaskScope> scopes, LocalDate on)
      implements AnnualPlan {}

  private static Optional<PlanTask> task(PlanTable table, String key) {
    return table.tasks().stream().filter(t -> t.key().equals(key)).findFirst();
  }

  /** The task, where the plan has one with that key. */
  default Optional<PlanTask> find(String key) {
    return switch (this) {
      case Absent() -> Optional.empty();
      case Draft draft -> task(draft.table, key);
      case Published published -> task(published.table, key);
    };
  }

  default Optional<TaskScope> scope(String key) {
    return switch (this) {
      case Absent() -> Optional.empty();
      case Draft draft -> Optional.ofNullable(draft.scopes.get(key));
      case Published published -> Optional.ofNullable(published.scopes.get(key));
    };
  }
}
