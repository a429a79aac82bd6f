package cn.doublerandom.registry.proposal;

import cn.doublerandom.eventstore.decider.Rejection;

/** Every refusal of what a result proposes to the register. */
public enum ProposalRejection implements Rejection {
  PROPOSAL_UNKNOWN(
      "proposal-unknown", "没有这项检查结果建议。", "No such proposal of a result.", Kind.UNKNOWN),
  PROPOSAL_DECIDED(
      "proposal-decided",
      "这项检查结果建议已经办理，不能再次办理。",
      "This proposal was decided on already.",
      Kind.CONFLICT),
  PROPOSAL_WITHDRAWN(
      "proposal-withdrawn",
      "检查结果已经更正或撤销，这项建议不再成立。",
      "The result was corrected or withdrawn and proposes this no more.",
      Kind.CONFLICT),
  PROPOSAL_NOT_OF_THAT(
      "proposal-not-of-that",
      "检查结果没有提出这项变更；确需变更的，请在检查对象页面申请。",
      "The result does not propose that: ask for it on the page of the subject.",
      Kind.INVALID),
  PROPOSAL_STATUS_OPEN(
      "proposal-status-open",
      "检查结果提出了不止一种登记状态，请选定一种。",
      "The result proposes more than one status: say which.",
      Kind.INVALID),
  PROPOSAL_CLASS_UNCHANGED(
      "proposal-class-unchanged",
      "该对象已是这个信用风险等级；不变更的，请写明理由不采纳。",
      "The subject has this class already: decline with a reason where nothing follows.",
      Kind.INVALID),
  PROPOSAL_NEEDS_ANOTHER(
      "proposal-needs-another",
      "录入检查结果的人不能办理由其提出的建议。",
      "Whoever recorded the result does not decide on what it proposes.",
      Kind.FORBIDDEN);

  private final Wording wording;

  ProposalRejection(String code, String text, String english, Kind kind) {
    this.wording = new Wording(code, text, english, kind);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
