package cn.doublerandom.registry.inspector;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.registry.RegistryRejection.ABSENCE_ASKED_BY_ANOTHER;
import static cn.doublerandom.registry.RegistryRejection.ABSENCE_NEEDS_SECOND_PERSON;
import static cn.doublerandom.registry.RegistryRejection.ABSENCE_NOT_REQUESTED;
import static cn.doublerandom.registry.RegistryRejection.ABSENCE_REQUEST_WAITS;
import static cn.doublerandom.registry.RegistryRejection.INSPECTOR_UNKNOWN;
import static cn.doublerandom.registry.RegistryRejection.LEAVE_ENDS_BEFORE_IT_BEGINS;
import static cn.doublerandom.registry.RegistryRejection.REASON_MISSING;

import cn.doublerandom.bureau.figures.Turns.Turn;
import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.registry.inspector.Inspector.AbsenceAsked;
import cn.doublerandom.registry.inspector.Inspector.Registered;
import cn.doublerandom.registry.inspector.Inspector.Unregistered;
import cn.doublerandom.registry.inspector.InspectorCommand.ApproveAbsence;
import cn.doublerandom.registry.inspector.InspectorCommand.GrantLeave;
import cn.doublerandom.registry.inspector.InspectorCommand.RegisterInspector;
import cn.doublerandom.registry.inspector.InspectorEvent.AbsenceRequestEnded;
import cn.doublerandom.registry.inspector.InspectorEvent.AbsenceRequested;
import cn.doublerandom.registry.inspector.InspectorEvent.ConflictsDeclared;
import cn.doublerandom.registry.inspector.InspectorEvent.ErasureApproved;
import cn.doublerandom.registry.inspector.InspectorEvent.ErasureRequested;
import cn.doublerandom.registry.inspector.InspectorEvent.InspectorRegistered;
import cn.doublerandom.registry.inspector.InspectorEvent.InspectorRevised;
import cn.doublerandom.registry.inspector.InspectorEvent.LeaveGranted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is ill today is not drawn today, and nobody waits for a second signature. Days that began
 * before they are told are another thing: they say of a team that it should not have been, and wait
 * for a second person. So do 离岗 of today and a certificate that a table lets run out: neither is an
 * illness, and both would take somebody out of the draw of today (ADR 26).
 */
public final class Absences {
  private Absences() {}

  static Decision<InspectorEvent> grant(GrantLeave grant, Registered known) {
    Leave leave = grant.leave();
    if (leave.until().isBefore(leave.from())) {
      return reject(LEAVE_ENDS_BEFORE_IT_BEGINS, "field", "until");
    } else if (!ReasonText.isInWords(leave.reason())) {
      return reject(REASON_MISSING, "field", "reason");
    } else if (known.leaves().contains(leave)) {
      return accept();
    }
    if (!leave.from().isBefore(grant.recorded())) {
      return accept(new LeaveGranted(leave, grant.by(), null));
    }
    var asked = new AbsenceRequested(leave, null, grant.by());
    return ask(
        List.of(),
        asked,
        known,
        known.absenceAsked().filter(w -> w.equals(asked(asked))).isPresent());
  }

  /**
   * A row that takes somebody out of the draw of today, or of a day before: the rest of it holds at
   * once.
   */
  static Decision<InspectorEvent> revise(
      RegisterInspector command, LocalDate day, Registered known) {
    InspectorDetails told = command.details();
    InspectorDetails before = known.asOf(command.recorded());
    boolean leaves =
        told.status() == InspectorStatus.LEFT
            && known.statuses().asOf(day) == InspectorStatus.ACTIVE
            && !day.isAfter(command.recorded());
    boolean expires =
        before.status() == InspectorStatus.ACTIVE
            && !before.certifiedUntil().isBefore(command.recorded())
            && told.certifiedUntil().isBefore(command.recorded());
    Narrowing narrowing = Narrowing.between(before, told);
    if (!leaves && !expires && narrowing == null) {
      return accept(new InspectorRevised(told, day));
    }
    InspectorDetails wide = narrowing == null ? told : narrowing.rest(before, told);
    InspectorDetails certified = expires ? wide.valid(Validity.of(before)) : wide;
    InspectorDetails rest = leaves ? certified.withStatus(before.status()) : certified;
    LocalDate from = leaves ? command.recorded() : day;
    List<InspectorEvent> atOnce =
        known.asOf(from).equals(rest) ? List.of() : List.of(new InspectorRevised(rest, from));
    var asked =
        new AbsenceRequested(
            null, leaves ? day : null, command.by(), expires ? Validity.of(told) : null, narrowing);
    return ask(
        atOnce,
        asked,
        known,
        known.absenceAsked().filter(w -> isSame(w, asked, command)).isPresent());
  }

  /** A row without a day of its own means the day it was first told. */
  private static boolean isSame(
      AbsenceAsked waits, AbsenceRequested asked, RegisterInspector command) {
    LocalDate leftFrom =
        command.statusFrom() == null && asked.leftFrom() != null
            ? waits.leftFrom()
            : asked.leftFrom();
    return waits.leave() == null
        && Objects.equals(waits.leftFrom(), leftFrom)
        && (waits.leftFrom() == null) == (asked.leftFrom() == null)
        && Objects.equals(waits.validity(), asked.validity())
        && Objects.equals(waits.narrowing(), asked.narrowing());
  }

  /** One thing waits at a time, and the same again is no second one. */
  private static Decision<InspectorEvent> ask(
      List<InspectorEvent> atOnce, AbsenceRequested asked, Registered known, boolean isAsked) {
    Optional<AbsenceAsked> waits = known.absenceAsked();
    if (waits.isPresent() && !isAsked) {
      return reject(ABSENCE_REQUEST_WAITS, "waits", waits.get().inWords());
    }
    List<InspectorEvent> events = new ArrayList<>(atOnce);
    if (!isAsked) {
      events.add(asked);
    }
    return new Decision.Accepted<>(events);
  }

  static Decision<InspectorEvent> approve(ApproveAbsence approve, Inspector inspector) {
    return switch (inspector) {
      case Unregistered() -> reject(INSPECTOR_UNKNOWN);
      case Registered known when known.absenceAsked().isEmpty() -> reject(ABSENCE_NOT_REQUESTED);
      case Registered known -> {
        AbsenceAsked asked = known.absenceAsked().orElseThrow();
        yield SecondPerson.isSame(approve.by(), asked.by())
            ? reject(ABSENCE_NEEDS_SECOND_PERSON)
            : accept(agreed(asked, approve.by(), known));
      }
    };
  }

  private static InspectorEvent agreed(AbsenceAsked asked, String by, Registered known) {
    @Nullable Leave leave = asked.leave();
    if (leave != null) {
      return new LeaveGranted(leave, asked.by(), by);
    }
    Validity validity = asked.validity();
    Narrowing narrowing = asked.narrowing();
    InspectorDetails certified =
        validity == null ? known.details() : known.details().valid(validity);
    InspectorDetails told = narrowing == null ? certified : narrowing.applied(certified);
    // Where nobody leaves, the status stays as it is, from the day it has been so.
    Turn<InspectorStatus> last = known.statuses().turns().getLast();
    return asked.leftFrom() == null
        ? new InspectorRevised(told.withStatus(last.value()), last.from(), asked.by(), by)
        : new InspectorRevised(
            told.withStatus(InspectorStatus.LEFT), asked.leftFrom(), asked.by(), by);
  }

  /** Declined by another, or withdrawn by who asked. */
  static Decision<InspectorEvent> end(
      String by, String reason, boolean withdrawn, Inspector inspector) {
    return switch (inspector) {
      case Unregistered() -> reject(INSPECTOR_UNKNOWN);
      case Registered known when known.absenceAsked().isEmpty() -> reject(ABSENCE_NOT_REQUESTED);
      case Registered known when !ReasonText.isInWords(reason) ->
          reject(REASON_MISSING, "field", "reason");
      case Registered known -> {
        boolean isOwn = SecondPerson.isSame(by, known.absenceAsked().orElseThrow().by());
        if (isOwn == withdrawn) {
          yield accept(new AbsenceRequestEnded(reason, by, withdrawn));
        }
        yield reject(withdrawn ? ABSENCE_ASKED_BY_ANOTHER : ABSENCE_NEEDS_SECOND_PERSON);
      }
    };
  }

  private static AbsenceAsked asked(AbsenceRequested asked) {
    return new AbsenceAsked(
        asked.leave(), asked.leftFrom(), asked.by(), asked.validity(), asked.narrowing());
  }

  /** What waits for a second person after an event. */
  public static Optional<AbsenceAsked> after(Optional<AbsenceAsked> before, InspectorEvent event) {
    return switch (event) {
      case AbsenceRequested asked -> Optional.of(asked(asked));
      case AbsenceRequestEnded ended -> Optional.empty();
      case LeaveGranted granted -> before.filter(b -> granted.approvedBy() == null);
      case InspectorRevised revised -> before.filter(b -> revised.approvedBy() == null);
      case InspectorRegistered registered -> Optional.empty();
      case ConflictsDeclared declared -> before;
      case InspectorEvent.ConflictsRevoked revoked -> before;
      case InspectorEvent.RecusalsRequested asked -> before;
      case InspectorEvent.RecusalRequestsEnded ended -> before;
      case ErasureRequested asked -> before;
      case ErasureApproved approved -> before;
    };
  }
}
