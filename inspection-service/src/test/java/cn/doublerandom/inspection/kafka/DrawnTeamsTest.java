package cn.doublerandom.inspection.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.contracts.DrawExecuted;
import cn.doublerandom.inspection.visit.VisitCommand;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an executed draw asks of its visits. */
class DrawnTeamsTest {
  private static final DrawExecuted.Team TEAM =
      new DrawExecuted.Team("S", List.of("JT001", "JT003"), null, List.of("大队"), null);

  private static DrawnTeams drawn(
      String drawId, List<DrawExecuted.Team> teams, @Nullable String teamsOf) {
    return new DrawnTeams(
        drawId,
        "2023003",
        "002",
        List.of("S"),
        teams,
        List.of(new DrawExecuted.Item("I-1", "经营行为")),
        LocalDate.of(2023, 6, 1),
        LocalDate.of(2023, 10, 31),
        null,
        teamsOf);
  }

  private static List<String> teamOf(Map<String, VisitCommand> commands, String visit) {
    return ((VisitCommand.AssignVisit) commands.get(visit)).assignment().inspectors();
  }

  @Test
  void each_drawn_subject_is_visited_by_its_team() {
    var commands = drawn("d-1", List.of(TEAM), null).commands();
    assertThat(commands).containsOnlyKeys("d-1-S");
    assertThat(teamOf(commands, "d-1-S")).containsExactly("JT001", "JT003");
  }

  @Test
  void a_drawn_subject_no_team_was_found_for_is_a_visit_of_nobody() {
    var commands = drawn("d-1", List.of(), null).commands();
    assertThat(commands).containsOnlyKeys("d-1-S");
    assertThat(teamOf(commands, "d-1-S")).isEmpty();
  }

  @Test
  void teams_drawn_again_take_over_the_visits_of_the_draw_they_are_for() {
    var commands = drawn("d-2", List.of(TEAM), "d-1").commands();
    assertThat(commands)
        .containsOnlyKeys("d-1-S", "d-2-S")
        .containsEntry("d-1-S", new VisitCommand.CancelVisit("检查组由 d-2 重新编成"));
    assertThat(teamOf(commands, "d-2-S")).containsExactly("JT001", "JT003");
  }

  @Test
  void teams_that_cannot_be_found_twice_leave_one_visit_of_nobody() {
    var commands = drawn("d-2", List.of(), "d-1").commands();
    assertThat(commands.get("d-1-S")).isInstanceOf(VisitCommand.CancelVisit.class);
    assertThat(teamOf(commands, "d-2-S")).isEmpty();
  }
}
