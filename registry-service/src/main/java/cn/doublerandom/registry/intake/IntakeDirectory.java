package cn.doublerandom.registry.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Tables that were taken at the desk, as they are read. */
public interface IntakeDirectory {
  /**
   * One of them.
   *
   * @param by account
   * @param at when it was taken, in the time of the bureau
   * @param order by which they are sorted, greater the later
   */
  record Entry(String id, String by, Instant at, String order, IntakeEvent.TableTaken report) {}

  /** At most {@code limit}, the newest first. */
  CompletionStage<List<Entry>> newest(String before, int limit);

  CompletionStage<Optional<Entry>> find(String id);

  /**
   * The last time the same file was taken into the same register.
   *
   * @param digest SHA-256, lower-case hex
   */
  CompletionStage<Optional<Entry>> sameFile(IntakeKind kind, String digest);
}
