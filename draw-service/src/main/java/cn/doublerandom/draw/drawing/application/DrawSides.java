package cn.doublerandom.draw.drawing.application;

import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.deposit.SupervisorKeyCommand;
import cn.doublerandom.draw.deposit.SupervisorKeyEvent;
import cn.doublerandom.draw.deposit.SupervisorKeyEvent.SupervisorKeyRegistered;
import cn.doublerandom.draw.drawing.DrawCommand;
import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.Sides;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.exclusion.ExclusionCommand;
import cn.doublerandom.draw.exclusion.ExclusionEvent;
import cn.doublerandom.draw.exclusion.ExclusionList;
import cn.doublerandom.draw.plan.AnnualPlan;
import cn.doublerandom.draw.plan.PlanCommand;
import cn.doublerandom.draw.plan.PlanContent;
import cn.doublerandom.draw.plan.PlanEvent;
import cn.doublerandom.draw.programme.Programme;
import cn.doublerandom.draw.programme.ProgrammeCommand;
import cn.doublerandom.draw.programme.ProgrammeEvent;
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
public class DrawSides {
  private final CommandHandler<PlanCommand, PlanEvent, AnnualPlan> plans;
  private final CommandHandler<
          SupervisorKeyCommand, SupervisorKeyEvent, List<SupervisorKeyRegistered>>
      keys;
  private final CommandHandler<ProgrammeCommand, ProgrammeEvent, Programme> programmes;
  private final CommandHandler<ExclusionCommand, ExclusionEvent, ExclusionList> exclusions;
  private final CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws;
  private final Register register;

  @Inject
  DrawSides(
      CommandHandler<PlanCommand, PlanEvent, AnnualPlan> plans,
      CommandHandler<SupervisorKeyCommand, SupervisorKeyEvent, List<SupervisorKeyRegistered>> keys,
      CommandHandler<ProgrammeCommand, ProgrammeEvent, Programme> programmes,
      CommandHandler<ExclusionCommand, ExclusionEvent, ExclusionList> exclusions,
      CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws,
      Register register) {
    this.plans = plans;
    this.keys = keys;
    this.programmes = programmes;
    this.exclusions = exclusions;
    this.draws = draws;
    this.register = register;
  }

  public Uni<Sides> of(String drawId) {
    return Uni.combine()
        .all()
        .unis(
            plans.load(DrawStreams.planOfDraw(drawId)).map(loaded -> approvers(loaded.state())),
            keys.load(DrawStreams.SUPERVISOR_KEYS).map(CommandHandler.Loaded::state),
            programme(drawId).map(Programme::hands),
            exclusions.load(DrawStreams.EXCLUSIONS.of(drawId)).map(loaded -> hands(loaded.state())),
            Uni.createFrom().completionStage(register::inspectors))
        // One after the other: a session of the read side takes one question at a time.
        .usingConcurrencyOf(1)
        .with((approvers, supervisors, programme, excluded, inspectors) -> {
          Set<String> others = new HashSet<>(approvers);
          supervisors.forEach(key -> others.add(key.by()));
          others.addAll(programme);
          others.addAll(excluded);
          return new Sides(
              inspectors.stream().map(KnownInspector::id).collect(Collectors.toSet()), others);
        });
  }

  /** The programme of the batch a draw is of. */
  private Uni<Programme> programme(String drawId) {
    String task = DrawStreams.taskOfDraw(drawId);
    String named = DrawStreams.TASK.id(task);
    int bureau = named.indexOf('-');
    return bureau < 0
        ? Uni.createFrom().item(new Programme.Absent())
        : draws
            .load(task)
            .map(loaded -> loaded.state().past().batches() + 1)
            .flatMap(batch ->
                programmes.load(
                    DrawStreams.programme(
                        named.substring(0, bureau), named.substring(bureau + 1), batch)))
            .map(CommandHandler.Loaded::state);
  }

  private static Set<String> hands(ExclusionList list) {
    Set<String> hands = new HashSet<>();
    list.all()
        .values()
        .forEach(entry -> {
          hands.addAll(entry.touchedBy());
          entry.approvedBy().ifPresent(hands::add);
        });
    list.ended()
        .forEach(ended -> {
          hands.addAll(ended.entry().touchedBy());
          hands.add(ended.by());
        });
    return hands;
  }

  private static Set<String> approvers(AnnualPlan plan) {
    return plan.says().map(PlanContent::approvedBy).orElse(Set.of());
  }
}
