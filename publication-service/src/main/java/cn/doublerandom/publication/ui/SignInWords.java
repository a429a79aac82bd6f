package cn.doublerandom.publication.ui;

import cn.doublerandom.publication.signin.SignIn;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the page of sign-ins says; English stands in {@code messages/signins_en.properties}. */
@MessageBundle("signins")
public interface SignInWords {
  @Message("登录记录")
  String signIns();

  @Message("各网关记下的登录、退出、身份切换和被拒绝的操作。时间为网关时间；来源只记网段；同一账号、同一网段一分钟内的拒绝合并计数。")
  String about();

  @Message("账号")
  String account();

  @Message("完整账号")
  String accountHint();

  @Message("事项")
  String what();

  @Message("自")
  String from();

  @Message("至")
  String to();

  @Message("时间")
  String at();

  @Message("身份")
  String role();

  @Message("原因")
  String reason();

  @Message("来源网段")
  String source();

  @Message("次数")
  String times();

  @Message("网关·册页")
  String place();

  @Message("不是已知账号")
  String nobody();

  @Message("多处")
  String many();

  @Message("全部身份")
  String allRoles();

  @Message("代理 {name}")
  String actsFor(String name);

  @Message("没有符合条件的记录")
  String none();

  @Message("请放宽账号、事项或日期。")
  String noneWhy();

  @Message("还没有登录记录")
  String noneYet();

  @Message("有人登录后，网关在一分钟内告知本系统。消息队列停用时记录留在网关，恢复后补报。")
  String noneYetWhy();

  @Message("查看全部")
  String showAll();

  @Message(
      "{#when what}{#is SIGNED_IN}登录{#is SIGNED_OUT}退出{#is SWITCHED}切换身份{#is REFUSED}被拒绝{/when}")
  String whatOf(SignIn.What what);

  @Message(
      "{#switch code}{#case 'account-unknown'}没有这个账号{#case 'account-form'}账号形式不合规{#case 'role-unknown'}没有所选身份{#case 'bureau-unknown'}不在所选单位任职{#case 'cross-site'}由其他网站发起{#case 'two-identities'}会话与令牌并用{#case 'session-over'}登录已失效{#else}{code}{/switch}")
  String codeOf(String code);

  @Message("{gateway} 号 · {number}")
  String lineOf(int gateway, long number);
}
