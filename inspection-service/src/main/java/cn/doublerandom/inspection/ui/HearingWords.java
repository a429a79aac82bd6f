package cn.doublerandom.inspection.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * What pages say of every hearing, {@code said} being what its kind calls the words of a unit;
 * English stands in {@code messages/hearing_en.properties}.
 */
@MessageBundle("hearing")
public interface HearingWords {
  @Message("单位")
  String unit();

  @Message("年度")
  String year();

  @Message("状态")
  String state();

  @Message("返回待办")
  String toDesk();

  @Message("发起人")
  String begunBy();

  @Message("{said}期限")
  String answerBy(String said);

  @Message("单位{said}")
  String answer(String said);

  @Message("{said}人")
  String answeredBy(String said);

  @Message("只能{said}一次，2000 字以内。")
  String answerHint(String said);

  @Message("提交{said}")
  String sendAnswer(String said);

  @Message("办结")
  String conclude();

  @Message("您是发起人或属于这个单位，须由其他督导人员办结。")
  String own();

  @Message("{units}还没有{said}，期限也没有过，暂不能办结。")
  String unheard(String units, String said);

  @Message("结论")
  String conclusion();

  @Message("理由")
  String reason();

  @Message("1000 字以内。")
  String reasonHint();

  @Message("办结人")
  String concludedBy();

  @Message("{unit}{said}：{answer}")
  String answeredFact(String unit, String said, String answer);

  @Message("办结：{conclusion}")
  String concludedFact(String conclusion);
}
