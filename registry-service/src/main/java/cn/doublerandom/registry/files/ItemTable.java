package cn.doublerandom.registry.files;

import cn.doublerandom.registry.item.ItemCategory;
import cn.doublerandom.registry.item.ItemDetails;
import cn.doublerandom.registry.office.OfficeLevel;
import cn.doublerandom.servicekit.table.Table;
import cn.doublerandom.servicekit.table.TableRow;
import java.util.List;
import java.util.Map;

/** The catalogue's table: 编号, 抽查事项名称, 抽查依据 and so on. */
final class ItemTable {
  private static final List<String> HEADS =
      List.of("编号", "抽查事项名称", "抽查依据", "事项类别", "层级", "领域", "抽查方式");
  private static final Map<String, ItemCategory> CATEGORIES =
      Map.of(
          "一般", ItemCategory.GENERAL,
          "重点", ItemCategory.KEY,
          // As the national catalogue writes them.
          "一般检查事项", ItemCategory.GENERAL,
          "重点检查事项", ItemCategory.KEY);
  private static final Map<String, OfficeLevel> LEVELS =
      Map.of(
          "省", OfficeLevel.PROVINCE,
          "市", OfficeLevel.CITY,
          "县", OfficeLevel.COUNTY,
          "所", OfficeLevel.STATION,
          "省级", OfficeLevel.PROVINCE,
          "市级", OfficeLevel.CITY,
          "县级", OfficeLevel.COUNTY);

  static final Table<ItemDetails> TABLE =
      new Table<>(HEADS, Map.of("抽查比例", "抽查比例", "抽查频次", "抽查频次"), ItemTable::row, ItemDetails::code);

  private ItemTable() {}

  private static ItemDetails row(TableRow row) {
    String ratio = row.text("抽查比例", 50);
    String frequency = row.text("抽查频次", 50);
    return new ItemDetails(
        row.requiredCode("编号", 64),
        CodeRules.words(row, "抽查事项名称", 200),
        CodeRules.words(row, "抽查依据", 1000),
        row.oneOf("事项类别", CATEGORIES, List.of("一般", "重点")),
        row.oneOf("层级", LEVELS, List.of("省", "市", "县", "所")),
        row.required("领域", 100),
        row.required("抽查方式", 100),
        ratio.isEmpty() ? null : ratio,
        frequency.isEmpty() ? null : frequency);
  }
}
