package cn.doublerandom.draw.plan.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the page of the checks says; English stands in {@code messages/plancheck_en.properties}. */
@MessageBundle("plancheck")
public interface CheckWords {
  @Message("年度抽查企业占比")
  String coverage();

  @Message("已抽中的和将抽的合计至多 {inspected} 户，登记 {enterprises} 户（{basis}）")
  String coverageOf(String inspected, String enterprises, String basis);

  @Message("上年12月31日在名录库、存续的企业；后来入库的自核准入库之日起计入，与成立日期无关")
  String basis();

  @Message("不低于规则规定的下限 {floor}")
  String coverageMet(String floor);

  @Message("低于规则规定的下限 {floor}")
  String coverageBelow(String floor);

  @Message("规则没有规定下限")
  String noFloor();

  @Message("全年检查次数")
  String visits();

  @Message("合并后少 {count} 次")
  String visitsSaved(String count);

  @Message("人均次数")
  String perInspector();

  @Message("可抽取检查人员 {inspectors} 名，每组 {team} 名")
  String staff(String inspectors, String team);

  @Message("没有任务的事项")
  String uncovered();

  @Message("已认领而今年没有任务")
  String uncoveredOf();

  @Message("各任务的规模")
  String sizes();

  @Message("范围内")
  String inScopeHead();

  @Message("每批抽取")
  String drawnHead();

  @Message("批次")
  String batchesHead();

  @Message("待定")
  String openNumber();

  @Message("各月可抽取的任务数")
  String months();

  @Message("项")
  String monthUnit();

  @Message("请留意")
  String warnings();

  @Message("没有需要留意的。")
  String noWarnings();

  @Message("分类比例与总体上限")
  String conflicts();

  @Message("任务 {task}：分类合计 {tiers} 户，上限 {cap} 户，超出 {excess} 户")
  String conflictLine(String task, String tiers, String cap, String excess);

  @Message("没有冲突。")
  String noConflicts();

  @Message("任务 {task}：风险较高的等级比例反而较低")
  String notMonotone(String task);

  @Message("说明理由")
  String justify();

  @Message("{item}：说明今年不安排任务的理由")
  String justifyItem(String item);

  @Message("已说明理由")
  String justifiedItems();

  @Message("每项已认领的事项今年都有任务。")
  String allCovered();

  @Message("对象重合与合并建议")
  String overlaps();

  @Message("几项任务检查同一批对象时，合并抽取、一次检查（综合查一次）。")
  String overlapsLead();

  @Message("重合的任务")
  String pairs();

  @Message("共同对象")
  String commonSubjects();

  @Message("共同事项")
  String commonItems();

  @Message("少跑次数")
  String saves();

  @Message("不能合并的原因")
  String obstacle();

  @Message("没有任务检查同一批对象。")
  String noPairs();

  @Message("建议合并：{tasks}")
  String proposal(String tasks);

  @Message("分开 {apart} 次，合并 {together} 次，少 {saved} 次；抽取日期 {from} 至 {to}")
  String proposalOf(String apart, String together, String saved, String from, String to);

  @Message("合并这些任务")
  String combine();

  @Message("几项任务检查同一批对象，综合查一次")
  String combineReason();

  @Message("计划批准后，合并须两人作出同样的决定。")
  String combineTwo();

  @Message("已合并：{tasks}")
  String combined(String tasks);

  @Message("{by} 申请合并 {tasks}，等另一人同意")
  String askedTogether(String by, String tasks);

  @Message("{by} 申请将 {task} 恢复单独抽取，等另一人同意")
  String askedApart(String by, String task);

  @Message("同意")
  String agree();

  @Message("恢复单独抽取")
  String separate();

  @Message("恢复后各任务各自抽取、各自检查；合并过的记录留在“经过”中。")
  String separateStays();

  @Message("试算")
  String whatIf();

  @Message("换几个数看看结果；不保存，也不改计划。")
  String whatIfLead();

  @Message("年度下限（分数，如 5/100）")
  String tryFloor();

  @Message("试算")
  String tryIt();

  @Message("现在")
  String asItIs();

  @Message("试算")
  String asTried();

  @Message("试算结果")
  String triedResult();

  @Message("{task} 的比例")
  String quotaOfTask(String task);

  @Message("{name}")
  String itemName(String name);

  @Message("事项编码")
  String codeOfItem();
}
