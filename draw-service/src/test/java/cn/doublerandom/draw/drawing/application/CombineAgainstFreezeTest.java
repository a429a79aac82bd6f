package cn.doublerandom.draw.drawing.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.drawing.DrawCodec;
import cn.doublerandom.draw.drawing.DrawCommand;
import cn.doublerandom.draw.drawing.DrawDecider;
import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.plan.AnnualPlan;
import cn.doublerandom.draw.plan.PlanCodec;
import cn.doublerandom.draw.plan.PlanCommand;
import cn.doublerandom.draw.plan.PlanDecider;
import cn.doublerandom.draw.plan.PlanEvent;
import cn.doublerandom.draw.plan.PlanTable;
import cn.doublerandom.draw.plan.PlanTask;
import cn.doublerandom.draw.plan.SeenDraws;
import cn.doublerandom.draw.plan.TaskScope;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.InMemoryEventStore;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 综合查一次 against the freeze of one of its tasks, in whatever order the two come. */
class CombineAgainstFreezeTest {
  private static final PlanTask ROADS = FreezeSample.task("001");
  private static final PlanTask SAFETY = FreezeSample.task("002");
  private static final String PLAN = DrawStreams.PLAN.of("130534-2023");

  private final InMemoryEventStore store = new InMemoryEventStore();
  private final CommandHandler<PlanCommand, PlanEvent, AnnualPlan> plans =
      new CommandHandler<>(store, new PlanDecider(), PlanCodec.ofEvents());
  private final CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws =
      new CommandHandler<>(store, new DrawDecider(), DrawCodec.ofEvents());
  private Map<String, SeenDraws> seen = Map.of();
  private boolean drawnAlone;
  private boolean combined;
  private boolean frozen;

  private Handled<PlanEvent, AnnualPlan> plan(PlanCommand command) {
    return plans.handle(PLAN, command, FreezeSample.context()).await().indefinitely();
  }

  private void publish() {
    plan(
        new PlanCommand.ImportPlan(
            new PlanTable("局", "计划", "", List.of(ROADS, SAFETY), List.of(), null, null),
            "coordinator"));
    for (PlanTask task : List.of(ROADS, SAFETY)) {
      plan(
          new PlanCommand.DefineTaskScope(
              task.key(),
              new TaskScope("ENTERPRISE", List.of("道路运输"), List.of("道路运输")),
              "coordinator"));
    }
    plan(new PlanCommand.SubmitPlan("张科", FreezeSample.TODAY));
    plan(new PlanCommand.ApprovePlan("王局", FreezeSample.TODAY, List.of()));
    plan(new PlanCommand.ReportPlan("张科", "邢台市交通运输局", FreezeSample.TODAY));
    plan(new PlanCommand.PublishPlan(FreezeSample.TODAY));
    // Somebody asks for it; the steps below are about the second person, who decides.
    plan(
        new PlanCommand.CombineTasks(
            ROADS.key(), List.of(SAFETY.key()), "检查同一批企业", "李科", Map.of()));
  }

  private void step(char step) {
    switch (step) {
      case 'c' ->
          seen =
              PlannedDraws.seen(draws, BureauKey.SEED, List.of(ROADS.key(), SAFETY.key()))
                  .await()
                  .indefinitely();
      case 'C' ->
          combined =
              plan(
                      new PlanCommand.CombineTasks(
                          ROADS.key(), List.of(SAFETY.key()), "检查同一批企业", "张科", seen))
                  instanceof Handled.Done;
      case 'f' -> {
        AnnualPlan plan = plans.load(PLAN).await().indefinitely().state();
        drawnAlone = plan.says().orElseThrow().drawnWith(SAFETY.key()).isEmpty();
      }
      case 'F' ->
          frozen =
              drawnAlone
                  && draws
                          .handle(
                              DrawStreams.task("130534", SAFETY.key()),
                              FreezeSample.frame(SAFETY),
                              FreezeSample.context(),
                              List.of(BegunDraws.told(plans, PLAN, SAFETY.key())))
                          .await()
                          .indefinitely()
                      instanceof Handled.Done;
      default -> throw new IllegalArgumentException(String.valueOf(step));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fFcC", "fcFC", "fcCF", "cfFC", "cfCF", "cCfF"})
  void whoever_comes_first_wins_and_the_other_is_refused(String order) {
    publish();
    order.chars().forEach(step -> step((char) step));

    assertThat(List.of(combined, frozen)).as(order).containsExactlyInAnyOrder(true, false);
    assertThat(frozen).isEqualTo(order.indexOf('F') < order.indexOf('C'));
    TaskDraws task =
        draws.load(DrawStreams.task("130534", SAFETY.key())).await().indefinitely().state();
    assertThat(task.current().isPresent()).isEqualTo(frozen);
  }
}
