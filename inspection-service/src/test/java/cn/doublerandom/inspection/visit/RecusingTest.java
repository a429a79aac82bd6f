package cn.doublerandom.inspection.visit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.inspection.visit.VisitCommand.AssignVisit;
import cn.doublerandom.inspection.visit.VisitCommand.RecuseMember;
import cn.doublerandom.inspection.visit.VisitEvent.MemberKept;
import cn.doublerandom.inspection.visit.VisitEvent.MemberRecused;
import cn.doublerandom.inspection.visit.VisitEvent.TeamReassigned;
import cn.doublerandom.inspection.visit.VisitEvent.VisitAssigned;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is recused is so only of a team he belongs to. */
class RecusingTest {
  private static final LocalDate TODAY = LocalDate.of(2023, 3, 16);
  private static final Assignment ASSIGNMENT =
      new Assignment(
          "d-1-S",
          "d-1",
          "2023001",
          "001",
          "S",
          List.of("JT001", "JT003"),
          List.of(new Assignment.Item("I-1", "经营行为")),
          LocalDate.of(2023, 3, 1),
          LocalDate.of(2023, 11, 30),
          null,
          List.of("大队"));
  private static final MemberRecused ONE = new MemberRecused("JT001", "RELATIVE", TODAY);
  private static final MemberRecused THREE = new MemberRecused("JT003", "RELATIVE", TODAY);

  private final DeciderSpecification<VisitCommand, VisitEvent, Visit> visit =
      DeciderSpecification.of(new VisitDecider());

  private static Map<String, LocalDate> recused(VisitEvent... events) {
    return Recusing.recused(new VisitDecider().replay(List.of(events)));
  }

  @Test
  void a_visit_begins_with_the_recusals_of_its_own_team_alone() {
    visit
        .given()
        .when(
            new AssignVisit(
                ASSIGNMENT,
                List.of(
                    new RecuseMember("JT009", "RELATIVE", TODAY),
                    new RecuseMember("JT003", "RELATIVE", TODAY))))
        .then(new VisitAssigned(ASSIGNMENT), THREE);
  }

  @Test
  void of_a_changed_team_only_who_still_belongs_to_it_is_recused() {
    assertThat(
            recused(
                new VisitAssigned(ASSIGNMENT),
                ONE,
                THREE,
                new TeamReassigned(List.of("JT001", "JT007"), null)))
        .isEqualTo(Map.of("JT001", TODAY));
  }

  @Test
  void who_is_kept_is_recused_no_more_and_the_others_still_are() {
    assertThat(recused(new VisitAssigned(ASSIGNMENT), ONE, THREE, new MemberKept("JT003")))
        .isEqualTo(Map.of("JT001", TODAY));
  }
}
