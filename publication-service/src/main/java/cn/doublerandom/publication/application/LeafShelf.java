package cn.doublerandom.publication.application;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** The leaves of the log of notices, which are added and never changed. */
public interface LeafShelf {
  /**
   * How far the log is.
   *
   * @param seq up to which the ledger was read
   * @param size leaves there are
   */
  record Reach(long seq, long size) {}

  Uni<Reach> reach();

  /**
   * Adds leaves and notes how far the ledger was read, both or neither.
   *
   * @param from as it was when the leaves were made; where it is not so any more, another replica
   *     went on and this fails
   */
  Uni<Void> add(Reach from, long seq, List<PlacedLeaf> leaves);

  /** At most {@code limit} leaves from an index on, in the order of the log. */
  Uni<List<PlacedLeaf>> from(long index, int limit);

  /** All leaves of what has that id, in the order of the log. */
  Uni<List<PlacedLeaf>> of(String id);
}
