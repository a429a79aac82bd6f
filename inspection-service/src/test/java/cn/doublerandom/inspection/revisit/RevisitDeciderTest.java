package cn.doublerandom.inspection.revisit;

import static cn.doublerandom.inspection.InspectionRejection.CODES_MISSING;
import static cn.doublerandom.inspection.InspectionRejection.CODE_UNKNOWN;
import static cn.doublerandom.inspection.InspectionRejection.ITEM_NOT_IN_TASK;
import static cn.doublerandom.inspection.InspectionRejection.NOTE_MISSING;
import static cn.doublerandom.inspection.InspectionRejection.NOT_ON_TEAM;
import static cn.doublerandom.inspection.InspectionRejection.NO_PROBLEM_STANDS_ALONE;
import static cn.doublerandom.inspection.InspectionRejection.REASON_MISSING;
import static cn.doublerandom.inspection.RevisitRejection.REVISIT_ALONE;
import static cn.doublerandom.inspection.RevisitRejection.REVISIT_CONFIRMED;
import static cn.doublerandom.inspection.RevisitRejection.REVISIT_ITEMS_MISSING;
import static cn.doublerandom.inspection.RevisitRejection.REVISIT_NOBODY_LEFT;
import static cn.doublerandom.inspection.RevisitRejection.REVISIT_NOT_NOW;
import static cn.doublerandom.inspection.RevisitRejection.REVISIT_NOT_YOURS;
import static cn.doublerandom.inspection.RevisitRejection.REVISIT_OTHER_RECORDS;
import static cn.doublerandom.inspection.RevisitRejection.REVISIT_PROMISE_STANDS;
import static cn.doublerandom.inspection.RevisitRejection.REVISIT_REVEALS_MISSING;
import static cn.doublerandom.inspection.RevisitRejection.REVISIT_REVEAL_UNFIT;
import static cn.doublerandom.inspection.RevisitRejection.REVISIT_SAMPLE_STANDS;
import static cn.doublerandom.inspection.RevisitRejection.REVISIT_SECRET_UNFIT;
import static cn.doublerandom.inspection.RevisitRejection.REVISIT_SIZE_UNFIT;
import static cn.doublerandom.inspection.RevisitRejection.REVISIT_TASK_OPEN;
import static cn.doublerandom.inspection.RevisitRejection.REVISIT_TOO_LATE;
import static cn.doublerandom.inspection.RevisitRejection.REVISIT_UNKNOWN;
import static cn.doublerandom.inspection.RevisitRejection.REVISIT_VOID_ALONE;
import static cn.doublerandom.inspection.RevisitRejection.REVISIT_WITNESSES_FEW;
import static cn.doublerandom.inspection.RevisitRejection.REVISIT_WITNESS_PARTIAL;
import static cn.doublerandom.inspection.revisit.Ceremony.FIRST;
import static cn.doublerandom.inspection.revisit.Ceremony.ITEMS;
import static cn.doublerandom.inspection.revisit.Ceremony.NOW;
import static cn.doublerandom.inspection.revisit.Ceremony.SECOND;
import static cn.doublerandom.inspection.revisit.Ceremony.SECRET;
import static cn.doublerandom.inspection.revisit.Ceremony.SUPERVISOR;
import static cn.doublerandom.inspection.revisit.Ceremony.commit;
import static cn.doublerandom.inspection.revisit.Ceremony.confirms;
import static cn.doublerandom.inspection.revisit.Ceremony.draw;
import static cn.doublerandom.inspection.revisit.Ceremony.finds;
import static cn.doublerandom.inspection.revisit.Ceremony.freeze;
import static cn.doublerandom.inspection.revisit.Ceremony.promise;
import static cn.doublerandom.inspection.revisit.Ceremony.reveal;
import static cn.doublerandom.inspection.revisit.Ceremony.visits;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.contracts.json.CanonicalJson;
import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.inspection.revisit.RevisitCommand.CommitSample;
import cn.doublerandom.inspection.revisit.RevisitCommand.DrawSample;
import cn.doublerandom.inspection.revisit.RevisitCommand.PromiseValue;
import cn.doublerandom.inspection.revisit.RevisitCommand.RecordFinding;
import cn.doublerandom.inspection.revisit.RevisitCommand.RevealValue;
import cn.doublerandom.inspection.revisit.RevisitCommand.VoidSample;
import cn.doublerandom.verifier.Code;
import cn.doublerandom.verifier.Verify;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Closed visits are seen again: which, nobody chooses, and by whom, the draw says. */
class RevisitDeciderTest {
  private final DeciderSpecification<RevisitCommand, RevisitEvent, TaskRevisits> revisits =
      DeciderSpecification.of(new RevisitDecider());

  private DeciderSpecification<RevisitCommand, RevisitEvent, TaskRevisits>.Given after(int steps) {
    return revisits.given().havingAll(Ceremony.steps().subList(0, steps));
  }

  private static final int ALL = Ceremony.steps().size();

  private static Sample.Drawn drawn(TaskRevisits known) {
    return (Sample.Drawn) known.last().orElseThrow();
  }

  @Test
  void a_list_is_frozen_once_all_results_of_the_task_are_final_and_is_not_drawn_twice() {
    revisits.given().when(freeze(2, 1, visits(9), 8)).thenRejected(REVISIT_TASK_OPEN);
    revisits.given().when(freeze(2, 0, List.of(), 8)).thenRejected(REVISIT_TASK_OPEN);
    revisits.given().when(freeze(0, 0, visits(9), 8)).thenRejected(REVISIT_SIZE_UNFIT);
    revisits.given().when(freeze(10, 0, visits(9), 8)).thenRejected(REVISIT_SIZE_UNFIT);
    revisits.given().when(freeze(2, 0, visits(2_001), 8)).thenRejected(REVISIT_SIZE_UNFIT);
    after(1).when(freeze()).thenRejected(REVISIT_SAMPLE_STANDS);
    after(ALL).when(freeze()).thenRejected(REVISIT_SAMPLE_STANDS);
  }

  @Test
  void two_are_needed_for_each_visit_who_were_not_there() {
    // Six have been there, two of them on each visit; of three officers two were on the first team.
    revisits.given().when(freeze(2, 0, visits(9), 3)).thenRejected(REVISIT_NOBODY_LEFT);
    assertThat(revisits.given().when(freeze(2, 0, visits(9), 4)).events()).hasSize(1);
  }

  @Test
  void two_witnesses_promise_with_accounts_of_their_own_before_the_commit() {
    revisits.given().when(promise(FIRST)).thenRejected(REVISIT_UNKNOWN);
    after(1)
        .when(new PromiseValue("Supervisor", FIRST.commitment()))
        .thenRejected(REVISIT_WITNESS_PARTIAL);
    after(2).when(promise(FIRST)).then();
    after(2)
        .when(new PromiseValue("witness-1", SECOND.commitment()))
        .thenRejected(REVISIT_PROMISE_STANDS);
    after(2).when(commit()).thenRejected(REVISIT_WITNESSES_FEW);
    after(3)
        .when(new CommitSample("ab".repeat(32), "another", NOW))
        .thenRejected(REVISIT_NOT_YOURS);
    after(4).when(promise(FIRST)).thenRejected(REVISIT_NOT_NOW);
    after(4).when(commit()).thenRejected(REVISIT_NOT_NOW);
  }

  @Test
  void there_are_fifteen_witnesses_at_most() {
    var full =
        after(1)
            .havingAll(
                IntStream.range(0, 15)
                    .mapToObj(i -> new PromiseValue("w" + i, "%064x".formatted(i)))
                    .toList());
    full.when(promise(FIRST)).thenRejected(REVISIT_PROMISE_STANDS);
  }

  @Test
  void nothing_is_revealed_before_the_commit_and_nothing_else_than_was_promised() {
    after(3).when(reveal(FIRST)).thenRejected(REVISIT_NOT_NOW);
    after(4)
        .when(reveal(new Entropy.Contribution("witness-3", FIRST.nonce(), FIRST.value())))
        .thenRejected(REVISIT_NOT_YOURS);
    after(4)
        .when(reveal(new Entropy.Contribution("witness-1", FIRST.nonce(), "351643")))
        .thenRejected(REVISIT_REVEAL_UNFIT);
    after(5).when(reveal(FIRST)).then();
    after(4)
        .when(new RevealValue(FIRST, NOW.plus(Duration.ofDays(5))))
        .thenRejected(REVISIT_TOO_LATE);
  }

  @Test
  void the_operator_reveals_last_and_only_what_he_committed_to() {
    after(3).when(draw()).thenRejected(REVISIT_NOT_NOW);
    after(5).when(draw()).thenRejected(REVISIT_REVEALS_MISSING);
    after(6).when(new DrawSample(SECRET, "witness-1", NOW)).thenRejected(REVISIT_NOT_YOURS);
    after(6)
        .when(new DrawSample("ab".repeat(32), SUPERVISOR, NOW))
        .thenRejected(REVISIT_SECRET_UNFIT);
    after(6)
        .when(new DrawSample(SECRET, SUPERVISOR, NOW.plus(Duration.ofDays(5))))
        .thenRejected(REVISIT_TOO_LATE);
    after(ALL).when(draw()).thenRejected(REVISIT_NOT_NOW);
  }

  @Test
  void whoever_verifies_draws_verifies_the_sample_and_finds_what_was_exchanged_in_it() {
    Sample.Drawn drawn = drawn(after(6).when(draw()).state());
    assertThat(drawn.revisits()).hasSize(2);
    assertThat(drawn.revisits().values())
        .allSatisfy(
            one -> assertThat(one.team()).hasSize(2).doesNotContainAnyElementsOf(one.firstTeam()));
    String bundle = CanonicalJson.text(SampleBundle.json(drawn));
    assertThat(bundle).contains("\"drawId\":\"130534-2023001-001.revisit-1\"");
    Verify.Verdict verdict = Verify.check(bundle.getBytes(StandardCharsets.UTF_8));
    assertThat(verdict.isOk()).as(verdict.toString()).isTrue();

    String selected = drawn.result().selected().getFirst();
    String other =
        drawn.frozen().visits().stream()
            .map(FrozenVisit::visitId)
            .filter(id -> !drawn.result().selected().contains(id) && id.compareTo(selected) < 0)
            .findFirst()
            .orElse("130534-2023001-001-1-S");
    String forged = bundle.replace("\"selected\":[\"" + selected, "\"selected\":[\"" + other);
    assertThat(Verify.check(forged.getBytes(StandardCharsets.UTF_8)).code())
        .isEqualTo(Code.SELECTION);
  }

  @Test
  void another_supervisor_gives_a_sample_up_and_a_new_round_begins() {
    revisits.given().when(new VoidSample("秘密遗失，无法公布", "another")).thenRejected(REVISIT_UNKNOWN);
    after(4).when(new VoidSample("秘密遗失，无法公布", SUPERVISOR)).thenRejected(REVISIT_VOID_ALONE);
    after(4).when(new VoidSample("1", "another")).thenRejected(REASON_MISSING);
    after(ALL).when(new VoidSample("不满意抽取结果", "another")).thenRejected(REVISIT_NOT_NOW);
    var voided = after(4).having(new VoidSample("秘密遗失，无法公布", "another"));
    voided.when(reveal(FIRST)).thenRejected(REVISIT_NOT_NOW);
    assertThat(voided.when(freeze()).state().last().orElseThrow().frozen().sampleId())
        .isEqualTo("130534-2023001-001.revisit-2");
  }

  @Test
  void one_of_the_team_records_item_by_item_what_he_finds() {
    String one = Ceremony.first().team().getFirst();
    String other = Ceremony.first().team().getLast();
    after(6).when(finds("JT-WX-01", "1", one)).thenRejected(REVISIT_UNKNOWN);
    var begun = after(ALL).having(finds("JT-WX-01", "1", one));
    begun.when(finds("JT-WX-01", "1", one)).then();
    begun.when(finds("JT-WX-02", "1", other)).thenRejected(REVISIT_OTHER_RECORDS);
    begun
        .when(finds("JT-WX-02", "1", Ceremony.first().firstTeam().getFirst()))
        .thenRejected(NOT_ON_TEAM);
    begun.when(finds("JT-WX-09", "1", one)).thenRejected(ITEM_NOT_IN_TASK);
    begun.when(finds("JT-WX-02", "99", one)).thenRejected(CODE_UNKNOWN);
    begun.when(with(List.of(), "", one)).thenRejected(CODES_MISSING);
    begun.when(with(List.of("1", "A"), "灭火器过期", one)).thenRejected(NO_PROBLEM_STANDS_ALONE);
    begun.when(with(List.of("A"), " ", one)).thenRejected(NOTE_MISSING);
    // What he typed wrong he types again; the last word stands.
    assertThat(drawn(begun.when(finds("JT-WX-01", "A", one)).state()).revisits().values())
        .filteredOn(revisit -> !revisit.findings().isEmpty())
        .singleElement()
        .satisfies(revisit -> assertThat(revisit.findings()).hasSize(1));
  }

  private static RecordFinding with(List<String> codes, String note, String by) {
    return new RecordFinding(
        Ceremony.first().visitId(), new RevisitFinding("JT-WX-02", codes, note), ITEMS, by);
  }

  @Test
  void the_other_one_confirms_and_only_then_both_results_stand_side_by_side() {
    String one = Ceremony.first().team().getFirst();
    String other = Ceremony.first().team().getLast();
    after(ALL).when(confirms(other)).thenRejected(REVISIT_ITEMS_MISSING, missing(ITEMS));
    var begun = after(ALL).having(finds("JT-WX-01", "1", one));
    begun.when(confirms(other)).thenRejected(REVISIT_ITEMS_MISSING, missing(List.of("JT-WX-02")));
    var recorded = begun.having(finds("JT-WX-02", "A", one));
    assertThat(drawn(recorded.when(finds("JT-WX-02", "A", one)).state()).revisits().values())
        .allSatisfy(revisit -> assertThat(revisit.compared()).isZero());
    recorded.when(confirms(one)).thenRejected(REVISIT_ALONE);
    recorded.when(confirms("x")).thenRejected(NOT_ON_TEAM);
    var confirmed = recorded.having(confirms(other));
    confirmed.when(confirms(other)).then();
    confirmed.when(confirms(one)).thenRejected(REVISIT_CONFIRMED);
    confirmed.when(finds("JT-WX-02", "1", one)).thenRejected(REVISIT_CONFIRMED);
    Sample.Drawn drawn = drawn(recorded.when(confirms(other)).state());
    assertThat(Agreement.perTeam(drawn.revisits().values()))
        .containsExactly(Agreement.of(Ceremony.first().firstTeam(), 1, 2));
  }

  private static Map<String, Object> missing(List<String> items) {
    return Map.of("items", items);
  }

  @Test
  void the_interval_is_that_of_wilson_and_few_items_say_little() {
    // Computed by hand from the formula, for 95 of a hundred.
    assertThat(Agreement.of(List.of("a"), 8, 10)).isEqualTo(agreement(8, 10, 490, 944));
    assertThat(Agreement.of(List.of("a"), 2, 2)).isEqualTo(agreement(2, 2, 342, 1000));
    assertThat(Agreement.of(List.of("a"), 0, 1)).isEqualTo(agreement(0, 1, 0, 794));
    assertThat(Agreement.of(List.of("a"), 400, 400)).isEqualTo(agreement(400, 400, 990, 1000));
  }

  private static Agreement agreement(int agreed, int compared, int low, int high) {
    return new Agreement(List.of("a"), agreed, compared, low, high);
  }
}
