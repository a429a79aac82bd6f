package cn.doublerandom.publication.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.LocalDate;

/** What the desk of the publication says; English in {@code messages/publishing_en.properties}. */
@MessageBundle("publishing")
public interface PublicationWords {
  @Message("结果公示")
  String notices();

  @Message("检查结束后 20 个工作日内，结果要录入并向社会公示（本局“双随机、一公开”实施方案二（四））。检查的单位录入，也由它公示；一份结果由谁录入，就由该单位的另一人公示。")
  String what();

  @Message("待公示")
  String toPublish();

  @Message("逾期未公示")
  String overdue();

  @Message("已公示")
  String published();

  @Message("份结果")
  String ofResults();

  @Message("状态")
  String state();

  @Message(
      "{#when code}{#is 'TO_PUBLISH'}待公示（已录入）{#is 'OVERDUE'}逾期未公示{#is 'UNRECORDED'}逾期未录入{#is 'CHANGE_ASKED'}更正、撤销待决定{#is 'OBJECTED'}异议待答复{#is 'DISCIPLINE_ASKED'}联合惩戒待决定{#is 'DISCIPLINE_ENDED'}联合惩戒终止待反馈{#is 'REPAIR_ASKED'}信用修复待决定{#is 'PUBLISHED'}已公示{#is 'WITHDRAWN'}已撤销{#else}{code}{/when}")
  String stageOf(String code);

  @Message("计划或任务编号")
  String task();

  @Message("如 2023001 或 2023001-001")
  String taskHint();

  @Message("公示期限不晚于")
  String until();

  @Message("名称或代码")
  String search();

  @Message("没有符合条件的结果")
  String none();

  @Message("请减少条件再查。")
  String noneWhy();

  @Message("看全部结果")
  String showAll();

  @Message("还没有要公示的结果")
  String noneYet();

  @Message("检查结束、结果录入并审核以后，自动出现在这里。")
  String noneYetWhy();

  @Message("检查对象")
  String firm();

  @Message("检查单位")
  String unit();

  @Message("抽查任务")
  String taskName();

  @Message("检查结束")
  String finished();

  @Message("公示期限")
  String due();

  @Message("由您公示")
  String yours();

  @Message("尚未录入")
  String notRecorded();

  @Message("逾期")
  String late();

  @Message("{day} 公示")
  String publishedOn(LocalDate day);

  @Message("暂定")
  String provisional();

  @Message("统一社会信用代码/注册号")
  String codeOf();

  @Message("公众将看到的")
  String preview();

  @Message("下面与公示后的页面一字不差，索引号按今日公示计；内部说明和人员姓名不公示。")
  String previewWhat();

  @Message("公众现在看不到任何内容。")
  String noPreview();

  @Message("公众看到的页面")
  String publicPage();

  @Message("公示这份结果")
  String publish();

  @Message("公示后立即向社会公开，不能撤回，只能更正或撤销并说明理由。")
  String publishWhat();

  @Message("演练到此为止：上面就是公示后公众会看到的内容。这里是演练单位，什么也不会公示。")
  String practiceEnds();

  @Message("演练单位什么也不公示，也没有公示期限要赶。打开一份，逐字看公众会看到的样子：练的就是这一步，到此为止。")
  String practiceHere();

  @Message("您不能公示这份结果")
  String notYou();

  @Message("由检查单位“{unit}”中没有录入这份结果的公示人员公示。")
  String byUnit(String unit);

  @Message("已向社会公示，任何人都可以查看。")
  String nowPublic();

  @Message("{unit}录入了检查结果")
  String tReceived(String unit);

  @Message("期限 {day} 已过，结果仍未录入")
  String tMissed(String day);

  @Message("检查期间 {day} 结束，未完成检查")
  String tNotHeld(String day);

  @Message("这次检查不再进行")
  String tCancelled();

  @Message("逾期完成了检查")
  String tHeldLate();

  @Message("因节假日安排，公示期限改为 {day}")
  String tMoved(String day);

  @Message("按期公示")
  String tPublished();

  @Message("逾期公示")
  String tPublishedLate();

  @Message("补记公示时的计划和任务名称")
  String tTitled();

  @Message("提出联合惩戒")
  String tProposed();

  @Message("同意联合惩戒")
  String tAgreed();

  @Message("不同意联合惩戒")
  String tRefused();

  @Message("发出反馈链接：{authority}")
  String tLinked(String authority);

  @Message("反馈联合惩戒的落实情况")
  String tDone();

  @Message("提出更正")
  String tCorrectionAsked();

  @Message("提出撤销")
  String tWithdrawalAsked();

  @Message("提出驳回异议")
  String tRejectionAsked();

  @Message("不同意提出的事项，公示不变")
  String tDeclined();

  @Message("更正了公示的结果")
  String tCorrected();

  @Message("撤销了公示")
  String tWithdrawn();

  @Message("已撤销")
  String withdrawn();

  @Message("已更正")
  String corrected();

  @Message("待决定")
  String changeWaits();

  @Message("公众现在看到的")
  String whatPublic();

  @Message("更正这份结果")
  String correct();

  @Message("经另一人同意后公开更正；原来公示的内容、更正理由和差别一并保留，公众可以查看。")
  String correctStays();

  @Message("检查事项")
  String item();

  @Message("这一事项正确的检查结果")
  String rightCodes();

  @Message("理由")
  String reasonPublic();

  @Message("公众会看到，不写姓名、电话等个人信息；最多 500 字")
  String reasonPublicHint();

  @Message("提出更正")
  String askCorrection();

  @Message("撤销这项公示")
  String withdraw();

  @Message("经另一人同意后撤销；公示页面保留，标明已撤销和理由，不能恢复。据此提出的联合惩戒随之终止，系统通知接收部门。")
  String withdrawStays();

  @Message("提出撤销")
  String askWithdrawal();

  @Message("更正等待决定")
  String waitingCorrection();

  @Message("撤销等待决定")
  String waitingWithdrawal();

  @Message("现在公示的结果")
  String wasCodes();

  @Message("更正后的结果")
  String wouldBe();

  @Message("提出人")
  String askedBy();

  @Message("同意")
  String approve();

  @Message("同意更正并公开")
  String approveCorrection();

  @Message("同意撤销")
  String approveWithdrawal();

  @Message("同意后立即生效并公开，您的账号记入事件日志。")
  String approveWhat();

  @Message("不同意")
  String decline();

  @Message("公示保持不变；申请和您的理由留在经过里。")
  String declineStays();

  @Message("不同意的理由")
  String declineReason();

  @Message("由另一人决定")
  String notDecide();

  @Message("由统筹人员中没有提出、也没有参加检查的人决定。")
  String byCoordinator();

  @Message("已提出，等待另一人决定。")
  String asked();

  @Message("更正已公开。")
  String decidedCorrected();

  @Message("未同意，公示保持不变。")
  String decidedDeclined();

  @Message("发出异议码")
  String tCodeIssued();

  @Message("提出第 {number} 项异议，应于 {day} 前答复")
  String tObjected(int number, String day);

  @Message("第 {number} 项异议附证据材料一份")
  String tEvidence(int number);

  @Message("答复第 {number} 项异议")
  String tAnswered(int number);

  @Message("检查对象（凭异议码）")
  String byFirm();

  @Message("系统自动")
  String system();
}
