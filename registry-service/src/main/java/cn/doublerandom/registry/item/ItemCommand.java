package cn.doublerandom.registry.item;

import java.time.LocalDate;

/** What may be asked of an inspection item. */
public sealed interface ItemCommand {
  record ListItem(ItemDetails details) implements ItemCommand {}

  /**
   * Claims the item for a unit.
   *
   * @param level the claiming office's own level
   */
  record ClaimItem(String unit, OfficeLevel level, String mandate, LocalDate today)
      implements ItemCommand {}

  record ReleaseItem(String reason) implements ItemCommand {}
}
