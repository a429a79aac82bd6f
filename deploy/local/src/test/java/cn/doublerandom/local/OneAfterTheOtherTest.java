package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A reactive session belongs to the request and takes one question at a time (Hibernate Reactive).
 */
class OneAfterTheOtherTest {
  private static final Path ROOT = Path.of("../..");
  private static final List<String> MODULES =
      List.of(
          "event-store",
          "service-kit",
          "registry-service",
          "draw-service",
          "inspection-service",
          "publication-service");

  private static final Pattern TOGETHER = Pattern.compile("Uni\\s*\\.(combine|join)\\(\\)");

  private static final Pattern ANSWERED =
      Pattern.compile("\\.(asTuple|asList|with|discardItems|andCollectFailures)\\(");

  /** A whole statement that asks several, and does not say that it waits for each. */
  private static boolean asksSideBySide(String source) {
    return TOGETHER
        .matcher(source)
        .results()
        .map(found -> ANSWERED.split(source.substring(found.start()), 2)[0])
        .anyMatch(statement -> !statement.contains(".usingConcurrencyOf(1)"));
  }

  @Test
  void read_models_are_asked_one_after_the_other_within_a_request() throws IOException {
    int together = 0;
    for (String module : MODULES) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          String source = Files.readString(file);
          together += (int) TOGETHER.matcher(source).results().count();
          assertThat(asksSideBySide(source)).as(file.toString()).isFalse();
        }
      }
    }
    assertThat(together).isGreaterThanOrEqualTo(3);
  }

  @Test
  void a_planted_question_beside_another_is_caught() {
    assertThat(asksSideBySide("return Uni.combine().all().unis(a, b).asTuple();")).isTrue();
    assertThat(
            asksSideBySide(
                "return Uni.combine().all().unis(a, b).usingConcurrencyOf(1).asTuple();"))
        .isFalse();
    assertThat(asksSideBySide("return Uni.combine().all().unis(a, b).with((c, d) -> e);")).isTrue();
  }
}
