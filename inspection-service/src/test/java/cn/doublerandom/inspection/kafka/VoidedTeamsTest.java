package cn.doublerandom.inspection.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.contracts.DrawVoided;
import cn.doublerandom.inspection.visit.VisitCommand;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a voided round of teams asks of its visits and of those it had taken over. */
class VoidedTeamsTest {
  private static final VisitCommand VOID = new VisitCommand.CancelVisit("名单有误");
  private static final VisitCommand OWED = new VisitCommand.LoseTeam();

  private static VoidedTeams voided(
      List<String> subjects, @Nullable List<DrawVoided.Replaced> replaced) {
    return VoidedTeams.of(new DrawVoided("d-2", "名单有误", "赵局", "钱局", "", subjects, "d-1", replaced))
        .orElseThrow();
  }

  private static DrawVoided.Replaced replaced(String subject, String alternate) {
    return new DrawVoided.Replaced(subject, alternate);
  }

  @Test
  void a_voided_draw_of_subjects_leaves_nothing_behind_that_is_owed() {
    assertThat(
            VoidedTeams.of(new DrawVoided("d-1", "名单有误", "赵局", "钱局", "", List.of("S"), null, null)))
        .isEmpty();
  }

  @Test
  void who_was_not_visited_is_owed_again_and_who_was_is_not() {
    VoidedTeams teams = voided(List.of("S", "T"), null);
    assertThat(teams.commands()).containsOnlyKeys("d-2-S", "d-2-T").containsValues(VOID);
    assertThat(teams.owed(Set.of())).containsOnlyKeys("d-1-S", "d-1-T").containsValues(OWED);
    assertThat(teams.owed(Set.of("d-2-S"))).containsOnlyKeys("d-1-T");
  }

  @Test
  void a_replacement_is_undone_with_the_round_and_the_drawn_subject_is_owed_again() {
    VoidedTeams teams = voided(List.of("A", "T"), List.of(replaced("S", "A")));
    assertThat(teams.commands()).containsOnlyKeys("d-2-S", "d-2-A", "d-2-T");
    assertThat(teams.owed(Set.of())).containsOnlyKeys("d-1-S", "d-1-T");
  }

  @Test
  void where_an_alternate_was_visited_to_the_end_nobody_is_owed_in_its_place() {
    VoidedTeams teams = voided(List.of("B", "T"), List.of(replaced("S", "A"), replaced("S", "B")));
    assertThat(teams.owed(Set.of("d-2-B"))).containsOnlyKeys("d-1-T");
    assertThat(teams.owed(Set.of("d-2-A"))).containsOnlyKeys("d-1-T");
    assertThat(teams.owed(Set.of("d-2-S")))
        .as("it was visited before the replacement came, and nobody had said so yet")
        .containsOnlyKeys("d-1-T");
  }
}
