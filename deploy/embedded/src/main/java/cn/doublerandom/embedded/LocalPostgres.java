package cn.doublerandom.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A PostgreSQL 18 cluster in one directory, durable (fsync, synchronous_commit and full_page_writes
 * on) and kept between starts but for tests. One database and one unprivileged role per service.
 */
public final class LocalPostgres implements AutoCloseable {
  /** Owner of every database; migrations run as it, services never. */
  public static final String OWNER = "postgres";

  private static final Duration STARTUP = Duration.ofSeconds(90);
  private static final String MAX_CONNECTIONS = "200";

  private final EmbeddedPostgres cluster;
  private final Path data;

  private LocalPostgres(EmbeddedPostgres cluster, Path data) {
    this.cluster = cluster;
    this.data = data;
  }

  /**
   * Starts the cluster kept in {@code directory}, stopping an orphan of an earlier run first.
   *
   * @param port 0 takes a free one
   */
  public static LocalPostgres start(Path directory, int port) throws IOException {
    Files.createDirectories(directory);
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    return start(directory, programs().orElse(directory.resolve("work")), port, "on");
  }

  /**
   * A cluster of tests, which nobody asks for anything after the machine has failed: it keeps what
   * a process that is killed leaves, and not what a power failure does.
   */
  public static LocalPostgres fleeting(Path directory) throws IOException {
    return fleeting(directory, programs().orElse(directory.resolve("work")));
  }

  /**
   * The same with the programs unpacked elsewhere.
   *
   * @param work where they lie; the first one of a process serves all its clusters and must outlive
   *     them
   */
  static LocalPostgres fleeting(Path directory, Path work) throws IOException {
    if (!work.startsWith(directory)) {
      Files.createDirectories(directory);
      new FreshCluster(work).copy(directory.resolve("data"));
    }
    return start(directory, work, 0, "off");
  }

  /** A cluster nobody has used and nobody runs. */
  static void make(Path directory, Path work) throws IOException {
    start(directory, work, 0, "off").close();
  }

  private static LocalPostgres start(Path directory, Path work, int port, String durable)
      throws IOException {
    Files.createDirectories(directory);
    Path data = directory.resolve("data");
    Postmaster.clear(data);
    var builder =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(work.toFile())
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setServerConfig("fsync", durable)
            .setServerConfig("synchronous_commit", durable)
            .setServerConfig("full_page_writes", durable)
            .setServerConfig("max_connections", MAX_CONNECTIONS)
            // A large import touches more than the default holds, and fills the log with whole
            // pages.
            .setServerConfig("shared_buffers", "256MB")
            .setServerConfig("max_wal_size", "4GB")
            .setServerConfig("wal_compression", "on")
            .setServerConfig("listen_addresses", "127.0.0.1")
            // TCP only: a killed server would leave its socket in the system's temporary directory.
            .setServerConfig("unix_socket_directories", "")
            .setPGStartupWait(STARTUP)
            .setPort(port == 0 ? LocalKafka.freePort() : port);
    return new LocalPostgres(Programs.from(work, builder::start), data);
  }

  /**
   * Where the programs of all clusters and processes of a build lie, unpacked once; where {@code
   * SUITE_POSTGRES_PROGRAMS} says nothing every cluster has its own.
   */
  static Optional<Path> programs() throws IOException {
    String shared = System.getenv("SUITE_POSTGRES_PROGRAMS");
    if (shared == null || shared.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Files.createDirectories(
            Path.of(shared),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))));
  }

  /** The server itself, whoever started it; -1 where it does not live. */
  public static long pid(Path directory) throws IOException {
    return Postmaster.of(directory.resolve("data")).map(ProcessHandle::pid).orElse(-1L);
  }

  /** Returns when the server is gone, however it died. */
  public void awaitDeath() throws InterruptedException {
    try {
      var server = Postmaster.of(data);
      if (server.isPresent()) {
        Postmaster.awaitDeath(server.get());
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  public int port() {
    return cluster.getPort();
  }

  /**
   * Creates a copy of a database nobody is connected to, and a role {@code <name>_app} that may
   * what the role of the copied one may.
   */
  public void copy(String template, String name) throws SQLException {
    try (Connection connection = cluster.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE ROLE %1$s_app LOGIN PASSWORD '%1$s_app' IN ROLE %2$s_app"
              .formatted(name, template));
      statement.execute("CREATE DATABASE %s TEMPLATE %s".formatted(name, template));
    }
  }

  /** Creates the service's database and its role {@code <name>_app} unless they are there. */
  public void database(String name) throws SQLException {
    try (Connection connection = cluster.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      String role = name + "_app";
      for (String sql :
          List.of(
              "SELECT 1 FROM pg_roles WHERE rolname = '%s'|CREATE ROLE %s LOGIN PASSWORD '%s'"
                  .formatted(role, role, role),
              "SELECT 1 FROM pg_database WHERE datname = '%s'|CREATE DATABASE %s"
                  .formatted(name, name))) {
        int bar = sql.indexOf('|');
        try (ResultSet there = statement.executeQuery(sql.substring(0, bar))) {
          if (there.next()) {
            continue;
          }
        }
        statement.execute(sql.substring(bar + 1));
      }
    }
  }

  /** Where a service finds its database, as its own unprivileged role. */
  public static Map<String, String> settings(int port, String database) {
    String address = "127.0.0.1:" + port + "/" + database;
    return Map.of(
        "quarkus.datasource.jdbc.url", "jdbc:postgresql://" + address,
        "quarkus.datasource.reactive.url", "postgresql://" + address,
        "quarkus.datasource.username", database + "_app",
        "quarkus.datasource.password", database + "_app",
        "quarkus.flyway.username", OWNER,
        "quarkus.flyway.password", OWNER);
  }

  /**
   * Returns when the server is gone: what stops it waits five seconds, and a server that writes its
   * last checkpoint on a machine under load takes longer.
   */
  @Override
  public void close() throws IOException {
    Optional<ProcessHandle> server = Postmaster.of(data);
    cluster.close();
    if (server.isPresent()) {
      Postmaster.awaitGone(server.get());
    }
  }
}
