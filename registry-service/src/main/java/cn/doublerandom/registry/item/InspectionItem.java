package cn.doublerandom.registry.item;

import java.util.Optional;

/**
 * An inspection item (抽查事项).
 *
 * <pre>
 * Unlisted ──list──▶ Unclaimed ──claim──▶ Claimed
 *                     ▲  │ ▲                 │
 *                list │  │ └─release, by two─┘
 *                     │  ▼ supersede
 *                  Superseded
 * </pre>
 */
public sealed interface InspectionItem {
  record Unlisted() implements InspectionItem {}

  record Unclaimed(ItemDetails details, Optional<Checklist> checklist) implements InspectionItem {}

  /**
   * An office claimed it: it stays as it is until two people have released it.
   *
   * @param release that waits for a second person
   */
  record Claimed(
      ItemDetails details,
      Optional<Checklist> checklist,
      String unit,
      String mandate,
      Optional<ReleaseRequest> release)
      implements InspectionItem {
    Claimed with(Optional<ReleaseRequest> other) {
      return new Claimed(details, checklist, unit, mandate, other);
    }
  }

  /**
   * Somebody asked to release an item.
   *
   * @param by whose account; another's decides
   */
  record ReleaseRequest(String reason, String by) {}

  /** The catalogue no longer lists it: its history stays, nobody can claim it. */
  record Superseded(ItemDetails details, Optional<Checklist> checklist, String catalogue)
      implements InspectionItem {}
}
