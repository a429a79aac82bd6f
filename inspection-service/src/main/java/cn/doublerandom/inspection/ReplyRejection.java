package cn.doublerandom.inspection;

import cn.doublerandom.eventstore.decider.Rejection;

/** Refusals of replies that are of another kind than their question asks for. */
public enum ReplyRejection implements Rejection {
  REPLY_NOT_YES_OR_NO("reply-not-yes-or-no", "请选“是”或者“否”。", "Choose yes or no.", Kind.INVALID),
  REPLY_NOT_OFFERED("reply-not-offered", "请从所列选项中选一项。", "Choose one of the options.", Kind.INVALID),
  REPLY_NOT_NUMBER(
      "reply-not-number",
      "请填数字，例如 12 或者 3.5；不写文字和单位。",
      "Type a number such as 12 or 3.5, without words or unit.",
      Kind.INVALID),
  REPLY_NOT_DAY(
      "reply-not-day", "请填日期，例如 2023-03-15。", "Type a day such as 2023-03-15.", Kind.INVALID),
  REPLY_NOT_WORDS("reply-not-words", "请用文字回答，不能只有空格。", "Answer in words.", Kind.INVALID),
  REPLY_NOT_PHOTO(
      "reply-not-photo",
      "这个问题用照片回答：请拍照取证，不填文字。",
      "A photo answers this question: take one as evidence.",
      Kind.INVALID);

  private final Wording wording;

  ReplyRejection(String code, String text, String english, Kind kind) {
    this.wording = new Wording(code, text, english, kind);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
