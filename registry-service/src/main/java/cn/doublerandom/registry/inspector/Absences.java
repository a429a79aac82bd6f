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
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is drawn is not for one person to choose: a leave of whatever day, 离岗, 在岗 of who is new or
 * comes back, and a row that changes who somebody is or what he is drawn for wait for a second
 * person (ADR 26).
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
    return ask(new AbsenceRequested(leave, grant.by()), known, false);
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
        new AbsenceRequested(null, null, command.by(), null, null, from, command.batch(), null));
  }

  /** A row waits as a whole: who it is, until when he may inspect and what he is drawn for. */
  static Decision<InspectorEvent> revise(
      RegisterInspector command, LocalDate day, Registered known) {
    InspectorDetails told = command.details();
    InspectorDetails before = known.asOf(command.recorded());
    boolean moves = told.status() != known.statuses().asOf(day);
    boolean leaves = moves && told.status() == InspectorStatus.LEFT;
    Validity validity = Validity.of(told);
    boolean renews = !validity.equals(Validity.of(before));
    Narrowing narrowing = Narrowing.between(before, told);
    Revision revision = Revision.between(before, told);
    boolean revises = renews || narrowing != null || !revision.parts().isEmpty();
    if (!moves && !revises) {
      return accept(new InspectorRevised(told, day));
    }
    return ask(
        new AbsenceRequested(
            null,
            leaves ? day : null,
            command.by(),
            renews ? validity : null,
            narrowing,
            moves && !leaves ? day : null,
            command.batch(),
            revises ? revision : null),
        known,
        command.statusFrom() == null);
  }

  /**
   * The same again; a row without a day of its own means the day it was first told.
   *
   * @param saysNoDay whether what is asked names no day
   */
  private static boolean isSame(AbsenceAsked waits, AbsenceAsked asked, boolean saysNoDay) {
    return Objects.equals(waits.leave(), asked.leave())
        && isSameDay(waits.leftFrom(), asked.leftFrom(), saysNoDay)
        && isSameDay(waits.activeFrom(), asked.activeFrom(), saysNoDay)
        && Objects.equals(waits.validity(), asked.validity())
        && Objects.equals(waits.narrowing(), asked.narrowing())
        && isSameRow(waits.revision(), asked.revision());
  }

  /** A row asked for before rows waited as a whole is the same where it changes nothing else. */
  private static boolean isSameRow(@Nullable Revision waits, @Nullable Revision asked) {
    return Objects.equals(waits, asked)
        || (waits == null && asked != null && asked.parts().isEmpty());
  }

  private static boolean isSameDay(
      @Nullable LocalDate waits, @Nullable LocalDate asked, boolean saysNoDay) {
    return Objects.equals(waits, asked) || (saysNoDay && waits != null && asked != null);
  }

  /** One thing waits at a time, and the same again is no second one. */
  private static Decision<InspectorEvent> ask(
      AbsenceRequested asked, Registered known, boolean saysNoDay) {
    Optional<AbsenceAsked> waits = known.absenceAsked();
    if (waits.isEmpty()) {
      return accept(asked);
    }
    return isSame(waits.get(), asked(asked), saysNoDay)
        ? accept()
        : reject(ABSENCE_REQUEST_WAITS, "waits", waits.get().inWords());
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
    InspectorDetails told = told(asked, known.details());
    Turn<InspectorStatus> turn = turn(asked, approve.on(), known);
    return new InspectorRevised(
        told.withStatus(turn.value()), turn.from(), asked.by(), approve.by());
  }

  /** Who is asked about, as he will be when another person agrees. */
  public static InspectorDetails asAsked(AbsenceAsked asked, InspectorDetails known) {
    InspectorDetails told = told(asked, known);
    if (asked.leftFrom() != null) {
      return told.withStatus(InspectorStatus.LEFT);
    }
    return asked.activeFrom() == null ? told : told.withStatus(InspectorStatus.ACTIVE);
  }

  /** The row; of before rows waited as a whole what of it had waited. */
  private static InspectorDetails told(AbsenceAsked asked, InspectorDetails known) {
    Revision revision = asked.revision();
    if (revision != null) {
      return revision.told();
    }
    Validity validity = asked.validity();
    Narrowing narrowing = asked.narrowing();
    InspectorDetails certified = validity == null ? known : known.valid(validity);
    return narrowing == null ? certified : narrowing.applied(certified);
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
        asked.batch(),
        asked.revision());
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
      case InspectorEvent.ErasureRequestEnded ended -> before;
      case ErasureApproved approved -> before;
      case InspectorEvent.InspectorImportUndone undone ->
          before.filter(asked -> undone.batch() == null || !undone.batch().equals(asked.batch()));
    };
  }
}
