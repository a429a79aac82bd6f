package cn.doublerandom.inspection.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.LocalDate;

/** What a subject reads by its code; English stands in {@code messages/door_en.properties}. */
@MessageBundle("door")
public interface DoorWords {
  @Message("谁来检查")
  String title();

  @Message("本页由检查机关提供，供您核对上门人员和检查依据。")
  String intro();

  @Message("检查码")
  String code();

  @Message("六位，写在通知书上或者由执法人员出示，不分大小写。")
  String codeHint();

  @Message("核对")
  String look();

  @Message("执法人员")
  String officers();

  @Message("请看执法人员出示的执法证件，逐人核对姓名、证号、单位和有效期。括号里是名录中的编号。人数不得少于两人。")
  String officersHint();

  @Message("执法证号")
  String certificate();

  @Message("他的姓名和证号这里暂时查不到。请看他出示的执法证件；拿不准的，可以凭编号向检查机关核对，核对以前可以不接受检查。")
  String unnamed();

  @Message("协助检查的专家和机构")
  String experts();

  @Message("他们受委托在组外协助，不是执法人员。请对照其出示的委托书核对编号和有效期。")
  String expertsHint();

  @Message("编号")
  String number();

  @Message("单位")
  String unit();

  @Message("证件有效期至")
  String valid();

  @Message("今日不得执法")
  String unfit();

  @Message("今日可以执法")
  String fit();

  @Message("检查依据")
  String why();

  @Message("检查对象")
  String subject();

  @Message("抽查计划、任务")
  String plan();

  @Message("抽取")
  String draw();

  @Message("本单位由公开抽取产生，抽取过程可以复核。")
  String drawn();

  @Message("查看并复核抽取")
  String verify();

  @Message("实施方案")
  String programme();

  @Message("检查期间")
  String window();

  @Message("{on} 经批准")
  String approved(LocalDate on);

  @Message("行政检查审批")
  String approval();

  @Message("检查事项")
  String items();

  @Message("只检查以下事项，清单以外不检查。")
  String itemsHint();

  @Message("依据")
  String basis();

  @Message("您的权利")
  String rights();

  @Message("人员不足两人、不出示执法证件或者与本页不符的，可以拒绝检查。")
  String rightToPapers();

  @Message("清单以外的事项可以拒绝检查。")
  String rightToTheList();

  @Message("认为检查人员、协助的专家或者机构与您有利害关系的，可以申请回避。")
  String rightToRecusal();

  @Message("可以陈述、申辩，可以在笔录上写明意见；对结果有异议的，可以在公示后提出。")
  String rightToAView();

  @Message("申请回避")
  String recuse();

  @Message("由本组以外的人决定；决定以前不开始检查。请勿填写与申请无关的个人信息。")
  String recuseStays();

  @Message("检查人员，或者协助的专家、机构")
  String who();

  @Message("理由")
  String reason();

  @Message("提出申请")
  String ask();

  @Message("申请已经收到，等待决定。")
  String asked();

  @Message("检查已经开始，回避申请请当场向执法人员提出。")
  String begun();

  @Message("出示检查码")
  String shown();

  @Message("生成检查码")
  String issue();

  @Message("请检查对象用手机扫描，或者在公示网站输入。")
  String showHint();
}
