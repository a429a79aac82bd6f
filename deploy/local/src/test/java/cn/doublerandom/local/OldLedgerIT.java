package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.verifier.Verify;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A ledger of an earlier version, kept as it was written: it must load and mean the same. */
@Tag("deep")
@Order(4)
@Execution(ExecutionMode.CONCURRENT)
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
    restore(data);
    var stack = new Stack(home, data, Ports.freeFrom(32_080), out);
    stack.setDate(LocalDate.of(2023, 6, 16));
    try {
      stack.start();
      // What the old ledger knew by events is made of the registry's topic from its first record.
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() ->
              assertThat(
                      new Audit(stack.ports().kafka(), stack.ports().postgres(), stack.witnessed())
                          .run())
                  .startsWith("AUDIT OK services=4")
                  .contains(" draws=2 ")
                  .contains(" replicas=10 "));
    } finally {
      stack.stop();
    }
    assertThat(Suite.run("replay", "--diff", "--data", data.toString())).isZero();
    Path now = temporary.resolve("now");
    assertThat(Suite.run("replay", "--into", now.toString(), "--data", data.toString())).isZero();
    assertThat(OpenToOthers.in(data)).isEmpty();
    assertThat(OpenToOthers.in(now)).isEmpty();
    for (Path table : tables()) {
      assertStillSays(rows(KEPT.resolve("shown").resolve(table)), shownNow(now, table), 0);
    }
  }

  @Test
  @Tag("deep")
  void people_who_stand_in_clear_in_an_old_ledger_are_sealed_in_its_copy_and_all_else_stays()
      throws Exception {
    var home = new Home(Path.of("../..").toAbsolutePath().normalize());
    System.setProperty("suite.home", home.root().toString());
    Path old = temporary.resolve("in-clear");
    restore(old);
    PeopleInClear.write(old);
    assertThat(PeopleInClear.filesWith(old, PeopleInClear.IN_CLEAR))
        .hasSizeGreaterThanOrEqualTo(PeopleInClear.IN_CLEAR.size());
    Map<String, String> before = new KeyFiles(old).digests();
    Path fresh = temporary.resolve("sealed");

    assertThat(adopt(old, old.resolve("new"), "wang", "li")).as("inside of the old one").isOne();
    assertThat(old.resolve("new")).doesNotExist();
    assertThat(adopt(old, fresh, "Wang", "ｗang ")).as("one person is not two").isEqualTo(2);
    assertThat(adopt(old, fresh, "wang", "the deputy")).as("no account").isEqualTo(2);
    assertThat(adopt(old, fresh, " ", "li")).as("nobody").isEqualTo(2);
    assertThat(fresh).doesNotExist();
    withAnotherMasterKey(
        old, () -> assertThat(adopt(old, fresh, "wang", "li")).as("a lost key").isEqualTo(1));
    assertThat(fresh).as("half a copy").doesNotExist();
    assertThat(adopt(old, fresh, "wang", "li")).isZero();

    assertThat(fresh.resolve("adopted-from/order.txt"))
        .content()
        .contains("wang", "li", "nothing has checked them");
    assertThat(OpenToOthers.in(fresh)).isEmpty();
    assertThat(OpenToOthers.in(old)).isEmpty();
    assertThat(new KeyFiles(old).digests()).as("the old directory").isEqualTo(before);
    assertThat(adopt(old, fresh, "wang", "li")).as("a directory in use").isEqualTo(1);
    lives(home, fresh);
    assertThat(PeopleInClear.filesWith(fresh, PeopleInClear.IN_CLEAR)).isEmpty();
    assertThat(adopt(fresh, temporary.resolve("again"), "wang", "li")).as("a copy").isEqualTo(1);
    assertThat(Suite.run("replay", "--diff", "--data", fresh.toString())).isZero();
    Path now = temporary.resolve("now-sealed");
    assertThat(Suite.run("replay", "--into", now.toString(), "--data", fresh.toString())).isZero();
    for (Path table : tables()) {
      assertStillSays(
          rows(KEPT.resolve("shown").resolve(table)), shownNow(now, table), AdoptedLedger.SHIFT);
    }
    convincesAStranger(fresh);
  }

  /** Whose key file is another was not erased: nothing may be copied as if they were. */
  private static void withAnotherMasterKey(Path data, Runnable attempt) throws IOException {
    Path master = Identity.of(data).master();
    byte[] kept = Files.readAllBytes(master);
    Files.writeString(master, Base64.getEncoder().encodeToString(new byte[32]) + "\n");
    attempt.run();
    Files.write(master, kept);
  }

  private void convincesAStranger(Path fresh) throws IOException {
    Path export = temporary.resolve("public");
    assertThat(Suite.run("export", "--public", export.toString(), "--data", fresh.toString()))
        .isZero();
    var told = new ByteArrayOutputStream();
    assertThat(
            Verify.run(
                List.of("ledger", export.toString()),
                new PrintStream(told, true, StandardCharsets.UTF_8)))
        .as(told.toString(StandardCharsets.UTF_8))
        .isZero();
    assertThat(told.toString(StandardCharsets.UTF_8))
        .containsPattern(
            "(?m)OK registry: a copy of 236 entries .* by wang and li; people sealed in 15$")
        .containsPattern(
            "OK draw: a copy of 255 entries with root [0-9a-f]{64}, .* people sealed in 0;"
                + " that root follows from the same events");
  }

  private static void restore(Path data) throws IOException {
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
  }

  private static int adopt(Path old, Path fresh, String by, String approvedBy) {
    return Suite.run(
        "adopt-personal-data",
        "--data",
        old.toString(),
        "--into",
        fresh.toString(),
        "--by",
        by,
        "--approved-by",
        approvedBy);
  }

  /** The suite runs on the copy: who keeps the register reads people, nobody else does. */
  private void lives(Home home, Path fresh) throws Exception {
    var stack = new Stack(home, fresh, Ports.freeFrom(32_080), out);
    stack.setDate(LocalDate.of(2023, 6, 16));
    var registrar = new DemoIdentity.User("registrar", List.of("registrar"), "法制安全科");
    var auditor = new DemoIdentity.User("auditor", List.of("auditor"), "法制安全科");
    try {
      stack.start();
      assertThat(
              new Audit(stack.ports().kafka(), stack.ports().postgres(), stack.witnessed()).run())
          .startsWith("AUDIT OK services=4")
          .contains(" draws=2 ");
      try (var client = new Client(stack.ports().gateway(), stack.identity())) {
        String subjects = "/registry/api/v1/subjects/";
        JsonNode driver = client.get(registrar, subjects + "CY-0001").expect(200, "driver").body();
        assertThat(driver.path("name").asText()).isEqualTo(PeopleInClear.DRIVER);
        assertThat(driver.path("address").asText()).isEqualTo(PeopleInClear.HOME);
        assertThat(driver.at("/particulars/licences/0/number").asText())
            .isEqualTo(PeopleInClear.LICENCE);
        JsonNode vehicle = client.get(registrar, subjects + "VE-0001").expect(200, "car").body();
        assertThat(vehicle.at("/particulars/owner").asText()).isEqualTo(PeopleInClear.OWNER);
        JsonNode officer =
            client
                .get(registrar, "/registry/api/v1/inspectors/JC001")
                .expect(200, "officer")
                .body();
        assertThat(officer.path("certificate").asText()).isEqualTo(PeopleInClear.CERTIFICATE);
        client.get(registrar, subjects + PeopleInClear.NUMBER).expect(404, "renumbered");
        for (String id : List.of("CY-0001", "VE-0001")) {
          assertThat(client.get(auditor, subjects + id).expect(200, id).text())
              .doesNotContain(PeopleInClear.IN_CLEAR)
              .doesNotContain(PeopleInClear.DRIVER);
        }
      }
    } finally {
      stack.stop();
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

  /** What a table of then says now; loads were kept, now they are counted from who visits whom. */
  private static Map<String, JsonNode> shownNow(Path now, Path table) throws IOException {
    return table.endsWith("load_view.tsv")
        ? loads(rows(now.resolve(table.resolveSibling("assigned_view.tsv"))))
        : rows(now.resolve(table));
  }

  private static Map<String, JsonNode> loads(Map<String, JsonNode> rows) {
    Map<String, JsonNode> loads = new LinkedHashMap<>();
    rows.forEach((id, row) -> {
      int year = LocalDate.parse(row.path("on").asText()).getYear();
      row.path("teams")
          .forEach(team ->
              team.forEach(inspector -> {
                String key = year + "-" + inspector.asText();
                int before = loads.containsKey(key) ? loads.get(key).path("visits").asInt() : 0;
                loads.put(
                    key,
                    JSON.createObjectNode()
                        .put("year", year)
                        .put("inspector", inspector.asText())
                        .put("visits", before + 1));
              }));
    });
    return loads;
  }

  /**
   * New members may have come; none that was there may be gone or say something else.
   *
   * @param shift by how much entries of the ledger have a greater number
   */
  private static void assertStillSays(
      Map<String, JsonNode> then, Map<String, JsonNode> now, int shift) {
    assertThat(now.keySet()).containsExactlyInAnyOrderElementsOf(then.keySet());
    then.forEach((id, old) ->
        old.properties()
            .forEach(member ->
                assertThat(now.get(id).get(member.getKey()))
                    .as("%s of %s", member.getKey(), id)
                    .isEqualTo(
                        member.getKey().endsWith("Seq")
                            ? IntNode.valueOf(member.getValue().asInt() + shift)
                            : member.getValue())));
  }
}
