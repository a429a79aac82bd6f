package cn.doublerandom.registry.application;

import cn.doublerandom.registry.intake.UndoCounts;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the undo of a table comes to.
 *
 * @param kept the first of the entries that were changed since and are left as they are, ascending
 */
public record UndoSum(UndoCounts counts, List<String> kept) {
  static final UndoSum NONE = new UndoSum(UndoCounts.NONE, List.of());
  static final UndoSum UNCHANGED = new UndoSum(new UndoCounts(0, 0, 1, 0), List.of());

  public UndoSum {
    kept = List.copyOf(kept);
  }

  static UndoSum changed(boolean entered) {
    return new UndoSum(new UndoCounts(entered ? 1 : 0, entered ? 0 : 1, 0, 0), List.of());
  }

  static UndoSum refused(String entry) {
    return new UndoSum(new UndoCounts(0, 0, 0, 1), List.of(entry));
  }

  UndoSum and(UndoSum other) {
    return other.kept.isEmpty() || kept.size() >= ImportUndo.MOST_KEPT
        ? new UndoSum(counts.and(other.counts), kept)
        : new UndoSum(
            counts.and(other.counts),
            Stream.concat(kept.stream(), other.kept.stream()).limit(ImportUndo.MOST_KEPT).toList());
  }
}
