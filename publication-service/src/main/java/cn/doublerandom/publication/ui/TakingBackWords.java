package cn.doublerandom.publication.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * What who asked for something that takes another person reads where he takes it back; English
 * stands in {@code messages/takingback_en.properties}.
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

  @Message("上一次提出的撤销由提出人撤回")
  String withdrawalLast();

  @Message("撤回人")
  String by();

  @Message("撤回自己提出的联合惩戒")
  String discipline();

  @Message("不公开；提出的措施和您撤回的理由留在经过里，以后可以重新提出。")
  String disciplineStays();

  @Message("联合惩戒已撤回，没有公开。")
  String disciplineNow();

  @Message("提出人已撤回")
  String disciplineBack();

  @Message("提出的联合惩戒由提出人撤回，没有公开")
  String disciplineTakenBack();

  @Message("撤回自己拟写的答复")
  String letterReply();

  @Message("来信继续等待答复；撤回的答复和您撤回的理由留在本页，以后可以重新拟写。")
  String letterReplyStays();
}
