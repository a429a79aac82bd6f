package cn.doublerandom.draw.drawing.files;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the papers of a draw say, {@code drawpaper:} in a template; in Chinese here. */
@MessageBundle(value = "drawpaper", locale = "zh-CN")
public interface DrawPaperWords {
  @Message("抽取名单")
  String list();

  @Message("抽取记录")
  String record();

  @Message("本次抽取已经作废，仅供查考")
  String isVoid();

  @Message("第 {part} 部分，共 {parts} 部分：第 {first} 至 {last} 户。签名在最后一部分。")
  String part(int part, int parts, int first, int last);

  @Message("抽取概况")
  String about();

  @Message("抽取编号")
  String drawId();

  @Message("计划与任务编号")
  String task();

  @Message("轮次")
  String round();

  @Message("抽取日期")
  String executedOn();

  @Message("检查期间")
  String days();

  @Message("{from} 至 {to}")
  String daysFromTo(java.time.LocalDate from, java.time.LocalDate to);

  @Message("抽样框")
  String frame();

  @Message("范围内 {all} 户，可抽取 {eligible} 户")
  String frameOf(int all, int eligible);

  @Message("抽中")
  String drawn();

  @Message("{count} 户")
  String drawnOf(int count);

  @Message("承诺值")
  String commitHash();

  @Message("种子")
  String seed();

  @Message("结果值")
  String resultHash();

  @Message("密封盐值")
  String salt();

  @Message("检查事项")
  String items();

  @Message("事项")
  String item();

  @Message("事项编码")
  String itemCode();

  @Message("类别")
  String itemKind();

  @Message("重点")
  String keyItem();

  @Message("一般")
  String generalItem();

  @Message("序号")
  String number();

  @Message("检查对象")
  String subject();

  @Message("统一社会信用代码或编号")
  String subjectCode();

  @Message("执法检查人员")
  String team();

  @Message("检查任务")
  String tasks();

  @Message("未编成检查组")
  String noTeam();

  @Message("没有抽中任何检查对象。")
  String nobody();

  @Message("抽取后的更换（现由谁检查）")
  String changed();

  @Message("不再检查")
  String notVisited();

  @Message("执法检查人员不足，尚缺 {people} 人。")
  String missing(int people);

  @Message("{words}")
  String classOf(String stratum, String words);

  @Message("各层抽取数")
  String strata();

  @Message("层（信用风险等级）")
  String stratum();

  @Message("范围内")
  String inScope();

  @Message("可抽取")
  String eligible();

  @Message("抽查比例")
  String rate();

  @Message("期望数")
  String expected();

  @Message("经过")
  String steps();

  @Message("步骤")
  String step();

  @Message("日期（北京时间）")
  String when();

  @Message("内容")
  String what();

  @Message("总数按抽查比例算出，有零头的进为 1 户，至少 1 户；期望数是总数按比例分到各层的份额，有零头的由种子决定是取整数部分还是多取 1 户。")
  String expectedWhat();

  @Message("锁定名单")
  String frozen();

  @Message("锁定检查对象 {subjects} 户、执法检查人员 {inspectors} 名；适用的规则包：{rulePack}。")
  String frozenWhat(int subjects, int inspectors, String rulePack);

  @Message("同意抽取条件")
  String agreed();

  @Message("由未经手的第二人同意。")
  String agreedWhat();

  @Message("公布承诺")
  String committed();

  @Message("公布承诺值；最迟于 {executeBy}（北京时间）抽取。")
  String committedWhat(String executeBy);

  @Message("执行抽取")
  String executed();

  @Message("由种子算出结果，抽中 {drawn} 户。")
  String executedWhat(int drawn);

  @Message("不参加抽取的检查对象")
  String excluded();

  @Message("原因")
  String reason();

  @Message("户数")
  String count();

  @Message(
      "{#switch code}{#case 'SUSPENDED'}停业{#case 'CAP_REACHED'}本年度检查次数已达上限{#case 'ANNUAL_CAP'}本年度检查次数已达上限{#case 'RECENTLY_INSPECTED'}距上次检查不足规定间隔{#case 'UNDER_INVESTIGATION'}正在立案调查{#case 'OTHER'}其他（经两人批准）{#else}{code}{/switch}")
  String reasonOf(String code);

  @Message("随机数的来源")
  String chance();

  @Message(
      "{#switch kind}{#case 'ceremony'}随机数由统筹人员与各见证人共同产生：各人事先公布承诺，承诺公布之后才揭示。只要其中一人诚实，谁也左右不了结果。{#case 'lottery'}随机数取自事先指明的一期公共彩票的开奖号码，由两人分别录入且一致。{#case 'drand'}随机数取自事先指明的一轮公共随机信标 drand。{/switch}")
  String chanceOf(String kind);

  @Message("由谁")
  String source();

  @Message("事先公布")
  String promised();

  @Message("揭示")
  String came();

  @Message("统筹人员")
  String operator();

  @Message("见证人：{name}")
  String witnessNamed(String name);

  @Message("核对人")
  String checker();

  @Message("监督人")
  String supervisor();

  @Message("本名单由系统按公布的种子算出，以下人员在场确认。")
  String signedList();

  @Message("以上记录与现场经过一致。")
  String signedCourse();

  @Message("以上名单、承诺、种子和结果与现场一致。见证人的指定、解除和交存、公布等全部经过，以本局打印的抽取记录为准。")
  String signedRecord();
}
