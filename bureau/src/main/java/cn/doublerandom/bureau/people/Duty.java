package cn.doublerandom.bureau.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What 执法检查人员名录库 says of an officer's days: who left, is on leave or has no valid certificate
 * neither is drawn nor visits anybody (R17).
 *
 * @param status ACTIVE or LEFT
 * @param certificateValidUntil last day of the certificate that is valid longest
 * @param absences days of leave; absent where none are known
 * @param later status from a later day on, ascending; absent where nothing is known of one
 */
public record Duty(
    String status,
    LocalDate certificateValidUntil,
    @Nullable List<Absence> absences,
    @Nullable List<Later> later) {
  public Duty {
    absences = absences == null ? null : List.copyOf(absences);
    later = later == null ? null : List.copyOf(later);
  }

  /**
   * Days of leave.
   *
   * @param from first day
   * @param until last day
   */
  public record Absence(LocalDate from, LocalDate until) {
    boolean holds(LocalDate today) {
      return !today.isBefore(from) && !today.isAfter(until);
    }
  }

  /**
   * A status from a later day on.
   *
   * @param from first day
   * @param status ACTIVE or LEFT
   */
  public record Later(LocalDate from, String status) {}

  /** NOT_ACTIVE, CERTIFICATE_EXPIRED or ON_LEAVE, where one of them holds. */
  public Optional<String> obstacle(LocalDate today) {
    if (!statusOn(today).equals("ACTIVE")) {
      return Optional.of("NOT_ACTIVE");
    } else if (certificateValidUntil.isBefore(today)) {
      return Optional.of("CERTIFICATE_EXPIRED");
    }
    return absences != null && absences.stream().anyMatch(a -> a.holds(today))
        ? Optional.of("ON_LEAVE")
        : Optional.empty();
  }

  private String statusOn(LocalDate day) {
    return later == null
        ? status
        : later.stream()
            .filter(known -> !known.from().isAfter(day))
            .map(Later::status)
            .reduce(status, (earlier, then) -> then);
  }
}
