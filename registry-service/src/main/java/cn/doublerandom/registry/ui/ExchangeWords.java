package cn.doublerandom.registry.ui;

import cn.doublerandom.registry.exchange.Different;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of 数据交换 say; English stands in {@code messages/exchange_en.properties}. */
@MessageBundle("exchange")
public interface ExchangeWords {
  @Message("数据交换")
  String exchange();

  @Message("本局名录库与省级平台每晚自动核对一次：两边的条目和内容是否一致。个人不参加核对。")
  String what();

  @Message("最近一次核对（{at}）")
  String last(String at);

  @Message("两边一致。")
  String same();

  @Message("有 {count} 处不一致。")
  String differing(String count);

  @Message("查看不一致的条目")
  String see();

  @Message("现在核对一次")
  String compareNow();

  @Message("只比较两边已有的数据，不改动任何一边。")
  String compareWhat();

  @Message("核对")
  String comparison();

  @Message("第 {number} 次核对")
  String numbered(long number);

  @Message("时间")
  String at();

  @Message("本局条目")
  String here();

  @Message("平台条目")
  String there();

  @Message("不一致")
  String differences();

  @Message("还没有核对过")
  String none();

  @Message("每晚自动核对；也可以现在核对一次。")
  String noneWhy();

  @Message("没有不一致的条目")
  String nothing();

  @Message("这一次核对，两边条目和内容全部一致。")
  String nothingWhy();

  @Message("返回数据交换")
  String back();

  @Message("检查对象")
  String subject();

  @Message("代码")
  String code();

  @Message("怎样不一致")
  String how();

  @Message(
      "{#when value}{#is MISSING_THERE}平台没有这一条{#is MISSING_HERE}本局没有这一条{#is DIFFERENT}两边内容不同{/when}")
  String differenceOf(Different.Difference value);
}
