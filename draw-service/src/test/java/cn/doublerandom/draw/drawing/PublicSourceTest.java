package cn.doublerandom.draw.drawing;

import static cn.doublerandom.draw.CeremonyRejection.SECRET_NOT_COMMITTED;
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

import cn.doublerandom.draw.AgreementRejection;
import cn.doublerandom.draw.CeremonyRejection;
import cn.doublerandom.draw.EntropyRejection;
import cn.doublerandom.draw.PhaseRejection;
import cn.doublerandom.draw.drawing.DrawCommand.ApproveVoid;
import cn.doublerandom.draw.drawing.DrawCommand.CommitDraw;
import cn.doublerandom.draw.drawing.DrawCommand.ExecuteDraw;
import cn.doublerandom.draw.drawing.DrawCommand.ObserveNumbers;
import cn.doublerandom.draw.drawing.application.DrawState;
import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.eventstore.decider.Decision;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicSourceTest {
  private final DeciderSpecification<DrawCommand, DrawEvent, TaskDraws> task =
      DeciderSpecification.of(new DrawDecider());

  /** 双色球: 6 of 33 and 1 of 16, three evenings a week. */
  private static final PublicLottery DOUBLE_COLOUR =
      new PublicLottery(
          "双色球",
          List.of(new Entropy.Group(6, 1, 33), new Entropy.Group(1, 1, 16)),
          Set.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY, DayOfWeek.SUNDAY),
          LocalTime.of(21, 15),
          new PublicLottery.Issues(
              4, 160, Optional.of(List.of(new PublicLottery.Rest(MonthDay.of(1, 15), 12)))));

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

  private static final LocalDate DAY = LocalDate.of(2023, 3, 16);
  private static final Instant EVENING = Instant.parse("2023-03-16T14:00:00Z");
  private static final List<List<Integer>> DRAWN =
      List.of(List.of(3, 9, 12, 17, 26, 30), List.of(8));
  private static final List<List<Integer>> GROUND = List.of(List.of(1, 2, 3, 4, 5, 6), List.of(7));

  private static ExecuteDraw numbers(List<List<Integer>> numbers) {
    return numbers("coordinator", numbers);
  }

  private static ExecuteDraw numbers(String by, List<List<Integer>> numbers) {
    return new ExecuteDraw(
        DRAW,
        new Given.Bulletin(reveal(numbers), DAY),
        Optional.empty(),
        by,
        REVEALED,
        EVENING,
        TODAY);
  }

  private static Entropy.LotteryReveal reveal(List<List<Integer>> numbers) {
    return new Entropy.LotteryReveal("双色球", "2023029", numbers);
  }

  private static ObserveNumbers enter(String by, List<List<Integer>> numbers) {
    return new ObserveNumbers(DRAW, reveal(numbers), DAY, by, EVENING);
  }

  /** A frozen draw whose terms another person has agreed to. */
  private DeciderSpecification<DrawCommand, DrawEvent, TaskDraws>.Given agreed() {
    return task.given().having(FREEZE).having(Ceremony.terms(DRAW, Ceremony.TERMS_APPROVER));
  }

  @Test
  void numbers_one_person_types_draw_nobody() {
    var committed = agreed().having(commit(LOTTERY));
    committed.when(numbers(GROUND)).thenRejected(EntropyRejection.LOTTERY_NUMBERS_UNCONFIRMED);
    committed
        .having(enter("coordinator", GROUND))
        .when(numbers(" COORDINATOR ", GROUND))
        .thenRejected(EntropyRejection.LOTTERY_NUMBERS_UNCONFIRMED);
  }

  @Test
  void who_froze_and_who_committed_are_not_the_two_who_enter_the_numbers() {
    var committed = agreed().having(Ceremony.commit(commit(LOTTERY), "second"));
    committed
        .having(enter("coordinator", DRAWN))
        .when(numbers("second", DRAWN))
        .thenRejected(EntropyRejection.LOTTERY_NUMBERS_UNCONFIRMED);
    assertThat(
            committed
                .having(enter("coordinator", DRAWN))
                .having(enter("supervisor", DRAWN))
                .when(numbers("second", DRAWN))
                .state())
        .isInstanceOf(TaskDraws.Executed.class);
  }

  private static String chance(TaskDraws draws) {
    return switch (DrawState.of(draws)) {
      case DrawState.Committed committed -> committed.promised().chance();
      case DrawState.Drawn drawn -> drawn.promised().chance();
      case DrawState.Begun other -> throw new AssertionError(other);
    };
  }

  @Test
  void other_numbers_draw_nobody_and_stay_on_record() {
    var entered = agreed().having(commit(LOTTERY)).having(enter("supervisor", DRAWN));
    var tried = entered.when(numbers(GROUND));
    tried.then(new DrawEvent.EntropyObserved(reveal(GROUND), "coordinator"));
    assertThat(chance(tried.state()))
        .as("nobody copies what another entered")
        .contains("已有2人录入")
        .doesNotContain("03 09", "01 02");
    assertThat(Observing.differs("coordinator", tried.state())).isTrue();
    assertThat(Observing.differs("supervisor", tried.state())).isTrue();
    var corrected = entered.having(numbers(GROUND)).when(numbers(DRAWN));
    assertThat(corrected.state()).isInstanceOf(TaskDraws.Executed.class);
    assertThat(chance(corrected.state()))
        .contains("第1人 03 09 12 17 26 30＋08", "第2人 01 02 03 04 05 06＋07");
  }

  @Test
  void numbers_are_entered_after_their_time_once_and_not_without_end() {
    var committed = agreed().having(commit(LOTTERY));
    committed
        .when(new ObserveNumbers(DRAW, reveal(DRAWN), DAY, "supervisor", NOW))
        .thenRejected(EntropyRejection.ENTROPY_NOT_YET);
    committed
        .when(enter("supervisor", List.of(List.of(3, 9, 12, 17, 26, 34), List.of(8))))
        .thenRejected(EntropyRejection.LOTTERY_NUMBERS_IMPOSSIBLE);
    committed.having(enter("supervisor", DRAWN)).when(enter("supervisor", DRAWN)).then();
    var many = committed;
    for (int i = 1; i < Observing.MOST_ENTRIES; i++) {
      many = many.having(enter("supervisor", List.of(List.of(1, 2, 3, 4, 5, 6), List.of(i))));
    }
    many.when(enter("supervisor", DRAWN)).thenRejected(EntropyRejection.LOTTERY_ENTRIES_EXHAUSTED);
  }

  @Test
  void what_everybody_reads_says_that_people_typed_the_numbers() {
    var committed = agreed().having(commit(LOTTERY));
    assertThat(chance(committed.when(enter("supervisor", DRAWN)).state()))
        .contains("两人分别录入", "开奖公告")
        .doesNotContain("左右不了", "supervisor");
  }

  @Test
  void a_draw_of_old_by_one_person_stays_drawn_and_says_so() {
    DrawDecider decider = new DrawDecider();
    var executed =
        agreed().having(commit(LOTTERY)).having(enter("supervisor", DRAWN)).when(numbers(DRAWN));
    TaskDraws old = agreed().when(commit(LOTTERY)).state();
    old = decider.evolve(old, new DrawEvent.EntropyObserved(reveal(DRAWN), null));
    old = decider.evolve(old, executed.events().getLast());
    assertThat(old).isInstanceOf(TaskDraws.Executed.class);
    assertThat(chance(old)).contains("一人录入").doesNotContain("左右不了");
    assertThat(Chance.inEnglish((TaskDraws.Executed) old))
        .contains("typed by one person")
        .doesNotContain("steer");
  }

  @Test
  void who_reads_english_reads_on_whose_honesty_the_chance_rests() {
    var ceremony = (TaskDraws.Committed) DrawHistory.state(DrawHistory.committed());
    assertThat(Chance.inEnglish(ceremony.commit().entropy()))
        .contains("2 witnesses (" + Ceremony.A.by() + ", " + Ceremony.B.by() + ")", "honesty");
    assertThat(Chance.inEnglish(LOTTERY))
        .contains("“双色球”, issue 2023029, drawn on 2023-03-16", "two have typed the same")
        .doesNotContain("steer", "person 1");
    assertThat(Chance.inEnglish(new Entropy.DrandPromise("52db9b", 4711)))
        .contains("round 4711", "most nodes");
  }

  @Test
  void who_reads_english_reads_which_numbers_people_typed() {
    var executed =
        (TaskDraws.Executed)
            agreed()
                .having(commit(LOTTERY))
                .having(enter("supervisor", DRAWN))
                .having(numbers(GROUND))
                .when(numbers(DRAWN))
                .state();
    assertThat(Chance.inEnglish(executed))
        .endsWith(
            " What was typed: person 1 03 09 12 17 26 30 + 08; person 2 01 02 03 04 05 06 + 07;"
                + " person 2 03 09 12 17 26 30 + 08.")
        .doesNotContain("supervisor");
  }

  @Test
  void a_void_has_its_reason_in_words() {
    agreed().when(approve("王局", "。。")).thenRejected(AgreementRejection.REASON_MISSING);
  }

  @Test
  void an_invented_issue_is_refused() {
    for (String issue :
        List.of("绝无此期", "1", "2023000", "2023161", "2022029", "20230290", "２０２３０２９")) {
      agreed()
          .when(
              commit(new Entropy.LotteryPromise("双色球", issue, LOTTERY.drawnAt(), LOTTERY.groups())))
          .thenRejected(EntropyRejection.LOTTERY_ISSUE_MALFORMED);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2023001", "2023020", "2023026", "2023034", "2023100"})
  void an_issue_of_another_evening_whose_numbers_may_be_known_is_refused(String issue) {
    agreed()
        .when(commit(new Entropy.LotteryPromise("双色球", issue, LOTTERY.drawnAt(), LOTTERY.groups())))
        .thenRejected(EntropyRejection.LOTTERY_ISSUE_MALFORMED);
  }

  @ParameterizedTest
  @CsvSource({
    "2023-01-01,2023001",
    "2023-01-12,2023006",
    "2023-03-16,2023032",
    "2023-03-16,2023027"
  })
  void an_issue_that_can_be_drawn_on_the_evening_is_taken(LocalDate day, String issue) {
    var promise =
        new Entropy.LotteryPromise("双色球", issue, day + "T13:15:00Z", DOUBLE_COLOUR.groups());
    assertThat(DOUBLE_COLOUR.pins(promise)).isTrue();
    assertThat(DOUBLE_COLOUR.numbers(promise)).isTrue();
  }

  @Test
  void whoever_reads_another_day_in_the_bulletin_draws_nothing() {
    var committed = agreed().having(commit(LOTTERY));
    committed
        .when(new ObserveNumbers(DRAW, reveal(DRAWN), DAY.minusDays(2), "supervisor", EVENING))
        .thenRejected(EntropyRejection.LOTTERY_DAY_DIFFERS);
    committed
        .having(enter("supervisor", DRAWN))
        .when(
            new ExecuteDraw(
                DRAW,
                new Given.Bulletin(reveal(DRAWN), DAY.minusDays(2)),
                Optional.empty(),
                "coordinator",
                REVEALED,
                EVENING,
                TODAY))
        .thenRejected(EntropyRejection.LOTTERY_DAY_DIFFERS);
  }

  @Test
  void named_witnesses_are_not_dropped_for_a_public_source() {
    var named = agreed().having(Ceremony.named(DRAW, Ceremony.A.by()));
    named.when(commit(LOTTERY)).thenRejected(CeremonyRejection.WITNESSES_NAMED);
    named
        .when(commit(new Entropy.DrandPromise(Entropy.QUICKNET, 1)))
        .thenRejected(CeremonyRejection.WITNESSES_NAMED);
    assertThat(
            named
                .having(new DrawCommand.ReleaseWitness(DRAW, Ceremony.A.by(), "", "coordinator"))
                .when(commit(LOTTERY))
                .state())
        .isInstanceOf(TaskDraws.Committed.class);
    named
        .having(Ceremony.named(DRAW, Ceremony.A.by()))
        .having(Ceremony.promise(DRAW, Ceremony.A))
        .when(commit(LOTTERY))
        .thenRejected(CeremonyRejection.WITNESSES_NAMED);
  }

  @Test
  void a_lottery_that_is_pinned_and_still_to_come_makes_a_draw() {
    var committed = agreed().having(commit(LOTTERY)).having(enter("supervisor", DRAWN));
    assertThat(committed.when(numbers(DRAWN)).state()).isInstanceOf(TaskDraws.Executed.class);
    committed
        .when(numbers(List.of(List.of(3, 9, 12, 17, 26, 34), List.of(8))))
        .thenRejected(EntropyRejection.LOTTERY_NUMBERS_IMPOSSIBLE);
    committed.when(numbers(List.of(DRAWN.getFirst()))).thenRejected(EntropyRejection.ENTROPY_UNFIT);
    committed.when(EXECUTE).thenRejected(SECRET_NOT_COMMITTED);
  }

  @Test
  void a_lottery_no_rule_pack_pins_is_refused() {
    agreed()
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

  @ParameterizedTest
  @ValueSource(strings = {"2023-03-17T13:15:00Z", "2023-03-16T13:16:00Z"})
  void who_names_another_time_reads_when_the_lottery_is_drawn(String time) {
    var wrong = new Entropy.LotteryPromise("双色球", "2023029", time, LOTTERY.groups());
    var refused = agreed().when(commit(wrong));
    refused.thenRejected(EntropyRejection.LOTTERY_NOT_DRAWN_THEN);
    assertThat(DOUBLE_COLOUR.calendar())
        .containsEntry("zh", "“双色球”每周二、四、日 21:15 开奖（北京时间）。")
        .containsEntry(
            "en", "“双色球” is drawn on Tuesday, Thursday, Sunday at 21:15, time of Beijing.");
  }

  @ParameterizedTest
  @CsvSource({
    "3 9 12 17 26 40, 8, 第 1 组应为 6 个不同的号码，每个在 1 至 33 之间。",
    "3 9 12 17 26 26, 8, 第 1 组应为 6 个不同的号码，每个在 1 至 33 之间。",
    "3 9 12 17 26, 8, 第 1 组应为 6 个不同的号码，每个在 1 至 33 之间。",
    "3 9 12 17 26 30, 17, 第 2 组应为 1 个不同的号码，每个在 1 至 16 之间。"
  })
  void numbers_no_issue_can_have_are_told_by_the_rule_of_their_group(
      String first, String second, String told) {
    List<List<Integer>> typed =
        List.of(
            Arrays.stream(first.split(" ")).map(Integer::valueOf).toList(),
            List.of(Integer.valueOf(second)));
    var draws = agreed().having(commit(LOTTERY)).when(enter("supervisor", DRAWN)).state();
    var decided =
        Observing.misread(new Given.Bulletin(reveal(typed), DAY), (TaskDraws.Committed) draws);
    assertThat(decided).get().isInstanceOf(Decision.Rejected.class);
    var rejected = (Decision.Rejected<DrawEvent>) decided.orElseThrow();
    assertThat(rejected.rejection()).isEqualTo(EntropyRejection.LOTTERY_NUMBERS_IMPOSSIBLE);
    assertThat(rejected.details().get("more"))
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsEntry("zh", told);
  }

  @Test
  void another_lottery_or_group_is_refused() {
    for (var wrong :
        List.of(
            new Entropy.LotteryPromise("快三", "1", LOTTERY.drawnAt(), LOTTERY.groups()),
            new Entropy.LotteryPromise(
                "双色球", "1", LOTTERY.drawnAt(), List.of(new Entropy.Group(1, 1, 2))))) {
      agreed().when(commit(wrong)).thenRejected(EntropyRejection.LOTTERY_UNKNOWN);
    }
    agreed()
        .when(
            commit(
                new Entropy.LotteryPromise(
                    "双色球", "2023028", "2023-03-14T13:15:00Z", LOTTERY.groups())))
        .thenRejected(EntropyRejection.ENTROPY_TOO_SOON);
    agreed()
        .when(
            commit(
                new Entropy.LotteryPromise(
                    "双色球", "2023031", "2023-03-21T13:15:00Z", LOTTERY.groups())))
        .thenRejected(EntropyRejection.ENTROPY_AFTER_EXECUTE_BY);
  }

  @Test
  void a_round_of_drand_needs_its_signature_and_the_future() {
    agreed()
        .when(commit(new Entropy.DrandPromise("00".repeat(32), 657413)))
        .thenRejected(EntropyRejection.DRAND_UNKNOWN);
    agreed()
        .when(commit(new Entropy.DrandPromise(Entropy.QUICKNET, 1)))
        .thenRejected(EntropyRejection.ENTROPY_AFTER_EXECUTE_BY);
  }

  @Test
  void who_entered_the_numbers_of_a_draw_does_not_void_it() {
    var entered = agreed().having(commit(LOTTERY)).having(enter("supervisor", GROUND));
    Instant before = Instant.parse("2023-03-16T13:14:59Z");
    entered
        .when(new ApproveVoid(DRAW, "Supervisor", "彩票停售", before))
        .thenRejected(PhaseRejection.VOID_NEEDS_OUTSIDER);
    assertThat(entered.when(new ApproveVoid(DRAW, "王局", "彩票停售", before)).events()).hasSize(1);
  }

  @Test
  void numbers_that_are_public_are_drawn_with_before_a_void() {
    var committed = agreed().having(commit(LOTTERY));
    committed
        .when(new ApproveVoid(DRAW, "王局", "不想要", Instant.parse("2023-03-16T13:15:00Z")))
        .thenRejected(PhaseRejection.EXECUTE_BEFORE_VOID);
    assertThat(committed.when(approve("王局", "彩票停售")).events()).hasSize(1);
  }

  @Test
  void a_late_draw_by_public_numbers_is_made_all_the_same_and_hidden_by_no_void() {
    var committed = agreed().having(commit(LOTTERY));
    Instant late = Instant.parse("2023-03-22T00:00:00Z");
    committed
        .when(new ApproveVoid(DRAW, "王局", "不想要", late))
        .thenRejected(PhaseRejection.EXECUTE_BEFORE_VOID);
    ExecuteDraw inTime = numbers(GROUND);
    var entered = committed.having(enter("supervisor", GROUND));
    ExecuteDraw afterwards =
        new ExecuteDraw(
            DRAW, inTime.given(), Optional.empty(), "coordinator", REVEALED, late, inTime.today());
    assertThat(entered.when(afterwards).state().executed(DRAW).orElseThrow().result())
        .isEqualTo(entered.when(inTime).state().executed(DRAW).orElseThrow().result());
    // Numbers that never came do not bind the task for ever.
    Instant never = Instant.parse("2023-03-28T00:00:00Z");
    var silent = agreed().having(commit(LOTTERY));
    assertThat(silent.when(new ApproveVoid(DRAW, "王局", "彩票停售", never)).events()).hasSize(1);
  }

  @Test
  void numbers_somebody_has_entered_are_not_waited_out() {
    Instant never = Instant.parse("2023-06-28T00:00:00Z");
    agreed()
        .having(commit(LOTTERY))
        .having(enter("supervisor", GROUND))
        .when(new ApproveVoid(DRAW, "王局", "不想要", never))
        .thenRejected(PhaseRejection.EXECUTE_BEFORE_VOID);
  }
}
