package cn.doublerandom.publication.result;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 异议 to a published result, as the read side knows them: what everybody may read of them, without
 * the words of the firm.
 *
 * @param publishedBy account that made the result public; for the bureau alone
 * @param openUntil last day of the answer that is still to come; absent where none waits
 * @param lines oldest first
 */
public record ObjectedResult(String publishedBy, @Nullable LocalDate openUntil, List<Line> lines) {
  public ObjectedResult {
    lines = List.copyOf(lines);
  }

  /**
   * One of them.
   *
   * @param receipt its number
   * @param reply absent while it is open
   */
  public record Line(String receipt, LocalDate on, LocalDate dueOn, @Nullable Reply reply) {}

  /**
   * What was answered, and when.
   *
   * @param version what was public then, from 1; absent in rows from before it was kept
   */
  public record Reply(
      Objection.Outcome outcome, String reason, LocalDate on, @Nullable Integer version) {}

  /** None where nobody objected. */
  public static @Nullable ObjectedResult of(Publication.Published p) {
    Objections all = p.objections();
    return all.raised().isEmpty()
        ? null
        : new ObjectedResult(
            all.publishedBy(),
            all.open().map(Objection::dueOn).orElse(null),
            all.raised().stream().map(one -> line(p.content().resultId(), one)).toList());
  }

  private static Line line(String resultId, Objection one) {
    Objection.Answer answer = one.answer();
    return new Line(
        Objection.receipt(resultId, one.number()),
        one.on(),
        one.dueOn(),
        answer == null
            ? null
            : new Reply(answer.outcome(), answer.reason(), answer.on(), answer.version()));
  }

  /** Whether the answer is late. */
  public boolean isLate(LocalDate today) {
    return openUntil != null && openUntil.isBefore(today);
  }
}
