package cn.doublerandom.registry.rest;

import cn.doublerandom.bureau.result.ResultCode;
import cn.doublerandom.registry.proposal.Proposal;
import cn.doublerandom.registry.proposal.ProposalDirectory.State;
import cn.doublerandom.registry.proposal.ProposalKind;
import cn.doublerandom.registry.subject.CreditRiskClass;
import cn.doublerandom.registry.subject.SubjectStatus;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a result of an inspection proposes to the register.
 *
 * @param id of the proposal: result and kind
 * @param kind STATUS (登记状态) or CREDIT (信用信号)
 * @param state where it stands
 * @param resultId the visit's id: draw and subject
 * @param unit that inspected; absent where only a correction was heard
 * @param finishedOn day the inspection was finished; absent likewise
 * @param codes those of the result that propose it, ascending
 * @param text what the codes say
 * @param statuses among which the registrar chooses; none of a credit signal
 * @param answer what he said; absent while nobody did
 * @param since what the result says since he did; absent where it says the same
 * @param withdrawn why it stands no more; absent where it does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProposalOfResult(
    String id,
    ProposalKind kind,
    State state,
    String resultId,
    String drawId,
    String subject,
    @Nullable String unit,
    @Nullable LocalDate finishedOn,
    List<String> codes,
    String text,
    List<SubjectStatus> statuses,
    @Nullable RegistrarAnswer answer,
    @Nullable ResultSince since,
    @Nullable String withdrawn) {

  /**
   * What the registrar said.
   *
   * @param status that he asked for; absent where he did not
   * @param riskClass that he asked for; absent where he did not
   * @param from first day of the status, or the day of the class; absent where he declined
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record RegistrarAnswer(
      @Nullable SubjectStatus status,
      @Nullable CreditRiskClass riskClass,
      @Nullable LocalDate from,
      String reason,
      String by) {
    static RegistrarAnswer of(Proposal.Answer answer) {
      return switch (answer) {
        case Proposal.Answer.Status(var status, var effective, var reason, var by) ->
            new RegistrarAnswer(status, null, effective, reason, by);
        case Proposal.Answer.Credit(var riskClass, var on, var reason, var by) ->
            new RegistrarAnswer(null, riskClass, on, reason, by);
        case Proposal.Answer.No(var reason, var by) ->
            new RegistrarAnswer(null, null, null, reason, by);
      };
    }
  }

  /**
   * A correction or withdrawal after the decision.
   *
   * @param codes that would propose something; none where it proposes nothing
   */
  public record ResultSince(List<String> codes, String reason, LocalDate on) {}

  static ProposalOfResult of(String id, Proposal proposal) {
    Proposal.Asked asked = Proposal.asked(proposal).orElseThrow();
    return switch (proposal) {
      case Proposal.Unasked unasked -> throw new IllegalStateException("nothing was proposed");
      case Proposal.Open open -> of(id, asked, State.OPEN, null, null, null);
      case Proposal.Decided decided ->
          of(
              id,
              asked,
              decided.answer() instanceof Proposal.Answer.No ? State.DECLINED : State.ACCEPTED,
              RegistrarAnswer.of(decided.answer()),
              since(decided.later()),
              null);
      case Proposal.Withdrawn withdrawn ->
          of(id, asked, State.WITHDRAWN, null, null, withdrawn.reason());
    };
  }

  private static @Nullable ResultSince since(Proposal.@Nullable Later later) {
    return later == null ? null : new ResultSince(later.codes(), later.reason(), later.on());
  }

  private static ProposalOfResult of(
      String id,
      Proposal.Asked asked,
      State state,
      @Nullable RegistrarAnswer answer,
      @Nullable ResultSince since,
      @Nullable String withdrawn) {
    return new ProposalOfResult(
        id,
        asked.kind(),
        state,
        asked.origin().resultId(),
        asked.origin().drawId(),
        asked.origin().subjectId(),
        asked.origin().unit(),
        asked.origin().finishedOn(),
        asked.codes(),
        ResultCode.text(asked.codes()),
        asked.statuses(),
        answer,
        since,
        withdrawn);
  }
}
