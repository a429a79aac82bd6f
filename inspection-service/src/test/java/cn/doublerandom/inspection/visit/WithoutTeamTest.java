package cn.doublerandom.inspection.visit;

import static cn.doublerandom.inspection.InspectionRejection.VISIT_WITHOUT_TEAM;

import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.inspection.visit.VisitCommand.NoteWindow;
import cn.doublerandom.inspection.visit.VisitEvent.VisitAssigned;
import cn.doublerandom.inspection.visit.VisitEvent.VisitCancelled;
import cn.doublerandom.inspection.visit.VisitEvent.VisitNotHeld;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who was drawn and for whom no team was found is late like anybody else whom nobody visits. */
class WithoutTeamTest {
  private static final LocalDate TO = LocalDate.of(2023, 10, 31);
  private static final VisitAssigned NOBODY = assigned(List.of());
  private static final VisitAssigned SOMEBODY = assigned(List.of("JT001", "JT003"));
  private static final NoteWindow DAY_AFTER = new NoteWindow(TO.plusDays(1));
  private static final VisitCommand DRAWN_AGAIN = new VisitCommand.CancelVisit("检查组由 d-2 重新编成");
  private static final VisitCommand LOST = new VisitCommand.LoseTeam();

  private final DeciderSpecification<VisitCommand, VisitEvent, Visit> visit =
      DeciderSpecification.of(new VisitDecider());

  private static VisitAssigned assigned(List<String> team) {
    return new VisitAssigned(
        new Assignment(
            "d-1-S",
            "d-1",
            "2023003",
            "002",
            "S",
            team,
            List.of(new Assignment.Item("I-1", "经营行为")),
            LocalDate.of(2023, 6, 1),
            TO,
            null,
            null));
  }

  @Test
  void nobody_begins_a_visit_the_draw_found_no_team_for() {
    visit
        .given(NOBODY)
        .when(
            new VisitCommand.StartInspection(
                List.of("JT001", "JT003"), "JT001", TO, 2, "national-2019", Map.of()))
        .thenRejected(VISIT_WITHOUT_TEAM);
    visit
        .given(NOBODY)
        .when(
            new VisitCommand.StartInspection(List.of(), "JT001", TO, 0, "national-2019", Map.of()))
        .thenRejected(VISIT_WITHOUT_TEAM);
  }

  @Test
  void it_is_not_held_from_the_day_after_its_window() {
    visit.given(NOBODY).when(new NoteWindow(TO)).then();
    visit.given(NOBODY).when(DAY_AFTER).then(new VisitNotHeld(TO, false));
  }

  @Test
  void a_team_drawn_again_takes_the_visit_over_also_where_it_was_late() {
    visit.given(NOBODY).when(DRAWN_AGAIN).then(new VisitCancelled("检查组由 d-2 重新编成", null));
    visit
        .given(NOBODY)
        .having(DAY_AFTER)
        .when(DRAWN_AGAIN)
        .then(new VisitCancelled("检查组由 d-2 重新编成", true));
  }

  @Test
  void when_the_teams_drawn_again_are_void_nobody_comes_once_more_and_that_is_late_too() {
    var again = visit.given(NOBODY).having(DAY_AFTER).having(DRAWN_AGAIN);
    again.when(LOST).then(NOBODY);
    again.having(LOST).when(LOST).then();
    again.having(LOST).when(DAY_AFTER).then(new VisitNotHeld(TO, false));
  }

  @Test
  void a_visit_that_had_a_team_or_was_never_told_of_loses_none() {
    visit.given().when(LOST).then();
    visit.given(NOBODY).when(LOST).then();
    visit.given(SOMEBODY).when(LOST).then();
    visit.given(SOMEBODY).having(DRAWN_AGAIN).when(LOST).then();
  }
}
