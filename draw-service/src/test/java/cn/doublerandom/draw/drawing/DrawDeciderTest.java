package cn.doublerandom.draw.drawing;

import static cn.doublerandom.draw.DrawRejection.CEREMONY_BARRED;
import static cn.doublerandom.draw.DrawRejection.CONTRIBUTION_KNOWN;
import static cn.doublerandom.draw.DrawRejection.CONTRIBUTION_NOT_COMMITTED;
import static cn.doublerandom.draw.DrawRejection.DRAW_OPEN;
import static cn.doublerandom.draw.DrawRejection.DRAW_OVERDUE;
import static cn.doublerandom.draw.DrawRejection.EXECUTE_BY_INVALID;
import static cn.doublerandom.draw.DrawRejection.FRAME_EMPTY;
import static cn.doublerandom.draw.DrawRejection.NO_ITEM_CLAIMED;
import static cn.doublerandom.draw.DrawRejection.PLAN_NOT_PUBLISHED;
import static cn.doublerandom.draw.DrawRejection.SECRET_NOT_COMMITTED;
import static cn.doublerandom.draw.DrawRejection.TASK_ALREADY_DRAWN;
import static cn.doublerandom.draw.DrawRejection.TASK_OUTSIDE_WINDOW;
import static cn.doublerandom.draw.DrawRejection.VOID_NEEDS_SECOND_PERSON;
import static cn.doublerandom.draw.DrawRejection.WITNESSES_FIRST;
import static cn.doublerandom.draw.DrawRejection.WITNESSES_TOO_FEW;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.draw.drawing.DrawCommand.ApproveVoid;
import cn.doublerandom.draw.drawing.DrawCommand.CommitDraw;
import cn.doublerandom.draw.drawing.DrawCommand.ExecuteDraw;
import cn.doublerandom.draw.drawing.DrawCommand.FreezeFrame;
import cn.doublerandom.draw.drawing.DrawCommand.RevealContribution;
import cn.doublerandom.draw.plan.PlanTask;
import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.draw.protocol.FrameEntry;
import cn.doublerandom.draw.protocol.FrozenLists;
import cn.doublerandom.draw.protocol.Hashes;
import cn.doublerandom.draw.protocol.InspectorEntry;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrawDeciderTest {
  private static final LocalDate TODAY = LocalDate.of(2023, 3, 15);
  private static final Instant NOW = Instant.parse("2023-03-15T02:00:00Z");
  private static final Instant DEADLINE = Instant.parse("2023-03-20T16:00:00Z");
  private static final String DRAW = "130534-2023001-001-1";
  private static final String SECRET = "30".repeat(32);
  private static final Entropy.Contribution A =
      new Entropy.Contribution("纪检监察室", "ab".repeat(16), "7919");
  private static final Entropy.Contribution B =
      new Entropy.Contribution("企业代表", "cd".repeat(16), "");
  private static final PlanTask TASK =
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
          LocalDate.of(2023, 11, 30));

  private final DeciderSpecification<DrawCommand, DrawEvent, TaskDraws> task =
      DeciderSpecification.of(new DrawDecider());

  private static FrozenLists lists(int subjects) {
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

  private static FreezeFrame freeze(LocalDate today, boolean published, int subjects, int items) {
    return new FreezeFrame(
        "130534",
        TASK,
        published,
        "hebei-2023.1",
        2,
        lists(subjects),
        items == 0 ? List.of() : List.of(new FrozenFrame.Item("I-1", "经营行为检查")),
        List.of(List.of("unit:大队"), List.of()),
        3,
        today);
  }

  private static final FreezeFrame FREEZE = freeze(TODAY, true, 34, 1);
  private static final CommitDraw COMMIT = commit(DEADLINE, A, B);

  private static CommitDraw commit(Instant executeBy, Entropy.Contribution... promised) {
    return new CommitDraw(
        DRAW,
        new Entropy.CeremonyPromise(
            Hashes.ofSecret(SECRET),
            List.of(promised).stream()
                .map(c -> new Entropy.Witness(c.by(), c.commitment()))
                .toList()),
        executeBy,
        NOW);
  }

  private static RevealContribution reveal(Entropy.Contribution contribution) {
    return new RevealContribution(DRAW, contribution, NOW);
  }

  private static final ExecuteDraw EXECUTE = new ExecuteDraw(DRAW, SECRET, NOW, TODAY);

  @Test
  void a_task_is_not_drawn_before_its_plan_is_published_or_outside_its_window() {
    task.given().when(freeze(TODAY, false, 34, 1)).thenRejected(PLAN_NOT_PUBLISHED);
    task.given()
        .when(freeze(LocalDate.of(2023, 2, 28), true, 34, 1))
        .thenRejected(TASK_OUTSIDE_WINDOW);
    task.given()
        .when(freeze(LocalDate.of(2023, 12, 1), true, 34, 1))
        .thenRejected(TASK_OUTSIDE_WINDOW);
    assertThat(task.given().when(freeze(LocalDate.of(2023, 11, 30), true, 34, 1)).events())
        .hasSize(1);
  }

  @Test
  void without_a_claimed_item_or_a_subject_there_is_nothing_to_draw() {
    task.given().when(freeze(TODAY, true, 34, 0)).thenRejected(NO_ITEM_CLAIMED);
    task.given().when(freeze(TODAY, true, 0, 1)).thenRejected(FRAME_EMPTY);
  }

  @Test
  void ten_percent_of_thirty_four_firms_are_four() {
    var state =
        task.given()
            .having(FREEZE)
            .having(COMMIT)
            .having(reveal(B))
            .having(reveal(A))
            .when(EXECUTE)
            .state();
    var executed = (TaskDraws.Executed) state;
    assertThat(executed.result().selected()).hasSize(4);
    assertThat(executed.result().teams()).allMatch(t -> t.inspectors().contains("I1"));
    // The order of the reveals is no choice: the witnesses' order counts.
    assertThat(((Entropy.CeremonyReveal) executed.result().entropy()).contributions())
        .containsExactly(A, B);
  }

  @Test
  void a_task_is_never_drawn_twice_nor_twice_at_once() {
    task.given().having(FREEZE).when(FREEZE).thenRejected(DRAW_OPEN);
    task.given().having(FREEZE).having(COMMIT).when(COMMIT).thenRejected(DRAW_OPEN);
    task.given()
        .having(FREEZE)
        .having(COMMIT)
        .having(reveal(A))
        .having(reveal(B))
        .having(EXECUTE)
        .when(FREEZE)
        .thenRejected(TASK_ALREADY_DRAWN);
  }

  @Test
  void a_ceremony_needs_two_different_witnesses_and_a_deadline_ahead() {
    task.given().having(FREEZE).when(commit(DEADLINE, A)).thenRejected(WITNESSES_TOO_FEW);
    task.given().having(FREEZE).when(commit(DEADLINE, A, A)).thenRejected(WITNESSES_TOO_FEW);
    task.given().having(FREEZE).when(commit(NOW, A, B)).thenRejected(EXECUTE_BY_INVALID);
  }

  @Test
  void nobody_reveals_anything_but_what_was_committed_to() {
    var committed = task.given().having(FREEZE).having(COMMIT);
    committed
        .when(reveal(new Entropy.Contribution(A.by(), A.nonce(), "7920")))
        .thenRejected(CONTRIBUTION_NOT_COMMITTED);
    committed.having(reveal(A)).when(reveal(A)).thenRejected(CONTRIBUTION_KNOWN);
    committed
        .having(reveal(B))
        .when(new ExecuteDraw(DRAW, "31".repeat(32), NOW, TODAY))
        .thenRejected(SECRET_NOT_COMMITTED);
  }

  @Test
  void the_operator_reveals_last_and_not_after_the_deadline() {
    var committed = task.given().having(FREEZE).having(COMMIT).having(reveal(A));
    committed.when(EXECUTE).thenRejected(WITNESSES_FIRST);
    committed
        .having(reveal(B))
        .when(new ExecuteDraw(DRAW, SECRET, DEADLINE, TODAY))
        .thenRejected(DRAW_OVERDUE);
  }

  @Test
  void a_void_takes_two_approvers_and_bars_the_ceremony_it_broke() {
    var committed = task.given().having(FREEZE).having(COMMIT).having(reveal(A));
    committed
        .having(new ApproveVoid(DRAW, "王局", "见证人未到场"))
        .when(new ApproveVoid(DRAW, "王局", "见证人未到场"))
        .thenRejected(VOID_NEEDS_SECOND_PERSON);
    var voided = committed.having(new ApproveVoid(DRAW, "李局", "同意"));
    assertThat(voided.when(FREEZE).state())
        .isInstanceOfSatisfying(
            TaskDraws.Frozen.class, f -> assertThat(f.frame().round()).isEqualTo(2));
    voided
        .having(FREEZE)
        .when(new CommitDraw("130534-2023001-001-2", COMMIT.ceremony(), DEADLINE, NOW))
        .thenRejected(CEREMONY_BARRED);
  }
}
