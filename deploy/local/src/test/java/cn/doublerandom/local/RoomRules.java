package cn.doublerandom.local;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rooms inside a service and the two wings of the draw (architecture, "The tree"): what is done
 * in {@code application}, what comes in and goes out at the adapters around it.
 */
final class RoomRules {
  /** The plan, its programmes, and what people write into its cells. */
  private static final List<String> PLANS = List.of("plan", "programme", "reading");

  /** The draws of a task, the protocol they follow, and what they are sealed and checked with. */
  private static final List<String> DRAWS =
      List.of("drawing", "protocol", "exclusion", "deposit", "sealing");

  /** The one thing of the plans' wing, beside its rules, that the draws' wing knows. */
  private static final String WAY_BETWEEN = ".draw.plan.application.DrawsOfPlan";

  private static final String STORE = "cn.doublerandom.eventstore.";

  private static final List<String> OPERATIONS = List.of("GET", "PUT", "POST", "DELETE", "PATCH");

  private RoomRules() {}

  static Map<String, ArchRule> over(String root, String[] services, String[] adapters) {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    DescribedPredicate<JavaClass> application =
        resideInAnyPackage(services).and(resideInAPackage("..application.."));
    rules.put(
        "application knows no HTTP, no HTML and no Kafka",
        noClasses()
            .that(application)
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(
                    "jakarta.ws.rs..",
                    "org.jboss.resteasy..",
                    "java.net.http..",
                    "io.vertx.core.http..",
                    "io.quarkus.qute..",
                    "org.apache.kafka..",
                    "org.eclipse.microprofile.reactive..",
                    "org.eclipse.microprofile.openapi..",
                    "cn.doublerandom.contracts",
                    "cn.doublerandom.pagekit..",
                    "cn.doublerandom.servicekit.border..",
                    "cn.doublerandom.servicekit.messaging..",
                    "cn.doublerandom.servicekit.openapi..",
                    "cn.doublerandom.servicekit.page..",
                    "cn.doublerandom.servicekit.rest..")));
    rules.put(
        "application reaches adapters through ports of its own",
        noClasses()
            .that(application)
            .should()
            .dependOnClassesThat(resideInAnyPackage(services).and(resideInAnyPackage(adapters))));
    rules.put(
        "rest translates: it reads no file, calls no other system, waits for no hour",
        noClasses()
            .that(resideInAnyPackage(services).and(resideInAPackage("..rest..")))
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(
                        "java.nio.file..",
                        "java.util.zip..",
                        "java.net.http..",
                        "org.apache.poi..",
                        "org.jsoup..",
                        "io.quarkus.scheduler..",
                        "cn.doublerandom.servicekit.table..",
                        "cn.doublerandom.eventstore.checkpoint..",
                        "cn.doublerandom.eventstore.timer..")
                    .or(isNamed("java.security.SecureRandom"))
                    .or(isNamed("cn.doublerandom.eventstore.EventCodec"))
                    .or(isNamed("cn.doublerandom.eventstore.EventStore"))));
    rules.put(
        "rest and ui reach the memory through application",
        noClasses()
            .that(resideInAnyPackage(services).and(resideInAnyPackage("..rest..", "..ui..")))
            .should()
            .dependOnClassesThat(
                isNamed(STORE + "CommandHandler")
                    .or(isNamed(STORE + "KeptStates"))
                    .or(isNamed(STORE + "Beside"))
                    .or(isNamed(STORE + "EventStore"))));
    rules.put(
        "kafka gives no command itself: application does what was heard",
        noClasses()
            .that(resideInAnyPackage(services).and(resideInAPackage("..kafka..")))
            .should()
            .callMethodWhere(isCommand()));
    rules.put(
        "plans know nothing of draws",
        noClasses()
            .that(resideInAnyPackage(rooms(root, PLANS)))
            .should()
            .dependOnClassesThat(resideInAnyPackage(rooms(root, DRAWS))));
    rules.put(
        "draws know the rules of plans, and what plans ask of them",
        noClasses()
            .that(resideInAnyPackage(rooms(root, DRAWS)))
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(rooms(root, PLANS))
                    .and(resideInAnyPackage(adapters).or(resideInAPackage("..application..")))
                    .and(not(isNamed(root + WAY_BETWEEN)))));
    rules.put(
        "pages use of rest what a resource takes as its body, nothing else",
        noClasses()
            .that(resideInAnyPackage(services).and(resideInAPackage("..ui..")))
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(services)
                    .and(resideInAPackage("..rest.."))
                    .and(not(isBodyOfARequest()))));
    return rules;
  }

  private static String[] rooms(String root, List<String> names) {
    return names.stream().map(name -> root + ".draw." + name + "..").toArray(String[]::new);
  }

  private static DescribedPredicate<JavaMethodCall> isCommand() {
    return DescribedPredicate.describe(
        "commands",
        call ->
            call.getTargetOwner().getName().equals(STORE + "CommandHandler")
                && call.getName().startsWith("handle"));
  }

  private static DescribedPredicate<JavaClass> isNamed(String name) {
    return DescribedPredicate.describe(name, type -> type.getName().equals(name));
  }

  /** How the events of a stream are stored, where their values have forms of their own. */
  static DescribedPredicate<JavaClass> isCodec() {
    return DescribedPredicate.describe("codecs", type -> type.getSimpleName().endsWith("Codec"));
  }

  static DescribedPredicate<JavaClass> isCodecOfTheStore() {
    return isNamed("cn.doublerandom.eventstore.EventCodec")
        .or(isNamed("cn.doublerandom.eventstore.ValueForms"));
  }

  /** A record that some operation takes as its body. */
  private static DescribedPredicate<JavaClass> isBodyOfARequest() {
    return DescribedPredicate.describe(
        "bodies of requests",
        type ->
            type.isRecord()
                && type.getMethodsWithParameterTypeOfSelf().stream()
                    .filter(RoomRules::isOperation)
                    .flatMap(method -> method.getParameters().stream())
                    .anyMatch(parameter -> isBody(parameter, type)));
  }

  private static boolean isOperation(JavaMethod method) {
    return OPERATIONS.stream().anyMatch(verb -> method.isAnnotatedWith("jakarta.ws.rs." + verb));
  }

  /** A parameter that is of no part of the address. */
  private static boolean isBody(JavaParameter parameter, JavaClass type) {
    return parameter.getRawType().equals(type)
        && parameter.getAnnotations().stream()
            .noneMatch(a -> a.getRawType().getPackageName().equals("jakarta.ws.rs"));
  }
}
