package cn.doublerandom.draw.plan.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * What is said of the programme of a batch; English stands in {@code
 * messages/programme_en.properties}.
 */
@MessageBundle("programme")
public interface ProgrammeWords {
  @Message("第 {batch} 期抽查实施方案")
  String title(int batch);

  @Message("第 {number} 期")
  String batchOf(String number);

  @Message("办理进度")
  String progress();

  @Message("制定")
  String stepWrite();

  @Message("批准")
  String stepAgree();

  @Message("公布")
  String stepPublish();

  @Message(
      "{#when value}{#is 'ABSENT'}未制定{#is 'DRAFT'}待批准{#is 'RETURNED'}已退回{#is 'APPROVED'}待公布{#else}已公布{/when}")
  String phaseOf(String value);

  @Message("退回修改")
  String giveBack();

  @Message("退回后由制定人修改、重新提交；您写的意见会显示给制定人。")
  String giveBackStays();

  @Message("修改意见")
  String remarks();

  @Message("{by} 退回：{reason}")
  String returned(String by, String reason);

  @Message("任务编号")
  String task();

  @Message("抽取日期")
  String window();

  @Message("抽查比例")
  String rate();

  @Message("抽查对象范围")
  String scope();

  @Message("发起和联合科（股）室")
  String units();

  @Message("名称")
  String name();

  @Message("文号")
  String documentNumber();

  @Message("检查事项")
  String items();

  @Message("本任务已认领的事项；每户都查所选的各项。")
  String itemsHint();

  @Message("名录里还没有本任务的事项，请写明查什么。")
  String itemsFree();

  @Message("检查日期")
  String days();

  @Message("应在本任务的抽取日期之内。")
  String daysHint();

  @Message("检查自")
  String checkFrom();

  @Message("检查至")
  String checkTo();

  @Message("检查组数")
  String teams();

  @Message("方案写的是 {teams} 个检查组，每组至少 {size} 人；今天可以抽取的执法人员只有 {inspectors} 名，还差 {lacking} 名。请核对组数。")
  String tooFew(int teams, int size, int inspectors, int lacking);

  @Message("计划投入的组数。每户由哪两人检查由抽取随机配对，不按固定的组分派。")
  String teamsHint();

  @Message("培训")
  String training();

  @Message("核查方式")
  String method();

  @Message("联系科室")
  String contact();

  @Message("科室和电话，不写个人姓名。")
  String contactHint();

  @Message("制定实施方案")
  String write();

  @Message("保存，提请批准")
  String save();

  @Message("批准实施方案")
  String approve();

  @Message("由没有参与制定的人批准；批准以后不能再改。")
  String approveHint();

  @Message("公布实施方案")
  String publish();

  @Message("公布以后本期可以抽取（本局“双随机、一公开”实施方案二（二）：及时向社会公开）。")
  String publishHint();

  @Message("各轮抽取")
  String rounds();

  @Message("还没有抽取")
  String noRounds();

  @Message("实施方案公布以后才能抽取。")
  String noRoundsWhy();

  @Message("抽取条件和锁定名单")
  String draw();
}
