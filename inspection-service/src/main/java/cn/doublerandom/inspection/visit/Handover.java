package cn.doublerandom.inspection.visit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 移交: a member of the team is to be replaced by the draw. It is gone with the member once somebody
 * came in for him.
 *
 * @param by account of who asked
 * @param refused why nobody comes in; absent as long as it waits
 */
public record Handover(
    String inspector, String reason, String by, LocalDate on, @Nullable String refused) {
  boolean isOpen() {
    return refused == null;
  }
}
