package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * No program is made of a part with a known fault: what is packed into it is nowhere below the
 * floors of floors.csv, where each has its reason; and the list of parts others read (CycloneDX,
 * target/bom.json) says what is packed.
 */
class PartsTest {
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

  /**
   * What is packed by Quarkus; the launcher and the embedded broker, which are packed after their
   * tests, by their class path. The verifier has no parts.
   */
  private static final List<String> PROGRAMS =
      List.of(
          "registry-service",
          "draw-service",
          "inspection-service",
          "publication-service",
          "gateway");

  private static final List<String> BANNED =
      List.of("org.lz4:lz4-java", "commons-collections:commons-collections:3.2.1", "log4j:log4j");

  /** What Quarkus packs of its own accord, beyond what Maven resolves and CycloneDX reads. */
  private static final Set<String> ADDED_BY_QUARKUS =
      Set.of(
          "com.google.errorprone:error_prone_annotations", "io.quarkus:quarkus-flyway-postgresql");

  private static final String LOG4J = "org.apache.logging.log4j:log4j-";

  private record Floor(String part, String version, String reason) {}

  private static List<Floor> floors() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(PartsTest.class.getResourceAsStream("/floors.csv"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(",", 4))
          .map(cells -> new Floor(cells[0] + ":" + cells[1], cells[2], cells[3]))
          .toList();
    }
  }

  /** What is packed into a program: group:name to its versions. */
  private static Map<String, Set<String>> packed(String program) throws IOException {
    Map<String, Set<String>> parts = new TreeMap<>();
    Path list = ROOT.resolve(program).resolve("target/quarkus-app/quarkus-app-dependencies.txt");
    for (String line : Files.readAllLines(list)) {
      String[] part = line.split(":", -1);
      assertThat(part).as(line).hasSize(5);
      parts.computeIfAbsent(part[0] + ":" + part[1], n -> new TreeSet<>()).add(part[4]);
    }
    assertThat(parts).as(program).hasSizeGreaterThan(50);
    return parts;
  }

  /** What others read of it. */
  private static Map<String, Set<String>> listed(String program) throws IOException {
    Map<String, Set<String>> parts = new TreeMap<>();
    Path list = ROOT.resolve(program).resolve("target/bom.json");
    JsonNode bom = new ObjectMapper().readTree(Files.readString(list));
    assertThat(bom.path("bomFormat").asText()).isEqualTo("CycloneDX");
    for (JsonNode part : bom.path("components")) {
      String name = part.path("group").asText() + ":" + part.path("name").asText();
      parts.computeIfAbsent(name, n -> new TreeSet<>()).add(part.path("version").asText());
    }
    return parts;
  }

  /** Versions of each part over all programs. */
  private static Map<String, Set<String>> parts() throws IOException {
    Map<String, Set<String>> parts = new TreeMap<>();
    for (String program : PROGRAMS) {
      packed(program)
          .forEach((part, versions) ->
              parts.computeIfAbsent(part, n -> new TreeSet<>()).addAll(versions));
    }
    return parts;
  }

  /** The jars this program, the launcher and the embedded broker, is tested and packed with. */
  private static List<String> ownJars() {
    return List.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator)).stream()
        .map(jar -> Path.of(jar).getFileName().toString())
        .filter(jar -> jar.endsWith(".jar"))
        .toList();
  }

  private static boolean isBelow(String version, String floor) {
    return Version.parse(version).compareTo(Version.parse(floor)) < 0;
  }

  @Test
  void no_part_of_a_program_is_below_its_floor() throws IOException {
    Map<String, Set<String>> parts = parts();
    for (Floor floor : floors()) {
      for (String version : parts.getOrDefault(floor.part(), Set.of())) {
        assertThat(isBelow(version, floor.version()))
            .as("%s %s, floor %s: %s", floor.part(), version, floor.version(), floor.reason())
            .isFalse();
      }
    }
    for (String banned : BANNED) {
      assertThat(parts).doesNotContainKey(banned);
    }
  }

  @Test
  void no_part_of_the_launcher_and_its_broker_is_below_its_floor() throws IOException {
    for (Floor floor : floors()) {
      String begin = floor.part().substring(floor.part().indexOf(':') + 1) + "-";
      ownJars().stream()
          .filter(jar -> jar.startsWith(begin) && Character.isDigit(jar.charAt(begin.length())))
          .map(jar -> jar.substring(begin.length(), jar.length() - ".jar".length()))
          .forEach(version ->
              assertThat(isBelow(version, floor.version()))
                  .as("%s %s: %s", floor.part(), version, floor.reason())
                  .isFalse());
    }
    assertThat(ownJars()).noneMatch(jar -> jar.startsWith("lz4-java-1.8.0"));
  }

  @Test
  void what_a_part_says_through_log4j_comes_to_the_log_of_its_program() throws IOException {
    for (String program : PROGRAMS) {
      Map<String, Set<String>> parts = packed(program);
      if (parts.containsKey(LOG4J + "api")) {
        assertThat(List.of(LOG4J + "to-slf4j", LOG4J + "core"))
            .as(program)
            .anyMatch(parts::containsKey);
      }
    }
  }

  @Test
  @Tag("deep")
  void the_list_of_parts_others_read_has_every_part_that_is_packed() throws IOException {
    for (String program : PROGRAMS) {
      Map<String, Set<String>> listed = listed(program);
      Map<String, Set<String>> packed = packed(program);
      packed.keySet().removeAll(ADDED_BY_QUARKUS);
      packed.forEach((part, versions) ->
          assertThat(listed.get(part)).as(program + " " + part).containsAll(versions));
    }
  }

  @Test
  void every_floor_is_of_a_part_that_is_used() throws IOException {
    Map<String, Set<String>> parts = parts();
    for (Floor floor : floors()) {
      String begin = floor.part().substring(floor.part().indexOf(':') + 1) + "-";
      assertThat(
              parts.containsKey(floor.part())
                  || ownJars().stream().anyMatch(jar -> jar.startsWith(begin)))
          .as(floor.part())
          .isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2.21.2, 2.21.5, true",
    "2.21.10, 2.21.5, false",
    "2.22.0, 2.21.5, false",
    "4.1.9.Final, 4.1.118.Final, true",
    "4.1.118.Final, 4.1.118.Final, false",
    "33.5.0-jre, 32.0.0-jre, false",
    "1.9.4, 1.11.0, true"
  })
  void versions_are_compared_number_by_number(String version, String floor, boolean below) {
    assertThat(isBelow(version, floor)).isEqualTo(below);
  }
}
