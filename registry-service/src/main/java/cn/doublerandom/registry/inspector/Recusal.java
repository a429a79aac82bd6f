package cn.doublerandom.registry.inspector;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A subject this inspector may not inspect (回避).
 *
 * @param subject id of the subject
 * @param reason DECLARED_INTEREST, RELATIVE, FORMER_EMPLOYER, SHAREHOLDER or SUBJECT_REQUEST
 * @param from first day; absent where it always held
 * @param until last day; absent where it does not end
 * @param declaredBy INSPECTOR or SUBJECT; absent in entries from before either side could, and
 *     where it follows from the register
 */
public record Recusal(
    String subject,
    String reason,
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    @Nullable String declaredBy) {
  public Recusal(String subject, String reason) {
    this(subject, reason, null, null, null);
  }

  public boolean holds(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
  }
}
