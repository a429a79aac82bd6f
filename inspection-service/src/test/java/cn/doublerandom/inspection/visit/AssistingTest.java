package cn.doublerandom.inspection.visit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.time.DeadlineBasis;
import cn.doublerandom.bureau.time.Due;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.inspection.ExpertRejection;
import cn.doublerandom.inspection.InspectionRejection;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.visit.AssistanceCommand.AskExpert;
import cn.doublerandom.inspection.visit.AssistanceCommand.DecideExpert;
import cn.doublerandom.inspection.visit.AssistanceCommand.NoteOpinion;
import cn.doublerandom.inspection.visit.AssistanceCommand.RecuseExpert;
import cn.doublerandom.inspection.visit.AssistanceCommand.TakeBackExpert;
import cn.doublerandom.inspection.visit.AssistanceEvent.ExpertAgreed;
import cn.doublerandom.inspection.visit.AssistanceEvent.ExpertAsked;
import cn.doublerandom.inspection.visit.AssistanceEvent.ExpertDeclined;
import cn.doublerandom.inspection.visit.AssistanceEvent.ExpertRecused;
import cn.doublerandom.inspection.visit.AssistanceEvent.ExpertTakenBack;
import cn.doublerandom.inspection.visit.AssistanceEvent.OpinionNoted;
import cn.doublerandom.inspection.visit.VisitCommand.StartInspection;
import cn.doublerandom.inspection.visit.VisitEvent.InspectionStarted;
import cn.doublerandom.inspection.visit.VisitEvent.ItemChecked;
import cn.doublerandom.inspection.visit.VisitEvent.MemberRecused;
import cn.doublerandom.inspection.visit.VisitEvent.PresenceConfirmed;
import cn.doublerandom.inspection.visit.VisitEvent.TeamReassigned;
import cn.doublerandom.inspection.visit.VisitEvent.VisitAssigned;
import cn.doublerandom.inspection.visit.VisitEvent.VisitCancelled;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An expert stands beside the team of a visit by his entrustment, and is none of its officers. */
class AssistingTest {
  private static final LocalDate TODAY = LocalDate.of(2025, 3, 17);
  private static final LocalDate UNTIL = LocalDate.of(2025, 12, 31);
  private static final List<String> TEAM = List.of("JC003", "JC004");
  private static final Assignment ASSIGNMENT =
      new Assignment(
          "d-1-S",
          "d-1",
          "2025001",
          "001",
          "S",
          TEAM,
          List.of(new Assignment.Item("I-1", "桥梁安全")),
          LocalDate.of(2025, 3, 1),
          LocalDate.of(2025, 11, 30),
          null,
          List.of("大队"));
  private static final Entrusted BODY =
      new Entrusted(
          "ZJ01", "BODY", "检测公司", List.of("桥梁检测"), "交通局", "委1号", LocalDate.of(2025, 1, 1), UNTIL);
  private static final Optional<KnownExpert> KNOWN = known(BODY);
  private static final Officer FIRST = new Officer("JC003", "大队", Officer.Reach.TEAM);
  private static final Officer SECOND = new Officer("JC004", "大队", Officer.Reach.TEAM);
  private static final Officer LEAD = new Officer("lead", "大队", Officer.Reach.UNIT);
  private static final ExpertAsked ASKED = new ExpertAsked(BODY, "检测支座", "JC003", TODAY);
  private static final ExpertAgreed AGREED = new ExpertAgreed("ZJ01", "没有检测资质", "JC004", TODAY);
  private static final AskExpert ASK = ask(FIRST);
  private static final DecideExpert AGREE = decide(true, SECOND);

  private final DeciderSpecification<VisitCommand, VisitEvent, Visit> visit =
      DeciderSpecification.of(new VisitDecider());

  private static Optional<KnownExpert> known(Entrusted entrusted) {
    return Optional.of(new KnownExpert(entrusted.expert(), entrusted, null, null));
  }

  private static AskExpert ask(Officer by) {
    return new AskExpert("ZJ01", KNOWN, "委1号", "检测支座", by, TODAY);
  }

  private static AskExpert ask(String expert, Optional<KnownExpert> known, String document) {
    return new AskExpert(expert, known, document, "检测支座", FIRST, TODAY);
  }

  private static DecideExpert decide(boolean agreed, Officer by) {
    return new DecideExpert("ZJ01", KNOWN, agreed, "没有检测资质", by, TODAY);
  }

  private DeciderSpecification<VisitCommand, VisitEvent, Visit>.Given assigned(VisitEvent... more) {
    return visit.given(new VisitAssigned(ASSIGNMENT)).and(more);
  }

  private DeciderSpecification<VisitCommand, VisitEvent, Visit>.Given started(VisitEvent... more) {
    return assigned(
            new PresenceConfirmed("JC003", TODAY),
            new PresenceConfirmed("JC004", TODAY),
            new InspectionStarted(TEAM, TODAY, "p"))
        .and(more);
  }

  @Test
  void one_of_the_team_asks_for_an_expert_and_another_agrees_before_the_visit_and_while_it_runs() {
    assigned().when(ASK).then(ASKED);
    started().when(ASK).then(ASKED);
    assigned().when(ask(LEAD)).then(new ExpertAsked(BODY, "检测支座", "lead", TODAY));
    assigned(ASKED).when(AGREE).then(AGREED);
    started(ASKED).when(decide(true, LEAD)).then(new ExpertAgreed("ZJ01", "没有检测资质", "lead", TODAY));
  }

  private static RecuseExpert recuse() {
    return new RecuseExpert("ZJ01", "有业务往来", new Officer("c", "", Officer.Reach.BUREAU), TODAY);
  }

  @Test
  void an_expert_who_is_recused_leaves_the_visit_and_does_not_come_back() {
    var recused = new ExpertRecused("ZJ01", "有业务往来", "c", TODAY);
    assigned(ASKED, AGREED).when(recuse()).then(recused);
    started(ASKED, AGREED).when(recuse()).then(recused);
    assigned(ASKED, AGREED, recused).when(recuse()).then();
    for (var given :
        List.of(assigned(ASKED, AGREED, recused), assigned(ASKED, recused), assigned(recused))) {
      assertThat(Assisting.beside(given.when(recuse()).state()).standing()).isEmpty();
      given
          .when(ASK)
          .thenRejected(
              ExpertRejection.EXPERT_RECUSED, Map.of("field", "expert", "expert", "ZJ01"));
    }
    assigned(new VisitCancelled("抽取作废", null)).when(recuse()).then();
    visit.given().when(recuse()).then();
  }

  @Test
  void another_may_decline_and_then_it_may_be_asked_again() {
    var declined = new ExpertDeclined("ZJ01", "没有检测资质", "JC004", TODAY);
    assigned(ASKED).when(decide(false, SECOND)).then(declined);
    assigned(ASKED, declined).when(ASK).then(ASKED);
    assigned(ASKED, declined).when(AGREE).thenRejected(ExpertRejection.EXPERT_NOT_ASKED);
  }

  @Test
  void who_asked_does_not_agree_however_his_account_is_spelt() {
    for (String spelling : List.of("JC003", "jc003", " JC003", "ＪＣ００３", "lead 代 JC003")) {
      assigned(ASKED)
          .when(decide(true, new Officer(spelling, "大队", Officer.Reach.UNIT)))
          .thenRejected(ExpertRejection.EXPERT_ASKED_BY_YOU);
    }
  }

  @Test
  void nobody_else_asks_agrees_or_takes_back() {
    for (Officer stranger :
        List.of(
            new Officer("JC009", "大队", Officer.Reach.TEAM),
            new Officer("lead2", "别的大队", Officer.Reach.UNIT),
            new Officer("lead3", "", Officer.Reach.UNIT))) {
      assigned().when(ask(stranger)).thenRejected(InspectionRejection.NOT_YOUR_VISIT);
      assigned(ASKED).when(decide(true, stranger)).thenRejected(InspectionRejection.NOT_YOUR_VISIT);
      assigned(ASKED, AGREED)
          .when(new TakeBackExpert("ZJ01", "检测完成", stranger, TODAY))
          .thenRejected(InspectionRejection.NOT_YOUR_VISIT);
    }
  }

  @Test
  void a_member_who_is_recused_neither_asks_nor_agrees() {
    var recused = new MemberRecused("JC003", "近亲属", TODAY);
    assigned(recused).when(ASK).thenRejected(InspectionRejection.MEMBER_RECUSED);
    assigned(recused, new ExpertAsked(BODY, "检测支座", "JC004", TODAY))
        .when(decide(true, FIRST))
        .thenRejected(InspectionRejection.MEMBER_RECUSED);
  }

  @Test
  void an_expert_the_registry_never_told_of_or_told_to_forget_is_unknown() {
    assigned()
        .when(ask("ZJ09", Optional.empty(), "委1号"))
        .thenRejected(ExpertRejection.EXPERT_UNKNOWN);
    assigned()
        .when(ask("ZJ01", Optional.of(KnownExpert.erased("ZJ01")), "委1号"))
        .thenRejected(ExpertRejection.EXPERT_UNKNOWN);
    assigned(ASKED)
        .when(
            new DecideExpert(
                "ZJ01", Optional.of(KnownExpert.erased("ZJ01")), true, "没有资质", SECOND, TODAY))
        .thenRejected(ExpertRejection.EXPERT_UNKNOWN);
  }

  @Test
  void the_entrustment_is_named_as_it_is_shown_and_holds_on_the_day() {
    assigned().when(ask("ZJ01", KNOWN, "委2号")).thenRejected(ExpertRejection.ENTRUSTMENT_UNFIT);
    assigned()
        .when(new AskExpert("ZJ01", KNOWN, "委1号", "检测支座", FIRST, UNTIL.plusDays(1)))
        .thenRejected(ExpertRejection.ENTRUSTMENT_VOID);
    var gone = Optional.of(new KnownExpert("ZJ01", BODY, true, TODAY));
    assigned().when(ask("ZJ01", gone, "委1号")).thenRejected(ExpertRejection.ENTRUSTMENT_VOID);
    var leaving = Optional.of(new KnownExpert("ZJ01", BODY, true, TODAY.plusDays(1)));
    assigned().when(ask("ZJ01", leaving, "委1号")).then(ASKED);
    assigned(ASKED)
        .when(new DecideExpert("ZJ01", gone, true, "没有检测资质", SECOND, TODAY))
        .thenRejected(ExpertRejection.ENTRUSTMENT_VOID);
    assigned(ASKED)
        .when(new DecideExpert("ZJ01", gone, false, "已经退库", SECOND, TODAY))
        .then(new ExpertDeclined("ZJ01", "已经退库", "JC004", TODAY));
  }

  @Test
  void nobody_is_asked_for_twice_and_who_was_taken_back_may_be_asked_again() {
    assigned(ASKED).when(ask(SECOND)).thenRejected(ExpertRejection.EXPERT_BESIDE);
    assigned(ASKED, AGREED).when(ASK).thenRejected(ExpertRejection.EXPERT_BESIDE);
    var back = new ExpertTakenBack("ZJ01", "检测完成", "JC003", TODAY);
    assigned(ASKED, AGREED).when(new TakeBackExpert("ZJ01", "检测完成", FIRST, TODAY)).then(back);
    assigned(ASKED, AGREED, back).when(ASK).then(ASKED);
    assigned(ASKED, AGREED, back)
        .when(new TakeBackExpert("ZJ01", "检测完成", FIRST, TODAY))
        .thenRejected(ExpertRejection.EXPERT_NOT_BESIDE);
    assigned(ASKED, AGREED)
        .when(new TakeBackExpert("ZJ01", "。", FIRST, TODAY))
        .thenRejected(InspectionRejection.REASON_UNFIT);
  }

  @Test
  void an_officer_who_was_recused_and_replaced_does_not_come_back_as_an_expert() {
    var officer = new Entrusted("JC003", "PERSON", null, List.of("罐体"), "交通局", "委1号", TODAY, UNTIL);
    var asked = new AskExpert("JC003", known(officer), "委1号", "查验罐体", SECOND, TODAY);
    var replaced = new TeamReassigned(List.of("JC004", "JC005"), List.of("大队"));
    assigned(new MemberRecused("JC003", "近亲属", TODAY), replaced)
        .when(asked)
        .thenRejected(ExpertRejection.EXPERT_RECUSED);
    assigned(new MemberRecused("JC003", "近亲属", TODAY), new VisitEvent.MemberKept("JC003"), replaced)
        .when(asked)
        .then(new ExpertAsked(officer, "查验罐体", "JC004", TODAY));
  }

  @Test
  void who_was_on_site_as_an_officer_is_no_expert_of_the_visit_after_he_left_the_team() {
    var officer = new Entrusted("JC003", "PERSON", null, List.of("罐体"), "交通局", "委1号", TODAY, UNTIL);
    started(new TeamReassigned(List.of("JC004", "JC005"), List.of("大队")))
        .when(new AskExpert("JC003", known(officer), "委1号", "查验罐体", SECOND, TODAY))
        .thenRejected(ExpertRejection.EXPERT_ON_TEAM);
  }

  @Test
  void a_member_of_the_team_is_no_expert_of_it() {
    var member = new Entrusted("jc004", "PERSON", null, List.of("罐体"), "交通局", "委1号", TODAY, UNTIL);
    assigned()
        .when(ask("jc004", known(member), "委1号"))
        .thenRejected(ExpertRejection.EXPERT_ON_TEAM);
    assigned(new ExpertAsked(member, "查验罐体", "JC003", TODAY))
        .when(new DecideExpert("jc004", known(member), true, "没有资质", LEAD, TODAY))
        .thenRejected(ExpertRejection.EXPERT_ON_TEAM);
  }

  @Test
  void at_most_eight_experts_stand_beside_a_team() {
    var given = assigned();
    for (int i = 0; i < Assisting.MOST; i++) {
      given =
          given.and(
              new ExpertAsked(
                  new Entrusted("Z" + i, "PERSON", null, List.of(), "交通局", "委1号", TODAY, UNTIL),
                  "检测支座",
                  "JC003",
                  TODAY));
    }
    given.when(ASK).thenRejected(ExpertRejection.EXPERTS_FULL);
  }

  @Test
  void what_is_to_be_done_is_said_in_words() {
    assigned()
        .when(new AskExpert("ZJ01", KNOWN, "委1号", "…", FIRST, TODAY))
        .thenRejected(InspectionRejection.REASON_UNFIT);
  }

  @Test
  void a_visit_that_is_over_cancelled_or_without_a_team_takes_no_expert() {
    var over =
        started(new ItemChecked(new Answer("I-1", List.of("1"), ""), "JC003", "p"))
            .having(ends("JC003"))
            .having(ends("JC004"));
    over.when(ASK).thenRejected(InspectionRejection.VISIT_ALREADY_FINISHED);
    SignedRecord.by(over, TODAY, "JC003", "JC004")
        .having(new VisitCommand.RecordResult("JC003", "大队", TODAY))
        .when(ASK)
        .thenRejected(InspectionRejection.RESULT_ALREADY_RECORDED);
    assigned(new VisitCancelled("抽取作废", null))
        .when(ASK)
        .thenRejected(InspectionRejection.VISIT_CANCELLED);
    visit.given().when(ASK).thenRejected(InspectionRejection.VISIT_UNKNOWN);
    visit
        .given(new VisitAssigned(ASSIGNMENT.with(List.of(), List.of("大队"))))
        .when(ask(LEAD))
        .thenRejected(InspectionRejection.VISIT_WITHOUT_TEAM);
  }

  @Test
  void what_an_expert_says_is_taken_down_by_who_is_on_site_and_the_last_word_counts() {
    var said = new NoteOpinion("ZJ01", "支座开裂", FIRST, TODAY);
    var noted = new OpinionNoted("ZJ01", "支座开裂", "JC003", TODAY);
    assigned(ASKED, AGREED).when(said).thenRejected(InspectionRejection.VISIT_NOT_STARTED);
    started(ASKED).when(said).thenRejected(ExpertRejection.EXPERT_NOT_BESIDE);
    started(ASKED, AGREED).when(said).then(noted);
    started(ASKED, AGREED, noted).when(said).then();
    started(ASKED, AGREED, noted)
        .when(new NoteOpinion("ZJ01", "支座完好", SECOND, TODAY))
        .then(new OpinionNoted("ZJ01", "支座完好", "JC004", TODAY));
    started(ASKED, AGREED)
        .when(new NoteOpinion("ZJ01", "支座开裂", LEAD, TODAY))
        .thenRejected(InspectionRejection.NOT_ON_TEAM);
  }

  private static VisitCommand ends(String by) {
    return new VisitCommand.FinishInspection(
        by, TODAY, new Due(UNTIL, false, new DeadlineBasis("p", 20, "n")));
  }

  private String record(VisitEvent... beside) {
    return VisitRecord.text(
        started(beside)
            .and(new ItemChecked(new Answer("I-1", List.of("1"), ""), "JC003", "p"))
            .having(ends("JC003"))
            .when(ends("JC004"))
            .state()
            .over()
            .orElseThrow());
  }

  @Test
  void the_record_that_is_signed_names_who_stood_beside_the_team_and_what_he_said() {
    var noted = new OpinionNoted("ZJ01", "支座开裂", "JC003", TODAY);
    assertThat(record(ASKED, AGREED, noted))
        .contains(
            "\"experts\":[{\"entrustment\":\"委1号\",\"expert\":\"ZJ01\",\"name\":\"检测公司\","
                + "\"opinion\":\"支座开裂\",\"principal\":\"交通局\",\"purpose\":\"检测支座\"}]");
    assertThat(record(ASKED, AGREED, noted, new ExpertTakenBack("ZJ01", "利害", "JC004", TODAY)))
        .doesNotContain("experts", "支座开裂");
    assertThat(record(ASKED)).isEqualTo(record());
  }

  @Test
  void who_stands_beside_the_team_does_not_begin_the_visit_as_its_officer() {
    var expert = new Entrusted("JC005", "PERSON", null, List.of(), "交通局", "委1号", TODAY, UNTIL);
    var beside =
        assigned(
            new ExpertAsked(expert, "查验罐体", "JC003", TODAY),
            new ExpertAgreed("JC005", "没有资质", "JC004", TODAY),
            new TeamReassigned(List.of("JC003", "JC005"), List.of("大队")));
    var start = new StartInspection(List.of("JC003", "JC005"), "JC003", TODAY, 2, "p", Map.of());
    beside.when(start).thenRejected(ExpertRejection.EXPERT_NO_OFFICER);
    beside
        .and(new ExpertTakenBack("JC005", "改任检查人员", "JC003", TODAY))
        .when(start)
        .then(new PresenceConfirmed("JC003", TODAY));
  }

  @Test
  void who_stands_beside_the_team_does_not_come_in_as_its_officer_while_the_visit_runs() {
    var expert = new Entrusted("JC005", "PERSON", null, List.of(), "交通局", "委1号", TODAY, UNTIL);
    started(
            new ExpertAsked(expert, "查验罐体", "JC003", TODAY),
            new ExpertAgreed("JC005", "没有资质", "JC004", TODAY),
            new TeamReassigned(List.of("JC003", "JC005"), List.of("大队")))
        .when(new StartInspection(List.of("JC003", "JC005"), "JC005", TODAY, 2, "p", Map.of()))
        .thenRejected(ExpertRejection.EXPERT_NO_OFFICER);
  }

  @Test
  void the_summary_says_who_was_asked_for_and_how_it_went() {
    var asked = new ExpertAsked(BODY, "检测桥墩", "JC003", TODAY);
    List<ExpertSummary> shown =
        VisitSummary.of(
                assigned(asked, AGREED, new ExpertTakenBack("ZJ01", "检测完成", "JC003", TODAY))
                    .when(ASK)
                    .state())
            .orElseThrow()
            .ofExperts();
    assertThat(shown)
        .extracting(ExpertSummary::state)
        .containsExactly(ExpertSummary.State.TAKEN_BACK, ExpertSummary.State.ASKED);
    assertThat(shown.getFirst().purpose()).isEqualTo("检测桥墩");
  }
}
