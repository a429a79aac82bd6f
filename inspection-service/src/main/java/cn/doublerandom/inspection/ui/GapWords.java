package cn.doublerandom.inspection.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.LocalDate;

/**
 * What the pages say of a record that is not signed by everybody; English stands in {@code
 * messages/gaps_en.properties}.
 */
@MessageBundle("gaps")
public interface GapWords {
  @Message("签名缺项")
  String title();

  @Message("还没有签名：{who}。签齐以后才能录入结果。")
  String missing(String who);

  @Message("确实不能补签")
  String ask();

  @Message("先由本人签名，再逐个写明原因；由另一人（已签名的另一名检查人员、单位负责人或者法制安全科）同意以后才能录入。记录、案卷和公示前的页面上一直写着缺谁的签名。")
  String askStays();

  @Message("{who}不能签名的原因")
  String reasonOf(String who);

  @Message("例如：检查当天突发疾病住院；检查对象的负责人一直联系不上。")
  String reasonHint();

  @Message("申请不补签录入")
  String askDo();

  @Message("您自己还没有签名，先去签名，才能说明别人为什么不能签。")
  String signFirst();

  @Message("{by} 于 {on} 申请不补签录入，等待另一人同意")
  String waits(String by, LocalDate on);

  @Message("{by} 于 {on} 申请，{agreed} 于 {agreedOn} 同意：以下签名不补")
  String agreed(String by, LocalDate on, String agreed, LocalDate agreedOn);

  @Message("缺{who}的签名：{reason}")
  String line(String who, String reason);

  @Message("同意不补签录入")
  String agree();

  @Message("请先核对每一项结论：同意就是对缺签名的记录负责。")
  String agreeWhy();

  @Message("退回，要求补签")
  String decline();

  @Message("收回申请")
  String takeBack();

  @Message("申请和理由保留在“经过”中；以后还可以再申请。")
  String declineStays();

  @Message("理由")
  String reason();

  @Message("没有原因，也没有他人同意（当时的系统不要求）：缺{who}的签名。")
  String unexplained(String who);

  @Message("不同意这些结论")
  String dispute();

  @Message("没有签名的检查人员可以不同意。写明哪一项、为什么；以后各项重新填写，两人都签名才能录入。检查结束的日期不变。")
  String disputeStays();

  @Message("哪一项，为什么")
  String disputeReason();

  @Message("{by} 于 {on} 不同意结论：{why}")
  String disputed(String by, LocalDate on, String why);

  @Message("各项可以重新填写；{by} 签名以后才算同意。")
  String disputedWhy(String by);

  @Message("申请不补签录入，缺{who}的签名")
  String saidAsked(String who);

  @Message("同意不补签录入")
  String saidAgreed();

  @Message("退回不补签录入的申请")
  String saidDeclined();

  @Message("不同意结论")
  String saidDisputed();

  @Message("检查对象")
  String theSubject();
}
