package cn.doublerandom.draw.plan;

import cn.doublerandom.draw.plan.DeadlineCommand.NoteDeadlines;
import cn.doublerandom.draw.plan.DeadlineEvent.DeadlineAlarmed;
import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.Decision.Accepted;
import java.util.Map;
import java.util.TreeMap;

/**
 * 1月底前完成制定、上报和公示 (R25): each step raises its alarm once when it comes near, once when it is missed
 * and once when it is made up for. The state is what was raised last, by step.
 */
public final class DeadlineDecider
    implements Decider<DeadlineCommand, DeadlineEvent, Map<String, PlanDeadline.State>> {
  @Override
  public Map<String, PlanDeadline.State> initial() {
    return Map.of();
  }

  @Override
  public Decision<DeadlineEvent> decide(
      DeadlineCommand command, Map<String, PlanDeadline.State> raised) {
    return switch (command) {
      case NoteDeadlines note ->
          new Accepted<>(
              note.steps().stream()
                  .filter(step -> isAlarming(step, note.begun() || !raised.isEmpty()))
                  .filter(step -> raised.get(step.step()) != step.state())
                  .<DeadlineEvent>map(step ->
                      new DeadlineAlarmed(
                          step.step(), step.state(), step.due(), note.today(), step.doneOn()))
                  .toList());
    };
  }

  /**
   * @param watched a year of which this office has a plan, or was warned; who begins to use the
   *     system in May is not blamed for January
   */
  private static boolean isAlarming(PlanDeadline step, boolean watched) {
    return switch (step.state()) {
      case DUE_SOON, DONE_LATE -> true;
      case OVERDUE -> watched;
      case OPEN, DONE -> false;
    };
  }

  @Override
  public Map<String, PlanDeadline.State> evolve(
      Map<String, PlanDeadline.State> raised, DeadlineEvent event) {
    return switch (event) {
      case DeadlineAlarmed(var step, var state, var due, var on, var doneOn) -> {
        Map<String, PlanDeadline.State> more = new TreeMap<>(raised);
        more.put(step, state);
        yield Map.copyOf(more);
      }
    };
  }
}
