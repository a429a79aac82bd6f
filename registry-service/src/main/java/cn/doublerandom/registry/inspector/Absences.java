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
 * Who is drawn is not for one person to choose: a leave of whatever day, 离岗, 在岗 of who is new or
 * comes back, and a certificate that ends earlier wait for a second person (ADR 26).
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
    var asked = new AbsenceRequested(leave, grant.by());
    return ask(
        List.of(),
        asked,
        known,
        known.absenceAsked().filter(w -> w.equals(asked(asked))).isPresent());
  }

  /** Who is new can be drawn when another agreed; the table that opens the register is taken. */
  static Decision<InspectorEvent> register(RegisterInspector command) {
    InspectorDetails told = command.details();
    if (command.opensRegister() || told.status() == InspectorStatus.LEFT) {
      return accept(new InspectorRegistered(told, command.statusFrom()));
    }
    LocalDate from = command.statusFrom() == null ? command.recorded() : command.statusFrom();
    return accept(
        new InspectorRegistered(told.withStatus(InspectorStatus.LEFT), null),
        new AbsenceRequested(null, null, command.by(), null, null, from, command.batch()));
  }

  /** A row that takes somebody out of the draw or brings him in: the rest of it holds at once. */
  static Decision<InspectorEvent> revise(
      RegisterInspector command, LocalDate day, Registered known) {
    InspectorDetails told = command.details();
    InspectorDetails before = known.asOf(command.recorded());
    boolean moves = told.status() != known.statuses().asOf(day);
    boolean leaves = moves && told.status() == InspectorStatus.LEFT;
    boolean shortens = told.certifiedUntil().isBefore(before.certifiedUntil());
    Narrowing narrowing = Narrowing.between(before, told);
    if (!moves && !shortens && narrowing == null) {
      return accept(new InspectorRevised(told, day));
    }
    InspectorDetails wide = narrowing == null ? told : narrowing.rest(before, told);
    InspectorDetails certified = shortens ? wide.valid(Validity.of(before)) : wide;
    InspectorDetails rest = moves ? certified.withStatus(before.status()) : certified;
    LocalDate from = moves ? command.recorded() : day;
    List<InspectorEvent> atOnce =
        known.asOf(from).equals(rest) ? List.of() : List.of(new InspectorRevised(rest, from));
    var asked =
        new AbsenceRequested(
            null,
            leaves ? day : null,
            command.by(),
            shortens ? Validity.of(told) : null,
            narrowing,
            moves && !leaves ? day : null,
            command.batch());
    return ask(
        atOnce,
        asked,
        known,
        known.absenceAsked().filter(w -> isSame(w, asked, command)).isPresent());
  }

  /** A row without a day of its own means the day it was first told. */
  private static boolean isSame(
      AbsenceAsked waits, AbsenceRequested asked, RegisterInspector command) {
    boolean saysNoDay = command.statusFrom() == null;
    return waits.leave() == null
        && isSameDay(waits.leftFrom(), asked.leftFrom(), saysNoDay)
        && isSameDay(waits.activeFrom(), asked.activeFrom(), saysNoDay)
        && Objects.equals(waits.validity(), asked.validity())
        && Objects.equals(waits.narrowing(), asked.narrowing());
  }

  private static boolean isSameDay(
      @Nullable LocalDate waits, @Nullable LocalDate asked, boolean saysNoDay) {
    return Objects.equals(waits, asked) || (saysNoDay && waits != null && asked != null);
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
      case Registered known when !waits(known, approve.batch()) -> reject(ABSENCE_NOT_REQUESTED);
      case Registered known -> {
        AbsenceAsked asked = known.absenceAsked().orElseThrow();
        yield SecondPerson.isSame(approve.by(), asked.by())
            ? reject(ABSENCE_NEEDS_SECOND_PERSON)
            : accept(agreed(asked, approve, known));
      }
    };
  }

  private static boolean waits(Registered known, @Nullable String batch) {
    return known
        .absenceAsked()
        .filter(asked -> batch == null || batch.equals(asked.batch()))
        .isPresent();
  }

  private static InspectorEvent agreed(
      AbsenceAsked asked, ApproveAbsence approve, Registered known) {
    @Nullable Leave leave = asked.leave();
    if (leave != null) {
      return new LeaveGranted(leave, asked.by(), approve.by());
    }
    Validity validity = asked.validity();
    Narrowing narrowing = asked.narrowing();
    InspectorDetails certified =
        validity == null ? known.details() : known.details().valid(validity);
    InspectorDetails told = narrowing == null ? certified : narrowing.applied(certified);
    Turn<InspectorStatus> turn = turn(asked, approve.on(), known);
    return new InspectorRevised(
        told.withStatus(turn.value()), turn.from(), asked.by(), approve.by());
  }

  /** Nobody was there before another agreed; who neither leaves nor comes stays as he is. */
  private static Turn<InspectorStatus> turn(AbsenceAsked asked, LocalDate on, Registered known) {
    LocalDate leftFrom = asked.leftFrom();
    LocalDate activeFrom = asked.activeFrom();
    if (leftFrom != null) {
      return new Turn<>(leftFrom, InspectorStatus.LEFT);
    }
    return activeFrom == null
        ? known.statuses().turns().getLast()
        : new Turn<>(activeFrom.isAfter(on) ? activeFrom : on, InspectorStatus.ACTIVE);
  }

  /** Declined by another, or withdrawn by who asked. */
  static Decision<InspectorEvent> end(
      String by, String reason, boolean withdrawn, @Nullable String batch, Inspector inspector) {
    return switch (inspector) {
      case Unregistered() -> reject(INSPECTOR_UNKNOWN);
      case Registered known when !waits(known, batch) -> reject(ABSENCE_NOT_REQUESTED);
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
        asked.leave(),
        asked.leftFrom(),
        asked.by(),
        asked.validity(),
        asked.narrowing(),
        asked.activeFrom(),
        asked.batch());
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
