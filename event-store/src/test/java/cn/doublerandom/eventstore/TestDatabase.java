package cn.doublerandom.eventstore;

import cn.doublerandom.embedded.LocalPostgres;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;

/** One PostgreSQL for the whole test run, one fresh database with the event store per caller. */
public final class TestDatabase implements AutoCloseable {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  /** Made once for a cluster: the migrations of each database anew took longer than most tests. */
  private static final String TEMPLATE = "events";

  private static final Vertx VERTX = Vertx.vertx();
  private static LocalPostgres cluster;

  static {
    // What must come is waited for: the default run tests several modules at once on two cores.
    Awaitility.setDefaultTimeout(Duration.ofSeconds(40));
  }

  /** Connections as the service's own role. */
  public final Pool pool;

  private final String name;
  private final int port;
  private final Optional<LocalPostgres> own;

  private TestDatabase(String name, int port, Optional<LocalPostgres> own) {
    this.name = name;
    this.port = port;
    this.own = own;
    this.pool = pool(20);
  }

  /** A database nobody has used, in the cluster of this test run. */
  public static synchronized TestDatabase fresh() throws Exception {
    if (cluster == null) {
      Path home = Files.createTempDirectory("double-random-events");
      cluster = LocalPostgres.fleeting(home);
      cluster.database(TEMPLATE);
      migrate(TEMPLATE, cluster.port());
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(() -> {
                try {
                  cluster.close();
                  delete(home);
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              }));
    }
    String name = "events" + NUMBER.incrementAndGet();
    cluster.copy(TEMPLATE, name);
    return new TestDatabase(name, cluster.port(), Optional.empty());
  }

  /** A database in a cluster of the caller's; the event store is made where it is missing. */
  public static TestDatabase in(LocalPostgres server, String name) throws SQLException {
    server.database(name);
    migrate(name, server.port());
    return new TestDatabase(name, server.port(), Optional.empty());
  }

  /** A database that is there already. */
  public static TestDatabase at(int port, String name) {
    return new TestDatabase(name, port, Optional.empty());
  }

  private static void migrate(String name, int port) {
    Flyway.configure()
        .dataSource(jdbc(name, port), LocalPostgres.OWNER, LocalPostgres.OWNER)
        .locations("db/eventstore")
        .placeholders(Map.of("app_role", name + "_app"))
        .load()
        .migrate();
  }

  /** The same rows in another cluster, as a dump and restore would make them, ids and all. */
  public TestDatabase copyIntoFreshCluster(Path home) throws Exception {
    LocalPostgres other = LocalPostgres.fleeting(home);
    other.database(name);
    migrate(name, other.port());
    try (Connection from = asOwner();
        Connection to =
            DriverManager.getConnection(
                jdbc(name, other.port()), LocalPostgres.OWNER, LocalPostgres.OWNER)) {
      for (String table : List.of("event", "command_key", "ledger", "announcement")) {
        var out = new ByteArrayOutputStream();
        from.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY " + table + " TO STDOUT", out);
        to.unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("COPY " + table + " FROM STDIN", new ByteArrayInputStream(out.toByteArray()));
      }
    }
    return new TestDatabase(name, other.port(), Optional.of(other));
  }

  private static void delete(Path home) throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static String jdbc(String name, int port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
  }

  public String name() {
    return name;
  }

  public int port() {
    return port;
  }

  /** Another pool as the service's own role. */
  public Pool pool(int size) {
    return Pool.pool(
        VERTX,
        new PgConnectOptions()
            .setHost("127.0.0.1")
            .setPort(port)
            .setDatabase(name)
            .setUser(name + "_app")
            .setPassword(name + "_app"),
        new PoolOptions().setMaxSize(size));
  }

  public Connection as(String user) throws SQLException {
    return DriverManager.getConnection(jdbc(name, port), user, user);
  }

  public Connection asService() throws SQLException {
    return as(name + "_app");
  }

  public Connection asOwner() throws SQLException {
    return as(LocalPostgres.OWNER);
  }

  /** The first column of the first row, asked as the owner. */
  public String ask(String sql) throws SQLException {
    try (Connection connection = asOwner();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Override
  public void close() {
    pool.close().await().indefinitely();
    own.ifPresent(server -> {
      try {
        server.close();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    });
  }
}
