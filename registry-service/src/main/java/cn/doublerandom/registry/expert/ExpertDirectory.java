package cn.doublerandom.registry.expert;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** The pool as it is read. */
public interface ExpertDirectory {
  /**
   * One entry.
   *
   * @param withdrawn why it left the pool; empty while it is in it
   */
  record Entry(ExpertDetails details, String withdrawn) {}

  /** At most {@code limit} entries with an id after {@code after}, ascending. */
  CompletionStage<List<Entry>> page(String after, int limit);
}
