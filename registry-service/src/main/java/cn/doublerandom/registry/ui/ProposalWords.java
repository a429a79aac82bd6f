package cn.doublerandom.registry.ui;

import cn.doublerandom.registry.proposal.ProposalDirectory.State;
import cn.doublerandom.registry.proposal.ProposalKind;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.LocalDate;

/** What the pages of 检查结果建议 say; English stands in {@code messages/proposals_en.properties}. */
@MessageBundle("proposals")
public interface ProposalWords {
  @Message("检查结果建议")
  String proposals();

  @Message("检查中发现对象已注销、被吊销、被撤销或迁出，或有失信情形的，由检查结果在此提出建议。名录管理人员核实后采纳或不采纳；采纳的变更须由另一人批准后才生效。")
  String why();

  @Message("没有检查结果建议")
  String none();

  @Message("检查结果提出建议后，会出现在这里和待办中。")
  String noneWhy();

  @Message("查看全部")
  String showAll();

  @Message("检查对象")
  String subject();

  @Message("不在名录库")
  String notOnRegister();

  @Message("建议")
  String kind();

  @Message("{#when value}{#is STATUS}登记状态{#is CREDIT}信用信号{/when}")
  String kindOf(ProposalKind value);

  @Message("检查结果")
  String found();

  @Message("提出日期")
  String since();

  @Message("状态")
  String state();

  @Message("{#when value}{#is OPEN}待核实{#is ACCEPTED}已采纳{#is DECLINED}不采纳{#is WITHDRAWN}已失效{/when}")
  String stateOf(State value);

  @Message("结果有变")
  String changed();

  @Message("检查结果编号")
  String result();

  @Message("抽取编号")
  String draw();

  @Message("检查单位")
  String unit();

  @Message("检查完成日期")
  String finished();

  @Message("建议的登记状态")
  String proposed();

  @Message("名录库现登记状态")
  String now();

  @Message("名录库现信用风险等级")
  String classNow();

  @Message("采纳：申请变更登记状态")
  String acceptStatus();

  @Message("请先向登记机关核实。")
  String acceptStatusWhy();

  @Message("申请变更")
  String ask();

  @Message("变更为")
  String becomes();

  @Message("自哪一天起")
  String from();

  @Message("依据")
  String reason();

  @Message("写明核实的依据，300 字以内。")
  String reasonHint();

  @Message("采纳：申请调整信用风险等级")
  String acceptClass();

  @Message("检查结果只说明发现了什么，调整为哪一级由信用监管规定确定。")
  String acceptClassWhy();

  @Message("信用风险等级")
  String riskClass();

  @Message("评定日期")
  String on();

  @Message("不采纳")
  String decline();

  @Message("名录库保持不变，理由留存备查。")
  String declineStays();

  @Message("理由")
  String declineReason();

  @Message("检查结果由您录入，须由其他名录管理人员办理。")
  String own();

  @Message("检查结果已更正或撤销，建议失效：{reason}")
  String withdrawn(String reason);

  @Message("办理之后检查结果有变（{on}）：{codes}。{reason}")
  String later(LocalDate on, String codes, String reason);

  @Message("不再提出这类建议")
  String nothing();

  @Message("已提请变更，须由另一人批准。")
  String asked();

  @Message("查看检查对象")
  String toSubject();

  @Message("检查结果提出建议：{codes}")
  String openedFact(String codes);

  @Message("检查结果更正，建议改为：{codes}")
  String changedFact(String codes);

  @Message("检查结果更正或撤销，建议失效")
  String withdrawnFact();

  @Message("采纳，申请自 {from} 起变更为{status}")
  String statusFact(LocalDate from, String status);

  @Message("采纳，申请调整信用风险等级为 {riskClass}（{on} 评定）")
  String creditFact(String riskClass, LocalDate on);

  @Message("不采纳")
  String declinedFact();

  @Message("检查结果又有变：{codes}")
  String notedFact(String codes);

  @Message("返回检查结果建议")
  String back();
}
