package cn.doublerandom.local;

import cn.doublerandom.embedded.LocalPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
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
  /** What of a suite may be left there: its keys, what its witness saw, newer topics. */
  private static final Set<String> LEFT = Set.of("identity", "witness", "kafka");

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
    requireNoLedger(directory);
    if (identity != null) {
      Given.directory(identity);
      Given.empty(directory.resolve("identity"), Set.of());
    }
    try (var zip = new ZipFile(Given.file(file).toFile())) {
      requireWhole(zip);
      requireKeys(zip);
      wholly(directory, zip);
    }
    if (identity == null && !Files.exists(directory.resolve("identity"))) {
      out.println(
          "将生成新的密钥，人员姓名无法再读出，密封的抽取无法启封  new keys will be made: names of people"
              + " stay unreadable and sealed draws sealed");
    }
    out.println(
        "证据文件不在备份中，请放回  evidence is not in a backup, put it back into: "
            + directory.resolve("evidence"));
    out.println("RESTORE OK " + directory);
    return 0;
  }

  /** A place where no ledger is: an empty one, or that of a suite which lost its databases. */
  private static void requireNoLedger(Path directory) throws IOException {
    if (Files.isDirectory(directory.resolve("postgres"))) {
      throw Refused.now(
          directory + " 已有数据，请恢复到空目录", "holds data already; choose an empty directory");
    }
    if (LEFT.stream().noneMatch(name -> Files.isDirectory(directory.resolve(name)))) {
      Given.empty(directory, Set.of());
    }
  }

  private static void requireWhole(ZipFile zip) throws Refused {
    for (String service : Home.SERVICES) {
      for (String table : Backup.TABLES) {
        if (zip.getEntry(service + "/" + table + ".copy") == null
            && !Backup.SINCE_CHAINED.contains(table)) {
          throw Refused.now(
              "这不是完整的备份：没有 " + service + "/" + table,
              "this is no whole backup: that is not in it; use another file");
        }
      }
    }
  }

  /** All of it, or nothing: half a ledger would look like one that was cut. */
  private void wholly(Path directory, ZipFile zip) throws SQLException, IOException {
    PrivateFile.directory(directory);
    Path keys = directory.resolve("identity");
    Path postgres = directory.resolve("postgres");
    try (var unfinished =
        identity == null ? new Unfinished(postgres) : new Unfinished(postgres, keys)) {
      if (identity != null) {
        List<String> copied = new KeyFiles(identity).copyTo(keys);
        out.printf(
            "identity：已复制密钥文件 %d 个  %1$d files copied: %2$s%n",
            copied.size(), String.join(", ", copied));
      }
      restore(directory, zip);
      unfinished.finished();
    }
  }

  /** Nothing is restored that could not be read afterwards, as sealed draws without their key. */
  private void requireKeys(ZipFile zip) throws IOException {
    ZipEntry manifest = zip.getEntry(Backup.KEYS);
    if (identity == null || manifest == null) {
      return;
    }
    try (InputStream in = zip.getInputStream(manifest)) {
      List<String> missing = new KeyFiles(identity).missing(KeyFiles.read(in.readAllBytes()));
      if (!missing.isEmpty()) {
        throw Refused.now(
            identity + " 缺少备份时使用的密钥，没有恢复：" + String.join(", ", missing),
            "lacks keys that were in use; nothing was restored");
      }
    }
  }

  private void restore(Path directory, ZipFile zip) throws SQLException, IOException {
    try (LocalPostgres postgres = LocalPostgres.start(directory.resolve("postgres"), 0)) {
      for (String service : Home.SERVICES) {
        postgres.database(service);
        Migrations.eventStore(service, postgres.port());
        try (Connection connection = Databases.open(postgres.port(), service)) {
          long events = fill(service, connection, zip);
          out.printf("%s：已恢复并接收事件 %d 条  %2$d events restored and adopted%n", service, events);
        }
        fillOwn(service, postgres.port(), zip);
      }
    }
  }

  /** Tables that the service's own migrations make. */
  private static void fillOwn(String service, int port, ZipFile zip)
      throws SQLException, IOException {
    List<String> tables =
        Backup.OWN_TABLES.getOrDefault(service, List.of()).stream()
            .filter(table -> zip.getEntry(service + "/" + table + ".copy") != null)
            .toList();
    if (tables.isEmpty()) {
      return;
    }
    Migrations.all(service, port, Home.find());
    try (Connection connection = Databases.open(port, service)) {
      connection.setAutoCommit(false);
      for (String table : tables) {
        ZipEntry entry = zip.getEntry(service + "/" + table + ".copy");
        copyIn(connection, table + columns(connection, table, zip, entry), zip, entry);
      }
      for (String column : List.of("exchange.held seq", "exchange.comparison number")) {
        String[] words = column.split(" ");
        resetSequence(connection, words[0], words[1]);
      }
      connection.commit();
    }
  }

  /** The first columns of a table, as many as a backup has, which may be from before the others. */
  private static String columns(Connection connection, String table, ZipFile zip, ZipEntry entry)
      throws SQLException, IOException {
    String first;
    try (var in =
        new BufferedReader(
            new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8))) {
      first = in.readLine();
    }
    if (first == null) {
      return "";
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM (
              SELECT attname, attnum FROM pg_attribute
              WHERE attrelid = ?::regclass AND attnum > 0 AND NOT attisdropped
              ORDER BY attnum LIMIT ?) first
            """)) {
      statement.setString(1, table);
      statement.setInt(2, first.split("\t", -1).length);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return " (" + rows.getString(1) + ")";
      }
    }
  }

  static void resetSequence(Connection connection, String table, String column)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "SELECT setval(pg_get_serial_sequence('%1$s', '%2$s'), (SELECT coalesce(max(%2$s), 0) + 1 FROM %1$s), FALSE)"
              .formatted(table, column));
    }
  }

  private static void copyIn(Connection connection, String table, ZipFile zip, ZipEntry entry)
      throws SQLException, IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("COPY " + table + " FROM STDIN", in);
    }
  }

  private static long fill(String service, Connection connection, ZipFile zip)
      throws SQLException, IOException {
    connection.setAutoCommit(false);
    for (String table : Backup.TABLES) {
      ZipEntry entry = zip.getEntry(service + "/" + table + ".copy");
      if (entry == null) {
        continue; // of an earlier version, before there was such a table
      }
      copyIn(connection, table, zip, entry);
    }
    for (String table : List.of("parked_record", "stray_record")) {
      resetSequence(connection, table, "id");
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "DELETE FROM person_key WHERE person IN (SELECT person FROM erased_person)");
      try (ResultSet adopted = statement.executeQuery("SELECT adopt_restored_events()")) {
        adopted.next();
        long events = adopted.getLong(1);
        connection.commit();
        return events;
      }
    }
  }
}
