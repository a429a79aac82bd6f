package cn.doublerandom.benchmarks;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.LocalKafka;
import cn.doublerandom.embedded.LocalPostgres;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/**
 * {@code ./suite bench drawable [ROWS [DIRECTORY]]}: how soon after their import so many subjects
 * (default 100,000) can be drawn. Registry and draw run as they ship, side by side; then the draw
 * alone hears a topic that is complete; then it makes its rows anew. {@code DIRECTORY} is another
 * checkout, built, whose draw-service is measured instead.
 */
final class DrawableBench implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(90);
  private static final long LOOK = 500_000_000L;

  private final int rows;
  private final Path home;
  private final Path drawing;
  private final LocalPostgres postgres;
  private final LocalKafka kafka;
  private final DemoIdentity identity = DemoIdentity.create();

  private DrawableBench(int rows, Path drawing) throws Exception {
    this.rows = rows;
    this.drawing = drawing;
    this.home = Files.createTempDirectory("double-random-bench");
    this.postgres = LocalPostgres.start(home.resolve("postgres"), 0);
    postgres.database("registry");
    postgres.database("draw");
    this.kafka = LocalKafka.start(home.resolve("kafka"), 0, 0);
  }

  public static void main(String[] arguments) throws Exception {
    int rows = arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0]);
    Path ours = Path.of(System.getProperty("suite.home", "."));
    Path other = arguments.length < 2 ? ours : Path.of(arguments[1]);
    try (var bench = new DrawableBench(rows, application(other, "draw"))) {
      System.out.printf(
          Locale.ROOT,
          "%d cores, Java %s, PostgreSQL with fsync, draw-service of %s, %,d subjects%n%n",
          Runtime.getRuntime().availableProcessors(),
          Runtime.version(),
          other,
          rows);
      bench.run(application(ours, "registry"));
    }
    System.exit(0);
  }

  private static Path application(Path checkout, String service) {
    return checkout.resolve(service + "-service/target/quarkus-app/quarkus-run.jar");
  }

  private void run(Path registering) throws Exception {
    try (var registry = service("registry", registering, "512m", "registrar")) {
      registry.awaitReady("/api/v1/subjects?limit=1");
      try (var draw = service("draw", drawing, "1g", "coordinator")) {
        draw.awaitReady("/api/v1/register");
        together(registry);
      }
    }
    apart();
  }

  private void together(ServiceProcess registry) throws Exception {
    Path table = SampleRegister.table(home.resolve("subjects.csv"), rows);
    long start = System.nanoTime();
    HttpResponse<String> answer =
        registry.send(
            registry
                .request("/api/v1/subjects/imports")
                .header("Content-Type", "text/csv")
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofFile(table))
                .build());
    if (answer.statusCode() != 200) {
      throw new IOException(answer.statusCode() + " " + answer.body());
    }
    double imported = seconds(start);
    say("imported, registry and draw beside it", imported);
    await("registry", "SELECT coalesce(max(seq), 0) FROM ledger");
    say("numbered and announced", seconds(start));
    awaitKnown();
    double known = seconds(start);
    say("known to the draw", known);
    say("known to the draw after the import ended", known - imported);
    System.out.printf(
        Locale.ROOT,
        "subjects a second from the first row imported to the last one known: %,.0f%n"
            + "events in the ledger of the draw: %,d%n",
        rows / known,
        number("draw", "SELECT count(*) FROM event"));
  }

  /** A draw-service that has heard nothing hears a topic that is complete. */
  private void apart() throws Exception {
    try (Connection connection = open("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE draw WITH (FORCE)");
    }
    postgres.database("draw");
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      admin.deleteConsumerGroups(List.of("draw-service")).all().get();
    }
    try (var draw = service("draw", drawing, "1g", "coordinator")) {
      draw.awaitReady("/api/v1/register");
      long before = known();
      long start = System.nanoTime();
      awaitKnown();
      System.out.printf(
          Locale.ROOT,
          "%nalone, from a complete topic: %,.0f subjects a second (%,d of them before it answered)%n",
          (rows - before) / seconds(start),
          before);
      if (isReplica()) {
        anew();
      }
    }
  }

  private void anew() throws Exception {
    try (Connection connection = open("draw");
        Statement statement = connection.createStatement()) {
      // As after a change of version: rows of an older one are read until the others are made.
      statement.execute("UPDATE replica SET version = 0 WHERE name = 'registry_subjects'");
    }
    long start = System.nanoTime();
    await("draw", "SELECT count(*) FROM replica WHERE live AND version > 0", 3);
    System.out.printf(
        Locale.ROOT,
        "made anew from the first record: %,.0f subjects a second%n",
        rows / seconds(start));
  }

  private ServiceProcess service(String name, Path application, String heap, String account)
      throws Exception {
    return new ServiceProcess(
        name, application, heap, home, postgres, kafka, identity, account, Map.of());
  }

  private static void say(String what, double seconds) {
    System.out.printf(Locale.ROOT, "%s: %,.0f s%n", what, seconds);
  }

  private boolean isReplica() throws SQLException {
    return number("draw", "SELECT count(*) FROM pg_class WHERE relname = 'registry_subject_view'")
        > 0;
  }

  private long known() throws SQLException {
    return number(
        "draw",
        "SELECT count(*) FROM " + (isReplica() ? "registry_subject_view" : "known_subject_view"));
  }

  private void awaitKnown() throws SQLException {
    while (known() < rows) {
      LockSupport.parkNanos(LOOK);
    }
  }

  private void await(String database, String sql) throws SQLException {
    await(database, sql, rows);
  }

  private void await(String database, String sql, long atLeast) throws SQLException {
    while (number(database, sql) < atLeast) {
      LockSupport.parkNanos(LOOK);
    }
  }

  private long number(String database, String sql) throws SQLException {
    try (Connection connection = open(database);
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      found.next();
      return found.getLong(1);
    }
  }

  private Connection open(String database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/" + database,
        LocalPostgres.OWNER,
        LocalPostgres.OWNER);
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  @Override
  public void close() throws IOException {
    kafka.close();
    postgres.close();
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
