package cn.doublerandom.gateway;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the page of signing in says; English stands in {@code messages/signin_en.properties}. */
@MessageBundle("signin")
public interface SignInWords {
  @Message("登录")
  String title();

  @Message("此前的登录已到期或失效，请重新登录。")
  String ended();

  @Message("您已退出。")
  String out();

  @Message("您现在以 {account} 登录。")
  String now(String account);

  @Message("进入待办")
  String goOn();

  @Message("或在下面换一个账号。")
  String orAnother();

  @Message("本机演示系统：点一个账号，即以其身份登录。账号和姓名均为虚构。")
  String local();

  @Message("各岗位")
  String office();

  @Message("执法检查人员")
  String officers();

  @Message("演练单位")
  String practising();

  @Message("演练")
  String practice();

  @Message("数据均为虚构，各环节照常办理，什么也不会公示；操作手册每章末有练习。")
  String practiceHint();

  @Message("没有可用的演示账号：令牌文件由 ./suite up 写入，请等它报告“就绪”后刷新本页。")
  String none();
}
