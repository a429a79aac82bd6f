package cn.doublerandom.inspection.visit;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An expert as the registry told of him last.
 *
 * @param id number in the pool
 * @param entrusted absent once he was made unreadable for ever; nothing is known of him then
 * @param withdrawn true where he has left the pool, or will; absent where he has not
 * @param withdrawnFrom first day outside it; absent where it is all days
 */
public record KnownExpert(
    String id,
    @Nullable Entrusted entrusted,
    @Nullable Boolean withdrawn,
    @Nullable LocalDate withdrawnFrom) {
  /** Of whom nothing is known any more. */
  public static KnownExpert erased(String id) {
    return new KnownExpert(id, null, null, null);
  }

  public boolean isErased() {
    return entrusted == null;
  }

  /** By what he is entrusted; nothing once he was erased. */
  public Optional<Entrusted> entrustment() {
    return Optional.ofNullable(entrusted);
  }

  /** Whether his entrustment holds on a day. */
  public boolean isEntrusted(LocalDate day) {
    boolean isIn = withdrawn == null || (withdrawnFrom != null && day.isBefore(withdrawnFrom));
    return entrusted != null && isIn && entrusted.holds(day);
  }
}
