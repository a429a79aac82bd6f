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

  /**
   * @param present who has said that he is on site, and when; a visit starts on one day
   */
  record Assigned(Assignment assignment, Map<String, LocalDate> present) implements Visit {
    public Assigned {
      present = Map.copyOf(present);
    }

    Assigned(Assignment assignment) {
      this(assignment, Map.of());
    }

    /** Who is on site on a day, ascending. */
    List<String> presentOn(LocalDate day) {
      return present.entrySet().stream()
          .filter(p -> p.getValue().equals(day))
          .map(Map.Entry::getKey)
          .sorted()
          .toList();
    }
  }

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
