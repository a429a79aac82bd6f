package cn.doublerandom.inspection;

import cn.doublerandom.eventstore.decider.Rejection;

/** Refusals of 企业评价. */
public enum RatingRejection implements Rejection {
  RATING_TOO_EARLY(
      "rating-too-early", "检查还没有结束，结束以后再评价。", "The visit is not over yet.", Kind.CONFLICT),
  RATING_OVER(
      "rating-over",
      "检查结束已经超过 30 天，不再评价。",
      "The visit ended more than 30 days ago.",
      Kind.CONFLICT),
  RATING_GIVEN(
      "rating-given",
      "这个检查码已经评价过。不是贵单位评价的，请向检查机关的纪检监察机构反映。",
      "This code has rated. If that was not you, tell the supervisors.",
      Kind.CONFLICT),
  RATING_UNAVAILABLE(
      "rating-unavailable",
      "本系统没有设置评价所需的密钥（suite.evidence.key），请联系运维人员。",
      "There is no key for ratings here: suite.evidence.key.",
      Kind.CONFLICT);

  private final Wording wording;

  RatingRejection(String code, String text, String english, Kind kind) {
    this.wording = new Wording(code, text, english, kind);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
