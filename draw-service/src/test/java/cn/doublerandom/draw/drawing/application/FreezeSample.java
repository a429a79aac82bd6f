package cn.doublerandom.draw.drawing.application;

import cn.doublerandom.draw.drawing.DrawCommand;
import cn.doublerandom.draw.drawing.FrozenFrame;
import cn.doublerandom.draw.drawing.Officer;
import cn.doublerandom.draw.drawing.Rates;
import cn.doublerandom.draw.plan.PlanTask;
import cn.doublerandom.draw.plan.Window;
import cn.doublerandom.draw.protocol.FrameEntry;
import cn.doublerandom.draw.protocol.FrozenLists;
import cn.doublerandom.draw.protocol.InspectorEntry;
import cn.doublerandom.draw.reading.Quota;
import cn.doublerandom.draw.reading.Share;
import cn.doublerandom.eventstore.CommandContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A task of 2023 and a frame of one firm and two inspectors for it. */
final class FreezeSample {
  static final LocalDate TODAY = LocalDate.of(2023, 3, 15);

  private FreezeSample() {}

  static PlanTask task(String number) {
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

  static CommandContext context() {
    Instant now = Instant.parse("2023-03-15T01:00:00Z");
    return new CommandContext("张科", now, now, "c", "r", Optional.empty(), OptionalLong.empty());
  }

  static DrawCommand.FreezeFrame frame(PlanTask task) {
    return new DrawCommand.FreezeFrame(
        "130534",
        task,
        new Window(task.drawFrom(), task.drawTo()),
        true,
        Optional.of(new FrozenFrame.Programme("", "第一期实施方案", task.drawFrom(), task.drawTo())),
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
        List.of(),
        Optional.empty(),
        new Officer("coordinator", "法制安全科"),
        TODAY,
        4711L);
  }
}
