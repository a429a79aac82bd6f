package cn.doublerandom.draw.drawing.application;

import cn.doublerandom.draw.drawing.CombinedDraw;
import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.FrozenFrame;
import cn.doublerandom.draw.exclusion.ExclusionCommand;
import cn.doublerandom.draw.exclusion.ExclusionEvent;
import cn.doublerandom.draw.exclusion.ExclusionList;
import cn.doublerandom.draw.plan.AnnualPlan;
import cn.doublerandom.draw.plan.PlanCommand;
import cn.doublerandom.draw.plan.PlanEvent;
import cn.doublerandom.eventstore.Beside;
import cn.doublerandom.eventstore.CommandHandler;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells a plan which of its tasks are drawn, and the exclusions by hand of the round that they are
 * closed, in the statement that begins the draw.
 */
final class BegunDraws {
  private BegunDraws() {}

  static Beside<DrawEvent> told(
      CommandHandler<PlanCommand, PlanEvent, AnnualPlan> plans, String plan, String task) {
    return Beside.of(
        plans, plan, events -> events.stream().flatMap(e -> begun(task, e)).findFirst());
  }

  /**
   * Closes the exclusions of a round.
   *
   * @param stream theirs
   * @param approved those the frame was assembled with
   */
  static Beside<DrawEvent> closed(
      CommandHandler<ExclusionCommand, ExclusionEvent, ExclusionList> exclusions,
      String stream,
      List<ExclusionList.Entry> approved) {
    return Beside.of(
        exclusions,
        stream,
        events ->
            events.stream()
                .filter(DrawEvent.FrameFrozen.class::isInstance)
                .map(DrawEvent.FrameFrozen.class::cast)
                .map(begun ->
                    (ExclusionCommand)
                        new ExclusionCommand.CloseExclusions(begun.frame().drawId(), approved))
                .findFirst());
  }

  private static Stream<PlanCommand> begun(String task, DrawEvent event) {
    return event instanceof DrawEvent.FrameFrozen(var frame)
        ? Stream.of(
            new PlanCommand.BeginDraw(task, others(task, frame), frame.drawId(), frame.round()))
        : Stream.of();
  }

  private static Set<String> others(String task, FrozenFrame frame) {
    CombinedDraw combined = frame.combined();
    return combined == null
        ? Set.of()
        : combined.parts().stream()
            .map(CombinedDraw.Part::task)
            .filter(other -> !other.equals(task))
            .collect(Collectors.toSet());
  }
}
