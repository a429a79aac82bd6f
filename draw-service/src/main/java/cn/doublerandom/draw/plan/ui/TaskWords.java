package cn.doublerandom.draw.plan.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the page of one task says; English stands in {@code messages/plantask_en.properties}. */
@MessageBundle("plantask")
public interface TaskWords {
  @Message("抽查对象范围")
  String scopeHead();

  @Message("原文：{text}")
  String scopeLead(String text);

  @Message("抽查事项原文：{text}")
  String itemsLead(String text);

  @Message("对象类型")
  String subjectKind();

  @Message("监管标签")
  String labels();

  @Message("对象有其中任一标签即在范围内；都不选则不限标签。")
  String labelsHint();

  @Message("抽查事项领域")
  String itemFields();

  @Message("所选领域中已认领的事项，可以由本任务检查；每一批具体检查哪几项，在抽查方案中勾选。")
  String itemFieldsHint();

  @Message("{word}（{count}）")
  String withCount(String word, String count);

  @Message("看看有多少户")
  String look();

  @Message("范围内 {count} 户，检查事项 {items} 项")
  String inScope(String count, String items);

  @Message("范围内没有检查对象；请换类型或标签。")
  String nobodyInScope();

  @Message("其中（按名称，前 {count} 户）")
  String firstOfThem(String count);

  @Message("确定这个范围")
  String decideScope();

  @Message("先选类型和事项领域，看到户数后再确定。")
  String chooseFirst();

  @Message("类型和事项领域都要选，才数得出户数。")
  String chooseBoth();

  @Message("按{quota}，约抽 {count} 户")
  String sampleWouldBe(String quota, String count);

  @Message("名录库中还没有标签")
  String noLabels();

  @Message("还没有认领的抽查事项：请先在“抽查事项清单”中打开事项认领，再来定范围。")
  String noFields();

  @Message("决定抽查比例")
  String decideQuota();

  @Message("计划写的是“{text}”。在它留出的余地内决定，写明原因；计划批准后须两人作出同样的决定。")
  String quotaLead(String text);

  @Message("如 10%、20户、A类1%、B类5%。")
  String quotaHint();

  @Message("{by} 申请定为 {quota}，等另一人作出同样的决定。")
  String quotaAsked(String by, String quota);

  @Message("决定")
  String decide();

  @Message("修改这一行")
  String editTask();

  @Message("改后按同样的规则重读；原稿留在“历次版本”中。")
  String editStays();

  @Message("计划已公示：保存即提出调整，报请批准。")
  String editAdjusts();

  @Message("保存这一行")
  String saveRow();

  @Message("回到计划")
  String backToPlan();

  @Message("任务编号")
  String taskNumber();

  @Message("已记下。")
  String saved();

  @Message("读作：{text}")
  String readNow(String text);
}
