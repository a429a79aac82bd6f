package cn.doublerandom.registry.item;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** The item list as it is read. */
public interface ItemDirectory {
  /**
   * An item and who claimed it.
   *
   * @param claimedBy unit, or empty
   */
  record Entry(ItemDetails details, String claimedBy, String mandate) {}

  /** At most {@code limit} entries with a code after {@code after}, ascending. */
  CompletionStage<List<Entry>> page(String after, int limit);
}
