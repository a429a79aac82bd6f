package cn.doublerandom.local;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What was compiled, read once for all tests that judge the house by its classes. */
final class CompiledHouse {
  private static final Path ROOT = Path.of("../..");
  private static final List<String> MODULES =
      List.of(
          "contracts",
          "bureau",
          "page-kit",
          "paper-kit",
          "draw-protocol",
          "event-store",
          "evidence-kit",
          "service-kit",
          "verifier",
          "registry-service",
          "draw-service",
          "inspection-service",
          "publication-service");

  /** All modules but the gateway and what starts them. */
  static final JavaClasses ALL =
      new ClassFileImporter()
          .importPaths(
              MODULES.stream()
                  .map(module -> ROOT.resolve(module).resolve("target/classes"))
                  .toList());

  private CompiledHouse() {}

  /** The classes of these modules alone. */
  static JavaClasses of(String... modules) {
    Set<String> named = Set.of(modules);
    if (!MODULES.containsAll(named)) {
      throw new IllegalArgumentException("not read: " + named);
    }
    Set<String> directories =
        named.stream().map(module -> "/" + module + "/target/classes/").collect(Collectors.toSet());
    return ALL.that(
        DescribedPredicate.describe(
            "of " + named, type -> directories.stream().anyMatch(source(type)::contains)));
  }

  private static String source(JavaClass type) {
    return type.getSource().orElseThrow().getUri().toString();
  }
}
