package cn.doublerandom.draw.drawing.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * What is said of the terms of the next round of a task; English stands in {@code
 * messages/terms_en.properties}.
 */
@MessageBundle("terms")
public interface TermsPageWords {
  @Message("{task}：抽取条件")
  String title(String task);

  @Message("先预览，再锁定名单。锁定以后名单、执法人员和条件都不再改；另一名审批人同意条件以后才能公布承诺值。")
  String intro();

  @Message("第 {number} 席")
  String seat(int number);

  @Message("第 {number} 席还须具备")
  String also(int number);

  @Message("任何执法人员")
  String any();

  @Message("不另要求")
  String nothingElse();

  @Message("减少一席")
  String fewer();

  @Message("增加一席")
  String more();

  @Message("计划写的是“{written}”：抽取只按其中一个数，没有用到“{unused}”。请核对抽取的户数是否符合计划；不符合的，先在计划中写明按哪个数。")
  String numberUnused(String written, String unused);

  @Message("每层候补（户）")
  String alternates();

  @Message("每名执法人员本次最多（户）")
  String cap();

  @Message("抽查下限")
  String floor();

  @Message("法定最低比例，例如 3/100；按计划抽得更多的不受影响。")
  String floorHint();

  @Message("每户一年最多抽中（次）")
  String annualCap();

  @Message("规则包已有规定的，以规则包为准。")
  String annualCapHint();

  @Message("两次抽中至少间隔（天）")
  String interval();

  @Message("下限和频次")
  String limits();

  @Message("预览")
  String tryIt();

  @Message("预览结果")
  String found();

  @Message("预览不保存任何东西，也不告诉任何人的名字；同样的条件锁定时可能因名录变化而不同。")
  String foundWhy();

  @Message("名单较大，正在计算；过几秒刷新。")
  String waits();

  @Message("刷新")
  String refresh();

  @Message("范围内")
  String frame();

  @Message("可抽")
  String eligible();

  @Message("抽取")
  String size();

  @Message("执法人员")
  String inspectors();

  @Message("{count} 户")
  String households(String count);

  @Message("{count} 人")
  String people(String count);

  @Message("检查组能够配齐。")
  String teamsFit();

  @Message("检查组配不齐，缺 {count} 人。")
  String teamsLack(int count);

  @Message("现在不能锁定：{text}")
  String cannotFreeze(String text);

  @Message("{count} 名执法人员的回避申请还没有决定。")
  String recusalsWaiting(int count);

  @Message("锁定名单")
  String freeze();

  @Message("锁定以后本轮名单不能再改；要改只能由两人作废本轮，轮次号用去。")
  String freezeStays();

  @Message("人工排除")
  String exclusions();

  @Message("下一轮不参加抽取的检查对象，一人提出、另一人同意，连同原因和证据公开。")
  String exclusionsWhy();

  @Message("一轮抽取正在进行，名单已经锁定，不能再排除。")
  String exclusionsClosed();

  @Message("没有人工排除")
  String exclusionsNone();

  @Message("提出排除")
  String exclude();

  @Message("被排除的留在名单上，写明不参加抽取的原因；另一名审批人同意以后才有效。")
  String excludeStays();

  @Message("检查对象代码")
  String subject();

  @Message("依据")
  String code();

  @Message("{#when value}{#is 'UNDER_INVESTIGATION'}正在立案调查{#else}其他{/when}")
  String codeOf(String value);

  @Message("原因")
  String reason();

  @Message("写明事实，500 字以内；将公开。")
  String reasonHint();

  @Message("证据")
  String evidence();

  @Message("文书的名称、文号和日期。")
  String evidenceHint();

  @Message("文书的 SHA-256")
  String documentHash();

  @Message("提出人")
  String by();

  @Message("状态")
  String state();

  @Message("{account} 已同意")
  String agreedBy(String account);

  @Message("等待另一人同意")
  String waitsAgree();

  @Message("同意排除")
  String agree();

  @Message("不同意")
  String decline();

  @Message("该对象照常参加抽取，申请和理由留在本页；可以重新提出。")
  String declineStays();

  @Message("不同意的理由")
  String declineReason();

  @Message("撤回申请")
  String withdraw();

  @Message("申请作废，申请和理由留在本页；可以重新提出。")
  String withdrawStays();

  @Message("撤回的理由")
  String withdrawReason();

  @Message("未成立的排除申请")
  String ended();

  @Message("{account} 不同意：{reason}")
  String declinedBy(String account, String reason);

  @Message("{account} 撤回：{reason}")
  String withdrawnBy(String account, String reason);

  @Message("实施方案和各轮")
  String programme();
}
