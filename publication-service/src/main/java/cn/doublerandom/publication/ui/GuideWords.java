package cn.doublerandom.publication.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * How random inspections go, in plain words with the numbers of the year; English stands in {@code
 * messages/guide_en.properties}.
 */
@MessageBundle("guide")
public interface GuideWords {
  @Message("双随机、一公开是怎么回事")
  String title();

  @Message("流程")
  String flow();

  @Message("每年 1 月公布年度抽查工作计划：抽查什么、什么范围、什么比例、什么时候。{year} 年的计划有 {tasks} 项任务。")
  String flowPlan(Object year, Object tasks);

  @Message(
      "每项任务先公布名单的承诺值，再由见证人一起产生随机数，抽出检查对象，同时随机选派执法人员。今年公开的抽取有 {draws} 次，抽中 {drawn} 个。任何人可以下载验证包重新计算。")
  String flowDraw(Object draws, Object drawn);

  @Message("两名以上执法人员在公布的检查期间内上门，出示证件，按清单逐项检查，检查记录由双方签字。")
  String flowVisit();

  @Message("检查结束后 20 个工作日内录入结果并向社会公示。今年应公示 {due} 份，已公示 {published} 份。")
  String flowResult(Object published, Object due);

  @Message("标准")
  String standard();

  @Message("一年抽查的企业不低于登记企业的 3%。今年已检查 {part} 户，占 {all} 户的 {share}。")
  String standardShare(Object share, Object part, Object all);

  @Message("只检查抽查事项清单里的事项，每一项都有法律依据和检查方法，现场可以看到。")
  String standardItems();

  @Message("计划按信用风险分级的任务，风险低的抽得少，风险高的抽得多；不分级的，名单里人人机会均等。同一等级里机会均等，不能挑选。")
  String standardRisk();

  @Message("后果")
  String after();

  @Message("没有发现问题的，如实公示“未发现问题”。")
  String afterGood();

  @Message("发现问题的，责令改正并复查；属于别的部门的，移送给它；情节严重的，依法处罚，有关部门可以联合惩戒。")
  String afterBad();

  @Message("登记的住所找不到人、不配合检查的，也会作为结果公示。")
  String afterAbsent();

  @Message("权利")
  String rights();

  @Message("用检查码查是谁来检查、检查什么")
  String byCheckCode();

  @Message("要求执法人员出示证件和检查通知；少于两人的，可以拒绝。")
  String rightPapers();

  @Message("执法人员与您有利害关系的，申请他回避。")
  String rightRecusal();

  @Message("当场陈述、申辩，写进检查记录；看过记录再签字。")
  String rightView();

  @Message("查到为什么抽中或没有抽中您，并自己重新计算。")
  String rightWhy();

  @Message("对公示的结果有异议的，要求更正或撤销；更正的理由和前后内容都公开。")
  String rightObject();

  @Message("接着看")
  String more();

  @Message("年度计划和各项公告")
  String planOf();

  @Message("查公示结果")
  String searchResults();

  @Message("验证一次抽取")
  String checkDraw();

  @Message("逾期的事项，也包括我们自己的")
  String late();
}
