package cn.doublerandom.registry.item;

import java.util.Optional;

/**
 * An inspection item (抽查事项).
 *
 * <pre>
 * Unlisted ──list──▶ Unclaimed ──claim──▶ Claimed
 *                     ▲  │ ▲                 │
 *                list │  │ └─────release─────┤
 *                     │  ▼                   │
 *                  Superseded ◀──supersede───┘
 * </pre>
 */
public sealed interface InspectionItem {
  record Unlisted() implements InspectionItem {}

  record Unclaimed(ItemDetails details, Optional<Checklist> checklist) implements InspectionItem {}

  record Claimed(ItemDetails details, Optional<Checklist> checklist, String unit, String mandate)
      implements InspectionItem {}

  /** The catalogue no longer lists it: its history stays, nobody can claim it. */
  record Superseded(ItemDetails details, Optional<Checklist> checklist, String catalogue)
      implements InspectionItem {}
}
