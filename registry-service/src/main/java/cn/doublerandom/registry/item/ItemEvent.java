package cn.doublerandom.registry.item;

import java.time.LocalDate;

/** What happens to an inspection item. */
public sealed interface ItemEvent {
  /** The catalogue lists the item, new or changed. */
  record ItemListed(ItemDetails details) implements ItemEvent {}

  /**
   * An office claimed it.
   *
   * @param mandate clause of the 三定规定
   */
  record ItemClaimed(String unit, String mandate, LocalDate claimedOn) implements ItemEvent {}

  /** The office gave it back. */
  record ItemReleased(String unit, String reason) implements ItemEvent {}
}
