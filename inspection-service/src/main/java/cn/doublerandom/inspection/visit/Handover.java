package cn.doublerandom.inspection.visit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 移交: a member of the team is to be replaced by the draw. It is gone with the member once somebody
 * came in for him.
 *
 * @param by account of who asked
 * @param refused why nobody comes in; absent as long as it waits
 * @param takenBack why it was taken back here; absent where it was not. It waits until the draw has
 *     dropped it, or says that it had decided before
 */
public record Handover(
    String inspector,
    String reason,
    String by,
    LocalDate on,
    @Nullable String refused,
    @Nullable String takenBack) {
  /** One nobody took back. */
  public Handover(
      String inspector, String reason, String by, LocalDate on, @Nullable String refused) {
    this(inspector, reason, by, on, refused, null);
  }

  boolean isOpen() {
    return refused == null;
  }

  Handover refused(String why) {
    return new Handover(inspector, reason, by, on, why, takenBack);
  }

  Handover takenBack(String why) {
    return new Handover(inspector, reason, by, on, refused, why);
  }
}
