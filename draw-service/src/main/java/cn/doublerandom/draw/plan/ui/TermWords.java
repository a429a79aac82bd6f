package cn.doublerandom.draw.plan.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * What numbers, kinds and columns of a plan are called; English stands in {@code
 * messages/planterm_en.properties}.
 */
@MessageBundle("planterm")
public interface TermWords {
  @Message("{text}")
  String doubt(String code, String text);

  @Message("{text}")
  String warned(String code, String text);

  @Message("{quota}{#if often}，{often}{/if}")
  String quotaRead(String quota, String often);

  @Message("对象类别为{kinds}；其他限定导入后在任务的“范围”中写明")
  String kindsOnly(String kinds);

  @Message("每年 {times} 次")
  String perYear(int times);

  @Message("每月 {times} 次")
  String perMonth(int times);

  @Message("每周 {times} 次")
  String perWeek(int times);

  @Message("每天 {times} 次")
  String perDay(int times);

  @Message("共 {times} 次")
  String exactly(int times);

  @Message("至少 {times} 次")
  String atLeastTimes(int times);

  @Message("不低于 {share}")
  String atLeast(String share);

  @Message("不超过 {share}")
  String atMost(String share);

  @Message("{from} 至 {to}")
  String fromTo(String from, String to);

  @Message("{count} 户")
  String count(String count);

  @Message("{from} 至 {to} 户")
  String countRange(String from, String to);

  @Message("{count} 户（{share}）")
  String countAndShare(String count, String share);

  @Message("{stratum} {share}")
  String tier(String stratum, String share);

  @Message("每 {inspectors} 名检查人员抽 {subjects} 户")
  String staffRatio(int inspectors, int subjects);

  @Message("全部")
  String census();

  @Message("未写明，须作决定")
  String unspecified();

  @Message(
      "{#switch value}{#case 'ENTERPRISE'}企业{#case 'INDIVIDUAL_BUSI"
          + "NESS'}个体工商户{#case 'COOPERATIVE'}农民专业合作社{#case 'PROJECT'}工程项目"
          + "{#case 'VEHICLE'}车辆{#case 'VESSEL'}船舶{#case 'STATION'}场站{#ca"
          + "se 'GRID'}网格{#case 'PUBLIC_BODY'}机关事业单位{#case 'PERSON'}从业人员{"
          + "#else}{value}{/switch}")
  String kindOf(String value);

  @Message(
      "{#switch value}{#case 'TARGETED'}定向抽查{#case 'NON_TARGETED'}不"
          + "定向抽查{#else}{value}{/switch}")
  String typeOf(String value);

  @Message("{text}")
  String headOf(String column, String text);
}
