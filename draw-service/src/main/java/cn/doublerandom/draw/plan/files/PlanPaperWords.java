package cn.doublerandom.draw.plan.files;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the annex of a plan says, {@code planpaper:} in a template; in Chinese here. */
@MessageBundle(value = "planpaper", locale = "zh-CN")
public interface PlanPaperWords {
  @Message("{year}年度随机抽查工作计划表")
  String title(int year);

  @Message("第 {version} 版，{publishedOn} 公示")
  String version(int version, java.time.LocalDate publishedOn);

  @Message("单位（盖章）：")
  String issuer();

  @Message("发文字号：")
  String documentNumber();

  @Message("制表时间：")
  String tableDate();
}
