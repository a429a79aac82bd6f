package cn.doublerandom.publication.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * What the notice of a draw says in public; English stands in {@code messages/drawn_en.properties}.
 */
@MessageBundle("drawn")
public interface DrawnWords {
  @Message("抽查任务公告 {id}")
  String title(Object id);

  @Message("抽查任务公告")
  String heading();

  @Message("综合查一次：同时为下列任务抽取，被抽中的对象只检查一次。")
  String together();

  @Message("本次抽取未在承诺的时间（{when}，北京时间）之前完成，属于违规。")
  String overdue(String when);

  @Message("本轮只重新抽取检查组，没有另抽检查对象；检查对象和检查结果见原来的抽取：")
  String teamsOnly();

  @Message("本轮作废以前检查完毕的仍然有效；其余对象仍由原来的抽取抽中，未编成检查组。")
  String teamsOnlyVoided();

  @Message("结果公告")
  String resultsNotice();

  @Message("检查组由下列一轮重新抽取，检查的结果列在本次抽取的结果公告中：")
  String teamsBy();

  @Message("该轮已作废")
  String roundVoided();

  @Message("对象有更换，见该轮公告")
  String roundReplaced();

  @Message("本期按实施方案于 {from} 至 {to} 检查，在计划检查期间之内。")
  String visits(Object from, Object to);

  @Message("执法人员不足，本次没有编成检查组：须另行编组（只编组，不另抽对象）以后方可检查。")
  String lacksTeams();

  @Message("抽查名单")
  String list();

  @Message("已抽取 {count} 个，名单密封，检查之后启封，最迟于 {when}（北京时间）。密封值已经公布，名单不能再改。")
  String sealed(Object count, String when);

  @Message("已抽取 {count} 个，名单密封；启封之前已经作废，没有人据此接受检查。验证包仍可下载，供任何人复核。")
  String voidedSealed(Object count);

  @Message("作废时尚未抽取。")
  String voidedBefore();

  @Message("尚未抽取。最迟于 {when}（北京时间）抽取或作废。")
  String notYet(String when);

  @Message("名称")
  String name();

  @Message("登记机关")
  String registrar();

  @Message("名称待收到")
  String namePending();

  @Message("（现名：{name}）")
  String nameNow(Object name);

  @Message("更换")
  String replacements();

  @Message("抽中的对象已经注销、迁出等的，由同层下一个当日存续的候补对象接替；次序由同一随机数决定，不能挑选。")
  String replacementsWhat();

  @Message("本轮已作废，更换随之撤销，抽中的对象仍须检查；接替的候补对象此前已检查完毕的除外。")
  String replacementsVoid();

  @Message("抽中的对象")
  String gone();

  @Message("接替的候补对象")
  String next();

  @Message("日期")
  String day();

  @Message("（名录库当日登记：{state}）")
  String registered(String state);

  @Message("在先的候补当日不能接替，已跳过：")
  String passed();

  @Message("未生效，仍检查抽中的对象：")
  String undone();

  @Message("人工排除")
  String excluded();

  @Message("下列对象在范围之内，但经两人办理不参加本次抽取。")
  String excludedWhat();

  @Message("检查对象")
  String subject();

  @Message("原因和依据")
  String whyExcluded();

  @Message("抽取条件")
  String terms();

  @Message("由组织抽取的人选定，经另一人同意之后才能抽取。")
  String termsWhat();

  @Message("随机从何而来")
  String chance();

  @Message("如何验证")
  String verify();

  @Message("抽取编号")
  String drawId();

  @Message("（第 {number} 轮）")
  String round(Object number);

  @Message("范围内对象")
  String frameSize();

  @Message("承诺值")
  String commitHash();

  @Message("密封值")
  String sealHash();

  @Message("结果值")
  String resultHash();

  @Message("抽取日期")
  String drawnOn();

  @Message("验证包")
  String bundle();

  @Message("下载 {file}")
  String download(Object file);

  @Message("连同验证程序（zip）")
  String withPrograms();

  @Message("在浏览器中验证")
  String inBrowser();

  @Message("本轮在作出承诺之前作废：没有产生随机数，没有抽取任何对象。")
  String neverCommitted();

  @Message("承诺值在产生随机数之前已经公布。验证包含有全部名单、见证人的随机贡献和结果，任何人可用独立验证程序重新计算。")
  String committed();
}
