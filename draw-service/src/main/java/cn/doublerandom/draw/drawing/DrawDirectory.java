package cn.doublerandom.draw.drawing;

import cn.doublerandom.bureau.key.BureauKey;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** All draws as they are listed in public. */
public interface DrawDirectory {
  /**
   * A draw in one line.
   *
   * @param phase FROZEN, COMMITTED, SEALED, EXECUTED or VOIDED
   * @param commitHash empty before the commit
   * @param executeBy empty before the commit
   * @param overdueSince the time that passed without execution or opening: a violation; absent
   *     where there was none
   * @param committedSeq entry of the ledger that holds the commit; absent before it
   */
  record Entry(
      String drawId,
      String task,
      int round,
      String phase,
      int frameSize,
      String commitHash,
      String executeBy,
      int drawn,
      @Nullable String overdueSince,
      @Nullable Long committedSeq) {}

  CompletionStage<Optional<Entry>> find(String drawId);

  /** Every draw there is; more than {@code most} are refused and not left out. */
  CompletionStage<List<Entry>> all(int most);

  /** Every draw of a bureau, whoever asks; see {@link #all(int)}. */
  CompletionStage<List<Entry>> all(BureauKey bureau, int most);

  /** How many draws are in a phase. */
  CompletionStage<Long> count(String phase);

  CompletionStage<List<Entry>> page(String after, int limit);
}
