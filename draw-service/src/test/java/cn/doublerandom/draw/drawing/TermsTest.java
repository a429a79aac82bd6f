package cn.doublerandom.draw.drawing;

import static cn.doublerandom.draw.TermsRejection.TERMS_APPROVED_ALREADY;
import static cn.doublerandom.draw.TermsRejection.TERMS_NEED_SECOND_PERSON;
import static cn.doublerandom.draw.TermsRejection.TERMS_NOT_APPROVED;
import static cn.doublerandom.draw.drawing.Ceremony.A;
import static cn.doublerandom.draw.drawing.Ceremony.B;
import static cn.doublerandom.draw.drawing.Ceremony.COMMIT;
import static cn.doublerandom.draw.drawing.Ceremony.COORDINATOR;
import static cn.doublerandom.draw.drawing.Ceremony.DRAW;
import static cn.doublerandom.draw.drawing.Ceremony.EXECUTE;
import static cn.doublerandom.draw.drawing.Ceremony.FREEZE;
import static cn.doublerandom.draw.drawing.Ceremony.HOLDER;
import static cn.doublerandom.draw.drawing.Ceremony.PREPARED;
import static cn.doublerandom.draw.drawing.Ceremony.TERMS_APPROVER;
import static cn.doublerandom.draw.drawing.Ceremony.TODAY;
import static cn.doublerandom.draw.drawing.Ceremony.reveal;
import static cn.doublerandom.draw.drawing.Ceremony.terms;
import static cn.doublerandom.draw.drawing.Ceremony.witness;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.draw.CeremonyRejection;
import cn.doublerandom.draw.FrameRejection;
import cn.doublerandom.draw.PhaseRejection;
import cn.doublerandom.draw.drawing.DrawCommand.FreezeFrame;
import cn.doublerandom.draw.drawing.application.DrawState;
import cn.doublerandom.draw.protocol.Commit;
import cn.doublerandom.draw.protocol.FrozenLists;
import cn.doublerandom.draw.protocol.InspectorEntry;
import cn.doublerandom.draw.protocol.Progress;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody bends a draw alone: what whoever freezes chose takes another's agreement. */
class TermsTest {
  private static final List<DrawCommand> WITHOUT_TERMS =
      PREPARED.stream().filter(c -> !(c instanceof DrawCommand.ApproveTerms)).toList();

  private final DeciderSpecification<DrawCommand, DrawEvent, TaskDraws> task =
      DeciderSpecification.of(new DrawDecider());

  private DeciderSpecification<DrawCommand, DrawEvent, TaskDraws>.Given frozen() {
    return task.given().having(FREEZE);
  }

  private static DrawTerms seen(TaskDraws draws) {
    return DrawState.of(draws).framed().terms();
  }

  @Test
  void a_draw_whose_terms_nobody_else_agreed_to_is_not_committed() {
    frozen().havingAll(WITHOUT_TERMS).when(COMMIT).thenRejected(TERMS_NOT_APPROVED);
  }

  @Test
  void an_approver_who_has_no_hand_in_the_draw_agrees_and_it_is_committed() {
    var agreed = frozen().when(terms(DRAW, "approver"));
    assertThat(agreed.events()).containsExactly(new DrawEvent.TermsApproved("approver", TODAY));
    assertThat(
            frozen().having(terms(DRAW, "approver")).havingAll(WITHOUT_TERMS).when(COMMIT).state())
        .isInstanceOf(TaskDraws.Committed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"coordinator", " Coordinator", "ＣＯＯＲＤＩＮＡＴＯＲ", HOLDER})
  void who_froze_or_stands_in_the_deposit_does_not_agree(String account) {
    frozen()
        .havingAll(WITHOUT_TERMS)
        .when(terms(DRAW, account))
        .thenRejected(TERMS_NEED_SECOND_PERSON);
  }

  @Test
  void a_witness_who_promised_does_not_agree_and_who_agreed_does_not_witness() {
    frozen()
        .havingAll(WITHOUT_TERMS)
        .when(terms(DRAW, witness(A.by()).account()))
        .thenRejected(TERMS_NEED_SECOND_PERSON);
    frozen()
        .having(terms(DRAW, witness(A.by()).account()))
        .when(Ceremony.named(DRAW, A.by()))
        .thenRejected(CeremonyRejection.WITNESS_NOT_IMPARTIAL);
  }

  @Test
  void who_agreed_does_not_commit_and_another_agreement_is_not_in_the_way() {
    var prepared = frozen().having(terms(DRAW, "both")).havingAll(WITHOUT_TERMS);
    prepared.when(Ceremony.commit(COMMIT, " Both")).thenRejected(TERMS_NOT_APPROVED);
    prepared.when(terms(DRAW, TERMS_APPROVER)).thenRejected(TERMS_APPROVED_ALREADY);
    assertThat(prepared.when(COMMIT).state()).isInstanceOf(TaskDraws.Committed.class);
  }

  @Test
  void who_agreed_and_names_a_witness_afterwards_has_not_agreed_any_more() {
    var named =
        frozen()
            .having(terms(DRAW, "both"))
            .having(
                new DrawCommand.NameWitness(
                    DRAW, A.by(), WitnessKind.PUBLIC, "somebody", Sides.NONE, "both"))
            .havingAll(WITHOUT_TERMS);
    assertThat(seen(named.when(terms(DRAW, TERMS_APPROVER)).state()).approval()).isNotNull();
    assertThat(
            seen(frozen()
                    .having(terms(DRAW, "both"))
                    .when(
                        new DrawCommand.NameWitness(
                            DRAW, A.by(), WitnessKind.PUBLIC, "somebody", Sides.NONE, "both"))
                    .state())
                .approval())
        .as("an agreement that does not count is not shown as one")
        .isNull();
    named.when(COMMIT).thenRejected(TERMS_NOT_APPROVED);
    assertThat(named.having(terms(DRAW, TERMS_APPROVER)).when(COMMIT).state())
        .isInstanceOf(TaskDraws.Committed.class);
  }

  @Test
  void who_agreed_to_the_terms_does_not_void_what_came_of_them() {
    var revealed = frozen().havingAll(PREPARED).having(COMMIT).having(reveal(A)).having(reveal(B));
    assertThat(seen(revealed.when(EXECUTE).state()).approval())
        .isEqualTo(new DrawTerms.Approval("审批人", TODAY));
    revealed
        .having(EXECUTE)
        .when(Ceremony.approve(TERMS_APPROVER, "不满意"))
        .thenRejected(PhaseRejection.VOID_NEEDS_OUTSIDER);
  }

  /** Else two approvers, one for the terms and one for a code, leave nobody to void it. */
  @Test
  void a_draw_that_stands_still_is_voided_by_who_agreed_to_its_terms_too() {
    var committed = frozen().havingAll(PREPARED).having(COMMIT);
    assertThat(
            committed
                .having(Ceremony.approve(TERMS_APPROVER, "见证人未到场"))
                .when(Ceremony.approve("王局", "见证人未到场"))
                .events())
        .hasSize(2);
  }

  @Test
  void terms_are_agreed_to_between_freeze_and_commit_and_only_once() {
    task.given().when(terms(DRAW, "approver")).thenRejected(PhaseRejection.DRAW_UNKNOWN);
    frozen()
        .having(terms(DRAW, "approver"))
        .when(terms(DRAW, "approver-2"))
        .thenRejected(TERMS_APPROVED_ALREADY);
    frozen()
        .havingAll(PREPARED)
        .having(COMMIT)
        .when(terms(DRAW, "approver-2"))
        .thenRejected(FrameRejection.DRAW_OPEN);
  }

  @Test
  void a_draw_committed_before_terms_were_asked_is_drawn_as_before() {
    List<DrawEvent> old = new ArrayList<>(task.given().when(FREEZE).events());
    List<DrawCommand> steps = new ArrayList<>(PREPARED);
    steps.addAll(List.of(COMMIT, reveal(A), reveal(B)));
    var given = frozen();
    for (DrawCommand step : steps) {
      old.addAll(given.when(step).events());
      given = given.having(step);
    }
    old.removeIf(DrawEvent.TermsApproved.class::isInstance);
    var drawn = task.given(old.toArray(DrawEvent[]::new)).when(EXECUTE);
    assertThat(drawn.state()).isInstanceOf(TaskDraws.Executed.class);
    assertThat(seen(drawn.state()).approval()).isNull();
  }

  @Test
  void the_terms_say_how_many_fit_each_slot() {
    DrawTerms seen = DrawTerms.of(FREEZE);
    assertThat(seen.slots())
        .containsExactly(
            new DrawTerms.Slot(List.of("unit:大队"), 1), new DrawTerms.Slot(List.of(), 3));
    assertThat(seen.slots()).extracting(DrawTerms.Slot::isNarrow).containsExactly(true, false);
    assertThat(seen.alternates()).isEqualTo(3);
    assertThat(seen.cap()).isEqualTo(20);
    assertThat(seen.size()).isEqualTo(4);
    assertThat(seen.isAbovePlan()).isFalse();
    assertThat(DrawPreview.of(FREEZE, Progress.UNSEEN).terms()).isEqualTo(seen);
    assertThat(seen(task.given().when(FREEZE).state())).isEqualTo(seen);
  }

  /** Else an item claimed after the programme was published widens every visit, seen by nobody. */
  @Test
  void who_agrees_sees_what_every_visit_will_be_about_and_so_does_everybody() {
    DrawTerms seen = seen(task.given().when(FREEZE).state());
    assertThat(seen.items()).isEqualTo(FREEZE.items()).isNotEmpty();
    assertThat(TermsWords.of(seen)).contains("检查事项 1 项：" + FREEZE.items().getFirst().name());
  }

  @Test
  void a_floor_above_the_plans_own_number_is_seen_beside_it_and_so_is_how_often() {
    FreezeFrame census =
        Ceremony.freezeWith(new Commit.Floor(1, 1, 2), FrozenFrame.Limits.of(1, null));
    DrawTerms seen = seen(task.given().when(census).state());
    assertThat(seen.floor()).isEqualTo("1/1");
    assertThat(seen.alreadyCovered()).isEqualTo(2);
    assertThat(seen.size()).isEqualTo(32);
    assertThat(seen.sizeByPlan()).isEqualTo(4);
    assertThat(seen.isAbovePlan()).isTrue();
    assertThat(seen.annualCap()).isEqualTo(1);
    assertThat(seen.minimumIntervalDays()).isNull();
  }

  @Test
  void who_agrees_to_the_terms_reads_that_teams_cannot_be_found() {
    FreezeFrame scarce = Ceremony.freezeWith(List.of(Ceremony.BRIGADE, Ceremony.OFFICE), List.of());
    var frozen = (TaskDraws.Frozen) DrawHistory.state(task.given().when(scarce).events());
    DrawTerms read = DrawTerms.tried(frozen, Progress.UNSEEN);
    DrawPreview preview = DrawPreview.of(scarce, Progress.UNSEEN);
    assertThat(read.missing()).isEqualTo(preview.missing()).isEqualTo(2);
    assertThat(read.shortfall()).isEqualTo(preview.shortfall()).isEqualTo("缺 2 名 大队 执法人员");
    var again = (TaskDraws.Frozen) DrawHistory.state(DrawHistory.teamsFrozen());
    assertThat(DrawTerms.tried(again, Progress.UNSEEN).missing()).isNull();
    assertThat(DrawTerms.tried(again, Progress.UNSEEN).slots()).isEqualTo(seen(again).slots());
  }

  @Test
  void teams_drawn_again_take_two_people_too() {
    FreezeFrame scarce = Ceremony.freezeWith(List.of(Ceremony.BRIGADE, Ceremony.OFFICE), List.of());
    var infeasible =
        task.given()
            .having(scarce)
            .havingAll(PREPARED)
            .having(COMMIT)
            .having(reveal(A))
            .having(reveal(B))
            .having(EXECUTE);
    var teams =
        new DrawCommand.FreezeTeams(
            DRAW,
            true,
            "hebei-2023.1",
            new FrozenLists(
                List.of(), List.of(new InspectorEntry("I4", List.of("unit:大队"), 0, 20)), List.of()),
            List.of(),
            COORDINATOR,
            TODAY,
            null);
    String second = DRAW.substring(0, DRAW.length() - 1) + "2";
    DrawTerms seen = seen(infeasible.when(teams).state());
    assertThat(seen.slots().getFirst().fitting()).isEqualTo(2);
    assertThat(seen.size()).isNull();
    var prepared =
        infeasible
            .having(teams)
            .havingAll(
                Ceremony.prepared(second, A, B).stream()
                    .filter(c -> !(c instanceof DrawCommand.ApproveTerms))
                    .toList());
    var commit = Ceremony.commit(second, Ceremony.DEADLINE);
    prepared.when(commit).thenRejected(TERMS_NOT_APPROVED);
    assertThat(prepared.having(terms(second, "approver")).when(commit).state())
        .isInstanceOf(TaskDraws.Committed.class);
  }
}
