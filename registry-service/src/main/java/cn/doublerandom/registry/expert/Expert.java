package cn.doublerandom.registry.expert;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An expert: not there yet, in the pool, or withdrawn from it. */
public sealed interface Expert {
  record Unregistered() implements Expert {}

  /**
   * @param told whether the others were told of it
   */
  record Registered(ExpertDetails details, boolean told) implements Expert {}

  /**
   * Left the pool, or will.
   *
   * @param from first day outside it; absent where nobody said, and then for all days
   * @param told whether the others were told of it
   */
  record Withdrawn(ExpertDetails details, String reason, @Nullable LocalDate from, boolean told)
      implements Expert {
    boolean isStillIn(LocalDate day) {
      return from != null && day.isBefore(from);
    }
  }

  /** Whether the others were told of it. */
  default boolean isTold() {
    return switch (this) {
      case Unregistered() -> false;
      case Registered known -> known.told();
      case Withdrawn gone -> gone.told();
    };
  }
}
