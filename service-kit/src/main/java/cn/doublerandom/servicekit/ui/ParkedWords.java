package cn.doublerandom.servicekit.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * What the pages of what was set aside say; English stands in {@code
 * messages/parked_en.properties}.
 */
@MessageBundle("parked")
public interface ParkedWords {
  @Message("这个键下没有搁置的消息")
  String noneUnder();

  @Message("可能刚被处理或放弃，也可能地址不完整。")
  String noneUnderWhy();

  @Message("重新处理")
  String retry();

  @Message("从最早的一条起依次采用，全部成功才算；有一条仍不能采用，就都不变。先排除“原因”里说的情况。")
  String retryWhat();

  @Message("重新处理这个键的消息")
  String retryAct();

  @Message("放弃最早的一条")
  String giveUp();

  @Message("这条消息将不再采用，本部分会一直缺它说的事；放弃和理由作为事件留在账本里，不能撤销。")
  String giveUpStays();

  @Message("放弃这条消息")
  String giveUpAct();

  @Message("理由")
  String reason();

  @Message("写明为什么可以不采用、另行怎么补的；1000 字以内。")
  String reasonHint();

  @Message("这个流没有搁置")
  String noStreamHere();

  @Message("可能重建后已经恢复，也可能地址不完整。")
  String noStreamHereWhy();

  @Message("重建读模型")
  String retryStream();

  @Message("排除原因后重建整个读模型，搁置的流一并恢复。")
  String retryStreamWhat();

  @Message("重建这个读模型")
  String retryStreamAct();

  @Message("略过这个事件")
  String giveUpEvent();

  @Message("读模型将不显示这个事件；账本中的原件不动。略过和理由作为事件留在账本里，不能撤销。")
  String giveUpEventStays();

  @Message("略过并重建")
  String giveUpEventAct();
}
