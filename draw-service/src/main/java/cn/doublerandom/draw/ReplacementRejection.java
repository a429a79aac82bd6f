package cn.doublerandom.draw;

/** What is refused of alternates and substitutes. */
public enum ReplacementRejection implements DrawRejection {
  SUBJECT_NOT_DRAWN("subject-not-drawn", "不在抽中名单之内。", "Not among the drawn.", Kind.UNKNOWN),
  MEMBER_UNKNOWN("member-unknown", "不是该检查组的成员。", "Not a member of that team.", Kind.UNKNOWN),
  REPLACEMENT_OPEN(
      "replacement-open", "已有一项更换申请待批准。", "A replacement is waiting for approval.", Kind.CONFLICT),
  REPLACEMENT_UNKNOWN(
      "replacement-unknown", "没有待批准的更换申请。", "No replacement is waiting.", Kind.UNKNOWN),
  REPLACEMENT_NOT_DUE(
      "replacement-not-due",
      "该执法人员没有待处理的回避，无须决定是否更换。",
      "No replacement of this member is due.",
      Kind.CONFLICT),
  REPLACEMENT_NEEDS_SECOND_PERSON(
      "replacement-needs-second-person",
      "更换须由另一人批准。",
      "A replacement needs another person's approval.",
      Kind.CONFLICT),
  REPLACEMENT_UNSETTLED(
      "replacement-unsettled",
      "检查环节尚未确认本次抽取的上一项更换，请稍候再批准。",
      "The visits have not taken over the replacement before this one yet; try again in a moment.",
      Kind.CONFLICT),
  REPLACEMENT_AFTER_CHECKS(
      "replacement-after-checks",
      "检查期间已经结束，不再更换检查对象和检查人员。",
      "The days of the visits are over: nobody is replaced any more.",
      Kind.CONFLICT),
  VISIT_RECORDED(
      "visit-recorded",
      "该对象的检查已经结束，结果已经录入，不再更换检查对象和检查人员；应当回避的人员，可以申请不更换。",
      "The visit there is over and its result recorded: nobody is replaced any more. For a member who"
          + " is recused, ask that he stays.",
      Kind.CONFLICT),
  ALTERNATES_EXHAUSTED(
      "alternates-exhausted",
      "该层已没有当日可以接替的候补对象。",
      "The stratum has no alternate left who may come in that day.",
      Kind.CONFLICT),
  SUBSTITUTES_EXHAUSTED(
      "substitutes-exhausted",
      "没有当日可以替补的执法人员。",
      "Nobody can take the seat that day.",
      Kind.CONFLICT);

  private final Wording wording;

  ReplacementRejection(String code, String text, String english, Kind kind) {
    this.wording = new Wording(code, text, english, kind);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
