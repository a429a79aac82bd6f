package cn.doublerandom.inspection.ticket;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A ticket of supervision about one kind of signal of one unit in one year.
 *
 * <pre>
 * None ──open──▶ Open ──answer──▶ Open, heard ──close──▶ Closed
 *                  └──its day is over, close─────────────▲ │
 *                  ◀───────────────open anew────────────────┘
 * </pre>
 */
public sealed interface Ticket {
  /** Nobody asked. */
  record None() implements Ticket {}

  /**
   * The unit is asked.
   *
   * @param answer what it said; absent until it did
   */
  record Open(Asked asked, @Nullable Answer answer) implements Ticket {}

  /**
   * It is over.
   *
   * @param answer absent where the unit said nothing in time
   */
  record Closed(Asked asked, @Nullable Answer answer, Conclusion conclusion, String why, String by)
      implements Ticket {}

  /** What the supervisor asks, and until when the unit is waited for. */
  record Asked(FrozenSignal signal, String question, LocalDate answerBy, String by) {}

  /** What the unit said. */
  record Answer(String text, String by) {}

  /** What is or was asked; empty where nobody did. */
  static Optional<Asked> asked(Ticket ticket) {
    return switch (ticket) {
      case None() -> Optional.empty();
      case Open open -> Optional.of(open.asked());
      case Closed closed -> Optional.of(closed.asked());
    };
  }
}
