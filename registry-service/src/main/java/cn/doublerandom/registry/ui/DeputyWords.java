package cn.doublerandom.registry.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.LocalDate;

/** What the pages of 代理 say; English stands in {@code messages/deputies_en.properties}. */
@MessageBundle("deputies")
public interface DeputyWords {
  @Message("代理")
  String deputies();

  @Message("有人不在时由他人代办。代理由一人提出、另一人批准，两人都不能是代理人；期间代理人只有代理的岗位，办理的每一件事都记两人的名字，视同被代理人本人办理。")
  String why();

  @Message("没有代理")
  String none();

  @Message("有人外出或请假时，在这里提出由谁代办。")
  String noneWhy();

  @Message("代理人")
  String deputy();

  @Message("代理人登录用的账号。")
  String deputyHint();

  @Message("被代理人")
  String principal();

  @Message("被代理人登录用的账号。")
  String principalHint();

  @Message("被代理人的单位")
  String unit();

  @Message("代理单位负责人或公示人员时必填：代理人以这个单位的身份办理。")
  String unitHint();

  @Message("代理的岗位")
  String roles();

  @Message("监察、审计、见证、运维、省级平台和执法检查岗位不得代理。")
  String rolesHint();

  @Message("开始日")
  String from();

  @Message("截止日")
  String until();

  @Message("最长 366 天；到期自动失效，也可以提前结束。")
  String untilHint();

  @Message("事由")
  String reason();

  @Message("500 字以内，例如：外出培训，期间由他代理审批。")
  String reasonHint();

  @Message("状态")
  String standing();

  @Message(
      "{#when value}{#is WAITING}等待批准{#is HOLDS}代理中{#is LATER}尚未开始{#is OVER}已到期{#is ENDED}已提前结束{#is NONE}未获批准{/when}")
  String standingOf(DeputyStanding value);

  @Message("提出代理")
  String propose();

  @Message("提请批准")
  String ask();

  @Message("须由另一名审批人批准后生效。")
  String twoPeople();

  @Message("{deputy} 代理 {principal}")
  String title(String deputy, String principal);

  @Message("等待批准的代理")
  String waiting();

  @Message("提出人")
  String by();

  @Message("批准人")
  String approvedBy();

  @Message("批准代理")
  String approve();

  @Message("本系统不知道谁担任什么岗位。请对照任职文件核对：{principal}本人担任“{roles}”。不担任的岗位不能由人代理，请退回。")
  String checkPosts(String principal, String roles);

  @Message("账号“{account}”在名录管理部分还没有办理过什么，也不是执法检查人员的账号：请核对账号写得对不对。")
  String unseen(String account);

  @Message("您是提出人或代理人，须由其他审批人批准。")
  String own();

  @Message("退回代理")
  String decline();

  @Message("撤回代理申请")
  String withdraw();

  @Message("代理不生效，提出人会看到理由。")
  String declineStays();

  @Message("理由")
  String declineReason();

  @Message("提前结束代理")
  String end();

  @Message("从此刻起不再代理；期间已办理的事项仍然有效。")
  String endStays();

  @Message("结束的理由")
  String endReason();

  @Message("已提前结束：{reason}")
  String ended(String reason);

  @Message("提出代理：{from} 至 {until}，{roles}")
  String proposedFact(LocalDate from, LocalDate until, String roles);

  @Message("批准代理：{from} 至 {until}，{roles}")
  String approvedFact(LocalDate from, LocalDate until, String roles);

  @Message("未获批准或已撤回")
  String declinedFact();

  @Message("提前结束代理")
  String endedFact();

  @Message("返回代理名单")
  String back();
}
