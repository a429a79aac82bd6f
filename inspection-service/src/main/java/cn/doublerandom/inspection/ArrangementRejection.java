package cn.doublerandom.inspection;

import cn.doublerandom.eventstore.decider.Rejection;

/** Refusals of when a visit is held, and of who hands it over (改期、移交). */
public enum ArrangementRejection implements Rejection {
  DAY_OVER("day-over", "这一天已经过去，不能约定为检查日期。", "That day is over.", Kind.INVALID),
  DAY_NOT_WORKING(
      "day-not-working",
      "这一天不是工作日，检查约定在工作日进行。",
      "That is no working day; visits are agreed for working days.",
      Kind.INVALID),
  DAY_OUTSIDE_WINDOW(
      "day-outside-window",
      "检查日期须在任务的检查期间和本期实施方案公布的检查日期之内。",
      "The day has to lie in the task's window and in the check dates of the programme.",
      Kind.INVALID),
  DAY_UNCHANGED(
      "day-unchanged",
      "约定的检查日期本来就是这一天。",
      "The visit is agreed for that day already.",
      Kind.CONFLICT),
  DAY_ASKED(
      "day-asked",
      "已有一项改期申请等另一人同意，先同意或者退回那一项。",
      "Another day is asked for already and waits for another person.",
      Kind.CONFLICT),
  DAY_UNASKED("day-unasked", "没有待同意的改期申请。", "No other day is asked for.", Kind.CONFLICT),
  DAY_NEEDS_SECOND_PERSON(
      "day-needs-second-person",
      "改期须由申请人以外的另一人同意。",
      "Another day needs the agreement of somebody other than who asked.",
      Kind.FORBIDDEN),
  VISIT_ON_OTHER_DAY(
      "visit-on-other-day",
      "本次检查约定在另一天进行，请按约定的日期检查，或者先改期。",
      "The visit is agreed for another day: go on that day, or have it moved first.",
      Kind.CONFLICT),
  NOTICE_OF_OTHER_DAY(
      "notice-of-other-day",
      "检查通知书送达以后检查日期有变动，须按现在约定的日期重新送达，才能开始检查。",
      "The notice that was served says another day; it is served anew before the visit begins.",
      Kind.CONFLICT),
  NOTICE_OF_OTHER_TEAM(
      "notice-of-other-team",
      "检查通知书送达以后检查人员有更换，须写明现在的检查人员重新送达，才能开始检查。",
      "The notice that was served does not name everybody who comes now; it is served anew before the visit begins.",
      Kind.CONFLICT),
  HANDOVER_ASKED(
      "handover-asked",
      "已经申请移交，等待抽取环节决定由谁接替。",
      "The hand-over is asked for already; the draw decides who comes in.",
      Kind.CONFLICT),
  HANDOVER_FOREIGN(
      "handover-foreign",
      "执法人员只为本人申请移交；为他人申请的，由所在单位负责人或者牵头科室办理。",
      "An officer hands over for himself; for others the lead of the unit or the coordinator asks.",
      Kind.FORBIDDEN),
  HANDOVER_UNASKED(
      "handover-unasked",
      "没有待决定的移交申请：没有申请过，或者抽取环节已经决定。",
      "No hand-over waits: none was asked for, or the draw has decided.",
      Kind.CONFLICT),
  HANDOVER_OF_OTHERS(
      "handover-of-others",
      "移交申请由提出的人或者牵头科室收回。",
      "Who asked for the hand-over takes it back, or the coordinator.",
      Kind.FORBIDDEN);

  private final Wording wording;

  ArrangementRejection(String code, String text, String english, Kind kind) {
    this.wording = new Wording(code, text, english, kind);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
