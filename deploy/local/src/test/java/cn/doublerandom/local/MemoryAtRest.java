package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.embedded.LocalKafka;
import cn.doublerandom.embedded.LocalPostgres;
import cn.doublerandom.eventstore.Append;
import cn.doublerandom.eventstore.NewEvent;
import cn.doublerandom.eventstore.ledger.LedgerLeader;
import cn.doublerandom.eventstore.ledger.TopicMaking;
import cn.doublerandom.eventstore.ledger.TopicTails;
import cn.doublerandom.eventstore.postgres.PostgresEventStore;
import cn.doublerandom.verifier.Verify;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What can be done with the data of a stack that is down; told as a list of promises. */
final class MemoryAtRest {
  private final Path data;

  MemoryAtRest(Path data) {
    this.data = data;
  }

  /** Everything but the programs of PostgreSQL, which the whole process shares. */
  static Path copy(Path from, Path to) throws IOException {
    Path programs = from.resolve("postgres/work");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(f -> !f.startsWith(programs)).toList()) {
        Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    return to;
  }

  private int suite(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--data", data.toString()));
    return Suite.run(all.toArray(String[]::new));
  }

  void replaysToWhatIsLive() throws IOException {
    assertThat(suite("replay", "--diff")).isZero();
    assertThat(suite("replay", "--service", "nobody", "--into", into("x"))).isEqualTo(2);
    assertThat(suite("replay")).isEqualTo(2);
    assertThat(suite("replay", "--service", "draw", "--to-seq", "99999", "--into", into("never")))
        .as("a number the ledger has not reached")
        .isEqualTo(2);
    assertThat(data.resolve("never")).doesNotExist();
  }

  void tellsWhatWasKnownThenAndWhatWasChanged() throws IOException {
    assertThat(suite("replay", "--service", "draw", "--to-seq", "10", "--into", into("past")))
        .isZero();
    assertThat(Files.readString(data.resolve("past/draw/draw.json"))).contains("\"seq\":10,");
    assertThat(data.resolve("past/draw/known_subject_view.tsv"))
        .as("what the registry told is no event here, and has no past")
        .doesNotExist();
    assertThat(
            suite("replay", "--service", "draw", "--as-of", "2023-03-15", "--into", into("march")))
        .isZero();
    assertThat(Files.readAllLines(data.resolve("march/draw/draw_view.tsv"))).hasSize(1);
    parkAStream();
    assertThat(suite("replay", "--diff", "--service", "registry"))
        .as("a read model that shows a stream in part")
        .isEqualTo(1);
    changeAReadModel();
    assertThat(suite("replay", "--diff", "--service", "draw")).isEqualTo(1);
    assertThat(Files.readString(data.resolve("replay/draw/draw.differences")))
        .contains("draw_view 130534-2023001-001-1 differs");
  }

  private String into(String name) {
    return data.resolve(name).toString();
  }

  private void parkAStream() throws IOException {
    owner(
        "registry",
        "INSERT INTO parked_stream (projection, generation, stream, seq, reason)"
            + " SELECT name, generation, 'a-stream-of-nobody', 1, 'for a test' FROM projection"
            + " WHERE live ORDER BY name LIMIT 1");
  }

  private void changeAReadModel() throws IOException {
    owner(
        "draw",
        "UPDATE draw_view SET body = replace(body, 'EXECUTED', 'VOIDED') WHERE id LIKE '%001-1'");
  }

  void explainsADrawAndASubject() {
    assertThat(suite("explain", "130534-2023001-001-1")).isZero();
    assertThat(suite("explain", "130534-2023001-001-1", "--json")).isZero();
    assertThat(suite("explain", "nothing-like-it")).isEqualTo(1);
  }

  void convincesAStrangerAndNoForger() throws IOException {
    Path export = data.resolve("public");
    assertThat(suite("export", "--public", export.toString())).isZero();
    assertThat(suite("export", "--public", export.toString())).isEqualTo(1);
    assertThat(told(export))
        .as("both draws with their ceremonies, topics and states")
        .containsPattern(
            "OK draw 130534-2023001-001-1: .*witnessed [0-9]+ s before the first reveal")
        .containsPattern(
            "OK draw 130534-2023003-002-1: .*witnessed [0-9]+ s before the first reveal")
        .containsPattern("OK draw: .*, [123] heads of topics")
        .containsPattern(
            "OK registry: .*, [123] heads of topics, states registry.bureaus.v1 [0-9]+,"
                + " states registry.subjects.v1 [0-9]+,"
                + " states registry.inspectors.v1 not disclosed")
        .containsPattern(
            "OK double-random.invalid/publication/notices: [1-9][0-9]* leaves, every tile is as it"
                + " was signed, root [0-9a-f]{64}, signed");
    otherwiseThanItWasExported(export);
    for (String[] forgery :
        new String[][] {
          {"registry/chain.ndjson", firstHashOf(export, "registry/chain.ndjson"), "0".repeat(64)},
          {"publication/disclosed.ndjson", "2023", "2024"},
          {"draw/records.ndjson", firstHashOf(export, "draw/records.ndjson"), "0".repeat(64)},
          {"draw/checkpoint", "\n— ", "\n— x"},
          {"draw/disclosed.ndjson", "DrawCommitted", "DrawVoided"},
          {"registry/records.ndjson", "\"partition\":", "\"partition\":1"},
          {"publication/checkpoint", "\nhead ", "\nhead x"},
          {"notices/checkpoint", "/notices\n", "/notices/\n"},
        }) {
      Path file = export.resolve(forgery[0]);
      String whole = Files.readString(file);
      String forged = whole.replaceFirst(java.util.regex.Pattern.quote(forgery[1]), forgery[2]);
      assertThat(forged).isNotEqualTo(whole);
      Files.writeString(file, forged);
      assertThat(verify(export)).as(forgery[0]).isEqualTo(1);
      Files.writeString(file, whole);
    }
    Path hidden = export.resolve("draws/130534-2023001-001-1.json");
    Files.move(hidden, data.resolve("hidden.json"));
    assertThat(verify(export)).as("a draw whose bundle is withheld").isEqualTo(1);
    Files.move(data.resolve("hidden.json"), hidden);
    Files.move(export.resolve("SHA256SUMS"), data.resolve("sums"));
    assertThat(verify(export)).as("a list of files that was taken away").isEqualTo(1);
    assertThat(verify(export, "--unlisted")).isZero();
    Files.move(data.resolve("sums"), export.resolve("SHA256SUMS"));
    assertThat(verify(export)).isZero();
    assertThat(contains(export, "JC003")).as("inspectors by number in the export").isTrue();
    assertThat(contains(export, "示例人员")).as("inspectors by name in the export").isFalse();
    for (String service : List.of("draw", "inspection", "publication")) {
      assertThat(contains(export.resolve(service), ".practice"))
          .as("what was practised, of " + service)
          .isFalse();
    }
  }

  /** What no signed root binds: how much was disclosed, and a checkpoint of before. */
  private static void otherwiseThanItWasExported(Path export) throws IOException {
    Path disclosed = export.resolve("publication/disclosed.ndjson");
    byte[] whole = Files.readAllBytes(disclosed);
    Files.write(disclosed, new byte[0]);
    assertThat(verify(export)).as("nothing disclosed").isEqualTo(1);
    Files.write(disclosed, whole);
    Path more = Files.writeString(export.resolve("draw/checkpoints/more"), "");
    assertThat(verify(export)).as("a file too many").isEqualTo(1);
    Files.delete(more);
  }

  private static String firstHashOf(Path export, String file) throws IOException {
    var hash = java.util.regex.Pattern.compile("(?<=\"(?:chain|hash)\":\")[0-9a-f]{64}");
    return hash.matcher(Files.readString(export.resolve(file)))
        .results()
        .findFirst()
        .orElseThrow()
        .group();
  }

  private static boolean contains(Path directory, String text) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (new String(Files.readAllBytes(file), StandardCharsets.UTF_8).contains(text)) {
          return true;
        }
      }
    }
    return false;
  }

  /** What the verifier says of an export that holds. */
  private static String told(Path export) {
    var text = new ByteArrayOutputStream();
    var out = new PrintStream(text, true, StandardCharsets.UTF_8);
    assertThat(Verify.run(List.of("ledger", export.toString()), out))
        .as(text.toString(StandardCharsets.UTF_8))
        .isZero();
    return text.toString(StandardCharsets.UTF_8);
  }

  private static int verify(Path export, String... options) {
    List<String> arguments = new ArrayList<>(List.of("ledger", export.toString()));
    arguments.addAll(1, List.of(options));
    return Verify.run(arguments, System.out);
  }

  void fillsALostBrokerAgainRecordByRecord() throws IOException {
    List<String> before = told();
    assertThat(before).hasSizeGreaterThan(200);
    assertThat(suite("rebuild-topics")).isZero();
    assertThat(told()).isEqualTo(before);
  }

  /**
   * Everything every topic tells: partition, key, value and headers, in the order of the ledger.
   */
  private List<String> told() throws IOException {
    List<String> all = new ArrayList<>();
    try (LocalKafka kafka = LocalKafka.start(data.resolve("kafka"), 0, 0)) {
      for (String service : Home.SERVICES) {
        for (String name : Home.topics(service)) {
          try (var topic =
              TopicTails.inOrder(Map.of("bootstrap.servers", kafka.bootstrapServers()), name)) {
            while (topic.hasNext()) {
              all.add(text(topic.next()));
            }
          }
        }
      }
    }
    return all;
  }

  private static String text(ConsumerRecord<String, String> message) {
    List<String> headers =
        StreamSupport.stream(message.headers().spliterator(), false)
            .map(h -> h.key() + "=" + new String(h.value(), StandardCharsets.UTF_8))
            .toList();
    return message.topic()
        + " "
        + message.partition()
        + " "
        + message.key()
        + " "
        + message.value()
        + " "
        + headers;
  }

  void comesBackFromABackupInAFreshCluster(Home home, PrintStream out) throws Exception {
    Path file = data.resolve("backup.zip");
    Path fresh = data.resolve("restored");
    assertThat(suite("backup", file.toString())).isZero();
    assertThat(
            Suite.run(
                "restore",
                file.toString(),
                "--data",
                fresh.toString(),
                "--identity",
                data.resolve("identity").toString()))
        .isZero();
    // The witness is outside; it remembers what it saw of the ledger before.
    Files.createDirectories(fresh.resolve("witness"));
    try (Stream<Path> seen = Files.list(data.resolve("witness"))) {
      for (Path one : seen.toList()) {
        Files.copy(one, fresh.resolve("witness").resolve(one.getFileName()));
      }
    }
    var stack = new Stack(home, fresh, Ports.freeFrom(24_080), out);
    stack.setDate(Demo.FIRST_DATE.plusMonths(4));
    try {
      stack.start();
      assertThat(
              new Audit(stack.ports().kafka(), stack.ports().postgres(), stack.witnessed()).run())
          .startsWith("AUDIT OK services=4");
    } finally {
      stack.stop();
    }
    assertThat(Suite.run("replay", "--diff", "--data", fresh.toString())).isZero();
  }

  /** Whoever owns the database can cut it; what the witness saw cannot be cut. */
  void missesATailThatAWitnessSaw() throws Exception {
    Path cut = data.resolve("restored");
    try (LocalPostgres postgres = LocalPostgres.start(cut.resolve("postgres"), 0);
        LocalKafka kafka = LocalKafka.start(cut.resolve("kafka"), 0, 0);
        Connection connection = Databases.open(postgres.port(), "inspection");
        Statement statement = connection.createStatement()) {
      for (String table : List.of("event", "ledger", "announcement", "checkpoint")) {
        statement.execute("ALTER TABLE " + table + " DISABLE TRIGGER ALL");
      }
      statement.execute(
          "DELETE FROM event WHERE position IN (SELECT position FROM ledger WHERE seq > 20)");
      statement.execute("DELETE FROM ledger WHERE seq > 20");
      statement.execute("DELETE FROM announcement");
      statement.execute("DELETE FROM checkpoint");
      // The topic too: an attacker who owns everything but the witness.
      var admin = Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers());
      try (var client = org.apache.kafka.clients.admin.Admin.create(admin)) {
        client.deleteTopics(List.of("inspection.events.v1")).all().get();
      }
      Thread.sleep(1_000);
      TopicMaking.create(admin, List.of("inspection.events.v1"));
      assertThat(new Audit(kafka.port(), postgres.port(), cut.resolve("witness")).atRest().run())
          .startsWith("AUDIT FAILED inspection seq=20")
          .contains("a witness sealed")
          .contains("the tail was cut off");
    }
  }

  /**
   * A visit got another team than its draw has, by an event that is sound in itself: no hash and no
   * read model shows it.
   */
  void namesADrawAndAVisitThatDisagree() throws Exception {
    String visit;
    try (LocalPostgres postgres = LocalPostgres.start(data.resolve("postgres"), 0);
        LocalKafka kafka = LocalKafka.start(data.resolve("kafka"), 0, 0)) {
      visit = reassigned(postgres.port());
      assertThat(new Audit(kafka.port(), postgres.port(), data.resolve("witness")).atRest().run())
          .startsWith("AUDIT FAILED draws, visits and publications")
          .contains(visit.substring("visit-".length()) + ": 抽取端为 [")
          .contains("，检查端为 [JC998, JC999]");
    }
    assertThat(suite("replay", "--diff", "--service", "inspection")).isZero();
    assertThat(suite("replay", "--diff")).as("draws and visits differ").isEqualTo(1);
  }

  private static String reassigned(int port) throws Exception {
    Vertx vertx = Vertx.vertx();
    Pool pool =
        Pool.pool(
            vertx,
            new PgConnectOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                .setDatabase("inspection")
                .setUser(LocalPostgres.OWNER)
                .setPassword(LocalPostgres.OWNER),
            new PoolOptions().setMaxSize(2));
    try (var leader = new LedgerLeader(pool, event -> List.of(), () -> {})) {
      var last =
          pool.query(
                  "SELECT stream_id, max(version) AS version FROM event"
                      + " WHERE stream_id LIKE 'visit-%' GROUP BY stream_id ORDER BY 1 LIMIT 1")
              .execute()
              .await()
              .indefinitely()
              .iterator()
              .next();
      String stream = last.getString("stream_id");
      var event =
          new NewEvent(
              NewEvent.newId(),
              "TeamReassigned",
              "{\"inspectors\":[\"JC998\",\"JC999\"]}",
              "{\"actor\":\"a\",\"at\":\"2023-07-01T00:00:00Z\",\"causationId\":\"c\","
                  + "\"correlationId\":\"k\",\"recordedAt\":\"2026-07-01T00:00:00Z\"}");
      new PostgresEventStore(pool, () -> {})
          .append(
              List.of(new Append(stream, last.getLong("version"), List.of(event))),
              Optional.empty())
          .await()
          .indefinitely();
      while (leader.turn()) {
        // until it has its number
      }
      return stream;
    } finally {
      pool.close().await().indefinitely();
      vertx.close().await().indefinitely();
    }
  }

  /** With the triggers off the owner can change a row; the audit says which. */
  void noticesARowThatWasChangedByHand() throws Exception {
    try (LocalPostgres postgres = LocalPostgres.start(data.resolve("postgres"), 0);
        LocalKafka kafka = LocalKafka.start(data.resolve("kafka"), 0, 0);
        Connection connection = Databases.open(postgres.port(), "inspection");
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER TABLE event DISABLE TRIGGER ALL");
      statement.execute(
          "UPDATE event SET payload = replace(payload, '\"JC', '\"JX') WHERE position ="
              + " (SELECT position FROM ledger WHERE seq = 5)");
      statement.execute("ALTER TABLE event ENABLE TRIGGER ALL");
      assertThat(new Audit(kafka.port(), postgres.port(), data.resolve("witness")).atRest().run())
          .startsWith("AUDIT FAILED inspection seq=5 ")
          .contains("was changed");
    }
  }

  private void owner(String service, String sql) throws IOException {
    try (LocalPostgres postgres = LocalPostgres.start(data.resolve("postgres"), 0);
        Connection connection = Databases.open(postgres.port(), service);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (java.sql.SQLException e) {
      throw new IOException(e);
    }
  }
}
