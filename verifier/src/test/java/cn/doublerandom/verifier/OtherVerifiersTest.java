package cn.doublerandom.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three verifiers that share no code say the same of the same bundle (protocol §9). */
class OtherVerifiersTest {
  private static final Path SCRIPTS = Path.of("src/main/resources/double-random");

  /** What the Python script leaves out, as its first lines say. */
  private static final Set<String> NOT_IN_PYTHON =
      Set.of(
          "VRF_PROOF",
          "TEAM_MISSING",
          "TEAM_SIZE",
          "TEAM_UNQUALIFIED",
          "TEAM_RECUSED",
          "TEAM_OVER_CAP",
          "TEAM_NOT_OPTIMAL");

  /** How often each bundle is changed. */
  private static final int CHANGES = Integer.getInteger("bundle.changes", 5);

  @TempDir Path directory;

  private static List<String> run(List<String> command, Path directory)
      throws IOException, InterruptedException {
    Path out = directory.resolve("said-" + command.getFirst());
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    process.waitFor();
    return Files.readAllLines(out);
  }

  private static boolean has(String program) {
    try {
      return new ProcessBuilder(program, "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException | InterruptedException e) {
      return false;
    }
  }

  private static String byJava(Path bundle) throws IOException {
    Verify.Verdict verdict = Verify.check(Files.readAllBytes(bundle));
    return verdict.isOk() ? "OK" : verdict.code().name();
  }

  private static List<String> byBrowserCore(List<Path> bundles, Path directory)
      throws IOException, InterruptedException {
    Path runner = directory.resolve("run.mjs");
    Files.writeString(
        runner,
        """
        import { readFileSync } from "node:fs";
        const { verify } = await import(process.argv[2]);
        for (const file of process.argv.slice(3)) {
          console.log(verify(readFileSync(file)).code ?? "OK");
        }
        """);
    List<String> command = new ArrayList<>(List.of("node", runner.toString()));
    command.add(SCRIPTS.resolve("verify.mjs").toUri().toString());
    bundles.forEach(b -> command.add(b.toAbsolutePath().toString()));
    return run(command, directory);
  }

  private static List<String> byPython(List<Path> bundles, Path directory)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("python3", SCRIPTS.resolve("verify.py").toString()));
    bundles.forEach(b -> command.add(b.toAbsolutePath().toString()));
    return run(command, directory).stream().map(line -> line.split(" ")[0]).toList();
  }

  @Test
  void the_python_script_has_at_most_eighty_lines() throws IOException {
    assertThat(Files.readAllLines(SCRIPTS.resolve("verify.py"))).hasSizeLessThanOrEqualTo(80);
  }

  @Test
  void the_browser_core_judges_every_vector_as_java_does() throws Exception {
    assumeThat(has("node")).isTrue();
    List<Path> bundles = VectorsTest.bundles();
    assertThat(byBrowserCore(bundles, directory)).isEqualTo(byJava(bundles));
  }

  private record Said(int status, List<String> lines) {}

  private Said atTerminal(String... command) throws IOException, InterruptedException {
    Path out = directory.resolve("terminal");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    return new Said(process.waitFor(), Files.readAllLines(out));
  }

  private Said node(Path... bundles) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("node", SCRIPTS.resolve("verify.mjs").toString()));
    for (Path bundle : bundles) {
      command.add(bundle.toString());
    }
    return atTerminal(command.toArray(String[]::new));
  }

  @Test
  void at_a_terminal_every_bundle_has_a_line_with_its_verdict_and_the_status_says_the_worst()
      throws Exception {
    assumeThat(has("node")).isTrue();
    for (Path bundle : VectorsTest.bundles()) {
      String code = byJava(bundle);
      Said said = node(bundle);
      assertThat(said.lines()).as(bundle.toString()).hasSize(1);
      assertThat(said.lines().getFirst()).startsWith(code + " " + bundle + ": ");
      assertThat(said.lines().getFirst().contains("checked commitment"))
          .isEqualTo(code.equals("OK"));
      assertThat(said.status()).as(bundle.toString()).isEqualTo(code.equals("OK") ? 0 : 1);
    }
    Said all = node(VectorsTest.bundles().toArray(Path[]::new));
    assertThat(all.lines()).hasSameSizeAs(VectorsTest.bundles());
    assertThat(all.status()).isEqualTo(1);
  }

  @Test
  void at_a_terminal_nothing_ends_without_a_word() throws Exception {
    assumeThat(has("node") && has("python3")).isTrue();
    Path none = directory.resolve("none.json");
    Path zip = directory.resolve("package.zip");
    Files.write(zip, new byte[] {'P', 'K', 3, 4, 0});
    Path empty = Files.createFile(directory.resolve("empty.json"));
    assertThat(node())
        .satisfies(said -> {
          assertThat(said.status()).isEqualTo(2);
          assertThat(said.lines().getFirst()).startsWith("usage: node verify.mjs");
        });
    assertThat(node(none))
        .satisfies(said -> {
          assertThat(said.status()).isEqualTo(2);
          assertThat(said.lines().getFirst()).startsWith("UNREADABLE " + none);
        });
    assertThat(node(directory))
        .satisfies(said -> {
          assertThat(said.status()).isEqualTo(2);
          assertThat(said.lines().getFirst()).startsWith("UNREADABLE " + directory);
        });
    assertThat(node(zip))
        .satisfies(said -> {
          assertThat(said.status()).isEqualTo(1);
          assertThat(said.lines().getFirst()).startsWith("MALFORMED " + zip).contains("unpack");
        });
    assertThat(node(empty))
        .satisfies(said -> {
          assertThat(said.status()).isEqualTo(1);
          assertThat(said.lines().getFirst()).startsWith("MALFORMED " + empty);
        });
    assertThat(atTerminal("python3", SCRIPTS.resolve("verify.py").toString()))
        .satisfies(said -> {
          assertThat(said.status()).isNotZero();
          assertThat(String.join(" ", said.lines())).contains("python3 verify.py BUNDLE.json");
        });
  }

  @Test
  void the_python_script_judges_every_vector_as_java_does_where_it_looks() throws Exception {
    assumeThat(has("python3")).isTrue();
    List<Path> bundles = VectorsTest.bundles();
    List<String> expected =
        byJava(bundles).stream().map(code -> NOT_IN_PYTHON.contains(code) ? "OK" : code).toList();
    assertThat(byPython(bundles, directory)).isEqualTo(expected);
  }

  @Test
  void whatever_is_changed_in_a_bundle_java_and_the_browser_core_name_the_same_fault()
      throws Exception {
    assumeThat(has("node")).isTrue();
    Random random = new Random(20230129);
    List<Path> bundles = new ArrayList<>();
    for (Path good : VectorsTest.bundles()) {
      Object json = Json.read(Files.readAllBytes(good));
      for (int i = 0; i < CHANGES; i++) {
        Path changed = directory.resolve(bundles.size() + ".json");
        Files.write(changed, Json.canonical(changed(json, random)));
        bundles.add(changed);
      }
    }
    List<String> java = byJava(bundles);
    assertThat(byBrowserCore(bundles, directory)).isEqualTo(java);
    // The changes must reach more than the first check, or the agreement says little.
    assertThat(Set.copyOf(java)).hasSizeGreaterThan(8);
  }

  /** The library of a browser puts marks in their order one by one too. */
  @Test
  void marks_without_end_on_one_sign_hold_up_no_browser() throws Exception {
    assumeThat(has("node")).isTrue();
    Path piled = directory.resolve("piled.json");
    Files.writeString(piled, "{\"a\":\"\u4e00" + "\u0301\u0323".repeat(250_000) + "\"}");
    assertTimeoutPreemptively(
        Duration.ofSeconds(40),
        () -> assertThat(byBrowserCore(List.of(piled), directory)).containsExactly("MALFORMED"));
  }

  private static List<String> byJava(List<Path> bundles) throws IOException {
    List<String> codes = new ArrayList<>();
    for (Path bundle : bundles) {
      codes.add(byJava(bundle));
    }
    return codes;
  }

  /** A copy in which one value somewhere is another, or is gone, or stands twice. */
  private static Object changed(Object json, Random random) {
    return switch (json) {
      case Map<?, ?> map when !map.isEmpty() -> {
        List<Object> names = new ArrayList<>(map.keySet());
        Object name = names.get(random.nextInt(names.size()));
        Map<Object, Object> copy = new TreeMap<>(new LinkedHashMap<>(map));
        if (random.nextInt(12) == 0) {
          copy.remove(name);
        } else {
          copy.put(name, changed(map.get(name), random));
        }
        yield copy;
      }
      case List<?> list when !list.isEmpty() -> {
        List<Object> copy = new ArrayList<>(list);
        int at = random.nextInt(copy.size());
        switch (random.nextInt(8)) {
          case 0 -> copy.remove(at);
          case 1 -> copy.add(copy.get(at));
          default -> copy.set(at, changed(copy.get(at), random));
        }
        yield copy;
      }
      case Long number -> number + random.nextInt(3) - 1;
      case String text when text.matches("[0-9a-f]{2,}") -> {
        int at = random.nextInt(text.length());
        yield text.substring(0, at) + (text.charAt(at) == '0' ? '1' : '0') + text.substring(at + 1);
      }
      case String text -> text + "x";
      default -> json;
    };
  }

  @Test
  void what_is_no_json_of_the_protocol_is_malformed_for_all_three() throws Exception {
    assumeThat(has("node") && has("python3")).isTrue();
    List<String> texts =
        List.of(
            "",
            "[]",
            "{}",
            "{\"protocol\":1.5}",
            "{\"a\":1,\"a\":1}",
            "null",
            "{\"protocol\":01}",
            "\"\\ud800\"");
    List<Path> bundles = new ArrayList<>();
    for (String text : texts) {
      Path file = directory.resolve("bad" + bundles.size() + ".json");
      Files.write(file, text.getBytes(StandardCharsets.UTF_8));
      bundles.add(file);
    }
    assertThat(byJava(bundles)).containsOnly("MALFORMED");
    assertThat(byBrowserCore(bundles, directory)).isEqualTo(byJava(bundles));
    assertThat(byPython(bundles, directory)).isEqualTo(byJava(bundles));
  }
}
