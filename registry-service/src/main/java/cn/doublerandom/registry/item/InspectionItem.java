package cn.doublerandom.registry.item;

/**
 * An inspection item (抽查事项).
 *
 * <pre>
 * Unlisted ──list──▶ Unclaimed ──claim──▶ Claimed
 *                        ▲                   │
 *                        └──────release──────┘
 * </pre>
 */
public sealed interface InspectionItem {
  record Unlisted() implements InspectionItem {}

  record Unclaimed(ItemDetails details) implements InspectionItem {}

  record Claimed(ItemDetails details, String unit, String mandate) implements InspectionItem {}
}
