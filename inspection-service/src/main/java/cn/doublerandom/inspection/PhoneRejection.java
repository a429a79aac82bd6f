package cn.doublerandom.inspection;

import cn.doublerandom.eventstore.decider.Rejection;

/** Refusals of steps that were taken on a phone without network. */
public enum PhoneRejection implements Rejection {
  STEP_OF_ANOTHER_VISIT(
      "step-of-another-visit",
      "这一步属于另一次检查，没有接收。",
      "This step belongs to another visit; it is not taken.",
      Kind.CONFLICT),
  STEP_OF_ANOTHER_ACCOUNT(
      "step-of-another-account",
      "这一步是另一个账号在手机上做的，没有接收：请用那个账号登录以后上传。",
      "This step was taken by another account: sign in with that one to send it.",
      Kind.FORBIDDEN),
  STEP_CHANGED(
      "step-changed",
      "这个编号的步骤已经收到，内容不同，没有接收。",
      "A step of this id was taken before with other contents; this one is not.",
      Kind.CONFLICT),
  STEP_UNFIT(
      "step-unfit",
      "这一步的内容与种类不符，或者编号不是 UUID，没有接收。",
      "What this step says does not fit its kind, or its id is no UUID.",
      Kind.INVALID),
  STEP_TIME_UNFIT(
      "step-time-unfit",
      "手机最后联网的时间晚于现在，没有接收。",
      "The phone's last contact is said to be later than now; the step is not taken.",
      Kind.INVALID),
  STEPS_EXHAUSTED(
      "steps-exhausted",
      "这次检查的离线步骤已经太多，不再接收：请联网办理。",
      "This visit has as many steps without network as are taken; go on with network.",
      Kind.CONFLICT),
  SECOND_CODE_UNFIT(
      "second-code-unfit",
      "确认的签名不能用本机的密钥验证，没有接收。",
      "The confirmation is not by the key of its phone; it is not taken.",
      Kind.INVALID),
  CONFLICT_UNKNOWN(
      "conflict-unknown",
      "没有这样两个不同的回答待决定：可能已经决定，或者有新的回答。",
      "No such two answers wait to be decided: they were, or another answer has come.",
      Kind.CONFLICT),
  CONFLICT_FOREIGN(
      "conflict-foreign",
      "选这个回答就去掉了别人发现的问题：由发现问题的人决定。",
      "This drops what somebody else found: who found it decides.",
      Kind.FORBIDDEN);

  private final Wording wording;

  PhoneRejection(String code, String text, String english, Kind kind) {
    this.wording = new Wording(code, text, english, kind);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
