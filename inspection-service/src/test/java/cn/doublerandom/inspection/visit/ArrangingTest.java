package cn.doublerandom.inspection.visit;

import static cn.doublerandom.inspection.ArrangementRejection.DAY_ASKED;
import static cn.doublerandom.inspection.ArrangementRejection.DAY_NEEDS_SECOND_PERSON;
import static cn.doublerandom.inspection.ArrangementRejection.DAY_NOT_WORKING;
import static cn.doublerandom.inspection.ArrangementRejection.DAY_OUTSIDE_WINDOW;
import static cn.doublerandom.inspection.ArrangementRejection.DAY_OVER;
import static cn.doublerandom.inspection.ArrangementRejection.DAY_UNASKED;
import static cn.doublerandom.inspection.ArrangementRejection.DAY_UNCHANGED;
import static cn.doublerandom.inspection.ArrangementRejection.HANDOVER_ASKED;
import static cn.doublerandom.inspection.ArrangementRejection.HANDOVER_FOREIGN;
import static cn.doublerandom.inspection.ArrangementRejection.HANDOVER_OF_OTHERS;
import static cn.doublerandom.inspection.ArrangementRejection.HANDOVER_UNASKED;
import static cn.doublerandom.inspection.ArrangementRejection.NOTICE_OF_OTHER_DAY;
import static cn.doublerandom.inspection.ArrangementRejection.NOTICE_OF_OTHER_TEAM;
import static cn.doublerandom.inspection.ArrangementRejection.VISIT_ON_OTHER_DAY;
import static cn.doublerandom.inspection.InspectionRejection.NOT_ON_TEAM;
import static cn.doublerandom.inspection.InspectionRejection.NOT_YOUR_VISIT;
import static cn.doublerandom.inspection.InspectionRejection.REASON_UNFIT;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_ALREADY_STARTED;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_CANCELLED;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_UNKNOWN;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_WITHOUT_TEAM;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.visit.ArrangementCommand.AgreeDay;
import cn.doublerandom.inspection.visit.ArrangementCommand.AskDay;
import cn.doublerandom.inspection.visit.ArrangementCommand.AskHandover;
import cn.doublerandom.inspection.visit.ArrangementCommand.DeclineDay;
import cn.doublerandom.inspection.visit.ArrangementCommand.RefuseHandover;
import cn.doublerandom.inspection.visit.ArrangementCommand.TakeBackHandover;
import cn.doublerandom.inspection.visit.ArrangementEvent.DayAgreed;
import cn.doublerandom.inspection.visit.ArrangementEvent.DayAsked;
import cn.doublerandom.inspection.visit.ArrangementEvent.DayDeclined;
import cn.doublerandom.inspection.visit.ArrangementEvent.HandoverAsked;
import cn.doublerandom.inspection.visit.ArrangementEvent.HandoverRefused;
import cn.doublerandom.inspection.visit.ArrangementEvent.HandoverTakenBack;
import cn.doublerandom.inspection.visit.VisitEvent.InspectionStarted;
import cn.doublerandom.inspection.visit.VisitEvent.PresenceConfirmed;
import cn.doublerandom.inspection.visit.VisitEvent.TeamReassigned;
import cn.doublerandom.inspection.visit.VisitEvent.VisitAssigned;
import cn.doublerandom.inspection.visit.VisitEvent.VisitCancelled;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 改期: on which day a visit is held takes two people. */
class ArrangingTest {
  private static final LocalDate TODAY = LocalDate.of(2025, 3, 12);
  private static final LocalDate DAY = LocalDate.of(2025, 3, 20);
  private static final LocalDate OTHER = LocalDate.of(2025, 3, 25);
  private static final LocalDate FROM = LocalDate.of(2025, 3, 3);
  private static final LocalDate TO = LocalDate.of(2025, 4, 30);
  private static final String LEAVES = "七月一日调离检查大队";
  private static final String WHY = "企业当天停电检修";
  private static final List<String> TEAM = List.of("JT001", "JT003");
  private static final Officer ONE = new Officer("JT001", "大队", Officer.Reach.TEAM);
  private static final Officer THREE = new Officer("JT003", "大队", Officer.Reach.TEAM);
  private static final Officer LEAD = new Officer("lead", "大队", Officer.Reach.UNIT);
  private static final Officer OTHER_LEAD = new Officer("lead2", "养护中心", Officer.Reach.UNIT);
  private static final Officer OFFICE = new Officer("office", "法制安全科", Officer.Reach.BUREAU);
  private static final Officer COLLEAGUE = new Officer("JT009", "大队", Officer.Reach.TEAM);
  private static final VisitEvent ASSIGNED = assigned(TEAM, List.of());
  private static final DayAsked ASKED = new DayAsked(DAY, WHY, "JT001", TODAY);
  private static final DayAgreed AGREED = new DayAgreed(DAY, null, WHY, "JT001", "JT003", TODAY);

  private final DeciderSpecification<VisitCommand, VisitEvent, Visit> visit =
      DeciderSpecification.of(new VisitDecider());

  private static VisitEvent assigned(List<String> team, List<Gate> gates) {
    return new VisitAssigned(
        new Assignment(
                "d-1-S",
                "d-1",
                "2025001",
                "001",
                "S",
                team,
                List.of(new Assignment.Item("I-1", "经营行为")),
                FROM,
                TO,
                new Assignment.Programme("1号", "方案", FROM.plusDays(7), TO.minusDays(9)),
                List.of("大队"))
            .under(gates));
  }

  private static AskDay ask(LocalDate day, Officer by) {
    return new AskDay(day, true, WHY, by, TODAY);
  }

  private static VisitCommand start(LocalDate today, @Nullable ToldNotice notice) {
    return new VisitCommand.StartInspection(
        TEAM,
        "JT001",
        today,
        2,
        "p",
        Map.of(),
        new Readiness(Set.of(), true, true, Set.of(), Set.of(), notice));
  }

  @Test
  void one_of_the_team_the_lead_of_its_unit_or_the_bureau_asks_for_another_day() {
    visit.given(ASSIGNED).when(ask(DAY, ONE)).then(ASKED);
    visit.given(ASSIGNED).when(ask(DAY, LEAD)).then(new DayAsked(DAY, WHY, "lead", TODAY));
    visit.given(ASSIGNED).when(ask(DAY, COLLEAGUE)).thenRejected(NOT_YOUR_VISIT);
    visit.given(ASSIGNED).when(ask(DAY, OTHER_LEAD)).thenRejected(NOT_YOUR_VISIT);
  }

  @Test
  void a_day_is_a_working_day_to_come_inside_the_window_and_the_check_dates() {
    visit
        .given(ASSIGNED)
        .when(ask(TODAY.minusDays(1), ONE))
        .thenRejected(DAY_OVER, Map.of("field", "day"));
    visit.given(ASSIGNED).when(ask(TODAY, ONE)).then(new DayAsked(TODAY, WHY, "JT001", TODAY));
    visit
        .given(ASSIGNED)
        .when(ask(TO.minusDays(8), ONE))
        .thenRejected(
            DAY_OUTSIDE_WINDOW,
            Map.of("field", "day", "from", FROM.plusDays(7), "to", TO.minusDays(9)));
    visit
        .given(ASSIGNED)
        .when(ask(TO.minusDays(9), ONE))
        .then(new DayAsked(TO.minusDays(9), WHY, "JT001", TODAY));
    visit
        .given(ASSIGNED)
        .when(new AskDay(DAY, false, WHY, ONE, TODAY))
        .thenRejected(DAY_NOT_WORKING, Map.of("field", "day"));
    visit
        .given(ASSIGNED)
        .when(new AskDay(DAY, true, "1", ONE, TODAY))
        .thenRejected(REASON_UNFIT, Map.of("field", "reason"));
  }

  @Test
  void one_day_waits_at_a_time_and_the_same_is_no_other() {
    visit.given(ASSIGNED, ASKED).when(ask(OTHER, THREE)).thenRejected(DAY_ASKED);
    visit
        .given(ASSIGNED, ASKED, AGREED)
        .when(ask(DAY, THREE))
        .thenRejected(DAY_UNCHANGED, Map.of("field", "day"));
    visit
        .given(ASSIGNED, ASKED, AGREED)
        .when(ask(OTHER, THREE))
        .then(new DayAsked(OTHER, WHY, "JT003", TODAY));
  }

  @Test
  void whoever_asked_does_not_agree_however_he_spells_himself() {
    visit
        .given(ASSIGNED, ASKED)
        .when(new AgreeDay(true, new Officer(" jt001", "大队", Officer.Reach.TEAM), TODAY))
        .thenRejected(DAY_NEEDS_SECOND_PERSON);
    visit.given(ASSIGNED, ASKED).when(new AgreeDay(true, THREE, TODAY)).then(AGREED);
    visit
        .given(ASSIGNED, ASKED)
        .when(new AgreeDay(true, COLLEAGUE, TODAY))
        .thenRejected(NOT_YOUR_VISIT);
    visit.given(ASSIGNED).when(new AgreeDay(true, THREE, TODAY)).thenRejected(DAY_UNASKED);
  }

  @Test
  void what_is_over_or_a_holiday_by_now_is_agreed_to_no_more() {
    visit
        .given(ASSIGNED, ASKED)
        .when(new AgreeDay(true, THREE, DAY.plusDays(1)))
        .thenRejected(DAY_OVER, Map.of("field", "day"));
    visit
        .given(ASSIGNED, ASKED)
        .when(new AgreeDay(false, THREE, TODAY))
        .thenRejected(DAY_NOT_WORKING, Map.of("field", "day"));
  }

  @Test
  void a_day_that_is_declined_or_taken_back_leaves_the_one_before() {
    var declined = new DayDeclined(OTHER, "当天另有联合检查", "lead", TODAY);
    var second = new DayAsked(OTHER, WHY, "JT001", TODAY);
    visit
        .given(ASSIGNED, ASKED, AGREED, second)
        .when(new DeclineDay("当天另有联合检查", LEAD, TODAY))
        .then(declined);
    visit
        .given(ASSIGNED, ASKED)
        .when(new DeclineDay("另行约定", ONE, TODAY))
        .then(new DayDeclined(DAY, "另行约定", "JT001", TODAY));
    visit
        .given(ASSIGNED, ASKED)
        .when(new DeclineDay("-", LEAD, TODAY))
        .thenRejected(REASON_UNFIT, Map.of("field", "reason"));
    visit.given(ASSIGNED).when(new DeclineDay(WHY, LEAD, TODAY)).thenRejected(DAY_UNASKED);
    Visit after = new VisitDecider().replay(List.of(ASSIGNED, ASKED, AGREED, second, declined));
    assertThat(((Visit.Assigned) after).arranged()).isEqualTo(new Arrangement(DAY, null));
  }

  @Test
  void a_visit_with_an_agreed_day_begins_on_it_and_on_no_other() {
    visit
        .given(ASSIGNED, ASKED, AGREED)
        .when(start(DAY.minusDays(1), null))
        .thenRejected(VISIT_ON_OTHER_DAY, Map.of("day", DAY));
    visit
        .given(ASSIGNED, ASKED, AGREED)
        .when(start(DAY, null))
        .then(new PresenceConfirmed("JT001", DAY));
    visit
        .given(ASSIGNED, ASKED)
        .when(start(TODAY, null))
        .then(new PresenceConfirmed("JT001", TODAY));
  }

  @Test
  void a_notice_that_leaves_out_who_comes_is_served_anew_first() {
    VisitEvent noticed = assigned(TEAM, List.of(new Gate(Gate.Step.NOTICE, "54号")));
    visit
        .given(noticed)
        .when(start(TODAY, new ToldNotice(null, List.of("JT001", "JT009"))))
        .thenRejected(NOTICE_OF_OTHER_TEAM, Map.of("clause", "54号"));
    visit
        .given(noticed)
        .when(start(TODAY, new ToldNotice(null, TEAM)))
        .then(new PresenceConfirmed("JT001", TODAY));
  }

  @Test
  void a_notice_that_says_another_day_is_served_anew_first() {
    VisitEvent noticed = assigned(TEAM, List.of(new Gate(Gate.Step.NOTICE, "54号")));
    visit
        .given(noticed, ASKED, AGREED)
        .when(start(DAY, new ToldNotice(null)))
        .thenRejected(NOTICE_OF_OTHER_DAY, Map.of("clause", "54号"));
    visit
        .given(noticed, ASKED, AGREED)
        .when(start(DAY, new ToldNotice(OTHER)))
        .thenRejected(NOTICE_OF_OTHER_DAY, Map.of("clause", "54号"));
    visit
        .given(noticed, ASKED, AGREED)
        .when(start(DAY, new ToldNotice(DAY)))
        .then(new PresenceConfirmed("JT001", DAY));
    visit
        .given(noticed, ASKED, AGREED)
        .when(start(DAY, null))
        .then(new PresenceConfirmed("JT001", DAY));
    visit
        .given(noticed)
        .when(start(TODAY, new ToldNotice(null)))
        .then(new PresenceConfirmed("JT001", TODAY));
  }

  @Test
  void the_day_stays_where_the_team_changes_and_nothing_is_arranged_of_a_visit_that_has_begun() {
    Visit changed =
        new VisitDecider()
            .replay(
                List.of(
                    ASSIGNED, ASKED, AGREED, new TeamReassigned(List.of("JT001", "JT005"), null)));
    assertThat(((Visit.Assigned) changed).arranged().day()).isEqualTo(DAY);
    visit
        .given(ASSIGNED, new InspectionStarted(TEAM, TODAY, "p"))
        .when(ask(DAY, ONE))
        .thenRejected(VISIT_ALREADY_STARTED);
    visit
        .given(ASSIGNED, new VisitCancelled("抽取作废", null))
        .when(ask(DAY, ONE))
        .thenRejected(VISIT_CANCELLED);
    visit.given().when(ask(DAY, ONE)).thenRejected(VISIT_UNKNOWN);
    visit
        .given(assigned(List.of(), List.of()))
        .when(ask(DAY, LEAD))
        .thenRejected(VISIT_WITHOUT_TEAM);
  }

  private static AskHandover handOver(String member, Officer by) {
    return new AskHandover(member, LEAVES, by, TODAY);
  }

  @Test
  void a_member_hands_over_for_himself_and_a_lead_for_any_of_his_unit() {
    visit
        .given(ASSIGNED)
        .when(handOver(" jt001", ONE))
        .then(new HandoverAsked("JT001", LEAVES, "JT001", TODAY));
    visit.given(ASSIGNED).when(handOver("JT003", ONE)).thenRejected(HANDOVER_FOREIGN);
    visit
        .given(ASSIGNED)
        .when(handOver("JT003", LEAD))
        .then(new HandoverAsked("JT003", LEAVES, "lead", TODAY));
    visit.given(ASSIGNED).when(handOver("JT003", OTHER_LEAD)).thenRejected(NOT_YOUR_VISIT);
    visit
        .given(ASSIGNED)
        .when(handOver("JT009", LEAD))
        .thenRejected(NOT_ON_TEAM, Map.of("field", "inspector"));
    visit
        .given(ASSIGNED)
        .when(new AskHandover("JT001", "。", ONE, TODAY))
        .thenRejected(REASON_UNFIT, Map.of("field", "reason"));
  }

  @Test
  void a_hand_over_waits_once_and_what_the_draw_refuses_may_be_asked_again() {
    var asked = new HandoverAsked("JT001", LEAVES, "JT001", TODAY);
    var refused = new HandoverRefused("JT001", "已有一项更换申请待批准。", TODAY);
    visit.given(ASSIGNED, asked).when(handOver("JT001", LEAD)).thenRejected(HANDOVER_ASKED);
    visit
        .given(ASSIGNED, asked)
        .when(new RefuseHandover("JT001", "已有一项更换申请待批准。", TODAY))
        .then(refused);
    visit
        .given(ASSIGNED, asked, refused)
        .when(handOver("JT001", LEAD))
        .then(new HandoverAsked("JT001", LEAVES, "lead", TODAY));
    visit.given(ASSIGNED).when(new RefuseHandover("JT001", "不同意", TODAY)).then();
    visit
        .given(ASSIGNED, asked, new InspectionStarted(TEAM, TODAY, "p"))
        .when(new RefuseHandover("JT001", "不同意", TODAY))
        .then();
  }

  private static TakeBackHandover takeBack(Officer by) {
    return new TakeBackHandover("jt001", "调令撤回", by, TODAY);
  }

  @Test
  void whoever_asked_or_the_coordinator_takes_a_hand_over_back_until_the_draw_has_decided() {
    var asked = new HandoverAsked("JT001", LEAVES, "JT001", TODAY);
    var back = new HandoverTakenBack("JT001", "调令撤回", "JT001", TODAY);
    visit.given(ASSIGNED, asked).when(takeBack(ONE)).then(back);
    visit
        .given(ASSIGNED, asked)
        .when(takeBack(OFFICE))
        .then(new HandoverTakenBack("JT001", "调令撤回", OFFICE.account(), TODAY));
    visit.given(ASSIGNED, asked).when(takeBack(LEAD)).thenRejected(HANDOVER_OF_OTHERS);
    visit.given(ASSIGNED, asked).when(takeBack(OTHER_LEAD)).thenRejected(NOT_YOUR_VISIT);
    visit
        .given(ASSIGNED, asked)
        .when(new TakeBackHandover("JT001", "。", ONE, TODAY))
        .thenRejected(REASON_UNFIT, Map.of("field", "reason"));
    visit.given(ASSIGNED, asked, back).when(takeBack(ONE)).then();
    visit.given(ASSIGNED, asked, back).when(handOver("JT001", LEAD)).thenRejected(HANDOVER_ASKED);
  }

  @Test
  void what_the_draw_decided_first_is_not_taken_back() {
    var asked = new HandoverAsked("JT001", LEAVES, "JT001", TODAY);
    var back = new HandoverTakenBack("JT001", "调令撤回", "JT001", TODAY);
    visit
        .given(ASSIGNED)
        .when(takeBack(ONE))
        .thenRejected(HANDOVER_UNASKED, Map.of("field", "inspector"));
    visit
        .given(ASSIGNED, asked, new HandoverRefused("JT001", "不同意", TODAY))
        .when(takeBack(ONE))
        .thenRejected(HANDOVER_UNASKED, Map.of("field", "inspector"));
    visit
        .given(ASSIGNED, asked, new TeamReassigned(List.of("JT003", "JT005"), null))
        .when(takeBack(OFFICE))
        .thenRejected(HANDOVER_UNASKED, Map.of("field", "inspector"));
    visit
        .given(ASSIGNED, asked, new InspectionStarted(TEAM, TODAY, "p"))
        .when(takeBack(ONE))
        .thenRejected(VISIT_ALREADY_STARTED);
    // The draw answers what was taken back as it answers whatever was asked: once.
    visit
        .given(ASSIGNED, asked, back)
        .when(new RefuseHandover("JT001", "调令撤回", TODAY))
        .then(new HandoverRefused("JT001", "调令撤回", TODAY));
    visit
        .given(ASSIGNED, asked, back, new HandoverRefused("JT001", "调令撤回", TODAY))
        .when(handOver("JT001", LEAD))
        .then(new HandoverAsked("JT001", LEAVES, "lead", TODAY));
  }

  @Test
  void who_was_replaced_has_handed_over_and_the_other_still_waits() {
    Visit after =
        new VisitDecider()
            .replay(
                List.of(
                    ASSIGNED,
                    new HandoverAsked("JT003", LEAVES, "lead", TODAY),
                    new HandoverAsked("JT001", LEAVES, "lead", TODAY),
                    new TeamReassigned(List.of("JT001", "JT005"), null)));
    assertThat(((Visit.Assigned) after).arranged())
        .isEqualTo(
            new Arrangement(
                null, null, List.of(new Handover("JT001", LEAVES, "lead", TODAY, null))));
  }
}
