package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.embedded.LocalPostgres;
import cn.doublerandom.eventstore.Append;
import cn.doublerandom.eventstore.AppendOutcome;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.ledger.LedgerLeader;
import cn.doublerandom.eventstore.postgres.PostgresEventStore;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A frame that stands in pieces beside its event, as whoever works on the ledgers meets it. */
@Tag("deep")
class ListsInPiecesIT {
  private static final Path KEPT = Path.of("src/test/resources/ledgers/0.5");
  private static final String STREAM = "task-130534-2029001-001";
  private static final String IN_FRAME = "91130534MA00009999";

  private static final String GONE =
      "DELETE FROM event_chunk WHERE hash ="
          + " (SELECT hash FROM event_chunk WHERE content LIKE '[{%' ORDER BY hash LIMIT 1)";

  /** What of a frozen frame is looked at here. */
  sealed interface Frozen {
    record Entry(String id, String stratum) {}

    record Lists(List<Entry> frame) {}

    record Frame(String drawId, Lists lists) {}

    record FrameFrozen(Frame frame) implements Frozen {}
  }

  @TempDir Path temporary;
  private Path data = Path.of("data");

  @BeforeEach
  void restoreAndFreeze() throws Exception {
    System.setProperty("suite.home", Path.of("../..").toAbsolutePath().normalize().toString());
    data = temporary.resolve("data");
    assertThat(restore(KEPT.resolve("backup.zip"), data)).isZero();
    try (LocalPostgres postgres = LocalPostgres.start(data.resolve("postgres"), 0)) {
      freeze(postgres.port());
    }
  }

  private static int restore(Path file, Path to) {
    return Suite.run(
        "restore",
        file.toString(),
        "--data",
        to.toString(),
        "--identity",
        KEPT.resolve("identity").toString());
  }

  private static void freeze(int port) {
    Instant now = Instant.parse("2029-03-01T01:00:00Z");
    var context =
        new CommandContext(
            "coordinator", now, now, "c", "k", Optional.empty(), OptionalLong.empty());
    var frozen =
        new Frozen.FrameFrozen(
            new Frozen.Frame(
                "130534-2029001-001-1",
                new Frozen.Lists(
                    IntStream.range(0, 10_000)
                        .mapToObj(i -> new Frozen.Entry("91130534MA%08d".formatted(i), "A"))
                        .toList())));
    var event =
        new EventCodec<>(Frozen.class)
            .chunking(Frozen.FrameFrozen.class)
            .written(frozen, context.json());
    Vertx vertx = Vertx.vertx();
    Pool pool = RebuildTopics.pool(vertx, "draw", port);
    try (var leader = new LedgerLeader(pool, told -> List.of(), () -> {})) {
      assertThat(
              new PostgresEventStore(pool, () -> {})
                  .append(List.of(new Append(STREAM, 0, List.of(event))), Optional.empty())
                  .await()
                  .indefinitely())
          .isEqualTo(AppendOutcome.APPENDED);
      while (leader.turn()) {
        // until all have their number
      }
    } finally {
      pool.close().await().indefinitely();
      vertx.close().await().indefinitely();
    }
  }

  private static String audit(Path data) throws Exception {
    try (LocalPostgres postgres = LocalPostgres.start(data.resolve("postgres"), 0)) {
      return new Audit(0, postgres.port(), data.resolve("witness")).atRest().run();
    }
  }

  private void owner(String... statements) throws Exception {
    try (LocalPostgres postgres = LocalPostgres.start(data.resolve("postgres"), 0);
        Connection connection = Databases.open(postgres.port(), "draw");
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER TABLE event_chunk DISABLE TRIGGER ALL");
      for (String sql : statements) {
        statement.execute(sql);
      }
      statement.execute("ALTER TABLE event_chunk ENABLE TRIGGER ALL");
    }
  }

  private static List<String> pieces(Path data) throws Exception {
    List<String> pieces = new ArrayList<>();
    try (LocalPostgres postgres = LocalPostgres.start(data.resolve("postgres"), 0);
        Connection connection = Databases.open(postgres.port(), "draw");
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT hash || ' ' || content FROM event_chunk ORDER BY hash")) {
      while (rows.next()) {
        pieces.add(rows.getString(1));
      }
    }
    return pieces;
  }

  @Test
  void it_is_in_a_backup_and_sound_after_it_was_put_back() throws Exception {
    assertThat(audit(data)).startsWith("AUDIT OPEN services=4 events=898 ");
    Path file = temporary.resolve("again.zip");
    assertThat(Suite.run("backup", file.toString(), "--data", data.toString())).isZero();
    Path again = temporary.resolve("again");

    assertThat(restore(file, again)).isZero();

    assertThat(audit(again)).startsWith("AUDIT OPEN services=4 events=898 ");
  }

  @Test
  void it_is_in_a_copy_of_its_ledger_as_it_was() throws Exception {
    Path copy = temporary.resolve("copy");
    assertThat(
            Suite.run(
                "adopt-personal-data",
                "--data",
                data.toString(),
                "--into",
                copy.toString(),
                "--by",
                "wang",
                "--approved-by",
                "li"))
        .isZero();

    assertThat(pieces(copy)).isEqualTo(pieces(data)).hasSize(4);
    assertThat(audit(copy)).startsWith("AUDIT OPEN services=4 ");
  }

  @Test
  void an_audit_names_a_list_whose_pieces_are_in_another_order() throws Exception {
    owner(
        "ALTER TABLE event_chunk DROP CONSTRAINT event_chunk_address",
        "UPDATE event_chunk SET content = regexp_replace(content, '^\\[(\"[^\"]+\"),(\"[^\"]+\")', '[\\2,\\1')"
            + " WHERE content LIKE '[\"%'");

    assertThat(audit(data))
        .startsWith("AUDIT FAILED draw")
        .contains(STREAM + " v1 FrameFrozen", "is another one");
  }

  @Test
  void an_audit_misses_a_piece_that_is_gone() throws Exception {
    owner(GONE);

    assertThat(audit(data))
        .startsWith("AUDIT FAILED draw")
        .contains(STREAM + " v1 FrameFrozen", "名单", "is gone");
  }

  @Test
  void an_audit_names_a_piece_in_which_somebody_was_exchanged() throws Exception {
    owner(
        "ALTER TABLE event_chunk DROP CONSTRAINT event_chunk_address",
        "UPDATE event_chunk SET content = replace(content, '%s', '91130534MB00009999')"
            .formatted(IN_FRAME));

    assertThat(audit(data))
        .startsWith("AUDIT FAILED draw")
        .contains(STREAM + " v1 FrameFrozen", "is another one");
  }

  @Test
  void the_story_of_a_firm_tells_of_the_frame_it_stood_in() throws Exception {
    try (LocalPostgres postgres = LocalPostgres.start(data.resolve("postgres"), 0)) {
      assertThat(Story.of(IN_FRAME, postgres.port()))
          .singleElement()
          .satisfies(line -> {
            assertThat(line.stream()).isEqualTo(STREAM);
            assertThat(StoryWords.of(line.type(), line.payload(), IN_FRAME))
                .isEqualTo("锁定名单：在名单内，可以抽取");
          });
      assertThat(Story.of("91130534MA00010000", postgres.port())).isEmpty();
    }
  }
}
