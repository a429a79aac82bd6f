package cn.doublerandom.draw.drawing;

import static cn.doublerandom.draw.drawing.Ceremony.A;
import static cn.doublerandom.draw.drawing.Ceremony.B;
import static cn.doublerandom.draw.drawing.Ceremony.COMMIT;
import static cn.doublerandom.draw.drawing.Ceremony.DEADLINE;
import static cn.doublerandom.draw.drawing.Ceremony.DRAW;
import static cn.doublerandom.draw.drawing.Ceremony.EXECUTE;
import static cn.doublerandom.draw.drawing.Ceremony.FREEZE;
import static cn.doublerandom.draw.drawing.Ceremony.NOW;
import static cn.doublerandom.draw.drawing.Ceremony.SECRET;
import static cn.doublerandom.draw.drawing.Ceremony.TODAY;
import static cn.doublerandom.draw.drawing.Ceremony.reveal;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.contracts.json.CanonicalJson;
import cn.doublerandom.draw.SealingRejection;
import cn.doublerandom.draw.drawing.DrawCommand.CommitDraw;
import cn.doublerandom.draw.drawing.DrawCommand.ExecuteDraw;
import cn.doublerandom.draw.protocol.Commit;
import cn.doublerandom.draw.protocol.DrawComputation;
import cn.doublerandom.draw.protocol.Hashes;
import cn.doublerandom.draw.protocol.Vrf;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.verifier.Verify;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SealedDrawTest {
  private final DeciderSpecification<DrawCommand, DrawEvent, TaskDraws> task =
      DeciderSpecification.of(new DrawDecider());

  private static final String KEY = "42".repeat(32);
  private static final Commit.Seal SEAL =
      new Commit.Seal(Vrf.publicKey(KEY), "2023-11-30T16:00:00Z");

  private static CommitDraw sealedCommit() {
    return new CommitDraw(
        DRAW, Optional.empty(), Ceremony.RULES, Optional.of(SEAL), DEADLINE, "coordinator", NOW);
  }

  private ExecuteDraw sealedExecution(String key) {
    var committed =
        (TaskDraws.Committed)
            task.given()
                .having(FREEZE)
                .havingAll(Ceremony.PREPARED)
                .having(sealedCommit())
                .having(reveal(A))
                .when(reveal(B))
                .state();
    var given = new Given.OperatorSecret(SECRET);
    String proof =
        Vrf.prove(key, DrawComputation.alpha(committed.commit(), committed.entropy(given)));
    return new ExecuteDraw(
        DRAW,
        given,
        Optional.of(new Sealing(proof, "5a".repeat(32))),
        "coordinator",
        Ceremony.REVEALED,
        NOW,
        TODAY);
  }

  @Test
  void a_sealed_draw_shows_a_hash_until_it_is_opened() throws Exception {
    var committed =
        task.given()
            .having(FREEZE)
            .havingAll(Ceremony.PREPARED)
            .having(sealedCommit())
            .having(reveal(A))
            .having(reveal(B));
    committed.when(EXECUTE).thenRejected(SealingRejection.VRF_PROOF_INVALID);
    committed
        .when(sealedExecution("43".repeat(32)))
        .thenRejected(SealingRejection.VRF_PROOF_INVALID);
    var sealed = (TaskDraws.Sealed) committed.when(sealedExecution(KEY)).state();
    assertThat(sealed.executed(DRAW)).isEmpty();
    var opened =
        committed
            .having(sealedExecution(KEY))
            .when(new DrawCommand.OpenDraw(DRAW, "coordinator", TODAY))
            .state();
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
            .havingAll(Ceremony.PREPARED)
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
                .havingAll(Ceremony.PREPARED)
                .having(COMMIT)
                .when(new DrawCommand.NoteOverdue(DEADLINE))
                .events())
        .containsExactly(new DrawEvent.DrawOverdue("2023-03-20T16:00:00Z"));
    assertThat(
            task.given()
                .having(FREEZE)
                .havingAll(Ceremony.PREPARED)
                .having(COMMIT)
                .when(new DrawCommand.NoteOverdue(NOW))
                .events())
        .isEmpty();
  }
}
