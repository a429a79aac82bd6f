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
import java.util.List;
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
          "stray_record");

  /** Tables a backup of a version before the chained topics does not have. */
  static final Set<String> SINCE_CHAINED =
      Set.of("lane", "link", "inbox_lane", "inbox_link", "stray_record");

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  @Mixin private final DataOption data = new DataOption();

  @Parameters(index = "0", paramLabel = "FILE", description = "zip file to write")
  private Path file = Path.of("backup.zip");

  @Override
  public Integer call() throws Exception {
    if (Files.exists(file)) {
      throw new IOException(file + " exists already");
    }
    Path fresh = file.resolveSibling(file.getFileName() + ".part");
    try (var infrastructure = Infrastructure.of(data.directory(), false);
        var zip = new ZipOutputStream(Files.newOutputStream(fresh))) {
      for (String service : Home.SERVICES) {
        try (Connection connection = Databases.open(infrastructure.postgres(), service)) {
          long events = copy(service, connection, zip);
          out.println(service + ": " + events + " events");
        }
      }
    }
    Files.move(fresh, file);
    out.println("BACKUP OK " + file);
    return 0;
  }

  /** All tables of a service from one snapshot. */
  private static long copy(String service, Connection connection, ZipOutputStream zip)
      throws SQLException, IOException {
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    long events = 0;
    for (String table : TABLES) {
      zip.putNextEntry(new ZipEntry(service + "/" + table + ".copy"));
      long rows =
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyOut("COPY " + table + " TO STDOUT", new Unclosed(zip));
      zip.closeEntry();
      events = table.equals("event") ? rows : events;
    }
    connection.rollback();
    return events;
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
