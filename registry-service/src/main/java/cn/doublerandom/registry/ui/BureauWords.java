package cn.doublerandom.registry.ui;

import cn.doublerandom.bureau.key.BureauLevel;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of 单位登记簿 say; English stands in {@code messages/bureaus_en.properties}. */
@MessageBundle("bureaus")
public interface BureauWords {
  @Message("单位登记簿")
  String bureaus();

  @Message("本系统为哪些机关服务。登记、变更和停止服务都由一人提出、另一人批准。")
  String why();

  @Message("登记簿还是空的")
  String none();

  @Message("系统启动后会登记第一个机关，请稍后再看。")
  String noneWhy();

  @Message("单位代号")
  String key();

  @Message(
      "6 位行政区划代码，如 130534；同一区划的其他单位后加“.”和小写字母、数字，如 130534.scjg；以“.practice”开头的是演练单位，如 130534.practice，所办一切不会公示。登记后不能更改。")
  String keyHint();

  @Message("演练单位")
  String practice();

  @Message("演练单位：数据应为虚构，各环节照常办理，但什么也不会公示；不能改为正式单位。")
  String practiceMeans();

  @Message("名称")
  String name();

  @Message("单位全称，公示和文书上就这样署名。")
  String nameHint();

  @Message("统一社会信用代码")
  String creditCode();

  @Message("18 位；公示的文书以此代码签发。")
  String creditCodeHint();

  @Message("层级")
  String level();

  @Message("{#when value}{#is PROVINCE}省级{#is CITY}市级{#is COUNTY}县级{/when}")
  String levelOf(BureauLevel value);

  @Message("规则包")
  String rulePacks();

  @Message("国家规则包对所有单位有效；这里选地方规则包。")
  String rulePacksHint();

  @Message("仅国家规则包")
  String nationalOnly();

  @Message("文号格式")
  String documentNumbers();

  @Message("例如 {example}：花括号里是年份和序号，照抄不改。")
  String documentNumbersHint(String example);

  @Message("状态")
  String standing();

  @Message("{#when value}{#is UNREGISTERED}尚未登记{#is OPEN}服务中{#is CLOSED}已停止服务{/when}")
  String standingOf(BureauState value);

  @Message("等待批准")
  String waits();

  @Message("登记一个机关")
  String register();

  @Message("变更登记内容")
  String change();

  @Message("提请批准")
  String ask();

  @Message("须由另一名平台人员批准后生效。")
  String twoPeople();

  @Message("等待批准的内容")
  String waiting();

  @Message("申请人")
  String by();

  @Message("停止服务的理由")
  String closingReason();

  @Message("批准这项申请")
  String approve();

  @Message("您提出的申请由另一人批准；您可以撤回。")
  String own();

  @Message("不批准")
  String decline();

  @Message("撤回申请")
  String withdraw();

  @Message("登记内容保持原样，申请人会看到未获批准。")
  String declineStays();

  @Message("停止服务")
  String close();

  @Message("批准后该机关不能再办理任何事项；已有的记录仍可查阅，也可以重新登记。")
  String closeStays();

  @Message("理由")
  String reason();

  @Message("500 字以内，写明依据。")
  String reasonHint();

  @Message("写明为什么，申请人会在自己的待办页看到。")
  String declineReasonHint();

  @Message("已停止服务：{reason}")
  String closed(String reason);

  @Message("提请登记或变更：{name}")
  String requestedFact(String name);

  @Message("登记：{name}")
  String registeredFact(String name);

  @Message("变更登记内容：{name}")
  String changedFact(String name);

  @Message("提请停止服务")
  String closingFact();

  @Message("停止服务")
  String closedFact();

  @Message("申请未获批准或已撤回")
  String endedFact();

  @Message("安装时自动登记")
  String installation();

  @Message("返回登记簿")
  String back();
}
