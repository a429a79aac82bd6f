package cn.doublerandom.publication;

import cn.doublerandom.eventstore.decider.Rejection;

/** Every refusal the publication-service can give. */
public enum PublicationRejection implements Rejection {
  RESULT_UNKNOWN("result-unknown", "没有收到这份检查结果。", "No such result.", Kind.UNKNOWN),
  RESULT_NOT_RECORDED(
      "result-not-recorded", "检查结果尚未录入，不能公示。", "The result is not recorded yet.", Kind.CONFLICT),
  SUBJECT_NAME_PENDING(
      "subject-name-pending",
      "尚未收到该检查对象的名称，不以编号代替名称公示，请稍后再试。",
      "The subject's name has not arrived yet; nothing is published under a number, please retry.",
      Kind.CONFLICT),
  RESULT_ALREADY_PUBLISHED(
      "result-already-published", "该结果已经公示。", "Published already.", Kind.CONFLICT),
  NOT_YOUR_RESULT(
      "not-your-result",
      "谁检查、谁录入、谁公示：该结果应由检查单位公示。",
      "Only the unit that inspected publishes the result.",
      Kind.FORBIDDEN),
  RECORDER_PUBLISHES(
      "recorder-publishes",
      "录入结果的人不能自己公示，请由检查单位的另一人公示。",
      "Whoever recorded a result does not publish it.",
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
