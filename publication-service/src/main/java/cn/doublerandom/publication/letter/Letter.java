package cn.doublerandom.publication.letter;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 公众来信.
 *
 * <pre>
 * Unwritten ──written──▶ Waiting ──reply drafted──▶ Drafted ──agreed to by another──▶ Answered
 *                          ▲                          │
 *                          └───declined by another────┘
 * </pre>
 */
public sealed interface Letter {
  /** Nobody wrote it. */
  record Unwritten() implements Letter {}

  /** It was written. */
  sealed interface Known extends Letter {
    Written written();

    /** Replies that were sent back, oldest first. */
    List<Declined> declined();
  }

  /** It waits for a reply. */
  record Waiting(Written written, List<Declined> declined) implements Known {
    public Waiting {
      declined = List.copyOf(declined);
    }
  }

  /** A reply waits for another person. */
  record Drafted(Written written, List<Declined> declined, Reply reply) implements Known {
    public Drafted {
      declined = List.copyOf(declined);
    }
  }

  /**
   * It was answered.
   *
   * @param agreedBy account of the second person
   */
  record Answered(
      Written written, List<Declined> declined, Reply reply, String agreedBy, LocalDate on)
      implements Known {
    public Answered {
      declined = List.copyOf(declined);
    }
  }

  /**
   * What the ledger has of it.
   *
   * @param about number of a public result; absent where it is about none
   * @param codeHash of its receipt, 64 lowercase hex digits
   * @param dueOn last day of the answer
   */
  record Written(
      LetterKind kind, @Nullable String about, String codeHash, LocalDate on, LocalDate dueOn) {}

  /** A reply, and who proposed it. */
  record Reply(String text, String by, LocalDate on) {}

  /** A reply that was sent back. */
  record Declined(Reply reply, String reason, String by, LocalDate on) {}

  /** What was written, and opens by the code of this hash. */
  static Optional<Known> openedBy(Letter letter, String hash) {
    return known(letter).filter(known -> known.written().codeHash().equals(hash));
  }

  /** What was written. */
  static Optional<Known> known(Letter letter) {
    return switch (letter) {
      case Unwritten none -> Optional.empty();
      case Known known -> Optional.of(known);
    };
  }
}
