package cn.doublerandom.inspection.hearing;

import cn.doublerandom.eventstore.decider.SecondPerson;
import java.util.List;
import java.util.Optional;

/**
 * How far units were heard about something.
 *
 * <pre>
 * None ──open──▶ Open ──each unit answers──▶ Open, heard ──conclude──▶ Over
 *                 │└──its day is over, conclude──────────────────────▲ │
 *                 ◀────open anew, where the conclusion lets it─────────┘
 * </pre>
 *
 * @param <O> what is put to them
 * @param <C> how it may end
 */
public sealed interface Hearing<O extends Opening, C> {
  /** Nobody began it. */
  record None<O extends Opening, C>() implements Hearing<O, C> {}

  /** The units are waited for. */
  record Open<O extends Opening, C>(O opening, List<Answer> answers) implements Hearing<O, C> {
    public Open {
      answers = List.copyOf(answers);
    }
  }

  /**
   * It is over.
   *
   * @param answers of those who said something in time
   */
  record Over<O extends Opening, C>(
      O opening, List<Answer> answers, C conclusion, String why, String by)
      implements Hearing<O, C> {
    public Over {
      answers = List.copyOf(answers);
    }
  }

  /** What a unit said. */
  record Answer(String unit, String text, String by) {}

  /** Where it stands. */
  enum Stage {
    /** A unit is waited for. */
    ASKED,
    /** All were heard; another person concludes. */
    ANSWERED,
    OVER
  }

  /** What is or was put to the units; empty where nothing was. */
  default Optional<O> opened() {
    return switch (this) {
      case None<O, C>() -> Optional.empty();
      case Open<O, C> open -> Optional.of(open.opening());
      case Over<O, C> over -> Optional.of(over.opening());
    };
  }

  /** What they said, in the order they did. */
  default List<Answer> heard() {
    return switch (this) {
      case None<O, C>() -> List.of();
      case Open<O, C> open -> open.answers();
      case Over<O, C> over -> over.answers();
    };
  }

  /** How it ended; empty until it did. */
  default Optional<Over<O, C>> ended() {
    return this instanceof Over<O, C> over ? Optional.of(over) : Optional.empty();
  }

  /** Units that said nothing yet, in the order they are named. */
  default List<String> unheard() {
    return opened().stream()
        .flatMap(opening -> opening.units().stream())
        .filter(unit -> heard().stream().noneMatch(said -> said.unit().equals(unit)))
        .toList();
  }

  /** Where it stands, once it was opened. */
  default Stage stage() {
    return switch (this) {
      case None<O, C>() -> throw new IllegalStateException("nobody began it");
      case Open<O, C> open -> unheard().isEmpty() ? Stage.ANSWERED : Stage.ASKED;
      case Over<O, C> over -> Stage.OVER;
    };
  }

  /** The unit somebody is of, as it is named among some; who has none is of nobody's. */
  static Optional<String> own(List<String> units, String unit) {
    return SecondPerson.isNobody(unit)
        ? Optional.empty()
        : units.stream().filter(one -> SecondPerson.isSame(one, unit)).findFirst();
  }
}
