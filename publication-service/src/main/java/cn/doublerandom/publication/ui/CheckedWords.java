package cn.doublerandom.publication.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * What who publishes or decides is to know of a result; English stands in {@code
 * messages/checked_en.properties}.
 */
@MessageBundle("checked")
public interface CheckedWords {
  @Message("检查记录缺签名：{who}。为什么缺、谁同意的，写在检查记录里，公示以前请核对。")
  String missing(String who);

  @Message("检查对象")
  String subject();

  @Message("整份结果：{text}")
  String together(String text);
}
