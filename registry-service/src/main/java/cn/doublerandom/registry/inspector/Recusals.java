package cn.doublerandom.registry.inspector;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.registry.RegistryRejection.INSPECTOR_UNKNOWN;
import static cn.doublerandom.registry.RegistryRejection.REASON_MISSING;
import static cn.doublerandom.registry.RegistryRejection.RECUSALS_TOO_MANY;
import static cn.doublerandom.registry.RegistryRejection.RECUSAL_ASKED_BY_ANOTHER;
import static cn.doublerandom.registry.RegistryRejection.RECUSAL_NEEDS_SECOND_PERSON;
import static cn.doublerandom.registry.RegistryRejection.RECUSAL_NOT_REQUESTED;
import static cn.doublerandom.registry.RegistryRejection.RECUSAL_REQUEST_WAITS;
import static cn.doublerandom.registry.RegistryRejection.RECUSAL_UNKNOWN;

import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.registry.inspector.Inspector.Registered;
import cn.doublerandom.registry.inspector.Inspector.Unregistered;
import cn.doublerandom.registry.inspector.InspectorCommand.DeclareConflicts;
import cn.doublerandom.registry.inspector.InspectorCommand.EndRecusals;
import cn.doublerandom.registry.inspector.InspectorCommand.RevokeRecusals;
import cn.doublerandom.registry.inspector.InspectorEvent.ConflictsDeclared;
import cn.doublerandom.registry.inspector.InspectorEvent.ConflictsRevoked;
import cn.doublerandom.registry.inspector.InspectorEvent.RecusalRequestsEnded;
import cn.doublerandom.registry.inspector.InspectorEvent.RecusalsRequested;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Who is kept away from a firm bends its draw as who is kept out of the frame does: a recusal, and
 * its revocation, is decided by another person than the one who enters it (行政处罚法 第四十三条), and
 * nothing stops until it is decided (ADR 31).
 */
public final class Recusals {
  /** Of one person, waiting ones too; somebody with more is no inspector of this register. */
  public static final int MOST = 1_000;

  private Recusals() {}

  /** One request waits for a pair at a time, and the same again is no second one. */
  static Decision<InspectorEvent> declare(DeclareConflicts declare, Inspector inspector) {
    return switch (inspector) {
      case Unregistered() -> reject(INSPECTOR_UNKNOWN);
      case Registered known -> {
        List<Recusal> fresh =
            declare.recusals().stream()
                .distinct()
                .filter(r -> !known.recusals().contains(r))
                .filter(r -> !isAsked(known, r))
                .toList();
        yield ask(known, new RecusalsRequested(fresh, declare.by(), declare.batch(), null));
      }
    };
  }

  /** All recusals of the pair that were declared; what follows from the register stays. */
  static Decision<InspectorEvent> revoke(RevokeRecusals revoke, Inspector inspector) {
    return switch (inspector) {
      case Unregistered() -> reject(INSPECTOR_UNKNOWN);
      case Registered known when !ReasonText.isInWords(revoke.reason()) ->
          reject(REASON_MISSING, "field", "reason");
      case Registered known -> {
        List<Recusal> declared =
            known.recusals().stream().filter(r -> r.subject().equals(revoke.subject())).toList();
        yield declared.isEmpty()
            ? reject(RECUSAL_UNKNOWN)
            : ask(
                known,
                new RecusalsRequested(declared, revoke.by(), revoke.batch(), revoke.reason()));
      }
    };
  }

  private static boolean isAsked(Registered known, Recusal recusal) {
    return known.recusalsAsked().stream()
        .anyMatch(asked -> !asked.revokes() && asked.recusal().equals(recusal));
  }

  private static Decision<InspectorEvent> ask(Registered known, RecusalsRequested request) {
    Optional<RecusalAsked> waits =
        known.recusalsAsked().stream()
            .filter(asked ->
                request.recusals().stream()
                    .anyMatch(r -> r.subject().equals(asked.recusal().subject())))
            .findFirst();
    if (waits.isPresent()) {
      return reject(RECUSAL_REQUEST_WAITS, "waits", waits.get().inWords());
    } else if (request.recusals().isEmpty()) {
      return accept();
    }
    return isTooMany(known, request) ? reject(RECUSALS_TOO_MANY, "most", MOST) : accept(request);
  }

  private static boolean isTooMany(Registered known, RecusalsRequested request) {
    int all = known.recusals().size() + known.recusalsAsked().size() + request.recusals().size();
    return request.revokedFor() == null && all > MOST;
  }

  static Decision<InspectorEvent> approve(
      InspectorCommand.ApproveRecusals approve, Inspector inspector) {
    return decided(
        approve.which(),
        inspector,
        asked ->
            isAmong(approve.by(), asked)
                ? reject(RECUSAL_NEEDS_SECOND_PERSON)
                : new Decision.Accepted<>(agreed(approve.by(), asked)));
  }

  /** Declined by another, or withdrawn by who asked. */
  static Decision<InspectorEvent> end(EndRecusals end, Inspector inspector) {
    return decided(
        end.which(),
        inspector,
        asked -> {
          if (!ReasonText.isInWords(end.reason())) {
            return reject(REASON_MISSING, "field", "reason");
          } else if (isAmong(end.by(), asked) != end.withdrawn()) {
            return reject(end.withdrawn() ? RECUSAL_ASKED_BY_ANOTHER : RECUSAL_NEEDS_SECOND_PERSON);
          }
          return accept(
              new RecusalRequestsEnded(
                  asked.stream().map(a -> a.recusal().subject()).distinct().sorted().toList(),
                  end.reason(),
                  end.by(),
                  end.withdrawn()));
        });
  }

  private static Decision<InspectorEvent> decided(
      RecusalChoice which,
      Inspector inspector,
      Function<List<RecusalAsked>, Decision<InspectorEvent>> decision) {
    return switch (inspector) {
      case Unregistered() -> reject(INSPECTOR_UNKNOWN);
      case Registered known -> {
        List<RecusalAsked> asked = known.recusalsAsked().stream().filter(which::is).toList();
        yield asked.isEmpty() ? reject(RECUSAL_NOT_REQUESTED) : decision.apply(asked);
      }
    };
  }

  private static boolean isAmong(String by, List<RecusalAsked> asked) {
    return SecondPerson.isAmong(by, asked.stream().map(RecusalAsked::by).toList());
  }

  private static List<InspectorEvent> agreed(String by, List<RecusalAsked> asked) {
    List<InspectorEvent> events = new ArrayList<>();
    List<Recusal> declared =
        asked.stream().filter(a -> !a.revokes()).map(RecusalAsked::recusal).toList();
    if (!declared.isEmpty()) {
      events.add(new ConflictsDeclared(declared, asked.getFirst().by(), by));
    }
    asked.stream()
        .filter(RecusalAsked::revokes)
        .map(a -> a.recusal().subject())
        .distinct()
        .forEach(subject -> events.add(revoked(by, subject, asked)));
    return events;
  }

  private static ConflictsRevoked revoked(String by, String subject, List<RecusalAsked> asked) {
    List<RecusalAsked> its =
        asked.stream().filter(a -> a.recusal().subject().equals(subject)).toList();
    return new ConflictsRevoked(
        its.stream().map(RecusalAsked::recusal).toList(), its.getFirst().by(), by);
  }

  /** What waits for a second person after an event. */
  public static List<RecusalAsked> after(List<RecusalAsked> before, InspectorEvent event) {
    return switch (event) {
      case RecusalsRequested request -> {
        List<RecusalAsked> all = new ArrayList<>(before);
        request.recusals().stream()
            .map(r -> new RecusalAsked(r, request.by(), request.batch(), request.revokedFor()))
            .forEach(all::add);
        yield List.copyOf(all);
      }
      case ConflictsDeclared declared -> without(before, subjects(declared.recusals()));
      case ConflictsRevoked revoked -> without(before, subjects(revoked.recusals()));
      case RecusalRequestsEnded ended -> without(before, ended.subjects());
      case InspectorEvent.InspectorRegistered registered -> before;
      case InspectorEvent.InspectorRevised revised -> before;
      case InspectorEvent.ErasureRequested asked -> before;
      case InspectorEvent.ErasureRequestEnded ended -> before;
      case InspectorEvent.ErasureApproved approved -> before;
      case InspectorEvent.LeaveGranted granted -> before;
      case InspectorEvent.AbsenceRequested asked -> before;
      case InspectorEvent.AbsenceRequestEnded ended -> before;
      case InspectorEvent.InspectorImportUndone undone -> before;
    };
  }

  /** Who agreed to what holds, after an event. */
  static Map<Recusal, String> decided(Map<Recusal, String> before, InspectorEvent event) {
    Map<Recusal, String> all = new HashMap<>(before);
    if (event instanceof ConflictsDeclared declared && declared.approvedBy() != null) {
      declared.recusals().forEach(r -> all.put(r, declared.approvedBy()));
    } else if (event instanceof ConflictsRevoked revoked) {
      revoked.recusals().forEach(all::remove);
    }
    return Map.copyOf(all);
  }

  private static List<String> subjects(List<Recusal> recusals) {
    return recusals.stream().map(Recusal::subject).toList();
  }

  private static List<RecusalAsked> without(List<RecusalAsked> before, List<String> subjects) {
    Set<String> gone = Set.copyOf(subjects);
    return before.stream().filter(a -> !gone.contains(a.recusal().subject())).toList();
  }
}
