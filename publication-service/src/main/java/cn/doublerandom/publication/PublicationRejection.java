package cn.doublerandom.publication;

import cn.doublerandom.eventstore.decider.Rejection;

/** Every refusal the publication-service can give. */
public enum PublicationRejection implements Rejection {
  RESULT_UNKNOWN("result-unknown", "没有收到这份检查结果。", "No such result.", Kind.UNKNOWN),
  RESULT_ALREADY_PUBLISHED(
      "result-already-published", "该结果已经公示。", "Published already.", Kind.CONFLICT),
  NOT_YOUR_RESULT(
      "not-your-result",
      "谁检查、谁录入、谁公示：该结果应由检查单位公示。",
      "Only the unit that inspected publishes the result.",
      Kind.FORBIDDEN),
  NOTICE_UNKNOWN("notice-unknown", "没有这份公告。", "No such notice.", Kind.UNKNOWN);

  private final Wording wording;

  PublicationRejection(String code, String text, String english, Kind kind) {
    this.wording = new Wording(code, text, english, kind);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
