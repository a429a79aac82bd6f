package cn.doublerandom.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** 更正与撤销 of what was public, as {@code explain} tells them. */
final class ChangeWords {
  private ChangeWords() {}

  /** One of its events in a sentence; empty where it is another event. */
  static Optional<String> of(String type, JsonNode p) {
    return said(type, p).map(said -> said + StoryWords.because(p));
  }

  private static Optional<String> said(String type, JsonNode p) {
    return switch (type) {
      case "DepartureAsked" ->
          Optional.of(
              "提出移交执法人员 %s 没有办完的工作，%s 调离"
                  .formatted(
                      p.path("request").path("inspector").asText(),
                      p.path("request").path("leavesOn").asText()));
      case "DepartureAgreed" -> Optional.of("同意移交，共 %d 次检查".formatted(p.path("visits").size()));
      case "DepartureDeclined" -> Optional.of("没有同意调离移交");
      case "HandoversRepeated" -> Optional.of("再次申请移交 %d 次检查".formatted(p.path("visits").size()));
      case "HandoverAsked" -> Optional.of("申请由他人接替检查人员 " + p.path("inspector").asText());
      case "HandoverTakenBack" -> Optional.of("收回检查人员 " + p.path("inspector").asText() + " 的移交申请");
      case "HandoverRefused" ->
          Optional.of(
              "检查人员 %s 的移交没有办成：%s".formatted(p.path("inspector").asText(), p.path("why").asText()));
      case "DayAsked" -> Optional.of("申请检查日期定在 " + p.path("day").asText());
      case "DayAgreed" -> Optional.of("经另一人同意，检查日期定在 " + p.path("day").asText());
      case "DayDeclined" -> Optional.of("没有同意检查日期定在 " + p.path("day").asText());
      case "ChecklistsFrozen" -> Optional.of("检查表固定下来，共 %d 个事项".formatted(p.path("lists").size()));
      case "EvidenceAdded" -> Optional.of("取得证据，哈希 " + p.path("evidence").path("sha256").asText());
      case "EvidenceWithdrawn" -> Optional.of("撤回证据");
      case "StatementTaken" -> Optional.of("记下当事人陈述");
      case "SubjectSigned" ->
          Optional.of(
              "检查对象%s，记录哈希 %s"
                  .formatted(
                      p.path("signature").has("refusal") ? "拒绝签名" : "签名",
                      p.path("signature").path("recordHash").asText()));
      case "OfficerSigned" ->
          Optional.of(
              "%s 签名，记录哈希 %s"
                  .formatted(
                      p.path("signature").path("officer").asText(),
                      p.path("signature").path("recordHash").asText()));
      case "SignaturesVoided" -> Optional.of("记录变动，原有签名作废");
      case "EndAsked" -> Optional.of("%s 结束检查，等待本组另一人同意".formatted(p.path("by").asText()));
      case "EndAgreed" ->
          Optional.of(
              p.path("reason").isTextual() ? "代替本组人员同意结束检查" : p.path("by").asText() + " 同意结束检查");
      case "GapsAsked" -> Optional.of("申请不补签录入：" + gaps(p));
      case "GapsAgreed" -> Optional.of("另一人同意不补签录入");
      case "GapsDeclined" -> Optional.of("没有同意不补签录入");
      case "ConclusionsDisputed" ->
          Optional.of(
              "%s 不同意检查结论：%s"
                  .formatted(
                      p.path("dissent").path("by").asText(),
                      p.path("dissent").path("reason").asText()));
      case "ReviewGiven" ->
          Optional.of(p.path("passed").path("step").asText().equals("LEGAL") ? "通过法制审核" : "确认检查结果");
      case "ResultReviewed" -> Optional.of("确认、审核完毕，结果确定");
      case "ResultReturned" -> Optional.of("检查结果退回：" + p.path("returned").path("reason").asText());
      case "ResultHeld" -> Optional.of("暂缓公示：" + p.path("hold").path("reason").asText());
      case "HoldLifted" -> Optional.of("解除暂缓公示");
      case "CorrectionAsked" -> Optional.of("提出更正公示的结果");
      case "WithdrawalAsked" -> Optional.of("提出撤销公示");
      case "RejectionAsked" -> Optional.of("提出驳回异议");
      case "ChangeDeclined" -> Optional.of("提出的更正、撤销或者驳回未获同意");
      case "ChangeTakenBack" -> Optional.of("提出的更正、撤销或者驳回由提出人撤回");
      case "ResultCorrected" -> Optional.of("公示的结果更正为：" + StoryCodes.codes(p));
      case "PublicationWithdrawn" -> Optional.of("公示于 %s 撤销".formatted(p.path("on").asText()));
      case "RepairAsked" -> Optional.of("检查对象第 %d 次申请信用修复".formatted(p.path("number").asInt()));
      case "RepairProposed" -> Optional.of("拟同意信用修复");
      case "RepairRefused" -> Optional.of("不予信用修复");
      case "PublicationEnded" ->
          Optional.of(
              "%s，公示于 %s 结束，原来内容的哈希 %s"
                  .formatted(
                      p.path("cause").asText().equals("REPAIRED") ? "信用修复" : "公示期满",
                      p.path("on").asText(),
                      p.path("contentHash").asText()));
      case "ObjectionCodeIssued" -> Optional.of("发出异议码");
      case "ObjectionRaised" ->
          Optional.of(
              "检查对象提出第 %d 项异议，应于 %s 前答复"
                  .formatted(p.path("number").asInt(), p.path("dueOn").asText()));
      case "ObjectionEvidenceAdded" ->
          Optional.of("异议附证据材料，哈希 " + p.path("evidence").path("sha256").asText());
      case "DisciplineProposed" ->
          Optional.of("提出联合惩戒：" + p.path("terms").path("measure").asText());
      case "DisciplineApproved" -> Optional.of("联合惩戒获同意，通知接收部门");
      case "DisciplineDeclined" -> Optional.of("联合惩戒未获同意");
      case "DisciplineTakenBack" -> Optional.of("提出的联合惩戒由提出人撤回");
      case "DisciplineLinkIssued" ->
          Optional.of("向%s发出反馈链接".formatted(p.path("authority").asText()));
      case "DisciplineEnded" -> Optional.of("联合惩戒终止，通知接收部门：" + p.path("reason").asText());
      case "DisciplineFellAway" -> Optional.of("没有决定的联合惩戒作废：" + p.path("reason").asText());
      case "DisciplineAcknowledged", "DisciplineEndingAcknowledged" ->
          Optional.of("%s反馈：%s".formatted(p.path("authority").asText(), p.path("deed").asText()));
      case "ObjectionDecided" ->
          Optional.of(
              "答复第 %d 项异议：%s"
                  .formatted(p.path("number").asInt(), outcome(p.path("outcome").asText())));
      case "ReleaseEnded" -> Optional.of("驳回或撤回了退回事项的申请");
      case "RenamingEnded" -> Optional.of("驳回或撤回了已认领事项的改名");
      case "BureauRequestEnded" -> Optional.of("驳回或撤回了单位的登记申请");
      case "NoticeRequestEnded" -> Optional.of("驳回或撤回了放假通知");
      case "MandateRequestEnded" -> Optional.of("驳回或撤回了“三定”职责的变更");
      case "DeputyProposed" -> Optional.of("提出了代理：" + deputy(p.path("entry")));
      case "DeputyApproved" -> Optional.of("批准了代理：" + deputy(p.path("entry")));
      case "DeputyDeclined" -> Optional.of("驳回或撤回了代理");
      case "DeputyEnded" -> Optional.of("提前结束了代理");
      default -> Optional.empty();
    };
  }

  private static String outcome(String code) {
    return switch (code) {
      case "CORRECTED" -> "更正结果";
      case "WITHDRAWN" -> "撤销公示";
      default -> "结果维持不变";
    };
  }

  private static String deputy(JsonNode entry) {
    return "%s 代理 %s，%s 至 %s"
        .formatted(
            entry.path("deputy").asText(),
            entry.path("principal").asText(),
            entry.path("from").asText(),
            entry.path("until").asText());
  }

  /** Whose signature is missing, and why. */
  private static String gaps(JsonNode p) {
    return StreamSupport.stream(p.path("gaps").spliterator(), false)
        .map(gap ->
            "%s（%s）"
                .formatted(
                    gap.path("of").asText().equals("SUBJECT") ? "检查对象" : gap.path("of").asText(),
                    gap.path("reason").asText()))
        .collect(Collectors.joining("、"));
  }
}
