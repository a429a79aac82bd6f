package cn.doublerandom.inspection.visit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * One visit to one drawn subject.
 *
 * <pre>Unassigned ─▶ Assigned ──start──▶ InProgress ──finish──▶ Finished ──record──▶ Recorded
 *                  │                     │
 *                  └──────cancel─────────┴─▶ Cancelled</pre>
 */
public sealed interface Visit {
  record Unassigned() implements Visit {}

  record Assigned(Assignment assignment) implements Visit {}

  /**
   * @param answers by item code; an item without an answer has none, never a default
   */
  record InProgress(Assignment assignment, LocalDate startedOn, Map<String, Answer> answers)
      implements Visit {}

  /**
   * @param overdue dueOn has passed without a recorded result
   */
  record Finished(
      Assignment assignment,
      Map<String, Answer> answers,
      LocalDate finishedOn,
      LocalDate dueOn,
      boolean provisional,
      boolean overdue)
      implements Visit {}

  /** The subject was replaced or the draw voided before the visit was over. */
  record Cancelled(Assignment assignment, String reason) implements Visit {}

  record Recorded(Finished finished, List<String> codes, String unit, LocalDate recordedOn)
      implements Visit {}
}
