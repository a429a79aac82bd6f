package cn.doublerandom.inspection.ui;

import cn.doublerandom.inspection.signals.Signal;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * What the pages of supervision say; English stands in {@code messages/supervision_en.properties}.
 */
@MessageBundle("supervision")
public interface SupervisionWords {
  @Message("走形式提示")
  String signals();

  @Message("系统从检查的时间、文字、证据和结果里看到的异常，供督导人员核查；不是结论，只有督导人员看得到。")
  String signalsWhy();

  @Message("年度")
  String year();

  @Message("没有需要核查的提示")
  String none();

  @Message("本年度已经结束的检查没有达到提示的限度。")
  String noneWhy();

  @Message("现行规则包没有规定提示的限度")
  String noPack();

  @Message("规则包写明“走形式、随意录入的提示”以后，这里才有内容。")
  String noPackWhy();

  @Message("检查单位")
  String unit();

  @Message("看到什么")
  String what();

  @Message("哪些检查")
  String which();

  @Message("提示的限度从哪里来")
  String limits();

  @Message("检查任务")
  String toVisits();

  @Message("发现问题率")
  String rates();

  @Message("结果已经确定的检查中，发现问题的占多少；每一行写明几户中的几户。")
  String ratesWhy();

  @Message("发现问题")
  String found();

  @Message("检查")
  String visits();

  @Message("发现问题率")
  String rate();

  @Message("名称")
  String name();

  @Message("本年度还没有结果确定的检查")
  String noRates();

  @Message("结果录入并审核以后计入。")
  String noRatesWhy();

  @Message(
      "{#when value}{#is FASTER_THAN_READING}答得比读得快{#is ALIKE_TEXTS}文字雷同{#is ALL_CLEAN}问题明显偏少"
          + "{#is BULK_HOUR}扎堆检查{#is IMPOSSIBLE_TRAVEL}路程赶不到{#is EVIDENCE_TWICE}证据重复使用"
          + "{#is LATE_ENTRY}事后补录{#is EDITS_AFTER_RETURN}退回后大量改动{/when}")
  String kindOf(Signal.Kind value);

  @Message(
      "{#when kind}"
          + "{#is FASTER_THAN_READING}{of} 次检查中有 {count} 次，从开始到结束的时间不够读完问题；最短的一次用了 {measured} 秒，读完、答完至少要 {limit} 秒。"
          + "{#is ALIKE_TEXTS}{of} 次有文字记录的检查中有 {count} 次与别的检查对象的文字雷同，最高 {measured}‰（从 {limit}‰ 起提示）。"
          + "{#is ALL_CLEAN}{of} 次检查中发现问题的 {count} 次；按这些检查对象的风险等级在全机关的发现问题率，这样少的机会是百万分之 {measured}（百万分之 {limit} 以下提示）。"
          + "{#is BULK_HOUR}同一名执法人员在一小时内开始了 {measured} 次检查（超过 {limit} 次提示）。"
          + "{#is IMPOSSIBLE_TRAVEL}两次到场确认的地点之间，时速要达到 {measured} 公里才赶得到（超过 {limit} 公里提示）。"
          + "{#is EVIDENCE_TWICE}同一份证据，或看上去是同一张的照片，在 {measured} 次检查里使用，涉及 {count} 次检查。"
          + "{#is LATE_ENTRY}{of} 个结果中有 {count} 个在检查结束 {limit} 天以后录入，最晚的是 {measured} 天。"
          + "{#is EDITS_AFTER_RETURN}{of} 次检查中有 {count} 次在结果退回以后改动了 {limit} 项以上的回答，最多的改了 {measured} 项。"
          + "{/when}")
  String sentence(Signal.Kind kind, int count, int of, long measured, long limit);

  @Message("{visits} 次检查已经结束")
  String over(int visits);

  @Message("{found}/{visits}，{rate}")
  String rateOf(int found, int visits, String rate);

  @Message(
      "{#when kind}{#is 'UNITS'}按检查单位{#is 'TASKS'}按任务{#is 'ITEMS'}按事项{#is 'CLASSES'}按信用风险等级{/when}")
  String tableOf(String kind);
}
