package cn.doublerandom.draw;

/** Why a frame cannot be frozen. */
public enum FrameRejection implements DrawRejection {
  TASK_OUTSIDE_WINDOW(
      "task-outside-window",
      "今天不在该任务的抽取日期之内。",
      "Today is outside the task's draw window.",
      Kind.CONFLICT),
  TASK_ALREADY_DRAWN(
      "task-already-drawn", "该任务已经抽取，不能重抽。", "The task is drawn already.", Kind.CONFLICT),
  DRAW_OPEN("draw-open", "该任务有一次抽取正在进行。", "A draw of this task is under way.", Kind.CONFLICT),
  DRAW_TOO_LARGE(
      "draw-too-large",
      "这次要抽取（或人工排除）的对象过多，超出一次能告知其他服务的范围（抽取约两万户）；请降低比例，或分任务、分批抽取。",
      "More would be drawn, or are left out by hand, than one record can tell the others; draw in"
          + " several tasks or batches.",
      Kind.CONFLICT),
  FRAME_EMPTY("frame-empty", "范围内没有可抽取的检查对象。", "Nobody in scope can be drawn.", Kind.CONFLICT),
  NO_ITEM_CLAIMED(
      "no-item-claimed",
      "该任务没有已认领的抽查事项，不得检查。",
      "No claimed item covers this task: no check without one.",
      Kind.CONFLICT),
  INSPECTORS_TOO_FEW(
      "inspectors-too-few",
      "可用执法人员不足两名。",
      "Fewer than two inspectors are available.",
      Kind.CONFLICT),
  INSPECTORS_TOO_MANY(
      "inspectors-too-many",
      "一次抽取最多 4096 名执法人员，请按单位分任务。",
      "A draw takes at most 4,096 inspectors.",
      Kind.CONFLICT),
  SLOTS_INVALID(
      "slots-invalid", "每组应为 2 至 16 名执法人员。", "A team has two to sixteen members.", Kind.INVALID),
  FRAME_TOO_OLD(
      "frame-too-old",
      "名单锁定已超过 7 天，与现在的名录库可能不一致；请作废后重新锁定。",
      "The lists were frozen more than seven days ago; void the draw and freeze anew.",
      Kind.CONFLICT),
  FRAME_NOT_FROZEN("frame-not-frozen", "名单尚未锁定。", "The frame is not frozen.", Kind.CONFLICT),
  QUOTA_UNDECIDED(
      "quota-undecided",
      "计划没有写明可直接抽取的比例或数量，须先作出决定。",
      "The plan names no number to draw by; somebody must decide first.",
      Kind.CONFLICT),
  CREDIT_CLASS_MISSING(
      "credit-class-missing",
      "有检查对象没有信用风险等级，无法分级抽取。",
      "A subject has no credit risk class, so tiers cannot be drawn.",
      Kind.CONFLICT),
  FRAME_TOO_LARGE_FOR_COUNT(
      "frame-too-large-for-count",
      "名单超过 100 万个，不能按数量抽取，请改用比例。",
      "With more than 1,000,000 in scope only a percentage can be drawn.",
      Kind.CONFLICT),
  COMBINATION_CELL_TOO_SMALL(
      "combination-cell-too-small",
      "交叉名单分得过细，不能既保持各任务的抽查比例、又不漏掉其中一部分对象，请分别抽取。",
      "The common frame falls into too many parts to keep a task's rate; draw apart.",
      Kind.CONFLICT),
  COMBINATION_TOO_WIDE(
      "combination-too-wide",
      "合并的任务过多或编号过长，请减少任务。",
      "Too many tasks, or too long numbers, to be drawn together.",
      Kind.CONFLICT);

  private final Wording wording;

  FrameRejection(String code, String text, String english, Kind kind) {
    this.wording = new Wording(code, text, english, kind);
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
