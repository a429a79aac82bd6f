package cn.doublerandom.draw.plan.files;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** The same in English. */
@Localized("en")
public interface EnglishPlanPaperWords extends PlanPaperWords {
  @Override
  @Message("Plan of random inspections {year} (年度抽查计划表)")
  String title(int year);

  @Override
  @Message("Version {version}, published on {publishedOn}")
  String version(int version, java.time.LocalDate publishedOn);

  @Override
  @Message("Issued by (seal): ")
  String issuer();

  @Override
  @Message("Document number: ")
  String documentNumber();

  @Override
  @Message("Table of: ")
  String tableDate();
}
