package cn.doublerandom.publication.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * What the front page of the portal says, with what is overdue and the checkpoints; English stands
 * in {@code messages/portal_en.properties}.
 */
@MessageBundle("portal")
public interface PortalWords {
  @Message("首页")
  String home();

  @Message("{year} 年度抽查公示")
  String headline(Object year);

  @Message("年度")
  String year();

  @Message("查看")
  String show();

  @Message("年度抽查企业占比（目标不低于 3%）")
  String coverage();

  @Message("{part} / {all} 户")
  String firms(Object part, Object all);

  @Message("抽查结果公示率")
  String publication();

  @Message("{part} / {all} 份")
  String results(Object part, Object all);

  @Message("另有 {count} 份公示后撤销，不计入")
  String withdrawn(Object count);

  @Message("按期公示")
  String onTime();

  @Message("份，检查结束后 20 个工作日内")
  String onTimeWhat();

  @Message("逾期未公示")
  String late();

  @Message("截至 {day}")
  String until(Object day);

  @Message("，其中 {count} 份尚未录入")
  String ofThemUnrecorded(Object count);

  @Message("逾期未检查")
  String notHeld();

  @Message("个对象，检查期间已过，截至 {day}")
  String notHeldWhat(Object day);

  @Message("逾期未抽取")
  String undrawn();

  @Message("项任务，抽查时间已过，截至 {day}")
  String undrawnWhat(Object day);

  @Message(
      "{year} 年结束以后，名录库对该年的更正改变了占比：更正之前 {shareBefore}（{partBefore} / {allBefore} 户），更正之后 {share}（{part} / {all} 户）；其中分母移出 {removed} 户，补入 {added} 户。")
  String corrected(
      Object year,
      Object shareBefore,
      Object partBefore,
      Object allBefore,
      Object share,
      Object part,
      Object all,
      Object removed,
      Object added);

  @Message("另计：")
  String apart();

  @Message("{kind} {all} 个，已检查 {part} 个")
  String apartOf(String kind, Object all, Object part);

  @Message("；")
  String semicolon();

  @Message("。")
  String stop();

  @Message(
      "抽查企业占比的分母：{day}在名录库、登记状态为存续的企业（名录库建成以后新入库的，自核准入库之日起计入，与成立日期无关）；项目、车辆、人员等另计。公示率的分母：已录入的结果，加检查结束后逾期未录入的，加抽中而检查期间已过仍未检查完毕的。逾期的一直计入，不随年度清零：逾期未公示的直到公示，逾期未抽取的直到抽取，逾期未检查的直到结果录入；检查期间结束以后不再开始检查，已经开始的可以完成。")
  String basis(String day);

  @Message("以下公告不分年度，最新公示的在前。")
  String allYears();

  @Message("抽查工作计划公告")
  String plans();

  @Message("尚无公告。")
  String none();

  @Message("公告")
  String notice();

  @Message("单位")
  String bureau();

  @Message("任务数")
  String tasks();

  @Message("公示日期")
  String publishedOn();

  @Message("每期抽查实施方案公告")
  String programmes();

  @Message("实施方案")
  String programme();

  @Message("文号")
  String number();

  @Message("任务")
  String task();

  @Message("检查日期")
  String days();

  @Message("抽查任务公告与检查结果公告")
  String draws();

  @Message("抽取编号")
  String drawId();

  @Message("状态")
  String state();

  @Message("范围内")
  String inScope();

  @Message("抽中")
  String drawn();

  @Message("抽取日期")
  String drawnOn();

  @Message("只编组")
  String teamsOnly();

  @Message("未编成检查组")
  String noTeams();

  @Message("逾期")
  String overdue();

  @Message("名单")
  String list();

  @Message("结果")
  String result();

  @Message(
      "{#switch code}{#case 'DRAWN_UP'}制定{#case 'REPORTED'}上报{#case 'PUBLISHED'}公示{#else}{code}{/switch}")
  String stepOf(Object code);

  @Message("、")
  String between();

  @Message("{year} 年度抽查工作计划的{steps}应于 {due} 前完成，至今没有完成。")
  String openStep(Object year, Object steps, Object due);

  @Message("{year} 年度抽查工作计划的{steps}应于 {due} 前完成，逾期后已经补办。")
  String lateStep(Object year, Object steps, Object due);

  @Message("{year} 年度抽查工作计划的{steps}应于 {due} 前完成，逾期后已于 {day} 补办。")
  String lateStepOn(Object year, Object steps, Object due, Object day);

  @Message("逾期未公示、逾期未检查、逾期未抽取")
  String overdueTitle();

  @Message("逾期未公示的检查结果")
  String lateHeading();

  @Message("检查结束后 20 个工作日内应当录入并公示。截至 {day} 逾期 {count} 份；补办之前一直列在这里。")
  String lateWhy(Object day, Object count);

  @Message("没有逾期的结果。")
  String lateNone();

  @Message("检查对象")
  String subject();

  @Message("检查完成日期")
  String finished();

  @Message("期限")
  String due();

  @Message("（暂定）")
  String provisional();

  @Message("已录入，未公示")
  String notPublic();

  @Message("尚未录入")
  String notRecorded();

  @Message("逾期未检查的检查对象")
  String missedHeading();

  @Message("抽中的对象应当在计划和实施方案公布的检查期间内检查完毕。截至 {day} 逾期 {count} 个；结果录入、更换或作废之前一直列在这里。")
  String missedWhy(Object day, Object count);

  @Message("没有逾期未检查的对象。")
  String missedNone();

  @Message("检查期间至")
  String windowTo();

  @Message("期满以后检查完毕，结果未录入")
  String finishedLate();

  @Message("已开始检查，未结束")
  String begun();

  @Message("未编成检查组")
  String withoutTeam();

  @Message("未检查")
  String notInspected();

  @Message("逾期未抽取的抽查任务")
  String undrawnHeading();

  @Message(
      "计划公布的抽查任务应当在抽查时间内抽取，一年抽取几次的每次都要抽取；逾期以后再调整计划的，仍按原来的时间列出。截至 {day} 逾期 {count} 项；抽取以前一直列在这里。")
  String undrawnWhy(Object day, Object count);

  @Message("没有逾期未抽取的任务。")
  String undrawnNone();

  @Message("抽查时间至")
  String drawTo();

  @Message("任务编号")
  String taskId();

  @Message("应抽取 {should} 次，已抽取 {done} 次")
  String drawnTimes(Object should, Object done);

  @Message("未抽取")
  String notDrawn();

  @Message("账本检查点")
  String anchors();

  @Message("每个服务的全部事件按顺序编号并逐条相连，账本每小时封存一次：检查点由该服务签名，并由外部见证人会签。保存任何一行，日后即可证明历史是否被删改。")
  String anchorsWhat();

  @Message("尚无检查点。")
  String noAnchors();

  @Message("服务")
  String service();

  @Message(
      "{#switch code}{#case 'registry'}一单两库{#case 'draw'}抽取{#case 'inspection'}检查{#case 'publication'}公示{#else}{code}{/switch}")
  String ledgerOf(Object code);

  @Message("事件数")
  String events();

  @Message("封存时间（北京时间）")
  String sealedAt();

  @Message("根哈希与签名")
  String root();

  @Message("签名全文")
  String signature();

  @Message("如何核对")
  String howToCheck();

  @Message("最新检查点")
  String newest();

  @Message("格式")
  String format();

  @Message("c2sp.org/tlog-checkpoint，RFC 6962 树，Ed25519 签名")
  String formatWhat();

  @Message("证明")
  String proofs();
}
