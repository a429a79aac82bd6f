package cn.doublerandom.draw.drawing;

import static cn.doublerandom.draw.drawing.Ceremony.A;
import static cn.doublerandom.draw.drawing.Ceremony.B;
import static cn.doublerandom.draw.drawing.Ceremony.COMMIT;
import static cn.doublerandom.draw.drawing.Ceremony.DRAW;
import static cn.doublerandom.draw.drawing.Ceremony.EXECUTE;
import static cn.doublerandom.draw.drawing.Ceremony.FREEZE;
import static cn.doublerandom.draw.drawing.Ceremony.TODAY;
import static cn.doublerandom.draw.drawing.Ceremony.reveal;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.contracts.json.CanonicalJson;
import cn.doublerandom.draw.drawing.CombinedDraw.Cell;
import cn.doublerandom.draw.drawing.CombinedDraw.Part;
import cn.doublerandom.draw.protocol.Commit;
import cn.doublerandom.draw.protocol.FrameEntry;
import cn.doublerandom.draw.protocol.FrozenLists;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.verifier.Verify;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CombinedDrawTest {
  private static final String ROADS = "2023001-001";
  private static final String SAFETY = "2023003-002";
  private static final String ALONE = ROADS + "=2";
  private static final String BOTH = ROADS + "=3+" + SAFETY + "=1";
  private static final CombinedDraw COMBINED =
      new CombinedDraw(
          List.of(new Part(ROADS, List.of("I-1")), new Part(SAFETY, List.of("I-2"))),
          List.of(new Cell(ALONE, Map.of(ROADS, 2)), new Cell(BOTH, Map.of(ROADS, 3, SAFETY, 1))));

  private final DeciderSpecification<DrawCommand, DrawEvent, TaskDraws> task =
      DeciderSpecification.of(new DrawDecider());

  /** 20 firms of road transport alone, 30 where work safety is inspected as well. */
  private static DrawCommand.FreezeFrame freeze() {
    List<FrameEntry> frame = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      frame.add(new FrameEntry("S%03d".formatted(i), i < 20 ? ALONE : BOTH));
    }
    return new DrawCommand.FreezeFrame(
        FREEZE.bureau(),
        FREEZE.task(),
        FREEZE.window(),
        true,
        FREEZE.programme(),
        FREEZE.rulePack(),
        2,
        new Rates(
            List.of(new Commit.Stratum(ALONE, 1, 10), new Commit.Stratum(BOTH, 1, 10)),
            Optional.empty()),
        new FrozenLists(frame, FREEZE.lists().inspectors(), List.of()),
        List.of(new FrozenFrame.Item("I-1", "经营行为"), new FrozenFrame.Item("I-2", "安全生产")),
        FREEZE.slots(),
        3,
        List.of(),
        Optional.of(COMBINED),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Ceremony.COORDINATOR,
        TODAY,
        null);
  }

  private DeciderSpecification<DrawCommand, DrawEvent, TaskDraws>.Given drawn() {
    return task.given()
        .having(freeze())
        .havingAll(Ceremony.PREPARED)
        .having(COMMIT)
        .having(reveal(A))
        .having(reveal(B))
        .having(EXECUTE);
  }

  private static TaskDraws.Executed state(TaskDraws draws) {
    return draws.executed(DRAW).orElseThrow();
  }

  @Test
  void one_draw_says_for_each_firm_what_is_inspected_and_any_verifier_accepts_it() {
    var draw = state(drawn().when(new DrawCommand.NoteOverdue(Ceremony.NOW)).state());
    Map<String, List<String>> items = CombinedDraw.items(draw);
    assertThat(items.keySet()).containsExactlyElementsOf(draw.result().selected());
    assertThat(items.values().stream().filter(i -> i.equals(List.of("I-1"))).count()).isEqualTo(4);
    assertThat(items.values().stream().filter(i -> i.equals(List.of("I-1", "I-2"))).count())
        .isEqualTo(1);
    assertThat(Verify.check(CanonicalJson.bytes(DrawBundle.json(draw))).code()).isNull();
  }

  @Test
  void an_alternate_is_visited_for_what_was_drawn_in_its_place() {
    var before = state(drawn().when(new DrawCommand.NoteOverdue(Ceremony.NOW)).state());
    Map<String, List<String>> items = CombinedDraw.items(before);
    String gone =
        items.entrySet().stream()
            .filter(i -> i.getValue().size() == 2)
            .findFirst()
            .orElseThrow()
            .getKey();
    var after =
        state(
            drawn()
                .having(
                    new DrawCommand.RequestSubjectReplacement(
                        DRAW, gone, "已注销", "登记机关通知", "张科", TODAY, Ceremony.REGISTER, null))
                .when(
                    new DrawCommand.ApproveReplacement(
                        DRAW, gone, "王局", TODAY, Ceremony.REGISTER, null))
                .state());
    String next = before.alternates().getLast().ids().getFirst();
    assertThat(after.roster().teams()).containsKey(next);
    assertThat(after.roster().drawnAs(next)).isEqualTo(gone);
    assertThat(after.roster().drawnAs("S000")).isEqualTo("S000");
    // And once more: who comes third stands where the first was drawn.
    var third =
        state(
            drawn()
                .having(
                    new DrawCommand.RequestSubjectReplacement(
                        DRAW, gone, "已注销", "登记机关通知", "张科", TODAY, Ceremony.REGISTER, null))
                .having(
                    new DrawCommand.ApproveReplacement(
                        DRAW, gone, "王局", TODAY, Ceremony.REGISTER, null))
                .having(new DrawCommand.SettleReplacement(DRAW, gone, TODAY))
                .having(
                    new DrawCommand.RequestSubjectReplacement(
                        DRAW, next, "已迁出", "登记机关通知", "张科", TODAY, Ceremony.REGISTER, null))
                .when(
                    new DrawCommand.ApproveReplacement(
                        DRAW, next, "王局", TODAY, Ceremony.REGISTER, null))
                .state());
    assertThat(third.roster().drawnAs(before.alternates().getLast().ids().get(1))).isEqualTo(gone);
  }

  @Test
  void whoever_is_drawn_beyond_the_shares_is_inspected_for_the_largest() {
    Cell cell = new Cell(BOTH, Map.of(ROADS, 3, SAFETY, 1));
    assertThat(cell.tasksAt(0)).containsExactlyInAnyOrder(ROADS, SAFETY);
    assertThat(cell.tasksAt(2)).containsExactly(ROADS);
    assertThat(cell.tasksAt(3)).containsExactly(ROADS);
  }

  @Test
  void an_explanation_speaks_of_the_class_in_words() {
    var draw = state(drawn().when(new DrawCommand.NoteOverdue(Ceremony.NOW)).state());
    assertThat(Explanation.ofSubject(draw, "S049").text())
        .contains("任务 2023001-001 抽 3 个，任务 2023003-002 抽 1 个")
        .doesNotContain("=");
  }
}
