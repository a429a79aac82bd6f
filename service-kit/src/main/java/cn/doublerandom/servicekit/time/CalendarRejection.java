package cn.doublerandom.servicekit.time;

import cn.doublerandom.eventstore.decider.Rejection;

/** Every refusal the calendar can give. */
public enum CalendarRejection implements Rejection {
  NOTICE_NUMBER_TAKEN(
      "notice-number-taken",
      "该文号的放假通知已登记且内容不同；通知不能改动，更正请登记新的通知。",
      "A notice of this number is registered with other days.",
      Kind.CONFLICT),
  NOTICE_EMPTY("notice-empty", "通知没有列出任何日期。", "The notice names no day.", Kind.INVALID),
  NOTICE_LACKS_HOLIDAY(
      "notice-lacks-holiday",
      "通知没有安排一个法定节日放假，可能漏录；确实没有的，请在 lacking 中写明该节日和理由后再提交。",
      "The notice arranges no day off for a statutory holiday; say why in lacking, or complete it.",
      Kind.INVALID),
  NOTICE_DAY_OUTSIDE_YEAR(
      "notice-day-outside-year",
      "日期不在通知所安排的年度内（可早至上年12月）。",
      "A day is not of the year the notice arranges.",
      Kind.INVALID),
  NOTICE_DAY_TWICE(
      "notice-day-twice", "同一日期在通知中出现两次。", "A day stands in the notice twice.", Kind.INVALID),
  NOTICE_OFF_TOO_LONG(
      "notice-off-too-long",
      "连续放假（含周末）超过 12 天，请核对日期。",
      "More than 12 days off in a row.",
      Kind.INVALID),
  NOTICE_OFF_TOO_MANY(
      "notice-off-too-many",
      "一年中星期一至星期五放假超过 45 天，请核对日期。",
      "More than 45 days from Monday to Friday off in a year.",
      Kind.INVALID),
  NOTICE_WAITS(
      "notice-waits",
      "已有一份放假通知待另一人批准，请先批准、驳回或撤回。",
      "Another notice waits for a second person.",
      Kind.CONFLICT),
  NOTICE_NOT_REQUESTED(
      "notice-not-requested",
      "没有这个文号的待批准放假通知。",
      "No notice of this number is waiting.",
      Kind.CONFLICT),
  NOTICE_NEEDS_SECOND_PERSON(
      "notice-needs-second-person",
      "放假通知须由登记人以外的人批准。",
      "Whoever typed a notice may not approve it.",
      Kind.FORBIDDEN),
  REASON_MISSING("reason-missing", "须用文字写明原因，至少两个字。", "A reason in words is needed.", Kind.INVALID),
  NOTICE_WORKDAY_ON_WORKDAY(
      "notice-workday-on-workday",
      "补班日本来就是工作日，请核对日期。",
      "A day to be worked is a working day anyway.",
      Kind.INVALID);

  private final Wording wording;

  CalendarRejection(String code, String text, String english, Kind kind) {
    this.wording = new Wording(code, text, english, kind);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
