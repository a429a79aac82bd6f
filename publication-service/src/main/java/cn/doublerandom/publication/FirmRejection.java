package cn.doublerandom.publication;

import cn.doublerandom.eventstore.decider.Rejection;

/** Refusals to who asks for the public page of a subject by its code. */
public enum FirmRejection implements Rejection {
  FIRM_UNKNOWN(
      "firm-unknown",
      "没有公示过这个代码的检查对象，请核对统一社会信用代码（十八位），或者按名称查询。",
      "Nothing public names a subject of this code; check its eighteen characters, or search by name.",
      Kind.UNKNOWN);

  private final Wording wording;

  FirmRejection(String code, String text, String english, Kind kind) {
    this.wording = new Wording(code, text, english, kind);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
