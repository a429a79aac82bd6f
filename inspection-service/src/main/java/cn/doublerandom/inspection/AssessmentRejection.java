package cn.doublerandom.inspection;

import cn.doublerandom.eventstore.decider.Rejection;

/** Refusals of 年度考核. */
public enum AssessmentRejection implements Rejection {
  ASSESSMENT_UNKNOWN("assessment-unknown", "没有这份年度考核。", "No such assessment.", Kind.UNKNOWN),
  ASSESSMENT_NOTHING_TO_SCORE(
      "assessment-nothing-to-score",
      "这个单位本年度没有已经结束的检查，或者规则包没有规定评分。",
      "The unit had no visit in that year, or no rule pack sets the points.",
      Kind.CONFLICT),
  ASSESSMENT_YEAR_NOT_OVER(
      "assessment-year-not-over", "年度结束以后才能考核。", "The year is not over yet.", Kind.CONFLICT),
  ASSESSMENT_FROZEN(
      "assessment-frozen",
      "这个单位本年度的得分已经固定，正在听取意见。",
      "The score of that year is frozen and the unit is being heard.",
      Kind.CONFLICT),
  ASSESSMENT_CONCLUDED(
      "assessment-concluded", "这份年度考核已经办结。", "The assessment is concluded.", Kind.CONFLICT),
  ASSESSMENT_ANSWERED("assessment-answered", "单位已经陈述。", "The unit has answered.", Kind.CONFLICT),
  ASSESSMENT_UNHEARD(
      "assessment-unheard",
      "单位还没有陈述，期限也没有过，不能办结。",
      "The unit was not heard yet, and its day is not over.",
      Kind.CONFLICT),
  ASSESSMENT_WORDS_MISSING(
      "assessment-words-missing",
      "须用文字写明，至少两个字。",
      "Words are needed, two signs at least.",
      Kind.INVALID),
  ASSESSMENT_OWN_UNIT(
      "assessment-own-unit", "不能考核本单位。", "Nobody assesses his own unit.", Kind.FORBIDDEN),
  ASSESSMENT_OF_ANOTHER_UNIT(
      "assessment-of-another-unit",
      "由被考核单位的负责人陈述。",
      "The lead of the unit that is assessed answers.",
      Kind.FORBIDDEN),
  ASSESSMENT_NEEDS_SECOND_PERSON(
      "assessment-needs-second-person",
      "固定得分的人不能自己办结，须由另一名督导人员办结。",
      "Whoever froze the score does not conclude.",
      Kind.FORBIDDEN);

  private final Wording wording;

  AssessmentRejection(String code, String text, String english, Kind kind) {
    this.wording = new Wording(code, text, english, kind);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
