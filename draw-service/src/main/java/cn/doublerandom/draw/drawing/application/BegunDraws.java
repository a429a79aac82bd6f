package cn.doublerandom.draw.drawing.application;

import cn.doublerandom.draw.drawing.CombinedDraw;
import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.FrozenFrame;
import cn.doublerandom.draw.plan.AnnualPlan;
import cn.doublerandom.draw.plan.PlanCommand;
import cn.doublerandom.draw.plan.PlanEvent;
import cn.doublerandom.eventstore.Beside;
import cn.doublerandom.eventstore.CommandHandler;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells a plan which of its tasks are drawn, in the statement that begins the draw. */
final class BegunDraws {
  private BegunDraws() {}

  static Beside<DrawEvent> told(
      CommandHandler<PlanCommand, PlanEvent, AnnualPlan> plans, String plan, String task) {
    return Beside.of(
        plans, plan, events -> events.stream().flatMap(e -> begun(task, e)).findFirst());
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
