package cn.doublerandom.local;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What an operation says of itself in its OpenAPI document is what its code does: the annotations
 * {@code Conditional} (or {@code Approves}), {@code Creates} and {@code Versioned} follow the calls
 * it makes, itself or through what stands beside it in {@code rest}.
 */
final class ContractWords extends ArchCondition<JavaMethod> {
  private final String kit;

  ContractWords(String root) {
    super("say in the contract what they do");
    this.kit = root + ".servicekit.";
  }

  @Override
  public void check(JavaMethod operation, ConditionEvents events) {
    Set<String> does = new TreeSet<>();
    Set<JavaCodeUnit> seen = new HashSet<>();
    Deque<JavaCodeUnit> next = new ArrayDeque<>(Set.of(operation));
    while (!next.isEmpty()) {
      JavaCodeUnit unit = next.remove();
      if (seen.add(unit)) {
        Stream.<JavaAccess<?>>concat(
                unit.getCallsFromSelf().stream(),
                Stream.concat(
                    unit.getMethodReferencesFromSelf().stream(), unit.getFieldAccesses().stream()))
            .forEach(call -> follow(call, does, next));
      }
    }
    Set<String> says = new TreeSet<>();
    Stream.of("Conditional", "Creates", "Versioned")
        .filter(word -> operation.isAnnotatedWith(kit + "openapi." + word))
        .forEach(says::add);
    // Who approves says more of the same headers.
    if (Stream.of("Approves", "ApprovesBatch")
        .anyMatch(word -> operation.isAnnotatedWith(kit + "openapi." + word))) {
      says.add("Conditional");
    }
    if (!says.equals(does)) {
      events.add(
          SimpleConditionEvent.violated(
              operation, "%s does %s and says %s".formatted(operation.getFullName(), does, says)));
    }
  }

  private void follow(JavaAccess<?> call, Set<String> does, Deque<JavaCodeUnit> next) {
    String owner = call.getTargetOwner().getName();
    String name = call.getTarget().getName();
    if (owner.equals(kit + "rest.Requests")) {
      if (name.equals("context") || name.equals("contexts")) {
        does.add("Conditional");
      }
    } else if (owner.equals(kit + "rest.Answers")) {
      if (name.equals("created")) {
        does.add("Creates");
      }
      if (Set.of("created", "ok", "versioned").contains(name)) {
        does.add("Versioned");
      }
    } else if (owner.startsWith("org.jboss.resteasy.reactive.RestResponse$Status")) {
      if (name.equals("CREATED")) {
        does.add("Creates");
      }
    } else if (call.getTargetOwner().getPackageName().endsWith(".rest")) {
      call.getTarget()
          .resolveMember()
          .filter(JavaCodeUnit.class::isInstance)
          .map(JavaCodeUnit.class::cast)
          .ifPresent(next::add);
    }
  }
}
