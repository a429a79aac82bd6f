package cn.doublerandom.benchmarks;

import cn.doublerandom.embedded.LocalKafka;
import cn.doublerandom.embedded.LocalPostgres;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.NewEvent;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.ledger.LedgerReader;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;

/** A durable PostgreSQL and a Kafka of its own, gone afterwards. */
final class Ground implements AutoCloseable {
  /** About what an event of the suite looks like. */
  static final String PAYLOAD =
      "{\"answer\":{\"codes\":[\"1\"],\"itemCode\":\"JT-DY-01\",\"note\":\"\"},\"by\":\"JC003\","
          + "\"remark\":\""
          + "x".repeat(180)
          + "\"}";

  static final String METADATA =
      "{\"actor\":\"JC003\",\"at\":\"2023-03-15T01:00:00Z\",\"causationId\":"
          + "\"request-0b6f2f6e-2c1e-4b53-a6a8-6f3e6f0c9c11\",\"correlationId\":"
          + "\"6d0f9b1e-4b1c-4f7c-9a53-0c9a6a2f8f11\",\"recordedAt\":\"2023-03-15T01:00:00Z\"}";

  private final Path home;
  private final LocalPostgres postgres;
  private final LocalKafka kafka;
  private final Vertx vertx = Vertx.vertx();

  Ground() throws IOException {
    this.home = Files.createTempDirectory("double-random-bench");
    this.postgres = LocalPostgres.start(home.resolve("postgres"), 0);
    this.kafka = LocalKafka.start(home.resolve("kafka"), 0, 0);
  }

  int port() {
    return postgres.port();
  }

  Map<String, Object> kafka() {
    return Map.of("bootstrap.servers", kafka.bootstrapServers());
  }

  String bootstrap() {
    return kafka.bootstrapServers();
  }

  Path home() {
    return home;
  }

  static NewEvent event() {
    return new NewEvent(NewEvent.newId(), "ItemChecked", PAYLOAD, METADATA);
  }

  /** A fresh database with the event store. */
  String database(String name) throws SQLException {
    postgres.database(name);
    Flyway.configure()
        .dataSource(jdbc(name), LocalPostgres.OWNER, LocalPostgres.OWNER)
        .locations("db/eventstore")
        .placeholders(Map.of("app_role", name + "_app"))
        .load()
        .migrate();
    return name;
  }

  String jdbc(String database) {
    return "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/" + database;
  }

  Connection owner(String database) throws SQLException {
    return DriverManager.getConnection(jdbc(database), LocalPostgres.OWNER, LocalPostgres.OWNER);
  }

  void sql(String database, String sql) throws SQLException {
    try (Connection connection = owner(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  long count(String database, String sql) throws SQLException {
    try (Connection connection = owner(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  Pool pool(String database, int size) {
    return Pool.pool(
        vertx,
        new PgConnectOptions()
            .setHost("127.0.0.1")
            .setPort(postgres.port())
            .setDatabase(database)
            .setUser(database + "_app")
            .setPassword(database + "_app")
            .setCachePreparedStatements(true),
        new PoolOptions().setMaxSize(size));
  }

  /** Reads a whole ledger and decodes every event; how many there were. */
  static long decodeAll(Pool pool) {
    var json = EventCodec.mapper().readerFor(EventStoreBench.Checked.class);
    var read = new AtomicLong();
    new LedgerReader(pool)
        .scan(
            0,
            4_000,
            entries -> {
              try {
                for (LedgerEntry entry : entries) {
                  EventStoreBench.Checked checked = json.readValue(entry.event().payload());
                  read.addAndGet(checked.by().isEmpty() ? 0 : 1);
                }
              } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
              }
            });
    return read.get();
  }

  @Override
  public void close() throws IOException {
    vertx.close().await().indefinitely();
    kafka.close();
    postgres.close();
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
