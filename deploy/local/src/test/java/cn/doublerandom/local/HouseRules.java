package cn.doublerandom.local;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The borders of the house (architecture, "Enforced, not hoped for"); ROOT is cn.doublerandom or a
 * planted twin.
 */
final class HouseRules {
  private static final String[] ADAPTERS = {
    "..rest..", "..view..", "..kafka..", "..ui..", "..files..", "..external.."
  };
  private static final String APPLICATION = "..application..";
  private static final String BANNED_SUFFIX =
      ".*(Manager|Helper|Utils?|Impl|Base|Abstract|Info|Data|Dto|Service|Constants|Common)";

  private HouseRules() {}

  private static String[] services(String root) {
    return new String[] {
      root + ".registry..", root + ".draw..", root + ".inspection..", root + ".publication.."
    };
  }

  private static DescribedPredicate<JavaClass> domain(String root) {
    return resideInAnyPackage(services(root))
        .and(not(resideInAnyPackage(ADAPTERS)))
        .and(not(resideInAPackage(APPLICATION)));
  }

  /** What the domain may know beside itself. */
  private static DescribedPredicate<JavaClass> pure() {
    return resideInAnyPackage(
        "java..",
        "org.jspecify..",
        // Numbers in, numbers out: as pure as the domain itself.
        "org.apache.commons.statistics..",
        // The bureau's own words: pure by the rule below.
        "cn.doublerandom.bureau..",
        "cn.doublerandom.eventstore.decider..",
        "cn.doublerandom.contracts.json..",
        // Characters, codes and days as typed: pure by the rule below.
        "cn.doublerandom.servicekit.text..");
  }

  /** Every rule by name, over the packages below the root. */
  static Map<String, ArchRule> over(String root) {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put(
        "domain packages know the JDK, JSpecify and the pure core only",
        classes()
            .that(domain(root).and(not(RoomRules.isCodec())))
            .should()
            .onlyDependOnClassesThat(pure().or(domain(root))));
    rules.put(
        "a codec stands beside its events and knows how they are stored, nothing else",
        classes()
            .that(domain(root).and(RoomRules.isCodec()))
            .should()
            .onlyDependOnClassesThat(pure().or(domain(root)).or(RoomRules.isCodecOfTheStore())));
    rules.put(
        "every resource says what it answers with",
        classes()
            .that()
            .areAnnotatedWith("jakarta.ws.rs.Path")
            .should()
            .beAnnotatedWith("jakarta.ws.rs.Produces")
            .orShould(produceByMethod()));
    rules.put(
        "what rules may use of the service kit is pure",
        classes()
            .that(resideInAnyPackage(root + ".servicekit.text.."))
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage("java..", "org.jspecify..", root + ".servicekit.text..")));
    rules.put(
        "the bureau's own words know the JDK and JSpecify only",
        classes()
            .that(resideInAnyPackage(root + ".bureau.."))
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage("java..", "org.jspecify..", root + ".bureau..")));
    rules.put(
        "the page kit knows the JDK, JSpecify and the templates only",
        classes()
            .that(resideInAnyPackage(root + ".pagekit.."))
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(
                    "java..", "org.jspecify..", "io.quarkus.qute..", root + ".pagekit..")));
    rules.put(
        "the domain reads no clock and throws no dice",
        noClasses()
            .that(domain(root))
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Random.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class));
    for (String adapter : ADAPTERS) {
      rules.put(
          "adapter " + adapter + " imports no other adapter",
          noClasses()
              .that(resideInAnyPackage(services(root)).and(resideInAPackage(adapter)))
              .should()
              .dependOnClassesThat(
                  resideInAnyPackage(services(root))
                      .and(resideInAnyPackage(ADAPTERS))
                      .and(not(resideInAPackage(adapter)))
                      // What pages may use of it has a rule of its own.
                      .and(not(resideInAPackage(adapter.equals("..ui..") ? "..rest.." : adapter))))
              .allowEmptyShould(true));
    }
    rules.putAll(RoomRules.over(root, services(root), ADAPTERS));
    rules.putAll(BureauRules.over(services(root)));
    rules.put(
        "jakarta.ws.rs only in rest and ui",
        noClasses()
            .that(resideInAnyPackage(services(root)))
            .and(not(resideInAnyPackage("..rest..", "..ui..")))
            .should()
            .dependOnClassesThat(resideInAPackage("jakarta.ws.rs..")));
    rules.put(
        "persistence only in view",
        noClasses()
            .that(resideInAnyPackage(services(root)))
            .and(not(resideInAPackage("..view..")))
            .should()
            .dependOnClassesThat(
                resideInAnyPackage("jakarta.persistence..", "io.quarkus.hibernate..")));
    rules.put(
        "messaging only in kafka",
        noClasses()
            .that(resideInAnyPackage(services(root)))
            .and(not(resideInAPackage("..kafka..")))
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(
                    "org.eclipse.microprofile.reactive..",
                    "org.apache.kafka..",
                    "cn.doublerandom.contracts")));
    rules.put(
        "no banned suffix",
        noClasses()
            .that(resideInAPackage(root + ".."))
            .and(not(resideInAPackage("..openapi..")))
            .should()
            .haveNameMatching(BANNED_SUFFIX));
    rules.put(
        "no cycle between the packages of a service",
        slices()
            .matching(root + ".(registry|draw|inspection|publication).(*)..")
            .should()
            .beFreeOfCycles());
    rules.put(
        "the verifier depends on nothing",
        classes()
            .that(resideInAPackage(root + ".verifier.."))
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage("java..", "com.sun.net.httpserver..", root + ".verifier..")));
    rules.put(
        "an operation says in its contract what it does",
        methods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(root + "..rest..")
            .and(isOperation())
            .should(new ContractWords(root)));
    rules.put(
        "a pattern is told in words",
        classes().that(resideInAPackage(root + "..")).should(new PatternWords()));
    rules.put(
        "an address open to everybody replays no stream",
        methods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(root + "..rest..", root + "..ui..")
            .and(AnonymousReads.isOpenToEverybody())
            .should(new AnonymousReads(root)));
    return rules;
  }

  private static DescribedPredicate<JavaMethod> isOperation() {
    return DescribedPredicate.describe(
        "operations",
        method ->
            Stream.of("GET", "PUT", "POST", "DELETE", "PATCH")
                .anyMatch(verb -> method.isAnnotatedWith("jakarta.ws.rs." + verb)));
  }

  /** A stream of bytes names its type among its headers. */
  private static boolean isDownload(JavaMethod method) {
    return method.getRawReturnType().getSimpleName().equals("RestMulti");
  }

  private static ArchCondition<JavaClass> produceByMethod() {
    return new ArchCondition<>("say so at every method") {
      @Override
      public void check(JavaClass resource, ConditionEvents events) {
        resource.getMethods().stream()
            .filter(m -> m.isAnnotatedWith("jakarta.ws.rs.GET"))
            .forEach(m ->
                events.add(
                    new SimpleConditionEvent(
                        m,
                        m.isAnnotatedWith("jakarta.ws.rs.Produces") || isDownload(m),
                        m.getFullName())));
      }
    };
  }
}
