package cn.doublerandom.draw;

/** What is refused of whatever one person asks with a reason and another agrees to. */
public enum AgreementRejection implements DrawRejection {
  APPROVAL_NEEDS_SECOND_PERSON(
      "approval-needs-second-person",
      "审批人不能是提交人。",
      "Who submitted does not approve.",
      Kind.CONFLICT),
  EVIDENCE_MISSING(
      "evidence-missing",
      "须用文字写明依据材料，例如文书名称和文号。",
      "What shows it must be named in words.",
      Kind.INVALID),
  REASON_MISSING("reason-missing", "须用文字写明原因，至少两个字。", "A reason in words is needed.", Kind.INVALID);

  private final Wording wording;

  AgreementRejection(String code, String text, String english, Kind kind) {
    this.wording = new Wording(code, text, english, kind);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
