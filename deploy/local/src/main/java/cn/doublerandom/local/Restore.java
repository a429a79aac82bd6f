package cn.doublerandom.local;

import cn.doublerandom.embedded.LocalPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Puts a backup into a fresh cluster. Transaction ids start again there, so the restored events are
 * adopted: their order is kept, and everything new comes after them. Nobody who was erased comes
 * back.
 */
@Command(name = "restore", description = "put a backup into an empty data directory")
final class Restore implements Callable<Integer> {
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  @Mixin private final DataOption data = new DataOption();

  @Parameters(index = "0", paramLabel = "FILE", description = "what backup wrote")
  private Path file = Path.of("backup.zip");

  @Option(
      names = "--identity",
      description = "directory with the keys that were in use; without it new ones are made")
  private @Nullable Path identity;

  @Override
  public Integer call() throws Exception {
    Path directory = data.directory();
    if (Files.isDirectory(directory.resolve("postgres"))) {
      throw new IOException(directory + " holds data already; restore into an empty directory");
    }
    Files.createDirectories(directory);
    if (identity != null) {
      copy(identity, directory.resolve("identity"));
    }
    try (LocalPostgres postgres = LocalPostgres.start(directory.resolve("postgres"), 0);
        var zip = new ZipFile(file.toFile())) {
      for (String service : Home.SERVICES) {
        postgres.database(service);
        migrate(service, postgres.port());
        try (Connection connection = Databases.open(postgres.port(), service)) {
          long events = fill(service, connection, zip);
          out.println(service + ": " + events + " events restored and adopted");
        }
      }
    }
    out.println(
        "RESTORE OK "
            + directory
            + (identity == null ? "; new keys will be made, names of people stay unreadable" : ""));
    return 0;
  }

  private static void migrate(String service, int port) {
    Flyway.configure()
        .dataSource(
            "jdbc:postgresql://127.0.0.1:" + port + "/" + service,
            LocalPostgres.OWNER,
            LocalPostgres.OWNER)
        .locations("db/eventstore")
        .placeholders(Map.of("app_role", service + "_app"))
        .load()
        .migrate();
  }

  private static long fill(String service, Connection connection, ZipFile zip)
      throws SQLException, IOException {
    connection.setAutoCommit(false);
    for (String table : Backup.TABLES) {
      ZipEntry entry = zip.getEntry(service + "/" + table + ".copy");
      if (entry == null && Backup.SINCE_CHAINED.contains(table)) {
        continue;
      } else if (entry == null) {
        throw new IOException("the backup has no " + service + "/" + table);
      }
      try (InputStream in = zip.getInputStream(entry)) {
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("COPY " + table + " FROM STDIN", in);
      }
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "DELETE FROM person_key WHERE person IN (SELECT person FROM erased_person)");
      for (String table : List.of("parked_record", "stray_record")) {
        statement.execute(
            "SELECT setval(pg_get_serial_sequence('%1$s', 'id'), (SELECT coalesce(max(id), 0) + 1 FROM %1$s), FALSE)"
                .formatted(table));
      }
      try (ResultSet adopted = statement.executeQuery("SELECT adopt_restored_events()")) {
        adopted.next();
        long events = adopted.getLong(1);
        connection.commit();
        return events;
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      Files.createDirectories(to);
      for (Path key : files.filter(Files::isRegularFile).toList()) {
        Files.copy(key, to.resolve(key.getFileName()));
      }
    }
  }
}
