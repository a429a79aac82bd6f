package cn.doublerandom.inspection;

import cn.doublerandom.eventstore.decider.Rejection;

/** Refusals of the hand-over of all an officer has open. */
public enum DepartureRejection implements Rejection {
  OFFICER_UNKNOWN(
      "officer-unknown", "执法检查人员名录库没有这个编号。", "The register has no such officer.", Kind.UNKNOWN),
  DEPARTURE_UNKNOWN("departure-unknown", "没有待同意的调离移交。", "No such hand-over waits.", Kind.UNKNOWN),
  DEPARTURE_ASKED(
      "departure-asked",
      "这名执法人员的调离移交已经提出，等另一人同意。",
      "The hand-over of this officer is asked for already and waits for another person.",
      Kind.CONFLICT),
  DEPARTURE_FOREIGN(
      "departure-foreign",
      "只有其所在单位负责人和牵头科室办理调离移交。",
      "The lead of his unit and the coordinator hand over for an officer.",
      Kind.FORBIDDEN),
  DEPARTURE_NEEDS_SECOND_PERSON(
      "departure-needs-second-person",
      "调离移交由另一人同意，不能是提出的人、调离的人或者接手的人。",
      "Another person agrees: not who asked, not who leaves, not the colleague.",
      Kind.FORBIDDEN),
  DEPARTURE_DAY_UNFIT(
      "departure-day-unfit",
      "调离日期须是今天起一年以内的一天。",
      "The day is today or within the year to come.",
      Kind.INVALID),
  DEPARTURE_TOO_LARGE(
      "departure-too-large",
      "没有办完的检查超过 500 次，不能一次移交。请先在各次检查的页面上逐次申请移交，余下不超过 500 次时再同意。",
      "More than 500 visits are open: hand some over one by one first.",
      Kind.CONFLICT),
  COLLEAGUE_MISSING(
      "colleague-missing",
      "他还有安排好的复查，须写明由哪名执法人员接手。",
      "Re-checks are planned for him: say which officer takes them over.",
      Kind.INVALID),
  COLLEAGUE_UNFIT(
      "colleague-unfit",
      "接手的人须是名录库中在岗、证件有效的另一名执法人员。",
      "The colleague is another officer of the register who may serve.",
      Kind.INVALID);

  private final Wording wording;

  DepartureRejection(String code, String text, String english, Kind kind) {
    this.wording = new Wording(code, text, english, kind);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
