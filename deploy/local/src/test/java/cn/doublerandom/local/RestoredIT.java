package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.embedded.LocalPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup that was put back, before anything is started on it. */
class RestoredIT {
  private static final Path KEPT = Path.of("src/test/resources/ledgers/0.5");
  private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

  private final List<String> warned = new CopyOnWriteArrayList<>();
  private final Handler listener = new Listener();

  @TempDir Path temporary;

  private final class Listener extends Handler {
    @Override
    public void publish(LogRecord told) {
      if (told.getLevel().intValue() >= Level.WARNING.intValue()) {
        warned.add(told.getMessage());
      }
    }

    @Override
    public void flush() {
      // Nothing is kept back.
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }

  @BeforeEach
  void listen() {
    System.setProperty("suite.home", Path.of("../..").toAbsolutePath().normalize().toString());
    FLYWAY.addHandler(listener);
  }

  @AfterEach
  void nobodyWasAlarmed() {
    FLYWAY.removeHandler(listener);
    assertThat(warned).isEmpty();
  }

  private static int restore(Path file, Path data) {
    return Suite.run(
        "restore",
        file.toString(),
        "--data",
        data.toString(),
        "--identity",
        KEPT.resolve("identity").toString());
  }

  private record Said(int status, String text) {}

  private static Said audit(Path data) throws Exception {
    var text = new ByteArrayOutputStream();
    try (var out = new PrintStream(text, true, StandardCharsets.UTF_8);
        var infrastructure = Infrastructure.of(data, true)) {
      int status = Suite.audit(infrastructure, data, data.resolve("witness"), out);
      return new Said(status, text.toString(StandardCharsets.UTF_8));
    }
  }

  @Test
  void its_audit_says_that_the_topics_are_not_told_yet_and_what_to_do() throws Exception {
    Path data = temporary.resolve("data");
    assertThat(restore(KEPT.resolve("backup.zip"), data)).isZero();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
        .as("a ledger is nobody else's to read")
        .isEqualTo("rwx------");

    Said said = audit(data);

    assertThat(said.text())
        .startsWith("AUDIT OPEN services=4 events=897 draws=2 ")
        .contains("主题尚未发布")
        .contains("./suite up");
    assertThat(said.status()).isEqualTo(Suite.AUDIT_OPEN).isNotZero();
    assertThat(data.resolve("kafka")).as("an audit writes nothing").doesNotExist();
    owner(
        data,
        "UPDATE event SET payload = replace(payload, '2023', '2024') WHERE position ="
            + " (SELECT min(position) FROM event WHERE payload LIKE '%2023%')");
    assertThat(audit(data).text()).as("what is wrong is not open").startsWith("AUDIT FAILED draw");
  }

  @Test
  @Tag("deep")
  void a_backup_is_for_its_owner_alone_and_data_never_ready_are_audited_with_a_word_of_what_to_do()
      throws Exception {
    Path data = temporary.resolve("empty");
    try (LocalPostgres postgres = LocalPostgres.start(data.resolve("postgres"), 0)) {
      for (String service : Home.SERVICES) {
        postgres.database(service);
      }
    }

    assertThatThrownBy(() -> audit(data))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("这些数据从未就绪过")
        .hasMessageContaining("./suite up");

    Path restored = temporary.resolve("restored");
    assertThat(restore(KEPT.resolve("backup.zip"), restored)).isZero();
    Path file = temporary.resolve("again.zip");
    assertThat(Suite.run("backup", file.toString(), "--data", restored.toString())).isZero();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  private static void owner(Path data, String sql) throws Exception {
    try (LocalPostgres postgres = LocalPostgres.start(data.resolve("postgres"), 0);
        Connection connection = Databases.open(postgres.port(), "draw");
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER TABLE event DISABLE TRIGGER ALL");
      assertThat(statement.executeUpdate(sql)).isOne();
      statement.execute("ALTER TABLE event ENABLE TRIGGER ALL");
    }
  }

  @Test
  void tables_of_a_later_version_come_beside_those_of_the_services_without_a_word()
      throws Exception {
    try (LocalPostgres postgres = LocalPostgres.start(temporary.resolve("postgres"), 0)) {
      postgres.database("registry");
      Migrations.all("registry", postgres.port(), Home.find());
      try (Connection connection = Databases.open(postgres.port(), "registry");
          Statement statement = connection.createStatement()) {
        statement.execute("DROP TABLE leader_lease, restored_copy, given_up_record");
        assertThat(statement.executeUpdate("DELETE FROM flyway_schema_history WHERE version = '7'"))
            .isOne();

        Migrations.eventStore("registry", postgres.port());
        Migrations.eventStore("registry", postgres.port());

        assertThat(Backup.exists(connection, "leader_lease")).isTrue();
      }
    }
  }

  @Test
  @Tag("deep")
  void a_service_that_has_told_nothing_yet_keeps_no_other_from_being_exported() throws Exception {
    Path data = temporary.resolve("data");
    assertThat(restore(KEPT.resolve("backup.zip"), data)).isZero();
    try (LocalPostgres postgres = LocalPostgres.start(data.resolve("postgres"), 0);
        Connection connection = Databases.open(postgres.port(), "inspection");
        Statement statement = connection.createStatement()) {
      statement.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
      Migrations.all("inspection", postgres.port(), Home.find());
    }
    Path export = temporary.resolve("export");

    assertThat(Suite.run("export", "--public", export.toString(), "--data", data.toString()))
        .isZero();

    assertThat(export.resolve("draw/checkpoint")).exists();
    assertThat(export.resolve("inspection")).doesNotExist();
  }

  @Test
  @Tag("deep")
  void what_a_witness_cosigned_is_shown_by_its_key_also_where_another_has_taken_its_place()
      throws Exception {
    String before = "bureau.example/witness+0a0b0c0d+AAAA";
    Path identity = temporary.resolve("identity");
    new KeyFiles(KEPT.resolve("identity")).copyTo(identity);
    Identity.of(temporary).noteWitness(before);
    Identity.of(temporary).noteWitness(before);
    Path data = temporary.resolve("data");
    assertThat(
            Suite.run(
                "restore",
                KEPT.resolve("backup.zip").toString(),
                "--data",
                data.toString(),
                "--identity",
                identity.toString()))
        .isZero();
    Path witness = Files.createDirectory(data.resolve("witness"));
    Files.writeString(
        witness.resolve("witness.key"), "secret\nbureau.example/another+01020304+BB\n");
    Path export = temporary.resolve("export");

    assertThat(Suite.run("export", "--public", export.toString(), "--data", data.toString()))
        .isZero();

    assertThat(Files.readAllLines(export.resolve("keys.txt")))
        .containsOnlyOnce(before)
        .contains("bureau.example/another+01020304+BB")
        .doesNotContain("secret");
  }

  @Test
  @Tag("deep")
  void what_was_restored_and_never_started_has_no_read_models_to_compare() throws Exception {
    Path data = temporary.resolve("data");
    assertThat(restore(KEPT.resolve("backup.zip"), data)).isZero();
    var said = new StringWriter();

    assertThat(
            Suite.run(new PrintWriter(said, true), "replay", "--diff", "--data", data.toString()))
        .isOne();

    assertThat(said.toString()).contains("还没有启动过", "./suite up").doesNotContain("relation");
  }

  @Test
  void a_full_disk_is_named_where_something_failed() {
    Path data = Path.of("/data");
    assertThat(DiskRoom.said(data, 3L << 20).orElseThrow()).contains("/data", "只剩 3 MB");
    assertThat(DiskRoom.said(data, 900L << 20)).isEmpty();
    assertThat(DiskRoom.said(temporary.resolve("nowhere/at/all"))).isEmpty();
  }

  @Test
  @Tag("deep")
  void a_backup_that_breaks_off_leaves_nothing() throws Exception {
    Path broken = temporary.resolve("broken.zip");
    try (var whole = new ZipFile(KEPT.resolve("backup.zip").toFile());
        var copy = new ZipOutputStream(Files.newOutputStream(broken))) {
      for (ZipEntry entry : List.copyOf(whole.stream().toList())) {
        copy.putNextEntry(new ZipEntry(entry.getName()));
        byte[] content = whole.getInputStream(entry).readAllBytes();
        boolean cut = entry.getName().equals("publication/event.copy");
        copy.write(content, 0, cut ? content.length / 2 : content.length);
        copy.closeEntry();
      }
    }
    Path data = temporary.resolve("data");

    assertThat(restore(broken, data)).isOne();

    assertThat(data.resolve("postgres")).doesNotExist();
    assertThat(data.resolve("identity")).doesNotExist();
    assertThat(restore(KEPT.resolve("backup.zip"), data)).as("the whole one").isZero();
  }

  /** Of the seed's bureau: nobody else's was told when it was made. */
  @Test
  void a_backup_from_before_entries_named_their_bureau_is_restored_as_the_seeds() throws Exception {
    Path old = temporary.resolve("old.zip");
    Files.copy(KEPT.resolve("backup.zip"), old);
    try (FileSystem zip = FileSystems.newFileSystem(old)) {
      Files.writeString(
          zip.getPath("registry/exchange.subject.copy"),
          String.join("\t", "7", "S1", "", "0".repeat(64), "{}", "2023-06-01 00:00:00+00") + "\n");
    }
    Path data = temporary.resolve("data");
    assertThat(restore(old, data)).isZero();
    try (LocalPostgres postgres = LocalPostgres.start(data.resolve("postgres"), 0);
        Connection connection = Databases.open(postgres.port(), "registry");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT bureau, id FROM exchange.subject")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString("bureau") + "/" + rows.getString("id")).isEqualTo("130534/S1");
    }
  }
}
