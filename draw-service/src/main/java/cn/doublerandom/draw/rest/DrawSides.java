package cn.doublerandom.draw.rest;

import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.deposit.SupervisorKeyCommand;
import cn.doublerandom.draw.deposit.SupervisorKeyEvent;
import cn.doublerandom.draw.deposit.SupervisorKeyEvent.SupervisorKeyRegistered;
import cn.doublerandom.draw.drawing.Sides;
import cn.doublerandom.draw.plan.AnnualPlan;
import cn.doublerandom.draw.plan.PlanCommand;
import cn.doublerandom.draw.plan.PlanContent;
import cn.doublerandom.draw.plan.PlanEvent;
import cn.doublerandom.draw.register.KnownEntry.KnownInspector;
import cn.doublerandom.draw.register.Register;
import cn.doublerandom.eventstore.CommandHandler;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which accounts are known to stand on a side of a draw, beside what its own stream tells. */
@ApplicationScoped
class DrawSides {
  private final CommandHandler<PlanCommand, PlanEvent, AnnualPlan> plans;
  private final CommandHandler<
          SupervisorKeyCommand, SupervisorKeyEvent, List<SupervisorKeyRegistered>>
      keys;
  private final Register register;

  @Inject
  DrawSides(
      CommandHandler<PlanCommand, PlanEvent, AnnualPlan> plans,
      CommandHandler<SupervisorKeyCommand, SupervisorKeyEvent, List<SupervisorKeyRegistered>> keys,
      Register register) {
    this.plans = plans;
    this.keys = keys;
    this.register = register;
  }

  Uni<Sides> of(String drawId) {
    return Uni.combine()
        .all()
        .unis(
            plans.load(DrawStreams.planOfDraw(drawId)).map(loaded -> approvers(loaded.state())),
            keys.load(DrawStreams.SUPERVISOR_KEYS).map(CommandHandler.Loaded::state),
            Uni.createFrom().completionStage(register::inspectors))
        // One after the other: a session of the read side takes one question at a time.
        .usingConcurrencyOf(1)
        .with((approvers, supervisors, inspectors) -> {
          Set<String> others = new HashSet<>(approvers);
          supervisors.forEach(key -> others.add(key.by()));
          return new Sides(
              inspectors.stream().map(KnownInspector::id).collect(Collectors.toSet()), others);
        });
  }

  private static Set<String> approvers(AnnualPlan plan) {
    return plan.says().map(PlanContent::approvedBy).orElse(Set.of());
  }
}
