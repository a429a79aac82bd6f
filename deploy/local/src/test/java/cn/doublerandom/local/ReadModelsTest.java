package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.inbox.Replica;
import cn.doublerandom.eventstore.inbox.ReplicaSpecification;
import cn.doublerandom.eventstore.projection.Projection;
import cn.doublerandom.eventstore.projection.ProjectionSpecification;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever folds events into rows has a specification: given events, then rows. */
class ReadModelsTest {
  private static final Path ROOT = Path.of("../..");
  private static final List<String> SERVICES =
      List.of("registry-service", "draw-service", "inspection-service", "publication-service");

  /** With those that say what a read model and a replica is. */
  private static final JavaClasses HOUSE =
      CompiledHouse.of(
          Stream.concat(SERVICES.stream(), Stream.of("event-store", "service-kit"))
              .toArray(String[]::new));

  private static final JavaClasses TESTS = of("target/test-classes", SERVICES.stream());
  private static final JavaClasses PLANTED =
      new ClassFileImporter().importPaths(Path.of("target/test-classes/planted"));

  private static JavaClasses of(String classes, Stream<String> modules) {
    return new ClassFileImporter()
        .importPaths(modules.map(module -> ROOT.resolve(module).resolve(classes)).toList());
  }

  /** The names of what folds; of a class within another that one's. */
  private static Set<String> folds(JavaClasses classes, Class<?> kind) {
    return classes.stream()
        .filter(c -> c.isAssignableTo(kind))
        .filter(c -> !c.isInterface() && !c.getModifiers().contains(JavaModifier.ABSTRACT))
        .map(c -> outermost(c.getName()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String outermost(String name) {
    int within = name.indexOf('$');
    return within < 0 ? name : name.substring(0, within);
  }

  /** Those of which no test speaks in the language of such tests. */
  private static Set<String> unspecified(JavaClasses house, Class<?> kind, Class<?> language) {
    Set<String> specified =
        TESTS.stream()
            .map(ReadModelsTest::known)
            .filter(known -> known.contains(language.getName()))
            .flatMap(Set::stream)
            .collect(Collectors.toSet());
    Set<String> rest = folds(house, kind);
    rest.removeAll(specified);
    return rest;
  }

  private static Set<String> known(JavaClass test) {
    return test.getDirectDependenciesFromSelf().stream()
        .map(Dependency::getTargetClass)
        .map(target -> outermost(target.getName()))
        .collect(Collectors.toSet());
  }

  @Test
  void every_read_model_of_a_service_has_a_specification() {
    assertThat(folds(HOUSE, Projection.class))
        .containsAll(
            List.of(
                "cn.doublerandom.draw.view.DrawProjection",
                "cn.doublerandom.inspection.view.VisitProjection",
                "cn.doublerandom.publication.view.NoticeProjection",
                "cn.doublerandom.registry.view.RegistryProjection"));
    assertThat(unspecified(HOUSE, Projection.class, ProjectionSpecification.class)).isEmpty();
  }

  @Test
  void every_replica_of_a_service_has_a_specification() {
    assertThat(folds(HOUSE, Replica.class))
        .containsAll(
            List.of(
                "cn.doublerandom.draw.kafka.KnownReplicas",
                "cn.doublerandom.publication.kafka.KnownSubjects"));
    assertThat(unspecified(HOUSE, Replica.class, ReplicaSpecification.class)).isEmpty();
  }

  @Test
  void a_planted_read_model_without_one_is_caught() {
    assertThat(unspecified(PLANTED, Projection.class, ProjectionSpecification.class))
        .containsExactly("planted.draw.view.Unspecified");
  }
}
