package cn.doublerandom.registry.item;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An inspection item (抽查事项).
 *
 * <pre>
 * Unlisted ──list──▶ Unclaimed ──claim──▶ Claimed
 *                     ▲  │ ▲                 │
 *                list │  │ └─release, by two─┘
 *                     │  ▼ supersede, or its import is undone
 *                  Superseded
 * </pre>
 */
public sealed interface InspectionItem {
  record Unlisted() implements InspectionItem {}

  record Unclaimed(ItemDetails details, Optional<Checklist> checklist) implements InspectionItem {}

  /**
   * An office claimed it: it stays as it is until two people have released it.
   *
   * @param claimedOn day of the claim
   * @param release that waits for a second person
   * @param renaming likewise
   */
  record Claimed(
      ItemDetails details,
      Optional<Checklist> checklist,
      String unit,
      String mandate,
      LocalDate claimedOn,
      Optional<ReleaseRequest> release,
      Optional<RenamingRequest> renaming)
      implements InspectionItem {
    Claimed with(Optional<ReleaseRequest> other) {
      return new Claimed(details, checklist, unit, mandate, claimedOn, other, renaming);
    }

    Claimed renamed(Optional<RenamingRequest> other) {
      return new Claimed(details, checklist, unit, mandate, claimedOn, release, other);
    }

    /** What waits of its name, in words. */
    public Optional<String> renamingInWords() {
      return renaming.map(asked -> Renaming.inWords(this, asked));
    }
  }

  /**
   * Somebody asked to release an item.
   *
   * @param by whose account; another's decides
   */
  record ReleaseRequest(String reason, String by) {}

  /**
   * A table gives the item another name.
   *
   * @param becomes all that it says of it
   * @param by whose account; another's decides
   * @param batch all that the table asked for
   */
  record RenamingRequest(ItemDetails becomes, String by, String batch) {}

  /**
   * The catalogue no longer lists it: its history stays, nobody can claim it.
   *
   * @param catalogue the version that does not, or {@link #BY_UNDO}
   */
  record Superseded(ItemDetails details, Optional<Checklist> checklist, String catalogue)
      implements InspectionItem {
    /** Stands for no version: the import that had listed it was undone. */
    public static final String BY_UNDO = "-";
  }
}
