package cn.doublerandom.registry.expert;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happens to an expert. */
public sealed interface ExpertEvent {
  /** New in the pool, changed, or back in it; carries the whole entry. */
  record ExpertRegistered(ExpertDetails details) implements ExpertEvent {}

  /**
   * @param effective first day outside the pool; absent in old events
   */
  record ExpertWithdrawn(String reason, @Nullable LocalDate effective) implements ExpertEvent {}
}
