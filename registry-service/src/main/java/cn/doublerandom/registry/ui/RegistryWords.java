package cn.doublerandom.registry.ui;

import cn.doublerandom.registry.subject.CreditRiskClass;
import cn.doublerandom.registry.subject.SubjectKind;
import cn.doublerandom.registry.subject.SubjectStatus;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.LocalDate;

/** What the pages of 一单两库 say; English stands in {@code messages/registry_en.properties}. */
@MessageBundle("registry")
public interface RegistryWords {
  @Message("检查对象")
  String subjects();

  @Message("名称或代码")
  String nameOrCode();

  @Message("至少两个字，或代码开头")
  String nameOrCodeHint();

  @Message("名称")
  String name();

  @Message("代码")
  String code();

  @Message("类型")
  String kind();

  @Message("监管标签")
  String labels();

  @Message("信用风险等级")
  String riskClass();

  @Message("登记状态")
  String status();

  @Message("登记机关")
  String registrar();

  @Message("成立日期")
  String since();

  @Message("住所")
  String address();

  @Message("截至日期")
  String asOf();

  @Message("没有符合条件的检查对象")
  String noneFound();

  @Message("请减少条件，或换一个截至日期。")
  String noneFoundWhy();

  @Message("名录库还是空的")
  String noneYet();

  @Message("检查对象由名录管理人员导入或登记。")
  String noneYetWhy();

  @Message("下载模板，填好后交来核对；核对无误再导入。")
  String noneYetYours();

  @Message("导入检查对象名录")
  String toImport();

  @Message("查看全部")
  String showAll();

  @Message("变更登记状态")
  String changeStatus();

  @Message("申请变更")
  String askChange();

  @Message("注销、迁出、吊销、停业及恢复，须由另一人批准后才生效；原登记保留在“经过”中。")
  String changeStatusStays();

  @Message("变更为")
  String becomes();

  @Message("自哪一天起")
  String from();

  @Message("变更原因")
  String reason();

  @Message("写明依据，如登记机关的文书；500 字以内。")
  String reasonHint();

  @Message("等待批准：{asked}。申请人 {by}。")
  String waiting(String asked, String by);

  @Message(
      "{#when value}{#is ACTIVE}存续{#is SUSPENDED}停业{#is CANCELLED}注销{#is MOVED_OUT}迁出"
          + "{#is REVOKED}吊销{#is ANNULLED}撤销登记{#is UNCONFIRMED}待核准{/when}")
  String stateOf(SubjectStatus value);

  @Message(
      "{#when value}{#is ENTERPRISE}企业{#is INDIVIDUAL_BUSINESS}个体工商户{#is COOPERATIVE}农民专业合作社"
          + "{#is PROJECT}工程项目{#is VEHICLE}车辆{#is VESSEL}船舶{#is STATION}场站{#is GRID}网格"
          + "{#is PUBLIC_BODY}机关事业单位{#is PERSON}从业人员{/when}")
  String kindOf(SubjectKind value);

  @Message("{#when value}{#is NONE}未分类{#else}{value}{/when}")
  String riskOf(CreditRiskClass value);

  @Message("登记入库")
  String registered();

  @Message("修改登记")
  String revised();

  @Message("登记状态变更为“{state}”，自 {day} 起")
  String statusChanged(String state, String day);

  @Message("申请将登记状态变更为“{state}”，自 {day} 起")
  String statusRequested(String state, String day);

  @Message("不予批准所申请的变更")
  String statusDeclined();

  @Message("撤回所申请的变更")
  String statusWithdrawn();

  @Message("信用风险等级定为 {risk}")
  String reclassified(String risk);

  @Message("申请并入 {other}")
  String mergeRequested(String other);

  @Message("申请撤回合并")
  String unmergeRequested();

  @Message("不予批准所申请的合并或撤回合并")
  String mergeDeclined();

  @Message("撤回所申请的合并或撤回合并")
  String mergeWithdrawn();

  @Message("并入 {other}")
  String merged(String other);

  @Message("条目 {other} 并入本条")
  String duplicateTaken(String other);

  @Message("导入被撤销，自 {day} 起恢复为导入前的内容")
  String importUndone(String day);

  @Message("撤回合并")
  String unmerged();

  @Message("行政区划")
  String region();

  @Message("六位代码；两位是省，四位是市")
  String regionHint();

  @Message("行业")
  String industry();

  @Message("管辖单位")
  String responsibleUnit();

  @Message("重点领域")
  String keyField();

  @Message("显示哪些列")
  String columns();

  @Message(
      "{#when value}{#is CODE}代码{#is KIND}类型{#is STATUS}登记状态{#is RISK}信用风险等级{#is LABELS}监管标签"
          + "{#is REGION}行政区划{#is INDUSTRY}行业{#is UNIT}管辖单位{#is REGISTRAR}登记机关{#is SINCE}成立日期"
          + "{#is ADDRESS}住所{/when}")
  String columnOf(SubjectColumn value);

  @Message("给勾选的对象增减监管标签")
  String labelMany();

  @Message("先在表中勾选，再写明增加、去掉哪些标签。须由审批人批准后生效，整批批准或者整批不批。")
  String labelManyWhat();

  @Message("增加的标签")
  String labelsAdded();

  @Message("去掉的标签")
  String labelsRemoved();

  @Message("几个标签用顿号隔开。")
  String labelsHint();

  @Message("理由")
  String labelsReason();

  @Message("如 2023 年重点监管名单；500 字以内。")
  String labelsReasonHint();

  @Message("提请批准")
  String askLabels();

  @Message("勾选的对象都已经是这样，没有要改的。")
  String labelsUnchanged();

  @Message("有联系的条目")
  String links();

  @Message("建设单位或所有人")
  String owner();

  @Message("施工单位")
  String contractor();

  @Message("名录中没有这一条目")
  String notOnRegister();

  @Message("以本条为建设、施工单位或所有人的条目")
  String namedBy();

  @Message("这里列出前 {count} 条，还有其他条目。")
  String namedByOthers(int count);

  @Message("自 {day} 起本条并入 {into}，不再抽取；此前照常抽取。")
  String mergesInto(String into, LocalDate day);

  @Message("类型（车辆、船舶、场站、岗位）")
  String category();

  @Message("许可证")
  String licences();

  @Message("有效期至 {day}")
  String licenceUntil(LocalDate day);

  @Message("编码说明")
  String codeReason();

  @Message("本条已并入 {into}，不再抽取。")
  String mergedInto(String into);

  @Message("申请并入 {into}，等待批准。")
  String mergeWaits(String into);

  @Message("申请撤回合并，等待批准。")
  String unmergeWaits();

  @Message("去看这份申请")
  String toRequest();

  @Message("与另一条目合并")
  String mergeThis();

  @Message("本条是重复登记时，并入另一条目，由那一条参加抽取；须由审批人批准。本条和经过都保留，可以撤回合并。")
  String mergeStays();

  @Message("并入哪一条目（代码）")
  String mergeInto();

  @Message("合并的理由")
  String mergeReason();

  @Message("申请合并")
  String askMerge();

  @Message("撤回合并")
  String unmergeThis();

  @Message("撤回后本条重新单独存在，可以被抽取；须由审批人批准。")
  String unmergeStays();

  @Message("撤回的理由")
  String unmergeReason();

  @Message("申请撤回合并")
  String askUnmerge();
}
