package cn.doublerandom.inspection.followup;

import static cn.doublerandom.inspection.FollowUpRejection.FOLLOW_UP_CLOSED;
import static cn.doublerandom.inspection.FollowUpRejection.FOLLOW_UP_OPEN;
import static cn.doublerandom.inspection.FollowUpRejection.FOLLOW_UP_UNFIT;
import static cn.doublerandom.inspection.FollowUpRejection.FOLLOW_UP_UNFOUNDED;
import static cn.doublerandom.inspection.FollowUpRejection.FOLLOW_UP_UNKNOWN;
import static cn.doublerandom.inspection.FollowUpRejection.RECEIPT_LINK_UNKNOWN;
import static cn.doublerandom.inspection.FollowUpRejection.RECHECK_ALONE;
import static cn.doublerandom.inspection.FollowUpRejection.RECHECK_BEGUN;
import static cn.doublerandom.inspection.FollowUpRejection.RECHECK_DAY_UNFIT;
import static cn.doublerandom.inspection.FollowUpRejection.RECHECK_OF_OTHERS;
import static cn.doublerandom.inspection.FollowUpRejection.RECHECK_TEAM_UNFIT;
import static cn.doublerandom.inspection.FollowUpRejection.RECHECK_TOO_SOON;
import static cn.doublerandom.inspection.FollowUpRejection.RECHECK_UNSTATED;
import static cn.doublerandom.inspection.FollowUpRejection.RESULT_NOT_HELD;
import static cn.doublerandom.inspection.FollowUpRejection.RESULT_NOT_RECORDED;
import static cn.doublerandom.inspection.InspectionRejection.MEMBER_UNFIT;
import static cn.doublerandom.inspection.InspectionRejection.NOT_YOUR_VISIT;
import static cn.doublerandom.inspection.InspectionRejection.REASON_UNFIT;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.eventstore.decider.ProcessRules;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.followup.FollowUpCommand.AcknowledgeByLink;
import cn.doublerandom.inspection.followup.FollowUpCommand.ConfirmRecheck;
import cn.doublerandom.inspection.followup.FollowUpCommand.EnterReceipt;
import cn.doublerandom.inspection.followup.FollowUpCommand.IssueLink;
import cn.doublerandom.inspection.followup.FollowUpCommand.LiftUnfounded;
import cn.doublerandom.inspection.followup.FollowUpCommand.NoteAlarms;
import cn.doublerandom.inspection.followup.FollowUpCommand.OpenFollowUp;
import cn.doublerandom.inspection.followup.FollowUpCommand.PlanRecheck;
import cn.doublerandom.inspection.followup.FollowUpCommand.StateRecheck;
import cn.doublerandom.inspection.followup.FollowUpEvent.FollowUpAlarmed;
import cn.doublerandom.inspection.followup.FollowUpEvent.FollowUpClosed;
import cn.doublerandom.inspection.followup.FollowUpEvent.OrderLifted;
import cn.doublerandom.inspection.followup.FollowUpEvent.RecheckPlanned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FollowUpDeciderTest {
  private static final LocalDate TODAY = LocalDate.of(2023, 3, 16);
  private static final LocalDate DUE = LocalDate.of(2023, 4, 7);
  private static final OfVisit OF =
      new OfVisit("d-1-S", "d-1", "S", List.of("JC003", "JC004"), List.of("大队"));
  private static final Officer ONE = new Officer("JC003", "大队", Officer.Reach.TEAM);
  private static final Officer OTHER = new Officer("JC004", "大队", Officer.Reach.TEAM);
  private static final Officer STRANGER = new Officer("x", "财务科", Officer.Reach.UNIT);
  private static final List<Alarm> ALARMS =
      List.of(
          new Alarm(LocalDate.of(2023, 4, 3), Alarm.What.REMINDER, "inspector"),
          new Alarm(LocalDate.of(2023, 4, 8), Alarm.What.OVERDUE, "unit-lead"),
          new Alarm(LocalDate.of(2023, 4, 15), Alarm.What.ESCALATION, "coordinator"));

  private final DeciderSpecification<FollowUpCommand, FollowUpEvent, FollowUps> followUps =
      DeciderSpecification.of(new FollowUpDecider());

  private static FollowedVisit visit(boolean recorded, boolean held, boolean told) {
    return new FollowedVisit(OF, recorded, held, told, Set.of("I-1"), Set.of("I-1"));
  }

  private static final FollowedVisit FINAL = visit(true, false, true);

  private static OpenFollowUp open(
      FollowedVisit visit, FollowUpKind kind, String item, @Nullable String to, Officer by) {
    return new OpenFollowUp(visit, kind, item, "清交责改〔2023〕3号", to, DUE, false, ALARMS, by, TODAY);
  }

  private static OpenFollowUp order() {
    return open(FINAL, FollowUpKind.CORRECTION, "I-1", null, ONE);
  }

  private static OpenFollowUp transfer() {
    return open(FINAL, FollowUpKind.TRANSFER, "I-1", "市场监督管理局", ONE);
  }

  private static StateRecheck looks(boolean corrected) {
    return new StateRecheck(FINAL, 1, corrected, "灭火器已经更换", ONE, DUE);
  }

  @Test
  void nothing_follows_before_the_result_is_recorded_or_where_nothing_was_found() {
    followUps
        .given()
        .when(open(visit(false, false, false), FollowUpKind.CORRECTION, "I-1", null, ONE))
        .thenRejected(RESULT_NOT_RECORDED);
    followUps
        .given()
        .when(open(FINAL, FollowUpKind.CORRECTION, "I-2", null, ONE))
        .thenRejected(FOLLOW_UP_UNFOUNDED);
    followUps
        .given()
        .when(open(FINAL, FollowUpKind.CORRECTION, "I-1", null, STRANGER))
        .thenRejected(NOT_YOUR_VISIT);
    assertThat(followUps.given().when(order()).events()).hasSize(1);
  }

  @Test
  void an_order_is_lifted_where_its_finding_was_corrected_and_a_transfer_waits_for_its_receiver() {
    var corrected = new FollowedVisit(OF, true, false, true, Set.of("I-2"), Set.of());
    var lift = new LiftUnfounded(corrected, "复核时发现录入有误", DUE);
    var both = followUps.given().having(order()).having(transfer());
    both.when(lift).then(new OrderLifted(1, "复核时发现录入有误", DUE), new FollowUpClosed(1, DUE));
    FollowUps after = both.when(lift).state();
    assertThat(after.one(1).orElseThrow().lifted()).isEqualTo("复核时发现录入有误");
    assertThat(after.one(1).orElseThrow().open()).isFalse();
    assertThat(after.one(2).orElseThrow().open()).isTrue();
    both.having(lift).when(lift).then();
    both.having(lift).when(looks(true)).thenRejected(FOLLOW_UP_CLOSED);
    followUps.given().having(order()).when(new LiftUnfounded(FINAL, "有误", DUE)).then();
    followUps.given().when(lift).then();
  }

  @Test
  void what_goes_out_names_its_receiver_and_an_order_does_not() {
    followUps
        .given()
        .when(open(FINAL, FollowUpKind.NOTIFICATION, "I-1", null, ONE))
        .thenRejected(FOLLOW_UP_UNFIT);
    followUps
        .given()
        .when(open(FINAL, FollowUpKind.CORRECTION, "I-1", "市场监督管理局", ONE))
        .thenRejected(FOLLOW_UP_UNFIT);
    followUps.given().having(order()).when(order()).thenRejected(FOLLOW_UP_OPEN);
  }

  @Test
  void a_case_goes_to_a_judicial_organ_only_while_its_result_is_held_back() {
    followUps
        .given()
        .when(open(visit(true, false, false), FollowUpKind.CRIMINAL, "I-1", "县公安局", ONE))
        .thenRejected(RESULT_NOT_HELD);
    assertThat(
            followUps
                .given()
                .when(open(visit(true, true, false), FollowUpKind.CRIMINAL, "I-1", "县公安局", ONE))
                .events())
        .hasSize(1);
  }

  private static final Officer THIRD = new Officer("JC005", "别的大队", Officer.Reach.TEAM);
  private static final Officer FOURTH = new Officer("JC006", "别的大队", Officer.Reach.TEAM);

  private static PlanRecheck plan(LocalDate on, List<String> officers, Officer by) {
    return new PlanRecheck(FINAL, 1, on, officers, Map.of(), by, TODAY);
  }

  private static PlanRecheck plan() {
    return plan(DUE, List.of("JC005", "JC006"), ONE);
  }

  @Test
  void a_re_check_is_planned_for_a_day_and_two_officers_who_may_serve_then() {
    var ordered = followUps.given().having(order());
    ordered.when(plan(DUE, List.of("JC005"), ONE)).thenRejected(RECHECK_TEAM_UNFIT);
    ordered.when(plan(DUE, List.of("JC005", "jc005"), ONE)).thenRejected(RECHECK_TEAM_UNFIT);
    ordered.when(plan(DUE, List.of("JC005", "JC006"), STRANGER)).thenRejected(NOT_YOUR_VISIT);
    ordered
        .when(plan(TODAY.minusDays(1), List.of("JC005", "JC006"), ONE))
        .thenRejected(RECHECK_DAY_UNFIT);
    ordered
        .when(plan(TODAY.plusYears(1).plusDays(1), List.of("JC005", "JC006"), ONE))
        .thenRejected(RECHECK_DAY_UNFIT);
    ordered
        .when(
            new PlanRecheck(
                FINAL, 1, DUE, List.of("JC005", "JC006"), Map.of("JC006", "ON_LEAVE"), ONE, TODAY))
        .thenRejected(MEMBER_UNFIT);
    ordered
        .when(plan())
        .then(
            new RecheckPlanned(
                new RecheckVisit(
                    "d-1-S-recheck-1-1", 1, DUE, List.of("JC005", "JC006"), "JC003", null)));
    followUps.given().having(transfer()).when(plan()).thenRejected(FOLLOW_UP_UNFIT);
  }

  @Test
  void a_planned_re_check_is_its_two_officers_alone_and_not_before_its_day() {
    var planned = followUps.given().having(order()).having(plan());
    planned.when(looks(true)).thenRejected(RECHECK_OF_OTHERS);
    planned
        .when(new StateRecheck(FINAL, 1, true, "灭火器已经更换", THIRD, DUE.minusDays(1)))
        .thenRejected(RECHECK_TOO_SOON);
    var seen = planned.having(new StateRecheck(FINAL, 1, true, "灭火器已经更换", THIRD, DUE));
    seen.when(new ConfirmRecheck(FINAL, 1, OTHER, DUE)).thenRejected(RECHECK_OF_OTHERS);
    seen.when(new ConfirmRecheck(FINAL, 1, THIRD, DUE)).thenRejected(RECHECK_ALONE);
    seen.when(plan()).thenRejected(RECHECK_BEGUN);
    FollowUps closed = seen.when(new ConfirmRecheck(FINAL, 1, FOURTH, DUE)).state();
    assertThat(closed.one(1).orElseThrow().open()).isFalse();
    assertThat(closed.rechecks().getFirst().recorded())
        .isEqualTo(new FollowUp.Recheck(true, "灭火器已经更换", "JC005", DUE, "JC006"));
  }

  @Test
  void what_is_not_put_right_stays_open_and_another_re_check_may_be_planned() {
    var again =
        followUps
            .given()
            .having(order())
            .having(plan())
            .having(new StateRecheck(FINAL, 1, false, "灭火器没有更换", THIRD, DUE))
            .having(new ConfirmRecheck(FINAL, 1, FOURTH, DUE));
    // With no visit planned the team itself may look, as ever.
    assertThat(again.when(looks(true)).events()).hasSize(1);
    FollowUps planned = again.when(plan()).state();
    assertThat(planned.rechecks())
        .extracting(RecheckVisit::id)
        .containsExactly("d-1-S-recheck-1-1", "d-1-S-recheck-1-2");
    assertThat(planned.one(1).orElseThrow().open()).isTrue();
    // Planned anew before anybody went, the last counts.
    var moved =
        followUps
            .given()
            .having(order())
            .having(plan())
            .having(plan(DUE, List.of("JC003", "JC004"), ONE));
    moved
        .when(new StateRecheck(FINAL, 1, true, "灭火器已经更换", THIRD, DUE))
        .thenRejected(RECHECK_OF_OTHERS);
    assertThat(moved.when(looks(true)).events()).hasSize(1);
    // What the team said before is nobody's to confirm once others are to go.
    followUps
        .given()
        .having(order())
        .having(looks(true))
        .having(plan())
        .when(new ConfirmRecheck(FINAL, 1, THIRD, DUE))
        .thenRejected(RECHECK_UNSTATED);
  }

  @Test
  void an_order_is_closed_when_two_officers_saw_that_it_was_obeyed() {
    var ordered = followUps.given().having(order());
    ordered.when(new ConfirmRecheck(FINAL, 1, OTHER, DUE)).thenRejected(RECHECK_UNSTATED);
    ordered.when(new StateRecheck(FINAL, 1, true, "1", ONE, DUE)).thenRejected(REASON_UNFIT);
    ordered
        .when(new StateRecheck(FINAL, 2, true, "已经更换", ONE, DUE))
        .thenRejected(FOLLOW_UP_UNKNOWN);
    var looked = ordered.having(looks(true));
    looked.when(new ConfirmRecheck(FINAL, 1, ONE, DUE)).thenRejected(RECHECK_ALONE);
    looked.when(new ConfirmRecheck(FINAL, 1, STRANGER, DUE)).thenRejected(NOT_YOUR_VISIT);
    assertThat(looked.when(new ConfirmRecheck(FINAL, 1, OTHER, DUE)).events())
        .contains(new FollowUpClosed(1, DUE));
    looked
        .having(new ConfirmRecheck(FINAL, 1, OTHER, DUE))
        .when(looks(true))
        .thenRejected(FOLLOW_UP_CLOSED);
  }

  @Test
  void what_was_not_put_right_stays_open_and_is_looked_at_again() {
    var looked =
        followUps
            .given()
            .having(order())
            .having(looks(false))
            .having(new ConfirmRecheck(FINAL, 1, OTHER, DUE));
    looked.when(new ConfirmRecheck(FINAL, 1, OTHER, DUE)).thenRejected(RECHECK_UNSTATED);
    assertThat(
            looked
                .having(looks(true))
                .when(new ConfirmRecheck(FINAL, 1, OTHER, DUE))
                .state()
                .all()
                .getFirst()
                .open())
        .isFalse();
  }

  @Test
  void a_receiver_says_once_by_his_link_that_he_has_it() {
    var sent = followUps.given().having(transfer());
    var byLink = new AcknowledgeByLink(1, "a".repeat(64), "综合执法大队", "收18号", DUE);
    sent.when(byLink).thenRejected(RECEIPT_LINK_UNKNOWN);
    sent.when(looks(true)).thenRejected(FOLLOW_UP_UNFIT);
    var linked = sent.having(new IssueLink(FINAL, 1, "a".repeat(64), ONE));
    linked
        .when(new AcknowledgeByLink(1, "b".repeat(64), "综合执法大队", "收18号", DUE))
        .thenRejected(RECEIPT_LINK_UNKNOWN);
    assertThat(linked.when(byLink).events()).contains(new FollowUpClosed(1, DUE));
    linked.having(byLink).when(byLink).thenRejected(RECEIPT_LINK_UNKNOWN);
  }

  @Test
  void a_new_link_ends_the_one_before_and_a_paper_closes_as_well() {
    var twice =
        followUps
            .given()
            .having(transfer())
            .having(new IssueLink(FINAL, 1, "a".repeat(64), ONE))
            .having(new IssueLink(FINAL, 1, "b".repeat(64), ONE));
    twice
        .when(new AcknowledgeByLink(1, "a".repeat(64), "综合执法大队", "收18号", DUE))
        .thenRejected(RECEIPT_LINK_UNKNOWN);
    assertThat(twice.when(new EnterReceipt(FINAL, 1, "综合执法大队", "收18号", ONE, DUE)).events())
        .contains(new FollowUpClosed(1, DUE));
  }

  @Test
  void what_stays_open_is_told_step_by_step_and_each_step_once() {
    var open = followUps.given().having(order());
    assertThat(open.when(new NoteAlarms(LocalDate.of(2023, 4, 2))).events()).isEmpty();
    assertThat(open.when(new NoteAlarms(LocalDate.of(2023, 4, 9))).events())
        .containsExactly(
            new FollowUpAlarmed(1, ALARMS.get(0)), new FollowUpAlarmed(1, ALARMS.get(1)));
    var told = open.having(new NoteAlarms(LocalDate.of(2023, 4, 9)));
    assertThat(told.when(new NoteAlarms(LocalDate.of(2023, 4, 9))).events()).isEmpty();
    assertThat(told.when(new NoteAlarms(LocalDate.of(2023, 4, 16))).events())
        .containsExactly(new FollowUpAlarmed(1, ALARMS.get(2)));
    var closed = told.having(looks(true)).having(new ConfirmRecheck(FINAL, 1, OTHER, DUE));
    assertThat(closed.when(new NoteAlarms(LocalDate.of(2023, 4, 16))).events()).isEmpty();
  }

  @Test
  void each_alarm_has_a_timer_at_the_beginning_of_its_day() {
    var watch = new FollowUpWatch();
    var opened = followUps.given().when(order()).events().getFirst();
    assertThat(watch.react("follow-ups-d-1-S", opened))
        .hasSize(3)
        .contains(
            new ProcessRules.Reaction.SetTimer(
                "follow-ups-d-1-S/1/2023-04-08", Instant.parse("2023-04-07T16:00:00Z")));
  }
}
