package cn.doublerandom.inspection.visit;

import static cn.doublerandom.inspection.InspectionRejection.FINDING_OVERRULED;
import static cn.doublerandom.inspection.InspectionRejection.MEMBER_RECUSED;
import static cn.doublerandom.inspection.InspectionRejection.REASON_MISSING;
import static cn.doublerandom.inspection.InspectionRejection.RECUSED_ANSWERS;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_ALREADY_FINISHED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.time.DeadlineBasis;
import cn.doublerandom.bureau.time.Due;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.visit.VisitCommand.CheckItem;
import cn.doublerandom.inspection.visit.VisitCommand.FinishInspection;
import cn.doublerandom.inspection.visit.VisitCommand.RecordResult;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One officer turns no finding of another into none alone, and nothing stands by the recused. */
class OverruledTest {
  private static final LocalDate TODAY = LocalDate.of(2023, 3, 16);
  private static final String PACKS = "national-2019+hebei-2023";
  private static final ResultRule RULE = new ResultRule(List.of(), List.of(), Map.of(), PACKS);
  private static final String REASON = "现场复核灭火器在有效期内";
  private static final FinishInspection FINISH =
      new FinishInspection(
          "JC010",
          TODAY,
          new Due(LocalDate.of(2023, 4, 14), false, new DeadlineBasis(PACKS, 20, "通知")));

  private static FinishInspection agrees(String by) {
    return new FinishInspection(by, FINISH.today(), FINISH.end());
  }

  private static final RecordResult RECORD = new RecordResult("JC010", "大队", TODAY);
  private static final VisitCommand.RecuseMember RECUSED =
      new VisitCommand.RecuseMember("JC007", "RELATIVE", TODAY);

  private final DeciderSpecification<VisitCommand, VisitEvent, Visit> visit =
      DeciderSpecification.of(new VisitDecider());

  private DeciderSpecification<VisitCommand, VisitEvent, Visit>.Given started(String... team) {
    List<String> officers = List.of(team);
    return visit.given(
        new VisitEvent.VisitAssigned(
            new Assignment(
                "d-1-S",
                "d-1",
                "2023001",
                "001",
                "S",
                officers,
                List.of(new Assignment.Item("I-1", "经营行为")),
                TODAY,
                TODAY,
                null,
                List.of("大队"))),
        new VisitEvent.InspectionStarted(officers, TODAY, PACKS));
  }

  private DeciderSpecification<VisitCommand, VisitEvent, Visit>.Given started() {
    return started("JC007", "JC010");
  }

  private static CheckItem says(String by, String code, String note) {
    return new CheckItem(new Answer("I-1", List.of(code), note), by, RULE, TODAY);
  }

  private static VisitEvent said(String by, String code, String note) {
    return new VisitEvent.ItemChecked(new Answer("I-1", List.of(code), note), by, PACKS);
  }

  private static final CheckItem FOUND = says("JC007", "E", "灭火器过期");
  private static final CheckItem NONE = says("JC010", "1", REASON);

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "e", "无", "。。。。"})
  void who_turns_the_finding_of_another_into_none_says_why_in_words(String note) {
    started().having(FOUND).when(says("JC010", "1", note)).thenRejected(REASON_MISSING);
    started()
        .having(FOUND)
        .having(says("JC010", "G", "未登记住宿人员"))
        .when(says("JC010", "1", note))
        .thenRejected(REASON_MISSING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "F", "7", "9"})
  void no_code_that_says_nothing_was_found_ends_the_finding_of_another_alone(String code) {
    started()
        .having(FOUND)
        .having(says("JC010", code, REASON))
        .when(FINISH)
        .thenRejected(FINDING_OVERRULED, Map.of("items", List.of("I-1")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"E", "D", "6"})
  void no_other_finding_takes_the_place_of_what_another_found_unless_he_agrees(String code) {
    CheckItem pending = says("JC007", "A", "灭火器过期，责令限期更换");
    started().having(pending).when(says("JC010", code, "。。")).thenRejected(REASON_MISSING);
    var softened = started().having(pending).having(says("JC010", code, REASON));
    softened.when(FINISH).thenRejected(FINDING_OVERRULED, Map.of("items", List.of("I-1")));
    var agreed = softened.having(says("JC007", code, "当场更换完毕"));
    assertThat(
            VisitSummary.of(agreed.having(FINISH).when(agrees("JC007")).state())
                .orElseThrow()
                .overruled())
        .extracting(Overruled::to, Overruled::confirmedBy)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(List.of(code), List.of("JC007")));
  }

  @Test
  void who_finds_more_than_another_drops_nothing_and_needs_nobody() {
    var more =
        started()
            .having(FOUND)
            .having(
                new CheckItem(
                    new Answer("I-1", List.of("E", "G"), "未登记住宿人员"), "JC010", RULE, TODAY));
    assertThat(more.having(FINISH).when(agrees("JC007")).state())
        .isInstanceOf(Visit.Finished.class);
    assertThat(
            started()
                .having(FOUND)
                .having(says("JC010", "A", "仍未更换"))
                .having(FINISH)
                .when(agrees("JC007"))
                .state())
        .isInstanceOf(Visit.Finished.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"JC010", "jc010", "ＪＣ０１０ "})
  void one_officer_confirms_himself_however_he_spells_his_account_in_vain(String again) {
    started()
        .having(FOUND)
        .having(NONE)
        .having(says(again, "1", "再次复核没有问题"))
        .when(FINISH)
        .thenRejected(FINDING_OVERRULED);
  }

  @Test
  void the_way_over_a_finding_of_his_own_is_no_way_around_that_of_another() {
    started()
        .having(FOUND)
        .having(says("JC010", "G", "未登记住宿人员"))
        .having(NONE)
        .when(FINISH)
        .thenRejected(FINDING_OVERRULED);
  }

  @Test
  void a_finding_falls_where_who_found_it_says_so_himself_and_the_visit_tells_it() {
    var confirmed = started().having(FOUND).having(NONE).having(says("JC007", "1", ""));
    var finished = (Visit.Finished) confirmed.having(FINISH).when(agrees("JC007")).state();
    assertThat(VisitSummary.of(finished).orElseThrow().overruled())
        .containsExactly(
            new Overruled(
                "I-1",
                "JC010",
                "JC007",
                List.of("E"),
                "灭火器过期",
                List.of("1"),
                REASON,
                List.of("JC007")));
    assertThat(
            SignedRecord.by(confirmed.having(agrees("JC007")), TODAY, "JC007", "JC010")
                .when(RECORD)
                .state())
        .isInstanceOf(Visit.Recorded.class);
  }

  @Test
  void a_third_officer_decides_too_but_not_by_what_he_said_before_the_finding() {
    var early =
        started("JC007", "JC010", "JC012")
            .having(says("JC012", "1", ""))
            .having(FOUND)
            .having(NONE);
    early.when(FINISH).thenRejected(FINDING_OVERRULED);
    assertThat(
            early.having(says("JC012", "1", REASON)).having(FINISH).when(agrees("JC007")).state())
        .isInstanceOf(Visit.Finished.class);
  }

  @Test
  void who_found_it_says_it_again_and_it_stands() {
    var again =
        SignedRecord.by(
            started()
                .having(FOUND)
                .having(NONE)
                .having(FOUND)
                .having(FINISH)
                .having(agrees("JC007")),
            TODAY,
            "JC007",
            "JC010");
    assertThat(((Visit.Recorded) again.when(RECORD).state()).codes()).containsExactly("E");
  }

  @Test
  void who_corrects_his_own_finding_needs_nobody_and_the_visit_tells_it() {
    var corrected = started().having(FOUND).having(says("JC007", "1", REASON));
    var finished = (Visit.Finished) corrected.having(FINISH).when(agrees("JC007")).state();
    assertThat(VisitSummary.of(finished).orElseThrow().overruled())
        .containsExactly(
            new Overruled(
                "I-1", "JC007", "JC007", List.of("E"), "灭火器过期", List.of("1"), REASON, List.of()));
  }

  @Test
  void other_words_for_a_finding_do_not_make_the_first_unsaid() {
    var corrected =
        started()
            .having(FOUND)
            .having(says("JC007", "E", "一切正常"))
            .having(says("JC007", "1", REASON));
    var finished = (Visit.Finished) corrected.having(FINISH).when(agrees("JC007")).state();
    assertThat(VisitSummary.of(finished).orElseThrow().overruled())
        .extracting(Overruled::finding)
        .containsExactly("灭火器过期；一切正常");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "e", "无", "。。。。"})
  void who_takes_his_own_finding_back_says_why_in_words(String note) {
    started().having(FOUND).when(says("JC007", "1", note)).thenRejected(REASON_MISSING);
  }

  @Test
  void an_old_visit_that_was_finished_with_an_overruled_finding_is_settled_before_it_is_recorded() {
    var old =
        started()
            .and(
                said("JC007", "E", "灭火器过期"),
                said("JC010", "1", ""),
                new VisitEvent.InspectionFinished(TODAY, TODAY.plusDays(30), false, null, null));
    old.when(RECORD).thenRejected(FINDING_OVERRULED);
    var signed = SignedRecord.by(old.having(says("JC007", "1", "")), TODAY, "JC007", "JC010");
    assertThat(signed.when(RECORD).state()).isInstanceOf(Visit.Recorded.class);
  }

  @Test
  void an_old_visit_that_was_recorded_so_stays_recorded_and_tells_it() {
    var recorded =
        started()
            .and(
                said("JC007", "E", "灭火器过期"),
                said("JC010", "1", ""),
                new VisitEvent.InspectionFinished(TODAY, TODAY.plusDays(30), false, null, null),
                new VisitEvent.ResultRecorded(List.of("1"), "JC010", "大队", TODAY));
    assertThat(
            VisitSummary.of(recorded.when(new VisitCommand.NoteDeadline(TODAY)).state())
                .orElseThrow()
                .overruled())
        .extracting(Overruled::reason)
        .containsExactly("");
  }

  // ---- answers of a recused member

  @Test
  void what_a_recused_member_alone_has_said_is_no_result_before_another_says_it() {
    var answered = started().having(says("JC007", "1", "")).having(RECUSED);
    answered.when(FINISH).thenRejected(RECUSED_ANSWERS, Map.of("items", List.of("I-1")));
    var again = answered.having(says("JC010", "1", ""));
    again.when(FINISH).thenRejected(MEMBER_RECUSED, Map.of("inspector", "JC007"));
    assertThat(comesIn(again).having(FINISH).when(agrees("JC012")).state())
        .isInstanceOf(Visit.Finished.class);
  }

  /** JC012 comes in for JC007, and says that he is there. */
  private static DeciderSpecification<VisitCommand, VisitEvent, Visit>.Given comesIn(
      DeciderSpecification<VisitCommand, VisitEvent, Visit>.Given visit) {
    return visit
        .having(new VisitCommand.ReassignTeam(List.of("JC010", "JC012"), null, "回避"))
        .having(
            new VisitCommand.StartInspection(
                List.of("JC010", "JC012"), "JC012", TODAY, 2, "", Map.of()));
  }

  @Test
  void two_who_decide_that_he_stays_let_his_answers_stand() {
    assertThat(
            started()
                .having(says("JC007", "1", ""))
                .having(RECUSED)
                .having(new VisitCommand.KeepMember("JC007"))
                .having(FINISH)
                .when(agrees("JC007"))
                .state())
        .isInstanceOf(Visit.Finished.class);
  }

  @Test
  void the_answers_of_the_recused_do_not_stand_because_he_has_left_the_team() {
    started()
        .having(says("JC007", "1", ""))
        .having(RECUSED)
        .having(new VisitCommand.ReassignTeam(List.of("JC010", "JC012"), null, "回避"))
        .when(FINISH)
        .thenRejected(RECUSED_ANSWERS);
  }

  @Test
  void the_finding_of_a_recused_member_is_not_turned_into_none_by_the_other_alone() {
    var turned = started().having(FOUND).having(RECUSED).having(NONE);
    turned.when(FINISH).thenRejected(FINDING_OVERRULED);
    comesIn(turned);
    turned.when(FINISH).thenRejected(FINDING_OVERRULED);
    assertThat(
            turned.having(says("JC012", "1", REASON)).having(FINISH).when(agrees("JC012")).state())
        .isInstanceOf(Visit.Finished.class);
  }

  @Test
  void a_finished_visit_is_answered_again_only_where_it_cannot_be_recorded() {
    var finished = started().having(says("JC007", "1", "")).having(FINISH).having(agrees("JC007"));
    finished.when(FOUND).thenRejected(VISIT_ALREADY_FINISHED);
    finished.having(RECUSED).when(RECORD).thenRejected(RECUSED_ANSWERS);
    finished.having(says("JC010", "1", ""));
    finished.when(says("JC010", "G", "未登记")).thenRejected(VISIT_ALREADY_FINISHED);
    SignedRecord.by(finished, TODAY, "JC010")
        .having(
            new SigningCommand.AskGaps(
                SignedRecord.hash(finished),
                List.of(new SignatureGap("JC007", "检查期间决定回避")),
                new Officer("JC010", "大队", Officer.Reach.TEAM),
                TODAY))
        .having(new SigningCommand.AgreeGaps(new Officer("lead", "大队", Officer.Reach.UNIT), TODAY));
    assertThat(finished.when(RECORD).state()).isInstanceOf(Visit.Recorded.class);
  }

  // ---- a visit with a finding gives no way

  @Test
  void nobody_is_visited_in_place_of_a_subject_of_which_something_was_found() {
    var giveWay = new VisitCommand.GiveWay("T", "已注销");
    var refused = new VisitEvent.ChangeRefused(null, "T", "已注销", "检查已经发现问题");
    assertThat(started().having(FOUND).when(giveWay).events()).containsExactly(refused);
    assertThat(started().having(FOUND).having(NONE).when(giveWay).events())
        .containsExactly(refused);
    assertThat(started().having(says("JC007", "9", "已注销")).when(giveWay).state())
        .isInstanceOf(Visit.Cancelled.class);
  }
}
