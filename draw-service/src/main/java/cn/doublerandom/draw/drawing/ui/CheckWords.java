package cn.doublerandom.draw.drawing.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * What the public pages of draws say: the check of a draw, and how all draws look together; English
 * stands in {@code messages/check_en.properties}.
 */
@MessageBundle("check")
public interface CheckWords {
  @Message("在线验证")
  String title();

  @Message("验证在您自己的浏览器里进行：名单、承诺值、随机数、抽中的对象和检查组全部重新计算，逐项比对。验证包不会上传到任何地方。")
  String what();

  @Message("抽取编号")
  String drawId();

  @Message("验证")
  String check();

  @Message("或选择已下载的验证包（.json）")
  String file();

  @Message("本页需要 JavaScript。也可下载验证包（zip），用其中的 verify.py 验证。")
  String needsScript();

  @Message("本页不验证的")
  String limits();

  @Message(
      "drand 信标的 BLS 签名，本页、zip 内的程序和命令行验证程序都不核对，只在抽取时由本系统核对过一次；要自行确认，请按验证包里的轮次向 drand 的公开节点取同一轮的签名和随机数，逐字比对。账本证明由命令行验证程序核对；彩票号码请与官方公告核对。")
  String limitsDrand();

  @Message("不信任本网站的人应当使用从别处取得的验证程序：可单独在 node 中运行的一个文件，zip 内另有不到 80 行的 verify.py。")
  String limitsTrust();

  @Message("公平性监测")
  String fairness();

  @Message("把历次公开的抽取放在一起，看它们是否与纯随机一致。概率很小（低于 0.01）不等于舞弊，但值得追问。")
  String fairnessWhat();

  @Message("数据亦以 JSON 公开")
  String asData();

  @Message("已公开的抽取")
  String draws();

  @Message("另有作废 {count} 次")
  String voided(Object count);

  @Message("抽中的检查对象")
  String subjects();

  @Message("检查组 {count} 组")
  String teams(Object count);

  @Message("抽签号分布（K–S 检验的概率）")
  String tickets();

  @Message("尚无公开的抽取")
  String noDraws();

  @Message("{count} 个号，最大偏差 {distance}")
  String ticketsOf(Object count, Object distance);

  @Message("回避")
  String recusals();

  @Message("抽取前已申报")
  String recusalsWhat();

  @Message("各层抽中是否均匀")
  String strata();

  @Message("检查对象按与随机数无关的校验码分为 16 组，比较各组抽中的个数与应有的个数（χ² 检验）。“概率”是纯随机也会偏离这么远的可能性。")
  String strataWhat();

  @Message("层")
  String stratum();

  @Message("抽中")
  String drawn();

  @Message("自由度")
  String degrees();

  @Message("概率")
  String probability();

  @Message("人为改动")
  String byHand();

  @Message("种类")
  String kind();

  @Message("次数")
  String times();

  @Message("比例")
  String share();

  @Message(
      "{#switch code}{#case 'VOIDED'}作废{#case 'REPLACED'}检查对象递补{#case 'SUBSTITUTED'}执法人员更换{#case 'EXCLUDED'}人工排除检查对象{#else}{code}{/switch}")
  String rateOf(Object code);

  @Message("搭档次数最多的执法人员")
  String pairs();

  @Message("尚无检查组。")
  String noTeams();

  @Message("显示 {count} 对（只列编号）")
  String showPairs(Object count);

  @Message("执法人员编号")
  String inspectors();

  @Message("同组次数")
  String together();
}
