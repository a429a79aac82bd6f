package cn.doublerandom.draw.drawing;

import static cn.doublerandom.draw.drawing.Ceremony.DRAW;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.draw.EntropyRejection;
import cn.doublerandom.draw.PhaseRejection;
import cn.doublerandom.draw.drawing.DrawCommand.CommitDraw;
import cn.doublerandom.draw.drawing.DrawCommand.ExecuteDraw;
import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A draw by a round of drand is made when that round has spoken, and with nothing else. */
class BeaconDrawTest {
  private static final long ROUND = 644_221;
  private static final Instant SPEAKS = Instant.parse("2023-09-15T00:00:27Z");
  private static final Instant COMMITTED = Instant.parse("2023-09-14T02:00:00Z");
  private static final String SIGNATURE = "ab".repeat(48);

  /** printf of the 48 bytes, then sha256sum. */
  private static final String RANDOMNESS =
      "2b5194b12b01058a369ef70fdb8b9b3e1fbadf6d08b23c1d602d7b567163cffc";

  private DeciderSpecification<DrawCommand, DrawEvent, TaskDraws>.Given committed() {
    return DeciderSpecification.of(new DrawDecider())
        .given()
        .having(Ceremony.freeze(LocalDate.of(2023, 9, 14), true, 34, 1))
        .having(Ceremony.terms(DRAW, Ceremony.TERMS_APPROVER))
        .having(
            new CommitDraw(
                DRAW,
                Optional.of(new Entropy.DrandPromise(Entropy.QUICKNET, ROUND)),
                Ceremony.RULES,
                Optional.empty(),
                Instant.parse("2023-09-20T16:00:00Z"),
                "coordinator",
                COMMITTED));
  }

  private static ExecuteDraw with(long round, String randomness, boolean holds, Instant now) {
    return new ExecuteDraw(
        DRAW,
        new Given.Beacon(
            new Entropy.DrandReveal(Entropy.QUICKNET, round, SIGNATURE, randomness), holds),
        Optional.empty(),
        "coordinator",
        Ceremony.REVEALED,
        now,
        LocalDate.of(2023, 9, 15));
  }

  @Test
  void before_its_time_a_round_has_not_spoken_whatever_anybody_says() {
    assertThat(Entropy.timeOf(new Entropy.DrandPromise(Entropy.QUICKNET, ROUND))).isEqualTo(SPEAKS);
    committed()
        .when(with(ROUND, RANDOMNESS, true, SPEAKS.minusSeconds(1)))
        .thenRejected(EntropyRejection.ENTROPY_NOT_YET);
    assertThat(committed().when(with(ROUND, RANDOMNESS, true, SPEAKS)).state())
        .isInstanceOf(TaskDraws.Executed.class);
  }

  @Test
  void a_round_without_the_signature_of_the_chain_draws_nobody() {
    committed()
        .when(with(ROUND, RANDOMNESS, false, SPEAKS))
        .thenRejected(EntropyRejection.BEACON_SIGNATURE_INVALID, Map.of("field", "signature"));
  }

  @Test
  void another_round_or_other_randomness_draws_nobody() {
    committed()
        .when(with(ROUND + 1, RANDOMNESS, true, SPEAKS))
        .thenRejected(EntropyRejection.ENTROPY_UNFIT);
    committed()
        .when(with(ROUND, "00".repeat(32), true, SPEAKS))
        .thenRejected(EntropyRejection.ENTROPY_UNFIT);
  }

  @Test
  void a_late_round_is_drawn_with_all_the_same_and_no_void_hides_it() {
    Instant late = Instant.parse("2023-09-21T00:00:00Z");
    committed()
        .when(new DrawCommand.ApproveVoid(DRAW, "王局", "不想要", late))
        .thenRejected(PhaseRejection.EXECUTE_BEFORE_VOID);
    assertThat(committed().when(with(ROUND, RANDOMNESS, true, late)).state())
        .isInstanceOf(TaskDraws.Executed.class);
  }
}
