package cn.doublerandom.local;

import cn.doublerandom.eventstore.AppendOutcome;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.eventstore.ledger.LedgerLeader;
import cn.doublerandom.eventstore.memory.MemoryEvent;
import cn.doublerandom.eventstore.postgres.PostgresEventStore;
import io.vertx.mutiny.sqlclient.Pool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An operator goes on with an older database. What it lacks is given up by an event of its own, so
 * that the ledger says itself what was lost, who decided so and why; the witness's checkpoint stays
 * beside as the proof of what there was.
 */
final class OlderDecision {
  private static final String STREAM = MemoryEvent.STREAMS + "older";

  private final String reason;
  private final String by;

  OlderDecision(String reason, String by) {
    this.reason = reason;
    this.by = by;
  }

  void accept(OlderCopy older, Connection owner, Pool pool) throws SQLException, IOException {
    record(older, owner);
    append(older, pool);
    number(older.service(), pool);
    if (older.witnessed().isPresent()) {
      Path witnessed = older.witnessed().get().file().toAbsolutePath().getParent();
      older.witnessed().get().giveUp();
      if (older.service().equals("publication") && witnessed != null) {
        NoticeSightings.giveUp(witnessed, owner);
      }
    }
  }

  private static void record(OlderCopy older, Connection owner) throws SQLException {
    try (PreparedStatement insert =
        owner.prepareStatement(
            "INSERT INTO given_up_record (topic, id, seq) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")) {
      for (OlderCopy.Lost lost : older.told()) {
        insert.setString(1, lost.topic());
        insert.setString(2, lost.id());
        insert.setLong(3, lost.seq());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Ids of the records of a topic that were given up; none in a ledger of an earlier version. */
  static Set<String> givenUp(Connection connection, String topic) throws SQLException {
    Set<String> ids = new HashSet<>();
    if (Heard.number(
            connection, "SELECT count(*) FROM pg_tables WHERE tablename = 'given_up_record'")
        == 0) {
      return ids;
    }
    try (PreparedStatement select =
        connection.prepareStatement("SELECT id FROM given_up_record WHERE topic = ?")) {
      select.setString(1, topic);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          ids.add(rows.getString(1));
        }
      }
    }
    return ids;
  }

  private void append(OlderCopy older, Pool pool) {
    var event =
        new MemoryEvent.OlderAccepted(
            older.head(),
            older.chain(),
            older.told().size(),
            hash(older.told()),
            older.witnessed().map(OlderCopy.WitnessedNote::size).orElse(0L),
            older.witnessed().map(OlderCopy.WitnessedNote::root).orElse(""),
            reason,
            by);
    Instant now = Instant.now();
    var context =
        new CommandContext(
            by, now, now, "rebuild-topics", "", Optional.empty(), OptionalLong.empty());
    var store = new PostgresEventStore(pool, () -> {});
    long version = store.load(List.of(STREAM)).await().indefinitely().size();
    AppendOutcome outcome =
        store
            .append(List.of(MemoryEvent.append(STREAM, version, event, context)), Optional.empty())
            .await()
            .indefinitely();
    if (outcome != AppendOutcome.APPENDED) {
      throw new IllegalStateException("决定未能保存 the decision could not be stored: " + outcome);
    }
  }

  /** SHA-256 over the ids given up, sorted, a line each. */
  static String hash(List<OlderCopy.Lost> told) {
    return Sha256.hex(
        told.stream()
            .map(OlderCopy.Lost::id)
            .sorted()
            .collect(Collectors.joining("\n"))
            .getBytes(StandardCharsets.UTF_8));
  }

  private static void number(String service, Pool pool) throws IOException {
    var leader =
        new LedgerLeader(
            pool,
            event -> {
              throw new IllegalStateException(event.stream() + " 尚未编号 waits for its number");
            },
            () -> {});
    try {
      while (leader.turn()) {
        // until the decision has its number
      }
    } catch (IllegalStateException e) {
      throw new IOException(
          "%s: %s；请启动一次（期间不受理命令），停止后再作决定 start the suite once (it takes no commands), stop it and decide again"
              .formatted(service, e.getMessage()),
          e);
    } finally {
      leader.close();
    }
  }
}
