package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.embedded.LocalKafka;
import cn.doublerandom.embedded.LocalPostgres;
import cn.doublerandom.eventstore.Append;
import cn.doublerandom.eventstore.NewEvent;
import cn.doublerandom.eventstore.checkpoint.LogKeys;
import cn.doublerandom.eventstore.checkpoint.MerkleTree;
import cn.doublerandom.eventstore.checkpoint.NoteKey;
import cn.doublerandom.eventstore.ledger.Announcement;
import cn.doublerandom.eventstore.ledger.LedgerLeader;
import cn.doublerandom.eventstore.ledger.LedgerRelay;
import cn.doublerandom.eventstore.ledger.ToldScopes;
import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.eventstore.postgres.PostgresEventStore;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Yesterday's database under today's topics and today's witness, and what an operator decides. */
@Execution(ExecutionMode.CONCURRENT)
@Tag("deep")
class OlderDecisionIT {
  private static final String TOPIC = "registry.events.v1";
  private static final String METADATA =
      """
      {"actor":"registrar","at":"2023-03-15T01:00:00Z","causationId":"request","correlationId":"c",\
      "recordedAt":"2023-03-15T01:00:00Z"}\
      """;

  @TempDir Path temporary;
  private Path data;
  private Identity keys;
  private String witnessedRoot = "";

  @Test
  void an_older_database_is_told_again_only_when_somebody_gives_up_what_it_lacks()
      throws Exception {
    var home = new Home(Path.of("../..").toAbsolutePath().normalize());
    System.setProperty("suite.home", home.root().toString());
    data = Files.createDirectory(temporary.resolve("data"));
    keys = Identity.of(data);
    keys.prepare();
    Path yesterday = temporary.resolve("yesterday");
    tell(home, 1, 10);
    MemoryAtRest.copy(data.resolve("postgres"), yesterday);
    tell(home, 11, 15);
    witness(15, witnessedRoot);
    assertThat(suite("audit")).as("today everything fits").isZero();

    Files.move(data.resolve("postgres"), temporary.resolve("today"));
    Files.move(yesterday, data.resolve("postgres"));
    assertThat(suite("audit")).as("the witness and the topics know more").isEqualTo(1);
    assertThat(suite("rebuild-topics")).isEqualTo(1);
    assertThat(names("kafka-set-aside-")).as("nothing was changed").isEmpty();
    assertThat(suite("rebuild-topics", "--older-because", "机房失火")).isEqualTo(2);

    assertThat(suite("rebuild-topics", "--older-because", "机房失火", "--by", "运维 张三")).isZero();

    assertThat(suite("audit")).isZero();
    assertThat(names("kafka-set-aside-")).hasSize(1);
    try (Stream<Path> seen = Files.list(data.resolve("witness"))) {
      assertThat(seen.map(file -> file.getFileName().toString()))
          .containsExactly("registry.given-up-15");
    }
    assertThat(decision())
        .contains("\"head\":10")
        .contains("\"told\":5")
        .contains("\"witnessed\":15")
        .contains(witnessedRoot)
        .contains("机房失火")
        .contains("运维 张三");
    witness(14, "ab".repeat(32));
    assertThat(suite("audit")).as("what was not given up by name still counts").isEqualTo(1);
  }

  private int suite(String... words) {
    return Suite.run(
        Stream.concat(Stream.of(words), Stream.of("--data", data.toString()))
            .toArray(String[]::new));
  }

  private List<String> names(String beginning) throws IOException {
    try (Stream<Path> files = Files.list(data)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith(beginning))
          .toList();
    }
  }

  private String decision() throws IOException, SQLException {
    try (LocalPostgres postgres = LocalPostgres.start(data.resolve("postgres"), 0);
        Connection registry = Databases.open(postgres.port(), "registry");
        Statement statement = registry.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT payload FROM event WHERE type = 'OlderAccepted'")) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** What a witness keeps: origin, size, root, and signatures nobody reads here. */
  private void witness(long size, String root) throws IOException {
    Files.createDirectories(data.resolve("witness"));
    Files.writeString(
        data.resolve("witness/registry.checkpoint"),
        Identity.origin("registry")
            + "\n"
            + size
            + "\n"
            + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(root))
            + "\n\n— seen\n");
  }

  /** The registry says something new, numbers it and tells it. */
  private void tell(Home home, int from, int to) throws Exception {
    Vertx vertx = Vertx.vertx();
    try (LocalPostgres postgres = LocalPostgres.start(data.resolve("postgres"), 0);
        LocalKafka kafka = LocalKafka.start(data.resolve("kafka"), 0, 0)) {
      for (String service : Home.SERVICES) {
        postgres.database(service);
        Migrations.all(service, postgres.port(), home);
      }
      Home.createTopics(kafka.bootstrapServers());
      Pool pool = pool(vertx, postgres.port());
      new PostgresEventStore(pool, () -> {})
          .appendEach(
              IntStream.rangeClosed(from, to).mapToObj(OlderDecisionIT::registered).toList())
          .await()
          .indefinitely();
      NoteKey key = NoteKey.keptIn(keys.log("registry"), Identity.origin("registry"));
      try (var leader =
              new LedgerLeader(
                  pool,
                  e -> List.of(new Announcement(TOPIC, e.stream(), "T", "{}")),
                  () -> {},
                  new Vitals(),
                  key::seal);
          var relay =
              new LedgerRelay(
                  "registry",
                  pool,
                  Map.of("bootstrap.servers", kafka.bootstrapServers()),
                  Home.topics("registry"),
                  new Vitals(),
                  () -> true,
                  LogKeys.read(keys.logKeys()),
                  ToldScopes.NONE)) {
        leader.turn();
        relay.turn();
      }
      witnessedRoot = root(postgres.port());
      pool.close().await().indefinitely();
    } finally {
      vertx.close().await().indefinitely();
    }
  }

  private static Append registered(int number) {
    return new Append(
        "subject-" + number,
        0,
        List.of(new NewEvent(NewEvent.newId(), "Registered", "{}", METADATA)));
  }

  private static String root(int port) throws SQLException {
    var tree = new MerkleTree.Growing();
    try (Connection registry = Databases.open(port, "registry");
        Statement statement = registry.createStatement();
        ResultSet rows = statement.executeQuery("SELECT chain FROM ledger ORDER BY seq")) {
      while (rows.next()) {
        tree.add(HexFormat.of().parseHex(rows.getString(1)));
      }
    }
    return HexFormat.of().formatHex(tree.root());
  }

  private static Pool pool(Vertx vertx, int port) {
    return Pool.pool(
        vertx,
        new PgConnectOptions()
            .setHost("127.0.0.1")
            .setPort(port)
            .setDatabase("registry")
            .setUser("registry_app")
            .setPassword("registry_app"),
        new PoolOptions().setMaxSize(4));
  }
}
