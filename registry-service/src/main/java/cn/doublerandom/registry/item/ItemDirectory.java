package cn.doublerandom.registry.item;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The item list as it is read. */
public interface ItemDirectory {
  /**
   * An item and who claimed it.
   *
   * @param claimedBy unit, or empty
   * @param mandate clause, or empty
   * @param supersededBy version of the catalogue that no longer lists it, {@link
   *     InspectionItem.Superseded#BY_UNDO} where its import was undone, or empty
   * @param checklist absent where none was laid down
   * @param releaseWaits why its release is asked for, as long as that waits for a second person
   * @param renaming another name that waits for a second person; absent where none does
   */
  record Entry(
      ItemDetails details,
      String claimedBy,
      String mandate,
      String supersededBy,
      @Nullable Checklist checklist,
      @Nullable String releaseWaits,
      @Nullable Renamed renaming) {
    /** The same with a release that waits, or none. */
    public Entry waiting(@Nullable String reason) {
      return new Entry(details, claimedBy, mandate, supersededBy, checklist, reason, renaming);
    }

    /** The same with another name that waits, or none. */
    public Entry renamed(@Nullable Renamed asked) {
      return new Entry(details, claimedBy, mandate, supersededBy, checklist, releaseWaits, asked);
    }
  }

  /**
   * Another name of a claimed item, asked for by a table; everybody reads it, and not who asked.
   *
   * @param batch all that the table asked for
   */
  record Renamed(String name, String batch) {}

  /** At most {@code limit} entries with a code after {@code after}, ascending. */
  CompletionStage<List<Entry>> page(String after, int limit);

  /** What an office claimed, ascending. */
  CompletionStage<List<Entry>> claimedBy(String unit);

  CompletionStage<Optional<Entry>> find(String code);

  /**
   * Whose name waits for a second person, with a code after, ascending.
   *
   * @param batch of all of them where empty
   */
  CompletionStage<List<Entry>> renamingAsked(String batch, String after, int limit);
}
