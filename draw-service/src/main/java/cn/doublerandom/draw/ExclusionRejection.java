package cn.doublerandom.draw;

/** What is refused of exclusions by hand. */
public enum ExclusionRejection implements DrawRejection {
  EXCLUSION_KNOWN(
      "exclusion-known", "该对象的排除已经批准。", "The exclusion is approved already.", Kind.CONFLICT),
  EXCLUSION_REQUEST_WAITS(
      "exclusion-request-waits",
      "该对象已有另一份排除申请等待批准，审批人看到的内容不能被替换。",
      "Another request to exclude this subject waits for its approval and is not replaced.",
      Kind.CONFLICT),
  EXCLUSIONS_CHANGED(
      "exclusions-changed",
      "汇集名单期间本期的人工排除有变动，名单没有锁定，请重新锁定。",
      "The exclusions by hand changed while the frame was assembled; freeze again.",
      Kind.CONFLICT),
  EXCLUSION_OF_ANOTHER(
      "exclusion-of-another",
      "只有提出人可以撤回排除申请；其他审批人可以不同意。",
      "Only who asked for the exclusion withdraws it; another approver may decline it.",
      Kind.CONFLICT),
  EXCLUSION_UNKNOWN(
      "exclusion-unknown", "没有该对象的排除申请。", "Nobody asked to exclude this subject.", Kind.UNKNOWN),
  SUBJECT_OUT_OF_SCOPE(
      "subject-out-of-scope", "不在该任务的抽查对象范围之内。", "Not in the scope of this task.", Kind.INVALID);

  private final Wording wording;

  ExclusionRejection(String code, String text, String english, Kind kind) {
    this.wording = new Wording(code, text, english, kind);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
