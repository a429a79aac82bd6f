package cn.doublerandom.draw.drawing;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** All draws as they are listed in public. */
public interface DrawDirectory {
  /**
   * A draw in one line.
   *
   * @param phase FROZEN, COMMITTED, EXECUTED or VOIDED
   * @param commitHash empty before the commit
   * @param executeBy empty before the commit
   */
  record Entry(
      String drawId,
      String task,
      int round,
      String phase,
      int frameSize,
      String commitHash,
      String executeBy,
      int drawn) {}

  CompletionStage<Optional<Entry>> find(String drawId);

  CompletionStage<List<Entry>> page(String after, int limit);
}
