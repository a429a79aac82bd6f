package cn.doublerandom.draw;

/** What is refused of an annual plan, its adjustments and the tasks it combines. */
public enum PlanRejection implements DrawRejection {
  PLAN_UNPUBLISHED(
      "plan-unpublished",
      "这份年度计划还是草案，尚未公布；有权查看草案的人员请查看草案（其后加 /draft）。",
      "The plan is a draft and not published; who may see drafts finds it at /draft.",
      Kind.UNKNOWN),
  PLAN_UNKNOWN("plan-unknown", "没有这份年度计划。", "No such plan.", Kind.UNKNOWN),
  PLAN_TABLE_REFUSED(
      "plan-table-refused",
      "计划表有错误，没有导入。",
      "The plan table has faults; nothing was taken.",
      Kind.INVALID),
  PLAN_TOO_LARGE(
      "plan-too-large",
      "计划表文字过多，超出一次能公示的范围（约一百四十万字）；请分为几份计划。",
      "The plan's text is more than one record can tell; make several plans of it.",
      Kind.INVALID),
  PLAN_DRAFT_EXISTS(
      "plan-draft-exists",
      "本单位本年度已有一份计划草稿，内容与此表不同。确系修改并要替换它，请写明 replaces=true；若是另一份计划，请合并为一表。",
      "There is another draft of this bureau and year; say replaces=true to replace it.",
      Kind.CONFLICT),
  SCOPE_UNFOUNDED(
      "scope-unfounded",
      "抽查对象范围写有名录库、事项清单中没有的标签或领域，或范围内没有检查对象，不能提交。",
      "A scope names labels or fields nobody knows, or holds no subject.",
      Kind.CONFLICT),
  PLAN_ALREADY_PUBLISHED(
      "plan-already-published",
      "计划已公示，只能按调整程序修改。",
      "The plan is published; it changes by adjustment only.",
      Kind.CONFLICT),
  PLAN_UNDER_APPROVAL(
      "plan-under-approval",
      "计划已提交审批，不能直接修改；可由审批人退回。",
      "The plan is under approval; the approver can return it.",
      Kind.CONFLICT),
  PLAN_NOT_SUBMITTED(
      "plan-not-submitted", "计划尚未提交审批。", "The plan is not submitted.", Kind.CONFLICT),
  PLAN_NOT_APPROVED("plan-not-approved", "计划尚未批准。", "The plan is not approved yet.", Kind.CONFLICT),
  PLAN_NOT_REPORTED(
      "plan-not-reported",
      "计划尚未上报，先上报再公示。",
      "The plan is reported before it is published.",
      Kind.CONFLICT),
  DOCUMENT_NUMBER_UNREADABLE(
      "document-number-unreadable",
      "发文字号应为机关代字、年份和序号，如“清交〔2023〕8号”；年份可用〔〕、（）或[]。",
      "A document number is the office's letters, a year in brackets and a number, 清交〔2023〕8号.",
      Kind.INVALID),
  PLAN_ITEMS_UNCOVERED(
      "plan-items-uncovered",
      "有已认领的抽查事项今年没有任务，须安排任务或说明理由；已经提交的，由审批人退回修改，再说明理由。",
      "A claimed item has neither a task nor a reason; a plan that was submitted is returned first.",
      Kind.CONFLICT),
  ADJUSTMENT_OPEN(
      "adjustment-open", "已有一项计划调整待批准。", "An adjustment is waiting for approval.", Kind.CONFLICT),
  NO_ADJUSTMENT("no-adjustment", "没有待批准的计划调整。", "No adjustment is waiting.", Kind.CONFLICT),
  NOTHING_ADJUSTED(
      "nothing-adjusted", "与已公示的计划没有差别。", "Nothing differs from what is published.", Kind.INVALID),
  TASK_RENUMBERED(
      "task-renumbered", "已公示任务的编号不能更改。", "A published task keeps its number.", Kind.INVALID),
  QUOTA_ALREADY_DECIDED(
      "quota-already-decided",
      "计划公示后，已决定的比例或数量不能再改；须按调整程序。",
      "After publication a decided number stays; it changes by adjustment.",
      Kind.CONFLICT),
  QUOTA_OUTSIDE_PLAN(
      "quota-outside-plan",
      "所定比例或数量超出计划的规定；修改计划须按调整程序。",
      "The number is not within what the plan says.",
      Kind.INVALID),
  TASK_UNKNOWN("task-unknown", "计划中没有这个任务。", "No such task in the plan.", Kind.UNKNOWN),
  TASK_SCOPE_MISSING(
      "task-scope-missing",
      "定向抽查任务须先确定抽查对象范围。",
      "A targeted task needs its scope first.",
      Kind.CONFLICT),
  PLAN_NOT_PUBLISHED(
      "plan-not-published",
      "年度计划尚未公示，不能抽取。",
      "The plan is not published; nothing can be drawn.",
      Kind.CONFLICT),
  COMBINATION_SIZE(
      "combination-size",
      "合并抽取须有二至四个不同的任务。",
      "Two to four different tasks are drawn together.",
      Kind.INVALID),
  COMBINATION_WINDOWS_APART(
      "combination-windows-apart",
      "各任务的抽取日期没有共同的日子，不能合并。",
      "The tasks' windows share no day.",
      Kind.CONFLICT),
  TASK_COMBINED(
      "task-combined", "该任务已与其他任务合并抽取。", "The task is drawn together with another.", Kind.CONFLICT),
  TASK_NOT_COMBINED("task-not-combined", "该任务没有合并抽取。", "The task is not combined.", Kind.UNKNOWN),
  RULE_PACKS_UNFIT(
      "rule-packs-unfit",
      "没有这样的规则包，或所选规则包没有规定所需的数字。",
      "No such rule pack, or the packs leave a needed number open.",
      Kind.INVALID);

  private final Wording wording;

  PlanRejection(String code, String text, String english, Kind kind) {
    this.wording = new Wording(code, text, english, kind);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
