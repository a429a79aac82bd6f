package cn.doublerandom.pagekit;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * What a 经过 says around what happened; English stands in {@code messages/history_en.properties}.
 */
@MessageBundle("history")
public interface HistoryWords {
  @Message("记录于 {when}")
  String recorded(String when);

  @Message("原因：{why}")
  String because(String why);

  @Message("{asked} 提出，{agreed} 同意")
  String ofTwo(String asked, String agreed);

  @Message("已撤销")
  String undone();

  @Message("事件")
  String event();

  @Message("经过")
  String history();

  @Message("尚无记录。")
  String noHistory();
}
