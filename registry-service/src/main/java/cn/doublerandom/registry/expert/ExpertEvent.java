package cn.doublerandom.registry.expert;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happens to an expert. */
public sealed interface ExpertEvent {
  /**
   * New in the pool, changed, or back in it; carries the whole entry.
   *
   * @param told true where the others are told of it; absent in events from before they were
   */
  record ExpertRegistered(ExpertDetails details, @Nullable Boolean told) implements ExpertEvent {
    /** One of which the others are told. */
    public ExpertRegistered(ExpertDetails details) {
      this(details, true);
    }
  }

  /**
   * @param effective first day outside the pool; absent in old events
   */
  record ExpertWithdrawn(String reason, @Nullable LocalDate effective) implements ExpertEvent {}

  /**
   * Who was registered before the others were told of experts is told of now, once.
   *
   * @param erased true where he was made unreadable meanwhile; absent where he was not
   */
  record ExpertTold(@Nullable Boolean erased) implements ExpertEvent {}
}
