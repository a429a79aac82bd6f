package cn.doublerandom.registry.files;

import cn.doublerandom.registry.application.ToldRiskClass;
import cn.doublerandom.registry.subject.CreditRiskClass;
import cn.doublerandom.registry.subject.RiskSource;
import cn.doublerandom.servicekit.table.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The table of the monthly reclassification. */
final class RiskClassTable {
  private static final List<String> HEADS = List.of("编码", "信用风险等级", "评定来源", "评定日期");

  private RiskClassTable() {}

  /**
   * The table as it is read.
   *
   * @param today the day of the recording
   */
  static Table<ToldRiskClass> of(LocalDate today) {
    return new Table<>(
        HEADS,
        SubjectTable.otherHeads(HEADS),
        Map.of(".*(生效|有效).*", "等级自“评定日期”起生效；请删去此列后导入。"),
        row ->
            new ToldRiskClass(
                CodeRules.reference(row, "编码"),
                row.oneOf("信用风险等级", CreditRiskClass.WORDS, CreditRiskClass.TOLD),
                new RiskSource(row.required("评定来源", 200), row.pastDate("评定日期", today))),
        ToldRiskClass::subject);
  }
}
