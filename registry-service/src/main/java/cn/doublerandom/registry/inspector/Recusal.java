package cn.doublerandom.registry.inspector;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

  /** Those that hold after an event, ascending by subject. */
  public static List<Recusal> after(List<Recusal> before, InspectorEvent event) {
    List<Recusal> all = new ArrayList<>(before);
    if (event instanceof InspectorEvent.ConflictsDeclared declared) {
      all.addAll(declared.recusals());
      all.sort(Comparator.comparing(Recusal::subject));
    } else if (event instanceof InspectorEvent.ConflictsRevoked revoked) {
      all.removeAll(revoked.recusals());
    }
    return List.copyOf(all);
  }

  public boolean holds(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
  }
}
