package cn.doublerandom.publication.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * What everybody, firms and officers read of the time for which a result is public (公示期、信用修复);
 * English stands in {@code messages/repair_en.properties}.
 */
@MessageBundle("repair")
public interface RepairWords {
  @Message("信用修复")
  String title();

  @Message("申请信用修复")
  String ask();

  @Message(
      "发现的问题已经改正、应当履行的义务已经履行，公示满最短公示期的，可以申请提前结束公示。由没有参加检查、录入和公示的两人决定；同意后，公示页面只保留编号、日期和原来内容的哈希。")
  String intro();

  @Message("公示期至")
  String until();

  @Message("可以申请信用修复的日期")
  String from();

  @Message("没有规定公示期")
  String noEnd();

  @Message("自 {day} 起")
  String since(Object day);

  @Message("改正情况")
  String statement();

  @Message("写明问题怎样改正、何时复查合格、罚款等义务是否履行，最多 2000 字；只由处理的人查看，不公开")
  String statementHint();

  @Message("提出申请")
  String send();

  @Message("已收到。请记下修复编号；凭结果编号和异议码随时可以回来查看。")
  String taken();

  @Message("修复编号")
  String receipt();

  @Message("申请日期")
  String askedOn();

  @Message("决定")
  String decision();

  @Message("等待决定")
  String waits();

  @Message("不予修复")
  String refused();

  @Message("修复理由")
  String granted();

  @Message("还没有申请过。")
  String never();

  @Message("现在不能申请：")
  String notNow();

  @Message("您的申请")
  String yours();

  @Message("回到异议页面")
  String back();

  @Message("问题已经改正，申请信用修复")
  String goThere();

  @Message("信用修复待决定")
  String waitsHere();

  @Message("信用修复等待另一人决定")
  String proposed();

  @Message("同意信用修复并结束公示")
  String approve();

  @Message("同意后立即结束公示，不能恢复；您的账号记入事件日志。")
  String approveWhat();

  @Message("改正情况只由统筹人员和监督人员查看。")
  String hidden();

  @Message("拟同意信用修复")
  String proposeSummary();

  @Message("经另一人同意后结束公示：页面只留编号、日期和哈希，不能恢复。")
  String proposeStays();

  @Message("提请另一人同意")
  String propose();

  @Message("不予信用修复")
  String refuseSummary();

  @Message("公示继续；检查对象看到理由，可以再次申请。")
  String refuseStays();

  @Message("不予修复")
  String refuse();

  @Message("理由")
  String reason();

  @Message("检查对象会看到，不写姓名、电话等个人信息；最多 500 字")
  String reasonHint();

  @Message("已告知不予修复。")
  String nowRefused();

  @Message("公示已经结束，页面只留存根。")
  String nowEnded();

  @Message("公示已结束")
  String ended();

  @Message("{#when cause}{#is 'PERIOD_OVER'}公示期满{#is 'REPAIRED'}已信用修复{#else}{cause}{/when}")
  String causeOf(String cause);

  @Message(
      "{#when cause}{#is 'PERIOD_OVER'}公示期已满，自 {day} 起不再公示内容。{#is 'REPAIRED'}检查对象已经信用修复，自 {day} 起不再公示内容。{#else}{cause}{/when}")
  String stub(String cause, Object day);

  @Message("检查结果公示（存根）")
  String stubTitle();

  @Message("结果编号")
  String number();

  @Message("公示结束日期")
  String endedOn();

  @Message("原来内容的哈希（SHA-256）")
  String hash();

  @Message("保存过原来公示内容的人可以用它核对；哈希不能还原内容。")
  String hashWhat();

  @Message("第 {number} 次申请信用修复")
  String tAsked(int number);

  @Message("拟同意信用修复")
  String tProposed();

  @Message("不予信用修复")
  String tRefused();

  @Message("公示期满，结束公示")
  String tOver();

  @Message("信用修复，结束公示")
  String tRepaired();
}
