package cn.doublerandom.publication.result;

import java.time.LocalDate;

/**
 * A result on its way to the public.
 *
 * <pre>Unreceived ──told──▶ Received ──publish──▶ Published</pre>
 */
public sealed interface Publication {
  record Unreceived() implements Publication {}

  record Received(ResultContent content) implements Publication {}

  record Published(
      ResultContent content, String subjectName, LocalDate on, boolean onTime, String indexNumber)
      implements Publication {}
}
