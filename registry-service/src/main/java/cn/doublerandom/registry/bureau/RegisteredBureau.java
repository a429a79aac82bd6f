package cn.doublerandom.registry.bureau;

import java.util.Optional;

/**
 * A bureau as the register has it.
 *
 * <pre>
 * Unregistered ──ask, approve──▶ Open ──ask, approve──▶ Closed
 *                     change: ▲      │ ◀──ask, approve──┘
 *                             └──────┘
 * </pre>
 */
public sealed interface RegisteredBureau {
  /** What waits for a second person; one thing at a time. */
  Optional<Asked> asked();

  /** The same with something else that waits. */
  RegisteredBureau waiting(Optional<Asked> other);

  /** The entry; empty where there is none yet. */
  default Optional<BureauDetails> entry() {
    return switch (this) {
      case Unregistered unregistered -> Optional.empty();
      case Open open -> Optional.of(open.details());
      case Closed closed -> Optional.of(closed.details());
    };
  }

  /** Nobody has registered it. */
  record Unregistered(Optional<Asked> asked) implements RegisteredBureau {
    @Override
    public RegisteredBureau waiting(Optional<Asked> other) {
      return new Unregistered(other);
    }
  }

  /** It is served. */
  record Open(BureauDetails details, Optional<Asked> asked) implements RegisteredBureau {
    @Override
    public RegisteredBureau waiting(Optional<Asked> other) {
      return new Open(details, other);
    }
  }

  /**
   * It is served no more; what it did can be read.
   *
   * @param reason in words
   */
  record Closed(BureauDetails details, String reason, Optional<Asked> asked)
      implements RegisteredBureau {
    @Override
    public RegisteredBureau waiting(Optional<Asked> other) {
      return new Closed(details, reason, other);
    }
  }

  /** What somebody asked for. */
  sealed interface Asked {
    /** Who asked. */
    String by();

    /** That the entry be this. */
    record Entry(BureauDetails details, String by) implements Asked {}

    /** That it be closed. */
    record Closing(String reason, String by) implements Asked {}
  }
}
