package cn.doublerandom.registry.files;

import cn.doublerandom.registry.application.ToldExpert;
import cn.doublerandom.registry.expert.ExpertDetails;
import cn.doublerandom.servicekit.table.Table;
import cn.doublerandom.servicekit.table.TableRow;
import java.util.List;
import java.util.Map;

/** The table of experts and entrusted bodies. */
final class ExpertTable {
  private static final Map<String, ExpertDetails.Kind> KINDS =
      Map.of("专业人员", ExpertDetails.Kind.PERSON, "专业机构", ExpertDetails.Kind.BODY);

  static final Table<ToldExpert> TABLE =
      new Table<>(
          List.of("编号", "类别", "名称", "专业领域", "委托机关", "委托书文号", "委托自", "委托至"),
          ExpertTable::row,
          told -> told.details().id());

  private ExpertTable() {}

  private static ToldExpert row(TableRow row) {
    var details =
        new ExpertDetails(
            CodeRules.own(row, "编号", 57),
            row.oneOf("类别", KINDS),
            "",
            row.list("专业领域", 500),
            row.required("委托机关", 200),
            row.documentNumber("委托书文号", 100),
            row.date("委托自"),
            row.date("委托至"));
    return new ToldExpert(details, CodeRules.name(row, "名称", 200));
  }
}
