package cn.doublerandom.registry.ui;

import cn.doublerandom.registry.readiness.Point;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.LocalDate;

/** What the pages of 抽取前核对 say; English stands in {@code messages/readiness_en.properties}. */
@MessageBundle("readiness")
public interface ReadinessWords {
  @Message("抽取前核对")
  String readiness();

  @Message("“一单两库”应于 {due} 前完善，还剩 {left} 天。")
  String left(LocalDate due, long left);

  @Message("“一单两库”本应于 {due} 前完善，之后逐日保持。")
  String over(LocalDate due);

  @Message(
      "{#when value}{#is ITEMS}抽查事项清单{#is SUBJECTS}检查对象名录库{#is INSPECTORS}执法检查人员名录库{#is EXPERTS}专家库{/when}")
  String directory(Point.Directory value);

  @Message("{entries} 条，数据质量 {score} 分")
  String score(String entries, int score);

  @Message("{open} 项待完善，共 {all} 项。")
  String openPoints(long open, long all);

  @Message("分数是各项“没有问题的条目所占比例”的平均，只舍不入：100 分就是一条不剩。")
  String scoreWhat();

  @Message("还是空的")
  String nothing();

  @Message("没有委托专家，可以不设")
  String notNeeded();

  @Message(
      "分母：年度抽查占比按上年 12 月 31 日在名录里、登记状态为存续的企业计算。第一份名录表里的企业按成立日期计入；以后新入库的，自另一人批准之日起计入，成立日期再早也不计入以前的日期。")
  String denominator();

  @Message("要核对的事")
  String point();

  @Message("待办条数")
  String open();

  @Message("已办好")
  String done();

  @Message("没有待办的条目")
  String none();

  @Message("这一项已经办好。")
  String noneWhy();

  @Message("名称")
  String name();

  @Message("代码或编号")
  String code();

  @Message("名录还是空的")
  String registerEmpty();

  @Message("还没有条目，谈不上办好；请先导入或登记。")
  String registerEmptyWhy();

  @Message("导入")
  String toImport();
}
