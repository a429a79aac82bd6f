package cn.doublerandom.inspection.visit;

import static cn.doublerandom.inspection.ClosingRejection.HOLD_FOREIGN;
import static cn.doublerandom.inspection.ClosingRejection.RESULT_HELD;
import static cn.doublerandom.inspection.ClosingRejection.RESULT_NOT_IN_REVIEW;
import static cn.doublerandom.inspection.ClosingRejection.REVIEWER_UNFIT;
import static cn.doublerandom.inspection.ClosingRejection.REVIEW_NOT_YOURS;
import static cn.doublerandom.inspection.FollowUpRejection.RESULT_NOT_HELD;
import static cn.doublerandom.inspection.InspectionRejection.NOT_YOUR_VISIT;
import static cn.doublerandom.inspection.InspectionRejection.REASON_UNFIT;
import static cn.doublerandom.inspection.InspectionRejection.RESULT_ALREADY_RECORDED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.time.DeadlineBasis;
import cn.doublerandom.bureau.time.Due;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.visit.VisitCommand.CheckItem;
import cn.doublerandom.inspection.visit.VisitCommand.ConfirmResult;
import cn.doublerandom.inspection.visit.VisitCommand.FinishInspection;
import cn.doublerandom.inspection.visit.VisitCommand.HoldResult;
import cn.doublerandom.inspection.visit.VisitCommand.LiftHold;
import cn.doublerandom.inspection.visit.VisitCommand.NoteDeadline;
import cn.doublerandom.inspection.visit.VisitCommand.PassLegalReview;
import cn.doublerandom.inspection.visit.VisitCommand.ReassignTeam;
import cn.doublerandom.inspection.visit.VisitCommand.RecordResult;
import cn.doublerandom.inspection.visit.VisitCommand.ReturnResult;
import cn.doublerandom.inspection.visit.VisitCommand.StartInspection;
import cn.doublerandom.inspection.visit.VisitEvent.ResultReviewed;
import cn.doublerandom.inspection.visit.VisitEvent.VisitAssigned;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordingTest {
  private static final LocalDate TODAY = LocalDate.of(2025, 3, 17);
  private static final List<String> TEAM = List.of("JC003", "JC004");
  private static final Assignment ASSIGNMENT =
      new Assignment(
          "d-1-S",
          "d-1",
          "2025001",
          "001",
          "S",
          TEAM,
          List.of(new Assignment.Item("I-1", "经营行为")),
          LocalDate.of(2025, 3, 1),
          LocalDate.of(2025, 11, 30),
          null,
          List.of("大队"));
  private static final Due DUE =
      new Due(LocalDate.of(2025, 4, 14), false, new DeadlineBasis("p", 20, "n"));
  private static final ReviewRule BOTH =
      new ReviewRule(
          List.of(
              new ReviewRule.Asked(
                  new ReviewStep(ReviewStep.By.LEADER, "1号"), List.of(), List.of()),
              new ReviewRule.Asked(
                  new ReviewStep(ReviewStep.By.LEGAL, "118号"),
                  List.of("CASE_FILED"),
                  List.of("SERIOUS"))));
  private static final RecordResult RECORD = new RecordResult("JC003", "大队", TODAY, BOTH);
  private static final Officer COLLEAGUE = new Officer("JC004", "大队", Officer.Reach.TEAM);
  private static final Officer LEAD = new Officer("lead", "大队", Officer.Reach.UNIT);
  private static final Officer REVIEWER = new Officer("legal", "法制安全科", Officer.Reach.BUREAU);
  private static final Violation FILED =
      new Violation(Violation.Severity.ORDINARY, "《道路运输条例》第六十三条", Violation.Measure.CASE_FILED);
  private static final Violation MINOR =
      new Violation(Violation.Severity.MINOR, "《道路运输条例》第二十条", Violation.Measure.NONE);

  private final DeciderSpecification<VisitCommand, VisitEvent, Visit> visit =
      DeciderSpecification.of(new VisitDecider());

  private static StartInspection here(String who) {
    return new StartInspection(TEAM, who, TODAY, 2, "p", Map.of());
  }

  private static CheckItem check(String note, @Nullable Violation violation, String... codes) {
    return new CheckItem(
        new Answer("I-1", List.of(codes), note, null, violation),
        "JC003",
        new ResultRule(List.of(), List.of(), Map.of(), "p"),
        TODAY);
  }

  private DeciderSpecification<VisitCommand, VisitEvent, Visit>.Given finished(CheckItem found) {
    return visit
        .given(new VisitAssigned(ASSIGNMENT))
        .having(here("JC003"))
        .having(here("JC004"))
        .having(found)
        .having(new FinishInspection("JC003", TODAY, DUE))
        .having(new FinishInspection("JC004", TODAY, DUE));
  }

  private DeciderSpecification<VisitCommand, VisitEvent, Visit>.Given recorded(CheckItem found) {
    return SignedRecord.by(finished(found), TODAY, "JC003", "JC004").having(RECORD);
  }

  private DeciderSpecification<VisitCommand, VisitEvent, Visit>.Given clean() {
    return recorded(check("", null, "1"));
  }

  private DeciderSpecification<VisitCommand, VisitEvent, Visit>.Given filed() {
    return recorded(check("未经许可从事客运", FILED, "A", "D"));
  }

  @Test
  void a_result_nothing_follows_from_is_final_when_a_second_person_confirms_it() {
    var confirmed = clean().when(new ConfirmResult(COLLEAGUE, TODAY));
    assertThat(confirmed.events()).contains(new ResultReviewed(TODAY));
    assertThat(confirmed.state()).isInstanceOf(Visit.Recorded.class);
    assertThat(clean().when(new ConfirmResult(LEAD, TODAY)).state())
        .isInstanceOf(Visit.Recorded.class);
  }

  @Test
  void who_recorded_does_not_confirm_and_who_leads_another_unit_does_not_either() {
    clean()
        .when(new ConfirmResult(new Officer("jc003", "大队", Officer.Reach.UNIT), TODAY))
        .thenRejected(REVIEWER_UNFIT);
    clean()
        .when(new ConfirmResult(new Officer("x", "财务科", Officer.Reach.UNIT), TODAY))
        .thenRejected(NOT_YOUR_VISIT);
    clean()
        .when(new ConfirmResult(new Officer("JC009", "大队", Officer.Reach.TEAM), TODAY))
        .thenRejected(NOT_YOUR_VISIT);
  }

  @Test
  void what_leads_to_a_filing_is_final_only_after_a_legal_reviewer_who_was_not_there() {
    filed().when(new PassLegalReview(REVIEWER, "程序合法", TODAY)).thenRejected(REVIEW_NOT_YOURS);
    var confirmed = filed().having(new ConfirmResult(LEAD, TODAY));
    confirmed
        .when(new PassLegalReview(new Officer("JC004", "大队", Officer.Reach.BUREAU), "程序合法", TODAY))
        .thenRejected(REVIEWER_UNFIT);
    confirmed
        .when(new PassLegalReview(new Officer("lead", "大队", Officer.Reach.BUREAU), "程序合法", TODAY))
        .thenRejected(REVIEWER_UNFIT);
    confirmed.when(new PassLegalReview(REVIEWER, "1", TODAY)).thenRejected(REASON_UNFIT);
    var passed = confirmed.when(new PassLegalReview(REVIEWER, "事实清楚，程序合法", TODAY));
    assertThat(passed.state())
        .isInstanceOfSatisfying(Visit.Recorded.class, one -> assertThat(one.passed()).hasSize(2));
  }

  @Test
  void what_waits_for_a_follow_up_nobody_named_is_reviewed_and_what_was_put_right_is_not() {
    assertThat(
            recorded(check("维修记录不全", null, "A", "D")).when(new ConfirmResult(LEAD, TODAY)).state())
        .isInstanceOf(Visit.InReview.class);
    assertThat(
            recorded(check("灯光不亮，当场改正", MINOR, "E")).when(new ConfirmResult(LEAD, TODAY)).state())
        .isInstanceOf(Visit.Recorded.class);
  }

  @Test
  void a_returned_result_is_answered_again_and_recorded_anew() {
    clean().when(new ReturnResult(LEAD, false, "1", TODAY)).thenRejected(REASON_UNFIT);
    clean().when(new ReturnResult(REVIEWER, true, "依据有误", TODAY)).thenRejected(REVIEW_NOT_YOURS);
    var returned = clean().having(new ReturnResult(LEAD, false, "漏记灭火器", TODAY));
    returned.when(new ConfirmResult(LEAD, TODAY)).thenRejected(RESULT_NOT_IN_REVIEW);
    var again =
        SignedRecord.by(returned.having(check("灭火器过期", MINOR, "E")), TODAY, "JC003", "JC004")
            .having(RECORD);
    assertThat(again.when(new ConfirmResult(LEAD, TODAY)).state())
        .isInstanceOfSatisfying(
            Visit.Recorded.class, one -> assertThat(one.codes()).containsExactly("E"));
  }

  @Test
  void nothing_is_answered_or_recorded_while_a_result_is_in_review() {
    clean().when(RECORD).thenRejected(RESULT_ALREADY_RECORDED);
    clean().when(check("灭火器过期", MINOR, "E")).thenRejected(RESULT_ALREADY_RECORDED);
  }

  @Test
  void what_is_not_agreed_to_by_its_last_day_is_late() {
    assertThat(clean().when(new NoteDeadline(LocalDate.of(2025, 4, 15))).events())
        .containsExactly(new VisitEvent.DeadlineBreached(DUE.on()));
  }

  @Test
  void a_result_that_is_held_back_is_not_returned_and_recorded_anew_without_the_hold() {
    var coordinator = new Officer("c", "法制安全科", Officer.Reach.BUREAU);
    var held = filed().having(new HoldResult(REVIEWER, "涉嫌伪造证件", TODAY));
    held.when(new ReturnResult(LEAD, false, "漏记灭火器", TODAY)).thenRejected(RESULT_HELD);
    var lifted = held.having(new LiftHold(coordinator, "公安机关不予立案", TODAY));
    assertThat(lifted.when(new ReturnResult(LEAD, false, "漏记灭火器", TODAY)).state())
        .isInstanceOf(Visit.Finished.class);
  }

  @Test
  void who_was_there_and_left_the_team_reviews_nothing_and_lets_nothing_go() {
    var away = new Officer("jc003", "法制安全科", Officer.Reach.BUREAU);
    var finished =
        visit
            .given(new VisitAssigned(ASSIGNMENT))
            .having(here("JC003"))
            .having(here("JC004"))
            .having(new ReassignTeam(List.of("JC004", "JC005"), List.of("大队"), "突发疾病"))
            .having(
                new StartInspection(List.of("JC004", "JC005"), "JC005", TODAY, 2, "p", Map.of()))
            .having(
                new CheckItem(
                    new Answer("I-1", List.of("A", "D"), "未经许可从事客运", null, FILED),
                    "JC004",
                    new ResultRule(List.of(), List.of(), Map.of(), "p"),
                    TODAY))
            .having(new FinishInspection("JC004", TODAY, DUE))
            .having(new FinishInspection("JC005", TODAY, DUE));
    var confirmed =
        SignedRecord.by(finished, TODAY, "JC004", "JC005")
            .having(new RecordResult("JC004", "大队", TODAY, BOTH))
            .having(new ConfirmResult(LEAD, TODAY));
    confirmed.when(new PassLegalReview(away, "事实清楚，程序合法", TODAY)).thenRejected(REVIEWER_UNFIT);
    assertThat(confirmed.when(new PassLegalReview(REVIEWER, "事实清楚，程序合法", TODAY)).state())
        .isInstanceOf(Visit.Recorded.class);
    confirmed
        .having(new HoldResult(REVIEWER, "涉嫌伪造证件", TODAY))
        .when(new LiftHold(away, "公安机关不予立案", TODAY))
        .thenRejected(HOLD_FOREIGN);
  }

  @Test
  void a_result_that_is_held_back_is_final_only_when_another_person_lets_it_go() {
    filed().when(new HoldResult(COLLEAGUE, "涉嫌犯罪", TODAY)).thenRejected(NOT_YOUR_VISIT);
    filed().when(new LiftHold(REVIEWER, "不予立案", TODAY)).thenRejected(RESULT_NOT_HELD);
    var held =
        filed()
            .having(new HoldResult(REVIEWER, "涉嫌犯罪，移送公安机关", TODAY))
            .having(new ConfirmResult(LEAD, TODAY))
            .having(new PassLegalReview(REVIEWER, "事实清楚，程序合法", TODAY));
    held.when(new LiftHold(REVIEWER, "公安机关不予立案", TODAY)).thenRejected(HOLD_FOREIGN);
    held.when(new LiftHold(COLLEAGUE, "公安机关不予立案", TODAY)).thenRejected(HOLD_FOREIGN);
    var coordinator = new Officer("c", "法制安全科", Officer.Reach.BUREAU);
    var lifted = held.when(new LiftHold(coordinator, "公安机关不予立案", TODAY));
    assertThat(lifted.events())
        .containsExactly(
            new VisitEvent.HoldLifted("c", "公安机关不予立案", TODAY), new ResultReviewed(TODAY));
    assertThat(lifted.state()).isInstanceOf(Visit.Recorded.class);
  }

  @Test
  void where_no_pack_asks_anybody_a_result_is_final_at_once() {
    var alone = SignedRecord.by(finished(check("", null, "1")), TODAY, "JC003", "JC004");
    assertThat(alone.when(new RecordResult("JC003", "大队", TODAY)).events())
        .containsExactly(new VisitEvent.ResultRecorded(List.of("1"), "JC003", "大队", TODAY));
  }
}
