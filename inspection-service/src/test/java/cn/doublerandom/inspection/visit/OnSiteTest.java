package cn.doublerandom.inspection.visit;

import static cn.doublerandom.inspection.InspectionRejection.ARRIVAL_UNCONFIRMED;
import static cn.doublerandom.inspection.InspectionRejection.MEMBER_RECUSED;
import static cn.doublerandom.inspection.InspectionRejection.MEMBER_UNFIT;
import static cn.doublerandom.inspection.InspectionRejection.NOT_ON_TEAM;
import static cn.doublerandom.inspection.InspectionRejection.TEAM_INCOMPLETE;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_ALREADY_STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.reason.RegisterWords;
import cn.doublerandom.bureau.time.DeadlineBasis;
import cn.doublerandom.bureau.time.Due;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.inspection.visit.VisitCommand.CheckItem;
import cn.doublerandom.inspection.visit.VisitCommand.FinishInspection;
import cn.doublerandom.inspection.visit.VisitCommand.KeepMember;
import cn.doublerandom.inspection.visit.VisitCommand.ReassignTeam;
import cn.doublerandom.inspection.visit.VisitCommand.RecuseMember;
import cn.doublerandom.inspection.visit.VisitCommand.StartInspection;
import cn.doublerandom.inspection.visit.VisitEvent.VisitAssigned;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Two officers who never said they were there finished a visit and recorded its result, after each
 * of those who had begun it was replaced by the other.
 */
class OnSiteTest {
  private static final LocalDate TODAY = LocalDate.of(2023, 3, 16);
  private static final String PACKS = "national-2019+hebei-2023";
  private static final ResultRule RULE = new ResultRule(List.of(), List.of(), Map.of(), PACKS);
  private static final Assignment ASSIGNMENT =
      new Assignment(
          "d-1-S",
          "d-1",
          "2023001",
          "001",
          "S",
          List.of("JC007", "JC009"),
          List.of(new Assignment.Item("I-1", "经营行为")),
          LocalDate.of(2023, 3, 1),
          LocalDate.of(2023, 11, 30),
          null,
          List.of("综合行政执法大队"));

  private final DeciderSpecification<VisitCommand, VisitEvent, Visit> visit =
      DeciderSpecification.of(new VisitDecider());

  private static StartInspection here(String by, String... team) {
    return new StartInspection(List.of(team), by, TODAY, 2, PACKS, Map.of());
  }

  private static ReassignTeam team(String... inspectors) {
    return new ReassignTeam(List.of(inspectors), null, "突发疾病");
  }

  private static CheckItem answer(String by) {
    return new CheckItem(new Answer("I-1", List.of("1"), ""), by, RULE, TODAY);
  }

  private static FinishInspection end(String by) {
    var basis = new DeadlineBasis(PACKS, 20, "国办发明电〔2022〕16号");
    return new FinishInspection(by, TODAY, new Due(LocalDate.of(2023, 4, 14), false, basis));
  }

  private DeciderSpecification<VisitCommand, VisitEvent, Visit>.Given started() {
    return visit
        .given(new VisitAssigned(ASSIGNMENT))
        .having(here("JC007", "JC007", "JC009"))
        .having(here("JC009", "JC007", "JC009"));
  }

  @Test
  void the_last_of_those_who_began_a_visit_is_not_replaced_however_many_came_in_since() {
    var half = started().having(team("JC007", "JC012"));
    assertThat(half.when(team("JC002", "JC012")).events())
        .singleElement()
        .isInstanceOf(VisitEvent.ChangeRefused.class);
    var there = half.having(here("JC012", "JC007", "JC012"));
    assertThat(there.when(team("JC002", "JC012")).events())
        .singleElement()
        .isInstanceOf(VisitEvent.ChangeRefused.class);
    assertThat(there.when(team("JC007", "JC002")).events())
        .contains(new VisitEvent.ChangeTaken(null));
  }

  @Test
  void nobody_is_left_alone_on_a_visit_that_runs_and_one_officer_named_twice_is_no_team() {
    for (ReassignTeam one : List.of(team("JC007"), team("JC007", "jc007"))) {
      assertThat(started().when(one).events())
          .singleElement()
          .isInstanceOfSatisfying(
              VisitEvent.ChangeRefused.class,
              refused -> assertThat(refused.why()).contains("不得少于两人"));
    }
    visit
        .given(new VisitAssigned(ASSIGNMENT))
        .having(team("JC007", "JC007"))
        .when(here("JC007", "JC007", "JC007"))
        .thenRejected(TEAM_INCOMPLETE);
  }

  @Test
  void who_comes_in_says_that_he_is_there_before_he_checks_and_before_anybody_ends_the_visit() {
    var changed = started().having(team("JC007", "JC012"));
    changed.when(answer("JC012")).thenRejected(ARRIVAL_UNCONFIRMED);
    var answered = changed.having(answer("JC007"));
    answered.when(end("JC012")).thenRejected(ARRIVAL_UNCONFIRMED);
    answered.when(end("JC007")).thenRejected(ARRIVAL_UNCONFIRMED);

    answered.when(here("JC009", "JC007", "JC012")).thenRejected(NOT_ON_TEAM);
    answered.when(here("JC007", "JC007", "JC012")).thenRejected(VISIT_ALREADY_STARTED);
    answered.when(here("JC012", "JC012")).thenRejected(TEAM_INCOMPLETE);
    answered
        .when(
            new StartInspection(
                List.of("JC007", "JC012"), "JC012", TODAY, 2, PACKS, Map.of("JC012", "ON_LEAVE")))
        .thenRejected(MEMBER_UNFIT);
    var arrived = answered.having(here("jc012", "JC007", "JC012"));
    assertThat(arrived.having(end("JC012")).when(end("JC007")).state())
        .isInstanceOf(Visit.Finished.class);
  }

  @Test
  void a_refusal_at_the_door_names_what_it_stands_on_and_the_place_is_kept_where_it_was_allowed() {
    var clauses = new DoorClauses("国办发〔2018〕118号", "国办发〔2024〕54号");
    var place = new Place(37_052_000, 115_661_000, 15);
    var alone = with(List.of("JC007"), Map.of(), clauses, null);
    var expired =
        with(List.of("JC007", "JC009"), Map.of("JC009", "CERTIFICATE_EXPIRED"), clauses, null);
    var there = with(List.of("JC007", "JC009"), Map.of(), clauses, place);
    var assigned = visit.given(new VisitAssigned(ASSIGNMENT));
    assigned
        .when(alone)
        .thenRejected(TEAM_INCOMPLETE, Map.of("field", "inspectors", "clause", clauses.team()));
    assigned
        .when(expired)
        .thenRejected(
            MEMBER_UNFIT,
            Map.of(
                "inspector",
                "JC009",
                "registered",
                RegisterWords.of("CERTIFICATE_EXPIRED"),
                "clause",
                clauses.team()));
    assertThat(assigned.when(there).events())
        .containsExactly(new VisitEvent.PresenceConfirmed("JC007", TODAY, place));
    assigned
        .having(new RecuseMember("JC009", "RELATIVE", TODAY))
        .when(there)
        .thenRejected(MEMBER_RECUSED, Map.of("inspector", "JC009", "clause", clauses.recusal()));
  }

  private static StartInspection with(
      List<String> team, Map<String, String> obstacles, DoorClauses clauses, @Nullable Place at) {
    return new StartInspection(
        team, "JC007", TODAY, 2, PACKS, obstacles, Readiness.NONE, List.of(), clauses, at);
  }

  @Test
  void a_visit_does_not_end_with_a_recused_member_on_its_team() {
    var recused =
        started().having(new RecuseMember("JC009", "RELATIVE", TODAY)).having(answer("JC007"));
    recused.when(end("JC007")).thenRejected(MEMBER_RECUSED);
    assertThat(
            recused.having(new KeepMember("JC009")).having(end("JC007")).when(end("JC009")).state())
        .isInstanceOf(Visit.Finished.class);
    var replaced = recused.having(team("JC007", "JC012")).having(here("JC012", "JC007", "JC012"));
    assertThat(replaced.having(end("JC007")).when(end("JC012")).state())
        .isInstanceOf(Visit.Finished.class);
  }
}
