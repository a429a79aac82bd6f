package cn.doublerandom.inspection.assessment;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The assessment of a unit's year.
 *
 * <pre>
 * None ──freeze──▶ Frozen ──answer──▶ Frozen, heard ──conclude──▶ Concluded
 *                    └──its day is over, conclude───────────────────▲ │
 *                    ◀──────────────freeze anew, where it was lifted───┘
 * </pre>
 */
public sealed interface Assessment {
  /** Nobody scored it. */
  record None() implements Assessment {}

  /**
   * The score stands as it was counted; the unit is heard.
   *
   * @param answer what it said; absent until it did
   */
  record Frozen(Scored scored, @Nullable Answer answer) implements Assessment {}

  /**
   * It is over.
   *
   * @param answer absent where the unit said nothing in time
   */
  record Concluded(Scored scored, @Nullable Answer answer, Outcome outcome, String why, String by)
      implements Assessment {}

  /** What was counted, and until when the unit is waited for. */
  record Scored(UnitScore score, LocalDate answerBy, String by) {}

  /** What the unit said. */
  record Answer(String text, String by) {}

  /** What is or was scored; empty where nobody did. */
  static Optional<Scored> scored(Assessment assessment) {
    return switch (assessment) {
      case None() -> Optional.empty();
      case Frozen frozen -> Optional.of(frozen.scored());
      case Concluded over -> Optional.of(over.scored());
    };
  }
}
