package cn.doublerandom.inspection.ui;

import cn.doublerandom.inspection.visit.ExpertSummary;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.LocalDate;

/**
 * What the pages say of experts beside a team; English stands in {@code
 * messages/beside_en.properties}.
 */
@MessageBundle("beside")
public interface BesideWords {
  @Message("专家协助")
  String title();

  @Message("专家和受委托的机构在组外协助，不计入两名执法人员，不签笔录，不作结论。")
  String notOfficers();

  @Message("{#when state}{#is ASKED}待同意{#is BESIDE}协助中{#is DECLINED}未同意{#is TAKEN_BACK}已退回{/when}")
  String stateOf(ExpertSummary.State state);

  @Message("{#when kind}{#is 'PERSON'}专家{#is 'BODY'}机构{/when}")
  String kindOf(String kind);

  @Message("受{principal}委托，委托书{document}，有效期至{until}")
  String entrusted(String principal, String document, LocalDate until);

  @Message("协助事项：{purpose}")
  String purposeIs(String purpose);

  @Message("{on} {who}申请")
  String askedBy(String who, LocalDate on);

  @Message("{on} {who}同意")
  String agreedBy(String who, LocalDate on);

  @Message("{on} {who}不同意：{reason}")
  String declinedBy(String who, LocalDate on, String reason);

  @Message("{on} {who}退回：{reason}")
  String takenBackBy(String who, LocalDate on, String reason);

  @Message("专家意见（{on} {who}记录）：{words}")
  String opinionBy(String words, String who, LocalDate on);

  @Message("申请专家协助")
  String ask();

  @Message("专家库没有今日委托有效的专家或者机构。")
  String nobody();

  @Message("专家或者机构")
  String expert();

  @Message("填写专家库中的编号；今日委托有效的超过 {count} 个，不在这里一一列出。")
  String expertTyped(int count);

  @Message("委托书编号")
  String entrustment();

  @Message("按专家出示的委托书填写。")
  String entrustmentHint();

  @Message("协助事项")
  String purpose();

  @Message("{expert}是否协助")
  String decide(String expert);

  @Message("决定")
  String decision();

  @Message("同意")
  String agree();

  @Message("不同意")
  String decline();

  @Message("理由")
  String reason();

  @Message("决定")
  String decideDo();

  @Message("专家意见")
  String opinion();

  @Message("记录专家意见")
  String noteOpinion();

  @Message("记录{expert}的意见")
  String noteOpinionOf(String expert);

  @Message("退回专家")
  String takeBack();

  @Message("退回{expert}")
  String takeBackOf(String expert);

  @Message("退回以后不再协助，其意见不计入现场检查笔录；经过仍然保留。")
  String takeBackStays();

  @Message("申请{expert}协助（委托书{document}）：{purpose}")
  String saidAsked(String expert, String document, String purpose);

  @Message("同意{expert}协助")
  String saidAgreed(String expert);

  @Message("不同意{expert}协助")
  String saidDeclined(String expert);

  @Message("退回{expert}")
  String saidTakenBack(String expert);

  @Message("{expert}经决定回避")
  String saidRecused(String expert);

  @Message("记录{expert}的意见")
  String saidOpinion(String expert);
}
