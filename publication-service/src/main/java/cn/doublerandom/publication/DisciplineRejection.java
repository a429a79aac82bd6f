package cn.doublerandom.publication;

import cn.doublerandom.eventstore.decider.Rejection;

/** Refusals to a receiver of joint discipline that answers something else than it was asked. */
public enum DisciplineRejection implements Rejection {
  DISCIPLINE_ENDED(
      "discipline-ended",
      "这项联合惩戒已经终止。请重新打开链接，说明终止以后做了什么。",
      "The measure has ended meanwhile. Open the link again and say what you did about its end.",
      Kind.CONFLICT),
  DISCIPLINE_STANDS(
      "discipline-stands",
      "这项联合惩戒没有终止。请说明落实情况。",
      "The measure has not ended. Say what you did about the measure.",
      Kind.CONFLICT);

  private final Wording wording;

  DisciplineRejection(String code, String text, String english, Kind kind) {
    this.wording = new Wording(code, text, english, kind);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
