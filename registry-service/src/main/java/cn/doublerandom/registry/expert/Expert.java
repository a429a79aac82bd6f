package cn.doublerandom.registry.expert;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An expert: not there yet, in the pool, or withdrawn from it. */
public sealed interface Expert {
  record Unregistered() implements Expert {}

  record Registered(ExpertDetails details) implements Expert {}

  /**
   * Left the pool, or will.
   *
   * @param from first day outside it; absent where nobody said, and then for all days
   */
  record Withdrawn(ExpertDetails details, String reason, @Nullable LocalDate from)
      implements Expert {
    boolean isStillIn(LocalDate day) {
      return from != null && day.isBefore(from);
    }
  }
}
