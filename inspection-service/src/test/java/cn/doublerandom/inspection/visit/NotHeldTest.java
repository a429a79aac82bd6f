package cn.doublerandom.inspection.visit;

import static cn.doublerandom.inspection.InspectionRejection.VISIT_OUTSIDE_PROGRAMME;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.time.DeadlineBasis;
import cn.doublerandom.bureau.time.Due;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.eventstore.decider.ProcessRules.Reaction;
import cn.doublerandom.inspection.visit.VisitCommand.NoteWindow;
import cn.doublerandom.inspection.visit.VisitEvent.InspectionFinished;
import cn.doublerandom.inspection.visit.VisitEvent.VisitAssigned;
import cn.doublerandom.inspection.visit.VisitEvent.VisitCancelled;
import cn.doublerandom.inspection.visit.VisitEvent.VisitNotHeld;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 逾期未检查: who never goes, or never finishes, is late for all to see. */
class NotHeldTest {
  private static final LocalDate TO = LocalDate.of(2023, 11, 30);
  private static final LocalDate CHECK_TO = LocalDate.of(2023, 4, 30);
  private static final LocalDate DAY = LocalDate.of(2023, 4, 28);
  private static final LocalDate LATER = LocalDate.of(2023, 9, 4);
  private static final List<String> TEAM = List.of("JT001", "JT003");
  private static final Assignment.Programme PROGRAMME =
      new Assignment.Programme("清交双随机办〔2023〕3号", "第一期", LocalDate.of(2023, 3, 15), CHECK_TO);
  private static final VisitAssigned ASSIGNED = assigned(PROGRAMME);
  private static final NoteWindow LAST_DAY = new NoteWindow(CHECK_TO);
  private static final NoteWindow DAY_AFTER = new NoteWindow(CHECK_TO.plusDays(1));
  private static final Due DUE =
      new Due(LocalDate.of(2023, 10, 9), false, new DeadlineBasis("national-2019", 20, "通知"));
  private static final String STREAM = "visit-130534/d-1-S";

  private final DeciderSpecification<VisitCommand, VisitEvent, Visit> visit =
      DeciderSpecification.of(new VisitDecider());

  private static VisitAssigned assigned(Assignment.@Nullable Programme programme) {
    return new VisitAssigned(
        new Assignment(
            "d-1-S",
            "d-1",
            "2023001",
            "001",
            "S",
            TEAM,
            List.of(new Assignment.Item("I-1", "经营行为")),
            LocalDate.of(2023, 3, 1),
            TO,
            programme,
            List.of("大队")));
  }

  private static VisitCommand start(String by, LocalDate on) {
    return new VisitCommand.StartInspection(TEAM, by, on, 2, "national-2019", Map.of());
  }

  private static VisitCommand check(LocalDate on) {
    return new VisitCommand.CheckItem(
        new Answer("I-1", List.of("1"), ""),
        "JT001",
        new ResultRule(List.of(), List.of(), Map.of(), "national-2019"),
        on);
  }

  private static VisitCommand finish(LocalDate on) {
    return new VisitCommand.FinishInspection("JT001", on, DUE);
  }

  private static VisitCommand agrees(LocalDate on) {
    return new VisitCommand.FinishInspection("JT003", on, DUE);
  }

  private DeciderSpecification<VisitCommand, VisitEvent, Visit>.Given drawn() {
    return visit.given(ASSIGNED);
  }

  private DeciderSpecification<VisitCommand, VisitEvent, Visit>.Given begun() {
    return drawn().having(start("JT001", DAY)).having(start("JT003", DAY));
  }

  @Test
  void a_visit_nobody_began_is_not_held_from_the_day_after_its_last_and_that_is_said_once() {
    drawn().when(LAST_DAY).then();
    drawn().when(DAY_AFTER).then(new VisitNotHeld(CHECK_TO, false));
    drawn().having(DAY_AFTER).when(DAY_AFTER).then();
  }

  @Test
  void a_visit_that_was_begun_and_never_finished_is_late_too_and_the_fact_says_it_was_begun() {
    begun().when(LAST_DAY).then();
    begun().having(check(DAY)).when(DAY_AFTER).then(new VisitNotHeld(CHECK_TO, true));
    begun().having(DAY_AFTER).when(DAY_AFTER).then();
  }

  @Test
  void without_a_programme_the_window_of_the_plan_is_what_ends() {
    visit.given(assigned(null)).when(DAY_AFTER).then();
    visit
        .given(assigned(null))
        .when(new NoteWindow(TO.plusDays(1)))
        .then(new VisitNotHeld(TO, false));
  }

  @Test
  void check_dates_beyond_the_plans_window_give_nobody_more_time() {
    var longer =
        new Assignment.Programme(
            "文号", "第一期", LocalDate.of(2023, 3, 15), LocalDate.of(2023, 12, 20));
    visit
        .given(assigned(longer))
        .when(new NoteWindow(TO.plusDays(1)))
        .then(new VisitNotHeld(TO, false));
  }

  @Test
  void a_visit_that_is_over_in_time_is_never_late() {
    var finished = begun().having(check(DAY)).having(finish(DAY)).having(agrees(DAY));
    finished.when(DAY_AFTER).then();
    SignedRecord.by(finished, DAY, "JT001", "JT003")
        .having(new VisitCommand.RecordResult("JT001", "大队", DAY))
        .when(DAY_AFTER)
        .then();
    drawn().having(new VisitCommand.CancelVisit("名单有误")).when(DAY_AFTER).then();
    visit.given().when(DAY_AFTER).then();
  }

  @Test
  void after_the_window_nobody_begins_what_he_did_not_begin() {
    drawn().having(DAY_AFTER).when(start("JT001", LATER)).thenRejected(VISIT_OUTSIDE_PROGRAMME);
  }

  @Test
  void what_was_begun_can_be_finished_late_and_its_twenty_days_begin_then() {
    begun()
        .having(check(DAY))
        .having(DAY_AFTER)
        .having(finish(LATER))
        .when(agrees(LATER))
        .then(
            new EndingEvent.EndAgreed("JT003", LATER, null),
            new InspectionFinished(LATER, DUE.on(), false, DUE.basis(), true));
    begun()
        .having(check(DAY))
        .having(finish(DAY))
        .when(agrees(DAY))
        .then(
            new EndingEvent.EndAgreed("JT003", DAY, null),
            new InspectionFinished(DAY, DUE.on(), false, DUE.basis(), null));
  }

  @Test
  void a_visit_that_falls_away_says_whether_it_was_late() {
    drawn()
        .having(DAY_AFTER)
        .when(new VisitCommand.CancelVisit("名单有误"))
        .then(new VisitCancelled("名单有误", true));
    begun()
        .having(DAY_AFTER)
        .when(new VisitCommand.GiveWay("T", "已注销"))
        .then(new VisitCancelled("已注销", true), new VisitEvent.ChangeTaken("T"));
    drawn()
        .when(new VisitCommand.GiveWay("T", "已注销"))
        .then(new VisitCancelled("已注销", null), new VisitEvent.ChangeTaken("T"));
  }

  @Test
  void another_team_does_not_make_a_late_visit_a_new_one() {
    drawn()
        .having(DAY_AFTER)
        .having(new VisitCommand.ReassignTeam(List.of("JT001", "JT009"), null, "突发疾病"))
        .having(new VisitCommand.RecuseMember("JT009", "RELATIVE", DAY))
        .when(DAY_AFTER)
        .then();
    begun()
        .having(DAY_AFTER)
        .having(new VisitCommand.ReassignTeam(List.of("JT001", "JT009"), null, "突发疾病"))
        .having(new VisitCommand.RecuseMember("JT009", "RELATIVE", DAY))
        .when(DAY_AFTER)
        .then();
  }

  @Test
  void the_window_ends_with_its_last_day_in_the_bureau_and_is_watched_until_the_visit_is_over() {
    var watch = new WindowWatch();
    Instant end = Instant.parse("2023-04-30T16:00:00Z");
    assertThat(watch.react(STREAM, ASSIGNED)).containsExactly(new Reaction.SetTimer(STREAM, end));
    assertThat(watch.onDue(STREAM, end)).isEqualTo(DAY_AFTER);
    assertThat(watch.react(STREAM, new InspectionFinished(DAY, DUE.on(), false, null, null)))
        .containsExactly(new Reaction.CancelTimer(STREAM));
    assertThat(watch.react(STREAM, new VisitCancelled("已注销", null)))
        .containsExactly(new Reaction.CancelTimer(STREAM));
    assertThat(watch.react(STREAM, new VisitEvent.InspectionStarted(TEAM, DAY, "national-2019")))
        .isEmpty();
  }

  @Test
  void the_window_is_watched_by_a_process_of_its_own_so_that_old_visits_are_too() {
    assertThat(new WindowWatch().name()).isNotEqualTo(new DeadlineWatch().name());
    assertThat(new WindowWatch().streams()).isEqualTo(new DeadlineWatch().streams());
  }
}
