package cn.doublerandom.inspection;

import cn.doublerandom.eventstore.decider.Rejection;

/** Refusals of 回头看: of its sample, and of what is seen again. */
public enum RevisitRejection implements Rejection {
  REVISIT_UNKNOWN("revisit-unknown", "这项任务没有回头看。", "No revisits of this task.", Kind.UNKNOWN),
  REVISIT_TASK_OPEN(
      "revisit-task-open",
      "这项任务没有检查，或者还有检查没有录入结果，结果全部确定以后才能抽取回头看。",
      "The task has no visits, or some whose result is not final: its sample waits for them.",
      Kind.CONFLICT),
  REVISIT_SIZE_UNFIT(
      "revisit-size-unfit",
      "回头看的户数须在 1 和已结束的检查数之间；一次最多从 2000 次检查中抽取。",
      "The sample has 1 to as many visits as are closed; of no more than 2,000.",
      Kind.INVALID),
  REVISIT_SAMPLE_STANDS(
      "revisit-sample-stands",
      "这项任务已经抽取过回头看，或者正在抽取，不能重抽；作废的除外。",
      "The task has its sample, or one is being drawn: it is not drawn again unless voided.",
      Kind.CONFLICT),
  REVISIT_NOBODY_LEFT(
      "revisit-nobody-left",
      "没有参加过某次检查、当日可以执法的人员不足两名，不能组成回头看小组。",
      "Fewer than two officers may serve who were not on a visit's first team.",
      Kind.CONFLICT),
  REVISIT_NOT_NOW(
      "revisit-not-now",
      "回头看的抽取现在不到这一步，或者已经过了这一步。",
      "The sample is not at this step now.",
      Kind.CONFLICT),
  REVISIT_WITNESS_PARTIAL(
      "revisit-witness-partial",
      "锁定名单的人不能作见证人。",
      "Whoever froze the list is no witness of its draw.",
      Kind.FORBIDDEN),
  REVISIT_PROMISE_STANDS(
      "revisit-promise-stands",
      "您已经作出承诺，不能更换；见证人最多 15 名。",
      "You have promised already, and a promise is not changed; there are 15 witnesses at most.",
      Kind.CONFLICT),
  REVISIT_WITNESSES_FEW(
      "revisit-witnesses-few",
      "至少两名见证人用自己的账号作出承诺以后，才能公布承诺值。",
      "At least two witnesses promise with their own accounts before the commit.",
      Kind.CONFLICT),
  REVISIT_NOT_YOURS(
      "revisit-not-yours",
      "公布承诺值和抽取由锁定名单的人办理，公布数字由作出承诺的见证人本人办理。",
      "Commit and draw are of who froze the list, a reveal is of who promised.",
      Kind.FORBIDDEN),
  REVISIT_REVEAL_UNFIT(
      "revisit-reveal-unfit",
      "公布的内容与您的承诺不符。",
      "What is revealed is not what was promised.",
      Kind.INVALID),
  REVISIT_REVEALS_MISSING(
      "revisit-reveals-missing", "还有见证人没有公布。", "A witness has not revealed yet.", Kind.CONFLICT),
  REVISIT_SECRET_UNFIT(
      "revisit-secret-unfit",
      "操作人的秘密与公布的承诺值不符。",
      "The operator's secret is not what was committed to.",
      Kind.INVALID),
  REVISIT_TOO_LATE(
      "revisit-too-late",
      "已经过了抽取期限，只能作废。",
      "The time to draw is over: the sample can only be voided.",
      Kind.CONFLICT),
  REVISIT_VOID_ALONE(
      "revisit-void-alone",
      "作废由另一名监督人员办理，不能是锁定名单的人。",
      "A sample is voided by another supervisor than who froze it.",
      Kind.FORBIDDEN),
  REVISIT_OTHER_RECORDS(
      "revisit-other-records",
      "回头看由小组的另一人录入，请您核对以后确认。",
      "Another of the team records this revisit: read it and confirm.",
      Kind.CONFLICT),
  REVISIT_CONFIRMED(
      "revisit-confirmed",
      "这次回头看已经确认，不能改动。",
      "This revisit is confirmed and stands.",
      Kind.CONFLICT),
  REVISIT_ITEMS_MISSING(
      "revisit-items-missing", "还有事项没有录入。", "Items are not recorded yet.", Kind.CONFLICT),
  REVISIT_ALONE(
      "revisit-alone",
      "回头看由两人进行，须由另一人用自己的账号确认。",
      "Two officers revisit: the other confirms with his own account.",
      Kind.FORBIDDEN);

  private final Wording wording;

  RevisitRejection(String code, String text, String english, Kind kind) {
    this.wording = new Wording(code, text, english, kind);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
