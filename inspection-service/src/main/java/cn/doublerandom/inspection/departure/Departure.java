package cn.doublerandom.inspection.departure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The hand-over of all an officer has open.
 *
 * <pre>Unasked ──ask──▶ Asked ──agree──▶ Agreed ──ask──▶ Asked …
 *                  │ ▲
 *          decline ▼ │ ask
 *                Declined</pre>
 */
public sealed interface Departure {
  /** What was asked last; nothing where nobody asked. */
  default Optional<DepartureRequest> asked() {
    return switch (this) {
      case Unasked unasked -> Optional.empty();
      case Asked waiting -> Optional.of(waiting.request());
      case Agreed agreed -> Optional.of(agreed.request());
      case Declined declined -> Optional.of(declined.request());
    };
  }

  record Unasked() implements Departure {}

  record Asked(DepartureRequest request) implements Departure {}

  /**
   * @param visits that were open for him when it was agreed to, by id
   * @param rechecks that were planned for him then, by their ids
   */
  record Agreed(
      DepartureRequest request, String by, LocalDate on, List<String> visits, List<String> rechecks)
      implements Departure {
    public Agreed {
      visits = List.copyOf(visits);
      rechecks = List.copyOf(rechecks);
    }
  }

  record Declined(DepartureRequest request, String by, String reason, LocalDate on)
      implements Departure {}
}
