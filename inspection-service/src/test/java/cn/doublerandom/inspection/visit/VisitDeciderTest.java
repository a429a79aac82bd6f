package cn.doublerandom.inspection.visit;

import static cn.doublerandom.inspection.InspectionRejection.CODES_MISSING;
import static cn.doublerandom.inspection.InspectionRejection.CODE_UNKNOWN;
import static cn.doublerandom.inspection.InspectionRejection.ITEM_NOT_IN_TASK;
import static cn.doublerandom.inspection.InspectionRejection.ITEM_UNANSWERED;
import static cn.doublerandom.inspection.InspectionRejection.MEMBER_RECUSED;
import static cn.doublerandom.inspection.InspectionRejection.NOTE_MISSING;
import static cn.doublerandom.inspection.InspectionRejection.NOT_ON_TEAM;
import static cn.doublerandom.inspection.InspectionRejection.NO_PROBLEM_STANDS_ALONE;
import static cn.doublerandom.inspection.InspectionRejection.RESULT_ALREADY_RECORDED;
import static cn.doublerandom.inspection.InspectionRejection.RESULT_CONTRADICTORY;
import static cn.doublerandom.inspection.InspectionRejection.RESULT_INCOMPLETE;
import static cn.doublerandom.inspection.InspectionRejection.TEAM_INCOMPLETE;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_NOT_STARTED;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_OUTSIDE_PROGRAMME;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_OUTSIDE_WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.result.ResultCode;
import cn.doublerandom.bureau.time.DeadlineBasis;
import cn.doublerandom.bureau.time.Due;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.eventstore.decider.ProcessRules;
import cn.doublerandom.inspection.GapRejection;
import cn.doublerandom.inspection.InspectionRejection;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.visit.VisitCommand.AssignVisit;
import cn.doublerandom.inspection.visit.VisitCommand.CheckItem;
import cn.doublerandom.inspection.visit.VisitCommand.FinishInspection;
import cn.doublerandom.inspection.visit.VisitCommand.RecordResult;
import cn.doublerandom.inspection.visit.VisitCommand.StartInspection;
import cn.doublerandom.inspection.visit.VisitEvent.VisitAssigned;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VisitDeciderTest {
  private static final LocalDate TODAY = LocalDate.of(2023, 3, 16);
  private static final Assignment ASSIGNMENT =
      new Assignment(
          "d-1-S",
          "d-1",
          "2023001",
          "001",
          "S",
          List.of("JT001", "JT003"),
          List.of(new Assignment.Item("I-1", "经营行为"), new Assignment.Item("I-2", "安全生产")),
          LocalDate.of(2023, 3, 1),
          LocalDate.of(2023, 11, 30),
          null,
          List.of("大队", "综合行政执法大队"));
  private static final String PACKS = "national-2019+hebei-2023";
  private static final ResultRule RULE =
      new ResultRule(
          List.of(List.of("A", "E")),
          List.of(List.of("9", "10", "11", "12")),
          Map.of("D", "A", "3", "A"),
          PACKS);
  private static final StartInspection START =
      new StartInspection(List.of("JT003", "JT001"), "JT001", TODAY, 2, PACKS, Map.of());
  private static final StartInspection OTHER_HERE =
      new StartInspection(List.of("JT003", "JT001"), "JT003", TODAY, 2, PACKS, Map.of());
  private static final DeadlineBasis BASIS = new DeadlineBasis(PACKS, 20, "国办发明电〔2022〕16号");
  private static final LocalDate DUE = LocalDate.of(2023, 4, 14);
  private static final FinishInspection FINISH =
      new FinishInspection("JT001", TODAY, new Due(DUE, false, BASIS));
  private static final FinishInspection AGREES =
      new FinishInspection("JT003", TODAY, new Due(DUE, false, BASIS));

  private final DeciderSpecification<VisitCommand, VisitEvent, Visit> visit =
      DeciderSpecification.of(new VisitDecider());

  private DeciderSpecification<VisitCommand, VisitEvent, Visit>.Given started() {
    return visit.given(new VisitAssigned(ASSIGNMENT)).having(OTHER_HERE).having(START);
  }

  private static CheckItem check(String item, String note, String... codes) {
    return new CheckItem(new Answer(item, List.of(codes), note), "JT001", RULE, TODAY);
  }

  @Test
  void a_visit_starts_with_its_whole_team_inside_its_window() {
    var assigned = visit.given(new VisitAssigned(ASSIGNMENT));
    assigned
        .when(new StartInspection(List.of("JT001"), "JT001", TODAY, 2, PACKS, Map.of()))
        .thenRejected(TEAM_INCOMPLETE);
    assigned
        .when(new StartInspection(List.of("JT001", "JT009"), "JT001", TODAY, 2, PACKS, Map.of()))
        .thenRejected(TEAM_INCOMPLETE);
    assigned
        .when(new StartInspection(START.present(), "JT009", TODAY, 2, PACKS, Map.of()))
        .thenRejected(NOT_ON_TEAM);
    assigned
        .when(
            new StartInspection(
                START.present(), "JT001", LocalDate.of(2023, 12, 1), 2, PACKS, Map.of()))
        .thenRejected(VISIT_OUTSIDE_WINDOW);
    assertThat(assigned.having(OTHER_HERE).when(START).state())
        .isInstanceOf(Visit.InProgress.class);
  }

  @Test
  void one_account_does_not_say_that_two_officers_are_on_site() {
    var assigned = visit.given(new VisitAssigned(ASSIGNMENT));
    assertThat(assigned.when(START).events())
        .containsExactly(new VisitEvent.PresenceConfirmed("JT001", TODAY));
    var once = assigned.having(START);
    assertThat(once.when(START).events()).isEmpty();
    for (String spelling : List.of("jt001", " JT001", "ＪＴ００１")) {
      assertThat(
              once.when(new StartInspection(START.present(), spelling, TODAY, 2, PACKS, Map.of()))
                  .state())
          .isInstanceOf(Visit.Assigned.class);
    }
    once.when(new CheckItem(new Answer("I-1", List.of("1"), ""), "JT001", RULE, TODAY))
        .thenRejected(VISIT_NOT_STARTED);
    assertThat(once.when(OTHER_HERE).events())
        .containsExactly(
            new VisitEvent.PresenceConfirmed("JT003", TODAY),
            new VisitEvent.InspectionStarted(START.present(), TODAY, PACKS));
  }

  @Test
  void who_was_on_site_yesterday_is_not_there_today() {
    var yesterday =
        new StartInspection(START.present(), "JT003", TODAY.minusDays(1), 2, PACKS, Map.of());
    assertThat(visit.given(new VisitAssigned(ASSIGNMENT)).having(yesterday).when(START).events())
        .containsExactly(new VisitEvent.PresenceConfirmed("JT001", TODAY));
  }

  @Test
  void who_came_for_a_team_that_was_changed_says_again_that_he_is_there() {
    var changed =
        visit
            .given(new VisitAssigned(ASSIGNMENT))
            .having(START)
            .having(new VisitCommand.ReassignTeam(List.of("JT001", "JT007"), null, "病假"));
    var seven = new StartInspection(List.of("JT001", "JT007"), "JT007", TODAY, 2, PACKS, Map.of());
    assertThat(changed.when(seven).state()).isInstanceOf(Visit.Assigned.class);
  }

  @Test
  void a_result_is_recorded_for_no_unit_without_a_name_and_for_none_that_did_not_inspect() {
    var finished = signed(finished());
    for (String unit : List.of("", "  ", "\u3000", "财务科")) {
      finished
          .when(new VisitCommand.RecordResult("JT001", unit, TODAY))
          .thenRejected(InspectionRejection.UNIT_UNFIT);
    }
    assertThat(finished.when(new VisitCommand.RecordResult("JT001", "大队", TODAY)).events())
        .hasSize(1);
  }

  @Test
  void a_visit_starts_on_the_days_its_programme_promised_and_the_refusal_names_it() {
    var programme =
        new Assignment.Programme(
            "清交双随机办〔2023〕2号", "第一期随机抽查实施方案", LocalDate.of(2023, 3, 20), LocalDate.of(2023, 6, 30));
    var assigned =
        visit.given(
            new VisitAssigned(
                new Assignment(
                    ASSIGNMENT.visitId(),
                    ASSIGNMENT.drawId(),
                    ASSIGNMENT.planId(),
                    ASSIGNMENT.taskId(),
                    ASSIGNMENT.subjectId(),
                    ASSIGNMENT.inspectors(),
                    ASSIGNMENT.items(),
                    ASSIGNMENT.from(),
                    ASSIGNMENT.to(),
                    programme,
                    null)));
    assigned
        .when(startOn(LocalDate.of(2023, 3, 19)))
        .thenRejected(
            VISIT_OUTSIDE_PROGRAMME,
            Map.of(
                "from", LocalDate.of(2023, 3, 20),
                "to", LocalDate.of(2023, 6, 30),
                "clause", "清交双随机办〔2023〕2号《第一期随机抽查实施方案》检查日期"));
    assigned.when(startOn(LocalDate.of(2023, 7, 1))).thenRejected(VISIT_OUTSIDE_PROGRAMME);
    assertThat(assigned.when(startOn(LocalDate.of(2023, 3, 20))).events()).hasSize(1);
    assertThat(assigned.when(startOn(LocalDate.of(2023, 6, 30))).events()).hasSize(1);
  }

  private static StartInspection startOn(LocalDate day) {
    return new StartInspection(START.present(), "JT001", day, 2, PACKS, Map.of());
  }

  @Test
  void codes_that_contradict_each_other_or_lack_their_parent_are_refused() {
    started().when(check("I-1", "x", "12", "9")).thenRejected(RESULT_CONTRADICTORY);
    started().when(check("I-1", "x", "A", "E")).thenRejected(RESULT_CONTRADICTORY);
    started().when(check("I-1", "x", "D")).thenRejected(RESULT_INCOMPLETE);
    started().when(check("I-1", "x", "3")).thenRejected(RESULT_INCOMPLETE);
    started()
        .when(check("I-1", "x", "D"))
        .thenRejected(
            RESULT_INCOMPLETE,
            Map.of(
                "field", "codes",
                "code", "D",
                "needs", "A",
                "more", ResultCode.needs("D", "A")));
    assertThat(started().when(check("I-1", "x", "3", "A", "D")).events()).hasSize(1);
  }

  @Test
  void a_firm_is_not_deregistered_in_one_answer_and_moved_out_in_the_next() {
    var first = started().having(check("I-1", "已注销", "9"));
    first.when(check("I-2", "已迁出", "12")).thenRejected(RESULT_CONTRADICTORY);
    assertThat(first.when(check("I-1", "已迁出", "12")).events()).hasSize(1);
    assertThat(first.when(check("I-2", "已注销", "9")).events()).hasSize(1);
  }

  @Test
  void what_waits_for_a_follow_up_outweighs_what_was_corrected_on_the_spot() {
    var finished =
        signed(
            started()
                .having(check("I-1", "未按规定维护", "A", "D"))
                .having(check("I-2", "灭火器过期", "E"))
                .having(FINISH)
                .having(AGREES));
    assertThat(
            ((Visit.Recorded) finished.when(new RecordResult("JT003", "大队", TODAY)).state())
                .codes())
        .containsExactly("A", "D");
  }

  @Test
  void nothing_is_answered_before_the_start_or_beside_the_task() {
    visit
        .given(new VisitAssigned(ASSIGNMENT))
        .when(check("I-1", "", "1"))
        .thenRejected(VISIT_NOT_STARTED);
    started().when(check("I-9", "", "1")).thenRejected(ITEM_NOT_IN_TASK);
  }

  @Test
  void no_problem_stands_alone_and_a_problem_is_described() {
    started().when(check("I-1", "")).thenRejected(CODES_MISSING);
    started().when(check("I-1", "", "2")).thenRejected(CODE_UNKNOWN);
    started().when(check("I-1", "x", "1", "A")).thenRejected(NO_PROBLEM_STANDS_ALONE);
    started().when(check("I-1", " ", "A", "D")).thenRejected(NOTE_MISSING);
    assertThat(started().when(check("I-1", "未按规定维护", "A", "D")).events()).hasSize(1);
  }

  @Test
  void a_visit_does_not_end_while_an_item_has_no_answer() {
    started().having(check("I-1", "", "1")).when(FINISH).thenRejected(ITEM_UNANSWERED);
  }

  @Test
  void the_result_of_a_subject_is_no_problem_only_where_every_item_has_none() {
    var finished =
        signed(
            started()
                .having(check("I-1", "", "1"))
                .having(check("I-2", "灭火器过期", "E"))
                .having(FINISH)
                .having(AGREES));
    var recorded = (Visit.Recorded) finished.when(new RecordResult("JT003", "大队", TODAY)).state();
    assertThat(recorded.codes()).containsExactly("E");

    var clean = signed(finished());
    assertThat(
            ((Visit.Recorded) clean.when(new RecordResult("JT003", "大队", TODAY)).state()).codes())
        .containsExactly("1");
  }

  @Test
  void only_the_team_records_and_only_once() {
    var finished = signed(finished());
    finished.when(new RecordResult("JT009", "别的单位", TODAY)).thenRejected(NOT_ON_TEAM);
    finished
        .having(new RecordResult("JT001", "大队", TODAY))
        .when(new RecordResult("JT001", "大队", TODAY))
        .thenRejected(RESULT_ALREADY_RECORDED);
  }

  @Test
  void a_substitute_visits_in_place_of_who_dropped_out() {
    var reassigned = visit.given(new VisitAssigned(ASSIGNMENT)).having(team("JT001", "JT007"));
    reassigned.when(START).thenRejected(TEAM_INCOMPLETE);
    assertThat(
            reassigned
                .when(
                    new StartInspection(
                        List.of("JT001", "JT007"), "JT007", TODAY, 2, PACKS, Map.of()))
                .events())
        .hasSize(1);
    started().when(team("JT003", "JT001")).then(new VisitEvent.ChangeTaken(null));
  }

  @Test
  void a_visit_falls_away_with_its_draw_and_what_was_found_stays_found() {
    var cancelled =
        visit.given(new VisitAssigned(ASSIGNMENT)).having(new VisitCommand.CancelVisit("名单有误"));
    cancelled.when(START).thenRejected(InspectionRejection.VISIT_CANCELLED);
    assertThat(started().when(new VisitCommand.CancelVisit("名单有误")).state())
        .isInstanceOf(Visit.Cancelled.class);
    started()
        .having(check("I-1", "", "1"))
        .having(check("I-2", "", "1"))
        .having(FINISH)
        .having(AGREES)
        .when(new VisitCommand.CancelVisit("名单有误"))
        .then();
  }

  @Test
  void a_draw_told_twice_assigns_once() {
    visit.given(new VisitAssigned(ASSIGNMENT)).when(new AssignVisit(ASSIGNMENT, List.of())).then();
  }

  private static DeciderSpecification<VisitCommand, VisitEvent, Visit>.Given signed(
      DeciderSpecification<VisitCommand, VisitEvent, Visit>.Given finished) {
    return SignedRecord.by(finished, TODAY, "JT001", "JT003");
  }

  private DeciderSpecification<VisitCommand, VisitEvent, Visit>.Given finished() {
    return started()
        .having(check("I-1", "", "1"))
        .having(check("I-2", "", "1"))
        .having(FINISH)
        .having(AGREES);
  }

  @Test
  void a_result_missing_after_the_twentieth_working_day_becomes_a_fact_once() {
    var onTheLastDay = new VisitCommand.NoteDeadline(LocalDate.of(2023, 4, 14));
    var theDayAfter = new VisitCommand.NoteDeadline(LocalDate.of(2023, 4, 15));

    finished().when(onTheLastDay).then();
    finished().when(theDayAfter).then(new VisitEvent.DeadlineBreached(LocalDate.of(2023, 4, 14)));
    finished().having(theDayAfter).when(theDayAfter).then();
    signed(finished())
        .having(new RecordResult("JT001", "综合行政执法大队", TODAY))
        .when(theDayAfter)
        .then();
  }

  @Test
  void a_new_holiday_notice_moves_an_open_deadline_and_leaves_a_closed_one() {
    var later = new Due(LocalDate.of(2023, 4, 17), false, BASIS);
    var moved = new VisitEvent.DeadlineMoved(later.on(), false, BASIS);
    var move = new VisitCommand.MoveDeadline(later, LocalDate.of(2023, 4, 14));

    finished().when(move).then(moved);
    finished().having(move).when(move).then();
    signed(finished()).having(new RecordResult("JT001", "综合行政执法大队", TODAY)).when(move).then();
    started().when(move).then();
  }

  @Test
  void a_last_day_that_moves_to_one_that_is_over_too_is_missed_at_once() {
    var later = LocalDate.of(2023, 4, 17);
    var moves =
        new VisitCommand.MoveDeadline(new Due(later, false, BASIS), LocalDate.of(2023, 4, 18));

    finished()
        .having(new VisitCommand.NoteDeadline(LocalDate.of(2023, 4, 15)))
        .when(moves)
        .then(
            new VisitEvent.DeadlineMoved(later, false, BASIS),
            new VisitEvent.DeadlineBreached(later));
  }

  @Test
  void a_breach_that_was_none_under_the_new_notice_is_taken_back_in_the_open() {
    var noted = finished().having(new VisitCommand.NoteDeadline(LocalDate.of(2023, 4, 15)));
    var moved =
        noted.having(
            new VisitCommand.MoveDeadline(
                new Due(LocalDate.of(2023, 4, 17), false, BASIS), LocalDate.of(2023, 4, 15)));
    moved.when(new VisitCommand.NoteDeadline(LocalDate.of(2023, 4, 17))).then();
    moved
        .when(new VisitCommand.NoteDeadline(LocalDate.of(2023, 4, 18)))
        .then(new VisitEvent.DeadlineBreached(LocalDate.of(2023, 4, 17)));
  }

  @Test
  void a_result_can_still_be_recorded_after_its_deadline_and_the_breach_stays() {
    var late = signed(finished()).having(new VisitCommand.NoteDeadline(LocalDate.of(2023, 5, 1)));
    var recorded = late.when(new RecordResult("JT001", "综合行政执法大队", LocalDate.of(2023, 5, 2)));

    assertThat(recorded.state())
        .isInstanceOfSatisfying(
            Visit.Recorded.class, r -> assertThat(r.finished().overdue()).isTrue());
  }

  @Test
  void the_deadline_ends_with_its_day_in_the_bureau_and_is_taken_back_by_the_result() {
    var watch = new DeadlineWatch();
    String stream = "visit-d-1-S";

    assertThat(
            watch.react(stream, new VisitEvent.InspectionFinished(TODAY, DUE, false, BASIS, null)))
        .containsExactly(
            new ProcessRules.Reaction.SetTimer(
                stream, java.time.Instant.parse("2023-04-14T16:00:00Z")));
    assertThat(
            watch.react(stream, new VisitEvent.ResultRecorded(List.of("1"), "JT001", "大队", TODAY)))
        .containsExactly(new ProcessRules.Reaction.CancelTimer(stream));
    assertThat(watch.onDue(stream, java.time.Instant.parse("2023-04-14T16:00:00Z")))
        .isEqualTo(new VisitCommand.NoteDeadline(LocalDate.of(2023, 4, 15)));
  }

  // ---- what the draw tells of a visit that goes on

  private static VisitCommand.ReassignTeam team(String... inspectors) {
    return new VisitCommand.ReassignTeam(List.of(inspectors), null, "突发疾病");
  }

  @Test
  void a_substitute_joins_a_running_visit_where_somebody_who_began_it_stays() {
    var changed = started().when(team("JT001", "JT009"));
    assertThat(changed.events())
        .containsExactly(
            new VisitEvent.TeamReassigned(List.of("JT001", "JT009"), null),
            new VisitEvent.ChangeTaken(null));
    var after = started().having(team("JT001", "JT009"));
    after
        .when(new CheckItem(new Answer("I-1", List.of("1"), ""), "JT003", RULE, TODAY))
        .thenRejected(NOT_ON_TEAM);
    var there =
        after.having(
            new StartInspection(List.of("JT001", "JT009"), "JT009", TODAY, 2, PACKS, Map.of()));
    assertThat(
            there
                .when(new CheckItem(new Answer("I-1", List.of("1"), ""), "JT009", RULE, TODAY))
                .events())
        .hasSize(1);
  }

  @Test
  void a_whole_new_team_in_a_running_visit_is_refused_and_told() {
    assertThat(started().when(team("JT008", "JT009")).events())
        .containsExactly(
            new VisitEvent.ChangeRefused(
                List.of("JT008", "JT009"), null, "突发疾病", "检查已经开始，没有原检查人员留下"));
  }

  @Test
  void a_visit_that_is_over_keeps_its_team_and_its_place_and_says_so() {
    var finished =
        started()
            .having(check("I-1", "", "1"))
            .having(check("I-2", "", "1"))
            .having(FINISH)
            .having(AGREES);
    assertThat(finished.when(team("JT001", "JT009")).events())
        .containsExactly(
            new VisitEvent.ChangeRefused(List.of("JT001", "JT009"), null, "突发疾病", "检查已经结束"));
    assertThat(finished.when(team("JT001", "JT003")).events())
        .containsExactly(new VisitEvent.ChangeTaken(null));
    assertThat(finished.when(new VisitCommand.GiveWay("T", "已注销")).events())
        .containsExactly(new VisitEvent.ChangeRefused(null, "T", "已注销", "检查已经结束"));
    assertThat(started().when(new VisitCommand.GiveWay("T", "已注销")).events())
        .containsExactly(
            new VisitEvent.VisitCancelled("已注销", null), new VisitEvent.ChangeTaken("T"));
  }

  @Test
  void what_was_found_before_a_draw_was_void_stays_to_be_read() {
    var voided =
        started()
            .having(check("I-1", "灭火器过期", "A"))
            .when(new VisitCommand.CancelVisit("名单有误"))
            .state();
    assertThat(VisitSummary.of(voided))
        .hasValueSatisfying(visit -> {
          assertThat(visit.state()).isEqualTo("CANCELLED");
          assertThat(visit.answers()).extracting(Answer::note).containsExactly("灭火器过期");
        });
  }

  @Test
  void nobody_begins_a_visit_while_a_member_may_not_serve_by_the_register() {
    visit
        .given(new VisitAssigned(ASSIGNMENT))
        .when(
            new StartInspection(
                START.present(), "JT001", TODAY, 2, PACKS, Map.of("JT003", "ON_LEAVE")))
        .thenRejected(
            InspectionRejection.MEMBER_UNFIT, Map.of("inspector", "JT003", "registered", "休假"));
  }

  // ---- 回避 after the draw

  private static final VisitCommand.RecuseMember RECUSED =
      new VisitCommand.RecuseMember("JT003", "RELATIVE", TODAY);

  @Test
  void a_team_with_a_recused_member_starts_nothing_before_he_is_replaced_or_two_decide_he_stays() {
    var recused = visit.given(new VisitAssigned(ASSIGNMENT)).having(RECUSED);
    for (StartInspection start : List.of(START, OTHER_HERE)) {
      recused.when(start).thenRejected(MEMBER_RECUSED, Map.of("inspector", "JT003"));
    }
    assertThat(recused.when(RECUSED).events()).isEmpty();
    assertThat(recused.when(new VisitCommand.KeepMember("JT003")).events())
        .containsExactly(new VisitEvent.MemberKept("JT003"));
    var kept =
        visit
            .given(new VisitAssigned(ASSIGNMENT))
            .having(RECUSED)
            .having(new VisitCommand.KeepMember("JT003"))
            .having(OTHER_HERE);
    assertThat(kept.when(START).state()).isInstanceOf(Visit.InProgress.class);
    List<String> team = List.of("JT001", "JT009");
    var replaced =
        visit
            .given(new VisitAssigned(ASSIGNMENT))
            .having(RECUSED)
            .having(team("JT001", "JT009"))
            .having(new StartInspection(team, "JT001", TODAY, 2, PACKS, Map.of()));
    assertThat(replaced.when(new StartInspection(team, "JT009", TODAY, 2, PACKS, Map.of())).state())
        .isInstanceOf(Visit.InProgress.class);
  }

  @Test
  void a_recusal_of_tomorrow_stops_nobody_today() {
    var tomorrow = new VisitCommand.RecuseMember("JT003", "RELATIVE", TODAY.plusDays(1));
    var recused = visit.given(new VisitAssigned(ASSIGNMENT)).having(tomorrow).having(OTHER_HERE);
    assertThat(recused.when(START).state()).isInstanceOf(Visit.InProgress.class);
  }

  @Test
  void who_is_recused_while_the_visit_runs_records_nothing_and_the_others_go_on() {
    var recused = started().having(new VisitCommand.RecuseMember("JT001", "RELATIVE", TODAY));
    recused.when(check("I-1", "", "1")).thenRejected(MEMBER_RECUSED, Map.of("inspector", "JT001"));
    assertThat(
            recused
                .when(new CheckItem(new Answer("I-1", List.of("1"), ""), "JT003", RULE, TODAY))
                .events())
        .hasSize(1);
    var answered =
        started()
            .having(check("I-1", "", "1"))
            .having(check("I-2", "", "1"))
            .having(new VisitCommand.RecuseMember("JT001", "RELATIVE", TODAY));
    answered.when(FINISH).thenRejected(MEMBER_RECUSED);
    var finished =
        started()
            .having(check("I-1", "", "1"))
            .having(check("I-2", "", "1"))
            .having(FINISH)
            .having(AGREES)
            .having(new VisitCommand.RecuseMember("JT001", "RELATIVE", TODAY));
    finished.when(new RecordResult("JT001", "大队", TODAY)).thenRejected(MEMBER_RECUSED);
    finished
        .when(new RecordResult("JT003", "大队", TODAY))
        .thenRejected(InspectionRejection.RECUSED_ANSWERS, Map.of("items", List.of("I-1", "I-2")));
    for (String item : List.of("I-1", "I-2")) {
      finished.having(new CheckItem(new Answer(item, List.of("1"), ""), "JT003", RULE, TODAY));
    }
    SignedRecord.by(finished, TODAY, "JT003");
    finished
        .when(new RecordResult("JT003", "大队", TODAY))
        .thenRejected(GapRejection.GAPS_UNAGREED, Map.of("missing", List.of("JT001")));
    finished
        .having(
            new SigningCommand.AskGaps(
                SignedRecord.hash(finished),
                List.of(new SignatureGap("JT001", "检查期间决定回避")),
                new Officer("JT003", "大队", Officer.Reach.TEAM),
                TODAY))
        .having(
            new SigningCommand.AgreeGaps(new Officer("c", "法制安全科", Officer.Reach.BUREAU), TODAY));
    assertThat(finished.when(new RecordResult("JT003", "大队", TODAY)).state())
        .isInstanceOf(Visit.Recorded.class);
  }

  @Test
  void who_was_recused_between_freeze_and_draw_is_so_from_the_first_moment_of_the_visit() {
    assertThat(
            visit.given().when(new VisitCommand.AssignVisit(ASSIGNMENT, List.of(RECUSED))).events())
        .containsExactly(
            new VisitAssigned(ASSIGNMENT),
            new VisitEvent.MemberRecused("JT003", "RELATIVE", TODAY));
  }
}
