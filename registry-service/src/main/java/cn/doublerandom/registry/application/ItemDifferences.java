package cn.doublerandom.registry.application;

import cn.doublerandom.registry.item.InspectionItem;
import cn.doublerandom.registry.item.ItemCategory;
import cn.doublerandom.registry.item.ItemDetails;
import cn.doublerandom.registry.office.OfficeLevel;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a row of the catalogue's table changes, by the columns of that table. */
final class ItemDifferences implements Differences<InspectionItem> {
  static final List<Column<ItemDetails>> COLUMNS =
      List.of(
          Column.of("抽查事项名称", ItemDetails::name),
          Column.of("抽查依据", ItemDetails::legalBasis),
          Column.of("事项类别", item -> item.category() == ItemCategory.KEY ? "重点" : "一般"),
          Column.of("层级", item -> level(item.level())),
          Column.of("领域", ItemDetails::field),
          Column.of("抽查方式", ItemDetails::method),
          Column.of("抽查比例", item -> Objects.requireNonNullElse(item.ratio(), "")),
          Column.of("抽查频次", item -> Objects.requireNonNullElse(item.frequency(), "")));

  private static String level(OfficeLevel level) {
    return switch (level) {
      case PROVINCE -> "省";
      case CITY -> "市";
      case COUNTY -> "县";
      case STATION -> "所";
    };
  }

  /** Where two entries differ. */
  static List<Preview.Difference> between(ItemDetails before, ItemDetails after) {
    return Differences.of(COLUMNS, before, after);
  }

  @Override
  public boolean has(InspectionItem before) {
    return !(before instanceof InspectionItem.Unlisted);
  }

  @Override
  public String name(InspectionItem after) {
    return told(after).map(ItemDetails::name).orElse("");
  }

  @Override
  public List<Preview.Difference> between(InspectionItem before, InspectionItem after) {
    return details(before)
        .flatMap(was -> told(after).map(is -> Differences.of(COLUMNS, was, is)))
        .orElse(List.of());
  }

  private static Optional<ItemDetails> told(InspectionItem item) {
    return item instanceof InspectionItem.Claimed claimed && claimed.renaming().isPresent()
        ? claimed.renaming().map(InspectionItem.RenamingRequest::becomes)
        : details(item);
  }

  private static Optional<ItemDetails> details(InspectionItem item) {
    return switch (item) {
      case InspectionItem.Unlisted() -> Optional.empty();
      case InspectionItem.Unclaimed free -> Optional.of(free.details());
      case InspectionItem.Claimed claimed -> Optional.of(claimed.details());
      case InspectionItem.Superseded gone -> Optional.of(gone.details());
    };
  }
}
