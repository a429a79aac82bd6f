package cn.doublerandom.draw.drawing;

import static cn.doublerandom.draw.CeremonyRejection.CEREMONY_BARRED;
import static cn.doublerandom.draw.CeremonyRejection.CONTRIBUTION_KNOWN;
import static cn.doublerandom.draw.CeremonyRejection.CONTRIBUTION_NOT_COMMITTED;
import static cn.doublerandom.draw.CeremonyRejection.SECRET_NOT_COMMITTED;
import static cn.doublerandom.draw.CeremonyRejection.WITNESSES_FIRST;
import static cn.doublerandom.draw.CeremonyRejection.WITNESSES_TOO_FEW;
import static cn.doublerandom.draw.FrameRejection.DRAW_OPEN;
import static cn.doublerandom.draw.FrameRejection.FRAME_EMPTY;
import static cn.doublerandom.draw.FrameRejection.NO_ITEM_CLAIMED;
import static cn.doublerandom.draw.FrameRejection.TASK_ALREADY_DRAWN;
import static cn.doublerandom.draw.FrameRejection.TASK_OUTSIDE_WINDOW;
import static cn.doublerandom.draw.PhaseRejection.DRAW_OVERDUE;
import static cn.doublerandom.draw.PhaseRejection.EXECUTE_BY_INVALID;
import static cn.doublerandom.draw.PhaseRejection.VOID_NEEDS_SECOND_PERSON;
import static cn.doublerandom.draw.PlanRejection.PLAN_NOT_PUBLISHED;
import static cn.doublerandom.draw.drawing.Ceremony.A;
import static cn.doublerandom.draw.drawing.Ceremony.B;
import static cn.doublerandom.draw.drawing.Ceremony.BRIGADE;
import static cn.doublerandom.draw.drawing.Ceremony.COMMIT;
import static cn.doublerandom.draw.drawing.Ceremony.COORDINATOR;
import static cn.doublerandom.draw.drawing.Ceremony.DEADLINE;
import static cn.doublerandom.draw.drawing.Ceremony.DRAW;
import static cn.doublerandom.draw.drawing.Ceremony.EXECUTE;
import static cn.doublerandom.draw.drawing.Ceremony.FREEZE;
import static cn.doublerandom.draw.drawing.Ceremony.NOW;
import static cn.doublerandom.draw.drawing.Ceremony.OFFICE;
import static cn.doublerandom.draw.drawing.Ceremony.PREPARED;
import static cn.doublerandom.draw.drawing.Ceremony.SECRET;
import static cn.doublerandom.draw.drawing.Ceremony.TERMS_APPROVER;
import static cn.doublerandom.draw.drawing.Ceremony.TODAY;
import static cn.doublerandom.draw.drawing.Ceremony.WINDOW;
import static cn.doublerandom.draw.drawing.Ceremony.approve;
import static cn.doublerandom.draw.drawing.Ceremony.commit;
import static cn.doublerandom.draw.drawing.Ceremony.deposit;
import static cn.doublerandom.draw.drawing.Ceremony.execute;
import static cn.doublerandom.draw.drawing.Ceremony.freeze;
import static cn.doublerandom.draw.drawing.Ceremony.freezeWith;
import static cn.doublerandom.draw.drawing.Ceremony.named;
import static cn.doublerandom.draw.drawing.Ceremony.prepared;
import static cn.doublerandom.draw.drawing.Ceremony.promise;
import static cn.doublerandom.draw.drawing.Ceremony.reveal;
import static cn.doublerandom.draw.drawing.Ceremony.terms;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.draw.CeremonyRejection;
import cn.doublerandom.draw.FrameRejection;
import cn.doublerandom.draw.PhaseRejection;
import cn.doublerandom.draw.ProgrammeRejection;
import cn.doublerandom.draw.ReplacementRejection;
import cn.doublerandom.draw.drawing.DrawCommand.ApproveVoid;
import cn.doublerandom.draw.drawing.DrawCommand.CommitDraw;
import cn.doublerandom.draw.drawing.DrawCommand.ExecuteDraw;
import cn.doublerandom.draw.drawing.DrawCommand.FreezeFrame;
import cn.doublerandom.draw.plan.PlanTask;
import cn.doublerandom.draw.protocol.Commit;
import cn.doublerandom.draw.protocol.DrawComputation;
import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.draw.protocol.FrameEntry;
import cn.doublerandom.draw.protocol.FrozenLists;
import cn.doublerandom.draw.protocol.InspectorEntry;
import cn.doublerandom.draw.protocol.Progress;
import cn.doublerandom.draw.reading.Quota;
import cn.doublerandom.draw.reading.Share;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawDeciderTest {
  private final DeciderSpecification<DrawCommand, DrawEvent, TaskDraws> task =
      DeciderSpecification.of(new DrawDecider());

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
            .havingAll(PREPARED)
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
    task.given()
        .having(FREEZE)
        .havingAll(PREPARED)
        .having(COMMIT)
        .when(COMMIT)
        .thenRejected(DRAW_OPEN);
    task.given()
        .having(FREEZE)
        .havingAll(PREPARED)
        .having(COMMIT)
        .having(reveal(A))
        .having(reveal(B))
        .having(EXECUTE)
        .when(FREEZE)
        .thenRejected(TASK_ALREADY_DRAWN);
  }

  @Test
  void a_ceremony_needs_two_different_witnesses_and_a_deadline_ahead() {
    var frozen = task.given().having(FREEZE);
    frozen
        .having(named(DRAW, A.by()))
        .having(promise(DRAW, A))
        .when(COMMIT)
        .thenRejected(WITNESSES_TOO_FEW);
    frozen.when(promise(DRAW, A)).thenRejected(CeremonyRejection.PROMISE_KNOWN);
    frozen.when(commit(DRAW, NOW)).thenRejected(EXECUTE_BY_INVALID);
  }

  @Test
  void nobody_reveals_anything_but_what_was_committed_to() {
    var committed = task.given().having(FREEZE).havingAll(PREPARED).having(COMMIT);
    committed
        .when(reveal(new Entropy.Contribution(A.by(), A.nonce(), "7920")))
        .thenRejected(CONTRIBUTION_NOT_COMMITTED);
    committed.having(reveal(A)).when(reveal(A)).thenRejected(CONTRIBUTION_KNOWN);
    committed
        .having(reveal(B))
        .when(execute("31".repeat(32), NOW))
        .thenRejected(SECRET_NOT_COMMITTED);
  }

  /** Else a coordinator keeps a list whose firms he likes, and a firm that came is in no draw. */
  @Test
  void a_list_frozen_more_than_a_week_ago_is_committed_to_no_more() {
    var prepared = task.given().having(FREEZE).havingAll(PREPARED);
    var day = Instant.parse("2023-03-22T15:59:59Z");
    assertThat(prepared.when(Ceremony.commitAt(day)).state())
        .isInstanceOf(TaskDraws.Committed.class);
    prepared
        .when(Ceremony.commitAt(day.plusSeconds(1)))
        .thenRejected(FrameRejection.FRAME_TOO_OLD, Map.of("frozenOn", "2023-03-15"));
  }

  /** Else whoever keeps the secret, and knows what the others revealed, vetoes it by waiting. */
  @Test
  void once_every_witness_has_revealed_the_draw_is_executed_late_too() {
    var committed = task.given().having(FREEZE).havingAll(PREPARED).having(COMMIT);
    var revealed = committed.having(reveal(A)).having(reveal(B));
    assertThat(revealed.when(execute(SECRET, DEADLINE)).state())
        .isInstanceOf(TaskDraws.Executed.class);
    assertThat(revealed.when(execute(SECRET, DEADLINE.plus(Duration.ofDays(1)))).events())
        .isEqualTo(revealed.when(execute(SECRET, NOW)).events());
  }

  @Test
  void the_operator_reveals_last_and_nobody_reveals_after_the_deadline() {
    var committed =
        task.given().having(FREEZE).havingAll(PREPARED).having(COMMIT).having(reveal(A));
    committed.when(EXECUTE).thenRejected(WITNESSES_FIRST);
    committed.when(execute(SECRET, DEADLINE)).thenRejected(DRAW_OVERDUE);
  }

  @Test
  void a_void_takes_two_approvers_and_bars_the_ceremony_it_broke() {
    var committed =
        task.given().having(FREEZE).havingAll(PREPARED).having(COMMIT).having(reveal(A));
    committed
        .having(approve("王局", "见证人未到场"))
        .when(approve("王局", "见证人未到场"))
        .thenRejected(VOID_NEEDS_SECOND_PERSON);
    var voided = committed.having(approve("李局", "同意"));
    assertThat(voided.when(FREEZE).state())
        .isInstanceOfSatisfying(
            TaskDraws.Frozen.class, f -> assertThat(f.frame().round()).isEqualTo(2));
    var second = voided.having(FREEZE);
    // Said before anybody was asked to witness it in vain.
    second.when(named(SECOND, A.by())).thenRejected(CEREMONY_BARRED);
    second.when(deposit(SECOND)).thenRejected(CEREMONY_BARRED);
    second.having(terms(SECOND, TERMS_APPROVER)).when(SECOND_COMMIT).thenRejected(CEREMONY_BARRED);
  }

  // ---- 差异化抽查 and what the plan says

  @Test
  void a_count_is_a_rate_of_the_frame_and_tiers_keep_their_rates() {
    assertThat(QuotaRates.of(new Quota.Count(20), 187, 10))
        .isEqualTo(new QuotaRates.Answer.Of(List.of(new Commit.Stratum("ALL", 20, 187))));
    assertThat(QuotaRates.of(new Quota.Count(500), 187, 10))
        .isEqualTo(new QuotaRates.Answer.Of(List.of(new Commit.Stratum("ALL", 187, 187))));
    assertThat(QuotaRates.of(new Quota.StaffRatio(1, 5), 187, 8))
        .isEqualTo(new QuotaRates.Answer.Of(List.of(new Commit.Stratum("ALL", 40, 187))));
    assertThat(QuotaRates.of(new Quota.Census(), 187, 8))
        .isEqualTo(new QuotaRates.Answer.Of(List.of(new Commit.Stratum("ALL", 1, 1))));
    assertThat(QuotaRates.of(TIERS, 187, 8))
        .isEqualTo(
            new QuotaRates.Answer.Of(
                List.of(new Commit.Stratum("守信", 1, 100), new Commit.Stratum("失信", 50, 100))));
  }

  private static final Quota.Tiered TIERS =
      new Quota.Tiered(
          List.of(
              new Quota.Tier("守信", new Share(1, 100)), new Quota.Tier("失信", new Share(50, 100))));

  @Test
  void where_the_plan_leaves_room_nobody_draws_before_somebody_decided() {
    for (Quota open :
        List.of(
            new Quota.Unspecified(),
            new Quota.PercentMax(new Share(5, 100)),
            new Quota.PercentRange(new Share(10, 100), new Share(20, 100)),
            new Quota.CountRange(60, 70))) {
      assertThat(QuotaRates.of(open, 187, 8))
          .isEqualTo(new QuotaRates.Answer.None(FrameRejection.QUOTA_UNDECIDED));
    }
  }

  @Test
  void a_subject_without_a_credit_class_stops_a_draw_by_credit_classes() {
    assertThat(QuotaRates.place(TIERS, Optional.of("A"), List.of()))
        .isEqualTo(new QuotaRates.Placed.In("守信"));
    assertThat(QuotaRates.place(TIERS, Optional.of("B"), List.of()))
        .isEqualTo(new QuotaRates.Placed.Outside());
    assertThat(QuotaRates.place(TIERS, Optional.empty(), List.of()))
        .isEqualTo(new QuotaRates.Placed.Unknown(FrameRejection.CREDIT_CLASS_MISSING));
    var byLabel = new Quota.Tiered(List.of(new Quota.Tier("重点排污单位", new Share(1, 4))));
    assertThat(QuotaRates.place(byLabel, Optional.empty(), List.of("重点排污单位")))
        .isEqualTo(new QuotaRates.Placed.In("重点排污单位"));
    assertThat(QuotaRates.place(byLabel, Optional.empty(), List.of("一般")))
        .isEqualTo(new QuotaRates.Placed.Outside());
  }

  @Test
  void a_drawn_result_that_is_voided_stays_for_all_to_see() {
    var voided =
        task.given()
            .having(FREEZE)
            .havingAll(PREPARED)
            .having(COMMIT)
            .having(reveal(A))
            .having(reveal(B))
            .having(EXECUTE)
            .having(approve("王局", "名单有误"))
            .when(approve("李局", "同意"))
            .state();
    assertThat(voided).isInstanceOf(TaskDraws.Undrawn.class);
    assertThat(voided.executed(DRAW).orElseThrow().result().selected()).hasSize(4);
    assertThat(voided.past().rounds()).isOne();
    assertThat(voided.past().ceremonyBarred()).isFalse();
  }

  @Test
  void a_batch_whose_programme_is_not_public_is_not_drawn_and_a_preview_says_so() {
    var without =
        new FreezeFrame(
            FREEZE.bureau(),
            FREEZE.task(),
            WINDOW,
            true,
            Optional.empty(),
            FREEZE.rulePack(),
            2,
            FREEZE.rates(),
            FREEZE.lists(),
            FREEZE.items(),
            FREEZE.slots(),
            3,
            List.of(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            COORDINATOR,
            TODAY,
            null);
    task.given().when(without).thenRejected(ProgrammeRejection.PROGRAMME_NOT_PUBLISHED);
    DrawPreview preview = DrawPreview.of(without, Progress.UNSEEN);
    assertThat(preview.obstacle()).isEqualTo("programme-not-published");
    assertThat(preview.size()).isEqualTo(4);
    assertThat(preview.allocation())
        .containsExactly(new DrawPreview.Expected("ALL", 34, 34, "4/1"));
    assertThat(preview.missing()).isZero();
    assertThat(
            DrawPreview.of(freezeWith(List.of(BRIGADE, OFFICE), List.of()), Progress.UNSEEN)
                .shortfall())
        .isEqualTo("缺 2 名 大队 执法人员");
    assertThat(DrawPreview.of(freeze(TODAY, true, 0, 1), Progress.UNSEEN).obstacle())
        .isEqualTo("frame-empty");
  }

  @Test
  void more_inspectors_than_a_draw_can_hold_are_refused_and_not_overflowed() {
    List<InspectorEntry> many =
        IntStream.range(0, DrawComputation.MAX_INSPECTORS + 1)
            .mapToObj(i -> new InspectorEntry("I%05d".formatted(i), List.of("unit:大队"), 0, 1))
            .toList();
    task.given().when(freezeWith(many, List.of())).thenRejected(FrameRejection.INSPECTORS_TOO_MANY);
  }

  /** The task of the ceremony, drawn so often in the year. */
  private static FreezeFrame batch(int timesInYear) {
    PlanTask once = FREEZE.task();
    PlanTask task =
        new PlanTask(
            once.planNumber(),
            once.planName(),
            once.taskNumber(),
            once.taskName(),
            once.drawType(),
            once.rate(),
            once.rateNum(),
            once.rateDen(),
            once.items(),
            once.scope(),
            once.leadUnit(),
            once.jointUnit(),
            once.drawPeriod(),
            once.drawFrom(),
            once.drawTo(),
            once.quota(),
            timesInYear);
    return new FreezeFrame(
        FREEZE.bureau(),
        task,
        WINDOW,
        true,
        FREEZE.programme(),
        FREEZE.rulePack(),
        2,
        FREEZE.rates(),
        FREEZE.lists(),
        FREEZE.items(),
        FREEZE.slots(),
        3,
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        COORDINATOR,
        TODAY,
        null);
  }

  /** What no record of a topic can hold would stop the numbering of everything after it. */
  @Test
  void a_draw_nobody_could_be_told_is_refused_before_anything_is_frozen() {
    task.given().when(ofAll(100_000)).thenRejected(FrameRejection.DRAW_TOO_LARGE);
    assertThat(DrawPreview.of(ofAll(100_000), Progress.UNSEEN).obstacle())
        .isEqualTo("draw-too-large");
    assertThat(task.given().when(ofAll(10_000)).events()).hasSize(1);
  }

  private static FreezeFrame ofAll(int subjects) {
    List<FrameEntry> frame =
        IntStream.range(0, subjects)
            .mapToObj(i -> new FrameEntry("9113053400%08d".formatted(i), Rates.ALL))
            .toList();
    return new FreezeFrame(
        FREEZE.bureau(),
        FREEZE.task(),
        WINDOW,
        true,
        FREEZE.programme(),
        FREEZE.rulePack(),
        2,
        new Rates(List.of(new Commit.Stratum(Rates.ALL, 1, 1)), Optional.empty()),
        new FrozenLists(frame, FREEZE.lists().inspectors(), List.of()),
        FREEZE.items(),
        FREEZE.slots(),
        3,
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        COORDINATOR,
        TODAY,
        null);
  }

  @Test
  void a_task_of_two_times_a_year_is_drawn_twice_and_not_a_third_time() {
    var first = firstOfTwo();
    var second = first.when(batch(2)).state();
    assertThat(second.current().orElseThrow().drawId()).isEqualTo("130534-2023001-001-2");
    // The first batch stands and can be verified for ever.
    assertThat(second.executed(DRAW).orElseThrow().result().selected()).hasSize(4);
    assertThat(second.past().batches()).isOne();
    first.when(batch(1)).thenRejected(TASK_ALREADY_DRAWN);

    var voided =
        first
            .having(batch(2))
            .having(voidOf("130534-2023001-001-2", "王局"))
            .having(voidOf("130534-2023001-001-2", "李局"));
    var third = voided.when(batch(2)).state();
    assertThat(third.current().orElseThrow().drawId()).isEqualTo("130534-2023001-001-3");
    assertThat(third.past().batches()).isOne();
  }

  @Test
  void a_draw_of_the_first_batch_can_be_voided_and_its_people_replaced_while_the_second_is_drawn() {
    var second = firstOfTwo().having(batch(2));
    var before = second.when(voidOf(DRAW, "王局")).state();
    String gone = before.executed(DRAW).orElseThrow().result().selected().getFirst();
    second
        .having(
            new DrawCommand.RequestSubjectReplacement(
                DRAW, gone, "已注销", "登记机关通知", "张科", TODAY, Ceremony.REGISTER, null))
        .when(new DrawCommand.ApproveReplacement(DRAW, gone, "张科", TODAY, Ceremony.REGISTER, null))
        .thenRejected(ReplacementRejection.REPLACEMENT_NEEDS_SECOND_PERSON);
    var replaced =
        second.having(
            new DrawCommand.ApproveReplacement(DRAW, gone, "王局", TODAY, Ceremony.REGISTER, null));
    var roster = replaced.when(voidOf(DRAW, "王局")).state().executed(DRAW).orElseThrow().roster();
    assertThat(roster.teams()).doesNotContainKey(gone).hasSize(4);

    var voided = replaced.having(voidOf(DRAW, "王局")).having(voidOf(DRAW, "李局"));
    voided.when(voidOf(DRAW, "王局")).thenRejected(PhaseRejection.DRAW_OVER);
    // The batch under way goes on as if nothing had happened, and the void draw hides nothing.
    var after = voided.havingAll(prepared(SECOND, A, B)).when(SECOND_COMMIT).state();
    assertThat(after).isInstanceOf(TaskDraws.Committed.class);
    assertThat(after.executed(DRAW)).isPresent();
    assertThat(after.stands(DRAW)).isFalse();
    assertThat(after.past().batches()).isOne();
  }

  private static final String SECOND = "130534-2023001-001-2";
  private static final CommitDraw SECOND_COMMIT = commit(SECOND, DEADLINE);

  private DeciderSpecification<DrawCommand, DrawEvent, TaskDraws>.Given firstOfTwo() {
    return task.given()
        .having(batch(2))
        .havingAll(PREPARED)
        .having(COMMIT)
        .having(reveal(A))
        .having(reveal(B))
        .having(EXECUTE);
  }

  private static ApproveVoid voidOf(String drawId, String by) {
    return new ApproveVoid(drawId, by, "名单有误", NOW);
  }

  @Test
  void after_the_last_batch_of_the_plan_nothing_more_is_drawn() {
    var both =
        firstOfTwo()
            .having(batch(2))
            .havingAll(prepared(SECOND, A, B))
            .having(SECOND_COMMIT)
            .having(reveal(SECOND, A))
            .having(reveal(SECOND, B))
            .having(
                new ExecuteDraw(
                    "130534-2023001-001-2",
                    EXECUTE.given(),
                    Optional.empty(),
                    "coordinator",
                    EXECUTE.recordedAt(),
                    NOW,
                    TODAY));
    both.when(batch(2)).thenRejected(TASK_ALREADY_DRAWN);
    assertThat(both.when(batch(3)).events()).hasSize(1);
  }
}
