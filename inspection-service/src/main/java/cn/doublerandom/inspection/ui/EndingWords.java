package cn.doublerandom.inspection.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.LocalDate;

/**
 * What the pages say of a visit that one ended and another has to agree to; English stands in
 * {@code messages/ending_en.properties}.
 */
@MessageBundle("ending")
public interface EndingWords {
  @Message("{by} 于 {on} 结束检查，等待本组另一人同意。")
  String asked(String by, LocalDate on);

  @Message("您于 {on} 结束检查，等待 {others} 用自己的账号同意。同意以前还可以改；改了任何一项，须重新结束。")
  String waits(LocalDate on, String others);

  @Message("{by} 于 {on} 结束检查，以后又有改动：须重新结束。")
  String lapsed(String by, LocalDate on);

  @Message("请逐项看过结论。您同意以后检查结束，结论不能再改；录入和公示的 20 个工作日从 {on} 的次日起算。")
  String agreeWhy(LocalDate on);

  @Message("同意结束检查")
  String agree();

  @Message("写明哪一项、为什么。检查继续，各项可以重新填写，改好以后重新结束。")
  String disputeStays();

  @Message("本组没有别人能同意")
  String inPlace();

  @Message("检查在 {on} 结束。您和原因写入“经过”；没有签名的人仍须签名，或者另行写明不能签名的原因。")
  String inPlaceStays(LocalDate on);

  @Message("本组其他人为什么不能同意")
  String reason();

  @Message("例如：检查当天突发疾病住院。")
  String reasonHint();

  @Message("结束检查，等待本组另一人同意")
  String saidAsked();

  @Message("同意结束检查")
  String saidAgreed();

  @Message("代替本组人员同意结束检查")
  String saidInPlace();
}
