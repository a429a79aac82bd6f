package cn.doublerandom.inspection.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.LocalDate;

/**
 * What firms and supervisors read of 企业评价; English stands in {@code messages/rating_en.properties}.
 */
@MessageBundle("rating")
public interface RatingWords {
  @Message("评价本次检查")
  String title();

  @Message("检查结束以后，贵单位可以评价一次。不填姓名，不写文字；哪次检查得了什么评价，检查人员看不到，督导人员也只看到五份以上的合计。")
  String intro();

  @Message("{until} 以前（含当天）可以评价。提交以后不能更改。")
  String until(LocalDate until);

  @Message("评价已经收到，谢谢。")
  String received();

  @Message("这个检查码已经评价过。不是贵单位评价的，请向检查机关的纪检监察机构反映。")
  String given();

  @Message("评价码")
  String code();

  @Message("评价要填评价码。它由检查组以外的科室直接交给贵单位，检查人员没有；没有收到的，请向检查机关的法制机构或者纪检监察机构索取。")
  String codeFrom();

  @Message("十位字母和数字，例如 7K3MP-9QXTB。不要告诉检查人员。")
  String codeHint();

  @Message("“{name}”的评价码")
  String codeOf(String name);

  @Message("企业凭评价码评价这次检查，检查人员看不到它。由您直接交给企业：邮寄、电话、当面都可以，不要经检查人员转交。只显示一次，谁在哪一天取过，记在这次检查里。")
  String codeWhy();

  @Message("评价码（只显示这一次）：")
  String codeMade();

  @Message("请记下来，连同检查码直接交给企业。关掉这一页就再也看不到；丢了的，再取一个，这个作废。")
  String codeHandOver();

  @Message("评价码由 {by} 于 {on} 取出，第 {times} 次；以前的作废。")
  String codeBefore(String by, LocalDate on, int times);

  @Message("取评价码交给企业")
  String makeCode();

  @Message("回到这次检查")
  String toVisit();

  @Message("评价的期限已经过了。")
  String over();

  @Message("至少两名执法人员出示了执法证件")
  String certificatesShown();

  @Message("只检查了清单上的事项")
  String onlyListedItems();

  @Message("检查的时间长短合适")
  String durationAcceptable();

  @Message("总体评价")
  String overall();

  @Message("1 最差，5 最好。")
  String overallHint();

  @Message("提交评价")
  String send();

  @Message("企业评价")
  String ratings();

  @Message(
      "企业凭码、不署名的评价，按单位、任务、季度合计。一个季度的检查都过了评价期限（{days} 天）才显示，不足 {fewest} 份的不显示；这里没有哪一次检查的评价，也不是对个人的结论。")
  String ratingsWhy(int days, int fewest);

  @Message("没有可以显示的评价")
  String none();

  @Message("一个季度的评价期限过了，并且同一单位、同一任务有 {fewest} 份以上，才列在这里。")
  String noneWhy(int fewest);

  @Message("单位")
  String unit();

  @Message("任务 {plan}-{task}，第{quarter}季度")
  String of(String plan, String task, int quarter);

  @Message("{count} 份")
  String counted(int count);

  @Message("平均")
  String mean();

  @Message("1 至 5 分各几份")
  String distribution();

  @Message("出示证件")
  String shown();

  @Message("只查清单")
  String listed();

  @Message("时间合适")
  String duration();

  @Message("年度")
  String year();
}
