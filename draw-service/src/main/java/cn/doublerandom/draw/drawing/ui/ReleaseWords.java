package cn.doublerandom.draw.drawing.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * What is said of the release of a witness who has promised; English stands in {@code
 * messages/release_en.properties}.
 */
@MessageBundle("release")
public interface ReleaseWords {
  @Message("他已经承诺。数或附加码丢了的，承诺值公布以前可以申请解除，由另一名审批人同意；他的承诺不再算数，可以重新指定、重新承诺。")
  String promised();

  @Message("理由")
  String reason();

  @Message("申请解除指定")
  String ask();

  @Message("{by} 申请解除指定：{reason}。等待另一名审批人同意；不同意的，照原样公布承诺值。")
  String waits(String by, String reason);

  @Message("同意解除指定")
  String agree();

  @Message("不同意解除指定")
  String decline();

  @Message("撤回解除指定的申请")
  String takeBack();

  @Message("另一名审批人同意解除指定“{name}”，或者照原样公布承诺值")
  String needed(String name);

  @Message("您以“{name}”作出的承诺已经解除（{by} 申请，{agreed} 同意），理由：{reason}。您原来的数不再算数，不用公布。再次指定您的，这里会请您重新承诺。")
  String gone(String name, String by, String agreed, String reason);
}
