package cn.doublerandom.inspection.files;

import cn.doublerandom.inspection.evidence.EvidenceKind;
import cn.doublerandom.inspection.followup.FollowUpKind;
import cn.doublerandom.inspection.preparation.Notice;
import cn.doublerandom.inspection.visit.ReviewStep;
import cn.doublerandom.inspection.visit.Violation;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.LocalDate;

/**
 * What the papers of a visit say, {@code visitpaper:} in a template. They are documents of a
 * Chinese authority that people sign, and are in Chinese alone.
 */
@MessageBundle(value = "visitpaper", locale = "zh-CN")
public interface VisitPaperWords {
  @Message("、")
  String comma();

  @Message("行政检查审批表")
  String approval();

  @Message("行政检查通知书")
  String notice();

  @Message("现场检查笔录")
  String record();

  @Message("检查结果")
  String result();

  @Message("证据目录")
  String evidence();

  @Message("检查对象")
  String subject();

  @Message("统一社会信用代码或编号")
  String code();

  @Message("地址")
  String address();

  @Message("检查编号")
  String visitId();

  @Message("抽取编号")
  String drawId();

  @Message("执法检查人员")
  String team();

  @Message("协助检查（不计入执法人员）：{number}{name}，受{principal}委托（委托书{document}），协助事项：{purpose}")
  String expertLine(String number, String name, String principal, String document, String purpose);

  @Message("专家意见：{words}")
  String opinionLine(String words);

  @Message("检查单位")
  String units();

  @Message("检查期间")
  String window();

  @Message("检查事项")
  String items();

  @Message("事项")
  String item();

  @Message("事项编码")
  String itemCode();

  @Message("检查情况")
  String found();

  @Message("说明")
  String note();

  @Message("申请人")
  String askedBy();

  @Message("申请日期")
  String askedOn();

  @Message("不事先通知的理由")
  String unannounced();

  @Message("审批人")
  String decidedBy();

  @Message("审批日期")
  String decidedOn();

  @Message("没有办理审批。")
  String noApproval();

  @Message("送达方式")
  String served();

  @Message("送达人")
  String servedBy();

  @Message("送达日期")
  String servedOn();

  @Message("签收人职务")
  String receivedAs();

  @Message("经批准不事先通知。")
  String unannouncedLine();

  @Message(
      "依照年度抽查计划和本次随机抽取的结果，本机关将对你单位进行检查。请准备与下列事项有关的资料。检查人员不少于两人，并出示执法证件；检查超出下列事项的，你单位有权拒绝；认为检查人员应当回避的，可以申请回避；对检查结果有异议的，可以提出。")
  String noticeWords();

  @Message("检查码")
  String checkCode();

  @Message("{who}因回避已经更换；上列是现在的检查组。")
  String replacedLine(String who);

  @Message("到达现场时间")
  String arrivedAt();

  @Message("离开现场时间")
  String leftAt();

  @Message("出示证件、告知")
  String rightsTold();

  @Message("检查人员已出示执法证件，告知检查的依据、内容和当事人的权利：是□　否□")
  String rightsToldBy();

  @Message("哈希值前 12 位")
  String shortHash();

  @Message("检查结束日期")
  String finishedOn();

  @Message("问题")
  String question();

  @Message("回答")
  String reply();

  @Message("当事人陈述")
  String statement();

  @Message("没有记录陈述。")
  String noStatement();

  @Message("签名")
  String signatures();

  @Message("签名人")
  String who();

  @Message("签名方式")
  String how();

  @Message("日期")
  String on();

  @Message("检查对象")
  String subjectSigner();

  @Message("（未签）")
  String unsigned();

  @Message("记录哈希值（前 8 位是核对码）")
  String recordHash();

  @Message("总体结果")
  String overall();

  @Message("录入人")
  String recordedBy();

  @Message("录入日期")
  String recordedOn();

  @Message("确认和审核")
  String reviews();

  @Message("步骤")
  String step();

  @Message("由谁")
  String by();

  @Message("意见")
  String opinion();

  @Message("发现的问题")
  String findings();

  @Message("程度")
  String severity();

  @Message("违反的条款")
  String clause();

  @Message("处理措施")
  String measure();

  @Message("后续处置")
  String followUps();

  @Message("种类")
  String kind();

  @Message("文书")
  String document();

  @Message("期限")
  String dueOn();

  @Message("办结日期")
  String closedOn();

  @Message("未办结")
  String stillOpen();

  @Message("种类")
  String evidenceKind();

  @Message("对应事项")
  String forItem();

  @Message("取证人")
  String takenBy();

  @Message("取证时间（北京时间）")
  String takenAt();

  @Message("照片自述 {time}")
  String photoSays(String time);

  @Message("SHA-256")
  String hash();

  @Message("已撤回")
  String withdrawn();

  @Message("没有取证。")
  String noEvidence();

  @Message("没有。")
  String none();

  @Message("检查尚未结束。")
  String notOver();

  @Message("以上记录与检查情况一致。")
  String confirmed();

  @Message("检查情况：{found}")
  String foundLine(String found);

  @Message("说明：{note}")
  String noteLine(String note);

  @Message("{from} 至 {to}")
  String fromTo(LocalDate from, LocalDate to);

  @Message(
      "{#when way}{#is IN_PERSON}直接送达{#is LEFT_BEHIND}留置送达{#is BY_POST}邮寄送达{#is ELECTRONIC}电子送达{/when}")
  String wayOf(Notice.Way way);

  @Message("{#when value}{#is LEADER}组长或者负责人确认{#is LEGAL}法制审核{/when}")
  String stepOf(ReviewStep.By value);

  @Message("{#when value}{#is MINOR}轻微{#is ORDINARY}一般{#is SERIOUS}严重{/when}")
  String severityOf(Violation.Severity value);

  @Message(
      "{#when value}{#is NONE}无需后续处理{#is STOPPED}停止检查{#is CORRECTION_ORDER}责令改正{#is CASE_FILED}移送办案机构"
          + "{#is AUTHORITY_NOTIFIED}抄告{#is OTHER}其他{/when}")
  String measureOf(Violation.Measure value);

  @Message(
      "{#when value}{#is CORRECTION}责令改正{#is NOTIFICATION}抄告{#is TRANSFER}移送{#is CRIMINAL}移送司法机关{/when}")
  String kindOf(FollowUpKind value);

  @Message("{#when value}{#is PHOTO}照片{#is VIDEO}录像{#is AUDIO}录音{#is DOCUMENT}文件{/when}")
  String evidenceOf(EvidenceKind value);

  @Message("{#when value}{#is 'YES'}是{#is 'NO'}否{#else}{value}{/when}")
  String replyOf(String value);

  @Message("不适用：{why}")
  String notApplicable(String why);

  @Message("照片 {count} 张，见证据目录")
  String photos(long count);
}
