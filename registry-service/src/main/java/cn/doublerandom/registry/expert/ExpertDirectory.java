package cn.doublerandom.registry.expert;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The pool as it is read. */
public interface ExpertDirectory {
  /**
   * One entry.
   *
   * @param withdrawn why it left the pool, or will; empty while nothing is known of that
   * @param withdrawnFrom first day outside it; absent where it is in it, or nobody said
   * @param told true where the others were told of it; absent where they were not
   */
  record Entry(
      ExpertDetails details,
      String withdrawn,
      @Nullable LocalDate withdrawnFrom,
      @Nullable Boolean told) {
    public Entry(ExpertDetails details, String withdrawn, @Nullable LocalDate withdrawnFrom) {
      this(details, withdrawn, withdrawnFrom, true);
    }

    /** Whether the entrustment holds on a day and was not withdrawn by then. */
    public boolean isEntrusted(LocalDate day) {
      boolean isIn = withdrawn.isEmpty() || (withdrawnFrom != null && day.isBefore(withdrawnFrom));
      return isIn && details.isEntrusted(day);
    }
  }

  /** At most {@code limit} entries with an id after {@code after}, ascending. */
  CompletionStage<List<Entry>> page(String after, int limit);

  /**
   * The same; refused as long as the rows are not made, so that nobody is missing without a word.
   */
  CompletionStage<List<Entry>> whole(String after, int limit);
}
