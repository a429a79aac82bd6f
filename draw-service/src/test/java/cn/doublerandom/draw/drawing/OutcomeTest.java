package cn.doublerandom.draw.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.draw.drawing.ReplacementEvent.InspectorReplaced;
import cn.doublerandom.draw.drawing.ReplacementEvent.ReplacementEnded;
import cn.doublerandom.draw.drawing.ReplacementEvent.ReplacementRequested;
import cn.doublerandom.draw.drawing.ReplacementEvent.ReplacementSettled;
import cn.doublerandom.draw.drawing.ReplacementEvent.ReplacementUndone;
import cn.doublerandom.draw.drawing.ReplacementEvent.SubjectReplaced;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two people may agree to a replacement, and the visit had gone too far all the same. */
class OutcomeTest {
  private static final LocalDate DAY = LocalDate.of(2023, 6, 20);
  private static final SubjectReplaced FIRM = firm("S1", "X1", true);
  private static final InspectorReplaced MEMBER =
      new InspectorReplaced(
          "S2",
          "I1",
          "I4",
          List.of("I2", "I4"),
          "调离",
          "张科",
          "王局",
          DAY,
          null,
          null,
          null,
          null,
          true);

  private static SubjectReplaced firm(String subject, String next, @Nullable Boolean awaits) {
    return new SubjectReplaced(
        subject,
        next,
        List.of("I1", "I2"),
        "企业已注销",
        "通知",
        "张科",
        "王局",
        DAY,
        null,
        "ACTIVE",
        null,
        awaits);
  }

  private static ReplacementUndone undone(
      String subject, @Nullable String next, String... members) {
    return new ReplacementUndone(
        subject,
        next,
        List.of(members),
        List.of(),
        List.of("I1", "I2"),
        "检查已经结束",
        DAY.plusDays(1),
        null);
  }

  private static List<Outcome.State> states(DrawEvent... story) {
    return Outcome.of(List.of(story)).stream().map(Outcome::state).toList();
  }

  @Test
  void what_the_visit_undoes_is_said_with_the_reason_it_gave() {
    assertThat(Outcome.of(List.of(FIRM, undone("S1", "X1"))))
        .containsExactly(
            new Outcome(
                Outcome.State.UNDONE,
                "S1",
                null,
                "X1",
                "企业已注销",
                "张科",
                "王局",
                DAY.plusDays(1),
                "检查已经结束"));
    assertThat(states(MEMBER, undone("S2", null, "I4"))).containsExactly(Outcome.State.UNDONE);
  }

  @Test
  void what_the_visit_takes_over_holds_and_until_then_it_is_awaited() {
    assertThat(states(FIRM, MEMBER)).containsExactly(Outcome.State.AWAITED, Outcome.State.AWAITED);
    assertThat(states(FIRM, MEMBER, new ReplacementSettled("S1", DAY, null)))
        .containsExactly(Outcome.State.DONE, Outcome.State.AWAITED);
    assertThat(states(firm("S1", "X1", null))).as("of old").containsExactly(Outcome.State.DONE);
  }

  @Test
  void another_replacement_of_the_same_firm_is_not_undone_with_it() {
    assertThat(
            states(
                FIRM,
                undone("S1", "X1"),
                firm("S1", "X1", true),
                new ReplacementSettled("S1", DAY, null),
                firm("X1", "X2", true),
                undone("X1", "X2")))
        .containsExactly(Outcome.State.UNDONE, Outcome.State.DONE, Outcome.State.UNDONE);
  }

  @Test
  void what_was_not_agreed_to_says_why_and_what_waits_is_not_decided() {
    assertThat(
            Outcome.of(
                List.of(
                    new ReplacementRequested("S1", null, "已注销", "通知", "张科", null, null, null),
                    new ReplacementEnded("S1", null, "仍在经营", "张科", "王局", DAY, null, null))))
        .containsExactly(
            new Outcome(Outcome.State.ENDED, "S1", null, null, "", "张科", "王局", DAY, "仍在经营"));
    assertThat(states(new ReplacementRequested("S1", null, "已注销", "通知", "张科", null, null, null)))
        .isEmpty();
  }
}
