package cn.doublerandom.draw.plan;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which tasks of a published plan are to be drawn, by their windows: those no draw of which was
 * begun, and which are not drawn with another.
 *
 * @param states of those that are due or overdue, by task, in the order of the plan
 */
public record DueDraws(Map<String, State> states) {
  /** How a task stands that is not drawn. */
  public enum State {
    /** Its window is open. */
    DUE,
    /** Its window has ended. */
    OVERDUE
  }

  public DueDraws {
    states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
  }

  /** Of a plan on a day; nothing is due before it is published. */
  public static DueDraws of(AnnualPlan plan, LocalDate today) {
    return binding(plan).map(content -> of(content, today)).orElseGet(() -> new DueDraws(Map.of()));
  }

  /** Of the tasks that are due on a day, those whose window ends on a day or before it. */
  public static long ending(AnnualPlan plan, LocalDate today, LocalDate until) {
    DueDraws due = of(plan, today);
    return binding(plan).map(DueDraws::undrawn).orElse(List.of()).stream()
        .filter(task -> due.states().get(task.key()) == State.DUE)
        .filter(task -> !task.drawTo().isAfter(until))
        .count();
  }

  private static Optional<PlanContent> binding(AnnualPlan plan) {
    return switch (plan) {
      case AnnualPlan.Absent absent -> Optional.empty();
      case AnnualPlan.Draft draft -> Optional.empty();
      case AnnualPlan.Submitted submitted -> Optional.empty();
      case AnnualPlan.Approved approved -> Optional.empty();
      case AnnualPlan.Reported reported -> Optional.empty();
      case AnnualPlan.Published published -> Optional.of(published.content());
      case AnnualPlan.Adjusting adjusting -> Optional.of(adjusting.published().content());
    };
  }

  private static DueDraws of(PlanContent content, LocalDate today) {
    Map<String, State> states = new LinkedHashMap<>();
    undrawn(content).stream()
        .filter(task -> !task.drawFrom().isAfter(today))
        .forEach(task ->
            states.put(task.key(), task.drawTo().isBefore(today) ? State.OVERDUE : State.DUE));
    return new DueDraws(states);
  }

  /** Tasks no draw of which was begun, each within its window; drawn with another it is that's. */
  public static List<PlanTask> undrawn(PlanContent content) {
    return content.table().tasks().stream()
        .filter(task -> !content.begun().containsKey(task.key()))
        .filter(task -> content.drawnWith(task.key()).isEmpty())
        .toList();
  }

  /** How many stand so. */
  public long count(State state) {
    return states.values().stream().filter(state::equals).count();
  }
}
