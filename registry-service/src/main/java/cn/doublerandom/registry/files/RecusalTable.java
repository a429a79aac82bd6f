package cn.doublerandom.registry.files;

import cn.doublerandom.registry.application.ToldRecusal;
import cn.doublerandom.registry.inspector.Recusal;
import cn.doublerandom.registry.inspector.RecusalReason;
import cn.doublerandom.servicekit.table.Table;
import cn.doublerandom.servicekit.table.TableRow;
import java.util.List;
import java.util.Map;

/** The table of recusals. */
final class RecusalTable {
  private static final String INSPECTOR = ToldRecusal.INSPECTOR;
  private static final String SUBJECT = ToldRecusal.SUBJECT;
  private static final String REASON = "回避原因";
  private static final String FROM = "生效日期";
  private static final String UNTIL = "有效期至";
  private static final String SIDE = "申报方";
  private static final Map<String, String> SIDES = Map.of("执法人员", "INSPECTOR", "检查对象", "SUBJECT");

  static final Table<ToldRecusal> TABLE =
      new Table<>(
          List.of(INSPECTOR, SUBJECT, REASON),
          Map.ofEntries(
              Map.entry("人员编号", INSPECTOR),
              Map.entry("执法检查人员编号", INSPECTOR),
              Map.entry("对象编码", SUBJECT),
              Map.entry("统一社会信用代码", SUBJECT),
              Map.entry("统一社会信用代码/注册号", SUBJECT),
              Map.entry("原因", REASON),
              Map.entry(FROM, FROM),
              Map.entry(UNTIL, UNTIL),
              Map.entry(SIDE, SIDE)),
          Map.of(".*(开始|起始|终止|截止|结束|失效).*", "起止日期请写在“生效日期”和“有效期至”列。"),
          RecusalTable::read,
          r -> r.inspector() + " " + r.recusal().subject() + " " + r.recusal().reason());

  private RecusalTable() {}

  private static ToldRecusal read(TableRow row) {
    return new ToldRecusal(
        row.requiredCode(INSPECTOR, CodeRules.LONGEST),
        new Recusal(
            CodeRules.reference(row, SUBJECT),
            row.oneOf(REASON, RecusalReason.CODES),
            row.says(FROM) ? row.date(FROM) : null,
            row.says(UNTIL) ? row.date(UNTIL) : null,
            row.says(SIDE) ? row.oneOf(SIDE, SIDES) : null));
  }
}
