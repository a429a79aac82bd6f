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
   * @param supersededBy version of the catalogue that no longer lists it, or empty
   * @param checklist absent where none was laid down
   * @param releaseWaits why its release is asked for, as long as that waits for a second person
   */
  record Entry(
      ItemDetails details,
      String claimedBy,
      String mandate,
      String supersededBy,
      @Nullable Checklist checklist,
      @Nullable String releaseWaits) {
    /** The same with a release that waits, or none. */
    public Entry waiting(@Nullable String reason) {
      return new Entry(details, claimedBy, mandate, supersededBy, checklist, reason);
    }
  }

  /** At most {@code limit} entries with a code after {@code after}, ascending. */
  CompletionStage<List<Entry>> page(String after, int limit);

  /** What an office claimed, ascending. */
  CompletionStage<List<Entry>> claimedBy(String unit);

  CompletionStage<Optional<Entry>> find(String code);
}
