package cn.doublerandom.inspection;

import cn.doublerandom.eventstore.decider.Rejection;

/** Refusals of what follows a finding. */
public enum FollowUpRejection implements Rejection {
  FOLLOW_UP_UNKNOWN("follow-up-unknown", "没有这项后续处置。", "No such follow-up.", Kind.UNKNOWN),
  FOLLOW_UP_CLOSED("follow-up-closed", "这项后续处置已经办结。", "Closed already.", Kind.CONFLICT),
  FOLLOW_UP_OPEN(
      "follow-up-open",
      "这个事项已经有同一种后续处置没有办结。",
      "The same kind of follow-up is open for this item already.",
      Kind.CONFLICT),
  FOLLOW_UP_UNFOUNDED(
      "follow-up-unfounded",
      "这个事项没有发现问题，没有后续处置。",
      "Nothing was found for this item, so nothing follows.",
      Kind.INVALID),
  FOLLOW_UP_UNFIT(
      "follow-up-unfit",
      "后续处置的内容不符：抄告、移送须写明接收机关，责令改正不写；期限为工作日，没有规则规定的须填写。",
      "It does not fit: what goes out names its receiver, an order does not; days are working days.",
      Kind.INVALID),
  RESULT_NOT_RECORDED(
      "result-not-recorded",
      "检查结果还没有录入，不能办理后续处置。",
      "The result is not recorded yet: nothing follows from it.",
      Kind.CONFLICT),
  RESULT_NOT_HELD(
      "result-not-held",
      "移送司法机关的，先暂缓公示这次检查的结果。",
      "Before a case goes to a judicial organ its result is held back.",
      Kind.CONFLICT),
  RECHECK_ALONE(
      "recheck-alone",
      "复查由两名执法人员进行，须由另一人用自己的账号确认。",
      "Two officers look again: another one confirms with his own account.",
      Kind.FORBIDDEN),
  RECHECK_TEAM_UNFIT(
      "recheck-team-unfit",
      "复查由两名不同的执法人员进行，请填写两个编号。",
      "Two different officers look again: name both.",
      Kind.INVALID),
  RECHECK_BEGUN(
      "recheck-begun",
      "这次复查已经录入，等另一人确认以后才能另行安排。",
      "This re-check is recorded already: the other officer confirms before another is planned.",
      Kind.CONFLICT),
  RECHECK_OF_OTHERS(
      "recheck-of-others",
      "这次复查已经安排给另外两名执法人员。",
      "This re-check is planned for two other officers.",
      Kind.FORBIDDEN),
  RECHECK_DAY_UNFIT(
      "recheck-day-unfit",
      "复查日期不能早于今天，也不能晚于一年之后。",
      "The day of the re-check is today or later, and within a year.",
      Kind.INVALID),
  RECHECK_TOO_SOON(
      "recheck-too-soon",
      "还没有到安排的复查日期。",
      "The day of the re-check has not come yet.",
      Kind.CONFLICT),
  RECHECK_UNSTATED(
      "recheck-unstated", "没有待确认的复查。", "No re-check waits to be confirmed.", Kind.CONFLICT),
  RECEIPT_LINK_UNKNOWN(
      "receipt-link-unknown",
      "这个回执链接无效，或者已经用过。",
      "This link is not valid, or was used already.",
      Kind.UNKNOWN);

  private final Wording wording;

  FollowUpRejection(String code, String text, String english, Kind kind) {
    this.wording = new Wording(code, text, english, kind);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
