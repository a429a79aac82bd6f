package cn.doublerandom.inspection.files;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.LocalDate;

/**
 * What the paper of a result says where it was corrected or withdrawn in public since, {@code
 * amendedpaper:} in a template; in Chinese alone as the rest of it.
 */
@MessageBundle(value = "amendedpaper", locale = "zh-CN")
public interface AmendedPaperWords {
  @Message("公示后更正")
  String corrected();

  @Message("公示后撤销")
  String withdrawn();

  @Message("{on}：{reason}")
  String why(LocalDate on, String reason);

  @Message("现为：{codes}。{on}：{reason}")
  String holds(String codes, LocalDate on, String reason);

  @Message("（随公示结果的更正或者撤销撤回）")
  String orderLifted();
}
