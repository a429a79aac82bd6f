package cn.doublerandom.inspection.visit;

import static cn.doublerandom.inspection.ClosingRejection.CHECK_DIGITS_UNFIT;
import static cn.doublerandom.inspection.ClosingRejection.SIGNATURES_MISSING;
import static cn.doublerandom.inspection.ClosingRejection.SIGNATURE_OF_ANOTHER_RECORD;
import static cn.doublerandom.inspection.ClosingRejection.SIGNATURE_STANDS;
import static cn.doublerandom.inspection.ClosingRejection.SIGNATURE_UNFIT;
import static cn.doublerandom.inspection.ClosingRejection.SIGNING_KEY_NEEDED;
import static cn.doublerandom.inspection.ClosingRejection.SIGNING_KEY_UNKNOWN;
import static cn.doublerandom.inspection.ClosingRejection.WITNESS_MISSING;
import static cn.doublerandom.inspection.GapRejection.GAPS_UNAGREED;
import static cn.doublerandom.inspection.InspectionRejection.MEMBER_RECUSED;
import static cn.doublerandom.inspection.InspectionRejection.NOT_ON_TEAM;
import static cn.doublerandom.inspection.InspectionRejection.REASON_UNFIT;
import static cn.doublerandom.inspection.InspectionRejection.SIGNER_UNFIT;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_ALREADY_FINISHED;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_NOT_FINISHED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.time.DeadlineBasis;
import cn.doublerandom.bureau.time.Due;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.inspection.signing.PhoneKey;
import cn.doublerandom.inspection.signing.SigningKey;
import cn.doublerandom.inspection.visit.VisitCommand.CheckItem;
import cn.doublerandom.inspection.visit.VisitCommand.FinishInspection;
import cn.doublerandom.inspection.visit.VisitCommand.RecordResult;
import cn.doublerandom.inspection.visit.VisitCommand.RecuseMember;
import cn.doublerandom.inspection.visit.VisitCommand.SignForSubject;
import cn.doublerandom.inspection.visit.VisitCommand.SignRecord;
import cn.doublerandom.inspection.visit.VisitCommand.StartInspection;
import cn.doublerandom.inspection.visit.VisitCommand.TakeStatement;
import cn.doublerandom.inspection.visit.VisitEvent.SignaturesVoided;
import cn.doublerandom.inspection.visit.VisitEvent.VisitAssigned;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SignaturesTest {
  private static final LocalDate TODAY = LocalDate.of(2025, 3, 17);
  private static final List<String> TEAM = List.of("JC003", "JC004");
  private static final Assignment ASSIGNMENT =
      new Assignment(
          "d-1-S",
          "d-1",
          "2025001",
          "001",
          "S",
          TEAM,
          List.of(new Assignment.Item("I-1", "经营行为")),
          LocalDate.of(2025, 3, 1),
          LocalDate.of(2025, 11, 30),
          null,
          List.of("大队"));
  private static final Due DUE =
      new Due(LocalDate.of(2025, 4, 14), false, new DeadlineBasis("p", 20, "n"));
  private static final RecordResult RECORD = new RecordResult("JC003", "大队", TODAY);
  private static final VisitCommand NOTHING = new VisitCommand.NoteDeadline(TODAY);
  private static final String OTHERS = "f".repeat(64);
  private static final PhoneKey PHONE = PhoneKey.made();

  private final DeciderSpecification<VisitCommand, VisitEvent, Visit> visit =
      DeciderSpecification.of(new VisitDecider());

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
        .having(here("JC003"))
        .having(here("JC004"))
        .having(check("JC003", "", "1"));
  }

  private DeciderSpecification<VisitCommand, VisitEvent, Visit>.Given finished(
      @Nullable String clause) {
    return started()
        .having(new FinishInspection("JC003", TODAY, DUE, clause))
        .having(new FinishInspection("JC004", TODAY, DUE, clause));
  }

  private DeciderSpecification<VisitCommand, VisitEvent, Visit>.Given finished() {
    return finished("54号");
  }

  /** The hash of the record as it stands after what was given. */
  private static String hash(DeciderSpecification<VisitCommand, VisitEvent, Visit>.Given given) {
    return VisitRecord.hash(given.when(NOTHING).state().over().orElseThrow());
  }

  private static TakeStatement says(String words) {
    return new TakeStatement(new Statement(words, "JC003", TODAY));
  }

  private static SubjectSignature glass(String hash) {
    return new SubjectSignature(
        SubjectSignature.Way.GLASS, hash, "a".repeat(64), "安全负责人", null, null, "JC003", TODAY);
  }

  private static SubjectSignature refused(
      String hash, @Nullable String witness, @Nullable String why) {
    return new SubjectSignature(
        SubjectSignature.Way.REFUSED, hash, "b".repeat(64), "安全负责人", witness, why, "JC003", TODAY);
  }

  private static SignRecord types(String who, String hash, @Nullable String digits) {
    return new SignRecord(new OfficerSignature(who, hash, null, null, TODAY), digits, null);
  }

  private static SignRecord types(String who, String hash) {
    return types(who, hash, hash.substring(0, 8));
  }

  private static SignRecord keyed(String hash, String signature, @Nullable SigningKey key) {
    return new SignRecord(
        new OfficerSignature("JC003", hash, PHONE.known().id(), signature, TODAY), null, key);
  }

  @Test
  void no_result_is_recorded_before_the_subject_and_both_officers_have_signed() {
    var finished = finished();
    String hash = hash(finished);
    finished.when(RECORD).thenRejected(SIGNATURES_MISSING);
    var one = finished.having(types("JC003", hash));
    one.when(RECORD).thenRejected(SIGNATURES_MISSING);
    one.having(types("JC004", hash)).when(RECORD).thenRejected(SIGNATURES_MISSING);
    var all = one.having(types("JC004", hash)).having(new SignForSubject(glass(hash)));
    assertThat(all.when(RECORD).events()).hasSize(1);
  }

  @Test
  void a_visit_that_ended_before_all_signatures_were_asked_for_is_signed_all_the_same() {
    finished(null).when(RECORD).thenRejected(GAPS_UNAGREED);
    var signed = SignedRecord.by(finished(null), TODAY, "JC003", "JC004");
    assertThat(signed.when(RECORD).state()).isInstanceOf(Visit.Recorded.class);
  }

  @Test
  void nothing_is_signed_before_the_visit_is_over() {
    started().when(types("JC003", OTHERS)).thenRejected(VISIT_NOT_FINISHED);
    started().when(says("无异议")).thenRejected(VISIT_NOT_FINISHED);
  }

  @Test
  void a_signature_of_another_record_is_none_of_this_one() {
    finished().when(types("JC003", OTHERS)).thenRejected(SIGNATURE_OF_ANOTHER_RECORD);
    finished().when(new SignForSubject(glass(OTHERS))).thenRejected(SIGNATURE_OF_ANOTHER_RECORD);
    String before = hash(finished());
    finished()
        .having(says("对第一项有异议"))
        .when(types("JC003", before))
        .thenRejected(SIGNATURE_OF_ANOTHER_RECORD);
  }

  @Test
  void nobody_signs_for_another() {
    String hash = hash(finished());
    finished().when(types("JC009", hash)).thenRejected(NOT_ON_TEAM);
    finished().when(types("JC009 代 JC003", hash)).thenRejected(SIGNER_UNFIT);
    finished()
        .having(new RecuseMember("JC004", "亲属", TODAY))
        .when(types("JC004", hash))
        .thenRejected(MEMBER_RECUSED);
  }

  @Test
  void who_has_no_key_types_what_he_has_read() {
    String hash = hash(finished());
    finished().when(types("JC003", hash, null)).thenRejected(CHECK_DIGITS_UNFIT);
    finished().when(types("JC003", hash, "00000000")).thenRejected(CHECK_DIGITS_UNFIT);
    assertThat(finished().when(types("jc003", hash)).events())
        .containsExactly(
            new VisitEvent.OfficerSigned(new OfficerSignature("JC003", hash, null, null, TODAY)));
    assertThat(finished().having(types("JC003", hash)).when(types("JC003", hash)).events())
        .isEmpty();
  }

  @Test
  void who_has_a_key_signs_with_it_and_no_other_way() {
    String hash = hash(finished());
    SigningKey key = PHONE.known();
    String signature = PHONE.signs(VisitRecord.message("d-1-S", hash, "JC003"));
    var typed =
        new SignRecord(
            new OfficerSignature("JC003", hash, null, null, TODAY), hash.substring(0, 8), key);
    finished().when(typed).thenRejected(SIGNING_KEY_NEEDED);
    finished().when(keyed(hash, signature, null)).thenRejected(SIGNING_KEY_UNKNOWN);
    finished()
        .when(keyed(hash, signature, PhoneKey.made().known()))
        .thenRejected(SIGNING_KEY_UNKNOWN);
    String ofAnother = PHONE.signs(VisitRecord.message("d-1-OTHER", hash, "JC003"));
    finished().when(keyed(hash, ofAnother, key)).thenRejected(SIGNATURE_UNFIT);
    String ofColleague = PHONE.signs(VisitRecord.message("d-1-S", hash, "JC004"));
    finished().when(keyed(hash, ofColleague, key)).thenRejected(SIGNATURE_UNFIT);
    assertThat(finished().when(keyed(hash, signature, key)).events()).hasSize(1);
  }

  @Test
  void a_refusal_to_sign_has_a_reason_and_a_witness_and_stands() {
    String hash = hash(finished());
    finished()
        .when(new SignForSubject(refused(hash, null, "对结论有异议")))
        .thenRejected(WITNESS_MISSING);
    finished().when(new SignForSubject(refused(hash, "村委会工作人员", "1"))).thenRejected(REASON_UNFIT);
    var refused = finished().having(new SignForSubject(refused(hash, "村委会工作人员", "对结论有异议")));
    refused.when(new SignForSubject(glass(hash))).thenRejected(SIGNATURE_STANDS);
  }

  @Test
  void another_statement_takes_the_signatures_away_and_says_so() {
    var before = finished();
    String hash = hash(before);
    var signed = before.having(types("JC003", hash)).having(new SignForSubject(glass(hash)));
    assertThat(signed.when(says("第一项不属实")).events())
        .contains(
            new SignaturesVoided(
                new VoidedSignatures(
                    hash, List.of("JC003"), true, "JC003", VoidedSignatures.Why.STATEMENT)));
    var after = signed.having(says("第一项不属实"));
    after.when(RECORD).thenRejected(SIGNATURES_MISSING);
    assertThat(after.when(says("第一项不属实")).events()).isEmpty();
    assertThat(hash(after)).isNotEqualTo(hash);
  }

  @Test
  void after_the_end_answers_are_closed_but_for_what_a_recused_member_said_and_that_voids() {
    var before = finished();
    String hash = hash(before);
    before.when(check("JC004", "灭火器过期", "E")).thenRejected(VISIT_ALREADY_FINISHED);
    var signed = before.having(types("JC004", hash)).having(new RecuseMember("JC003", "亲属", TODAY));
    assertThat(signed.when(check("JC004", "灭火器过期", "E")).events())
        .contains(
            new SignaturesVoided(
                new VoidedSignatures(
                    hash, List.of("JC004"), false, "JC004", VoidedSignatures.Why.ANSWER)));
  }

  @Test
  void the_record_is_one_text_whatever_the_keyboard() {
    var composed = finished().having(says("caf\u00e9 无异议"));
    var decomposed = finished().having(says("cafe\u0301 无异议"));
    assertThat(hash(composed)).isEqualTo(hash(decomposed));
    assertThat(new VisitDecider().decide(says("1"), new Visit.Unassigned()))
        .isInstanceOf(Decision.Rejected.class);
  }
}
