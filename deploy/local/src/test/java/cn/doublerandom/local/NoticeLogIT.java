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
        "CREATE TABLE event (position BIGINT, stream_id TEXT, version BIGINT, id UUID, type TEXT)",
        "CREATE TABLE ledger (seq BIGINT, position BIGINT)",
        tables.substring(0, tables.indexOf("DO $$")));
    for (int i = 0; i < SIZE; i++) {
      leaf(i);
    }
    run("UPDATE transparency.reach SET seq = %d, size = %d".formatted(2 * SIZE, SIZE));
    tile(hashes);
    seal(tree);
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

  private void tile(List<byte[]> leaves) throws SQLException {
    List<byte[]> first = leaves.subList(0, 256);
    var all = new ByteArrayOutputStream();
    first.forEach(all::writeBytes);
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO transparency.merkle_tile VALUES (0, 0, ?, ?)")) {
      insert.setBytes(1, all.toByteArray());
      insert.setBytes(2, MerkleTree.root(first));
      insert.execute();
    }
  }

  private void seal(MerkleTree.Growing of) throws SQLException {
    byte[] root = of.root();
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

  private NoticeLogCheck.Held audited(List<String> keys) throws Exception {
    return audited(keys, Path.of("target/nobody-outside"));
  }

  private NoticeLogCheck.Held audited(List<String> keys, Path outside) throws Exception {
    return NoticeLogCheck.verified(connection, keys, NoticeSightings.in(outside, connection));
  }

  /** As a witness keeps it, or whoever watches ({@code verifier.jar notices --seen}). */
  private void keeps(Path outside, String file, long size, byte[] root) throws Exception {
    String text = "%s\n%d\n%s\n".formatted(ORIGIN, size, Base64.getEncoder().encodeToString(root));
    Files.writeString(outside.resolve(file), key.sign(text));
  }

  private byte[] rootOf(int size) {
    return MerkleTree.root(hashes.subList(0, size));
  }

  @Test
  void what_somebody_outside_kept_is_a_beginning_of_the_log(@TempDir Path outside)
      throws Exception {
    keeps(outside, "witness.checkpoint", SIZE, tree.root());
    keeps(outside, "stranger.checkpoint", 77, rootOf(77));
    keeps(outside, "another-stranger.checkpoint", 77, rootOf(77));

    assertThat(audited(List.of(key.verifierKey()), outside))
        .isEqualTo(new NoticeLogCheck.Held(SIZE, 3));
  }

  @Test
  void a_log_rewritten_as_a_whole_is_named_by_what_somebody_outside_kept(@TempDir Path outside)
      throws Exception {
    keeps(outside, "early.checkpoint", 77, rootOf(77));
    keeps(outside, "stranger.checkpoint", 260, rootOf(260));
    try {
      rewrittenSince(200);
      assertThat(audited(List.of(key.verifierKey())))
          .as("the log alone shows nothing")
          .isEqualTo(new NoticeLogCheck.Held(SIZE, 0));
      assertThatThrownBy(() -> audited(List.of(key.verifierKey()), outside))
          .isInstanceOf(Audit.Failed.class)
          .hasMessageStartingWith("AUDIT FAILED publication seq=")
          .hasMessageContaining(
              "the first 260 leaves of the log of notices are not those somebody outside has seen"
                  + " (stranger.checkpoint; the first 77 are): it was rewritten since");
    } finally {
      connection.rollback();
    }
  }

  @Test
  void a_log_with_fewer_leaves_than_somebody_outside_has_seen_is_named(@TempDir Path outside)
      throws Exception {
    keeps(outside, "stranger.checkpoint", SIZE + 1, tree.root());

    assertThatThrownBy(() -> audited(List.of(key.verifierKey()), outside))
        .isInstanceOf(Audit.Failed.class)
        .hasMessageContaining("has 300 leaves, somebody outside has seen 301");
  }

  @Test
  void what_was_given_up_is_left_out_only_where_the_ledger_says_so(@TempDir Path outside)
      throws Exception {
    keeps(outside, "witness.given-up-301", SIZE + 1, tree.root());
    assertThatThrownBy(() -> audited(List.of(), outside)).hasMessageContaining("has seen 301");
    try {
      run(
          "INSERT INTO event VALUES (900, 'memory-older', 1, gen_random_uuid(), 'OlderAccepted')",
          "INSERT INTO ledger VALUES (900, 900)");
      assertThat(audited(List.of(), outside).seen()).isZero();
    } finally {
      connection.rollback();
    }
  }

  @Test
  void a_witness_goes_on_without_what_an_older_database_contradicts(@TempDir Path outside)
      throws Exception {
    keeps(outside, "ahead.checkpoint", SIZE + 1, tree.root());
    keeps(outside, "holds.checkpoint", 77, rootOf(77));

    NoticeSightings.giveUp(outside, connection);

    assertThat(outside.resolve("ahead.given-up-301")).exists();
    assertThat(outside.resolve("holds.checkpoint")).exists();
  }

  /** Whoever owns the database and the key: other leaves from there on, tiles and seal to match. */
  private void rewrittenSince(int first) throws Exception {
    run(
        "UPDATE transparency.leaf SET line = replace(line, ' 1 2023-', ' 2 2023-') WHERE index >= %d"
            .formatted(first));
    var forged = new MerkleTree.Growing();
    List<byte[]> all = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT line FROM transparency.leaf ORDER BY index")) {
      while (rows.next()) {
        byte[] line = rows.getString(1).getBytes(UTF_8);
        forged.add(line);
        all.add(MerkleTree.leaf(line));
      }
    }
    run("DELETE FROM transparency.merkle_tile", "DELETE FROM transparency.checkpoint");
    tile(all);
    seal(forged);
  }

  @Test
  void an_audit_counts_the_leaves_that_hold() throws Exception {
    assertThat(audited(List.of(key.verifierKey())).leaves()).isEqualTo(SIZE);
    assertThat(audited(List.of()).leaves()).isEqualTo(SIZE);
    assertThatThrownBy(() -> audited(List.of(NoteKey.create(ORIGIN).verifierKey())))
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
      assertThatThrownBy(() -> audited(List.of(key.verifierKey())))
          .isInstanceOf(Audit.Failed.class)
          .hasMessageStartingWith("AUDIT FAILED publication seq=")
          .hasMessageMatching(".*" + why + ".*");
    } finally {
      connection.rollback();
    }
  }
}
