package cn.doublerandom.draw.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.contracts.HandoverRefused;
import cn.doublerandom.draw.drawing.DrawHistory;
import cn.doublerandom.draw.drawing.ReplacementEvent.ReplacementEnded;
import cn.doublerandom.draw.drawing.TaskDraws;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** That nobody comes in is told to a visit that had asked, and to no other. */
class HandoverTellingsTest {
  private static final TaskDraws.Executed DRAW =
      (TaskDraws.Executed) DrawHistory.state(DrawHistory.drawn());
  private static final String SUBJECT = DRAW.result().selected().getFirst();

  private static ReplacementEnded ended(@Nullable String inspector, @Nullable Boolean handover) {
    return new ReplacementEnded(
        SUBJECT, inspector, "本周另有联合检查", "张科", "王局", DrawHistory.DAY, null, handover);
  }

  @Test
  void a_visit_that_had_asked_hears_why_nobody_comes_in() {
    assertThat(HandoverTellings.ended(DRAW, ended("I1", true)))
        .contains(
            new HandoverRefused(DRAW.frame().drawId(), SUBJECT, "I1", "本周另有联合检查", DrawHistory.DAY));
  }

  @Test
  void of_what_was_asked_for_in_the_draw_no_visit_hears() {
    assertThat(HandoverTellings.ended(DRAW, ended("I1", null))).isEmpty();
    assertThat(HandoverTellings.ended(DRAW, ended(null, null))).isEmpty();
  }
}
