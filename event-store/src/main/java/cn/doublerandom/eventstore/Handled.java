package cn.doublerandom.eventstore;

import cn.doublerandom.eventstore.decider.Rejection;
import java.util.List;
import java.util.Map;

/** What became of a command. */
public sealed interface Handled<E, S> {
  /**
   * Done, now or by the same request before.
   *
   * @param state after the command
   * @param version of the stream after the command
   * @param events that were appended; empty for a repetition
   */
  record Done<E, S>(S state, long version, List<E> events) implements Handled<E, S> {}

  /** Refused by a rule. */
  record Refused<E, S>(Rejection rejection, Map<String, Object> details) implements Handled<E, S> {}

  /** The stream is not at the version the client insisted on. */
  record VersionMismatch<E, S>(long actual) implements Handled<E, S> {}

  /** The Idempotency-Key was used for another request. */
  record KeyReused<E, S>() implements Handled<E, S> {}
}
