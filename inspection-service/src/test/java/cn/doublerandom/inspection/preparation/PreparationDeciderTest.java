package cn.doublerandom.inspection.preparation;

import static cn.doublerandom.inspection.InspectionRejection.APPROVAL_ASKED;
import static cn.doublerandom.inspection.InspectionRejection.APPROVAL_MISSING;
import static cn.doublerandom.inspection.InspectionRejection.APPROVAL_OF_ANOTHER;
import static cn.doublerandom.inspection.InspectionRejection.APPROVAL_UNASKED;
import static cn.doublerandom.inspection.InspectionRejection.DECIDER_UNFIT;
import static cn.doublerandom.inspection.InspectionRejection.MEMBER_RECUSED;
import static cn.doublerandom.inspection.InspectionRejection.NOT_ON_TEAM;
import static cn.doublerandom.inspection.InspectionRejection.REASON_UNFIT;
import static cn.doublerandom.inspection.InspectionRejection.RECUSAL_FOREIGN;
import static cn.doublerandom.inspection.InspectionRejection.RECUSAL_UNKNOWN;
import static cn.doublerandom.inspection.InspectionRejection.UNANNOUNCED;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_ALREADY_STARTED;
import static cn.doublerandom.inspection.RatingRejection.RATING_CODE_UNFIT;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.inspection.preparation.PreparationCommand.ApproveInspection;
import cn.doublerandom.inspection.preparation.PreparationCommand.AskApproval;
import cn.doublerandom.inspection.preparation.PreparationCommand.AskRecusal;
import cn.doublerandom.inspection.preparation.PreparationCommand.ConfirmTraining;
import cn.doublerandom.inspection.preparation.PreparationCommand.DecideRecusal;
import cn.doublerandom.inspection.preparation.PreparationCommand.DeclineApproval;
import cn.doublerandom.inspection.preparation.PreparationCommand.IssueCode;
import cn.doublerandom.inspection.preparation.PreparationCommand.MakeRatingCode;
import cn.doublerandom.inspection.preparation.PreparationCommand.ServeNotice;
import cn.doublerandom.inspection.preparation.PreparationCommand.TakeBackApproval;
import cn.doublerandom.inspection.preparation.PreparationEvent.ApprovalAsked;
import cn.doublerandom.inspection.preparation.PreparationEvent.ApprovalDeclined;
import cn.doublerandom.inspection.preparation.PreparationEvent.ApprovalTakenBack;
import cn.doublerandom.inspection.preparation.PreparationEvent.CodeIssued;
import cn.doublerandom.inspection.preparation.PreparationEvent.InspectionApproved;
import cn.doublerandom.inspection.preparation.PreparationEvent.NoticeServed;
import cn.doublerandom.inspection.preparation.PreparationEvent.RatingCodeMade;
import cn.doublerandom.inspection.preparation.PreparationEvent.RecusalAsked;
import cn.doublerandom.inspection.preparation.PreparationEvent.RecusalDecided;
import cn.doublerandom.inspection.preparation.PreparationEvent.TrainingConfirmed;
import cn.doublerandom.inspection.visit.Gate;
import cn.doublerandom.inspection.visit.ToldNotice;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Before the door each step is another person's. */
class PreparationDeciderTest {
  private static final LocalDate TODAY = LocalDate.of(2025, 3, 12);
  private static final List<Gate> GATES =
      List.of(new Gate(Gate.Step.APPROVAL, "54号"), new Gate(Gate.Step.NOTICE, "54号"));
  private static final PreparedVisit VISIT =
      new PreparedVisit(List.of("JC003", "JC005"), GATES, true);
  private static final PreparedVisit BEGUN =
      new PreparedVisit(List.of("JC003", "JC005"), GATES, false);
  private static final String WHY = "与其他检查重复";
  private static final ApprovalAsked ASKED = new ApprovalAsked("JC003", null, TODAY);
  private static final ApprovalAsked SECRETLY = new ApprovalAsked("JC003", "事先通知可能影响检查效果", TODAY);
  private static final InspectionApproved APPROVED = new InspectionApproved("approver", TODAY);
  private static final List<String> TEAM = List.of("JC003", "JC005");
  private static final NoticeServed SERVED =
      new NoticeServed("JC003", Notice.Way.IN_PERSON, "安全负责人", TODAY, null, TEAM);
  private static final RecusalAsked DECLARED =
      new RecusalAsked("JC005", "JC005", "与负责人系近亲属", TODAY);

  private final DeciderSpecification<PreparationCommand, PreparationEvent, Preparation>
      preparation = DeciderSpecification.of(new PreparationDecider());

  private static ServeNotice serve(String by) {
    return new ServeNotice(VISIT, by, Notice.Way.IN_PERSON, "安全负责人", "7KM3QX", TODAY);
  }

  private static DecideRecusal decide(String by, String reason) {
    return new DecideRecusal(VISIT, "JC005", true, by, reason, TODAY);
  }

  @Test
  void each_member_says_for_himself_that_he_was_trained_and_says_it_once() {
    preparation
        .given()
        .when(new ConfirmTraining(VISIT, "jc003", "指引", TODAY))
        .then(new TrainingConfirmed("JC003", "指引", TODAY));
    preparation
        .given(new TrainingConfirmed("JC003", "指引", TODAY))
        .when(new ConfirmTraining(VISIT, "JC003", "检查表", TODAY))
        .then();
    preparation
        .given()
        .when(new ConfirmTraining(VISIT, "JC009", "指引", TODAY))
        .thenRejected(NOT_ON_TEAM);
  }

  @Test
  void a_visit_is_approved_by_nobody_who_asked_or_goes() {
    preparation.given().when(new AskApproval(VISIT, "JC003", null, TODAY)).then(ASKED);
    preparation
        .given()
        .when(new ApproveInspection(VISIT, "approver", TODAY))
        .thenRejected(APPROVAL_UNASKED);
    for (String own : List.of("JC003", "jc003", "JC005")) {
      preparation
          .given(ASKED)
          .when(new ApproveInspection(VISIT, own, TODAY))
          .thenRejected(DECIDER_UNFIT);
    }
    preparation.given(ASKED).when(new ApproveInspection(VISIT, "approver", TODAY)).then(APPROVED);
    preparation
        .given(ASKED, APPROVED)
        .when(new AskApproval(VISIT, "JC005", null, TODAY))
        .thenRejected(APPROVAL_ASKED);
  }

  @Test
  void what_was_declined_with_a_reason_is_asked_for_again() {
    preparation
        .given(ASKED)
        .when(new DeclineApproval(VISIT, "approver", "..", TODAY))
        .thenRejected(REASON_UNFIT);
    var declined = new ApprovalDeclined("approver", WHY, TODAY);
    preparation
        .given(ASKED)
        .when(new DeclineApproval(VISIT, "approver", WHY, TODAY))
        .then(declined);
    preparation
        .given(ASKED, declined)
        .when(new AskApproval(VISIT, "JC003", null, TODAY))
        .then(ASKED);
    preparation
        .given(ASKED, declined)
        .when(new ApproveInspection(VISIT, "approver", TODAY))
        .thenRejected(APPROVAL_UNASKED);
  }

  @Test
  void who_asked_takes_it_back_with_a_reason_and_may_ask_again() {
    var back = new TakeBackApproval(VISIT, "jc003", WHY, TODAY);
    preparation.given().when(back).thenRejected(APPROVAL_UNASKED);
    preparation.given(ASKED, APPROVED).when(back).thenRejected(APPROVAL_UNASKED);
    for (String other : List.of("JC005", "approver")) {
      preparation
          .given(ASKED)
          .when(new TakeBackApproval(VISIT, other, WHY, TODAY))
          .thenRejected(APPROVAL_OF_ANOTHER);
    }
    preparation
        .given(ASKED)
        .when(new TakeBackApproval(VISIT, "JC003", "..", TODAY))
        .thenRejected(REASON_UNFIT);
    var taken = new ApprovalTakenBack("jc003", WHY, TODAY);
    preparation.given(ASKED).when(back).then(taken);
    preparation
        .given(ASKED, taken)
        .when(new ApproveInspection(VISIT, "approver", TODAY))
        .thenRejected(APPROVAL_UNASKED);
    preparation
        .given(ASKED, taken)
        .when(new DeclineApproval(VISIT, "approver", WHY, TODAY))
        .thenRejected(APPROVAL_UNASKED);
    preparation.given(ASKED, taken).when(new AskApproval(VISIT, "JC003", null, TODAY)).then(ASKED);
  }

  @Test
  void a_notice_that_names_who_is_recused_is_not_served() {
    var recused = new RecusalDecided("JC005", true, "lead", WHY, TODAY, false);
    preparation
        .given(ASKED, APPROVED, DECLARED, recused)
        .when(serve("JC003"))
        .thenRejected(MEMBER_RECUSED);
    preparation
        .given(ASKED, APPROVED, DECLARED, recused)
        .when(
            new ServeNotice(
                new PreparedVisit(List.of("JC003", "JC008"), GATES, true),
                "JC003",
                Notice.Way.IN_PERSON,
                "安全负责人",
                "7KM3QX",
                TODAY))
        .then(
            new NoticeServed(
                "JC003", Notice.Way.IN_PERSON, "安全负责人", TODAY, null, List.of("JC003", "JC008")),
            new CodeIssued("7KM3QX"));
  }

  @Test
  void a_notice_is_served_after_the_approval_and_brings_the_code_of_the_visit() {
    preparation.given(ASKED).when(serve("JC003")).thenRejected(APPROVAL_MISSING);
    preparation.given(ASKED, APPROVED).when(serve("JC009")).thenRejected(NOT_ON_TEAM);
    preparation.given(ASKED, APPROVED).when(serve("JC003")).then(SERVED, new CodeIssued("7KM3QX"));
    preparation.given(ASKED, APPROVED, new CodeIssued("2ABCDE")).when(serve("JC003")).then(SERVED);
  }

  @Test
  void a_notice_says_the_day_that_is_agreed_and_is_served_anew_where_that_has_moved() {
    LocalDate day = TODAY.plusDays(5);
    var moved = new PreparedVisit(List.of("JC003", "JC005"), GATES, true, day, List.of());
    var serve = new ServeNotice(moved, "JC003", Notice.Way.BY_POST, "负责人", "7KM3QX", TODAY);
    var before = new NoticeServed("JC003", Notice.Way.IN_PERSON, "安全负责人", TODAY);
    var anew = new NoticeServed("JC003", Notice.Way.BY_POST, "负责人", TODAY, day, TEAM);
    preparation.given(ASKED, APPROVED, before, new CodeIssued("2ABCDE")).when(serve).then(anew);
    preparation.given(ASKED, APPROVED, before, new CodeIssued("2ABCDE"), anew).when(serve).then();
    assertThat(state(ASKED, APPROVED, before, anew).readiness().notice())
        .isEqualTo(new ToldNotice(day, TEAM));
    assertThat(state(SECRETLY, APPROVED).readiness().notice()).isNull();
  }

  @Test
  void a_notice_is_served_anew_where_somebody_comes_whom_it_does_not_name() {
    var other = new PreparedVisit(List.of("JC001", "JC003"), GATES, true);
    var anew = new ServeNotice(other, "JC003", Notice.Way.IN_PERSON, "安全负责人", "7KM3QX", TODAY);
    preparation
        .given(ASKED, APPROVED, SERVED, new CodeIssued("2ABCDE"))
        .when(anew)
        .then(
            new NoticeServed(
                "JC003", Notice.Way.IN_PERSON, "安全负责人", TODAY, null, List.of("JC001", "JC003")));
    // Of notices of before it is not known whom they name.
    preparation
        .given(
            ASKED,
            APPROVED,
            new NoticeServed("JC003", Notice.Way.IN_PERSON, "安全负责人", TODAY),
            new CodeIssued("2ABCDE"))
        .when(anew)
        .then();
  }

  @Test
  void an_unannounced_visit_is_one_that_was_approved_as_such_with_a_reason() {
    preparation
        .given()
        .when(new AskApproval(VISIT, "JC003", "。", TODAY))
        .thenRejected(REASON_UNFIT);
    preparation.given(SECRETLY, APPROVED).when(serve("JC003")).thenRejected(UNANNOUNCED);
    assertThat(state(SECRETLY).readiness().noticed()).isFalse();
    assertThat(state(SECRETLY, APPROVED).readiness().noticed()).isTrue();
    assertThat(state(ASKED, APPROVED).readiness().noticed()).isFalse();
  }

  @Test
  void an_officer_declares_his_own_recusal_and_the_subject_asks_for_anybodys() {
    preparation
        .given()
        .when(new AskRecusal(VISIT, "JC005", "jc005", "与负责人系近亲属", TODAY))
        .then(new RecusalAsked("JC005", "jc005", "与负责人系近亲属", TODAY));
    preparation
        .given()
        .when(new AskRecusal(VISIT, "JC005", "JC003", "与负责人系近亲属", TODAY))
        .thenRejected(RECUSAL_FOREIGN);
    preparation
        .given()
        .when(new AskRecusal(VISIT, "JC003", null, "曾在我单位任职", TODAY))
        .then(new RecusalAsked("JC003", null, "曾在我单位任职", TODAY));
    preparation
        .given()
        .when(new AskRecusal(VISIT, "JC009", null, "曾在我单位任职", TODAY))
        .thenRejected(NOT_ON_TEAM);
  }

  @Test
  void a_recusal_is_decided_with_a_reason_by_nobody_of_the_team() {
    preparation.given().when(decide("lead", "情况属实")).thenRejected(RECUSAL_UNKNOWN);
    preparation.given(DECLARED).when(decide("JC003", "情况属实")).thenRejected(DECIDER_UNFIT);
    preparation.given(DECLARED).when(decide("lead", "，")).thenRejected(REASON_UNFIT);
    var decided = new RecusalDecided("JC005", true, "lead", "情况属实", TODAY);
    preparation.given(DECLARED).when(decide("lead", "情况属实")).then(decided);
    assertThat(state(DECLARED).readiness().recusalsAsked()).containsExactly("JC005");
    assertThat(state(DECLARED, decided).readiness().recused()).containsExactly("JC005");
    preparation.given(DECLARED, decided).when(decide("lead", "情况属实")).thenRejected(RECUSAL_UNKNOWN);
  }

  private static final PreparedVisit HELPED =
      new PreparedVisit(
          List.of("JC003", "JC005"),
          GATES,
          true,
          null,
          List.of(new PreparedVisit.ExpertBeside("ZJ01", List.of("JC003", "lead"))));

  private static DecideRecusal decide(String by, boolean agreed) {
    return new DecideRecusal(HELPED, "ZJ01", agreed, by, "有业务往来", TODAY);
  }

  @Test
  void the_firm_asks_for_the_recusal_of_an_expert_and_nobody_else_does() {
    var asked = new RecusalAsked("ZJ01", null, "与我单位有业务往来", TODAY, true);
    preparation.given().when(new AskRecusal(HELPED, "zj01", null, "与我单位有业务往来", TODAY)).then(asked);
    preparation.given(asked).when(new AskRecusal(HELPED, "ZJ01", null, "与我单位有业务往来", TODAY)).then();
    preparation
        .given()
        .when(new AskRecusal(HELPED, "ZJ01", null, "。", TODAY))
        .thenRejected(REASON_UNFIT);
    for (String officer : List.of("JC003", "ZJ01")) {
      preparation
          .given()
          .when(new AskRecusal(HELPED, "ZJ01", officer, "与该单位有业务往来", TODAY))
          .thenRejected(NOT_ON_TEAM);
    }
    preparation
        .given()
        .when(new AskRecusal(VISIT, "ZJ01", null, "与我单位有业务往来", TODAY))
        .thenRejected(NOT_ON_TEAM);
  }

  @Test
  void who_brought_an_expert_does_not_decide_on_his_recusal() {
    var asked = new RecusalAsked("ZJ01", null, "与我单位有业务往来", TODAY, true);
    for (String concerned : List.of("JC005", "Lead", "zj01")) {
      preparation.given(asked).when(decide(concerned, true)).thenRejected(DECIDER_UNFIT);
    }
    var decided = new RecusalDecided("ZJ01", true, "office", "有业务往来", TODAY, true);
    preparation.given(asked).when(decide("office", true)).then(decided);
    assertThat(decided.removesExpert()).isTrue();
    var stays = new RecusalDecided("ZJ01", false, "office", "有业务往来", TODAY, true);
    preparation.given(asked).when(decide("office", false)).then(stays);
    assertThat(stays.removesExpert()).isFalse();
    preparation.given(asked, stays).when(decide("office", true)).thenRejected(RECUSAL_UNKNOWN);
    assertThat(new RecusalDecided("JC005", true, "lead", "情况属实", TODAY).removesExpert()).isFalse();
  }

  @Test
  void nothing_is_prepared_once_the_visit_has_begun_but_its_code_is_shown_still() {
    preparation
        .given()
        .when(new ConfirmTraining(BEGUN, "JC003", "指引", TODAY))
        .thenRejected(VISIT_ALREADY_STARTED);
    preparation
        .given()
        .when(new IssueCode(BEGUN, "JC003", "7KM3QX"))
        .then(new CodeIssued("7KM3QX"));
    preparation
        .given(new CodeIssued("7KM3QX"))
        .when(new IssueCode(BEGUN, "JC005", "2ABCDE"))
        .then();
  }

  private static MakeRatingCode make(String by, String unit) {
    return new MakeRatingCode(BEGUN, by, unit, List.of("执法大队"), "a".repeat(64), TODAY);
  }

  @Test
  void the_code_of_a_rating_is_handed_over_by_nobody_of_a_unit_that_was_there() {
    var made = new RatingCodeMade("a".repeat(64), "coordinator", TODAY);
    preparation.given().when(make("coordinator", "法制安全科")).then(made);
    preparation.given().when(make("coordinator", "执法大队")).thenRejected(RATING_CODE_UNFIT);
    preparation.given().when(make("jc003", "法制安全科")).thenRejected(RATING_CODE_UNFIT);
  }

  @Test
  void another_code_voids_the_one_before_and_both_are_counted() {
    Preparation twice =
        state(
            new RatingCodeMade("a".repeat(64), "coordinator", TODAY),
            new RatingCodeMade("b".repeat(64), "supervisor", TODAY));
    assertThat(twice.ratingToken()).contains("b".repeat(64));
    assertThat(twice.ratingCode()).contains(new RatingCode("supervisor", TODAY, 2));
  }

  private static Preparation state(PreparationEvent... events) {
    var decider = new PreparationDecider();
    Preparation state = decider.initial();
    for (PreparationEvent event : events) {
      state = decider.evolve(state, event);
    }
    return state;
  }
}
