package cn.doublerandom.inspection;

import cn.doublerandom.eventstore.decider.Rejection;

/** Refusals of 企业评价. */
public enum RatingRejection implements Rejection {
  RATING_TOO_EARLY(
      "rating-too-early", "检查还没有结束，结束以后再评价。", "The visit is not over yet.", Kind.CONFLICT),
  RATING_OVER(
      "rating-over", "评价的期限已经过了。", "The time in which the visit is rated is over.", Kind.CONFLICT),
  RATING_GIVEN(
      "rating-given",
      "这个检查码已经评价过。不是贵单位评价的，请向检查机关的纪检监察机构反映。",
      "This code has rated. If that was not you, tell the supervisors.",
      Kind.CONFLICT),
  RATING_CODE_WRONG(
      "rating-code-wrong",
      "评价码不对，或者已经换过。评价码由检查组以外的科室直接交给贵单位；没有收到的，请向检查机关索取。",
      "This is not the rating code, or another was made since: ask the inspecting office for it.",
      Kind.FORBIDDEN),
  RATING_CODE_UNFIT(
      "rating-code-unfit",
      "评价码由检查组以外、其他科室的人取出并交给企业。",
      "A rating code is handed to the firm by somebody of no unit of the team.",
      Kind.FORBIDDEN),
  RATING_CODE_TOLD(
      "rating-code-told",
      "这个评价码已经显示过一次，不能再看；需要的，再取一个，以前的作废。",
      "This code was told once; have another one made, which voids it.",
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
