package cn.doublerandom.inspection.visit;

import static cn.doublerandom.inspection.InspectionRejection.ANNUAL_CAP_REACHED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.time.DeadlineBasis;
import cn.doublerandom.bureau.time.Due;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.inspection.visit.VisitCommand.FinishInspection;
import cn.doublerandom.inspection.visit.VisitCommand.StartInspection;
import cn.doublerandom.inspection.visit.VisitEvent.VisitAssigned;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 年度检查频次上限 is counted again on the day of the visit (R36). */
class SubjectsYearTest {
  private static final LocalDate TODAY = LocalDate.of(2025, 3, 17);
  private static final List<String> TEAM = List.of("JC003", "JC004");
  private static final String CLAUSE = "国办发〔2024〕54号";

  private final DeciderSpecification<VisitCommand, VisitEvent, Visit> visit =
      DeciderSpecification.of(new VisitDecider());

  private static VisitAssigned assigned(String id) {
    return new VisitAssigned(
        new Assignment(
            id,
            id.substring(0, 3),
            "2025001",
            "001",
            "S",
            TEAM,
            List.of(new Assignment.Item("I-1", "经营行为")),
            LocalDate.of(2025, 3, 1),
            LocalDate.of(2025, 11, 30),
            null,
            List.of("大队")));
  }

  private static StartInspection here(String who, SubjectsYear year) {
    return new StartInspection(
        TEAM,
        who,
        TODAY,
        2,
        "p",
        Map.of(),
        Readiness.NONE,
        List.of(),
        DoorClauses.NONE,
        null,
        year);
  }

  private DeciderSpecification<VisitCommand, VisitEvent, Visit>.Given begun(String id) {
    return visit
        .given(assigned(id))
        .having(here("JC003", SubjectsYear.UNBOUND))
        .having(here("JC004", SubjectsYear.UNBOUND));
  }

  private static VisitSummary listed(
      DeciderSpecification<VisitCommand, VisitEvent, Visit>.Given given) {
    return VisitSummary.of(given.when(new VisitCommand.NoteDeadline(TODAY)).state()).orElseThrow();
  }

  private VisitSummary over(String id, LocalDate on) {
    Due due = new Due(on.plusDays(28), false, new DeadlineBasis("p", 20, "n"));
    return listed(
        begun(id)
            .having(
                new VisitCommand.CheckItem(
                    new Answer("I-1", List.of("1"), ""),
                    "JC003",
                    new ResultRule(List.of(), List.of(), Map.of(), "p"),
                    TODAY))
            .having(new FinishInspection("JC003", on, due))
            .having(new FinishInspection("JC004", on, due)));
  }

  private static SubjectsYear year(int most, VisitSummary... others) {
    return SubjectsYear.of(List.of(others), "d-9-S", TODAY, most, CLAUSE);
  }

  @Test
  void a_subject_that_was_visited_as_often_as_the_year_allows_is_not_visited_again() {
    VisitSummary held = over("d-1-S", TODAY);
    visit
        .given(assigned("d-9-S"))
        .when(here("JC003", year(1, held)))
        .thenRejected(ANNUAL_CAP_REACHED);
    assertThat(visit.given(assigned("d-9-S")).when(here("JC003", year(2, held))).events())
        .isNotEmpty();
    assertThat(visit.given(assigned("d-9-S")).when(here("JC003", SubjectsYear.UNBOUND)).events())
        .isNotEmpty();
  }

  @Test
  void a_visit_counts_from_its_beginning_and_in_its_own_year_alone() {
    VisitSummary runs = listed(begun("d-2-S"));
    VisitSummary waits = listed(visit.given(assigned("d-3-S")));
    VisitSummary fell =
        listed(visit.given(assigned("d-4-S")).having(new VisitCommand.CancelVisit("抽取作废")));
    VisitSummary before = over("d-5-S", LocalDate.of(2024, 12, 30));
    VisitSummary itself = listed(begun("d-9-S"));

    assertThat(year(3, over("d-1-S", TODAY), runs, waits, fell, before, itself).held())
        .isEqualTo(2);
  }
}
