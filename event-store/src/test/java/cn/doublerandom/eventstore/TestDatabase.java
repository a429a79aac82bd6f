package cn.doublerandom.eventstore;

import cn.doublerandom.embedded.LocalPostgres;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;

/** One PostgreSQL for the whole test run, one fresh database with the event store per caller. */
public final class TestDatabase implements AutoCloseable {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static LocalPostgres cluster;
  private static final Vertx VERTX = Vertx.vertx();

  public final Pool pool;
  private final String name;

  private TestDatabase(String name) {
    this.name = name;
    this.pool = pool(20);
  }

  public static synchronized TestDatabase fresh() throws Exception {
    if (cluster == null) {
      Path home = Files.createTempDirectory("double-random-events");
      cluster = LocalPostgres.start(home, 0);
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
    cluster.database(name);
    Flyway.configure()
        .dataSource(jdbc(name), LocalPostgres.OWNER, LocalPostgres.OWNER)
        .locations("db/eventstore")
        .placeholders(Map.of("app_role", name + "_app"))
        .load()
        .migrate();
    return new TestDatabase(name);
  }

  private static void delete(Path home) throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static String jdbc(String name) {
    return "jdbc:postgresql://127.0.0.1:" + cluster.port() + "/" + name;
  }

  /** Another pool as the service's own role. */
  public Pool pool(int size) {
    return Pool.pool(
        VERTX,
        new PgConnectOptions()
            .setHost("127.0.0.1")
            .setPort(cluster.port())
            .setDatabase(name)
            .setUser(name + "_app")
            .setPassword(name + "_app"),
        new PoolOptions().setMaxSize(size));
  }

  public Connection as(String user) throws SQLException {
    return DriverManager.getConnection(jdbc(name), user, user);
  }

  public Connection asService() throws SQLException {
    return as(name + "_app");
  }

  public Connection asOwner() throws SQLException {
    return as(LocalPostgres.OWNER);
  }

  /** The first column of the first row. */
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
  }
}
