package cn.doublerandom.local;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** What keeps the bureaus of one ledger apart where nobody would notice (ADR 37). */
final class BureauRules {
  private BureauRules() {}

  static Map<String, ArchRule> over(String[] services) {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put(
        "what is done by the clock is a watch, of one bureau at a time",
        noClasses()
            .that(resideInAnyPackage(services))
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.quarkus.scheduler.."))
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.concurrent.ScheduledExecutorService")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Timer"));
    rules.put(
        "rows and the log are read through the kit, which says whose they are",
        noClasses()
            .that(
                resideInAnyPackage(services)
                    .and(not(resideInAnyPackage("..kafka..", "..external.."))))
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("io.vertx.mutiny.sqlclient.Pool")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("io.quarkus.hibernate.reactive.panache.Panache")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.hibernate.reactive.mutiny.Mutiny$SessionFactory"));
    rules.put(
        "what a bean keeps between requests it keeps by bureau",
        fields()
            .that()
            .areDeclaredInClassesThat(resideInAnyPackage(services).and(isBean()))
            .should(keepNothing()));
    return rules;
  }

  private static DescribedPredicate<JavaClass> isBean() {
    return DescribedPredicate.describe(
        "beans of all requests",
        type ->
            Stream.of("jakarta.enterprise.context.ApplicationScoped", "jakarta.inject.Singleton")
                .anyMatch(type::isAnnotatedWith));
  }

  private static ArchCondition<JavaField> keepNothing() {
    return new ArchCondition<>("keep nothing of its own that changes") {
      @Override
      public void check(JavaField field, ConditionEvents events) {
        events.add(
            new SimpleConditionEvent(
                field, !isChanged(field) && !isHolder(field.getRawType()), field.getFullName()));
      }
    };
  }

  /** What is injected is set once, before anybody asks. */
  private static boolean isChanged(JavaField field) {
    return !field.getModifiers().contains(JavaModifier.FINAL)
        && !field.isAnnotatedWith("jakarta.inject.Inject")
        && !field.isAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty");
  }

  /** A collection that is named by its interface may be one that never changes. */
  private static boolean isHolder(JavaClass type) {
    if (type.getPackageName().startsWith("java.util.concurrent")) {
      return !type.isAssignableTo(Executor.class);
    }
    return !type.isInterface()
        && (type.isAssignableTo(Map.class) || type.isAssignableTo(Collection.class));
  }
}
