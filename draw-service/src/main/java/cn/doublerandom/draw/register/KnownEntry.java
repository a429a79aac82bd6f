package cn.doublerandom.draw.register;

import cn.doublerandom.servicekit.figures.Standing;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An entry of 一单两库 as the registry last told it. */
public sealed interface KnownEntry {
  /**
   * A subject.
   *
   * @param status ACTIVE, SUSPENDED, CANCELLED or MOVED_OUT
   * @param creditRiskClass A to D; absent where there is none, and in entries from before it was
   *     noted
   * @param standing since when it was in business; absent in entries from before it was noted
   */
  record KnownSubject(
      String id,
      String name,
      String kind,
      List<String> labels,
      String status,
      @Nullable String creditRiskClass,
      @Nullable Standing standing)
      implements KnownEntry {
    public KnownSubject {
      labels = List.copyOf(labels);
    }

    /** The same with another past. */
    KnownSubject with(Standing past) {
      return new KnownSubject(id, name, kind, labels, status, creditRiskClass, past);
    }

    /** Since when it was in business, as far as is known. */
    public Standing stood() {
      return standing == null ? Standing.of(LocalDate.EPOCH, status) : standing;
    }
  }

  /**
   * An inspector.
   *
   * @param absences days on leave; absent in entries from before they were told
   */
  record KnownInspector(
      String id,
      List<String> tags,
      LocalDate certificateValidUntil,
      String status,
      List<KnownRecusal> recusals,
      @Nullable List<KnownAbsence> absences)
      implements KnownEntry {
    public KnownInspector {
      tags = List.copyOf(tags);
      recusals = List.copyOf(recusals);
      absences = absences == null ? null : List.copyOf(absences);
    }

    /** 失效不纳入抽取: who left, is on leave or whose certificate has ended is never drawn (R17). */
    public boolean mayBeDrawn(LocalDate today) {
      return obstacle(today).isEmpty();
    }

    /** NOT_ACTIVE, CERTIFICATE_EXPIRED or ON_LEAVE, where one of them holds. */
    public Optional<String> obstacle(LocalDate today) {
      if (!status.equals("ACTIVE")) {
        return Optional.of("NOT_ACTIVE");
      } else if (certificateValidUntil.isBefore(today)) {
        return Optional.of("CERTIFICATE_EXPIRED");
      }
      return absences != null && absences.stream().anyMatch(a -> a.holds(today))
          ? Optional.of("ON_LEAVE")
          : Optional.empty();
    }
  }

  /**
   * A recusal.
   *
   * @param from first day; absent where it always held
   * @param until last day; absent where it does not end
   */
  record KnownRecusal(
      String subject, String reason, @Nullable LocalDate from, @Nullable LocalDate until) {
    public boolean holds(LocalDate today) {
      return (from == null || !today.isBefore(from)) && (until == null || !today.isAfter(until));
    }
  }

  /**
   * Days of leave.
   *
   * @param from first day
   * @param until last day
   */
  record KnownAbsence(LocalDate from, LocalDate until) {
    boolean holds(LocalDate today) {
      return !today.isBefore(from) && !today.isAfter(until);
    }
  }

  /**
   * A claimed item.
   *
   * @param claimed false after its release
   * @param key true for 重点; absent in entries from before that was noted
   */
  record KnownItem(String code, String name, String field, boolean claimed, @Nullable Boolean key)
      implements KnownEntry {}
}
