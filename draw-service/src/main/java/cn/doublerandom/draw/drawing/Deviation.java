package cn.doublerandom.draw.drawing;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * A departure from the plan or from the rules: what was departed from, why, and who answers for it
 * (R31, R76). It is kept whether or not it was allowed.
 *
 * @param id day and entry of the ledger; sorts by time
 * @param concerns key of the plan or id of the draw
 * @param what the step, subject or time it is about, and the numbers of officers; no name
 * @param reason in words; empty where nobody gave one
 * @param by accounts that asked and agreed; empty where the clock noted it
 * @param on business day
 */
public record Deviation(
    String id,
    Kind kind,
    String concerns,
    String what,
    String reason,
    List<String> by,
    LocalDate on) {
  public Deviation {
    by = List.copyOf(by);
  }

  /** What kinds there are, and the rule each departs from. */
  public enum Kind {
    PLAN_STEP_OVERDUE("年度计划的步骤逾期未完成", "二(二) 1月底前完成制定、上报和公示"),
    PLAN_STEP_LATE("年度计划的步骤逾期补办", "二(二) 1月底前完成制定、上报和公示"),
    PLAN_ADJUSTED("调整已公示的年度计划", "二(二) 严格履行调整程序"),
    TASKS_COMBINED("计划批准以后合并任务抽取（综合查一次）", "二(二) 严格履行调整程序"),
    TASKS_SEPARATED("计划批准以后分开抽取", "二(二) 严格履行调整程序"),
    DRAW_OVERDUE("未按承诺时间抽取或启封", "double-random/1 §2"),
    DRAW_VOIDED("抽取作废", "double-random/1 §2"),
    NARROW_SLOT("席位条件只有一两人符合", "double-random/1 §3"),
    FLOOR_ABOVE_PLAN("抽查下限使数量超过计划比例", "二(二) 按计划的抽查比例"),
    TEAMS_REDRAWN("检查组重新抽取", "double-random/1 §3"),
    EXCLUDED_BY_HAND("人工排除检查对象", "double-random/1 §3"),
    SUBJECT_REPLACED("检查对象由候补递补", "double-random/1 §6"),
    INSPECTOR_REPLACED("执法人员更换", "double-random/1 §7"),
    MEMBER_KEPT("执法人员在锁定名单后申报回避，决定不更换", "double-random/1 §7"),
    REPLACEMENT_UNDONE("检查已经进行，更换或递补未生效", "double-random/1 §7");

    private final String text;
    private final String clause;

    Kind(String text, String clause) {
      this.text = text;
      this.clause = clause;
    }

    /** What an officer reads. */
    public String text() {
      return text;
    }

    /** Where the plan or the protocol says how it should be. */
    public String clause() {
      return clause;
    }
  }

  /** All of them as they are listed. */
  public interface Directory {
    /** At most so many after an id, the oldest first. */
    CompletionStage<List<Deviation>> page(String after, int limit);
  }
}
