package cn.doublerandom.draw;

/** What is refused of the terms of a frozen draw, to which a second person agrees. */
public enum TermsRejection implements DrawRejection {
  TERMS_NOT_APPROVED(
      "terms-not-approved",
      "抽取条件（席位、下限、上限、候补）尚未由锁定、指定见证人、保管秘密和作出承诺以外的审批人同意。",
      "No approver has agreed to the terms but those who froze, name witnesses, keep the secret or"
          + " commit.",
      Kind.CONFLICT),
  TERMS_NEED_SECOND_PERSON(
      "terms-need-second-person",
      "锁定名单、指定见证人、作见证人或者保管统筹人员秘密的人，不能同意抽取条件。",
      "Who froze, named witnesses, witnesses or keeps the secret does not agree to the terms.",
      Kind.CONFLICT),
  TERMS_APPROVED_ALREADY(
      "terms-approved-already", "抽取条件已经同意。", "The terms are agreed to already.", Kind.CONFLICT);

  private final Wording wording;

  TermsRejection(String code, String text, String english, Kind kind) {
    this.wording = new Wording(code, text, english, kind);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
