package cn.doublerandom.draw.plan.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * What happened to a plan, in words; English stands in {@code messages/planstory_en.properties}.
 */
@MessageBundle("planstory")
public interface StoryWords {
  @Message("历次版本")
  String editions();

  @Message("草稿")
  String editionDraft();

  @Message("第 {number} 版")
  String editionNumber(String number);

  @Message("首次导入，共 {count} 项任务")
  String firstEdition(String count);

  @Message("{count} 处改动")
  String changesCount(String count);

  @Message("与上一版相同")
  String noChange();

  @Message("导入计划表，{count} 项任务")
  String tImported(String count);

  @Message("修改计划表中的任务 {tasks}")
  String tEdited(String tasks);

  @Message("表中没有读出、由经办人回答的：{answers}")
  String tAnswered(String answers);

  @Message("{#if row > 0}第 {row} 行{/if}“{column}”{stood}答为“{text}”")
  String tAnswer(int row, String column, String text, String stood);

  @Message("文件中写“{cell}”，")
  String tStood(String cell);

  @Message("文件中是空的，")
  String tStoodNothing();

  @Message("确定任务 {task} 的抽查对象范围：{scope}")
  String tScope(String task, String scope);

  @Message("申请将任务 {task} 的比例定为 {quota}")
  String tQuotaAsked(String task, String quota);

  @Message("任务 {task} 的比例定为 {quota}")
  String tQuotaDecided(String task, String quota);

  @Message("说明事项 {item} 今年不安排任务")
  String tJustified(String item);

  @Message("任务 {tasks} 合并抽取")
  String tCombined(String tasks);

  @Message("任务 {task} 恢复单独抽取")
  String tSeparated(String task);

  @Message("申请合并抽取：{tasks}")
  String tCombinationAsked(String tasks);

  @Message("申请恢复单独抽取：{task}")
  String tSeparationAsked(String task);

  @Message("任务 {task} 开始抽取（{draw}）")
  String tDrawBegun(String task, String draw);

  @Message("提交审批")
  String tSubmitted();

  @Message("退回修改")
  String tReturned();

  @Message("批准计划")
  String tApproved();

  @Message("上报至{to}")
  String tReported(String to);

  @Message("上报至{to}，发文字号{number}")
  String tReportedAs(String to, String number);

  @Message("公示")
  String tPublished();

  @Message("提出调整，{count} 处改动")
  String tAdjustmentProposed(String count);

  @Message("批准调整")
  String tAdjustmentApproved();

  @Message("未批准或撤回调整")
  String tAdjustmentRejected();
}
