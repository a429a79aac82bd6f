package cn.doublerandom.inspection.files;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.LocalDate;

/**
 * What the paper of a record says where it is not signed by everybody, {@code gappaper:} in a
 * template; in Chinese alone as the rest of it.
 */
@MessageBundle(value = "gappaper", locale = "zh-CN")
public interface GapPaperWords {
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
