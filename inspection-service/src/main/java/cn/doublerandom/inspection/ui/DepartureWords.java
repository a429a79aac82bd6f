package cn.doublerandom.inspection.ui;

import cn.doublerandom.inspection.departure.DepartureSummary;
import cn.doublerandom.inspection.departure.HandoverOutcome;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.LocalDate;

/** What the pages of 人员调离移交 say; English stands in {@code messages/depart_en.properties}. */
@MessageBundle("depart")
public interface DepartureWords {
  @Message("人员调离移交")
  String title();

  @Message("执法人员调离所在单位的，把他没有办完的检查一并移交：每次检查由谁接替，按抽取的种子确定，不能挑选。")
  String why();

  @Message("执法人员编号")
  String inspector();

  @Message("查看 {who} 没有办完的工作")
  String open(String who);

  @Message("还没有人员调离移交")
  String none();

  @Message("填写执法人员编号，查看他没有办完的工作，再提出移交。")
  String noneWhy();

  @Message("单位")
  String unit();

  @Message("调离日期")
  String leavesOn();

  @Message("在岗的最后一天，今天起一年以内。")
  String leavesOnHint();

  @Message("状态")
  String state();

  @Message("{#when value}{#is ASKED}待同意{#is AGREED}已同意{#is DECLINED}未同意{/when}")
  String stateOf(DepartureSummary.State value);

  @Message("{who} 的调离移交")
  String of(String who);

  @Message("{by} 于 {on} 提出：{why}")
  String askedBy(String by, LocalDate on, String why);

  @Message("{by} 于 {on} 同意，各次检查已经向抽取环节申请更换")
  String agreedBy(String by, LocalDate on);

  @Message("{by} 于 {on} 退回：{why}")
  String declinedBy(String by, LocalDate on, String why);

  @Message("接手复查的人")
  String colleague();

  @Message("执法人员编号。只接手安排好的复查；抽取的检查由抽取环节确定接替的人。")
  String colleagueHint();

  @Message("没有办完的检查")
  String visits();

  @Message("共 {count} 次，这里列出最急的 {listed} 次。超过 500 次的不能一次移交，先逐次移交一部分。")
  String cut(long count, int listed);

  @Message("没有。")
  String noVisits();

  @Message("检查对象")
  String subject();

  @Message("检查期间")
  String window();

  @Message("检查")
  String visitState();

  @Message("移交")
  String outcome();

  @Message(
      "{#when value}{#is OPEN}未申请{#is WAITING}等抽取环节决定{#is REFUSED}没有办成"
          + "{#is REPLACED}已更换{#is BEGUN}已经开始，由其本人或者本组另一人办结{#is DONE}已经结束{/when}")
  String outcomeOf(HandoverOutcome value);

  @Message("安排好的复查")
  String rechecks();

  @Message("{name}：{on} 复查")
  String recheckOn(String name, LocalDate on);

  @Message("提出移交")
  String ask();

  @Message("调离理由")
  String reason();

  @Message("同意移交")
  String agree();

  @Message("退回")
  String decline();

  @Message("收回")
  String takeBack();

  @Message("检查组不变；申请和理由保留在账本中。")
  String declineStays();

  @Message("没有办成的再次申请")
  String again();
}
