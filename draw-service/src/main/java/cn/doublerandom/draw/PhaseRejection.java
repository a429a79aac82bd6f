package cn.doublerandom.draw;

/** What is refused of a draw because of how far it has come. */
public enum PhaseRejection implements DrawRejection {
  DRAW_UNKNOWN("draw-unknown", "没有这次抽取。", "No such draw.", Kind.UNKNOWN),
  DRAW_OVER(
      "draw-over",
      "这次抽取已经作废，或者同一任务后来又抽取了一轮，不能再办理；它的记录仍可查阅。",
      "This draw was voided, or a later round of its task followed; it can only be read.",
      Kind.CONFLICT),
  EXECUTE_BY_INVALID(
      "execute-by-invalid",
      "最迟抽取时间应在现在之后、三十天之内。",
      "executeBy must be later than now and within thirty days.",
      Kind.INVALID),
  DRAW_NOT_COMMITTED("draw-not-committed", "尚未作出承诺。", "The draw is not committed.", Kind.CONFLICT),
  DRAW_OVERDUE(
      "draw-overdue",
      "已过最迟抽取时间而见证人没有全部公布，只能作废。",
      "executeBy has passed and not every witness has revealed; the draw can only be voided.",
      Kind.CONFLICT),
  DRAW_NOT_EXECUTED("draw-not-executed", "尚未抽取。", "The draw is not executed.", Kind.CONFLICT),
  DRAW_ALREADY_EXECUTED(
      "draw-already-executed", "抽取已经完成。", "The draw is executed already.", Kind.CONFLICT),
  VOID_NEEDS_SECOND_PERSON(
      "void-needs-second-person",
      "作废须由两名不同的领导批准。",
      "A void needs two different approvers.",
      Kind.CONFLICT),
  VOID_NEEDS_OUTSIDER(
      "void-needs-outsider",
      "经办过这次抽取（锁定名单、承诺、见证、发放见证码、保管、录入号码、执行、开封）的人不能批准作废；抽取之后，同意过抽取条件的人也不能。",
      "Who had a hand in the draw approves no void of it.",
      Kind.FORBIDDEN),
  VOID_NOT_ASKED(
      "void-not-asked", "没有等待第二人批准的作废。", "No void waits for a second approval.", Kind.CONFLICT),
  VOID_OF_ANOTHER(
      "void-of-another",
      "只有先批准作废的人可以撤回；其他审批人可以不同意。",
      "Only who approved the void first takes that back; another approver may decline it.",
      Kind.FORBIDDEN),
  MODE_OF_PARENT(
      "mode-of-parent",
      "补抽检查组须与原抽取同为公开或密封。",
      "Teams drawn again keep the mode of their draw.",
      Kind.CONFLICT),
  EXECUTE_BEFORE_VOID(
      "execute-before-void",
      "随机数已经公开，须先完成抽取，再作废。",
      "The entropy is public: execute first, void then.",
      Kind.CONFLICT),
  TEAMS_COMPLETE("teams-complete", "检查组已经配齐。", "The teams are complete.", Kind.CONFLICT),
  TEAMS_CONTINUED_ONCE(
      "teams-continued-once", "检查组只能补抽一次。", "Teams are drawn again once only.", Kind.CONFLICT),
  TEAMS_STILL_LACKING(
      "teams-still-lacking",
      "按现有的执法人员名单和上限仍然编不成检查组；补抽只有一次，请先补充人员或者提高上限。",
      "With these officers and caps the teams still cannot be filled; as there is one such round,"
          + " add people or raise the cap first.",
      Kind.CONFLICT),
  TEAMS_VOIDED(
      "teams-voided",
      "补抽检查组的一轮已经作废，其轮次号已用；原抽取仍然有效。要重新抽取，须先由两名未经手的人员作废原抽取。",
      "The round that drew the teams again was voided and its number is used up; the draw itself"
          + " stands. To draw anew, two people who had no hand in it void that draw first.",
      Kind.CONFLICT);

  private final Wording wording;

  PhaseRejection(String code, String text, String english, Kind kind) {
    this.wording = new Wording(code, text, english, kind);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
