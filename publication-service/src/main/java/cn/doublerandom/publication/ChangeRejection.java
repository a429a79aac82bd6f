package cn.doublerandom.publication;

import cn.doublerandom.eventstore.decider.Rejection;

/** Refusals to who takes back what is asked for of a published result. */
public enum ChangeRejection implements Rejection {
  CHANGE_OF_ANOTHER(
      "change-of-another",
      "只有提出人可以撤回自己的申请；其他人可以不同意。",
      "Only who asked takes it back; another person may decline it.",
      Kind.FORBIDDEN),
  CHANGE_REASON_MISSING(
      "change-reason-missing", "请用文字写明理由，不能只是标点或者一个字。", "Say why in words.", Kind.INVALID);

  private final Wording wording;

  ChangeRejection(String code, String text, String english, Kind kind) {
    this.wording = new Wording(code, text, english, kind);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
