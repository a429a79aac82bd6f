package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger of an earlier version, kept as it was written: it must load and mean the same. */
class OldLedgerIT {
  private static final Path KEPT = Path.of("src/test/resources/ledgers/0.5");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  @TempDir Path temporary;

  @Test
  void a_ledger_written_by_an_earlier_version_replays_to_what_it_showed_then() throws Exception {
    var home = new Home(Path.of("../..").toAbsolutePath().normalize());
    System.setProperty("suite.home", home.root().toString());
    Path data = temporary.resolve("data");
    assertThat(
            Suite.run(
                "restore",
                KEPT.resolve("backup.zip").toString(),
                "--data",
                data.toString(),
                "--identity",
                KEPT.resolve("identity").toString()))
        .isZero();
    MemoryAtRest.copy(KEPT.resolve("witness"), data.resolve("witness"));
    var stack = new Stack(home, data, Ports.freeFrom(32_080), out);
    stack.setDate(LocalDate.of(2023, 6, 16));
    try {
      stack.start();
      assertThat(
              new Audit(stack.ports().kafka(), stack.ports().postgres(), stack.witnessed()).run())
          .startsWith("AUDIT OK services=4")
          .contains(" draws=2 ");
    } finally {
      stack.stop();
    }
    assertThat(Suite.run("replay", "--diff", "--data", data.toString())).isZero();
    Path now = temporary.resolve("now");
    assertThat(Suite.run("replay", "--into", now.toString(), "--data", data.toString())).isZero();
    for (Path table : tables()) {
      assertStillSays(rows(KEPT.resolve("shown").resolve(table)), rows(now.resolve(table)));
    }
  }

  private static List<Path> tables() throws IOException {
    Path shown = KEPT.resolve("shown");
    try (Stream<Path> files = Files.walk(shown)) {
      return files.filter(Files::isRegularFile).map(shown::relativize).sorted().toList();
    }
  }

  /** Id and what was shown of it. */
  private static Map<String, JsonNode> rows(Path table) throws IOException {
    Map<String, JsonNode> rows = new LinkedHashMap<>();
    for (String line : Files.readAllLines(table)) {
      String[] cells = line.split("\t", 2);
      rows.put(cells[0], JSON.readTree(cells[1]));
    }
    return rows;
  }

  /** New members may have come; none that was there may be gone or say something else. */
  private static void assertStillSays(Map<String, JsonNode> then, Map<String, JsonNode> now) {
    assertThat(now.keySet()).containsExactlyInAnyOrderElementsOf(then.keySet());
    then.forEach((id, old) ->
        old.properties()
            .forEach(member ->
                assertThat(now.get(id).get(member.getKey()))
                    .as("%s of %s", member.getKey(), id)
                    .isEqualTo(member.getValue())));
  }
}
