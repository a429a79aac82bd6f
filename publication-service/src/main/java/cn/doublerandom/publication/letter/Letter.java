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
 *                          └─declined by another, or──┘
 *                             taken back by who wrote it
 * </pre>
 */
public sealed interface Letter {
  /** Nobody wrote it. */
  record Unwritten() implements Letter {}

  /** It was written. */
  sealed interface Known extends Letter {
    Written written();

    /** Replies that were sent back or taken back, oldest first. */
    List<Returned> returned();
  }

  /** It waits for a reply. */
  record Waiting(Written written, List<Returned> returned) implements Known {
    public Waiting {
      returned = List.copyOf(returned);
    }
  }

  /** A reply waits for another person. */
  record Drafted(Written written, List<Returned> returned, Reply reply) implements Known {
    public Drafted {
      returned = List.copyOf(returned);
    }
  }

  /**
   * It was answered.
   *
   * @param agreedBy account of the second person
   */
  record Answered(
      Written written, List<Returned> returned, Reply reply, String agreedBy, LocalDate on)
      implements Known {
    public Answered {
      returned = List.copyOf(returned);
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

  /**
   * A reply that came to nothing.
   *
   * @param takenBack by who wrote it, and not sent back by another
   */
  record Returned(Reply reply, boolean takenBack, String reason, String by, LocalDate on) {}

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
