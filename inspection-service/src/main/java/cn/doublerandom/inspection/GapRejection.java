package cn.doublerandom.inspection;

import cn.doublerandom.eventstore.decider.Rejection;

/** Refusals where two must agree that a visit ends, and to what goes unsigned (ADR 83, 107). */
public enum GapRejection implements Rejection {
  GAPS_UNAGREED(
      "gaps-unagreed",
      "检查记录的签名不齐，还不能录入：请补签；确实不能补签的，逐个写明原因，由另一人同意以后录入。",
      "Signatures are missing: have them given, or say why each cannot be, and have another person"
          + " agree.",
      Kind.CONFLICT),
  GAP_ASKER_UNSIGNED(
      "gap-asker-unsigned",
      "您自己还没有签名：请先核对并签名。",
      "You have not signed yourself: read and sign first.",
      Kind.CONFLICT),
  GAPS_ASKED(
      "gaps-asked",
      "这份记录的签名缺项已经有人申请：等待另一人同意，或者先退回。",
      "Somebody has asked for this record already: another agrees, or it is declined first.",
      Kind.CONFLICT),
  GAPS_UNFIT(
      "gaps-unfit",
      "写明原因的须正好是现在还缺的签名，一个不多、一个不少。",
      "Give a reason for each signature that is missing now, and for no other.",
      Kind.INVALID),
  GAPS_UNASKED(
      "gaps-unasked",
      "没有等待同意的签名缺项申请：可能已经决定，或者记录已经变动。",
      "Nothing waits to be agreed to: it was decided on, or the record has changed.",
      Kind.CONFLICT),
  GAPS_NEED_SECOND_PERSON(
      "gaps-need-second-person",
      "签名缺项由另一人同意，不能是申请的人。",
      "Another person agrees, not who asked.",
      Kind.FORBIDDEN),
  DISPUTER_SIGNED(
      "disputer-signed",
      "您已经签名，表示同意这些结论，不能再提出不同意。",
      "You have signed, and so agreed with these conclusions.",
      Kind.CONFLICT),
  END_UNASKED(
      "end-unasked",
      "没有等待同意的结束检查：可能已经结束，或者申请以后又有改动，须重新结束检查。",
      "Nobody waits for an agreement that the visit ends: it has ended, or something changed since"
          + " and the end is asked for anew.",
      Kind.CONFLICT),
  END_NEEDS_SECOND_PERSON(
      "end-needs-second-person",
      "检查由另一人同意才结束，不能是结束检查的人自己。",
      "Another person agrees that the visit ends, not who asked.",
      Kind.FORBIDDEN);

  private final Wording wording;

  GapRejection(String code, String text, String english, Kind kind) {
    this.wording = new Wording(code, text, english, kind);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
