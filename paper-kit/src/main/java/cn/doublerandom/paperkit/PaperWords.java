package cn.doublerandom.paperkit;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What every paper says, {@code paper:} in a template; in Chinese here. */
@MessageBundle(value = "paper", locale = "zh-CN")
public interface PaperWords {
  @Message("zh-CN")
  String language();

  @Message("演练 EXERCISE")
  String practice();

  @Message("演练文书，内容虚构，没有任何效力。")
  String practiceMeans();

  @Message("文件编号：")
  String number();

  @Message("摘要（SHA-256）：")
  String hash();

  @Message("核验：")
  String checkAt();

  @Message("第 ")
  String pageBefore();

  @Message(" 页，共 ")
  String pageBetween();

  @Message(" 页")
  String pageAfter();

  @Message("（盖章处）")
  String seal();

  @Message("签名：")
  String signature();

  @Message("日期：")
  String signedOn();

  /**
   * @param signs numbers of the signs
   */
  @Message("本文件的字库没有下列字，以其 Unicode 编码表示，编码与字一一对应：{signs}。")
  String lacking(String signs);
}
