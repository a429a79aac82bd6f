package cn.doublerandom.draw.drawing.ui;

import cn.doublerandom.draw.drawing.Deviation;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the page of 偏离登记 says; English stands in {@code messages/deviation_en.properties}. */
@MessageBundle("deviation")
public interface DeviationWords {
  @Message("偏离登记")
  String deviations();

  @Message(
      "计划、名单、抽取和检查组安排对计划或规则的每一次偏离都在这里，不论是否经过批准，最早的在前：偏离了什么、为什么、谁提出谁批准、原来应当怎样。检查现场的（例如缺签名、代为同意结束）写在那次检查的“经过”里。")
  String what();

  @Message("没有偏离")
  String none();

  @Message("计划和抽取都按规则进行；以后如有偏离，会自动登记在这里。")
  String noneWhy();

  @Message("查看抽取")
  String toDraws();

  @Message("日期")
  String on();

  @Message("偏离")
  String kind();

  @Message("涉及")
  String concerns();

  @Message("具体")
  String detail();

  @Message("原因")
  String reason();

  @Message("经办和批准")
  String by();

  @Message("依据")
  String clause();

  @Message(
      "{#switch step}{#case 'APPROVAL'}审批{#case 'REPORT'}上报{#case 'PUBLICATION'}公示{#else}{step}{/switch}{#if on}（{on} 补办）{/if}")
  String planStep(String step, String on);

  @Message("系统按时间记录")
  String clock();

  @Message("当日规则包：{packs}")
  String packs(String packs);

  @Message(
      "{#when kind}"
          + "{#is PLAN_STEP_OVERDUE}年度计划的步骤逾期未完成{#is PLAN_STEP_LATE}年度计划的步骤逾期补办{#is"
          + " PLAN_ADJUSTED}调整已公示的年度计划{#is TASKS_COMBINED}计划批准以后合并任务抽取{#is TASKS_SE"
          + "PARATED}计划批准以后分开抽取{#is DRAW_OVERDUE}未按承诺时间抽取或启封{#is DRAW_VOIDED}抽取作废{#"
          + "is NARROW_SLOT}席位条件只有一两人符合{#is FLOOR_ABOVE_PLAN}抽查下限使数量超过计划比例{#is TEAM"
          + "S_REDRAWN}检查组重新抽取{#is EXCLUDED_BY_HAND}人工排除检查对象{#is SUBJECT_REPLACED}检"
          + "查对象由候补递补{#is INSPECTOR_REPLACED}执法人员更换{#is MEMBER_KEPT}锁定名单后申报回避，决定不更换"
          + "{#is REPLACEMENT_UNDONE}检查已经进行，更换或递补未生效"
          + "{/when}")
  String kindOf(Deviation.Kind kind);
}
