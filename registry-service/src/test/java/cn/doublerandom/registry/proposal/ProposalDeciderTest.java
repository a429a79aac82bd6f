package cn.doublerandom.registry.proposal;

import static cn.doublerandom.registry.RegistryRejection.REASON_MISSING;
import static cn.doublerandom.registry.proposal.ProposalRejection.PROPOSAL_CLASS_UNCHANGED;
import static cn.doublerandom.registry.proposal.ProposalRejection.PROPOSAL_DECIDED;
import static cn.doublerandom.registry.proposal.ProposalRejection.PROPOSAL_NEEDS_ANOTHER;
import static cn.doublerandom.registry.proposal.ProposalRejection.PROPOSAL_NOT_OF_THAT;
import static cn.doublerandom.registry.proposal.ProposalRejection.PROPOSAL_STATUS_OPEN;
import static cn.doublerandom.registry.proposal.ProposalRejection.PROPOSAL_UNKNOWN;
import static cn.doublerandom.registry.proposal.ProposalRejection.PROPOSAL_WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.registry.proposal.ProposalCommand.AcceptClass;
import cn.doublerandom.registry.proposal.ProposalCommand.AcceptStatus;
import cn.doublerandom.registry.proposal.ProposalCommand.DeclineProposal;
import cn.doublerandom.registry.proposal.ProposalCommand.HearResult;
import cn.doublerandom.registry.proposal.ProposalEvent.CreditProposalAccepted;
import cn.doublerandom.registry.proposal.ProposalEvent.ProposalChanged;
import cn.doublerandom.registry.proposal.ProposalEvent.ProposalDeclined;
import cn.doublerandom.registry.proposal.ProposalEvent.ProposalOpened;
import cn.doublerandom.registry.proposal.ProposalEvent.ProposalWithdrawn;
import cn.doublerandom.registry.proposal.ProposalEvent.ResultChangeNoted;
import cn.doublerandom.registry.proposal.ProposalEvent.StatusProposalAccepted;
import cn.doublerandom.registry.subject.CreditRiskClass;
import cn.doublerandom.registry.subject.SubjectStatus;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a result proposes is confirmed by the registrar, whatever order its news come in. */
class ProposalDeciderTest {
  private static final LocalDate APRIL = LocalDate.of(2023, 4, 6);
  private static final Origin ORIGIN =
      new Origin(
          "130534-2023001-001-1-F",
          "130534-2023001-001-1",
          "F",
          "道路运输股",
          LocalDate.of(2023, 4, 3),
          "inspector");
  private static final ProposalOpened CANCELLED = opened(ProposalKind.STATUS, 1, "", "9");

  private static DeciderSpecification<ProposalCommand, ProposalEvent, Proposal>.Given nothing() {
    return DeciderSpecification.of(new ProposalDecider()).given();
  }

  private static ProposalOpened opened(
      ProposalKind kind, int version, String reason, String... codes) {
    return new ProposalOpened(kind, ORIGIN, List.of(codes), version, reason, APRIL);
  }

  private static HearResult recorded(ProposalKind kind, String... codes) {
    return new HearResult(
        kind, new Heard(ORIGIN, List.of(codes), List.of(), Heard.RECORDED, "", APRIL));
  }

  private static HearResult corrected(int version, List<String> before, String... codes) {
    return new HearResult(
        ProposalKind.STATUS, new Heard(ORIGIN, List.of(codes), before, version, "更正", APRIL));
  }

  private static HearResult withdrawn() {
    return new HearResult(
        ProposalKind.STATUS,
        new Heard(ORIGIN, List.of(), List.of(), Heard.WITHDRAWN, "公示有误", APRIL));
  }

  private static AcceptStatus accept(SubjectStatus status) {
    return new AcceptStatus(status, APRIL, "已办理注销登记", "registrar");
  }

  @ParameterizedTest
  @CsvSource({"9, CANCELLED", "10, REVOKED", "11, ANNULLED", "12, MOVED_OUT"})
  void a_subject_that_is_gone_is_proposed_with_the_status_of_its_code(
      String code, SubjectStatus status) {
    nothing()
        .when(recorded(ProposalKind.STATUS, code, "F"))
        .then(opened(ProposalKind.STATUS, 1, "", code));
    assertThat(ProposalKind.statuses(List.of(code))).containsExactly(status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1", "A", "B", "D", "3", "4", "5", "G", "E", "F", "7", "8", "6", "C", "2"})
  void what_is_found_of_a_subject_that_is_there_proposes_no_status(String code) {
    nothing().when(recorded(ProposalKind.STATUS, code)).then();
  }

  @Test
  void obstruction_false_disclosure_and_a_firm_nobody_finds_are_signals_of_credit() {
    nothing()
        .when(recorded(ProposalKind.CREDIT, "6", "8", "9", "C"))
        .then(opened(ProposalKind.CREDIT, 1, "", "6", "8", "C"));
    nothing().when(recorded(ProposalKind.CREDIT, "1")).then();
  }

  @Test
  void what_was_heard_already_is_heard_without_effect() {
    nothing().and(CANCELLED).when(recorded(ProposalKind.STATUS, "9")).then();
    nothing().and(CANCELLED).when(recorded(ProposalKind.STATUS, "1")).then();
  }

  @Test
  void a_correction_changes_what_waits_or_takes_it_away() {
    nothing()
        .and(CANCELLED)
        .when(corrected(2, List.of("9"), "12"))
        .then(new ProposalChanged(List.of("12"), 2, "更正", APRIL));
    nothing()
        .and(CANCELLED)
        .when(corrected(2, List.of("9"), "1"))
        .then(new ProposalWithdrawn(2, "更正", APRIL));
    nothing()
        .and(CANCELLED)
        .when(withdrawn())
        .then(new ProposalWithdrawn(Heard.WITHDRAWN, "公示有误", APRIL));
  }

  @Test
  void a_correction_that_is_heard_before_the_record_is_not_undone_by_it() {
    var early = nothing().having(corrected(2, List.of("9"), "1"));

    early.when(recorded(ProposalKind.STATUS, "9")).then();

    nothing()
        .when(corrected(2, List.of("9"), "1"))
        .then(new ResultChangeNoted(List.of(), 2, "更正", APRIL));
    nothing().having(withdrawn()).when(recorded(ProposalKind.STATUS, "9")).then();
    nothing()
        .having(corrected(2, List.of("1"), "9"))
        .when(recorded(ProposalKind.STATUS, "1"))
        .then();
  }

  @Test
  void a_correction_that_never_was_about_the_register_leaves_no_trace() {
    nothing().when(corrected(2, List.of("D"), "E")).then();
  }

  @Test
  void what_was_taken_away_and_is_found_after_all_is_proposed_anew() {
    nothing()
        .and(CANCELLED, new ProposalWithdrawn(2, "更正", APRIL))
        .when(corrected(3, List.of("1"), "9"))
        .then(opened(ProposalKind.STATUS, 3, "更正", "9"));
  }

  @Test
  void the_registrar_confirms_the_only_status_or_says_which() {
    nothing()
        .and(CANCELLED)
        .when(new AcceptStatus(null, APRIL, "已办理注销登记", "registrar"))
        .then(new StatusProposalAccepted(SubjectStatus.CANCELLED, APRIL, "已办理注销登记", "registrar"));
    var two = nothing().and(opened(ProposalKind.STATUS, 1, "", "9", "12"));
    two.when(new AcceptStatus(null, APRIL, "已迁出", "registrar")).thenRejected(PROPOSAL_STATUS_OPEN);
    two.when(new AcceptStatus(SubjectStatus.MOVED_OUT, APRIL, "已迁出", "registrar"))
        .then(new StatusProposalAccepted(SubjectStatus.MOVED_OUT, APRIL, "已迁出", "registrar"));
  }

  @Test
  void nothing_is_confirmed_that_the_result_does_not_propose() {
    nothing().and(CANCELLED).when(accept(SubjectStatus.REVOKED)).thenRejected(PROPOSAL_NOT_OF_THAT);
    nothing()
        .and(CANCELLED)
        .when(new AcceptClass(CreditRiskClass.D, APRIL, "按办法调整", "registrar", CreditRiskClass.A))
        .thenRejected(PROPOSAL_NOT_OF_THAT);
    nothing()
        .and(opened(ProposalKind.CREDIT, 1, "", "8"))
        .when(accept(SubjectStatus.CANCELLED))
        .thenRejected(PROPOSAL_NOT_OF_THAT);
    nothing().when(accept(SubjectStatus.CANCELLED)).thenRejected(PROPOSAL_UNKNOWN);
  }

  @Test
  void which_class_follows_is_said_by_the_registrar_and_is_another_one() {
    var signal = nothing().and(opened(ProposalKind.CREDIT, 1, "", "8"));
    signal
        .when(new AcceptClass(CreditRiskClass.D, APRIL, "按办法调整", "registrar", CreditRiskClass.B))
        .then(new CreditProposalAccepted(CreditRiskClass.D, APRIL, "按办法调整", "registrar"));
    signal
        .when(new AcceptClass(CreditRiskClass.D, APRIL, "按办法调整", "registrar", CreditRiskClass.D))
        .thenRejected(PROPOSAL_CLASS_UNCHANGED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"inspector", "Inspector", " inspector", "li 代 inspector"})
  void whoever_recorded_the_result_does_not_decide_on_what_it_proposes(String spelling) {
    nothing()
        .and(CANCELLED)
        .when(new AcceptStatus(null, APRIL, "已办理注销登记", spelling))
        .thenRejected(PROPOSAL_NEEDS_ANOTHER);
    nothing()
        .and(CANCELLED)
        .when(new DeclineProposal("经核实仍存续", spelling))
        .thenRejected(PROPOSAL_NEEDS_ANOTHER);
  }

  @Test
  void a_decision_has_a_reason_in_words_and_is_taken_once() {
    nothing()
        .and(CANCELLED)
        .when(new DeclineProposal("。。", "registrar"))
        .thenRejected(REASON_MISSING);
    nothing()
        .and(CANCELLED, new ProposalDeclined("经核实仍存续", "registrar"))
        .when(accept(SubjectStatus.CANCELLED))
        .thenRejected(PROPOSAL_DECIDED);
    nothing()
        .and(CANCELLED, new ProposalWithdrawn(2, "更正", APRIL))
        .when(accept(SubjectStatus.CANCELLED))
        .thenRejected(PROPOSAL_WITHDRAWN);
  }

  @Test
  void what_was_confirmed_gets_a_note_and_stays_confirmed() {
    var confirmed = nothing().and(CANCELLED).having(accept(SubjectStatus.CANCELLED));

    confirmed
        .when(corrected(2, List.of("9"), "1"))
        .then(new ResultChangeNoted(List.of(), 2, "更正", APRIL));
    assertThat(confirmed.when(corrected(2, List.of("9"), "1")).state())
        .isInstanceOfSatisfying(
            Proposal.Decided.class,
            decided -> {
              assertThat(decided.later()).isEqualTo(new Proposal.Later(List.of(), "更正", APRIL));
              assertThat(decided.answer().by()).isEqualTo("registrar");
            });
  }

  @Test
  void what_was_declined_is_proposed_anew_where_the_result_says_something_else() {
    var declined = nothing().and(CANCELLED, new ProposalDeclined("经核实仍存续", "registrar"));

    declined
        .when(corrected(2, List.of("9"), "12"))
        .then(opened(ProposalKind.STATUS, 2, "更正", "12"));
    declined
        .when(corrected(2, List.of("9"), "9", "D"))
        .then(new ResultChangeNoted(List.of("9"), 2, "更正", APRIL));
  }
}
