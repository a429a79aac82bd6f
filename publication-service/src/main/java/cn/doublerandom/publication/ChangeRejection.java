package cn.doublerandom.publication;

import cn.doublerandom.eventstore.decider.Rejection;

/** Refusals to who takes back what was asked for of what is public, or a reply to a letter. */
public enum ChangeRejection implements Rejection {
  CHANGE_OF_ANOTHER(
      "change-of-another",
      "只有提出人可以撤回自己的申请；其他人可以不同意。",
      "Only who asked takes it back; another person may decline it.",
      Kind.FORBIDDEN),
  DISCIPLINE_OF_ANOTHER(
      "discipline-of-another",
      "只有提出人可以撤回自己提出的联合惩戒；其他人可以不同意。",
      "Only who proposed it takes it back; another person may decline it.",
      Kind.FORBIDDEN),
  REPLY_OF_ANOTHER(
      "reply-of-another",
      "只有拟写人可以撤回自己拟写的答复；其他人可以退回。",
      "Only who wrote the reply takes it back; another person may send it back.",
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
