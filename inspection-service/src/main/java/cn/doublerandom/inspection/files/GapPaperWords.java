package cn.doublerandom.inspection.files;

import cn.doublerandom.inspection.visit.SubjectSignature;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.LocalDate;

/**
 * What papers say of who stands on them, how a record was signed and where it is not by everybody,
 * {@code gappaper:} in a template; in Chinese alone as the rest of it.
 */
@MessageBundle(value = "gappaper", locale = "zh-CN")
public interface GapPaperWords {
  @Message("{#when way}{#is GLASS}手写签名{#is TYPED}代录姓名{#is REFUSED}拒绝签名{/when}")
  String signedBy(SubjectSignature.Way way);

  @Message("；理由：{reason}")
  String because(String reason);

  @Message("；见证人：{witness}")
  String witnessed(String witness);

  @Message("手机密钥签名（Ed25519）")
  String byKey();

  @Message("本人账号输入核对码后签名")
  String byDigits();

  @Message(
      "{#if name}{name}（{#if certificates}执法证号 {certificates}，{/if}编号 {number}）{#else}{number}{/if}")
  String officer(String number, String name, String certificates);

  @Message("缺{who}的签名：{reason}")
  String line(String who, String reason);

  @Message("以上签名不补：{by} 于 {on} 申请，{agreed} 于 {agreedOn} 同意。")
  String agreed(String by, LocalDate on, String agreed, LocalDate agreedOn);

  @Message("以上签名不补：{by} 于 {on} 申请，尚未同意。")
  String asked(String by, LocalDate on);

  @Message("（不补签，见下）")
  String unsigned();

  @Message("单位负责人或者法制审核人员（账号 {account}）")
  String agreer(String account);

  @Message("另一名检查人员 {name}")
  String colleague(String name);

  @Message("{by} 于 {on} 不同意结论：{why}")
  String disputed(String by, LocalDate on, String why);
}
