package cn.doublerandom.local;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Anybody may ask what is public as often as he likes, so it is answered from a read model or from
 * what {@code KeptStates} keeps; no way from such an address leads to the replay of a stream, be it
 * through a lambda, a reference or whatever implements an interface.
 */
final class AnonymousReads extends ArchCondition<JavaMethod> {
  private static final String STORE = "cn.doublerandom.eventstore.";
  private static final String PERMIT_ALL = "jakarta.annotation.security.PermitAll";
  private static final Set<String> REPLAYS = Set.of("load", "stateAt", "statesAt");

  /** What asks, and what answers: behind them is the store itself. */
  private static final Set<String> ENDS =
      Set.of(STORE + "CommandHandler", STORE + "EventStore", STORE + "KeptStates");

  private final String root;

  AnonymousReads(String root) {
    super("be answered without replaying a stream");
    this.root = root;
  }

  /** Open to everybody, by itself or with its class. */
  static DescribedPredicate<JavaMethod> isOpenToEverybody() {
    return DescribedPredicate.describe(
        "open to everybody",
        method ->
            method.isAnnotatedWith(PERMIT_ALL)
                || (method.getOwner().isAnnotatedWith(PERMIT_ALL)
                    && !method.isAnnotatedWith("jakarta.annotation.security.RolesAllowed")));
  }

  @Override
  public void check(JavaMethod operation, ConditionEvents events) {
    Set<JavaCodeUnit> seen = new HashSet<>();
    Deque<JavaCodeUnit> next = new ArrayDeque<>(Set.of(operation));
    while (!next.isEmpty()) {
      JavaCodeUnit unit = next.remove();
      if (seen.add(unit)) {
        Stream.<JavaAccess<?>>concat(
                unit.getCallsFromSelf().stream(), unit.getMethodReferencesFromSelf().stream())
            .forEach(call -> follow(operation, call, next, events));
      }
    }
  }

  private void follow(
      JavaMethod operation, JavaAccess<?> call, Deque<JavaCodeUnit> next, ConditionEvents events) {
    JavaClass owner = call.getTargetOwner();
    if (ENDS.contains(owner.getName())) {
      if (REPLAYS.contains(call.getTarget().getName())) {
        events.add(
            SimpleConditionEvent.violated(
                operation,
                "%s replays a stream at %s"
                    .formatted(operation.getFullName(), call.getDescription())));
      }
    } else if (owner.getName().startsWith(root + ".")) {
      Stream.concat(Stream.of(owner), owner.getAllSubclasses().stream())
          .flatMap(type -> type.getCodeUnits().stream())
          .filter(unit -> unit.getName().equals(call.getTarget().getName()))
          .forEach(next::add);
    }
  }
}
