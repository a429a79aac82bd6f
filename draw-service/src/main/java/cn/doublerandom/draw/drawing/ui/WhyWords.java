package cn.doublerandom.draw.drawing.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * What anybody is told who asks why somebody was drawn; English stands in {@code
 * messages/why_en.properties}.
 */
@MessageBundle("why")
public interface WhyWords {
  @Message("为什么抽中，为什么没有抽中")
  String title();

  @Message("填抽取编号和检查对象的代码。回答来自抽取时锁定的名单和公开的随机数，多年以后也不会变。")
  String what();

  @Message("抽取编号")
  String drawId();

  @Message("统一社会信用代码/注册号")
  String subject();

  @Message("查看")
  String ask();

  @Message("办理单位的原话")
  String inChinese();

  @Message("抽签号")
  String ticket();

  @Message("抽查任务公告")
  String notice();

  @Message("在浏览器中验证这次抽取")
  String check();
}
