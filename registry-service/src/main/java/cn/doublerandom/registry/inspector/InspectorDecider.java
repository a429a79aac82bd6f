package cn.doublerandom.registry.inspector;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.registry.RegistryRejection.ERASURE_NOT_REQUESTED;
import static cn.doublerandom.registry.RegistryRejection.ERASURE_OWN_REQUEST;
import static cn.doublerandom.registry.RegistryRejection.INSPECTOR_STILL_ACTIVE;
import static cn.doublerandom.registry.RegistryRejection.INSPECTOR_UNKNOWN;
import static cn.doublerandom.registry.RegistryRejection.LEAVE_ENDS_BEFORE_IT_BEGINS;
import static cn.doublerandom.registry.RegistryRejection.REASON_MISSING;

import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.registry.inspector.Inspector.ErasureRequest;
import cn.doublerandom.registry.inspector.Inspector.Registered;
import cn.doublerandom.registry.inspector.Inspector.Unregistered;
import cn.doublerandom.registry.inspector.InspectorCommand.ApproveErasure;
import cn.doublerandom.registry.inspector.InspectorCommand.DeclareConflicts;
import cn.doublerandom.registry.inspector.InspectorCommand.GrantLeave;
import cn.doublerandom.registry.inspector.InspectorCommand.RegisterInspector;
import cn.doublerandom.registry.inspector.InspectorCommand.RequestErasure;
import cn.doublerandom.registry.inspector.InspectorEvent.ConflictsDeclared;
import cn.doublerandom.registry.inspector.InspectorEvent.ErasureApproved;
import cn.doublerandom.registry.inspector.InspectorEvent.ErasureRequested;
import cn.doublerandom.registry.inspector.InspectorEvent.InspectorRegistered;
import cn.doublerandom.registry.inspector.InspectorEvent.InspectorRevised;
import cn.doublerandom.registry.inspector.InspectorEvent.LeaveGranted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
            case Registered known when reason.isBlank() ->
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
      case DeclareConflicts(var recusals) ->
          switch (inspector) {
            case Unregistered() -> reject(INSPECTOR_UNKNOWN);
            case Registered known -> declare(recusals, known);
          };
      case GrantLeave(var leave) ->
          switch (inspector) {
            case Unregistered() -> reject(INSPECTOR_UNKNOWN);
            case Registered known when leave.until().isBefore(leave.from()) ->
                reject(LEAVE_ENDS_BEFORE_IT_BEGINS, "field", "until");
            case Registered known when known.leaves().contains(leave) -> accept();
            case Registered known -> accept(new LeaveGranted(leave));
          };
    };
  }

  private static Decision<InspectorEvent> register(RegisterInspector command, Inspector inspector) {
    InspectorDetails details = command.details();
    return switch (inspector) {
      case Unregistered() -> accept(new InspectorRegistered(details, command.statusFrom()));
      case Registered known -> {
        LocalDate day = command.statusFrom() == null ? command.recorded() : command.statusFrom();
        yield known.asOf(day).equals(details)
            ? accept()
            : accept(new InspectorRevised(details, day));
      }
    };
  }

  private static Decision<InspectorEvent> declare(List<Recusal> declared, Registered known) {
    List<Recusal> fresh =
        declared.stream().filter(r -> known.recusals().stream().noneMatch(r::equals)).toList();
    return fresh.isEmpty() ? accept() : accept(new ConflictsDeclared(fresh));
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
              InspectorStatus.first(details.status(), effective));
      case InspectorRevised(var details, var effective) -> {
        Registered known = registered(inspector);
        yield new Registered(
            details,
            known.recusals(),
            known.leaves(),
            known.erasure(),
            InspectorStatus.after(known.statuses(), details.status(), effective));
      }
      case ErasureRequested(var reason, var by) -> {
        Registered known = registered(inspector);
        yield new Registered(
            known.details(),
            known.recusals(),
            known.leaves(),
            Optional.of(new ErasureRequest(reason, by)),
            known.statuses());
      }
      case ErasureApproved approved -> inspector;
      case ConflictsDeclared(var fresh) -> {
        Registered known = registered(inspector);
        List<Recusal> all = new ArrayList<>(known.recusals());
        all.addAll(fresh);
        all.sort(Comparator.comparing(Recusal::subject));
        yield new Registered(
            known.details(), List.copyOf(all), known.leaves(), known.erasure(), known.statuses());
      }
      case LeaveGranted(var leave) -> {
        Registered known = registered(inspector);
        List<Leave> all = new ArrayList<>(known.leaves());
        all.add(leave);
        yield new Registered(
            known.details(), known.recusals(), List.copyOf(all), known.erasure(), known.statuses());
      }
    };
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
