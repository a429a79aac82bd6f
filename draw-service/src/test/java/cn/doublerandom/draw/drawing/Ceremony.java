package cn.doublerandom.draw.drawing;

import cn.doublerandom.draw.drawing.DrawCommand.ApproveVoid;
import cn.doublerandom.draw.drawing.DrawCommand.CommitDraw;
import cn.doublerandom.draw.drawing.DrawCommand.ExecuteDraw;
import cn.doublerandom.draw.drawing.DrawCommand.FreezeFrame;
import cn.doublerandom.draw.drawing.DrawCommand.RevealContribution;
import cn.doublerandom.draw.plan.PlanTask;
import cn.doublerandom.draw.plan.Window;
import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.draw.protocol.FrameEntry;
import cn.doublerandom.draw.protocol.FrozenLists;
import cn.doublerandom.draw.protocol.Hashes;
import cn.doublerandom.draw.protocol.InspectorEntry;
import cn.doublerandom.draw.protocol.RecusalEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One task, its frozen lists and a ceremony of two witnesses, as the tests of draws begin. */
final class Ceremony {
  private Ceremony() {}

  static final LocalDate TODAY = LocalDate.of(2023, 3, 15);
  static final Instant NOW = Instant.parse("2023-03-15T02:00:00Z");
  static final Instant DEADLINE = Instant.parse("2023-03-20T16:00:00Z");
  static final String DRAW = "130534-2023001-001-1";
  static final String SECRET = "30".repeat(32);
  static final Entropy.Contribution A = new Entropy.Contribution("纪检监察室", "ab".repeat(16), "7919");
  static final Entropy.Contribution B = new Entropy.Contribution("企业代表", "cd".repeat(16), "");
  static final PlanTask TASK =
      new PlanTask(
          "2023001",
          "随机抽查001",
          "001",
          "道路运输行业随机抽查",
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
          null,
          null);

  static final Window WINDOW = new Window(LocalDate.of(2023, 3, 1), LocalDate.of(2023, 11, 30));

  static FrozenLists lists(int subjects) {
    List<FrameEntry> frame = new ArrayList<>();
    for (int i = 0; i < subjects; i++) {
      frame.add(new FrameEntry("S%03d".formatted(i), "ALL"));
    }
    return new FrozenLists(
        frame,
        List.of(
            new InspectorEntry("I1", List.of("unit:大队"), 0, 20),
            new InspectorEntry("I2", List.of("unit:科"), 0, 20),
            new InspectorEntry("I3", List.of("unit:科"), 1, 20)),
        List.of());
  }

  static FreezeFrame freeze(LocalDate today, boolean published, int subjects, int items) {
    return new FreezeFrame(
        "130534",
        TASK,
        WINDOW,
        published,
        true,
        "hebei-2023.1",
        2,
        Rates.ofAll(10, 100),
        lists(subjects),
        items == 0 ? List.of() : List.of(new FrozenFrame.Item("I-1", "经营行为检查")),
        List.of(List.of("unit:大队"), List.of()),
        3,
        List.of(),
        Optional.empty(),
        today);
  }

  static final FreezeFrame FREEZE = freeze(TODAY, true, 34, 1);
  static final CommitDraw COMMIT = commit(DEADLINE, A, B);

  static CommitDraw commit(Instant executeBy, Entropy.Contribution... promised) {
    return new CommitDraw(
        DRAW,
        new Entropy.CeremonyPromise(
            Hashes.ofSecret(SECRET),
            List.of(promised).stream()
                .map(c -> new Entropy.Witness(c.by(), c.commitment()))
                .toList()),
        List.of(),
        Optional.empty(),
        executeBy,
        NOW);
  }

  static RevealContribution reveal(Entropy.Contribution contribution) {
    return new RevealContribution(DRAW, contribution, NOW);
  }

  static ExecuteDraw execute(String secret, Instant now) {
    return new ExecuteDraw(
        DRAW, new DrawCommand.Given.OperatorSecret(secret), Optional.empty(), now, TODAY);
  }

  static ApproveVoid approve(String by, String reason) {
    return new ApproveVoid(DRAW, by, reason, NOW);
  }

  static final ExecuteDraw EXECUTE = execute(SECRET, NOW);

  static FreezeFrame freezeWith(List<InspectorEntry> inspectors, List<RecusalEntry> recusals) {
    return new FreezeFrame(
        "130534",
        TASK,
        WINDOW,
        true,
        true,
        "hebei-2023.1",
        2,
        Rates.ofAll(10, 100),
        new FrozenLists(lists(34).frame(), inspectors, recusals),
        List.of(new FrozenFrame.Item("I-1", "经营行为检查")),
        List.of(List.of("unit:大队"), List.of()),
        3,
        List.of(),
        Optional.empty(),
        TODAY);
  }

  static final InspectorEntry BRIGADE = new InspectorEntry("I1", List.of("unit:大队"), 0, 2);
  static final InspectorEntry OFFICE = new InspectorEntry("I2", List.of("unit:科"), 0, 20);
}
