package cn.doublerandom.inspection.view;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.time.DeadlineBasis;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.projection.ProjectionSpecification;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.archive.CaseFileEvent;
import cn.doublerandom.inspection.visit.Answer;
import cn.doublerandom.inspection.visit.Arrangement;
import cn.doublerandom.inspection.visit.ArrangementEvent;
import cn.doublerandom.inspection.visit.Assignment;
import cn.doublerandom.inspection.visit.Assistance;
import cn.doublerandom.inspection.visit.AssistanceEvent;
import cn.doublerandom.inspection.visit.ClosingSummary;
import cn.doublerandom.inspection.visit.Entrusted;
import cn.doublerandom.inspection.visit.ExpertSummary;
import cn.doublerandom.inspection.visit.Handover;
import cn.doublerandom.inspection.visit.Hold;
import cn.doublerandom.inspection.visit.OfficerSignature;
import cn.doublerandom.inspection.visit.Overruled;
import cn.doublerandom.inspection.visit.Returned;
import cn.doublerandom.inspection.visit.ReviewPassed;
import cn.doublerandom.inspection.visit.ReviewStep;
import cn.doublerandom.inspection.visit.Statement;
import cn.doublerandom.inspection.visit.SubjectSignature;
import cn.doublerandom.inspection.visit.VisitDecider;
import cn.doublerandom.inspection.visit.VisitEvent;
import cn.doublerandom.inspection.visit.VisitSummary;
import cn.doublerandom.inspection.visit.VoidedSignatures;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A visit is shown as it was right after the last that happened to it. */
class VisitProjectionTest {
  private static final EventCodec<VisitEvent> CODEC = new EventCodec<>(VisitEvent.class);
  private static final LocalDate FROM = LocalDate.of(2023, 3, 1);
  private static final LocalDate TO = LocalDate.of(2023, 11, 30);
  private static final LocalDate TODAY = LocalDate.of(2023, 3, 16);
  private static final LocalDate DUE = LocalDate.of(2023, 4, 14);
  private static final String PACKS = "national-2019+hebei-2023";
  private static final DeadlineBasis BASIS = new DeadlineBasis(PACKS, 20, "国办发明电〔2022〕16号");
  private static final List<Assignment.Item> ITEMS =
      List.of(new Assignment.Item("I-1", "经营行为"), new Assignment.Item("I-2", "安全生产"));
  private static final List<String> TEAM = List.of("JT001", "JT003");
  private static final List<String> UNITS = List.of("大队", "综合行政执法大队");
  private static final Answer FOUND = new Answer("I-1", List.of("3"), "未公示收费标准");
  private static final Answer NOTHING = new Answer("I-2", List.of("1"), "");

  private static final VisitEvent ASSIGNED = assigned("S", UNITS);
  private static final VisitEvent STARTED = new VisitEvent.InspectionStarted(TEAM, TODAY, PACKS);
  private static final VisitEvent FOUND_BY_ONE = new VisitEvent.ItemChecked(FOUND, "JT001", PACKS);
  private static final VisitEvent CHECKED = new VisitEvent.ItemChecked(NOTHING, "JT003", PACKS);
  private static final VisitEvent FINISHED =
      new VisitEvent.InspectionFinished(TODAY, DUE, false, BASIS, null);
  private static final VisitEvent RECORDED =
      new VisitEvent.ResultRecorded(List.of("3"), "JT001", "大队", TODAY.plusDays(2));

  /** Of the canonical record, computed by another program (Python's json and hashlib). */
  private static final String HASH =
      "a4fcd80e5e46817add20ae73406cd38f9b71f5d4e6e7175ca01a7d724b261c73";

  /** The same with a statement. */
  private static final String HASH_STATED =
      "e6d5061c20db15b7f3c222359aeb39641d824b7f14111bcfeb295115d6393b1e";

  private static final CaseFileEvent ARCHIVED =
      new CaseFileEvent.CaseFileArchived("JT001", TODAY.plusDays(9), null);

  private static VisitEvent assigned(String subject, @Nullable List<String> units) {
    return new VisitEvent.VisitAssigned(
        new Assignment(
            "d-1-" + subject,
            "d-1",
            "2023001",
            "001",
            subject,
            TEAM,
            ITEMS,
            FROM,
            TO,
            null,
            units));
  }

  private static ProjectionSpecification visits() {
    return ProjectionSpecification.over(log ->
        new VisitProjection(new VisitView(), new CommandHandler<>(log, new VisitDecider(), CODEC)));
  }

  private static VisitSummary row(VisitEvent... events) {
    Map<String, VisitSummary> rows =
        visits()
            .given(CODEC, VisitStreams.VISIT.of("d-1-S"), events)
            .rows("visit_view", VisitSummary.class);
    assertThat(rows).containsOnlyKeys("d-1-S");
    return rows.values().iterator().next();
  }

  /** Of a visit that is not over. */
  private static VisitSummary open(
      String state,
      List<String> team,
      @Nullable List<String> units,
      @Nullable List<String> present) {
    return new VisitSummary(
        "d-1-S", "d-1", "S", state, team, ITEMS, List.of(), FROM, TO, null, null, null, null,
        List.of(), units, present, List.of(), null, null);
  }

  /** Nobody has signed, and nobody was asked to. */
  private static ClosingSummary closing(boolean recorded) {
    return new ClosingSummary(
        HASH,
        null,
        null,
        null,
        List.of(),
        List.of("SUBJECT", "JT001", "JT003"),
        List.of(),
        null,
        recorded ? "JT001" : null,
        recorded ? TODAY.plusDays(2) : null,
        null,
        List.of(),
        null,
        null,
        null,
        null);
  }

  /** Of a visit that is over. */
  private static VisitSummary over(
      String state, LocalDate due, boolean provisional, boolean overdue, List<String> codes) {
    return new VisitSummary(
        "d-1-S",
        "d-1",
        "S",
        state,
        TEAM,
        ITEMS,
        List.of(FOUND, NOTHING),
        FROM,
        TO,
        TODAY,
        due,
        provisional,
        overdue,
        codes,
        UNITS,
        null,
        List.of(),
        null,
        closing(state.equals("RECORDED")));
  }

  @Test
  void a_visit_is_there_as_soon_as_a_team_has_it() {
    assertThat(row(ASSIGNED)).isEqualTo(open("ASSIGNED", TEAM, UNITS, List.of()));
  }

  @Test
  void a_day_that_waits_is_shown_until_it_is_agreed_to_and_that_one_until_the_visit_begins() {
    LocalDate day = TODAY.plusDays(4);
    var asked = new ArrangementEvent.DayAsked(day, "企业当天停电检修", "JT001", TODAY);
    var agreed = new ArrangementEvent.DayAgreed(day, null, "企业当天停电检修", "JT001", "JT003", TODAY);
    assertThat(row(ASSIGNED, asked).arranged())
        .isEqualTo(
            new Arrangement(null, new Arrangement.AskedDay(day, "企业当天停电检修", "JT001", TODAY)));
    assertThat(row(ASSIGNED, asked, agreed).arranged()).isEqualTo(new Arrangement(day, null));
    assertThat(row(ASSIGNED, asked, agreed).day()).isEqualTo(day);
    assertThat(row(ASSIGNED, asked, agreed, STARTED).arranged()).isNull();
    assertThat(row(ASSIGNED, asked, new ArrangementEvent.DayDeclined(day, "另有安排", "JT003", TODAY)))
        .isEqualTo(row(ASSIGNED));
  }

  @Test
  void a_hand_over_is_shown_until_somebody_came_in_and_why_nobody_did() {
    var asked = new ArrangementEvent.HandoverAsked("JT001", "调离检查大队", "lead", TODAY);
    var refused = new ArrangementEvent.HandoverRefused("JT001", "检查期间已经结束", TODAY);
    var replaced = new VisitEvent.TeamReassigned(List.of("JT003", "JT005"), UNITS);
    assertThat(row(ASSIGNED, asked).arranged())
        .isEqualTo(
            new Arrangement(
                null, null, List.of(new Handover("JT001", "调离检查大队", "lead", TODAY, null))));
    assertThat(row(ASSIGNED, asked, refused).arranged())
        .isEqualTo(
            new Arrangement(
                null, null, List.of(new Handover("JT001", "调离检查大队", "lead", TODAY, "检查期间已经结束"))));
    assertThat(row(ASSIGNED, asked, replaced).arranged()).isNull();
  }

  @Test
  void a_visit_of_before_units_were_told_has_none() {
    assertThat(row(assigned("S", null))).isEqualTo(open("ASSIGNED", TEAM, null, List.of()));
  }

  @Test
  void who_said_that_he_is_on_site_is_shown_until_the_visit_is_over() {
    var here = new VisitEvent.PresenceConfirmed("JT003", TODAY);
    assertThat(row(ASSIGNED, here)).isEqualTo(open("ASSIGNED", TEAM, UNITS, List.of("JT003")));
    assertThat(row(ASSIGNED, here, STARTED)).isEqualTo(open("IN_PROGRESS", TEAM, UNITS, TEAM));
  }

  @Test
  void an_expert_who_was_asked_for_stands_in_the_row_as_far_as_it_went_and_the_team_stays() {
    var entrusted = new Entrusted("ZJ01", "BODY", "检测公司", List.of("检测"), "交通局", "委1号", FROM, TO);
    var asked = new AssistanceEvent.ExpertAsked(entrusted, "检测支座", "JT001", TODAY);
    var agreed = new AssistanceEvent.ExpertAgreed("ZJ01", "没有资质", "JT003", TODAY);
    var noted = new AssistanceEvent.OpinionNoted("ZJ01", "支座完好", "JT003", TODAY);
    VisitSummary row = row(ASSIGNED, asked, agreed, STARTED, noted);
    assertThat(row.inspectors()).isEqualTo(TEAM);
    assertThat(row.experts())
        .containsExactly(
            new ExpertSummary(
                entrusted,
                ExpertSummary.State.BESIDE,
                "检测支座",
                "JT001",
                TODAY,
                "JT003",
                TODAY,
                null,
                null,
                null,
                new Assistance.Opinion("支座完好", "JT003", TODAY)));
    assertThat(row(ASSIGNED, asked).ofExperts())
        .extracting(ExpertSummary::state)
        .containsExactly(ExpertSummary.State.ASKED);
    assertThat(row(ASSIGNED).experts()).isNull();
  }

  @Test
  void another_team_takes_the_visit_over_and_says_anew_that_it_is_there() {
    List<String> others = List.of("JT001", "JT007");
    assertThat(
            row(
                ASSIGNED,
                new VisitEvent.PresenceConfirmed("JT001", TODAY),
                new VisitEvent.TeamReassigned(others, List.of("大队"))))
        .isEqualTo(open("ASSIGNED", others, List.of("大队"), List.of()));
  }

  @Test
  void a_team_of_before_units_were_told_takes_over_without_them() {
    List<String> others = List.of("JT001", "JT007");
    assertThat(row(ASSIGNED, new VisitEvent.TeamReassigned(others, null)))
        .isEqualTo(open("ASSIGNED", others, null, List.of()));
  }

  @Test
  void a_change_that_came_too_late_a_recusal_and_its_decision_leave_the_visit_as_it_is() {
    assertThat(
            row(
                ASSIGNED,
                STARTED,
                new VisitEvent.ChangeRefused(List.of("JT001", "JT007"), null, "病假", "检查已经开始"),
                new VisitEvent.MemberRecused("JT003", "RELATIVE", TODAY),
                new VisitEvent.MemberKept("JT003")))
        .isEqualTo(row(ASSIGNED, STARTED));
  }

  @Test
  void a_cancelled_visit_stays_in_the_list_and_says_so() {
    var cancelled = new VisitEvent.VisitCancelled("已注销", null);
    assertThat(row(ASSIGNED, cancelled)).isEqualTo(open("CANCELLED", TEAM, UNITS, null));
    // What was found until then stays to be read.
    VisitSummary begun = row(ASSIGNED, STARTED, FOUND_BY_ONE, cancelled);
    assertThat(begun.state()).isEqualTo("CANCELLED");
    assertThat(begun.answers()).isEqualTo(row(ASSIGNED, STARTED, FOUND_BY_ONE).answers());
  }

  @Test
  void answers_stand_in_the_order_of_the_items_and_not_of_their_giving() {
    assertThat(row(ASSIGNED, STARTED, CHECKED, FOUND_BY_ONE).answers())
        .containsExactly(FOUND, NOTHING);
  }

  @Test
  void whose_finding_another_overruled_and_who_confirmed_is_kept_to_the_end() {
    var none = new Answer("I-1", List.of("1"), "现场已公示");
    var overruled =
        new Overruled(
            "I-1", "JT003", "JT001", List.of("3"), "未公示收费标准", List.of("1"), "现场已公示", List.of());
    var dropped = new VisitEvent.ItemChecked(none, "JT003", PACKS);
    assertThat(row(ASSIGNED, STARTED, FOUND_BY_ONE, dropped).overruled())
        .containsExactly(overruled);
    assertThat(
            row(
                    ASSIGNED,
                    STARTED,
                    FOUND_BY_ONE,
                    dropped,
                    new VisitEvent.ItemChecked(none, "JT001", null),
                    CHECKED,
                    FINISHED,
                    RECORDED)
                .overruled())
        .containsExactly(
            new Overruled(
                "I-1",
                "JT003",
                "JT001",
                List.of("3"),
                "未公示收费标准",
                List.of("1"),
                "现场已公示",
                List.of("JT001")));
  }

  @Test
  void a_finished_visit_has_its_last_day_and_an_old_one_without_a_basis_too() {
    assertThat(row(ASSIGNED, STARTED, FOUND_BY_ONE, CHECKED, FINISHED))
        .isEqualTo(over("FINISHED", DUE, false, false, List.of()));
    assertThat(
            row(
                ASSIGNED,
                new VisitEvent.InspectionStarted(TEAM, TODAY, null),
                new VisitEvent.ItemChecked(FOUND, "JT001", null),
                new VisitEvent.ItemChecked(NOTHING, "JT003", null),
                new VisitEvent.InspectionFinished(TODAY, DUE, true, null, null)))
        .isEqualTo(over("FINISHED", DUE, true, false, List.of()));
  }

  @Test
  void a_new_holiday_notice_moves_the_last_day_and_a_missed_one_is_overdue() {
    LocalDate later = DUE.plusDays(3);
    var moved = new VisitEvent.DeadlineMoved(later, false, BASIS);
    assertThat(row(ASSIGNED, STARTED, FOUND_BY_ONE, CHECKED, FINISHED, moved))
        .isEqualTo(over("FINISHED", later, false, false, List.of()));
    assertThat(
            row(
                ASSIGNED,
                STARTED,
                FOUND_BY_ONE,
                CHECKED,
                FINISHED,
                moved,
                new VisitEvent.DeadlineBreached(later)))
        .isEqualTo(over("FINISHED", later, false, true, List.of()));
  }

  @Test
  void a_result_recorded_late_stays_late() {
    assertThat(
            row(
                ASSIGNED,
                STARTED,
                FOUND_BY_ONE,
                CHECKED,
                FINISHED,
                new VisitEvent.DeadlineBreached(DUE),
                RECORDED))
        .isEqualTo(over("RECORDED", DUE, false, true, List.of("3")));
  }

  @Test
  void who_signed_what_is_shown_and_what_changed_since_stands_beside_it() {
    var stated = new VisitEvent.StatementTaken(new Statement("无异议", "JT001", TODAY));
    var subject =
        new SubjectSignature(
            SubjectSignature.Way.REFUSED,
            HASH_STATED,
            "b".repeat(64),
            "负责人",
            "村委会工作人员",
            "不认可",
            "JT001",
            TODAY);
    var officer = new OfficerSignature("JT001", HASH_STATED, null, null, TODAY);
    ClosingSummary signed =
        closing(
            stated, new VisitEvent.SubjectSigned(subject), new VisitEvent.OfficerSigned(officer));
    assertThat(signed.recordHash()).isEqualTo(HASH_STATED);
    assertThat(signed.statement()).isEqualTo(stated.statement());
    assertThat(signed.subject()).isEqualTo(subject);
    assertThat(signed.officers()).containsExactly(officer);
    assertThat(signed.missing()).containsExactly("JT003");
    var gone =
        new VoidedSignatures(
            HASH_STATED, List.of("JT001"), true, "JT003", VoidedSignatures.Why.ANSWER);
    ClosingSummary voided =
        closing(
            stated,
            new VisitEvent.SubjectSigned(subject),
            new VisitEvent.OfficerSigned(officer),
            new VisitEvent.SignaturesVoided(gone));
    assertThat(voided.missing()).containsExactly("SUBJECT", "JT001", "JT003");
    assertThat(voided.voided()).containsExactly(gone);
  }

  @Test
  void whose_agreement_a_result_waits_for_is_shown_until_it_is_final_or_comes_back() {
    var leader = new ReviewStep(ReviewStep.By.LEADER, "1号");
    var legal = new ReviewStep(ReviewStep.By.LEGAL, "118号");
    var asked =
        new VisitEvent.ResultRecorded(List.of("3"), "JT001", "大队", TODAY, List.of(leader, legal));
    var confirmed = new ReviewPassed(ReviewStep.By.LEADER, "JT003", null, TODAY);
    var passed = new ReviewPassed(ReviewStep.By.LEGAL, "legal", "程序合法", TODAY);
    VisitSummary waiting = row(ASSIGNED, STARTED, FOUND_BY_ONE, CHECKED, FINISHED, asked);
    assertThat(waiting.state()).isEqualTo("IN_REVIEW");
    assertThat(closing(asked).nextReview()).isEqualTo(ReviewStep.By.LEADER);
    assertThat(closing(asked, new VisitEvent.ReviewGiven(confirmed)).nextReview())
        .isEqualTo(ReviewStep.By.LEGAL);
    var hold = new Hold("legal", "涉嫌犯罪", TODAY);
    assertThat(closing(asked, new VisitEvent.ResultHeld(hold)).hold()).isEqualTo(hold);
    assertThat(
            closing(
                    asked,
                    new VisitEvent.ResultHeld(hold),
                    new VisitEvent.HoldLifted("c", "不予立案", TODAY))
                .hold())
        .isNull();
    ClosingSummary done =
        closing(
            asked,
            new VisitEvent.ReviewGiven(confirmed),
            new VisitEvent.ReviewGiven(passed),
            new VisitEvent.ResultReviewed(TODAY));
    assertThat(done.nextReview()).isNull();
    assertThat(done.passed()).containsExactly(confirmed, passed);
    var returned = new Returned(ReviewStep.By.LEADER, "JT003", "漏记一项", TODAY);
    VisitSummary back =
        row(
            ASSIGNED,
            STARTED,
            FOUND_BY_ONE,
            CHECKED,
            FINISHED,
            asked,
            new VisitEvent.ResultReturned(returned));
    assertThat(back.state()).isEqualTo("FINISHED");
    assertThat(Objects.requireNonNull(back.closing()).returned()).isEqualTo(returned);
  }

  private static ClosingSummary closing(VisitEvent... after) {
    return Objects.requireNonNull(
        row(Stream.concat(
                    Stream.of(ASSIGNED, STARTED, FOUND_BY_ONE, CHECKED, FINISHED), Stream.of(after))
                .toArray(VisitEvent[]::new))
            .closing());
  }

  @Test
  void a_visit_not_held_is_shown_as_such_until_it_is_over() {
    var begun = new VisitEvent.VisitNotHeld(TO, true);
    VisitSummary nobodyCame = row(ASSIGNED, new VisitEvent.VisitNotHeld(TO, false));
    assertThat(nobodyCame.state()).isEqualTo("ASSIGNED");
    assertThat(nobodyCame.notHeld()).isTrue();
    VisitSummary unfinished = row(ASSIGNED, STARTED, FOUND_BY_ONE, begun);
    assertThat(unfinished.state()).isEqualTo("IN_PROGRESS");
    assertThat(unfinished.notHeld()).isTrue();
    assertThat(unfinished.answers()).containsExactly(FOUND);
    assertThat(row(ASSIGNED, STARTED).notHeld()).isNull();
    assertThat(
            row(
                ASSIGNED,
                STARTED,
                FOUND_BY_ONE,
                CHECKED,
                begun,
                new VisitEvent.InspectionFinished(TODAY, DUE, false, BASIS, true)))
        .isEqualTo(over("FINISHED", DUE, false, false, List.of()));
    assertThat(row(ASSIGNED, STARTED, begun, new VisitEvent.VisitCancelled("已注销", true)))
        .isEqualTo(open("CANCELLED", TEAM, UNITS, null));
  }

  @Test
  void every_visit_has_a_row_of_its_own_and_a_case_file_has_none() {
    var files = new EventCodec<>(CaseFileEvent.class);
    assertThat(
            visits()
                .given(CODEC, VisitStreams.VISIT.of("d-1-S"), ASSIGNED)
                .given(CODEC, VisitStreams.VISIT.of("d-1-T"), assigned("T", UNITS))
                .given(CODEC, VisitStreams.VISIT.of("d-1-S"), STARTED)
                .given(files, VisitStreams.CASE_FILE.of("d-1-S"), ARCHIVED)
                .rows("visit_view", VisitSummary.class))
        .hasSize(2)
        .containsEntry("d-1-S", open("IN_PROGRESS", TEAM, UNITS, TEAM))
        .hasEntrySatisfying("d-1-T", t -> assertThat(t.state()).isEqualTo("ASSIGNED"));
  }
}
