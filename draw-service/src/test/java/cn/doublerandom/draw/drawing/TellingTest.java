package cn.doublerandom.draw.drawing;

import static cn.doublerandom.draw.drawing.Ceremony.FREEZE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.draw.FrameRejection;
import cn.doublerandom.draw.drawing.DrawCommand.FreezeFrame;
import cn.doublerandom.draw.exclusion.HandExclusion;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a draw will tell others fits into one record of a topic at each of its steps. */
class TellingTest {
  private static FreezeFrame leavingOut(int byHand) {
    String reason = "因涉嫌违法正在立案调查".repeat(20);
    List<Excluded> excluded =
        IntStream.range(0, byHand)
            .mapToObj("S%06d"::formatted)
            .map(subject ->
                new Excluded(
                    subject,
                    "UNDER_INVESTIGATION",
                    reason,
                    new HandExclusion(subject, "UNDER_INVESTIGATION", reason, "立案决定书", null),
                    "coordinator",
                    "approver"))
            .toList();
    return new FreezeFrame(
        FREEZE.bureau(),
        FREEZE.task(),
        FREEZE.window(),
        FREEZE.planPublished(),
        FREEZE.programme(),
        FREEZE.rulePack(),
        FREEZE.leastTeam(),
        FREEZE.rates(),
        FREEZE.lists(),
        FREEZE.items(),
        FREEZE.slots(),
        FREEZE.alternates(),
        FREEZE.unlisted(),
        FREEZE.combined(),
        excluded,
        FREEZE.upcoming(),
        FREEZE.names(),
        FREEZE.recusedFrom(),
        FREEZE.limits(),
        FREEZE.by(),
        FREEZE.today(),
        FREEZE.registerSeq());
  }

  /** The commit tells of each of them, with the reason. */
  @Test
  void a_frame_that_leaves_out_more_by_hand_than_a_commit_can_tell_of_is_not_frozen() {
    assertThat(Freezing.obstacle(leavingOut(10_000))).isEmpty();
    assertThat(Freezing.obstacle(leavingOut(30_000))).contains(FrameRejection.DRAW_TOO_LARGE);
  }
}
