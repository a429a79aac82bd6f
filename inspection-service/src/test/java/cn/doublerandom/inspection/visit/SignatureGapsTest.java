package cn.doublerandom.inspection.visit;

import static cn.doublerandom.inspection.ClosingRejection.SIGNATURES_MISSING;
import static cn.doublerandom.inspection.ClosingRejection.SIGNATURE_OF_ANOTHER_RECORD;
import static cn.doublerandom.inspection.GapRejection.DISPUTER_SIGNED;
import static cn.doublerandom.inspection.GapRejection.GAPS_ASKED;
import static cn.doublerandom.inspection.GapRejection.GAPS_NEED_SECOND_PERSON;
import static cn.doublerandom.inspection.GapRejection.GAPS_UNAGREED;
import static cn.doublerandom.inspection.GapRejection.GAPS_UNASKED;
import static cn.doublerandom.inspection.GapRejection.GAPS_UNFIT;
import static cn.doublerandom.inspection.GapRejection.GAP_ASKER_UNSIGNED;
import static cn.doublerandom.inspection.InspectionRejection.NOT_ON_TEAM;
import static cn.doublerandom.inspection.InspectionRejection.NOT_YOUR_VISIT;
import static cn.doublerandom.inspection.InspectionRejection.REASON_UNFIT;
import static cn.doublerandom.inspection.InspectionRejection.SIGNER_UNFIT;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_ALREADY_FINISHED;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_NOT_FINISHED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.time.DeadlineBasis;
import cn.doublerandom.bureau.time.Due;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.visit.SigningCommand.AgreeGaps;
import cn.doublerandom.inspection.visit.SigningCommand.AskGaps;
import cn.doublerandom.inspection.visit.SigningCommand.DeclineGaps;
import cn.doublerandom.inspection.visit.SigningCommand.DisputeConclusions;
import cn.doublerandom.inspection.visit.VisitCommand.CheckItem;
import cn.doublerandom.inspection.visit.VisitCommand.FinishInspection;
import cn.doublerandom.inspection.visit.VisitCommand.RecordResult;
import cn.doublerandom.inspection.visit.VisitCommand.StartInspection;
import cn.doublerandom.inspection.visit.VisitCommand.TakeStatement;
import cn.doublerandom.inspection.visit.VisitEvent.ResultRecorded;
import cn.doublerandom.inspection.visit.VisitEvent.VisitAssigned;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What two officers must do, one alone cannot, whatever rules were in force (ADR 83). */
class SignatureGapsTest {
  private static final LocalDate TODAY = LocalDate.of(2023, 3, 17);
  private static final List<String> TEAM = List.of("JC004", "JC008");
  private static final Assignment ASSIGNMENT =
      new Assignment(
          "d-1-S",
          "d-1",
          "2023001",
          "001",
          "S",
          TEAM,
          List.of(new Assignment.Item("I-1", "经营行为")),
          LocalDate.of(2023, 3, 1),
          LocalDate.of(2023, 11, 30),
          null,
          List.of("大队"));
  private static final Due DUE =
      new Due(LocalDate.of(2023, 4, 17), false, new DeadlineBasis("p", 20, "n"));
  private static final RecordResult RECORD = new RecordResult("JC008", "大队", TODAY);
  private static final Officer ALONE = officer("JC008");
  private static final Officer OTHER = officer("JC004");
  private static final Officer LEAD = new Officer("lead", "大队", Officer.Reach.UNIT);
  private static final Officer COORDINATOR = new Officer("c", "法制安全科", Officer.Reach.BUREAU);
  private static final VisitCommand NOTHING = new VisitCommand.NoteDeadline(TODAY);

  private final DeciderSpecification<VisitCommand, VisitEvent, Visit> visit =
      DeciderSpecification.of(new VisitDecider());

  private static Officer officer(String account) {
    return new Officer(account, "大队", Officer.Reach.TEAM);
  }

  private static StartInspection here(String who) {
    return new StartInspection(TEAM, who, TODAY, 2, "p", Map.of());
  }

  private static CheckItem check(String by, String note, String... codes) {
    return new CheckItem(
        new Answer("I-1", List.of(codes), note),
        by,
        new ResultRule(List.of(), List.of(), Map.of(), "p"),
        TODAY);
  }

  private DeciderSpecification<VisitCommand, VisitEvent, Visit>.Given started() {
    return visit
        .given(new VisitAssigned(ASSIGNMENT))
        .having(here("JC004"))
        .having(here("JC008"))
        .having(check("JC008", "拒绝检查人员进入", "8"));
  }

  private DeciderSpecification<VisitCommand, VisitEvent, Visit>.Given ended(
      @Nullable String clause) {
    return started()
        .having(new FinishInspection("JC008", TODAY, DUE, clause))
        .having(new FinishInspection("JC004", TODAY, DUE, clause));
  }

  private DeciderSpecification<VisitCommand, VisitEvent, Visit>.Given ended() {
    return ended(null);
  }

  /** Of the record as it is once the visit has ended. */
  private String hash() {
    return SignedRecord.hash(ended());
  }

  private DeciderSpecification<VisitCommand, VisitEvent, Visit>.Given signedAlone() {
    return ended().having(SignedRecord.signs("JC008", hash(), TODAY));
  }

  private AskGaps asks(String of, String reason) {
    return new AskGaps(
        hash(),
        List.of(new SignatureGap("SUBJECT", "负责人一直联系不上"), new SignatureGap(of, reason)),
        ALONE,
        TODAY);
  }

  private DeciderSpecification<VisitCommand, VisitEvent, Visit>.Given asked() {
    return signedAlone().having(asks("JC004", "检查当天突发疾病住院"));
  }

  @Test
  void one_officer_alone_records_nothing_even_where_no_pack_asks_for_signatures() {
    ended().when(RECORD).thenRejected(GAPS_UNAGREED);
    signedAlone().when(RECORD).thenRejected(GAPS_UNAGREED);
    asked().when(RECORD).thenRejected(GAPS_UNAGREED);
  }

  @Test
  void a_record_everybody_has_signed_is_recorded() {
    var signed = SignedRecord.by(ended(), TODAY, "JC008", "JC004");
    assertThat(signed.when(RECORD).events())
        .containsExactly(new ResultRecorded(List.of("8"), "JC008", "大队", TODAY));
  }

  @Test
  void a_missing_signature_needs_a_reason_and_the_consent_of_somebody_else() {
    asked().when(new AgreeGaps(ALONE, TODAY)).thenRejected(GAPS_NEED_SECOND_PERSON);
    asked().when(new AgreeGaps(OTHER, TODAY)).thenRejected(GAP_ASKER_UNSIGNED);
    asked().when(new AgreeGaps(officer("JC009"), TODAY)).thenRejected(NOT_YOUR_VISIT);
    asked()
        .when(new AgreeGaps(new Officer("x", "财务科", Officer.Reach.UNIT), TODAY))
        .thenRejected(NOT_YOUR_VISIT);
    asked()
        .when(new AgreeGaps(new Officer("lead 代 c", "大队", Officer.Reach.UNIT), TODAY))
        .thenRejected(SIGNER_UNFIT);
    var agreed = asked().having(new AgreeGaps(LEAD, TODAY));
    assertThat(agreed.when(RECORD).state())
        .isInstanceOfSatisfying(
            Visit.Recorded.class,
            one -> {
              SignatureGaps gaps = one.finished().signing().gaps();
              assertThat(gaps.agreedBy()).isEqualTo("lead");
              assertThat(gaps.gaps()).extracting(SignatureGap::of).contains("JC004", "SUBJECT");
            });
    agreed.when(new AgreeGaps(COORDINATOR, TODAY)).thenRejected(GAPS_UNASKED);
  }

  @Test
  void the_other_officer_agrees_to_a_firm_that_is_absent_once_he_has_signed() {
    var both = signedAlone().having(SignedRecord.signs("JC004", hash(), TODAY));
    var asked =
        both.having(
            new AskGaps(hash(), List.of(new SignatureGap("SUBJECT", "负责人一直联系不上")), ALONE, TODAY));
    assertThat(asked.having(new AgreeGaps(OTHER, TODAY)).when(RECORD).state())
        .isInstanceOf(Visit.Recorded.class);
  }

  @Test
  void who_asks_has_signed_and_says_why_of_each_signature_that_is_missing() {
    ended().when(asks("JC004", "检查当天突发疾病住院")).thenRejected(GAP_ASKER_UNSIGNED);
    signedAlone().when(asks("JC004", "1")).thenRejected(REASON_UNFIT);
    signedAlone().when(asks("JC008", "检查当天突发疾病住院")).thenRejected(GAPS_UNFIT);
    signedAlone()
        .when(new AskGaps(hash(), List.of(new SignatureGap("JC004", "住院治疗")), ALONE, TODAY))
        .thenRejected(GAPS_UNFIT);
    signedAlone()
        .when(new AskGaps("f".repeat(64), List.of(new SignatureGap("JC004", "住院治疗")), ALONE, TODAY))
        .thenRejected(SIGNATURE_OF_ANOTHER_RECORD);
    signedAlone()
        .when(new AskGaps(hash(), List.of(), officer("JC009"), TODAY))
        .thenRejected(NOT_ON_TEAM);
    asked().when(asks("JC004", "检查当天突发疾病住院")).thenRejected(GAPS_ASKED);
    started()
        .when(new AskGaps("f".repeat(64), List.of(), ALONE, TODAY))
        .thenRejected(VISIT_NOT_FINISHED);
  }

  @Test
  void what_was_agreed_to_holds_for_that_record_alone() {
    var agreed = asked().having(new AgreeGaps(LEAD, TODAY));
    agreed
        .having(new TakeStatement(new Statement("对结论有异议", "JC008", TODAY)))
        .when(RECORD)
        .thenRejected(GAPS_UNAGREED);
  }

  @Test
  void a_request_is_declined_by_another_and_taken_back_by_who_asked() {
    asked().when(new DeclineGaps("1", LEAD, TODAY)).thenRejected(REASON_UNFIT);
    asked().when(new DeclineGaps("已经出院，请他补签", officer("x"), TODAY)).thenRejected(NOT_YOUR_VISIT);
    signedAlone().when(new DeclineGaps("已经出院，请他补签", LEAD, TODAY)).thenRejected(GAPS_UNASKED);
    asked()
        .having(new DeclineGaps("已经出院，请他补签", LEAD, TODAY))
        .when(new AgreeGaps(COORDINATOR, TODAY))
        .thenRejected(GAPS_UNASKED);
    assertThat(
            asked()
                .having(new DeclineGaps("他已经回来了", ALONE, TODAY))
                .when(asks("JC004", "检查当天突发疾病住院"))
                .events())
        .hasSize(1);
  }

  @Test
  void where_a_pack_asks_for_all_signatures_none_is_gone_without() {
    var strict = ended("54号").having(SignedRecord.signs("JC008", hash(), TODAY));
    strict.when(asks("JC004", "检查当天突发疾病住院")).thenRejected(SIGNATURES_MISSING);
    strict.when(RECORD).thenRejected(SIGNATURES_MISSING);
  }

  @Test
  void the_other_officer_disagrees_and_the_items_are_open_until_he_signs() {
    var dispute = new DisputeConclusions("并没有拒绝检查", OTHER, TODAY);
    ended().when(new DisputeConclusions("1", OTHER, TODAY)).thenRejected(REASON_UNFIT);
    signedAlone().when(new DisputeConclusions("记错了", ALONE, TODAY)).thenRejected(DISPUTER_SIGNED);
    ended().when(check("JC004", "", "1")).thenRejected(VISIT_ALREADY_FINISHED);
    var again = signedAlone().having(dispute).having(check("JC008", "查看后未发现拒绝检查的情形，更正", "1"));
    assertThat(again.when(NOTHING).state())
        .isInstanceOfSatisfying(
            Visit.Finished.class,
            one -> {
              assertThat(one.signing().officers()).isEmpty();
              assertThat(one.finishedOn()).isEqualTo(TODAY);
            });
    var agrees = again.having(SignedRecord.signs("JC004", SignedRecord.hash(again), TODAY));
    agrees.when(check("JC008", "拒绝检查人员进入", "8")).thenRejected(VISIT_ALREADY_FINISHED);
  }

  @Test
  void what_was_agreed_to_before_somebody_disagreed_counts_no_more() {
    asked()
        .having(new AgreeGaps(LEAD, TODAY))
        .having(new DisputeConclusions("并没有拒绝检查", OTHER, TODAY))
        .when(RECORD)
        .thenRejected(GAPS_UNAGREED);
  }

  @Test
  void a_result_of_an_older_ledger_that_nobody_signed_is_what_it_was() {
    var old =
        visit
            .given(new VisitAssigned(ASSIGNMENT))
            .having(here("JC004"))
            .having(here("JC008"))
            .having(check("JC008", "", "1"))
            .and(new VisitEvent.InspectionFinished(TODAY, DUE.on(), false, DUE.basis(), null));
    Visit replayed =
        new VisitDecider()
            .evolve(
                old.when(NOTHING).state(), new ResultRecorded(List.of("1"), "JC008", "大队", TODAY));
    assertThat(replayed).isInstanceOf(Visit.Recorded.class);
    assertThat(VisitSummary.of(replayed).orElseThrow().closing().gaps()).isNull();
  }
}
