package cn.doublerandom.inspection.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.LocalDate;

/**
 * What the pages say of a result that was corrected or withdrawn in public; English stands in
 * {@code messages/amended_en.properties}.
 */
@MessageBundle("amended")
public interface AmendedWords {
  @Message("公示的结果已于 {on} 更正，这是第 {version} 次公示。现为：")
  String corrected(int version, LocalDate on);

  @Message("结果的公示已于 {on} 撤销。")
  String withdrawn(LocalDate on);

  @Message("原因：{reason}")
  String reason(String reason);

  @Message("下面是检查时的记录，签名有效，内容不变；统计、待办和案卷按更正后的结果。")
  String recordStays();

  @Message("下面是检查时的记录，签名有效，内容不变；这次检查不再计入统计，也不再要求后续处置。")
  String recordCountsNoMore();

  @Message("更正为：")
  String now();

  @Message("认定的问题在公示后更正或者撤销，责令改正随之撤回。{reason}")
  String orderLifted(String reason);

  @Message("公示的结果更正为：{codes}")
  String saidCorrected(String codes);

  @Message("结果的公示撤销")
  String saidWithdrawn();
}
