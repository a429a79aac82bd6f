package cn.doublerandom.publication.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * What who asked for a change of a published result reads where he takes that back; English stands
 * in {@code messages/takingback_en.properties}.
 */
@MessageBundle("takingback")
public interface TakingBackWords {
  @Message("撤回自己的申请")
  String takeBack();

  @Message("公示保持不变；申请和您撤回的理由留在经过里，以后可以重新提出。")
  String stays();

  @Message("撤回的理由")
  String reason();

  @Message("申请已撤回，公示保持不变。")
  String now();

  @Message("提出的事项由提出人撤回，公示不变")
  String takenBack();
}
