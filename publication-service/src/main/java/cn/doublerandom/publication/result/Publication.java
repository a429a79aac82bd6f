package cn.doublerandom.publication.result;

import java.time.LocalDate;

/**
 * A result on its way to the public.
 *
 * <pre>
 * Unreceived ──told──▶ Received ──publish──▶ Published
 *     └──last day passed──▶ Unrecorded ──told──▶ Received
 * </pre>
 */
public sealed interface Publication {
  record Unreceived() implements Publication {}

  /** A visit was finished, its last day has passed, and nothing is recorded. */
  record Unrecorded(MissingResult missing) implements Publication {}

  record Received(ResultContent content) implements Publication {}

  record Published(
      ResultContent content, String subjectName, LocalDate on, boolean onTime, String indexNumber)
      implements Publication {}
}
