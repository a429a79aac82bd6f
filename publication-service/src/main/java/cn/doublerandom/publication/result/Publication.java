package cn.doublerandom.publication.result;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A result on its way to the public.
 *
 * <pre>
 * Unreceived ──told──▶ Received ──publish──▶ Published
 *   │ └──last day passed──▶ Unrecorded ──told──▶ Received
 *   └──window ended──▶ NotHeld ──finished, cancelled──▶ Settled ──as Unreceived──▶ …
 * </pre>
 */
public sealed interface Publication {
  record Unreceived() implements Publication {}

  /** 逾期未检查: the window of the visit has ended without it. */
  record NotHeld(MissingVisit visit) implements Publication {}

  /**
   * A visit that was not held is owed no more.
   *
   * @param outcome FINISHED, and its result is to come, or CANCELLED
   */
  record Settled(MissingVisit visit, String outcome) implements Publication {
    /** Whether nobody is to be visited any more. */
    boolean fellAway() {
      return outcome.equals("CANCELLED");
    }
  }

  /**
   * A visit was finished, its last day has passed, and nothing is recorded.
   *
   * @param windowTo last day of its window, where it was finished after that
   */
  record Unrecorded(MissingResult missing, @Nullable LocalDate windowTo) implements Publication {}

  /**
   * @param windowTo last day of the visit's window, where it was finished after that
   */
  record Received(ResultContent content, @Nullable LocalDate windowTo) implements Publication {}

  /**
   * @param windowTo last day of the visit's window, where it was finished after that
   */
  record Published(
      ResultContent content,
      String subjectName,
      LocalDate on,
      boolean onTime,
      String indexNumber,
      @Nullable LocalDate windowTo)
      implements Publication {}
}
