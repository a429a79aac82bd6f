package cn.doublerandom.registry.intake;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Tables that were taken at the desk, as they are read. */
public interface IntakeDirectory {
  /**
   * One of them.
   *
   * @param by account
   * @param at when it was taken, in the time of the bureau
   * @param order by which they are sorted, greater the later
   * @param undo how far its undo is; absent where nobody asked for one
   */
  record Entry(
      String id,
      String by,
      Instant at,
      String order,
      IntakeEvent.TableTaken report,
      @Nullable Undo undo) {
    /** The same with another step of its undo. */
    public Entry with(@Nullable Undo its) {
      return new Entry(id, by, at, order, report, its);
    }
  }

  /** How far the undo of a table is. */
  enum Undo {
    ASKED,
    APPROVED,
    DONE
  }

  /** An entry of a register that a table changed. */
  record Changed(String importId, String entry) {}

  /** At most {@code limit}, the newest first. */
  CompletionStage<List<Entry>> newest(String before, int limit);

  /** The same of one register. */
  CompletionStage<List<Entry>> newest(IntakeKind kind, int limit);

  CompletionStage<Optional<Entry>> find(String id);

  /** The entries a table changed, ascending; none of a table from before rows named it. */
  CompletionStage<List<Changed>> changed(String importId, String after, int limit);

  /** Those of some entries that a table changed. */
  CompletionStage<List<Changed>> changedAmong(String importId, Collection<String> entries);

  /**
   * The last time the same file was taken into the same register.
   *
   * @param digest SHA-256, lower-case hex
   */
  CompletionStage<Optional<Entry>> sameFile(IntakeKind kind, String digest);
}
