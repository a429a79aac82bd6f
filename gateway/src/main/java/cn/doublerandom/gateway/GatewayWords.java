package cn.doublerandom.gateway;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the desk says; English stands in {@code messages/gateway_en.properties}. */
@MessageBundle("gateway")
public interface GatewayWords {
  @Message("没有待办。")
  String nothingWaits();

  @Message("{day} 前")
  String before(String day);

  @Message("共 {total} 件，这里列出最早的 {count} 件。")
  String more(long total, int count);

  @Message("这里将列出等您办理的事项。目前各部分都还没有为您的角色提供待办清单；其余工作见左侧菜单，或通过接口办理。")
  String noLists();

  @Message("我的身份")
  String me();

  @Message("姓名")
  String name();

  @Message("账号")
  String account();

  @Message("角色")
  String role();

  @Message("没有角色")
  String noRole();

  @Message("单位")
  String unit();

  @Message("未注明")
  String notSaid();

  @Message("机关")
  String bureau();

  @Message("本机关")
  String thisBureau();
}
