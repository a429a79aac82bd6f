package cn.doublerandom.draw;

/** What is refused of the programme of a batch. */
public enum ProgrammeRejection implements DrawRejection {
  PROGRAMME_UNKNOWN("programme-unknown", "没有该任务的实施方案。", "The task has no programme.", Kind.UNKNOWN),
  PROGRAMME_NOT_APPROVED(
      "programme-not-approved", "实施方案尚未批准。", "The programme is not approved.", Kind.CONFLICT),
  PROGRAMME_RETURNED(
      "programme-returned",
      "实施方案已退回，修改后重新提交才能批准。",
      "The programme was returned; it has to be written anew first.",
      Kind.CONFLICT),
  PROGRAMME_ALREADY_APPROVED(
      "programme-already-approved",
      "实施方案已经批准，不能修改。",
      "An approved programme does not change.",
      Kind.CONFLICT),
  PROGRAMME_NOT_PUBLISHED(
      "programme-not-published",
      "要抽取的这一期还没有公示的实施方案，不能抽取；每一期各有自己的方案，前一期的不能再用。",
      "The batch to be drawn has no public programme: each has its own, and that of the one before does not count.",
      Kind.CONFLICT),
  PROGRAMME_OUTSIDE_WINDOW(
      "programme-outside-window",
      "实施方案的检查日期应在任务的抽取日期之内。",
      "The programme's days must lie within the task's window.",
      Kind.INVALID),
  PROGRAMME_BATCH_UNPLANNED(
      "programme-batch-unplanned",
      "计划没有安排这一期：任务全年只抽取计划写明的期数。",
      "The plan has no such batch: a task is drawn as often as the plan says.",
      Kind.INVALID),
  PROGRAMME_ITEM_TWICE(
      "programme-item-twice",
      "实施方案把同一抽查事项写了两次。",
      "The programme names an item twice.",
      Kind.INVALID),
  PROGRAMME_ITEM_UNKNOWN(
      "programme-item-unknown",
      "实施方案所写的抽查事项不是该任务已认领的事项；请写事项的编号或名称。",
      "The programme names what is none of the claimed items of the task.",
      Kind.INVALID),
  PROGRAMME_OVER(
      "programme-over",
      "实施方案的检查日期已经全部过去，按它抽取的检查无法开始；请改期后重新提交。",
      "All check days of the programme are over: no visit drawn by it could begin. Draft it with"
          + " other days.",
      Kind.CONFLICT),
  PROGRAMME_DAYS_OVER(
      "programme-days-over",
      "本期实施方案的检查日期已经全部过去，不能再按它抽取；请重新编写、批准并公示实施方案。",
      "All check days of the batch's programme are over: write another, have it approved and publish"
          + " it.",
      Kind.CONFLICT),
  PROGRAMME_ITEM_AMBIGUOUS(
      "programme-item-ambiguous",
      "实施方案所写的抽查事项名称对应多个事项；请写明事项编号，或由两人撤销多余的认领。",
      "Several items bear the name the programme says; name the item's code, or have two people"
          + " release the others.",
      Kind.CONFLICT);

  private final Wording wording;

  ProgrammeRejection(String code, String text, String english, Kind kind) {
    this.wording = new Wording(code, text, english, kind);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
