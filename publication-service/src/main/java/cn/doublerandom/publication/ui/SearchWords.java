package cn.doublerandom.publication.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.LocalDate;

/**
 * What the search of notices and the page of a firm say; English stands in {@code
 * messages/search_en.properties}.
 */
@MessageBundle("search")
public interface SearchWords {
  @Message("查公示结果")
  String title();

  @Message("查已公示的检查结果：可以只填一项，也可以几项一起填。")
  String what();

  @Message("名称或统一社会信用代码")
  String name();

  @Message("名称的一部分，或代码的开头")
  String nameHint();

  @Message("计划或任务编号")
  String task();

  @Message("如 2023001 或 2023001-001")
  String taskHint();

  @Message("检查结果")
  String code();

  @Message("公示日期自")
  String since();

  @Message("公示日期至")
  String until();

  @Message("检查对象")
  String firm();

  @Message("统一社会信用代码/注册号")
  String credit();

  @Message("抽查任务")
  String ofTask();

  @Message("检查结果")
  String result();

  @Message("公示日期")
  String publishedOn();

  @Message("状态")
  String state();

  @Message("有效")
  String valid();

  @Message("没有符合条件的公示结果")
  String none();

  @Message("请少填几项再查；刚检查完的，结果在检查结束后 20 个工作日内公示。")
  String noneWhy();

  @Message("还没有公示的结果")
  String noneYet();

  @Message("检查结束、结果录入并公示以后，就可以在这里查到。")
  String noneYetWhy();

  @Message("看全部结果")
  String all();

  @Message("查一个检查对象")
  String findFirm();

  @Message("填统一社会信用代码或注册号，看它在哪些抽取里、抽中没有、为什么、结果怎样。")
  String findFirmWhat();

  @Message("查看")
  String open();

  @Message("{name}的抽查情况")
  String firmTitle(Object name);

  @Message("登记状态")
  String registered();

  @Message("登记机关")
  String registrar();

  @Message("这个检查对象是由一份误交的表录入名录的，该次导入已经撤销，自 {day} 起名录中没有这个检查对象。")
  String undone(LocalDate day);

  @Message("它没有参加过抽取，也没有公示过检查结果。如属应当登记的，请联系检查机关。")
  String undoneWhy();

  @Message("在哪些抽取里")
  String draws();

  @Message("在已公开的抽取里没有抽中过，也没有更换或人工排除。")
  String noDraws();

  @Message("抽取编号")
  String drawId();

  @Message("抽取日期")
  String drawnOn();

  @Message("结果")
  String how();

  @Message("为什么")
  String why();

  @Message(
      "{#switch code}{#case 'SELECTED'}抽中{#case 'REPLACED'}抽中后由候补接替{#case 'ALTERNATE'}作为候补接替{#case 'STANDS_BY'}候补，接替未生效，不检查{#case 'EXCLUDED'}人工排除，未参加抽取{#else}{code}{/switch}")
  String howOf(Object code);

  @Message("抽取已作废")
  String voided();

  @Message("最近没有抽中它的抽取，包括它不在名单内、不参加的")
  String others();

  @Message("每次抽取都可以查到它在不在名单内、参加没有（登记状态为停业、注销等的不参加）、为什么没有抽中。")
  String othersWhat();

  @Message("为什么没有抽中")
  String whyNot();

  @Message("为什么抽中")
  String whyDrawn();

  @Message("检查结果")
  String results();

  @Message("没有已公示的结果。")
  String noResults();

  @Message("有异议怎么办")
  String object();

  @Message(
      "认为公示的结果不对，可以向检查机关提出，说明理由并附上证据；检查机关核实以后更正或者撤销，由没有参加检查的人决定。更正前后的内容、理由和日期都留在公告里，任何人可以查看。现场检查时可以陈述、申辩，也可以申请检查人员回避。")
  String objectWhat();

  @Message("检查对象的权利")
  String rights();
}
