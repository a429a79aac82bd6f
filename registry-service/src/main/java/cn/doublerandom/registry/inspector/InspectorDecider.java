package cn.doublerandom.registry.inspector;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.registry.RegistryRejection.ERASURE_NOT_REQUESTED;
import static cn.doublerandom.registry.RegistryRejection.ERASURE_OWN_REQUEST;
import static cn.doublerandom.registry.RegistryRejection.INSPECTOR_STILL_ACTIVE;
import static cn.doublerandom.registry.RegistryRejection.INSPECTOR_UNKNOWN;
import static cn.doublerandom.registry.RegistryRejection.REASON_MISSING;

import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.registry.inspector.Inspector.ErasureRequest;
import cn.doublerandom.registry.inspector.Inspector.Registered;
import cn.doublerandom.registry.inspector.Inspector.Unregistered;
import cn.doublerandom.registry.inspector.InspectorCommand.ApproveAbsence;
import cn.doublerandom.registry.inspector.InspectorCommand.ApproveErasure;
import cn.doublerandom.registry.inspector.InspectorCommand.ApproveRecusals;
import cn.doublerandom.registry.inspector.InspectorCommand.DeclareConflicts;
import cn.doublerandom.registry.inspector.InspectorCommand.DeclineAbsence;
import cn.doublerandom.registry.inspector.InspectorCommand.EndRecusals;
import cn.doublerandom.registry.inspector.InspectorCommand.GrantLeave;
import cn.doublerandom.registry.inspector.InspectorCommand.RegisterInspector;
import cn.doublerandom.registry.inspector.InspectorCommand.RequestErasure;
import cn.doublerandom.registry.inspector.InspectorCommand.RevokeRecusals;
import cn.doublerandom.registry.inspector.InspectorCommand.WithdrawAbsence;
import cn.doublerandom.registry.inspector.InspectorEvent.AbsenceRequestEnded;
import cn.doublerandom.registry.inspector.InspectorEvent.AbsenceRequested;
import cn.doublerandom.registry.inspector.InspectorEvent.ConflictsDeclared;
import cn.doublerandom.registry.inspector.InspectorEvent.ConflictsRevoked;
import cn.doublerandom.registry.inspector.InspectorEvent.ErasureApproved;
import cn.doublerandom.registry.inspector.InspectorEvent.ErasureRequested;
import cn.doublerandom.registry.inspector.InspectorEvent.InspectorRegistered;
import cn.doublerandom.registry.inspector.InspectorEvent.InspectorRevised;
import cn.doublerandom.registry.inspector.InspectorEvent.LeaveGranted;
import cn.doublerandom.registry.inspector.InspectorEvent.RecusalRequestsEnded;
import cn.doublerandom.registry.inspector.InspectorEvent.RecusalsRequested;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 执法检查人员名录库实施动态调整、分类标注 (二(一), R17, R19); 回避 (R65). */
public final class InspectorDecider
    implements Decider<InspectorCommand, InspectorEvent, Inspector> {
  @Override
  public Inspector initial() {
    return new Unregistered();
  }

  @Override
  public Decision<InspectorEvent> decide(InspectorCommand command, Inspector inspector) {
    return switch (command) {
      case RegisterInspector register -> register(register, inspector);
      case RequestErasure(var reason, var by, var on) ->
          switch (inspector) {
            case Unregistered() -> reject(INSPECTOR_UNKNOWN);
            case Registered known when !ReasonText.isInWords(reason) ->
                reject(REASON_MISSING, "field", "reason");
            case Registered known when known.statuses().asOf(on) == InspectorStatus.ACTIVE ->
                reject(INSPECTOR_STILL_ACTIVE);
            case Registered known when known.erasure().isPresent() -> accept();
            case Registered known -> accept(new ErasureRequested(reason, by));
          };
      case ApproveErasure(var by) ->
          switch (inspector) {
            case Unregistered() -> reject(INSPECTOR_UNKNOWN);
            case Registered known ->
                known
                    .erasure()
                    .map(asked -> approve(by, asked))
                    .orElseGet(() -> reject(ERASURE_NOT_REQUESTED));
          };
      case InspectorCommand.EndErasure end -> ErasureEnds.end(end, inspector);
      case DeclareConflicts declare -> Recusals.declare(declare, inspector);
      case RevokeRecusals revoke -> Recusals.revoke(revoke, inspector);
      case ApproveRecusals approve -> Recusals.approve(approve, inspector);
      case EndRecusals end -> Recusals.end(end, inspector);
      case GrantLeave grant ->
          switch (inspector) {
            case Unregistered() -> reject(INSPECTOR_UNKNOWN);
            case Registered known -> Absences.grant(grant, known);
          };
      case ApproveAbsence approve -> Absences.approve(approve, inspector);
      case DeclineAbsence(var by, var reason, var batch) ->
          Absences.end(by, reason, false, batch, inspector);
      case WithdrawAbsence(var by, var reason, var batch) ->
          Absences.end(by, reason, true, batch, inspector);
      case InspectorCommand.UndoInspectorImport undo -> InspectorUndoing.undo(undo, inspector);
    };
  }

  private static Decision<InspectorEvent> register(RegisterInspector command, Inspector inspector) {
    InspectorDetails details = command.details();
    return switch (inspector) {
      case Unregistered() -> Absences.register(command);
      case Registered known -> {
        LocalDate day = command.statusFrom() == null ? command.recorded() : command.statusFrom();
        yield known.asOf(day).equals(details) ? accept() : Absences.revise(command, day, known);
      }
    };
  }

  @Override
  public Inspector evolve(Inspector inspector, InspectorEvent event) {
    return switch (event) {
      case InspectorRegistered(var details, var effective) ->
          new Registered(
              details,
              List.of(),
              List.of(),
              Optional.empty(),
              InspectorStatus.first(details.status(), effective),
              Optional.empty(),
              List.of(),
              Map.of());
      case InspectorRevised revised -> revised(registered(inspector), revised);
      case ErasureRequested(var reason, var by) ->
          registered(inspector).withErasure(Optional.of(new ErasureRequest(reason, by)));
      case InspectorEvent.ErasureRequestEnded ended ->
          registered(inspector).withErasure(Optional.empty());
      case ErasureApproved approved -> {
        Registered known = registered(inspector);
        yield known.withErasure(known.erasure().map(ErasureRequest::agreed));
      }
      case ConflictsDeclared declared -> registered(inspector).recused(event);
      case ConflictsRevoked revoked -> registered(inspector).recused(event);
      case RecusalsRequested asked -> registered(inspector).recused(event);
      case RecusalRequestsEnded ended -> registered(inspector).recused(event);
      case LeaveGranted granted -> {
        Registered known = registered(inspector);
        yield known.with(granted.leave(), Absences.after(known.absenceAsked(), event));
      }
      case AbsenceRequested asked ->
          registered(inspector).with(Absences.after(Optional.empty(), event));
      case AbsenceRequestEnded ended -> registered(inspector).with(Optional.empty());
      case InspectorEvent.InspectorImportUndone undone ->
          InspectorUndoing.undone(undone, registered(inspector));
    };
  }

  private static Registered revised(Registered known, InspectorRevised revised) {
    return new Registered(
        revised.details(),
        known.recusals(),
        known.leaves(),
        known.erasure(),
        InspectorStatus.after(known.statuses(), revised.details().status(), revised.effective()),
        Absences.after(known.absenceAsked(), revised),
        known.recusalsAsked(),
        known.decided());
  }

  private static Decision<InspectorEvent> approve(String by, ErasureRequest asked) {
    return SecondPerson.isSame(by, asked.by())
        ? reject(ERASURE_OWN_REQUEST)
        : accept(new ErasureApproved(by));
  }

  private static Registered registered(Inspector inspector) {
    return switch (inspector) {
      case Registered registered -> registered;
      case Unregistered() -> throw new IllegalStateException("unknown inspector has a history");
    };
  }
}
