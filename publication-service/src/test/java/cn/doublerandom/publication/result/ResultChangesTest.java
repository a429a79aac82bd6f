package cn.doublerandom.publication.result;

import static cn.doublerandom.publication.ChangeRejection.CHANGE_OF_ANOTHER;
import static cn.doublerandom.publication.ChangeRejection.CHANGE_REASON_MISSING;
import static cn.doublerandom.publication.PublicationRejection.CHANGE_BY_ONE_PERSON;
import static cn.doublerandom.publication.PublicationRejection.CHANGE_BY_TEAM;
import static cn.doublerandom.publication.PublicationRejection.CHANGE_WAITS;
import static cn.doublerandom.publication.PublicationRejection.CODES_NOT_POSSIBLE;
import static cn.doublerandom.publication.PublicationRejection.ITEM_NOT_OF_RESULT;
import static cn.doublerandom.publication.PublicationRejection.NOTHING_CORRECTED;
import static cn.doublerandom.publication.PublicationRejection.NOT_YOUR_RESULT;
import static cn.doublerandom.publication.PublicationRejection.NO_CHANGE_WAITS;
import static cn.doublerandom.publication.PublicationRejection.RESULT_ALREADY_PUBLISHED;
import static cn.doublerandom.publication.PublicationRejection.RESULT_NOT_PUBLIC;
import static cn.doublerandom.publication.PublicationRejection.RESULT_UNKNOWN;
import static cn.doublerandom.publication.PublicationRejection.RESULT_WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.rules.RuleValue;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.publication.result.ResultCommand.ApproveChange;
import cn.doublerandom.publication.result.ResultCommand.AskCorrection;
import cn.doublerandom.publication.result.ResultCommand.AskWithdrawal;
import cn.doublerandom.publication.result.ResultCommand.DeclineChange;
import cn.doublerandom.publication.result.ResultCommand.TakeBackChange;
import cn.doublerandom.publication.result.ResultContent.Finding;
import cn.doublerandom.publication.result.ResultEvent.ChangeDeclined;
import cn.doublerandom.publication.result.ResultEvent.ChangeTakenBack;
import cn.doublerandom.publication.result.ResultEvent.CorrectionAsked;
import cn.doublerandom.publication.result.ResultEvent.PublicationWithdrawn;
import cn.doublerandom.publication.result.ResultEvent.ResultCorrected;
import cn.doublerandom.publication.result.ResultEvent.ResultPublished;
import cn.doublerandom.publication.result.ResultEvent.ResultReceived;
import cn.doublerandom.publication.result.ResultEvent.WithdrawalAsked;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * 更正与撤销: what is public is changed by two people who did not make it alone, and nothing vanishes.
 */
class ResultChangesTest {
  private static final LocalDate DUE = LocalDate.of(2023, 4, 14);
  private static final LocalDate ASKED = LocalDate.of(2023, 4, 18);
  private static final LocalDate DECIDED = LocalDate.of(2023, 4, 20);
  private static final String WHY = "复核时发现录入有误";
  private static final Finding CLEAN = new Finding("I-1", "经营行为", List.of("1"));
  private static final Finding OTHER = new Finding("I-2", "安全生产", List.of("1"));
  private static final ResultContent CONTENT =
      new ResultContent(
          "d-1-S",
          "d-1",
          "2023001",
          "001",
          "S",
          "大队",
          LocalDate.of(2023, 3, 16),
          DUE,
          false,
          List.of("1"),
          List.of(CLEAN, OTHER),
          List.of("大队"),
          "JC001",
          List.of("JC001", "JC002"));
  private static final ResultReceived RECEIVED = new ResultReceived(CONTENT);
  private static final ResultPublished PUBLISHED =
      new ResultPublished("甲公司", DUE, true, "1113/2023-d-1-S", "JC009", null);
  private static final List<Finding> FOUND =
      List.of(new Finding("I-1", "经营行为", List.of("A", "D")), OTHER);
  private static final CorrectionAsked CORRECTION =
      new CorrectionAsked("I-1", FOUND, List.of("A", "D"), WHY, "JC009", ASKED);
  private static final WithdrawalAsked WITHDRAWAL = new WithdrawalAsked(WHY, "JC009", ASKED);

  private final DeciderSpecification<ResultCommand, ResultEvent, Publication> result =
      DeciderSpecification.of(new ResultDecider());

  private static AskCorrection correct(String item, String unit, String... codes) {
    return new AskCorrection(
        item,
        List.of(codes),
        WHY,
        "JC009",
        unit,
        new RuleValue.ResultCombinations(List.of(List.of("F", "D")), List.of(), Map.of("D", "A")),
        ASKED);
  }

  private static AskWithdrawal withdraw(String unit) {
    return new AskWithdrawal(WHY, "JC009", unit, ASKED);
  }

  private static ApproveChange approve(String by) {
    return new ApproveChange(by, DECIDED);
  }

  private static DeclineChange decline(String by) {
    return new DeclineChange("原结果与现场笔录一致", by, DECIDED);
  }

  @Test
  void the_unit_that_inspected_asks_for_a_correction_and_the_subject_is_what_its_items_say() {
    var published = result.given(RECEIVED, PUBLISHED);
    published.when(correct("I-1", "大队", "D", "A", "A")).then(CORRECTION);
    published.when(correct("I-1", "别的单位", "A")).thenRejected(NOT_YOUR_RESULT);
    published.when(withdraw("大队")).then(WITHDRAWAL);
    published.when(withdraw("")).thenRejected(NOT_YOUR_RESULT);
  }

  @ParameterizedTest
  @CsvSource({"''", "2", "1 A", "D", "F D A", "Z"})
  void a_correction_says_what_the_rules_of_results_allow(String codes) {
    result
        .given(RECEIVED, PUBLISHED)
        .when(correct("I-1", "大队", codes.isEmpty() ? new String[0] : codes.split(" ")))
        .thenRejected(CODES_NOT_POSSIBLE);
  }

  @Test
  void a_correction_corrects_something_of_the_result() {
    var published = result.given(RECEIVED, PUBLISHED);
    published.when(correct("I-9", "大队", "A")).thenRejected(ITEM_NOT_OF_RESULT);
    published.when(correct("I-1", "大队", "1")).thenRejected(NOTHING_CORRECTED);
  }

  @Test
  void only_what_is_public_is_corrected_or_withdrawn() {
    result.given().when(withdraw("大队")).thenRejected(RESULT_UNKNOWN);
    result.given(RECEIVED).when(correct("I-1", "大队", "A")).thenRejected(RESULT_NOT_PUBLIC);
    result.given(RECEIVED).when(approve("coordinator")).thenRejected(RESULT_NOT_PUBLIC);
  }

  @Test
  void one_change_waits_at_a_time() {
    var asked = result.given(RECEIVED, PUBLISHED, CORRECTION);
    asked.when(correct("I-2", "大队", "A")).thenRejected(CHANGE_WAITS);
    asked.when(withdraw("大队")).thenRejected(CHANGE_WAITS);
    result.given(RECEIVED, PUBLISHED).when(approve("c")).thenRejected(NO_CHANGE_WAITS);
    result.given(RECEIVED, PUBLISHED).when(decline("c")).thenRejected(NO_CHANGE_WAITS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"JC009", "jc009", "ＪＣ００９"})
  void who_asked_does_not_decide(String account) {
    var asked = result.given(RECEIVED, PUBLISHED, CORRECTION);
    asked.when(approve(account)).thenRejected(CHANGE_BY_ONE_PERSON);
    asked.when(decline(account)).thenRejected(CHANGE_BY_ONE_PERSON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"JC001", "JC002", "jc002"})
  void who_inspected_or_recorded_does_not_decide(String account) {
    var asked = result.given(RECEIVED, PUBLISHED, WITHDRAWAL);
    asked.when(approve(account)).thenRejected(CHANGE_BY_TEAM);
    asked.when(decline(account)).thenRejected(CHANGE_BY_TEAM);
  }

  @Test
  void another_person_agrees_or_does_not() {
    result
        .given(RECEIVED, PUBLISHED, CORRECTION)
        .when(approve("coordinator"))
        .then(new ResultCorrected(FOUND, List.of("A", "D"), WHY, "JC009", "coordinator", DECIDED));
    result
        .given(RECEIVED, PUBLISHED, WITHDRAWAL)
        .when(approve("coordinator"))
        .then(new PublicationWithdrawn(WHY, "JC009", "coordinator", DECIDED));
    result
        .given(RECEIVED, PUBLISHED, WITHDRAWAL)
        .when(decline("coordinator"))
        .then(new ChangeDeclined("原结果与现场笔录一致", "coordinator", DECIDED));
    result
        .given(
            RECEIVED,
            PUBLISHED,
            WITHDRAWAL,
            new ChangeDeclined("原结果与现场笔录一致", "coordinator", DECIDED))
        .when(correct("I-1", "大队", "A", "D"))
        .then(CORRECTION);
  }

  @Test
  void who_asked_takes_it_back_with_a_reason_and_nobody_else_does() {
    for (ResultEvent change : List.of(CORRECTION, WITHDRAWAL)) {
      var asked = result.given(RECEIVED, PUBLISHED, change);
      asked
          .when(new TakeBackChange("代码填错了", "coordinator", DECIDED))
          .thenRejected(CHANGE_OF_ANOTHER, Map.of("by", "JC009"));
      asked
          .when(new TakeBackChange("。", "JC009", DECIDED))
          .thenRejected(CHANGE_REASON_MISSING, Map.of("field", "reason"));
      asked
          .when(new TakeBackChange("代码填错了", "JC009", DECIDED))
          .then(new ChangeTakenBack("代码填错了", "JC009", DECIDED));
    }
    var back =
        result.given(
            RECEIVED, PUBLISHED, CORRECTION, new ChangeTakenBack("代码填错了", "JC009", DECIDED));
    back.when(approve("coordinator")).thenRejected(NO_CHANGE_WAITS);
    back.when(new TakeBackChange("代码填错了", "JC009", DECIDED)).thenRejected(NO_CHANGE_WAITS);
    back.when(withdraw("大队")).then(WITHDRAWAL);
  }

  private static final ResultCorrected CORRECTED =
      new ResultCorrected(FOUND, List.of("A", "D"), WHY, "JC009", "coordinator", DECIDED);

  private static Publication after(ResultEvent... events) {
    var decider = new ResultDecider();
    Publication state = decider.initial();
    for (ResultEvent event : events) {
      state = decider.evolve(state, event);
    }
    return state;
  }

  @Test
  void what_was_public_stays_to_be_read_with_the_reason_and_the_difference() {
    var again =
        new ResultCorrected(
            List.of(CLEAN, OTHER),
            List.of("1"),
            "申诉成立",
            "JC009",
            "coordinator",
            DECIDED.plusDays(9));
    var notice =
        ResultNotice.of(
            (Publication.Published) after(RECEIVED, PUBLISHED, CORRECTION, CORRECTED, again));

    assertThat(notice.content().codes()).containsExactly("1");
    assertThat(notice.published()).isNotNull();
    assertThat(notice.published().version()).isEqualTo(3);
    assertThat(notice.versions())
        .containsExactly(
            new ResultNotice.Version(
                1,
                new FormerResult(List.of("1"), List.of(CLEAN, OTHER), DUE, DECIDED, WHY),
                List.of(new ResultNotice.Difference("经营行为", List.of("1"), List.of("A", "D")))),
            new ResultNotice.Version(
                2,
                new FormerResult(List.of("A", "D"), FOUND, DECIDED, DECIDED.plusDays(9), "申诉成立"),
                List.of(new ResultNotice.Difference("经营行为", List.of("A", "D"), List.of("1")))));
  }

  @Test
  void a_withdrawn_publication_says_why_and_changes_no_more() {
    var withdrawn = new PublicationWithdrawn(WHY, "JC009", "coordinator", DECIDED);
    var given = result.given(RECEIVED, PUBLISHED, WITHDRAWAL, withdrawn);
    given.when(withdraw("大队")).thenRejected(RESULT_WITHDRAWN);
    given.when(approve("coordinator")).thenRejected(RESULT_WITHDRAWN);
    given
        .when(
            new ResultCommand.PublishResult(
                "JC009", "大队", "甲公司", "1113", DECIDED, new Titles("", "", "", "局")))
        .thenRejected(RESULT_WITHDRAWN);
    given.when(new ResultCommand.ReceiveResult(CONTENT)).then();
    result
        .given(RECEIVED, PUBLISHED)
        .when(
            new ResultCommand.PublishResult(
                "JC009", "大队", "甲公司", "1113", DECIDED, new Titles("", "", "", "局")))
        .thenRejected(RESULT_ALREADY_PUBLISHED);

    var notice =
        ResultNotice.of((Publication.Withdrawn) after(RECEIVED, PUBLISHED, WITHDRAWAL, withdrawn));
    assertThat(notice.published()).isNotNull();
    assertThat(notice.published().withdrawn()).isEqualTo(new ResultNotice.Withdrawal(DECIDED, WHY));
  }
}
