package cn.doublerandom.eventstore.decider;

import java.util.List;
import java.util.Map;

/** What a decider answers: events, possibly none, or one named refusal. */
public sealed interface Decision<E> {
  /** It happens. */
  record Accepted<E>(List<E> events) implements Decision<E> {
    public Accepted {
      events = List.copyOf(events);
    }
  }

  /**
   * It does not happen.
   *
   * @param details machine-readable particulars, for example {@code field} or {@code position}
   */
  record Rejected<E>(Rejection rejection, Map<String, Object> details) implements Decision<E> {
    public Rejected {
      details = Map.copyOf(details);
    }
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  static <E> Decision<E> accept(E... events) {
    return new Accepted<>(List.of(events));
  }

  static <E> Decision<E> reject(Rejection rejection) {
    return new Rejected<>(rejection, Map.of());
  }

  static <E> Decision<E> reject(Rejection rejection, String detail, Object value) {
    return new Rejected<>(rejection, Map.of(detail, value));
  }

  static <E> Decision<E> reject(Rejection rejection, Map<String, Object> details) {
    return new Rejected<>(rejection, details);
  }
}
