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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is ill today is not drawn today, and nobody waits for a second signature. Days that began
 * before they are told are another thing: they say of a team that it should not have been, and wait
 * for a second person (ADR 26).
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
    return leave.from().isBefore(grant.recorded())
        ? ask(List.of(), new AbsenceRequested(leave, null, grant.by()), known)
        : accept(new LeaveGranted(leave, grant.by(), null));
  }

  /** A row that says somebody left on a day that is past: the rest of it holds at once. */
  static Decision<InspectorEvent> revise(
      RegisterInspector command, LocalDate day, Registered known) {
    InspectorDetails told = command.details();
    boolean leftBefore =
        told.status() == InspectorStatus.LEFT
            && known.statuses().asOf(day) == InspectorStatus.ACTIVE
            && day.isBefore(command.recorded());
    if (!leftBefore) {
      return accept(new InspectorRevised(told, day));
    }
    InspectorDetails before = known.asOf(command.recorded());
    InspectorDetails rest = told.withStatus(before.status());
    List<InspectorEvent> atOnce =
        before.equals(rest) ? List.of() : List.of(new InspectorRevised(rest, command.recorded()));
    return ask(atOnce, new AbsenceRequested(null, day, command.by()), known);
  }

  /** One thing waits at a time, and the same again is no second one. */
  private static Decision<InspectorEvent> ask(
      List<InspectorEvent> atOnce, AbsenceRequested asked, Registered known) {
    Optional<AbsenceAsked> waits = known.absenceAsked();
    boolean isAsked = waits.filter(w -> w.equals(asked(asked))).isPresent();
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
    return leave == null
        ? new InspectorRevised(
            known.details().withStatus(InspectorStatus.LEFT), asked.leftFrom(), asked.by(), by)
        : new LeaveGranted(leave, asked.by(), by);
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
    return new AbsenceAsked(asked.leave(), asked.leftFrom(), asked.by());
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
      case ErasureRequested asked -> before;
      case ErasureApproved approved -> before;
    };
  }
}
