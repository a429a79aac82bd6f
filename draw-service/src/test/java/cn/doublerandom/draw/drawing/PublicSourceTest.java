package cn.doublerandom.draw.drawing;

import static cn.doublerandom.draw.CeremonyRejection.SECRET_NOT_COMMITTED;
import static cn.doublerandom.draw.PhaseRejection.EXECUTE_BY_INVALID;
import static cn.doublerandom.draw.drawing.Ceremony.DEADLINE;
import static cn.doublerandom.draw.drawing.Ceremony.DRAW;
import static cn.doublerandom.draw.drawing.Ceremony.EXECUTE;
import static cn.doublerandom.draw.drawing.Ceremony.FREEZE;
import static cn.doublerandom.draw.drawing.Ceremony.NOW;
import static cn.doublerandom.draw.drawing.Ceremony.REVEALED;
import static cn.doublerandom.draw.drawing.Ceremony.TODAY;
import static cn.doublerandom.draw.drawing.Ceremony.approve;
import static cn.doublerandom.draw.drawing.Ceremony.commit;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.draw.EntropyRejection;
import cn.doublerandom.draw.PhaseRejection;
import cn.doublerandom.draw.drawing.DrawCommand.ApproveVoid;
import cn.doublerandom.draw.drawing.DrawCommand.CommitDraw;
import cn.doublerandom.draw.drawing.DrawCommand.ExecuteDraw;
import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PublicSourceTest {
  private final DeciderSpecification<DrawCommand, DrawEvent, TaskDraws> task =
      DeciderSpecification.of(new DrawDecider());

  /** 双色球: 6 of 33 and 1 of 16, three evenings a week. */
  private static final PublicLottery DOUBLE_COLOUR =
      new PublicLottery(
          "双色球",
          List.of(new Entropy.Group(6, 1, 33), new Entropy.Group(1, 1, 16)),
          Set.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY, DayOfWeek.SUNDAY),
          LocalTime.of(21, 15));

  private static final Entropy.LotteryPromise LOTTERY =
      new Entropy.LotteryPromise("双色球", "2023029", "2023-03-16T13:15:00Z", DOUBLE_COLOUR.groups());

  private static CommitDraw commit(Entropy.Promise promise) {
    return new CommitDraw(
        DRAW,
        Optional.of(promise),
        Ceremony.rules(List.of(DOUBLE_COLOUR)),
        Optional.empty(),
        DEADLINE,
        "coordinator",
        NOW);
  }

  private static ExecuteDraw numbers(List<List<Integer>> numbers) {
    return new ExecuteDraw(
        DRAW,
        new DrawCommand.Given.PublicSource(
            new Entropy.LotteryReveal("双色球", "2023029", numbers), true),
        Optional.empty(),
        "coordinator",
        REVEALED,
        Instant.parse("2023-03-16T14:00:00Z"),
        TODAY);
  }

  @Test
  void a_lottery_that_is_pinned_and_still_to_come_makes_a_draw() {
    var committed =
        task.given()
            .having(FREEZE)
            .having(Ceremony.terms(Ceremony.DRAW, Ceremony.TERMS_APPROVER))
            .having(commit(LOTTERY));
    assertThat(committed.when(numbers(List.of(List.of(3, 9, 12, 17, 26, 30), List.of(8)))).state())
        .isInstanceOf(TaskDraws.Executed.class);
    committed
        .when(numbers(List.of(List.of(3, 9, 12, 17, 26, 34), List.of(8))))
        .thenRejected(EntropyRejection.ENTROPY_UNFIT);
    committed.when(EXECUTE).thenRejected(SECRET_NOT_COMMITTED);
  }

  @Test
  void a_lottery_no_rule_pack_pins_is_refused() {
    task.given()
        .having(FREEZE)
        .having(Ceremony.terms(Ceremony.DRAW, Ceremony.TERMS_APPROVER))
        .when(
            new CommitDraw(
                DRAW,
                Optional.of(LOTTERY),
                Ceremony.RULES,
                Optional.empty(),
                DEADLINE,
                "coordinator",
                NOW))
        .thenRejected(EntropyRejection.LOTTERY_UNKNOWN);
  }

  @Test
  void another_lottery_time_or_group_is_refused() {
    for (var wrong :
        List.of(
            new Entropy.LotteryPromise("快三", "1", LOTTERY.drawnAt(), LOTTERY.groups()),
            new Entropy.LotteryPromise("双色球", "1", "2023-03-17T13:15:00Z", LOTTERY.groups()),
            new Entropy.LotteryPromise("双色球", "1", "2023-03-16T13:16:00Z", LOTTERY.groups()),
            new Entropy.LotteryPromise(
                "双色球", "1", LOTTERY.drawnAt(), List.of(new Entropy.Group(1, 1, 2))))) {
      task.given()
          .having(FREEZE)
          .having(Ceremony.terms(Ceremony.DRAW, Ceremony.TERMS_APPROVER))
          .when(commit(wrong))
          .thenRejected(EntropyRejection.LOTTERY_UNKNOWN);
    }
    task.given()
        .having(FREEZE)
        .having(Ceremony.terms(Ceremony.DRAW, Ceremony.TERMS_APPROVER))
        .when(
            commit(
                new Entropy.LotteryPromise("双色球", "1", "2023-03-14T13:15:00Z", LOTTERY.groups())))
        .thenRejected(EntropyRejection.ENTROPY_TOO_SOON);
    task.given()
        .having(FREEZE)
        .having(Ceremony.terms(Ceremony.DRAW, Ceremony.TERMS_APPROVER))
        .when(
            commit(
                new Entropy.LotteryPromise("双色球", "1", "2023-03-21T13:15:00Z", LOTTERY.groups())))
        .thenRejected(EXECUTE_BY_INVALID);
  }

  @Test
  void a_round_of_drand_needs_its_signature_and_the_future() {
    task.given()
        .having(FREEZE)
        .having(Ceremony.terms(Ceremony.DRAW, Ceremony.TERMS_APPROVER))
        .when(commit(new Entropy.DrandPromise("00".repeat(32), 657413)))
        .thenRejected(EntropyRejection.DRAND_UNKNOWN);
    task.given()
        .having(FREEZE)
        .having(Ceremony.terms(Ceremony.DRAW, Ceremony.TERMS_APPROVER))
        .when(commit(new Entropy.DrandPromise(Entropy.QUICKNET, 1)))
        .thenRejected(EXECUTE_BY_INVALID);
  }

  @Test
  void numbers_that_are_public_are_drawn_with_before_a_void() {
    var committed =
        task.given()
            .having(FREEZE)
            .having(Ceremony.terms(Ceremony.DRAW, Ceremony.TERMS_APPROVER))
            .having(commit(LOTTERY));
    committed
        .when(new ApproveVoid(DRAW, "王局", "不想要", Instant.parse("2023-03-16T13:15:00Z")))
        .thenRejected(PhaseRejection.EXECUTE_BEFORE_VOID);
    assertThat(committed.when(approve("王局", "彩票停售")).events()).hasSize(1);
  }

  @Test
  void a_late_draw_by_public_numbers_is_made_all_the_same_and_hidden_by_no_void() {
    var committed =
        task.given()
            .having(FREEZE)
            .having(Ceremony.terms(Ceremony.DRAW, Ceremony.TERMS_APPROVER))
            .having(commit(LOTTERY));
    Instant late = Instant.parse("2023-03-22T00:00:00Z");
    committed
        .when(new ApproveVoid(DRAW, "王局", "不想要", late))
        .thenRejected(PhaseRejection.EXECUTE_BEFORE_VOID);
    ExecuteDraw inTime = numbers(List.of(List.of(1, 2, 3, 4, 5, 6), List.of(7)));
    ExecuteDraw afterwards =
        new ExecuteDraw(
            DRAW, inTime.given(), Optional.empty(), "coordinator", REVEALED, late, inTime.today());
    assertThat(committed.when(afterwards).state().executed(DRAW).orElseThrow().result())
        .isEqualTo(committed.when(inTime).state().executed(DRAW).orElseThrow().result());
    // Numbers that never came do not bind the task for ever.
    Instant never = Instant.parse("2023-03-28T00:00:00Z");
    assertThat(committed.when(new ApproveVoid(DRAW, "王局", "彩票停售", never)).events()).hasSize(1);
  }
}
