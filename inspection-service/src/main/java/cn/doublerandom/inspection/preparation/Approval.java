package cn.doublerandom.inspection.preparation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 行政检查审批.
 *
 * <pre>Unasked ──ask──▶ Asked ──approve──▶ Given
 *                  ▲       │
 *                  └─ask── Declined, TakenBack</pre>
 */
public sealed interface Approval {
  record Unasked() implements Approval {}

  /**
   * @param unannounced why the subject is not to be told before; absent where it is told
   */
  record Asked(String by, @Nullable String unannounced, LocalDate on) implements Approval {}

  record Given(Asked asked, String by, LocalDate on) implements Approval {
    boolean isUnannounced() {
      return asked.unannounced() != null;
    }
  }

  record Declined(Asked asked, String by, String reason, LocalDate on) implements Approval {}

  /** Who asked took it back. */
  record TakenBack(Asked asked, String by, String reason, LocalDate on) implements Approval {}
}
