package cn.doublerandom.draw.plan.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of the annual plan say; English stands in {@code messages/plan_en.properties}. */
@MessageBundle("plan")
public interface PlanWords {
  @Message("批准、上报、公示三步已完成 {done} 步；应于 1 月 31 日前全部完成。")
  String stepsDone(long done);

  @Message("应开始抽取 {count} 项")
  String dueNow(long count);

  @Message("逾期未开始抽取 {count} 项")
  String dueOver(long count);

  @Message("没有这样的任务。")
  String noneAskedFor();

  @Message("显示全部任务")
  String showAllTasks();

  @Message("应开始抽取")
  String drawDue();

  @Message("逾期未开始抽取")
  String drawOver();

  @Message("年度计划")
  String plans();

  @Message("{year} 年度抽查工作计划")
  String plan(String year);

  @Message("年度")
  String year();

  @Message("状态")
  String state();

  @Message("制定单位")
  String issuer();

  @Message("任务")
  String tasks();

  @Message("{count} 项")
  String taskCount(String count);

  @Message("批准")
  String approvedOn();

  @Message("上报")
  String reportedOn();

  @Message("公示")
  String publishedOn();

  @Message("导入计划表")
  String importPlan();

  @Message("还没有年度计划")
  String noneYet();

  @Message("从 Word、Excel、CSV 文件或粘贴的表格导入；1月31日前完成制定、上报和公示。")
  String noneYetWhy();

  @Message("这一年没有计划")
  String noneFound();

  @Message("请换一个年度，或查看全部。")
  String noneFoundWhy();

  @Message("查看全部")
  String showAll();

  @Message("—")
  String noDay();

  @Message(
      "{#switch value}{#case 'DRAFT'}制定中{#case 'SUBMITTED'}待审批{#cas"
          + "e 'APPROVED'}已批准，待上报{#case 'REPORTED'}已上报，待公示{#case 'PUBLISH"
          + "ED'}已公示{#case 'ADJUSTING'}调整待批准{#else}{value}{/switch}")
  String phaseOf(String value);

  @Message("制定")
  String stepMake();

  @Message("提交")
  String stepSubmit();

  @Message("审批")
  String stepApprove();

  @Message("上报")
  String stepReport();

  @Message("公示")
  String stepPublish();

  @Message("计划的步骤")
  String stepsOfPlan();

  @Message("{day}")
  String doneOn(String day);

  @Message("{day}，迟于 1月31日")
  String doneLate(String day);

  @Message("1月31日前，还剩 {days} 天")
  String dueLeft(String days);

  @Message("应于 1月31日前，已过 {days} 天")
  String dueGone(String days);

  @Message("1月31日前")
  String due();

  @Message("现在要办的事")
  String next();

  @Message("现在由{who}办理。")
  String nobodyHere(String who);

  @Message("统筹人员")
  String withCoordinator();

  @Message("另一名审批人")
  String withApprover();

  @Message("提交审批")
  String submit();

  @Message("提交后不能直接修改，审批人可以退回。")
  String submitLead();

  @Message("还有 {count} 项任务没有确定抽查对象范围，请先逐项确定。")
  String scopesMissing(String count);

  @Message("还不能提交：任务 {tasks} 的范围内现在没有存续的检查对象，或者写有名录库、事项清单中没有的标签或领域。请点开任务，另定范围；或者先导入检查对象、认领事项。")
  String scopesUnfounded(String tasks);

  @Message("各项任务的抽查对象范围都已确定，可以提交。")
  String mayGo();

  @Message("批准计划")
  String approve();

  @Message("批准前请看“计划检查”：覆盖面、月份、人手、没有任务的事项。")
  String approveLead();

  @Message("您参与了本计划的制定或提交，须由另一人批准。")
  String notYourOwn();

  @Message("退回修改")
  String giveBack();

  @Message("退回后计划回到制定中，退回意见留在“经过”中。")
  String giveBackStays();

  @Message("退回意见")
  String remarks();

  @Message("{by} 退回：{reason}")
  String returned(String by, String reason);

  @Message("记为已上报")
  String report();

  @Message("上报至")
  String reportTo();

  @Message("上级主管部门全称，如“邢台市交通运输局”。")
  String reportHint();

  @Message("发文字号")
  String documentNumber();

  @Message("如“清交〔2023〕8号”，随计划一并公示；公示后不能再补。")
  String documentNumberHint();

  @Message("公示计划")
  String publish();

  @Message("公示后各任务可以在抽取日期内抽取；以后只能按调整程序修改。")
  String publishLead();

  @Message("调整计划")
  String adjust();

  @Message("{by} 提出调整：{reason}")
  String adjustOpen(String by, String reason);

  @Message("调整前后对照")
  String oldAndNew();

  @Message("调整前")
  String before();

  @Message("调整后")
  String after();

  @Message("新增")
  String came();

  @Message("取消")
  String went();

  @Message("内容")
  String what();

  @Message("批准调整并公示")
  String approveAdjustment();

  @Message("{#if approves}不予批准{#else}撤回调整{/if}")
  String rejectAdjustmentOr(boolean approves);

  @Message("不批准或撤回后，仍按已公示的计划执行；提出的调整留在“经过”中。")
  String rejectStays();

  @Message("原因")
  String reason();

  @Message("计划表")
  String tasksOfPlan();

  @Message("任务")
  String task();

  @Message("抽查类型")
  String kindOfDraw();

  @Message("抽查比例")
  String quota();

  @Message("抽查对象范围")
  String whom();

  @Message("发起 / 联合")
  String units();

  @Message("抽取日期")
  String days();

  @Message("已决定")
  String decided();

  @Message("范围未定")
  String scopeOpen();

  @Message("{kind}{#if labels}（{labels}）{/if}")
  String scopeOf(String kind, String labels);

  @Message("全年 {count} 批")
  String batches(int count);

  @Message("与 {tasks} 合并抽取")
  String togetherWith(String tasks);

  @Message("计划检查")
  String checks();

  @Message("覆盖面、月份、人手、事项、重合，一页看清。")
  String checksLead();

  @Message("打印与导出")
  String printed();

  @Message("Excel 表")
  String exportXlsx();

  @Message("Word 文件")
  String exportDocx();

  @Message("网页表格")
  String exportHtml();

  @Message("公示后可以导出计划表。")
  String exportLater();

  @Message("附件（PDF，可打印盖章）")
  String annex();

  @Message("公示页")
  String onPortal();

  @Message("还要说明的")
  String open();

  @Message("实施方案和抽取")
  String programmeAndDraw();
}
