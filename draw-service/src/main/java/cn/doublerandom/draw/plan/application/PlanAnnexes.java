package cn.doublerandom.draw.plan.application;

import java.util.Locale;

/** The plan as the annex that is sealed, 附件：年度抽查计划表. Blocks. */
public interface PlanAnnexes {
  byte[] pdf(PrintedPlan plan, Locale language);

  /** The same as a page. */
  String page(PrintedPlan plan, Locale language);
}
