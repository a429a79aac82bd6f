package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HouseRulesTest {
  private static final Path ROOT = Path.of("../..");
  private static final List<String> SERVICES =
      List.of("registry", "draw", "inspection", "publication");
  private static final JavaClasses HOUSE = CompiledHouse.ALL;
  private static final JavaClasses PLANTED =
      new ClassFileImporter().importPaths(Path.of("target/test-classes/planted"));

  static Set<String> rules() {
    return HouseRules.over("cn.doublerandom").keySet();
  }

  private static EvaluationResult judge(String rule, String root, JavaClasses classes) {
    return HouseRules.over(root).get(rule).evaluate(classes);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void the_house_keeps_the_rule(String rule) {
    assertThat(HOUSE).hasSizeGreaterThan(200);
    assertThat(judge(rule, "cn.doublerandom", HOUSE).getFailureReport().getDetails()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_planted_violation_is_caught(String rule) {
    assertThat(judge(rule, "planted", PLANTED).hasViolation()).isTrue();
  }

  @Test
  void a_page_may_use_what_a_resource_takes_and_nothing_else_of_rest() {
    String bodies = "pages use of rest what a resource takes as its body, nothing else";
    assertThat(judge(bodies, "planted", PLANTED).getFailureReport().getDetails())
        .hasSize(2)
        .allMatch(fault -> fault.contains("planted.draw.ui.Peeking"))
        .anyMatch(fault -> fault.contains("Guessing"))
        .anyMatch(fault -> fault.contains("Place"));
  }

  @Test
  void a_page_asks_neither_deciders_nor_the_store_and_may_hold_what_it_was_answered() {
    String memory = "rest and ui reach the memory through application";
    assertThat(judge(memory, "planted", PLANTED).getFailureReport().getDetails())
        .filteredOn(fault -> fault.contains("planted.draw.ui.Deciding"))
        .hasSize(4)
        .anyMatch(fault -> fault.contains("Deciding.handler"))
        .anyMatch(fault -> fault.contains("Deciding.kept"))
        .anyMatch(fault -> fault.contains("Deciding.beside"))
        .anyMatch(fault -> fault.contains("Deciding.store"));
  }

  @Test
  void whatever_a_bean_may_remember_with_is_found() {
    String kept = "what a bean keeps between requests it keeps by bureau";
    assertThat(judge(kept, "planted", PLANTED).getFailureReport().getDetails())
        .filteredOn(fault -> fault.contains("planted.draw.drawing.application.Ticking"))
        .hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"registry", "draw", "inspection", "publication"})
  void the_four_services_have_the_same_skeleton(String service) throws IOException {
    Path sources =
        ROOT.resolve(service + "-service/src/main/java/cn/doublerandom").resolve(service);
    assertThat(SERVICES).contains(service);
    // In the service itself or in each of its wings.
    List<Path> wings =
        Stream.of("plan", "drawing").map(sources::resolve).filter(w -> isRoom(w, "rest")).toList();
    assertThat(isRoom(sources, "rest") != (wings.size() == 2)).isTrue();
    assertThat(List.of("view", "kafka")).allMatch(room -> isRoom(sources, room));
    try (Stream<Path> packages = Files.walk(sources)) {
      Set<Path> undocumented =
          packages
              .filter(Files::isDirectory)
              .filter(p -> !Files.exists(p.resolve("package-info.java")))
              .collect(Collectors.toSet());
      assertThat(undocumented).isEmpty();
    }
  }

  private static boolean isRoom(Path within, String name) {
    return Files.isDirectory(within.resolve(name));
  }
}
