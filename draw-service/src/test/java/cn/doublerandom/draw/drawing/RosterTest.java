package cn.doublerandom.draw.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.draw.drawing.Roster.Request;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who visits whom after what happened since the draw. */
class RosterTest {
  private static final Roster DRAWN =
      new Roster(
          Map.of("S1", List.of("I1", "I2"), "S2", List.of("I1", "I3")),
          Set.of(),
          Map.of(),
          Map.of(),
          List.of(),
          Map.of(),
          Map.of());
  private static final Request ASKED =
      new Request("S1", Optional.empty(), "企业已经注销", "登记机关的通知", "coordinator", false, false);

  private static LateRecusal late(String subject, String inspector, boolean kept) {
    return new LateRecusal(subject, inspector, "RELATIVE", LocalDate.of(2023, 4, 1), kept, null);
  }

  @Test
  void an_alternate_is_visited_by_a_team_in_the_place_of_the_drawn_firm() {
    Roster changed = DRAWN.requested(ASKED).subjectReplaced("S1", "S9", List.of("I2", "I4"));
    assertThat(changed.teams())
        .isEqualTo(Map.of("S9", List.of("I2", "I4"), "S2", List.of("I1", "I3")));
    assertThat(changed.used()).containsExactlyInAnyOrder("S1", "S9");
    assertThat(changed.open()).isEmpty();
    assertThat(changed.drawnAs("S9")).isEqualTo("S1");
    assertThat(changed.drawnAs("S2")).isEqualTo("S2");
    assertThat(changed.held()).isEqualTo(Map.of("I1", 1, "I2", 1, "I3", 1, "I4", 1));
  }

  @Test
  void the_alternate_of_an_alternate_stands_for_the_firm_that_was_drawn() {
    Roster twice =
        DRAWN
            .subjectReplaced("S1", "S9", List.of("I2", "I4"))
            .subjectReplaced("S9", "S8", List.of("I2", "I4"));
    assertThat(twice.drawnAs("S8")).isEqualTo("S1");
    assertThat(twice.used()).containsExactlyInAnyOrder("S1", "S9", "S8");
    assertThat(twice.teams()).containsOnlyKeys("S8", "S2");
  }

  @Test
  void a_replacement_that_was_undone_leaves_the_drawn_firm_its_team() {
    Roster undone =
        DRAWN
            .subjectReplaced("S1", "S9", List.of("I2", "I4"))
            .undone("S1", "S9", List.of("I1", "I2"));
    assertThat(undone).isEqualTo(DRAWN);
    assertThat(
            DRAWN
                .inspectorReplaced("S1", List.of("I2", "I4"))
                .undone("S1", null, List.of("I1", "I2")))
        .isEqualTo(DRAWN);
  }

  @Test
  void a_request_waits_until_it_is_answered_and_others_wait_on() {
    Request other =
        new Request("S2", Optional.of("I3"), "住院治疗", "医院证明", "coordinator", false, false);
    Roster asked = DRAWN.requested(ASKED).requested(other);
    assertThat(asked.open()).isEqualTo(Map.of("S1", ASKED, "S2", other));
    Roster changed = asked.inspectorReplaced("S2", List.of("I1", "I4"));
    assertThat(changed.open()).isEqualTo(Map.of("S1", ASKED));
    assertThat(changed.teams().get("S2")).containsExactly("I1", "I4");
  }

  @Test
  void who_was_recused_after_the_draw_is_due_while_he_is_on_the_team_and_not_kept() {
    Roster recused =
        DRAWN
            .with(late("S2", "I3", false))
            .with(late("S1", "I2", false))
            .with(late("S1", "I1", false))
            .with(late("S1", "I9", false));
    assertThat(recused.due())
        .containsExactly(late("S1", "I1", false), late("S1", "I2", false), late("S2", "I3", false));
    assertThat(recused.reasonFor("S1", "I2")).isEqualTo("RELATIVE");
    assertThat(recused.kept("S1", "I2").due())
        .containsExactly(late("S1", "I1", false), late("S2", "I3", false));
    assertThat(recused.inspectorReplaced("S2", List.of("I1", "I4")).due())
        .containsExactly(late("S1", "I1", false), late("S1", "I2", false));
  }

  @Test
  void who_comes_in_the_place_of_another_stands_in_the_order_of_the_numbers() {
    assertThat(Roster.exchanged(List.of("I1", "I5"), "I5", "I0")).containsExactly("I0", "I1");
  }
}
