package cn.doublerandom.inspection.ui;

import cn.doublerandom.inspection.preparation.Notice;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.LocalDate;

/**
 * What the pages say of what goes before a visit; English stands in {@code
 * messages/preparation_en.properties}.
 */
@MessageBundle("preparation")
public interface PreparationWords {
  @Message("检查以前")
  String before();

  @Message("{#when name}{#is 'TRAINING'}业务培训" + "{#is 'APPROVAL'}行政检查审批{#is 'NOTICE'}送达通知书{/when}")
  String stepOf(String name);

  @Message("已办")
  String done();

  @Message("不事先通知（已批准）")
  String waived();

  @Message("未办")
  String open();

  @Message("依据")
  String basis();

  @Message("我已参加检查前业务培训")
  String training();

  @Message("培训内容")
  String trainingWhat();

  @Message("例如：抽查检查工作指引、本次事项的检查表。")
  String trainingHint();

  @Message("尚未确认培训：{who}")
  String untrained(String who);

  @Message("提请审批")
  String request();

  @Message("不事先通知的理由")
  String unannounced();

  @Message("一般应当事先通知。确需不通知的，写明理由，由审批人决定。")
  String unannouncedHint();

  @Message("{by} 于 {on} 提请审批")
  String asked(String by, LocalDate on);

  @Message("等待本组以外的审批人批准，已在审批人的「待办」里。")
  String waitsForApproval();

  @Message("申请不事先通知：{why}")
  String askedUnannounced(String why);

  @Message("{by} 于 {on} 批准")
  String given(String by, LocalDate on);

  @Message("{by} 于 {on} 未批准：{why}")
  String declinedBy(String by, LocalDate on, String why);

  @Message("批准本次检查")
  String approve();

  @Message("不批准")
  String decline();

  @Message("申请人可以改正后重新提请；本次决定保留在“经过”中。")
  String declineStays();

  @Message("{by} 于 {on} 撤回：{why}")
  String takenBackBy(String by, LocalDate on, String why);

  @Message("撤回审批申请")
  String takeBack();

  @Message("可以改正后重新提请；申请和撤回的理由留存。")
  String takeBackStays();

  @Message("理由")
  String reason();

  @Message("登记已送达")
  String serve();

  @Message("先生成检查码，打印写有检查码的《行政检查通知书》；送达并取得回执以后在这里登记。")
  String serveWhy();

  @Message("打印审批表")
  String printApproval();

  @Message("打印通知书")
  String printNotice();

  @Message("送达方式")
  String way();

  @Message(
      "{#when value}{#is IN_PERSON}直接送达"
          + "{#is LEFT_BEHIND}留置送达{#is BY_POST}邮寄送达{#is ELECTRONIC}电子送达{/when}")
  String wayOf(Notice.Way value);

  @Message("签收人职务")
  String receivedAs();

  @Message("只写职务，例如安全负责人；姓名留在回执上。")
  String receivedAsHint();

  @Message("{on} {way}，签收人职务：{as}")
  String served(LocalDate on, String way, String as);

  @Message("检查码")
  String code();

  @Message("申报本人回避")
  String recuse();

  @Message("由本组以外的人决定；决定以前不能开始检查。")
  String recuseStays();

  @Message("申报回避")
  String declare();

  @Message("回避")
  String recusals();

  @Message("{who}：{by}申请回避，理由：{why}")
  String recusalAsked(String who, String by, String why);

  @Message("检查对象")
  String bySubject();

  @Message("待决定")
  String undecided();

  @Message("{by} 决定回避：{why}。须更换检查人员。")
  String agreed(String by, String why);

  @Message("{who} 已回避，更换以前不能登记送达，也不能开始检查。由统筹人员在本次抽取的「更换和候补」里「申请更换」，审批人批准；谁接替由抽取的种子决定。")
  String replaced(String who);

  @Message("送达的通知书上没有现在的全部检查人员，须重新打印、重新送达。")
  String serveTeamAnew();

  @Message("更换和候补")
  String replacements();

  @Message("{by} 决定回避：{why}。不再协助本次检查。")
  String agreedOfExpert(String by, String why);

  @Message("{by} 决定不回避：{why}")
  String refused(String by, String why);

  @Message("对 {who} 的回避作出决定")
  String decide(String who);

  @Message("决定")
  String decision();

  @Message("回避")
  String agree();

  @Message("不回避")
  String refuse();

  @Message("作出决定")
  String decideDo();
}
