package cn.doublerandom.publication.result;

import static cn.doublerandom.publication.PublicationRejection.CHANGE_BY_ONE_PERSON;
import static cn.doublerandom.publication.PublicationRejection.CHANGE_BY_TEAM;
import static cn.doublerandom.publication.PublicationRejection.CHANGE_WAITS;
import static cn.doublerandom.publication.PublicationRejection.NOT_YOUR_RESULT;
import static cn.doublerandom.publication.PublicationRejection.NO_CHANGE_WAITS;
import static cn.doublerandom.publication.PublicationRejection.NO_OBJECTION_WAITS;
import static cn.doublerandom.publication.PublicationRejection.OBJECTIONS_EXHAUSTED;
import static cn.doublerandom.publication.PublicationRejection.OBJECTION_BY_CONCERNED;
import static cn.doublerandom.publication.PublicationRejection.OBJECTION_CODE_UNKNOWN;
import static cn.doublerandom.publication.PublicationRejection.OBJECTION_EVIDENCE_FULL;
import static cn.doublerandom.publication.PublicationRejection.OBJECTION_WAITS;
import static cn.doublerandom.publication.PublicationRejection.RESULT_NOT_PUBLIC;
import static cn.doublerandom.publication.PublicationRejection.RESULT_WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.rules.RuleValue;
import cn.doublerandom.bureau.time.DeadlineBasis;
import cn.doublerandom.bureau.time.Due;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.publication.result.Objection.Evidence;
import cn.doublerandom.publication.result.Objection.Outcome;
import cn.doublerandom.publication.result.ResultCommand.AddObjectionEvidence;
import cn.doublerandom.publication.result.ResultCommand.ApproveChange;
import cn.doublerandom.publication.result.ResultCommand.CorrectForObjection;
import cn.doublerandom.publication.result.ResultCommand.DeclineChange;
import cn.doublerandom.publication.result.ResultCommand.IssueObjectionCode;
import cn.doublerandom.publication.result.ResultCommand.RaiseObjection;
import cn.doublerandom.publication.result.ResultCommand.RejectObjection;
import cn.doublerandom.publication.result.ResultCommand.WithdrawForObjection;
import cn.doublerandom.publication.result.ResultContent.Finding;
import cn.doublerandom.publication.result.ResultEvent.ChangeDeclined;
import cn.doublerandom.publication.result.ResultEvent.CorrectionAsked;
import cn.doublerandom.publication.result.ResultEvent.ObjectionCodeIssued;
import cn.doublerandom.publication.result.ResultEvent.ObjectionDecided;
import cn.doublerandom.publication.result.ResultEvent.ObjectionEvidenceAdded;
import cn.doublerandom.publication.result.ResultEvent.ObjectionRaised;
import cn.doublerandom.publication.result.ResultEvent.PublicationWithdrawn;
import cn.doublerandom.publication.result.ResultEvent.RejectionAsked;
import cn.doublerandom.publication.result.ResultEvent.ResultCorrected;
import cn.doublerandom.publication.result.ResultEvent.ResultPublished;
import cn.doublerandom.publication.result.ResultEvent.ResultReceived;
import cn.doublerandom.publication.result.ResultEvent.WithdrawalAsked;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 异议: the firm objects by its code, and none of those concerned decides. */
class ObjectionsTest {
  private static final LocalDate DUE = LocalDate.of(2023, 4, 14);
  private static final LocalDate RAISED = LocalDate.of(2023, 4, 18);
  private static final LocalDate ANSWER = LocalDate.of(2023, 5, 18);
  private static final LocalDate DECIDED = LocalDate.of(2023, 4, 25);
  private static final DeadlineBasis BASIS = new DeadlineBasis("objections-2023", 20, null);
  private static final String WHY = "停运登记在检查之后";
  private static final String HASH = "a".repeat(64);
  private static final Finding FOUND = new Finding("I-1", "经营行为", List.of("A", "D"));
  private static final Finding CLEAN = new Finding("I-1", "经营行为", List.of("1"));
  private static final ResultReceived RECEIVED =
      new ResultReceived(
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
              List.of("A", "D"),
              List.of(FOUND),
              List.of("大队"),
              "JC001",
              List.of("JC001", "JC002")));
  private static final ResultPublished PUBLISHED =
      new ResultPublished("甲公司", DUE, true, "1113/2023-d-1-S", "JC009", null);
  private static final ObjectionCodeIssued CODE = new ObjectionCodeIssued(HASH, "JC009", DUE);
  private static final ObjectionRaised OBJECTION =
      new ObjectionRaised(1, "车辆已报停", RAISED, ANSWER, BASIS);
  private static final ObjectionDecided REJECTED =
      new ObjectionDecided(1, Outcome.REJECTED, WHY, "coordinator", DECIDED);
  private static final CorrectionAsked CORRECTION =
      new CorrectionAsked("I-1", List.of(CLEAN), List.of("1"), WHY, "c1", DECIDED);

  private final DeciderSpecification<ResultCommand, ResultEvent, Publication> result =
      DeciderSpecification.of(new ResultDecider());

  private static RaiseObjection raise(String hash) {
    return new RaiseObjection(hash, "车辆已报停", new Due(ANSWER, false, BASIS), RAISED);
  }

  private static AddObjectionEvidence add(String hash, String sha256) {
    return new AddObjectionEvidence(hash, new Evidence(sha256, "application/pdf", 9), RAISED);
  }

  private static RejectObjection reject(String by) {
    return new RejectObjection(WHY, by, DECIDED);
  }

  private static CorrectForObjection correct(String by) {
    return new CorrectForObjection(
        "I-1",
        List.of("1"),
        WHY,
        by,
        new RuleValue.ResultCombinations(List.of(), List.of(), Map.of()),
        DECIDED);
  }

  @Test
  void who_has_the_latest_code_of_the_notice_objects_and_nobody_else() {
    result.given(RECEIVED, PUBLISHED, CODE).when(raise(HASH)).then(OBJECTION);
    result.given(RECEIVED, PUBLISHED).when(raise(HASH)).thenRejected(OBJECTION_CODE_UNKNOWN);
    result
        .given(RECEIVED, PUBLISHED, CODE, new ObjectionCodeIssued("b".repeat(64), "JC009", RAISED))
        .when(raise(HASH))
        .thenRejected(OBJECTION_CODE_UNKNOWN);
  }

  @Test
  void who_guesses_is_told_no_more_of_what_is_not_public() {
    result.given().when(raise(HASH)).thenRejected(OBJECTION_CODE_UNKNOWN);
    result.given(RECEIVED).when(raise(HASH)).thenRejected(OBJECTION_CODE_UNKNOWN);
    result.given(RECEIVED).when(reject("c")).thenRejected(RESULT_NOT_PUBLIC);
  }

  @Test
  void a_unit_that_inspected_gives_the_code() {
    var published = result.given(RECEIVED, PUBLISHED);
    published.when(new IssueObjectionCode(HASH, "JC009", "大队", DUE)).then(CODE);
    published
        .when(new IssueObjectionCode(HASH, "JC009", "别的单位", DUE))
        .thenRejected(NOT_YOUR_RESULT);
  }

  @Test
  void one_objection_waits_at_a_time_and_five_are_answered() {
    result
        .given(RECEIVED, PUBLISHED, CODE, OBJECTION)
        .when(raise(HASH))
        .thenRejected(OBJECTION_WAITS);
    List<ResultEvent> five = new ArrayList<>(List.of(RECEIVED, PUBLISHED, CODE));
    for (int n = 1; n <= 5; n++) {
      five.add(new ObjectionRaised(n, "车辆已报停", RAISED, ANSWER, BASIS));
      five.add(new ObjectionDecided(n, Outcome.REJECTED, WHY, "c", DECIDED));
    }
    result
        .given(five.toArray(ResultEvent[]::new))
        .when(raise(HASH))
        .thenRejected(OBJECTIONS_EXHAUSTED);
  }

  @Test
  void evidence_comes_with_what_waits_each_file_once_and_five_at_most() {
    var waits = result.given(RECEIVED, PUBLISHED, CODE, OBJECTION);
    waits
        .when(add(HASH, "1"))
        .then(new ObjectionEvidenceAdded(1, new Evidence("1", "application/pdf", 9), RAISED));
    waits.when(add("b", "1")).thenRejected(OBJECTION_CODE_UNKNOWN);
    result.given(RECEIVED, PUBLISHED, CODE).when(add(HASH, "1")).thenRejected(NO_OBJECTION_WAITS);
    List<ResultEvent> full = new ArrayList<>(List.of(RECEIVED, PUBLISHED, CODE, OBJECTION));
    for (int n = 1; n <= 5; n++) {
      full.add(new ObjectionEvidenceAdded(1, new Evidence("" + n, "image/png", 9), RAISED));
    }
    var fully = result.given(full.toArray(ResultEvent[]::new));
    fully.when(add(HASH, "5")).then();
    fully.when(add(HASH, "6")).thenRejected(OBJECTION_EVIDENCE_FULL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"JC001", "JC002", "JC009", "jc009", "li 代 JC002"})
  void who_inspected_recorded_or_published_decides_nothing(String concerned) {
    var waits = result.given(RECEIVED, PUBLISHED, CODE, OBJECTION);
    waits.when(reject(concerned)).thenRejected(OBJECTION_BY_CONCERNED);
    waits.when(correct(concerned)).thenRejected(OBJECTION_BY_CONCERNED);
    waits
        .when(new WithdrawForObjection(WHY, concerned, DECIDED))
        .thenRejected(OBJECTION_BY_CONCERNED);
  }

  @Test
  void who_published_does_not_agree_to_what_answers_an_objection() {
    result
        .given(RECEIVED, PUBLISHED, CODE, OBJECTION, CORRECTION)
        .when(new ApproveChange("JC009", DECIDED))
        .thenRejected(OBJECTION_BY_CONCERNED);
    result
        .given(RECEIVED, PUBLISHED, CODE, CORRECTION)
        .when(new ApproveChange("JC009", DECIDED))
        .then(new ResultCorrected(List.of(CLEAN), List.of("1"), WHY, "c1", "JC009", DECIDED));
  }

  @Test
  void a_rejected_objection_leaves_the_result_and_is_answered_once() {
    var asked = new RejectionAsked(WHY, "c1", DECIDED);
    result.given(RECEIVED, PUBLISHED, CODE, OBJECTION).when(reject("c1")).then(asked);
    var waits = result.given(RECEIVED, PUBLISHED, CODE, OBJECTION, asked);
    waits.when(new ApproveChange("coordinator", DECIDED)).then(REJECTED);
    result
        .given(RECEIVED, PUBLISHED, CODE, OBJECTION, asked, REJECTED)
        .when(reject("coordinator"))
        .thenRejected(NO_OBJECTION_WAITS);
    result
        .given(RECEIVED, PUBLISHED, CODE, OBJECTION, asked, REJECTED)
        .when(new ApproveChange("c2", DECIDED))
        .thenRejected(NO_CHANGE_WAITS);
  }

  @Test
  void nobody_answers_a_firm_alone_and_what_another_declines_waits_on() {
    var asked = new RejectionAsked(WHY, "c1", DECIDED);
    var waits = result.given(RECEIVED, PUBLISHED, CODE, OBJECTION, asked);
    for (String again : List.of("c1", "C1", " ｃ１ ", "c1 代 coordinator")) {
      waits.when(new ApproveChange(again, DECIDED)).thenRejected(CHANGE_BY_ONE_PERSON);
    }
    waits.when(new ApproveChange("JC009", DECIDED)).thenRejected(OBJECTION_BY_CONCERNED);
    waits.when(new ApproveChange("JC001", DECIDED)).thenRejected(CHANGE_BY_TEAM);
    waits.when(correct("c2")).thenRejected(CHANGE_WAITS);
    var declined = new ChangeDeclined("请先核实", "c2", DECIDED);
    waits.when(new DeclineChange("请先核实", "c2", DECIDED)).then(declined);
    result
        .given(RECEIVED, PUBLISHED, CODE, OBJECTION, asked, declined)
        .when(correct("c2"))
        .then(new CorrectionAsked("I-1", List.of(CLEAN), List.of("1"), WHY, "c2", DECIDED));
  }

  @Test
  void an_answer_one_gave_alone_in_older_ledgers_stays() {
    result
        .given(RECEIVED, PUBLISHED, CODE, OBJECTION, REJECTED)
        .when(reject("coordinator"))
        .thenRejected(NO_OBJECTION_WAITS);
  }

  @Test
  void a_right_objection_is_answered_with_the_correction_another_person_agrees_to() {
    result.given(RECEIVED, PUBLISHED, CODE, OBJECTION).when(correct("c1")).then(CORRECTION);
    var asked = result.given(RECEIVED, PUBLISHED, CODE, OBJECTION, CORRECTION);
    asked.when(reject("c2")).thenRejected(CHANGE_WAITS);
    asked
        .when(new ApproveChange("c2", DECIDED))
        .then(
            new ObjectionDecided(1, Outcome.CORRECTED, WHY, "c2", DECIDED),
            new ResultCorrected(List.of(CLEAN), List.of("1"), WHY, "c1", "c2", DECIDED));
    asked
        .when(new DeclineChange("请先核实", "c2", DECIDED))
        .then(new ChangeDeclined("请先核实", "c2", DECIDED));
    result
        .given(
            RECEIVED,
            PUBLISHED,
            CODE,
            OBJECTION,
            CORRECTION,
            new ChangeDeclined("请先核实", "c2", DECIDED))
        .when(reject("c1"))
        .then(new RejectionAsked(WHY, "c1", DECIDED));
  }

  @Test
  void a_right_objection_is_answered_with_the_withdrawal_and_the_withdrawn_takes_no_other() {
    var asked = new WithdrawalAsked(WHY, "c1", DECIDED);
    var answered = new ObjectionDecided(1, Outcome.WITHDRAWN, WHY, "c2", DECIDED);
    var withdrawn = new PublicationWithdrawn(WHY, "c1", "c2", DECIDED);
    result
        .given(RECEIVED, PUBLISHED, CODE, OBJECTION)
        .when(new WithdrawForObjection(WHY, "c1", DECIDED))
        .then(asked);
    result
        .given(RECEIVED, PUBLISHED, CODE, OBJECTION, asked)
        .when(new ApproveChange("c2", DECIDED))
        .then(answered, withdrawn);
    var gone = result.given(RECEIVED, PUBLISHED, CODE, OBJECTION, asked, answered, withdrawn);
    gone.when(raise(HASH)).thenRejected(RESULT_WITHDRAWN);
    gone.when(raise("b")).thenRejected(OBJECTION_CODE_UNKNOWN);
  }

  @Test
  void everybody_reads_the_answer_and_nobody_what_the_firm_said() {
    Publication state = new ResultDecider().initial();
    for (ResultEvent event : List.of(RECEIVED, PUBLISHED, CODE, OBJECTION)) {
      state = new ResultDecider().evolve(state, event);
    }
    var waits = ResultNotice.of((Publication.Published) state);
    assertThat(waits.published()).isNotNull();
    assertThat(waits.published().objected())
        .isEqualTo(
            new ObjectedResult(
                "JC009",
                ANSWER,
                List.of(new ObjectedResult.Line("d-1-S-Y1", RAISED, ANSWER, null))));
    assertThat(waits.isAnsweredLate(ANSWER)).isFalse();
    assertThat(waits.isAnsweredLate(ANSWER.plusDays(1))).isTrue();

    state = new ResultDecider().evolve(state, REJECTED);
    var answered = ResultNotice.of((Publication.Published) state);
    assertThat(answered.published()).isNotNull();
    assertThat(answered.published().objected())
        .isEqualTo(
            new ObjectedResult(
                "JC009",
                null,
                List.of(
                    new ObjectedResult.Line(
                        "d-1-S-Y1",
                        RAISED,
                        ANSWER,
                        new ObjectedResult.Reply(Outcome.REJECTED, WHY, DECIDED, 1)))));
    assertThat(answered.isAnsweredLate(ANSWER.plusDays(1))).isFalse();
  }

  @Test
  void a_rejection_says_of_another_version_than_what_is_public_that_it_is() {
    var rules = new ResultDecider();
    Publication state = rules.initial();
    for (ResultEvent event : List.of(RECEIVED, PUBLISHED, CODE, OBJECTION, REJECTED)) {
      state = rules.evolve(state, event);
    }
    assertThat(outlived((Publication.Published) state)).isFalse();
    var corrected =
        (Publication.Published)
            rules.evolve(
                state,
                new ResultEvent.ResultCorrected(
                    List.of(), List.of("1"), WHY, "JC009", "c1", DECIDED));
    assertThat(outlived(corrected)).isTrue();
    var withdrawn =
        ResultNotice.of(new Publication.Withdrawn((Publication.Published) state, WHY, DECIDED));
    assertThat(Objects.requireNonNull(withdrawn.published()).isOutlived(Outcome.REJECTED, 1))
        .isTrue();
    assertThat(withdrawn.published().isOutlived(Outcome.WITHDRAWN, 1)).isFalse();
    assertThat(withdrawn.published().isOutlived(Outcome.REJECTED, null)).isFalse();
  }

  private static boolean outlived(Publication.Published now) {
    Objection.Answer answer = Objects.requireNonNull(now.objections().raised().getFirst().answer());
    return Objects.requireNonNull(ResultNotice.of(now).published())
        .isOutlived(answer.outcome(), answer.version());
  }
}
