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

  /**
   * @param about what it is the hash of
   */
  @Message(
      "{#when about}{#is 'DRAW'}抽取的结果值{#is 'VISIT_RECORD'}检查记录（所签原文）的摘要{#is 'VISIT'}打印时检查情况的摘要{#else}摘要{/when}（SHA-256）：")
  String hash(String about);

  /**
   * @param about what the address leads to
   */
  @Message("{#when about}{#is in 'PAPER' 'DRAW'}核验{#else}检查对象查看本次检查{/when}：")
  String checkAt(String about);

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
