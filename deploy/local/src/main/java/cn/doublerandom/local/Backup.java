package cn.doublerandom.local;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * Copies what cannot be derived: the log, the ledger, what was told, sealed, set aside and timed.
 * Read models are left out, because they are folded again; so are the keys in {@code identity/},
 * which belong in a safe of their own.
 */
@Command(name = "backup", description = "copy everything that cannot be derived into one file")
final class Backup implements Callable<Integer> {
  /** In the order in which they are restored. */
  static final List<String> TABLES =
      List.of(
          "event_chunk",
          "event",
          "command_key",
          "ledger",
          "announcement",
          "inbox_position",
          "parked_record",
          "merkle_tile",
          "checkpoint",
          "cosignature",
          "timer",
          "person_key",
          "erased_person",
          "lane",
          "link",
          "inbox_lane",
          "inbox_link",
          "stray_record",
          "skipped_event",
          "restored_copy",
          "given_up_record",
          "inbox_until");

  /** Tables of a service's own that are no read models, in the order in which they are restored. */
  static final Map<String, List<String>> OWN_TABLES =
      Map.of(
          "registry",
          List.of(
              "exchange.subject",
              "exchange.told",
              "exchange.held",
              "exchange.comparison",
              "exchange.difference"));

  /** What every key file must be. */
  static final String KEYS = "identity.sha256";

  /** Tables a backup of an earlier version does not have. */
  static final Set<String> SINCE_CHAINED =
      Set.of(
          "event_chunk",
          "lane",
          "link",
          "inbox_lane",
          "inbox_link",
          "stray_record",
          "skipped_event",
          "restored_copy",
          "given_up_record",
          "inbox_until");

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  @Mixin private final DataOption data = new DataOption();

  @Parameters(index = "0", paramLabel = "FILE", description = "zip file to write")
  private Path file = Path.of("backup.zip");

  @Override
  public Integer call() throws Exception {
    Given.newFile(file);
    Given.data(data.directory());
    var keys = new KeyFiles(data.directory().resolve("identity"));
    Path fresh = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(fresh);
    try (var unfinished = new Unfinished(fresh)) {
      PrivateFile.create(fresh);
      write(fresh, keys);
      Files.move(fresh, file);
      unfinished.finished();
    }
    out.println(
        "不在备份中、须另行保管的密钥文件 %d 个  not in it, to be kept apart: %1$d files of %s (%s)"
            .formatted(
                keys.digests().size(),
                keys.directory(),
                String.join(", ", keys.digests().keySet())));
    out.println(
        "不在备份中、须另行复制的证据文件  not in it, to be copied after it: "
            + data.directory().resolve("evidence"));
    out.println("BACKUP OK " + file);
    return 0;
  }

  private void write(Path fresh, KeyFiles keys) throws SQLException, IOException {
    Map<String, Connection> snapshots = new LinkedHashMap<>();
    try (var infrastructure = Infrastructure.of(data.directory(), false);
        var zip = new ZipOutputStream(PrivateFile.output(fresh))) {
      // All at once, so that nobody has heard what its sender does not yet know that he told.
      for (String service : Home.SERVICES.reversed()) {
        snapshots.put(service, snapshot(infrastructure.postgres(), service));
      }
      for (Map.Entry<String, Connection> one : snapshots.entrySet()) {
        long events = copy(one.getKey(), one.getValue(), zip);
        out.printf("%s：已备份事件 %d 条  %2$d events%n", one.getKey(), events);
      }
      zip.putNextEntry(new ZipEntry(KEYS));
      zip.write(keys.manifest());
      zip.closeEntry();
    } finally {
      for (Connection snapshot : snapshots.values()) {
        snapshot.close();
      }
    }
  }

  /** A transaction that sees what is there now for as long as it is open. */
  private static Connection snapshot(int port, String service) throws SQLException {
    Connection connection = Databases.open(port, service);
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setReadOnly(true);
    Heard.number(connection, "SELECT count(*) FROM leader");
    return connection;
  }

  /** All tables of a service from one snapshot. */
  private static long copy(String service, Connection connection, ZipOutputStream zip)
      throws SQLException, IOException {
    long events = 0;
    List<String> tables = new ArrayList<>(TABLES);
    tables.addAll(OWN_TABLES.getOrDefault(service, List.of()));
    for (String table : tables) {
      if (!exists(connection, table)) {
        continue; // not yet, before the first start of this version
      }
      zip.putNextEntry(new ZipEntry(service + "/" + table + ".copy"));
      long rows =
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyOut("COPY " + table + " TO STDOUT", new Unclosed(zip));
      zip.closeEntry();
      events = table.equals("event") ? rows : events;
    }
    return events;
  }

  static boolean exists(Connection connection, String table) throws SQLException {
    return Heard.number(connection, "SELECT (to_regclass(?) IS NOT NULL)::int", table) > 0;
  }

  /** A zip entry ends, the zip goes on. */
  private static final class Unclosed extends FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
