package cn.doublerandom.registry.ui;

import cn.doublerandom.registry.subject.CreditRiskClass;
import cn.doublerandom.registry.subject.SubjectKind;
import cn.doublerandom.registry.subject.SubjectStatus;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

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
          + "{#is REVOKED}吊销{#is UNCONFIRMED}待核准{/when}")
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

  @Message("并入 {other}")
  String merged(String other);

  @Message("条目 {other} 并入本条")
  String duplicateTaken(String other);

  @Message("撤回合并")
  String unmerged();

  @Message("{asked} 申请，{agreed} 批准")
  String twoPeople(String asked, String agreed);
}
