package cn.doublerandom.inspection.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * What the list of the bureau's signing keys says; English stands in {@code
 * messages/keys_en.properties}.
 */
@MessageBundle("keys")
public interface KeyListWords {
  @Message("科室（队）")
  String unit();

  @Message("本单位登记的密钥")
  String allKeys();

  @Message("还没有人登记签名密钥")
  String noKeys();

  @Message("执法人员在自己的手机上登记后，列在这里。")
  String noKeysWhy();

  @Message("最近一次签名")
  String lastUsed();

  @Message("还没有用它签过")
  String neverUsed();

  @Message("以前注销的")
  String revokedBefore();

  @Message("现在没有")
  String noneNow();

  @Message("注销这个")
  String revokeThis();
}
