package cn.doublerandom.draw.waiting.application;

import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.eventstore.decider.StreamKind;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.waiting.Act;
import cn.doublerandom.servicekit.waiting.MatterPlace;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What people do with plans and draws, in words, by the type of the event. */
public final class DrawnActs {
  private static final List<String> READERS =
      List.of(Roles.COORDINATOR, Roles.APPROVER, Roles.SUPERVISOR, Roles.AUDITOR);
  private static final Thing PLAN =
      new Thing(
          DrawStreams.PLAN,
          MatterPlaces.PLAN,
          List.of(
              Roles.COORDINATOR, Roles.APPROVER, Roles.UNIT_LEAD, Roles.SUPERVISOR, Roles.AUDITOR));
  private static final Thing PROGRAMME =
      new Thing(DrawStreams.PROGRAMME, MatterPlaces.DRAWS, READERS);
  private static final Thing DRAW = new Thing(DrawStreams.TASK, MatterPlaces.DRAWS, READERS);

  /** By type of event. */
  public static final Map<String, Act> ALL = Map.copyOf(all());

  private DrawnActs() {}

  /** What something is done to, and where it is looked at. */
  private record Thing(StreamKind kind, MatterPlace page, List<String> readers) {
    Act as(String chinese, String english) {
      return Act.of(chinese, english, kind, page, readers);
    }
  }

  private static Map<String, Act> all() {
    Map<String, Act> acts = new TreeMap<>();
    acts.put("PlanImported", PLAN.as("导入或修改年度计划", "Imported or edited the annual plan"));
    acts.put("TaskScopeDefined", PLAN.as("确定任务的抽查对象范围", "Decided the scope of a task"));
    acts.put("TaskQuotaAsked", PLAN.as("提出任务抽查比例", "Asked for the quota of a task"));
    acts.put("TaskQuotaDecided", PLAN.as("确定任务抽查比例", "Decided the quota of a task"));
    acts.put("ItemJustified", PLAN.as("说明事项未列入计划的理由", "Said why an item is not planned"));
    acts.put("CombinationAsked", PLAN.as("提出合并抽取", "Asked for a combined draw"));
    acts.put("TasksCombined", PLAN.as("合并抽取任务", "Combined tasks"));
    acts.put("TasksSeparated", PLAN.as("取消合并抽取", "Separated tasks"));
    acts.put("PlanSubmitted", PLAN.as("提交年度计划", "Submitted the annual plan"));
    acts.put("PlanReturned", PLAN.as("退回年度计划", "Returned the annual plan"));
    acts.put("PlanApproved", PLAN.as("批准年度计划", "Approved the annual plan"));
    acts.put("PlanReported", PLAN.as("上报年度计划", "Reported the annual plan upwards"));
    acts.put("PlanPublished", PLAN.as("公示年度计划", "Published the annual plan"));
    acts.put("AdjustmentProposed", PLAN.as("提出年度计划调整", "Proposed an adjustment of the plan"));
    acts.put("AdjustmentApproved", PLAN.as("批准年度计划调整", "Approved the adjustment of the plan"));
    acts.put(
        "AdjustmentRejected",
        PLAN.as("退回或撤回年度计划调整", "Rejected or took back the adjustment of the plan"));
    acts.put("ProgrammeDrafted", PROGRAMME.as("编制实施方案", "Wrote a programme"));
    acts.put("ProgrammeReturned", PROGRAMME.as("退回实施方案", "Returned a programme"));
    acts.put("ProgrammeApproved", PROGRAMME.as("批准实施方案", "Approved a programme"));
    acts.put("ProgrammePublished", PROGRAMME.as("公示实施方案", "Published a programme"));
    acts.put("FrameFrozen", DRAW.as("锁定名单", "Froze the lists of a draw"));
    acts.put("TermsApproved", DRAW.as("批准抽取条件", "Agreed to the terms of a draw"));
    acts.put("WitnessNamed", DRAW.as("指定见证人", "Named a witness"));
    acts.put("WitnessReleased", DRAW.as("解除见证人", "Released a witness"));
    acts.put("ReleaseRequested", DRAW.as("申请解除已承诺的见证人", "Asked to release a witness who promised"));
    acts.put("ReleaseEnded", DRAW.as("不同意或撤回解除见证人", "Declined or took back a release"));
    acts.put("PromiseReleased", DRAW.as("同意解除已承诺的见证人", "Agreed to release a witness who promised"));
    acts.put("ContributionPromised", DRAW.as("提交见证承诺", "Promised as a witness"));
    acts.put("SecretDeposited", DRAW.as("交存密封存件", "Deposited the sealed secret"));
    acts.put("DepositConfirmed", DRAW.as("确认密封存件", "Confirmed the deposit"));
    acts.put("DrawCommitted", DRAW.as("公布抽取承诺", "Committed a draw"));
    acts.put("ContributionRevealed", DRAW.as("公开见证数", "Revealed as a witness"));
    acts.put("DrawExecuted", DRAW.as("执行抽取", "Executed a draw"));
    acts.put("DrawOpened", DRAW.as("公开密封抽取", "Opened a sealed draw"));
    acts.put("VoidApproved", DRAW.as("同意抽取作废", "Agreed that a draw is void"));
    acts.put("VoidEnded", DRAW.as("不同意或撤回抽取作废", "Declined or took back that a draw is void"));
    acts.put("DrawVoided", DRAW.as("抽取作废", "Voided a draw"));
    acts.put("ReplacementRequested", DRAW.as("提出更换申请", "Asked for a replacement"));
    acts.put("ReplacementEnded", DRAW.as("退回或撤回更换申请", "Declined or took back a replacement"));
    acts.put("HandoverRefused", DRAW.as("不能受理移交", "Could not take a hand-over"));
    acts.put("SubjectReplaced", DRAW.as("更换检查对象", "Replaced a subject"));
    acts.put("InspectorReplaced", DRAW.as("更换检查人员", "Replaced an inspector"));
    acts.put("KeepingRequested", DRAW.as("提出检查人员不回避", "Asked that an inspector stays"));
    acts.put("MemberKept", DRAW.as("同意检查人员不回避", "Agreed that an inspector stays"));
    acts.put("ExclusionRequested", DRAW.as("提出剔除检查对象", "Asked to leave a subject out"));
    acts.put("ExclusionApproved", DRAW.as("批准剔除检查对象", "Agreed to leave a subject out"));
    acts.put("ExclusionWithdrawn", DRAW.as("撤回剔除申请", "Took back what was asked to be left out"));
    acts.put("ExclusionDeclined", DRAW.as("不同意剔除检查对象", "Declined to leave a subject out"));
    return acts;
  }
}
