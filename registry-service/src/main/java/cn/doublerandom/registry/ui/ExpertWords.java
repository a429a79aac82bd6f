package cn.doublerandom.registry.ui;

import cn.doublerandom.registry.expert.ExpertDetails;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.LocalDate;

/** What the pages of 专家库 say; English stands in {@code messages/experts_en.properties}. */
@MessageBundle("experts")
public interface ExpertWords {
  @Message("专家库")
  String experts();

  @Message("受委托参与抽查的专业人员和专业机构；他们随同执法检查人员工作，不参加抽取。")
  String what();

  @Message("编号、领域或委托机关")
  String search();

  @Message("类别")
  String kind();

  @Message("{#when value}{#is PERSON}专业人员{#is BODY}专业机构{/when}")
  String kindOf(ExpertDetails.Kind value);

  @Message("今天可否参与")
  String standing();

  @Message("可以参与")
  String entrusted();

  @Message("不可参与")
  String notEntrusted();

  @Message("编号")
  String number();

  @Message("专家库自己的编号，如 ZJ001。")
  String numberHint();

  @Message("名称")
  String name();

  @Message("专业人员写姓名，保存时加密；专业机构写全称。")
  String nameHint();

  @Message("专业领域")
  String fields();

  @Message("几个领域用顿号隔开，如 桥梁检测、危险货物。")
  String fieldsHint();

  @Message("委托机关")
  String principal();

  @Message("委托书文号")
  String document();

  @Message("委托自")
  String validFrom();

  @Message("委托至")
  String validUntil();

  @Message("最后一天，含当日。")
  String validUntilHint();

  @Message("没有符合条件的专家")
  String none();

  @Message("请减少条件；或者登记一名专家。")
  String noneWhy();

  @Message("登记一名专家或一家机构")
  String enter();

  @Message("登记入库")
  String enterThis();

  @Message("更改登记")
  String change();

  @Message("更改登记")
  String changeThis();

  @Message("登记的内容")
  String entry();

  @Message("{day} 起已退出专家库：{why}")
  String withdrawn(LocalDate day, String why);

  @Message("将于 {day} 退出专家库：{why}")
  String leaves(LocalDate day, String why);

  @Message("已退出专家库：{why}")
  String withdrawnAlways(String why);

  @Message("退出专家库")
  String withdraw();

  @Message("退出后不能再参与抽查；登记和经过保留，可以重新登记入库。")
  String withdrawStays();

  @Message("退出的原因")
  String withdrawReason();

  @Message("如委托到期不再续签；500 字以内。")
  String withdrawReasonHint();

  @Message("自哪一天起退出")
  String effective();

  @Message("不填即今天。")
  String effectiveHint();

  @Message("申请删除姓名")
  String erase();

  @Message("批准后姓名永远无法再读，任何人都不能恢复；须由审批人批准。")
  String eraseStays();

  @Message("删除的原因")
  String eraseReason();

  @Message("登记入库")
  String registered();

  @Message("更改登记")
  String revised();

  @Message("{day} 起退出专家库")
  String withdrawnFact(LocalDate day);

  @Message("退出专家库")
  String withdrawnAtOnce();

  @Message("告知其他系统")
  String told();
}
