package cn.doublerandom.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What an event says, as a sentence a colleague would write. */
final class StoryWords {
  private static final Map<String, String> EXCLUDED =
      Map.of(
          "SUSPENDED", "停业",
          "ANNUAL_CAP", "本年度检查次数已达上限",
          "RECENTLY_INSPECTED", "距上次检查不足规定间隔",
          "UNDER_INVESTIGATION", "正在立案调查",
          "OTHER", "其他原因");

  private StoryWords() {}

  /**
   * The sentence; of an event this version has no words for, that it was recorded.
   *
   * @param about id of the draw or subject that was asked for
   */
  static String of(String type, JsonNode p, String about) {
    return switch (type) {
      case "SubjectRegistered" -> "登记了检查对象" + named(p.path("details"));
      case "SubjectRevised" -> "修改了检查对象的登记" + named(p.path("details"));
      case "SubjectStatusChanged" ->
          "登记状态变更为%s，自 %s 起%s"
              .formatted(StoryCodes.state(p.path("status")), text(p, "effective"), because(p));
      case "SubjectReclassified" -> "信用风险等级定为 " + text(p, "riskClass");
      case "SubjectMerged" -> "与条目 %s 合并%s".formatted(text(p, "into"), because(p));
      case "SubjectUnmerged" -> "撤回了合并" + because(p);
      case "WebhookAsked" -> "申请了一个推送订阅";
      case "WebhookDeclined" -> "没有同意推送订阅" + because(p);
      case "WebhookAgreed" -> "同意了推送订阅，密钥从此签名";
      case "WebhookPaused" -> "暂停了推送" + because(p);
      case "WebhookResumed" -> "恢复了推送";
      case "WebhookSecretRotated" -> "更换了推送的密钥";
      case "WebhookEnded" -> "终止了推送订阅" + because(p);
      case "WebhookGone" -> "接收方答复不再接收，推送订阅终止";
      case "MessagesSentAgain" -> "把没有送达的消息重新推送";
      case "LetterWritten" -> "收到一封公众来信";
      case "ReplyDrafted" -> "拟写了来信的答复";
      case "ReplyDeclined" -> "退回了来信的答复" + because(p);
      case "ReplyTakenBack" -> "撤回了自己拟写的来信答复" + because(p);
      case "LetterAnswered" -> "同意了来信的答复";
      case "SignInNoted" -> "网关记下一次登录、退出、切换或者拒绝";
      case "SubjectNoted" -> "收到检查对象" + named(p.path("subject"));
      case "ExpertWithdrawn", "ItemReleased" -> "退回或停用" + because(p);
      case "RenamingAsked" -> "申请把已认领的事项改名为“%s”".formatted(text(p.path("becomes"), "name"));
      case "ReleaseAsked" -> "申请退回已认领的事项" + because(p);
      case "ItemJustified" -> "说明了事项今年没有任务的理由" + because(p);
      case "StatusRequested" -> asked(p);
      case "RecusalsRequested" ->
          p.hasNonNull("revokedFor") ? "申请撤销回避，原因：" + text(p, "revokedFor") : "申请回避";
      case "StatusRequestEnded",
          "AbsenceRequestEnded",
          "RecusalRequestsEnded",
          "UndoRequestEnded",
          "MergeRequestEnded",
          "ErasureRequestEnded" ->
          (p.path("withdrawn").asBoolean() ? "撤回了申请" : "驳回了申请") + because(p);
      case "AbsenceRequested" -> AbsenceWords.of(p);
      case "DuplicateTaken" -> "条目 %s 并入本条目".formatted(text(p, "duplicate"));
      case "MergeRequested" -> "申请合并条目" + because(p);
      case "ImportUndone", "ItemImportUndone", "InspectorImportUndone" ->
          "导入被撤销，自 %s 起恢复为导入前的内容%s".formatted(text(p, "effective"), because(p));
      case "UndoRequested" -> "申请撤销导入" + because(p);
      case "CombinationAsked" ->
          list(p, "others").isEmpty()
              ? "申请任务 %s 分开抽取%s".formatted(text(p, "lead"), because(p))
              : "申请任务 %s 与 %s 一并抽取%s".formatted(text(p, "lead"), list(p, "others"), because(p));
      case "ChangeTaken" ->
          p.path("alternate").isMissingNode()
              ? "检查组的更换已经生效"
              : "更换已经生效，改为检查 " + text(p, "alternate");
      case "ReplacementEnded" -> "撤回或者不同意检查 %s 的更换申请%s".formatted(text(p, "subject"), because(p));
      case "ReplacementSettled" -> "%s 的更换已由检查环节确认".formatted(text(p, "subject"));
      case "ChangeRefused" -> "更换没有生效：" + text(p, "why");
      case "ExclusionRequested" ->
          "申请不抽取 %s%s"
              .formatted(text(p.path("exclusion"), "subject"), because(p.path("exclusion")));
      case "ExclusionsClosed" -> "锁定 %s 的名单，本轮不再增减不抽取的对象".formatted(text(p, "drawId"));
      case "ExclusionApproved" ->
          "同意不抽取 %s%s"
              .formatted(text(p.path("exclusion"), "subject"), because(p.path("exclusion")));
      case "ExclusionWithdrawn" ->
          "撤回不抽取 %s 的申请%s".formatted(text(p.path("exclusion"), "subject"), because(p));
      case "ExclusionDeclined" ->
          "不同意不抽取 %s%s".formatted(text(p.path("exclusion"), "subject"), because(p));
      case "WitnessNamed" -> "确定见证人 " + text(p, "name");
      case "WitnessReleased" -> "解除见证人 " + text(p, "name");
      case "ReleaseRequested" -> "申请解除已承诺的见证人 %s%s".formatted(text(p, "name"), because(p));
      case "ReleaseEnded" ->
          "%s解除已承诺的见证人 %s%s"
              .formatted(
                  p.path("withdrawn").asBoolean() ? "撤回申请，不再" : "没有同意",
                  text(p, "name"),
                  because(p));
      case "PromiseReleased" -> "同意解除已承诺的见证人 %s%s".formatted(text(p, "name"), because(p));
      case "WitnessCodeMissed" -> "见证人 %s 的验证码输错".formatted(text(p, "name"));
      case "ContributionPromised" -> "见证人 %s 公布了自己的承诺".formatted(text(p, "by"));
      case "ReplacementUndone" -> "%s 的更换撤回：%s".formatted(text(p, "subject"), text(p, "why"));
      case "MemberRecused" ->
          p.has("subject")
              ? "执法人员 %s 在锁定名单之后回避 %s，检查组中有其人即须更换"
                  .formatted(text(p, "inspector"), text(p, "subject"))
              : "检查人员 %s 已回避，须先更换".formatted(text(p, "inspector"));
      case "KeepingRequested" ->
          "申请不更换检查 %s 的执法人员 %s%s".formatted(text(p, "subject"), text(p, "inspector"), because(p));
      case "MemberKept" ->
          p.has("subject")
              ? "决定不更换检查 %s 的执法人员 %s%s"
                  .formatted(text(p, "subject"), text(p, "inspector"), because(p))
              : "决定不更换已回避的检查人员 " + text(p, "inspector");
      case "TaskQuotaAsked" -> "申请确定任务的抽查比例" + because(p);
      case "DeadlineAlarmed" -> "计划的期限 %s 将到或已过".formatted(text(p, "due"));
      case "ProgrammeDrafted" -> "拟定了本期实施方案";
      case "ProgrammeReturned" -> "退回了本期实施方案" + because(p);
      case "ProgrammeApproved" -> "批准了本期实施方案";
      case "ProgrammePublished" ->
          "实施方案于 %s 公示".formatted(text(p, p.hasNonNull("publishedOn") ? "publishedOn" : "on"));
      case "PlanApproved" -> "批准了年度计划";
      case "PlanReturned" -> "退回了年度计划" + because(p);
      case "PlanPublished" -> "公示了年度抽查工作计划（%s）".formatted(text(p, "publishedOn"));
      case "AdjustmentProposed" -> "提出调整计划" + because(p);
      case "AdjustmentRejected" -> "没有批准计划的调整" + because(p);
      case "TaskQuotaDecided" -> "确定了任务的抽查比例" + because(p);
      case "FrameFrozen" -> frame(p.path("frame").path("lists").path("frame"), about);
      case "DrawCommitted" -> "公布了承诺值 " + text(p, "commitHash");
      case "ContributionRevealed" ->
          "见证人 %s 公开了自己的随机贡献".formatted(p.path("contribution").path("by").asText());
      case "DrawExecuted" -> executed(p, about);
      case "DrawOpened" -> "启封，名单于 %s 公开".formatted(text(p, "openedOn"));
      case "DrawOverdue", "DrawOverdueNoted" -> "过了承诺的时间 %s 仍未抽取".formatted(text(p, "due"));
      case "ReplacementRequested" ->
          (p.hasNonNull("inspector")
                  ? "申请更换检查 %s 的执法人员 %s".formatted(text(p, "subject"), text(p, "inspector"))
                  : "申请更换检查对象 " + text(p, "subject"))
              + StoryCodes.registered(p)
              + because(p);
      case "SubjectReplaced" ->
          "候补 %s 接替 %s%s%s，检查组 %s%s"
              .formatted(
                  text(p, "alternate"),
                  text(p, "subject"),
                  StoryCodes.registered(p),
                  StoryCodes.passed(p),
                  list(p, "inspectors"),
                  because(p));
      case "InspectorReplaced" ->
          "检查 %s 的执法人员更换%s%s，检查组为 %s%s"
              .formatted(
                  text(p, "subject"),
                  StoryCodes.registered(p),
                  p.path("passed").isEmpty() ? "" : "，跳过 %d 人".formatted(p.path("passed").size()),
                  list(p, "inspectors"),
                  because(p));
      case "VoidEnded" -> (p.path("withdrawn").asBoolean() ? "撤回了作废" : "没有同意作废") + because(p);
      case "VoidApproved" -> "同意作废" + because(p);
      case "DrawVoided" -> "抽取作废" + because(p);
      case "UncommittedRoundVoidNoted" -> "公示了一轮在承诺之前的作废" + because(p.path("notice"));
      case "DrawVoidNoted" -> "公示了抽取的作废" + because(p);
      case "VisitAssigned" ->
          "检查 %s 交给检查组 %s"
              .formatted(
                  p.path("assignment").path("subjectId").asText(),
                  list(p.path("assignment"), "inspectors"));
      case "TeamReassigned" -> "检查组更换为 " + list(p, "inspectors");
      case "VisitCancelled" -> "检查取消" + because(p);
      case "PresenceConfirmed" -> "%s 于 %s 确认到场".formatted(text(p, "by"), text(p, "on"));
      case "InspectionStarted" -> "%s 到场，检查于 %s 开始".formatted(list(p, "present"), text(p, "on"));
      case "ItemChecked" ->
          "事项 %s 的结果：%s"
              .formatted(
                  p.path("answer").path("itemCode").asText(), StoryCodes.codes(p.path("answer")));
      case "InspectionFinished" -> "检查结束，应于 %s 前录入并公示".formatted(text(p, "dueOn"));
      case "DeadlineMoved", "PublicationDeadlineMoved" -> "期限改为 " + text(p, "dueOn");
      case "DeadlineApproached" -> "提醒：结果应于 %s 前录入并公示".formatted(text(p, "dueOn"));
      case "DeadlineBreached" -> "期限 %s 已过，结果没有录入".formatted(text(p, "dueOn"));
      case "ResultMissed" -> "公示：结果逾期未录入";
      case "VisitNotHeld" ->
          "检查期间 %s 已过，%s"
              .formatted(text(p, "windowTo"), p.path("begun").asBoolean() ? "检查没有结束" : "没有检查");
      case "ResultRecorded" -> "%s录入了结果：%s".formatted(text(p, "unit"), StoryCodes.codes(p));
      case "PaperFiled" -> "材料入卷";
      case "CaseFileArchived" -> "案卷于 %s 归档".formatted(text(p, "on"));
      case "DrawNoticeIssued" -> "公示了抽查名单，%d 个".formatted(p.path("selected").size());
      case "SubjectReplacementNoted" -> "公示了检查对象的更换" + because(p.path("replacement"));
      case "ReplacementUndoneNoted" -> "公示了 %s 的更换未生效".formatted(text(p, "subject"));
      case "ResultReceived" -> "收到检查结果，待公示";
      case "TitlesFrozen" -> "补记了公示时的计划和任务名称";
      case "ResultPublished" -> "结果于 %s 公示，索引号 %s".formatted(text(p, "on"), text(p, "indexNumber"));
      default ->
          ChangeWords.of(type, p)
              .or(() -> FollowUpStoryWords.of(type, p))
              .or(() -> RevisitStoryWords.of(type, p))
              .orElse(PlainStoryWords.ALL.getOrDefault(type, "有一条记录（" + type + "）"));
    };
  }

  /** A status, or what else leaves. */
  private static String asked(JsonNode p) {
    JsonNode departure = p.path("departure");
    if (departure.path("statusStays").asBoolean()) {
      return "申请去掉监管标签、改变等级或推后成立日期" + because(p);
    }
    return "申请将登记状态变更为%s，自 %s 起%s"
        .formatted(StoryCodes.state(p.path("status")), text(p, "effective"), because(p));
  }

  /** Who was in scope, or where the one subject stood. */
  private static String frame(JsonNode frame, String about) {
    for (JsonNode entry : frame) {
      if (entry.path("id").asText().equals(about)) {
        String reason = entry.path("excluded").asText();
        return entry.has("excluded")
            ? "锁定名单：在名单内，不参加抽取（%s）".formatted(EXCLUDED.getOrDefault(reason, reason))
            : "锁定名单：在名单内，可以抽取";
      }
    }
    return "锁定名单，范围内 %d 个".formatted(frame.size());
  }

  private static String executed(JsonNode p, String about) {
    if (p.hasNonNull("salt")) {
      return "抽取完成，名单密封；见启封后的公示";
    }
    JsonNode result = p.path("result");
    List<String> selected = new ArrayList<>();
    result.path("selected").forEach(id -> selected.add(id.asText()));
    if (selected.contains(about)) {
      return "抽取完成：被抽中，检查组 "
          + StreamSupport.stream(result.path("teams").spliterator(), false)
              .filter(t -> t.path("subject").asText().equals(about))
              .map(t -> list(t, "inspectors"))
              .findFirst()
              .orElse("未能组成");
    }
    boolean subject = !about.contains("-");
    return "抽取完成，抽中 %d 个%s".formatted(selected.size(), subject ? "，其中没有该对象" : "");
  }

  private static String named(JsonNode object) {
    String name = object.path("name").asText();
    String spaced = name.isEmpty() ? "" : " " + name;
    return "%s（%s，%s）"
        .formatted(spaced, object.path("id").asText(), StoryCodes.state(object.path("status")));
  }

  static String because(JsonNode p) {
    String reason = p.path("reason").asText();
    return reason.isEmpty() ? "" : "，原因：" + reason;
  }

  private static String list(JsonNode p, String member) {
    return StreamSupport.stream(p.path(member).spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.joining("、"));
  }

  static String text(JsonNode p, String member) {
    return p.path(member).asText();
  }
}
