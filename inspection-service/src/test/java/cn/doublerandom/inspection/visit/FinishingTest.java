package cn.doublerandom.inspection.visit;

import static cn.doublerandom.inspection.GapRejection.END_NEEDS_SECOND_PERSON;
import static cn.doublerandom.inspection.GapRejection.END_UNASKED;
import static cn.doublerandom.inspection.InspectionRejection.MEMBER_RECUSED;
import static cn.doublerandom.inspection.InspectionRejection.NOT_ON_TEAM;
import static cn.doublerandom.inspection.InspectionRejection.NOT_YOUR_VISIT;
import static cn.doublerandom.inspection.InspectionRejection.REASON_UNFIT;
import static cn.doublerandom.inspection.InspectionRejection.SIGNER_UNFIT;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_NOT_STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.time.DeadlineBasis;
import cn.doublerandom.bureau.time.Due;
import cn.doublerandom.bureau.time.Reminder;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.evidence.Evidence;
import cn.doublerandom.inspection.evidence.EvidenceKind;
import cn.doublerandom.inspection.visit.EndingEvent.EndAgreed;
import cn.doublerandom.inspection.visit.EndingEvent.EndAsked;
import cn.doublerandom.inspection.visit.SigningCommand.DisputeConclusions;
import cn.doublerandom.inspection.visit.SigningEvent.ConclusionsDisputed;
import cn.doublerandom.inspection.visit.VisitCommand.AddEvidence;
import cn.doublerandom.inspection.visit.VisitCommand.AgreeEnd;
import cn.doublerandom.inspection.visit.VisitCommand.CheckItem;
import cn.doublerandom.inspection.visit.VisitCommand.End;
import cn.doublerandom.inspection.visit.VisitCommand.FinishInspection;
import cn.doublerandom.inspection.visit.VisitEvent.InspectionFinished;
import cn.doublerandom.inspection.visit.VisitEvent.VisitAssigned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nobody ends for the other what both are to have found. */
class FinishingTest {
  private static final LocalDate TODAY = LocalDate.of(2023, 3, 16);
  private static final LocalDate LATER = TODAY.plusDays(4);
  private static final Reminder PAST = new Reminder(TODAY.plusDays(2), 10);
  private static final Reminder AHEAD = new Reminder(LATER, 5);
  private static final Due DUE =
      new Due(
          LocalDate.of(2023, 4, 13), false, new DeadlineBasis("p", 20, "n"), List.of(PAST, AHEAD));
  private static final End END = new End(TODAY, DUE, null);
  private static final List<String> TEAM = List.of("JC004", "JC008");
  private static final FinishInspection FIRST = new FinishInspection("JC008", TODAY, END);
  private static final FinishInspection OTHER = new FinishInspection("JC004", LATER, END);
  private static final EndAsked ASKED = new EndAsked("JC008", TODAY);
  private static final InspectionFinished FINISHED =
      new InspectionFinished(TODAY, DUE.on(), false, DUE.basis(), null, null, List.of(AHEAD));
  private static final Officer LEAD = new Officer("lead", "大队", Officer.Reach.UNIT);
  private static final String ILL = "JC004 检查当天突发疾病住院";

  private final DeciderSpecification<VisitCommand, VisitEvent, Visit> visit =
      DeciderSpecification.of(new VisitDecider());

  private static CheckItem check(String by, String note, String code) {
    return new CheckItem(
        new Answer("I-1", List.of(code), note),
        by,
        new ResultRule(List.of(), List.of(), Map.of(), "p"),
        TODAY);
  }

  private static Officer officer(String who) {
    return new Officer(who, "大队", Officer.Reach.TEAM);
  }

  private DeciderSpecification<VisitCommand, VisitEvent, Visit>.Given answered(String... team) {
    List<String> officers = List.of(team);
    return visit
        .given(
            new VisitAssigned(
                new Assignment(
                    "d-1-S",
                    "d-1",
                    "2023001",
                    "001",
                    "S",
                    officers,
                    List.of(new Assignment.Item("I-1", "经营行为")),
                    TODAY.minusDays(3),
                    TODAY.plusDays(60),
                    null,
                    List.of("大队"))),
            new VisitEvent.InspectionStarted(officers, TODAY, "p"))
        .having(check("JC008", "拒绝检查人员进入", "8"));
  }

  private DeciderSpecification<VisitCommand, VisitEvent, Visit>.Given answered() {
    return answered("JC004", "JC008");
  }

  private DeciderSpecification<VisitCommand, VisitEvent, Visit>.Given asked() {
    return answered().having(FIRST);
  }

  private static Ending ending(DeciderSpecification<VisitCommand, VisitEvent, Visit>.Given given) {
    return VisitSummary.of(given.when(new VisitCommand.NoteDeadline(TODAY)).state())
        .orElseThrow()
        .ending();
  }

  @Test
  void a_visit_ends_when_another_of_the_team_agrees_and_on_the_day_of_who_asked() {
    answered().when(FIRST).then(ASKED);
    asked().when(OTHER).then(new EndAgreed("JC004", LATER, null), FINISHED);
    assertThat(ending(asked())).isEqualTo(new Ending("JC008", TODAY, null, true));
    assertThat(((Visit.Finished) asked().when(OTHER).state()).finishedOn()).isEqualTo(TODAY);
  }

  @Test
  void who_asked_does_not_agree_however_he_spells_his_account_nor_does_his_deputy() {
    for (String again : List.of("JC008", "jc008", " ＪＣ００８", "wang 代 JC008")) {
      asked().when(new FinishInspection(again, TODAY, END)).then();
    }
    asked().when(new FinishInspection("wang 代 JC004", TODAY, END)).thenRejected(SIGNER_UNFIT);
    asked().when(new FinishInspection("JC009", TODAY, END)).thenRejected(NOT_ON_TEAM);
    asked()
        .having(new VisitCommand.RecuseMember("JC004", "RELATIVE", TODAY))
        .when(OTHER)
        .thenRejected(MEMBER_RECUSED);
  }

  @Test
  void whatever_is_found_afterwards_is_no_longer_what_was_asked() {
    Evidence photo =
        new Evidence(
            "a".repeat(64),
            EvidenceKind.PHOTO,
            "image/jpeg",
            9,
            "I-1",
            null,
            true,
            "JC004",
            Instant.EPOCH);
    for (VisitCommand change :
        List.of(check("JC008", "拒不开门", "8"), new AddEvidence(photo, TODAY))) {
      var changed = asked().having(change);
      assertThat(ending(changed)).isEqualTo(new Ending("JC008", TODAY, null, false));
      changed
          .when(new FinishInspection("JC004", LATER, LATER_END))
          .then(new EndAsked("JC004", LATER));
    }
    assertThat(ending(asked().having(new VisitCommand.NoteWindow(TODAY.plusDays(90)))).stands())
        .isTrue();
  }

  private static final End LATER_END = new End(LATER, DUE, null);

  @Test
  void days_counted_from_another_day_than_was_asked_are_not_agreed_to() {
    asked()
        .when(new FinishInspection("JC004", LATER, LATER_END))
        .then(new EndAsked("JC004", LATER));
    asked().when(new AgreeEnd(LEAD, ILL, LATER, LATER_END)).thenRejected(END_UNASKED);
  }

  @Test
  void the_other_does_not_agree_with_a_reason_and_the_visit_runs_on() {
    var dispute = new DisputeConclusions("并没有拒绝检查", officer("JC004"), TODAY);
    asked().when(dispute).then(new ConclusionsDisputed(new Dissent("JC004", "并没有拒绝检查", TODAY)));
    answered().when(dispute).thenRejected(END_UNASKED);
    asked().when(new DisputeConclusions("1", officer("JC004"), TODAY)).thenRejected(REASON_UNFIT);
    asked()
        .when(new DisputeConclusions("记错了", officer("JC008"), TODAY))
        .thenRejected(END_NEEDS_SECOND_PERSON);
    var disputed = asked().having(dispute);
    assertThat(ending(disputed).dissent()).isEqualTo(new Dissent("JC004", "并没有拒绝检查", TODAY));
    disputed.when(new AgreeEnd(LEAD, ILL, TODAY, END)).thenRejected(END_UNASKED);
    disputed.when(FIRST).then(ASKED);
  }

  @Test
  void where_nobody_else_of_the_team_can_the_lead_agrees_and_says_why() {
    asked()
        .when(new AgreeEnd(LEAD, ILL, LATER, END))
        .then(new EndAgreed("lead", LATER, ILL), FINISHED);
    answered().when(new AgreeEnd(LEAD, ILL, TODAY, END)).thenRejected(END_UNASKED);
    asked().when(new AgreeEnd(LEAD, "1", TODAY, END)).thenRejected(REASON_UNFIT);
    asked()
        .when(new AgreeEnd(new Officer("x", "别的站", Officer.Reach.UNIT), ILL, TODAY, END))
        .thenRejected(NOT_YOUR_VISIT);
    asked()
        .when(new AgreeEnd(new Officer("JC008", "大队", Officer.Reach.UNIT), ILL, TODAY, END))
        .thenRejected(END_NEEDS_SECOND_PERSON);
    asked()
        .when(new AgreeEnd(new Officer("w 代 lead", "大队", Officer.Reach.UNIT), ILL, TODAY, END))
        .thenRejected(SIGNER_UNFIT);
    visit
        .given(new VisitAssigned(assignment()))
        .when(new AgreeEnd(LEAD, ILL, TODAY, END))
        .thenRejected(VISIT_NOT_STARTED);
  }

  private static Assignment assignment() {
    return new Assignment(
        "d-1-S", "d-1", "2023001", "001", "S", TEAM, List.of(), TODAY, TODAY, null, List.of("大队"));
  }

  @Test
  void who_is_all_of_his_team_has_nobody_to_ask() {
    answered("JC008").when(FIRST).then(finished(List.of(PAST, AHEAD)));
  }

  private static InspectionFinished finished(List<Reminder> reminders) {
    return new InspectionFinished(TODAY, DUE.on(), false, DUE.basis(), null, null, reminders);
  }

  @Test
  void a_visit_of_an_older_ledger_that_one_ended_has_ended() {
    Visit replayed = answered().and(FINISHED).when(new VisitCommand.NoteDeadline(TODAY)).state();
    assertThat(replayed).isInstanceOf(Visit.Finished.class);
  }
}
