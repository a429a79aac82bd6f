package cn.doublerandom.draw.drawing;

import static cn.doublerandom.draw.drawing.Ceremony.A;
import static cn.doublerandom.draw.drawing.Ceremony.B;
import static cn.doublerandom.draw.drawing.Ceremony.COMMIT;
import static cn.doublerandom.draw.drawing.Ceremony.DRAW;
import static cn.doublerandom.draw.drawing.Ceremony.FREEZE;
import static cn.doublerandom.draw.drawing.Ceremony.PREPARED;
import static cn.doublerandom.draw.drawing.Ceremony.named;
import static cn.doublerandom.draw.drawing.Ceremony.promise;
import static cn.doublerandom.draw.drawing.Ceremony.witness;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.draw.CeremonyRejection;
import cn.doublerandom.draw.FrameRejection;
import cn.doublerandom.draw.PhaseRejection;
import cn.doublerandom.draw.drawing.DrawCommand.FreezeFrame;
import cn.doublerandom.draw.drawing.DrawCommand.NameWitness;
import cn.doublerandom.draw.drawing.DrawCommand.PromiseContribution;
import cn.doublerandom.draw.drawing.DrawCommand.ReleaseWitness;
import cn.doublerandom.draw.protocol.Hashes;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.eventstore.decider.Decision;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is named a witness, who accepts, and what becomes of who does not. */
class WitnessNamingTest {
  private final DeciderSpecification<DrawCommand, DrawEvent, TaskDraws> task =
      DeciderSpecification.of(new DrawDecider());

  private DeciderSpecification<DrawCommand, DrawEvent, TaskDraws>.Given frozen() {
    return task.given().having(FREEZE);
  }

  private static NameWitness naming(String account, Sides sides) {
    return new NameWitness(DRAW, "某人", WitnessKind.PUBLIC, account, sides, "coordinator");
  }

  private static ReleaseWitness release(String name) {
    return new ReleaseWitness(DRAW, name, "", "coordinator");
  }

  private static FreezeFrame withLeave() {
    return Ceremony.freeze(List.of(new FrozenFrame.Unlisted("I9", "ON_LEAVE")), FREEZE.by());
  }

  @ParameterizedTest
  @ValueSource(strings = {"I1", "i1 ", "Ｉ２", "I9", "I77"})
  void an_inspector_is_no_witness_whether_he_could_be_drawn_that_day_or_came_later(String account) {
    Sides later = new Sides(Set.of("I77"), Set.of());
    task.given()
        .having(withLeave())
        .when(naming(account, later))
        .thenRejected(CeremonyRejection.WITNESS_IS_INSPECTOR);
    assertThat(CeremonyRejection.WITNESS_IS_INSPECTOR.wording().text()).contains("执法检查人员");
  }

  @ParameterizedTest
  @ValueSource(strings = {"approver", "Approver ", "supervisor-2"})
  void who_approved_the_plan_or_supervises_is_no_witness(String account) {
    Sides sides = new Sides(Set.of(), Set.of("approver", "supervisor-2"));
    frozen().when(naming(account, sides)).thenRejected(CeremonyRejection.WITNESS_NOT_IMPARTIAL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"chief", " CHIEF"})
  void who_decided_a_recusal_of_this_frame_is_no_witness(String account) {
    var behind =
        List.of(
            new RecusedFrom(
                "S001",
                List.of(new RecusedFrom.Decided(null, 1), new RecusedFrom.Decided("chief", 1)),
                0));
    task.given()
        .having(Ceremony.freezeBehind(behind))
        .when(naming(account, Sides.NONE))
        .thenRejected(CeremonyRejection.WITNESS_NOT_IMPARTIAL);
  }

  @Test
  void who_names_a_witness_is_none_himself() {
    frozen()
        .when(new NameWitness(DRAW, "某人", WitnessKind.PUBLIC, "clerk", Sides.NONE, "Clerk "))
        .thenRejected(CeremonyRejection.WITNESS_NOT_IMPARTIAL);
    frozen()
        .having(new NameWitness(DRAW, "某人", WitnessKind.PUBLIC, "someone", Sides.NONE, "clerk"))
        .when(naming("clerk", Sides.NONE))
        .thenRejected(CeremonyRejection.WITNESS_NOT_IMPARTIAL);
    frozen()
        .having(named(DRAW, A.by()))
        .having(promise(DRAW, A))
        .when(
            new NameWitness(
                DRAW, "某人", WitnessKind.PUBLIC, "someone", Sides.NONE, witness(A.by()).account()))
        .thenRejected(CeremonyRejection.WITNESS_NOT_IMPARTIAL);
  }

  @Test
  void who_took_another_side_after_he_was_named_promises_nothing() {
    var promise =
        new PromiseContribution(
            DRAW,
            A.by(),
            A.commitment(),
            new Credential.Account(witness(A.by())),
            new Sides(Set.of(), Set.of(witness(A.by()).account())),
            "00".repeat(8));
    frozen()
        .having(named(DRAW, A.by()))
        .when(promise)
        .thenRejected(CeremonyRejection.WITNESS_NOT_IMPARTIAL);
  }

  @Test
  void nothing_is_committed_before_everybody_named_has_promised() {
    var waiting = frozen().havingAll(PREPARED).having(naming("nobody", Sides.NONE));
    waiting.when(COMMIT).thenRejected(CeremonyRejection.WITNESSES_NOT_PROMISED);
    assertThat(waiting.having(release("某人")).when(COMMIT).state())
        .isInstanceOf(TaskDraws.Committed.class);
  }

  @Test
  void a_witness_by_code_is_waited_for_and_released_like_any_other() {
    String code = Hashes.ofCode(DRAW, "K7QM2XVD9RTBH4WC");
    var waiting =
        frozen()
            .havingAll(PREPARED)
            .having(
                new DrawCommand.IssueWitnessCode(
                    DRAW, "公众代表", WitnessKind.PUBLIC, code, Sides.NONE, "approver"));
    waiting.when(COMMIT).thenRejected(CeremonyRejection.WITNESSES_NOT_PROMISED);
    assertThat(waiting.having(release("公众代表")).when(COMMIT).state())
        .isInstanceOf(TaskDraws.Committed.class);
  }

  @Test
  void where_nothing_is_shown_to_who_has_no_account_no_code_is_handed_out() {
    TaskDraws frozen = frozen().when(naming("nobody", Sides.NONE)).state();
    var code =
        new DrawCommand.IssueWitnessCode(
            "130534.practice-2023001-001-1",
            "公众代表",
            WitnessKind.PUBLIC,
            Hashes.ofCode(DRAW, "K7QM2XVD9RTBH4WC"),
            Sides.NONE,
            "approver");
    assertThat(Naming.issue(code, frozen))
        .isEqualTo(Decision.reject(CeremonyRejection.WITNESS_CODE_IN_PRACTICE));
  }

  private static DrawCommand.IssueWitnessCode code(String name) {
    return code(name, Sides.NONE);
  }

  private static DrawCommand.IssueWitnessCode code(String name, Sides sides) {
    String hash = Hashes.ofCode(DRAW, "K7QM2XVD9RTBH4WC");
    return new DrawCommand.IssueWitnessCode(
        DRAW, name, WitnessKind.PUBLIC, hash, sides, "approver");
  }

  @ParameterizedTest
  @ValueSource(strings = {"I1", "i2 ", "Ｉ９", "I77"})
  void nobody_witnesses_under_the_number_of_an_inspector_with_a_code_or_an_account(String name) {
    Sides sides = new Sides(Set.of("I77"), Set.of());
    var frozen = task.given().having(withLeave());
    frozen.when(code(name, sides)).thenRejected(CeremonyRejection.WITNESS_IS_INSPECTOR);
    frozen
        .when(new NameWitness(DRAW, name, WitnessKind.PUBLIC, "someone", sides, "coordinator"))
        .thenRejected(CeremonyRejection.WITNESS_IS_INSPECTOR);
  }

  @ParameterizedTest
  @ValueSource(strings = {"coordinator", "Ａpprover", "SUPERVISOR"})
  void nobody_witnesses_under_the_word_of_another_side(String name) {
    Sides sides = new Sides(Set.of(), Set.of("approver"));
    var frozen = frozen().having(Ceremony.deposit(DRAW));
    frozen.when(code(name, sides)).thenRejected(CeremonyRejection.WITNESS_NOT_IMPARTIAL);
    frozen
        .when(new NameWitness(DRAW, name, WitnessKind.PUBLIC, "someone", sides, "coordinator"))
        .thenRejected(CeremonyRejection.WITNESS_NOT_IMPARTIAL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"somebody", " Somebody", "ＳＯＭＥＢＯＤＹ"})
  void whom_it_names_already_a_draw_does_not_name_again(String again) {
    frozen()
        .having(naming("somebody", Sides.NONE))
        .when(naming(again, Sides.NONE))
        .thenRejected(CeremonyRejection.WITNESS_ALREADY_NAMED);
    assertThat(
            frozen()
                .having(naming("somebody", Sides.NONE))
                .when(
                    new NameWitness(
                        DRAW,
                        "某人",
                        WitnessKind.DISCIPLINE_INSPECTION,
                        "somebody",
                        Sides.NONE,
                        "coordinator"))
                .events())
        .as("of another kind")
        .hasSize(1);
  }

  @Test
  void no_side_takes_over_the_witness_another_has_named() {
    frozen()
        .having(naming("somebody", Sides.NONE))
        .when(code("某人"))
        .thenRejected(CeremonyRejection.WITNESS_NAME_TAKEN);
    frozen()
        .having(code("某人"))
        .when(naming("somebody", Sides.NONE))
        .thenRejected(CeremonyRejection.WITNESS_NAME_TAKEN);
    assertThat(frozen().having(code("某人")).when(code("某人")).events()).hasSize(1);
  }

  @Test
  void who_handed_out_a_code_has_had_a_hand_in_the_draw_whatever_became_of_the_code() {
    frozen()
        .havingAll(PREPARED)
        .having(code("公众代表"))
        .having(release("公众代表"))
        .having(COMMIT)
        .when(Ceremony.approve("approver", "不满意"))
        .thenRejected(PhaseRejection.VOID_NEEDS_OUTSIDER);
  }

  @Test
  void who_does_not_promise_is_replaced_under_his_name_or_released() {
    assertThat(
            frozen()
                .having(naming("nobody", Sides.NONE))
                .having(naming("somebody", Sides.NONE))
                .when(release("某人"))
                .events())
        .containsExactly(new DrawEvent.WitnessReleased("某人", "coordinator"));
    frozen()
        .having(naming("nobody", Sides.NONE))
        .having(release("某人"))
        .when(release("某人"))
        .thenRejected(CeremonyRejection.WITNESS_UNKNOWN);
  }

  @Test
  void who_has_promised_is_not_released_by_one_without_a_reason() {
    frozen()
        .having(named(DRAW, B.by()))
        .having(promise(DRAW, B))
        .when(release(B.by()))
        .thenRejected(CeremonyRejection.WITNESS_HAS_PROMISED);
    frozen()
        .havingAll(PREPARED)
        .having(COMMIT)
        .when(release(B.by()))
        .thenRejected(FrameRejection.DRAW_OPEN);
  }
}
