package cn.doublerandom.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.embedded.LocalPostgres;
import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.eventstore.checkpoint.MerkleTree;
import cn.doublerandom.eventstore.checkpoint.NoteKey;
import cn.doublerandom.verifier.Verify;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 公示账本 as it lies in the database of the publication: exported, audited, and tampered with. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoticeLogIT {
  private static final int SIZE = 300;
  private static final String ORIGIN = "county.example/publication/notices";

  private final NoteKey key = NoteKey.create(ORIGIN);
  private final MerkleTree.Growing tree = new MerkleTree.Growing();
  private final List<byte[]> hashes = new ArrayList<>();
  private LocalPostgres postgres;
  private Connection connection;

  @BeforeAll
  void aLogOf300LeavesThatWasSealed(@TempDir Path temporary) throws Exception {
    postgres = LocalPostgres.start(temporary.resolve("postgres"), 0);
    connection = Databases.open(postgres.port(), "postgres");
    connection.setAutoCommit(false);
    String tables =
        Files.readString(
            Path.of(
                "../../publication-service/src/main/resources/db/publication/V180__log_of_notices.sql"));
    run(
        "CREATE TABLE event (position BIGINT, stream_id TEXT, version BIGINT, id UUID)",
        "CREATE TABLE ledger (seq BIGINT, position BIGINT)",
        tables.substring(0, tables.indexOf("DO $$")));
    for (int i = 0; i < SIZE; i++) {
      leaf(i);
    }
    run("UPDATE transparency.reach SET seq = %d, size = %d".formatted(2 * SIZE, SIZE));
    tile();
    seal();
    connection.commit();
  }

  @AfterAll
  void stop() throws Exception {
    connection.close();
    postgres.close();
  }

  private void run(String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Every other entry of the ledger made one. */
  private void leaf(int index) throws SQLException {
    UUID id = UUID.nameUUIDFromBytes(("event " + index).getBytes(UTF_8));
    String notice = "130534-2023001-001-1-S" + index;
    String line =
        "dr/notice/1 result 130534 %s 1 2023-03-20T08:00:00Z %s"
            .formatted(notice, Sha256.hex(notice.getBytes(UTF_8)));
    run(
        "INSERT INTO event VALUES (%d, 'result-%s', 2, '%s')".formatted(2 * index, notice, id),
        "INSERT INTO ledger VALUES (%d, %1$d - 2)".formatted(2 * index + 2),
        """
        INSERT INTO transparency.leaf VALUES
          (%d, %d, '', 'RESULT', '%3$s', 1, 'result-%3$s', 2, '%4$s', '%5$s')
        """
            .formatted(
                index,
                2 * index + 2,
                notice,
                Sha256.hex(("dr/notice-nonce/1\0" + id).getBytes(UTF_8)).substring(0, 32),
                line));
    tree.add(line.getBytes(UTF_8));
    hashes.add(MerkleTree.leaf(line.getBytes(UTF_8)));
  }

  private void tile() throws SQLException {
    List<byte[]> first = hashes.subList(0, 256);
    var all = new ByteArrayOutputStream();
    first.forEach(all::writeBytes);
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO transparency.merkle_tile VALUES (0, 0, ?, ?)")) {
      insert.setBytes(1, all.toByteArray());
      insert.setBytes(2, MerkleTree.root(first));
      insert.execute();
    }
  }

  private void seal() throws SQLException {
    byte[] root = tree.root();
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO transparency.checkpoint VALUES (?, ?, ?, '2023-03-20T09:00:00Z')")) {
      insert.setLong(1, SIZE);
      insert.setBytes(2, root);
      insert.setString(
          3,
          key.sign(
              "%s\n%d\n%s\n".formatted(ORIGIN, SIZE, Base64.getEncoder().encodeToString(root))));
      insert.execute();
    }
  }

  private static String verified(Path log, String key) {
    var told = new ByteArrayOutputStream();
    Verify.run(List.of("notices", log.toString(), key), new PrintStream(told, true, UTF_8));
    return told.toString(UTF_8);
  }

  @Test
  void a_stranger_recomputes_the_root_from_the_export_alone_and_names_a_flipped_byte(
      @TempDir Path export) throws Exception {
    Path log = export.resolve("notices");
    NoticeLogFiles.write(
        connection, log, new PrintStream(new ByteArrayOutputStream(), true, UTF_8));

    assertThat(verified(log, key.verifierKey()))
        .contains(
            "OK " + ORIGIN + ": 300 leaves",
            "root " + java.util.HexFormat.of().formatHex(tree.root()));
    for (String place : List.of("tile/0/000", "tile/0/001.p/44", "tile/1/000.p/1")) {
      Path file = log.resolve(place);
      byte[] bytes = Files.readAllBytes(file);
      bytes[7] ^= 1;
      Files.write(file, bytes);
      assertThat(verified(log, key.verifierKey())).contains("NOTICE_TILE", place + ": hash 0");
      bytes[7] ^= 1;
      Files.write(file, bytes);
    }
    assertThat(verified(log, NoteKey.create(ORIGIN).verifierKey())).startsWith("CHECKPOINT");
  }

  @Test
  void an_audit_counts_the_leaves_that_hold() throws Exception {
    assertThat(NoticeLogCheck.verified(connection, List.of(key.verifierKey()))).isEqualTo(SIZE);
    assertThat(NoticeLogCheck.verified(connection, List.of())).isEqualTo(SIZE);
    assertThatThrownBy(() ->
            NoticeLogCheck.verified(connection, List.of(NoteKey.create(ORIGIN).verifierKey())))
        .hasMessageContaining("the signature does not hold");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UPDATE transparency.leaf SET line = replace(line, ' 130534 ', ' 130535 ') WHERE index = 299"
            + " | leaf 300 .* are not what was sealed",
        "UPDATE transparency.leaf SET line = replace(line, ' 130534 ', ' 130535 ') WHERE index = 4"
            + " | tile 0/0 of the log of notices is not what its leaves say",
        "UPDATE transparency.leaf SET told = 3 WHERE index = 17"
            + " | seq=36 .* leaf 18 .* is not made of this entry",
        "UPDATE event SET id = gen_random_uuid() WHERE position = 20"
            + " | seq=22 .* leaf 11 .* is not made of this entry",
        "DELETE FROM ledger WHERE seq = 22 | seq=22 .* leaf 11 .* is not made of this entry",
        "DELETE FROM transparency.leaf WHERE index = 17 | leaf 18 .* is missing",
        "DELETE FROM transparency.leaf WHERE index = 299 | the tail was cut off",
        "UPDATE transparency.checkpoint SET root = decode(repeat('00', 32), 'hex')"
            + " | leaf 300 .* are not what was sealed",
        "UPDATE transparency.merkle_tile SET hashes = set_byte(hashes, 40, 0)"
            + " | tile 0/0 of the log of notices is not what its leaves say"
      })
  void an_audit_names_what_was_changed_by_hand(String sql, String why) throws Exception {
    run(sql);
    try {
      assertThatThrownBy(() -> NoticeLogCheck.verified(connection, List.of(key.verifierKey())))
          .isInstanceOf(Audit.Failed.class)
          .hasMessageStartingWith("AUDIT FAILED publication seq=")
          .hasMessageMatching(".*" + why + ".*");
    } finally {
      connection.rollback();
    }
  }
}
