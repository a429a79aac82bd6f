package cn.doublerandom.draw.drawing.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.drawing.DrawCodec;
import cn.doublerandom.draw.drawing.DrawCommand;
import cn.doublerandom.draw.drawing.DrawDecider;
import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.FrozenFrame;
import cn.doublerandom.draw.drawing.Officer;
import cn.doublerandom.draw.drawing.Rates;
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
import cn.doublerandom.draw.plan.Window;
import cn.doublerandom.draw.protocol.FrameEntry;
import cn.doublerandom.draw.protocol.FrozenLists;
import cn.doublerandom.draw.protocol.InspectorEntry;
import cn.doublerandom.draw.reading.Quota;
import cn.doublerandom.draw.reading.Share;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.InMemoryEventStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 综合查一次 against the freeze of one of its tasks, in whatever order the two come. */
class CombineAgainstFreezeTest {
  private static final LocalDate TODAY = LocalDate.of(2023, 3, 15);
  private static final PlanTask ROADS = task("001");
  private static final PlanTask SAFETY = task("002");
  private static final String PLAN = DrawStreams.PLAN + "130534-2023";

  private final InMemoryEventStore store = new InMemoryEventStore();
  private final CommandHandler<PlanCommand, PlanEvent, AnnualPlan> plans =
      new CommandHandler<>(store, new PlanDecider(), PlanCodec.ofEvents());
  private final CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws =
      new CommandHandler<>(store, new DrawDecider(), DrawCodec.ofEvents());
  private Map<String, SeenDraws> seen = Map.of();
  private boolean drawnAlone;
  private boolean combined;
  private boolean frozen;

  private static PlanTask task(String number) {
    return new PlanTask(
        "2023" + number,
        "计划" + number,
        number,
        "任务" + number,
        PlanTask.DrawType.TARGETED,
        "10%",
        10,
        100,
        "事项",
        "范围",
        "法制安全科",
        "执法大队",
        "2023年3月至11月",
        LocalDate.of(2023, 3, 1),
        LocalDate.of(2023, 11, 30),
        new Quota.Percent(new Share(10, 100)),
        null);
  }

  private static CommandContext context() {
    Instant now = Instant.parse("2023-03-15T01:00:00Z");
    return new CommandContext("张科", now, now, "c", "r", Optional.empty(), OptionalLong.empty());
  }

  private Handled<PlanEvent, AnnualPlan> plan(PlanCommand command) {
    return plans.handle(PLAN, command, context()).await().indefinitely();
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
    plan(new PlanCommand.SubmitPlan("张科", TODAY));
    plan(new PlanCommand.ApprovePlan("王局", TODAY, List.of()));
    plan(new PlanCommand.ReportPlan("张科", "邢台市交通运输局", TODAY));
    plan(new PlanCommand.PublishPlan(TODAY));
  }

  private static DrawCommand.FreezeFrame frame() {
    return new DrawCommand.FreezeFrame(
        "130534",
        SAFETY,
        new Window(SAFETY.drawFrom(), SAFETY.drawTo()),
        true,
        true,
        "hebei-2023.1",
        2,
        Rates.ofAll(10, 100),
        new FrozenLists(
            List.of(new FrameEntry("S001", "ALL")),
            List.of(
                new InspectorEntry("I1", List.of(), 0, 20),
                new InspectorEntry("I2", List.of(), 0, 20)),
            List.of()),
        List.of(new FrozenFrame.Item("I-1", "经营行为检查")),
        List.of(List.of(), List.of()),
        0,
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        new Officer("coordinator", "法制安全科"),
        TODAY,
        4711L);
  }

  private void step(char step) {
    switch (step) {
      case 'c' ->
          seen =
              new PlannedDraws(draws, "130534")
                  .seen(List.of(ROADS.key(), SAFETY.key()))
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
                              frame(),
                              context(),
                              BegunDraws.told(plans, PLAN, SAFETY.key()))
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
