package cn.doublerandom.publication.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.LocalDate;

/**
 * What firms and officers read of objections (异议); English stands in {@code
 * messages/objection_en.properties}.
 */
@MessageBundle("objection")
public interface ObjectionWords {
  @Message("对公示的检查结果有异议")
  String title();

  @Message("检查结果公示以后，被检查的单位认为有误的，凭结果告知书上的异议码在这里提出，不需要账号。检查机关指定没有参加检查、录入和公示的人处理，并公开答复。")
  String intro();

  @Message("结果编号")
  String result();

  @Message("写在结果告知书上，也是公示页面地址的最后一段")
  String resultHint();

  @Message("异议码")
  String code();

  @Message("十位，写在结果告知书上，不分大小写")
  String codeHint();

  @Message("查看或者提出")
  String look();

  @Message("没有收到异议码，或者已经遗失的，请联系检查单位重新取得；新的异议码发出后，原来的作废。")
  String noCode();

  @Message("检查对象")
  String subject();

  @Message("现在公示的结果")
  String now();

  @Message("公示日期")
  String published();

  @Message("公示页面")
  String page();

  @Message("公示已经撤销，不再受理异议。")
  String withdrawn();

  @Message("异议内容")
  String statement();

  @Message("写明哪一事项、错在哪里、有什么依据，最多 2000 字；只由处理异议的人查看，不公开")
  String statementHint();

  @Message("提出异议")
  String raise();

  @Message("异议处理中")
  String waits();

  @Message("异议编号")
  String receipt();

  @Message("提出日期")
  String raised();

  @Message("答复期限")
  String due();

  @Message("答复已逾期")
  String late();

  @Message("检查记录和证据")
  String record();

  @Message("证据材料")
  String files();

  @Message("没有")
  String none();

  @Message("答复")
  String reply();

  @Message("答复日期")
  String answered();

  @Message("证据材料")
  String file();

  @Message("PDF、JPG 或者 PNG，每份不超过 8 MB，最多五份；不公开")
  String fileHint();

  @Message("提交证据材料")
  String attach();

  @Message("请选择一份文件。")
  String noFile();

  @Message("已收到。请记下异议编号；凭结果编号和异议码随时可以回来查看答复。")
  String taken();

  @Message("您的异议")
  String yours();

  @Message("您是被检查的单位，认为结果有误？")
  String howTo();

  @Message("异议")
  String objections();

  @Message("逾期未答复的异议")
  String unanswered();

  @Message("发出异议码")
  String issueSummary();

  @Message("随结果告知书送达检查对象，凭它提出异议；只显示一次，再次发出后原来的作废。")
  String issueStays();

  @Message("生成异议码")
  String issue();

  @Message("异议码（只显示这一次，请写入结果告知书）")
  String issued();

  @Message("检查对象凭结果编号和异议码提出异议的页面")
  String issuedWhere();

  @Message("异议内容只由统筹人员和监督人员查看。")
  String hidden();

  @Message("提出驳回异议")
  String reject();

  @Message("驳回异议等待决定")
  String waitingRejection();

  @Message("同意驳回异议")
  String approveRejection();

  @Message("驳回异议")
  String rejectSummary();

  @Message("经另一人同意后答复检查对象：结果维持不变；答复公开，显示在结果旁边。")
  String rejectStays();

  @Message("异议成立：更正")
  String correctSummary();

  @Message("经另一人同意后公开更正，同时答复异议。")
  String correctStays();

  @Message("提出更正")
  String correct();

  @Message("异议成立：撤销公示")
  String withdrawSummary();

  @Message("经另一人同意后撤销，同时答复异议；不能恢复。")
  String withdrawStays();

  @Message("提出撤销")
  String withdraw();

  @Message("答复")
  String reason();

  @Message("公众会看到，不写姓名、电话等个人信息；最多 500 字")
  String reasonHint();

  @Message("已答复，答复已公开。")
  String answeredNow();

  @Message("异议的内容不公开。")
  String publicNote();

  @Message("{name}的检查结果")
  String of(String name);

  @Message("{count} 份")
  String count(int count);

  @Message("应于 {day} 前答复")
  String until(LocalDate day);

  @Message(
      "{#when code}{#is 'REJECTED'}异议不成立，结果维持不变{#is 'CORRECTED'}异议成立，结果已更正{#is 'WITHDRAWN'}异议成立，公示已撤销{#else}{code}{/when}")
  String outcome(String code);

  @Message("截至 {today} 逾期 {count} 项；答复以前一直列在这里。")
  String unansweredWhy(LocalDate today, int count);

  @Message("这一答复是 {on} 针对当时公示的第 {version} 版作出的；公示后来有变更，以现在公示的为准。")
  String givenTo(int version, LocalDate on);
}
