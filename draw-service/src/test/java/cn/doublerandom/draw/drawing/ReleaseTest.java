package cn.doublerandom.draw.drawing;

import static cn.doublerandom.draw.drawing.Ceremony.A;
import static cn.doublerandom.draw.drawing.Ceremony.B;
import static cn.doublerandom.draw.drawing.Ceremony.COMMIT;
import static cn.doublerandom.draw.drawing.Ceremony.DRAW;
import static cn.doublerandom.draw.drawing.Ceremony.FREEZE;
import static cn.doublerandom.draw.drawing.Ceremony.HOLDER;
import static cn.doublerandom.draw.drawing.Ceremony.PREPARED;
import static cn.doublerandom.draw.drawing.Ceremony.TERMS_APPROVER;
import static cn.doublerandom.draw.drawing.Ceremony.named;
import static cn.doublerandom.draw.drawing.Ceremony.promise;
import static cn.doublerandom.draw.drawing.Ceremony.witness;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.doublerandom.draw.AgreementRejection;
import cn.doublerandom.draw.CeremonyRejection;
import cn.doublerandom.draw.FrameRejection;
import cn.doublerandom.draw.drawing.DrawCommand.ApproveRelease;
import cn.doublerandom.draw.drawing.DrawCommand.ReleaseWitness;
import cn.doublerandom.draw.drawing.ReleaseEvent.PromiseReleased;
import cn.doublerandom.draw.drawing.ReleaseEvent.ReleaseRequested;
import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A promise falls away by two people, with a reason, while nothing is public. */
class ReleaseTest {
  private static final String WHY = "手机损坏，记下的数遗失";
  private static final ReleaseWitness ASK = ask(WHY);
  private static final ApproveRelease AGREE = agree("approver-2");

  /** The same witness with another number, as he promises once more. */
  private static final Entropy.Contribution ANEW =
      new Entropy.Contribution(B.by(), "0e".repeat(16), "17");

  private final DeciderSpecification<DrawCommand, DrawEvent, TaskDraws> task =
      DeciderSpecification.of(new DrawDecider());

  private static ReleaseWitness ask(String reason) {
    return new ReleaseWitness(DRAW, B.by(), reason, "coordinator");
  }

  private static ApproveRelease agree(String by) {
    return new ApproveRelease(DRAW, B.by(), by);
  }

  private DeciderSpecification<DrawCommand, DrawEvent, TaskDraws>.Given prepared() {
    return task.given().having(FREEZE).havingAll(PREPARED);
  }

  @Test
  void one_asks_and_another_agrees() {
    assertThat(prepared().when(ASK).events())
        .containsExactly(new ReleaseRequested(B.by(), WHY, "coordinator"));
    assertThat(prepared().having(ASK).when(AGREE).events())
        .containsExactly(new PromiseReleased(B.by(), WHY, "coordinator", "approver-2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "　"})
  void nobody_asks_without_a_reason(String reason) {
    prepared().when(ask(reason)).thenRejected(CeremonyRejection.WITNESS_HAS_PROMISED);
  }

  @Test
  void it_is_asked_once_and_agreed_to_once() {
    prepared().having(ASK).when(ASK).thenRejected(CeremonyRejection.RELEASE_ASKED);
    prepared().when(AGREE).thenRejected(CeremonyRejection.RELEASE_NOT_ASKED);
    prepared()
        .having(ASK)
        .having(AGREE)
        .when(AGREE)
        .thenRejected(CeremonyRejection.RELEASE_NOT_ASKED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"coordinator", "Ｃoordinator", HOLDER})
  void who_asked_froze_or_holds_the_secret_is_no_second_person(String by) {
    prepared()
        .having(ASK)
        .when(agree(by))
        .thenRejected(CeremonyRejection.RELEASE_NEEDS_SECOND_PERSON);
  }

  @Test
  void no_witness_releases_another() {
    prepared()
        .having(ASK)
        .when(agree(witness(A.by()).account()))
        .thenRejected(CeremonyRejection.RELEASE_NEEDS_SECOND_PERSON);
    prepared()
        .when(new ReleaseWitness(DRAW, B.by(), WHY, witness(A.by()).account()))
        .thenRejected(CeremonyRejection.WITNESS_NOT_IMPARTIAL);
  }

  @Test
  void nothing_is_committed_without_the_promise_and_what_counts_is_the_one_made_anew() {
    prepared()
        .having(ASK)
        .having(AGREE)
        .when(COMMIT)
        .thenRejected(CeremonyRejection.WITNESSES_TOO_FEW);
    var committed =
        (DrawEvent.DrawCommitted)
            prepared()
                .having(ASK)
                .having(AGREE)
                .having(named(DRAW, B.by()))
                .having(promise(DRAW, ANEW))
                .when(COMMIT)
                .events()
                .getFirst();
    assertThat(((Entropy.CeremonyPromise) committed.commit().entropy()).witnesses())
        .extracting(Entropy.Witness::by, Entropy.Witness::commitment)
        .containsExactly(
            tuple(A.by(), promise(DRAW, A).commitment()),
            tuple(B.by(), promise(DRAW, ANEW).commitment()));
  }

  @Test
  void who_does_not_agree_does_nothing_and_the_commitment_is_published_as_it_is() {
    assertThat(prepared().having(ASK).when(COMMIT).events())
        .hasOnlyElementsOfType(DrawEvent.DrawCommitted.class);
  }

  private static DrawCommand.EndRelease end(String by, String reason, boolean own) {
    return new DrawCommand.EndRelease(DRAW, B.by(), by, reason, own);
  }

  @Test
  void who_asked_takes_it_back_or_another_declines_and_the_promise_counts() {
    String found = "记下的数已经找到";
    prepared()
        .when(end("approver-2", found, false))
        .thenRejected(CeremonyRejection.RELEASE_NOT_ASKED);
    prepared()
        .having(ASK)
        .when(end("approver-2", found, true))
        .thenRejected(CeremonyRejection.RELEASE_OF_ANOTHER);
    prepared()
        .having(ASK)
        .when(end("coordinator", found, false))
        .thenRejected(CeremonyRejection.RELEASE_NEEDS_SECOND_PERSON);
    prepared()
        .having(ASK)
        .when(end("approver-2", "。", false))
        .thenRejected(AgreementRejection.REASON_MISSING);
    for (boolean own : new boolean[] {true, false}) {
      var end = end(own ? "coordinator" : "approver-2", found, own);
      assertThat(prepared().having(ASK).when(end).events())
          .containsExactly(
              new ReleaseEvent.ReleaseEnded(B.by(), "coordinator", end.by(), found, own));
      prepared()
          .having(ASK)
          .having(end)
          .when(AGREE)
          .thenRejected(CeremonyRejection.RELEASE_NOT_ASKED);
      assertThat(prepared().having(ASK).having(end).when(ASK).events()).hasSize(1);
    }
  }

  @Test
  void once_the_commitment_is_public_nothing_of_the_kind_is_left() {
    var committed = prepared().having(ASK).having(COMMIT);
    committed.when(ASK).thenRejected(FrameRejection.DRAW_OPEN);
    committed.when(AGREE).thenRejected(FrameRejection.DRAW_OPEN);
  }

  @Test
  void who_agreed_to_a_release_witnesses_nothing_and_may_agree_to_terms_and_void() {
    prepared()
        .having(ASK)
        .having(AGREE)
        .when(
            new DrawCommand.NameWitness(
                DRAW, B.by(), WitnessKind.ENTERPRISE, "approver-2", Sides.NONE, "coordinator"))
        .thenRejected(CeremonyRejection.WITNESS_NOT_IMPARTIAL);
    var released = prepared().having(ASK).having(AGREE);
    assertThat(released.when(Ceremony.approve("approver-2", "名单有误")).events()).hasSize(1);
    assertThat(released.when(Ceremony.approve(TERMS_APPROVER, "名单有误")).events()).hasSize(1);
  }

  @Test
  void who_agreed_to_the_terms_may_agree_to_a_release_and_his_consent_stands() {
    assertThat(
            prepared()
                .having(ASK)
                .having(agree(TERMS_APPROVER))
                .having(named(DRAW, B.by()))
                .having(promise(DRAW, ANEW))
                .when(COMMIT)
                .events())
        .hasSize(1);
  }
}
