package cn.doublerandom.draw.register;

import cn.doublerandom.bureau.figures.Standing;
import cn.doublerandom.bureau.people.Duty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An entry of 一单两库 as the registry last told it. */
public sealed interface KnownEntry {
  /**
   * A subject as it stood when it was told.
   *
   * @param status ACTIVE, SUSPENDED, CANCELLED, MOVED_OUT, REVOKED or UNCONFIRMED
   * @param creditRiskClass A to D; absent where there is none, and in entries from before it was
   *     noted
   * @param standing since when it was in business; absent in entries from before it was noted
   * @param later what holds from a later day, ascending; absent where nothing is known of one, and
   *     in entries from before it was told
   */
  record KnownSubject(
      String id,
      String name,
      String kind,
      List<String> labels,
      String status,
      @Nullable String creditRiskClass,
      @Nullable Standing standing,
      @Nullable List<KnownChange> later)
      implements KnownEntry {
    public KnownSubject {
      labels = List.copyOf(labels);
      later = later == null ? null : List.copyOf(later);
    }

    /** The entry as it stands on a day; of days before it was told nothing else is known. */
    public KnownSubject asOf(LocalDate day) {
      List<KnownChange> past =
          later == null
              ? List.of()
              : later.stream().filter(change -> !change.from().isAfter(day)).toList();
      if (past.isEmpty() || later == null) {
        return this;
      }
      KnownChange now = past.getLast();
      List<KnownChange> rest = later.subList(past.size(), later.size());
      return new KnownSubject(
          id,
          name,
          kind,
          now.labels(),
          now.status(),
          now.creditRiskClass(),
          standing,
          rest.isEmpty() ? null : rest);
    }

    /**
     * Whether it stands in the frames of whose scope it is, and counts there: in business, or
     * paused and excluded for it (存续, 停业).
     */
    public boolean standsInFrames() {
      return status.equals("ACTIVE") || status.equals("SUSPENDED");
    }

    /** The first change of status that is still to come. */
    public Optional<KnownChange> upcoming() {
      return later == null
          ? Optional.empty()
          : later.stream().filter(change -> !change.status().equals(status)).findFirst();
    }

    /** The same with another past. */
    KnownSubject with(Standing past) {
      return new KnownSubject(id, name, kind, labels, status, creditRiskClass, past, later);
    }

    /** Since when it was in business, as far as is known. */
    public Standing stood() {
      return standing == null ? Standing.of(LocalDate.EPOCH, status) : standing;
    }
  }

  /**
   * What holds of a subject from a later day, until the next change.
   *
   * @param from first day
   * @param creditRiskClass A to D; absent where there is none
   */
  record KnownChange(
      LocalDate from, String status, @Nullable String creditRiskClass, List<String> labels) {
    public KnownChange {
      labels = List.copyOf(labels);
    }
  }

  /**
   * An inspector as known when told.
   *
   * @param absences days on leave; absent in entries from before they were told
   * @param later status from a later day on, ascending; absent where nothing is known of one
   * @param recusalsAsked subjects of which a recusal, or its revocation, waits for a second person;
   *     absent where none do, and in entries from before it was told
   */
  record KnownInspector(
      String id,
      List<String> tags,
      LocalDate certificateValidUntil,
      String status,
      List<KnownRecusal> recusals,
      @Nullable List<Duty.Absence> absences,
      @Nullable List<Duty.Later> later,
      @Nullable List<String> recusalsAsked)
      implements KnownEntry {
    public KnownInspector {
      tags = List.copyOf(tags);
      recusals = List.copyOf(recusals);
      absences = absences == null ? null : List.copyOf(absences);
      later = later == null ? null : List.copyOf(later);
      recusalsAsked = recusalsAsked == null ? null : List.copyOf(recusalsAsked);
    }

    /** 失效不纳入抽取: who left, is on leave or whose certificate has ended is never drawn (R17). */
    public boolean mayBeDrawn(LocalDate today) {
      return obstacle(today).isEmpty();
    }

    /** NOT_ACTIVE, CERTIFICATE_EXPIRED or ON_LEAVE, where one of them holds. */
    public Optional<String> obstacle(LocalDate today) {
      return new Duty(status, certificateValidUntil, absences, later).obstacle(today);
    }
  }

  /**
   * A recusal.
   *
   * @param from first day; absent where it always held
   * @param until last day; absent where it does not end
   * @param decidedBy account of the second person; absent where it took one, or follows from the
   *     register, and in entries from before it was told
   */
  record KnownRecusal(
      String subject,
      String reason,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      @Nullable String decidedBy) {
    /** The same days and reason, whoever decided: told with more it is no news. */
    public boolean isSame(KnownRecusal other) {
      return subject.equals(other.subject)
          && reason.equals(other.reason)
          && Objects.equals(from, other.from)
          && Objects.equals(until, other.until);
    }

    public boolean holds(LocalDate today) {
      return (from == null || !today.isBefore(from)) && (until == null || !today.isAfter(until));
    }
  }

  /**
   * What an item was called.
   *
   * @param until first day of the name that followed
   */
  record FormerName(String name, LocalDate until) {}

  /**
   * A claimed item.
   *
   * @param claimed false after its release
   * @param key true for 重点; absent in entries from before that was noted
   * @param claimedOn day of the claim; absent in entries from before that was noted
   * @param formerly what it was called before, in the order of the days; absent where it was not
   *     renamed
   */
  record KnownItem(
      String code,
      String name,
      String field,
      boolean claimed,
      @Nullable Boolean key,
      @Nullable LocalDate claimedOn,
      @Nullable List<FormerName> formerly)
      implements KnownEntry {
    public KnownItem(
        String code,
        String name,
        String field,
        boolean claimed,
        @Nullable Boolean key,
        @Nullable LocalDate claimedOn) {
      this(code, name, field, claimed, key, claimedOn, null);
    }

    /** The same after its release. */
    public KnownItem released() {
      return new KnownItem(code, name, field, false, key, claimedOn, formerly);
    }

    /** The same as what is told now, which had its former names too. */
    KnownItem followedBy(KnownItem told, @Nullable LocalDate renamedOn) {
      List<FormerName> names = new ArrayList<>(formerNames());
      if (renamedOn != null && !told.name().equals(name)) {
        names.add(new FormerName(name, renamedOn));
      }
      return new KnownItem(
          told.code(),
          told.name(),
          told.field(),
          told.claimed(),
          told.key(),
          told.claimedOn(),
          names.isEmpty() ? null : List.copyOf(names));
    }

    private List<FormerName> formerNames() {
      return formerly == null ? List.of() : formerly;
    }

    /** What it was called at some time of a day; two names on the day that one followed another. */
    public List<String> namesOn(LocalDate day) {
      List<String> names = new ArrayList<>();
      for (FormerName former : formerNames()) {
        if (former.until().isAfter(day)) {
          return Stream.concat(names.stream(), Stream.of(former.name())).toList();
        }
        if (former.until().equals(day)) {
          names.add(former.name());
        }
      }
      names.add(name);
      return List.copyOf(names);
    }

    /** Whether it is claimed, and was by the end of a day; an unknown day was before all others. */
    public boolean wasClaimedBy(LocalDate day) {
      return claimed && (claimedOn == null || !claimedOn.isAfter(day));
    }
  }
}
