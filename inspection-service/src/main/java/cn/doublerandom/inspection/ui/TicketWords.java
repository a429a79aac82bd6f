package cn.doublerandom.inspection.ui;

import cn.doublerandom.inspection.ticket.Conclusion;
import cn.doublerandom.inspection.ticket.TicketSummary.State;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.LocalDate;

/** What the pages of 督导单 say; English stands in {@code messages/tickets_en.properties}. */
@MessageBundle("tickets")
public interface TicketWords {
  @Message("督导单")
  String tickets();

  @Message("督导人员就走形式提示询问单位，单位答复，另一名督导人员办结。提示不是结论；数字以开单时为准。")
  String why();

  @Message("没有督导单")
  String none();

  @Message("开出的督导单会列在这里。")
  String noneWhy();

  @Message("提示")
  String kind();

  @Message("{#when value}{#is ASKED}待单位答复{#is ANSWERED}待办结{#is CLOSED}已办结{/when}")
  String stateOf(State value);

  @Message("答复期限")
  String answerBy();

  @Message("今天以后、90 天以内。")
  String answerByHint();

  @Message("开督导单")
  String open();

  @Message("开单时的数字从此不变，单位会看到这份督导单。须由另一名督导人员办结。")
  String openWhy();

  @Message("请单位说明的问题")
  String question();

  @Message("1000 字以内。")
  String questionHint();

  @Message("{unit}：{kind}（{year} 年）")
  String title(String unit, String kind, int year);

  @Message("开单时的数字")
  String numbers();

  @Message("规定限度的文件")
  String basis();

  @Message("涉及的检查")
  String visits();

  @Message("答复")
  String said();

  @Message("答复督导单")
  String toAnswer();

  @Message("办结督导单")
  String toClose();

  @Message("{#when value}{#is EXPLAINED}说明成立{#is REMINDED}提醒{#is TO_BE_PUT_RIGHT}责成整改{/when}")
  String conclusionOf(Conclusion value);

  @Message("开督导单，{answerBy} 前答复：{question}")
  String openedFact(LocalDate answerBy, String question);

  @Message("返回督导单")
  String back();
}
