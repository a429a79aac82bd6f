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

import cn.doublerandom.contracts.json.CanonicalJson;
import cn.doublerandom.draw.DrawRejection;
import cn.doublerandom.draw.drawing.DrawCommand.ApproveVoid;
import cn.doublerandom.draw.drawing.DrawCommand.CommitDraw;
import cn.doublerandom.draw.drawing.DrawCommand.ExecuteDraw;
import cn.doublerandom.draw.drawing.DrawCommand.FreezeFrame;
import cn.doublerandom.draw.drawing.DrawCommand.RevealContribution;
import cn.doublerandom.draw.plan.PlanTask;
import cn.doublerandom.draw.protocol.Commit;
import cn.doublerandom.draw.protocol.DrawComputation;
import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.draw.protocol.FrameEntry;
import cn.doublerandom.draw.protocol.FrozenLists;
import cn.doublerandom.draw.protocol.Hashes;
import cn.doublerandom.draw.protocol.InspectorEntry;
import cn.doublerandom.draw.protocol.RecusalEntry;
import cn.doublerandom.draw.protocol.Vrf;
import cn.doublerandom.draw.reading.Quota;
import cn.doublerandom.draw.reading.Share;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.verifier.Verify;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
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
          LocalDate.of(2023, 11, 30),
          null);

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
        true,
        "hebei-2023.1",
        2,
        Rates.ofAll(10, 100),
        lists(subjects),
        items == 0 ? List.of() : List.of(new FrozenFrame.Item("I-1", "经营行为检查")),
        List.of(List.of("unit:大队"), List.of()),
        3,
        List.of(),
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
        Optional.empty(),
        executeBy,
        NOW);
  }

  private static RevealContribution reveal(Entropy.Contribution contribution) {
    return new RevealContribution(DRAW, contribution, NOW);
  }

  private static ExecuteDraw execute(String secret, Instant now) {
    return new ExecuteDraw(
        DRAW, new DrawCommand.Given.OperatorSecret(secret), Optional.empty(), now, TODAY);
  }

  private static ApproveVoid approve(String by, String reason) {
    return new ApproveVoid(DRAW, by, reason, NOW);
  }

  private static final ExecuteDraw EXECUTE = execute(SECRET, NOW);

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
        .when(execute("31".repeat(32), NOW))
        .thenRejected(SECRET_NOT_COMMITTED);
  }

  @Test
  void the_operator_reveals_last_and_not_after_the_deadline() {
    var committed = task.given().having(FREEZE).having(COMMIT).having(reveal(A));
    committed.when(EXECUTE).thenRejected(WITNESSES_FIRST);
    committed.having(reveal(B)).when(execute(SECRET, DEADLINE)).thenRejected(DRAW_OVERDUE);
  }

  @Test
  void a_void_takes_two_approvers_and_bars_the_ceremony_it_broke() {
    var committed = task.given().having(FREEZE).having(COMMIT).having(reveal(A));
    committed
        .having(approve("王局", "见证人未到场"))
        .when(approve("王局", "见证人未到场"))
        .thenRejected(VOID_NEEDS_SECOND_PERSON);
    var voided = committed.having(approve("李局", "同意"));
    assertThat(voided.when(FREEZE).state())
        .isInstanceOfSatisfying(
            TaskDraws.Frozen.class, f -> assertThat(f.frame().round()).isEqualTo(2));
    voided
        .having(FREEZE)
        .when(
            new CommitDraw(
                "130534-2023001-001-2", COMMIT.promise(), Optional.empty(), DEADLINE, NOW))
        .thenRejected(CEREMONY_BARRED);
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
          .isEqualTo(new QuotaRates.Answer.None(DrawRejection.QUOTA_UNDECIDED));
    }
  }

  @Test
  void a_subject_without_a_credit_class_stops_a_draw_by_credit_classes() {
    assertThat(QuotaRates.place(TIERS, Optional.of("A"), List.of()))
        .isEqualTo(new QuotaRates.Placed.In("守信"));
    assertThat(QuotaRates.place(TIERS, Optional.of("B"), List.of()))
        .isEqualTo(new QuotaRates.Placed.Outside());
    assertThat(QuotaRates.place(TIERS, Optional.empty(), List.of()))
        .isEqualTo(new QuotaRates.Placed.Unknown(DrawRejection.CREDIT_CLASS_MISSING));
    var byLabel = new Quota.Tiered(List.of(new Quota.Tier("重点排污单位", new Share(1, 4))));
    assertThat(QuotaRates.place(byLabel, Optional.empty(), List.of("重点排污单位")))
        .isEqualTo(new QuotaRates.Placed.In("重点排污单位"));
    assertThat(QuotaRates.place(byLabel, Optional.empty(), List.of("一般")))
        .isEqualTo(new QuotaRates.Placed.Outside());
  }

  // ---- public sources of chance

  private static final Entropy.LotteryPromise LOTTERY =
      new Entropy.LotteryPromise(
          "双色球", "2023029", "2023-03-16T13:15:00Z", PublicLottery.PINNED.getFirst().groups());

  private static CommitDraw commit(Entropy.Promise promise) {
    return new CommitDraw(DRAW, promise, Optional.empty(), DEADLINE, NOW);
  }

  private static ExecuteDraw numbers(List<List<Integer>> numbers) {
    return new ExecuteDraw(
        DRAW,
        new DrawCommand.Given.PublicSource(
            new Entropy.LotteryReveal("双色球", "2023029", numbers), true),
        Optional.empty(),
        Instant.parse("2023-03-16T14:00:00Z"),
        TODAY);
  }

  @Test
  void a_lottery_that_is_pinned_and_still_to_come_makes_a_draw() {
    var committed = task.given().having(FREEZE).having(commit(LOTTERY));
    assertThat(committed.when(numbers(List.of(List.of(3, 9, 12, 17, 26, 30), List.of(8)))).state())
        .isInstanceOf(TaskDraws.Executed.class);
    committed
        .when(numbers(List.of(List.of(3, 9, 12, 17, 26, 34), List.of(8))))
        .thenRejected(DrawRejection.ENTROPY_UNFIT);
    committed.when(EXECUTE).thenRejected(SECRET_NOT_COMMITTED);
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
      task.given().having(FREEZE).when(commit(wrong)).thenRejected(DrawRejection.LOTTERY_UNKNOWN);
    }
    task.given()
        .having(FREEZE)
        .when(
            commit(
                new Entropy.LotteryPromise("双色球", "1", "2023-03-14T13:15:00Z", LOTTERY.groups())))
        .thenRejected(DrawRejection.ENTROPY_TOO_SOON);
    task.given()
        .having(FREEZE)
        .when(
            commit(
                new Entropy.LotteryPromise("双色球", "1", "2023-03-21T13:15:00Z", LOTTERY.groups())))
        .thenRejected(EXECUTE_BY_INVALID);
  }

  @Test
  void a_round_of_drand_needs_its_signature_and_the_future() {
    task.given()
        .having(FREEZE)
        .when(commit(new Entropy.DrandPromise("00".repeat(32), 657413)))
        .thenRejected(DrawRejection.DRAND_UNKNOWN);
    task.given()
        .having(FREEZE)
        .when(commit(new Entropy.DrandPromise(Entropy.QUICKNET, 1)))
        .thenRejected(EXECUTE_BY_INVALID);
  }

  @Test
  void numbers_that_are_public_are_drawn_with_before_a_void() {
    var committed = task.given().having(FREEZE).having(commit(LOTTERY));
    committed
        .when(new ApproveVoid(DRAW, "王局", "不想要", Instant.parse("2023-03-16T13:15:00Z")))
        .thenRejected(DrawRejection.EXECUTE_BEFORE_VOID);
    assertThat(committed.when(approve("王局", "彩票停售")).events()).hasSize(1);
  }

  @Test
  void a_drawn_result_that_is_voided_stays_for_all_to_see() {
    var voided =
        task.given()
            .having(FREEZE)
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

  // ---- sealed draws

  private static final String KEY = "42".repeat(32);
  private static final Commit.Seal SEAL =
      new Commit.Seal(Vrf.publicKey(KEY), "2023-11-30T16:00:00Z");

  private static CommitDraw sealedCommit() {
    return new CommitDraw(DRAW, COMMIT.promise(), Optional.of(SEAL), DEADLINE, NOW);
  }

  private ExecuteDraw sealedExecution(String key) {
    var committed =
        (TaskDraws.Committed)
            task.given()
                .having(FREEZE)
                .having(sealedCommit())
                .having(reveal(A))
                .when(reveal(B))
                .state();
    var given = new DrawCommand.Given.OperatorSecret(SECRET);
    String proof =
        Vrf.prove(key, DrawComputation.alpha(committed.commit(), committed.entropy(given)));
    return new ExecuteDraw(
        DRAW, given, Optional.of(new DrawCommand.Sealing(proof, "5a".repeat(32))), NOW, TODAY);
  }

  @Test
  void a_sealed_draw_shows_a_hash_until_it_is_opened() throws Exception {
    var committed =
        task.given().having(FREEZE).having(sealedCommit()).having(reveal(A)).having(reveal(B));
    committed.when(EXECUTE).thenRejected(DrawRejection.VRF_PROOF_INVALID);
    committed.when(sealedExecution("43".repeat(32))).thenRejected(DrawRejection.VRF_PROOF_INVALID);
    var sealed = (TaskDraws.Sealed) committed.when(sealedExecution(KEY)).state();
    assertThat(sealed.executed(DRAW)).isEmpty();
    var opened =
        committed.having(sealedExecution(KEY)).when(new DrawCommand.OpenDraw(DRAW, TODAY)).state();
    byte[] bundle = CanonicalJson.bytes(DrawBundle.json(opened.executed(DRAW).orElseThrow()));
    assertThat(Verify.check(bundle).code()).isNull();
    assertThat(sealed.sealedHash())
        .isEqualTo(
            Hashes.ofSealed("5a".repeat(32), opened.executed(DRAW).orElseThrow().resultHash()));
  }

  @Test
  void what_is_not_ended_in_time_is_said_in_public() {
    var sealed =
        task.given()
            .having(FREEZE)
            .having(sealedCommit())
            .having(reveal(A))
            .having(reveal(B))
            .having(sealedExecution(KEY));
    assertThat(
            sealed
                .when(new DrawCommand.NoteOverdue(Instant.parse("2023-11-30T16:00:00Z")))
                .events())
        .containsExactly(new DrawEvent.DrawOverdue("2023-11-30T16:00:00Z"));
    assertThat(
            task.given()
                .having(FREEZE)
                .having(COMMIT)
                .when(new DrawCommand.NoteOverdue(DEADLINE))
                .events())
        .containsExactly(new DrawEvent.DrawOverdue("2023-03-20T16:00:00Z"));
    assertThat(
            task.given()
                .having(FREEZE)
                .having(COMMIT)
                .when(new DrawCommand.NoteOverdue(NOW))
                .events())
        .isEmpty();
  }

  // ---- teams alone, and people who drop out

  private static FreezeFrame freezeWith(
      List<InspectorEntry> inspectors, List<RecusalEntry> recusals) {
    return new FreezeFrame(
        "130534",
        TASK,
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
        TODAY);
  }

  private DeciderSpecification<DrawCommand, DrawEvent, TaskDraws>.Given drawn(FreezeFrame freeze) {
    return task.given()
        .having(freeze)
        .having(COMMIT)
        .having(reveal(A))
        .having(reveal(B))
        .having(EXECUTE);
  }

  private static final InspectorEntry BRIGADE = new InspectorEntry("I1", List.of("unit:大队"), 0, 2);
  private static final InspectorEntry OFFICE = new InspectorEntry("I2", List.of("unit:科"), 0, 20);

  @Test
  void the_office_reads_who_is_lacking_and_draws_the_teams_again_once() {
    var infeasible = drawn(freezeWith(List.of(BRIGADE, OFFICE), List.of()));
    var parent = (TaskDraws.Executed) infeasible.when(approve("王局", "看看")).state();
    assertThat(Shortfall.text(parent)).isEqualTo("缺 2 名 大队 执法人员");

    var again =
        new DrawCommand.FreezeTeams(
            DRAW,
            "hebei-2023.1",
            new FrozenLists(
                List.of(),
                List.of(
                    new InspectorEntry("I1", List.of("skill:公路"), 7, 1),
                    new InspectorEntry("I9", List.of("unit:大队"), 3, 20)),
                List.of()),
            List.of(),
            TODAY);
    var frozen = (TaskDraws.Frozen) infeasible.when(again).state();
    // Nobody the parent listed loses a tag, a visit of load or of cap; nobody vanishes.
    assertThat(frozen.frame().lists().inspectors())
        .containsExactly(
            new InspectorEntry("I1", List.of("skill:公路", "unit:大队"), 0, 2),
            OFFICE,
            new InspectorEntry("I9", List.of("unit:大队"), 3, 20));
    String second = "130534-2023001-001-2";
    var done =
        infeasible
            .having(again)
            .having(new CommitDraw(second, COMMIT.promise(), Optional.empty(), DEADLINE, NOW))
            .having(new RevealContribution(second, A, NOW))
            .having(new RevealContribution(second, B, NOW))
            .having(
                new ExecuteDraw(
                    second,
                    new DrawCommand.Given.OperatorSecret(SECRET),
                    Optional.empty(),
                    NOW,
                    TODAY));
    var executed = (TaskDraws.Executed) done.when(new ApproveVoid(second, "王局", "看看", NOW)).state();
    assertThat(executed.result().selected()).isEqualTo(parent.result().selected());
    assertThat(executed.result().teams()).hasSize(4);
    assertThat(Verify.check(CanonicalJson.bytes(DrawBundle.json(executed))).code()).isNull();
    done.when(new DrawCommand.FreezeTeams(second, "x", again.lists(), List.of(), TODAY))
        .thenRejected(DrawRejection.TEAMS_COMPLETE);
  }

  private static final List<InspectorEntry> STAFF =
      IntStream.rangeClosed(1, 6)
          .mapToObj(i -> new InspectorEntry("I" + i, List.of(i <= 3 ? "unit:大队" : "unit:科"), 0, 20))
          .toList();

  @Test
  void a_firm_that_is_gone_is_followed_by_the_next_alternate_with_the_same_team() {
    var executed = drawn(freezeWith(STAFF, List.of()));
    var before = (TaskDraws.Executed) executed.when(approve("王局", "看看")).state();
    String gone = before.result().selected().getFirst();
    String next = before.alternates().getFirst().ids().getFirst();
    var request = new DrawCommand.RequestSubjectReplacement(DRAW, gone, "已注销", "登记机关通知", "张科");
    executed
        .having(request)
        .when(new DrawCommand.ApproveReplacement(DRAW, gone, "张科", TODAY))
        .thenRejected(DrawRejection.REPLACEMENT_NEEDS_SECOND_PERSON);
    var after =
        (TaskDraws.Executed)
            executed.when(new DrawCommand.ApproveReplacement(DRAW, gone, "王局", TODAY)).state();
    assertThat(after.roster().teams()).doesNotContainKey(gone);
    assertThat(after.roster().teams().get(next)).isEqualTo(before.roster().teams().get(gone));
    // The result stays what it was.
    assertThat(after.resultHash()).isEqualTo(before.resultHash());
  }

  @Test
  void an_alternate_is_not_visited_by_somebody_recused_from_it() {
    var plain =
        (TaskDraws.Executed) drawn(freezeWith(STAFF, List.of())).when(approve("王局", "x")).state();
    String next = plain.alternates().getFirst().ids().getFirst();
    List<RecusalEntry> recusals =
        List.of("I1", "I2").stream().map(i -> new RecusalEntry(next, i, "RELATIVE")).toList();
    // The recusals are frozen, so the draw is another; what counts is that they are honoured.
    var executed = drawn(freezeWith(STAFF, recusals));
    var before = (TaskDraws.Executed) executed.when(approve("王局", "x")).state();
    for (String gone : before.result().selected()) {
      if (before.alternates().getFirst().ids().getFirst().equals(next)) {
        var after =
            (TaskDraws.Executed)
                executed
                    .having(new DrawCommand.RequestSubjectReplacement(DRAW, gone, "已注销", "", "张科"))
                    .when(new DrawCommand.ApproveReplacement(DRAW, gone, "王局", TODAY))
                    .state();
        assertThat(after.roster().teams().get(next)).doesNotContain("I1", "I2").hasSize(2);
      }
    }
  }

  @Test
  void an_inspector_who_drops_out_is_followed_by_the_least_loaded_who_fits() {
    var executed = drawn(freezeWith(STAFF, List.of()));
    var before = (TaskDraws.Executed) executed.when(approve("王局", "x")).state();
    var team = before.result().teams().getFirst();
    String out =
        team.inspectors().stream()
            .filter(i -> List.of("I1", "I2", "I3").contains(i))
            .findFirst()
            .orElseThrow();
    var request =
        new DrawCommand.RequestInspectorReplacement(DRAW, team.subject(), out, "当事人申请回避", "张科");
    var after =
        (TaskDraws.Executed)
            executed
                .having(request)
                .when(new DrawCommand.ApproveReplacement(DRAW, team.subject(), "王局", TODAY))
                .state();
    List<String> now = after.roster().teams().get(team.subject());
    assertThat(now).hasSize(2).doesNotContain(out);
    String substitute =
        now.stream().filter(i -> !team.inspectors().contains(i)).findFirst().orElseThrow();
    Map<String, Integer> held = before.roster().held();
    // If the other member is of the office, only the brigade fits the freed seat.
    int least =
        STAFF.stream()
            .map(InspectorEntry::id)
            .filter(i -> !team.inspectors().contains(i))
            .filter(i ->
                now.stream()
                        .filter(m -> !m.equals(substitute))
                        .anyMatch(m -> List.of("I1", "I2", "I3").contains(m))
                    || List.of("I1", "I2", "I3").contains(i))
            .mapToInt(i -> held.getOrDefault(i, 0))
            .min()
            .orElseThrow();
    assertThat(held.getOrDefault(substitute, 0)).isEqualTo(least);
    executed
        .when(new DrawCommand.RequestInspectorReplacement(DRAW, team.subject(), "I99", "x", "张科"))
        .thenRejected(DrawRejection.MEMBER_UNKNOWN);
  }

  @Test
  void a_batch_whose_programme_is_not_public_is_not_drawn_and_a_preview_says_so() {
    var without =
        new FreezeFrame(
            FREEZE.region(),
            FREEZE.task(),
            true,
            false,
            FREEZE.rulePack(),
            2,
            FREEZE.rates(),
            FREEZE.lists(),
            FREEZE.items(),
            FREEZE.slots(),
            3,
            List.of(),
            TODAY);
    task.given().when(without).thenRejected(DrawRejection.PROGRAMME_NOT_PUBLISHED);
    DrawPreview preview = DrawPreview.of(without);
    assertThat(preview.obstacle()).isEqualTo("programme-not-published");
    assertThat(preview.size()).isEqualTo(4);
    assertThat(preview.allocation())
        .containsExactly(new DrawPreview.Expected("ALL", 34, 34, "4/1"));
    assertThat(preview.missing()).isZero();
    assertThat(DrawPreview.of(freezeWith(List.of(BRIGADE, OFFICE), List.of())).shortfall())
        .isEqualTo("缺 2 名 大队 执法人员");
    assertThat(DrawPreview.of(freeze(TODAY, true, 0, 1)).obstacle()).isEqualTo("frame-empty");
  }

  @Test
  void more_inspectors_than_a_draw_can_hold_are_refused_and_not_overflowed() {
    List<InspectorEntry> many =
        IntStream.range(0, DrawComputation.MAX_INSPECTORS + 1)
            .mapToObj(i -> new InspectorEntry("I%05d".formatted(i), List.of("unit:大队"), 0, 1))
            .toList();
    task.given().when(freezeWith(many, List.of())).thenRejected(DrawRejection.INSPECTORS_TOO_MANY);
  }
}
