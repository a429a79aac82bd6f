package cn.doublerandom.local;

import cn.doublerandom.eventstore.AppendOutcome;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.checkpoint.MerkleTree;
import cn.doublerandom.eventstore.checkpoint.NoteKey;
import cn.doublerandom.eventstore.ledger.Announcement;
import cn.doublerandom.eventstore.ledger.ChainHash;
import cn.doublerandom.eventstore.ledger.LedgerLeader;
import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.eventstore.memory.MemoryEvent;
import cn.doublerandom.eventstore.person.PersonKeys;
import cn.doublerandom.eventstore.postgres.PostgresEventStore;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * One ledger, copied: an event that names what it is a copy of, then every event of the old one in
 * its order. So the new number of an entry is the old one and one more.
 */
final class AdoptedLedger {
  /** What the first entry shifts every number by. */
  static final int SHIFT = 1;

  private static final String STREAM = MemoryEvent.STREAMS + "adopted";
  private static final int BATCH = 500;
  private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

  private final String service;
  private final Connection source;
  private final Connection sink;
  private final int sinkPort;
  private final int sourcePort;
  private final Order order;
  private final Map<UUID, List<Announcement>> said = new HashMap<>();

  /** Who ordered the copy, and who agreed. */
  record Order(String by, String approvedBy) {}

  /**
   * What was copied.
   *
   * @param size entries of the old ledger
   * @param root of them, 64 hex digits
   * @param changed entries in which people were sealed
   * @param erased entries of people erased before
   * @param kept what stays in clear and why
   */
  record Copied(long size, String root, long changed, long erased, List<String> kept) {}

  private record Old(long size, String root, long sealedSize, String sealedRoot) {}

  AdoptedLedger(
      String service,
      Connection source,
      Connection sink,
      int sourcePort,
      int sinkPort,
      Order order) {
    this.service = service;
    this.source = source;
    this.sink = sink;
    this.sourcePort = sourcePort;
    this.sinkPort = sinkPort;
    this.order = order;
  }

  Copied copy(PeopleOf people, ResidentNumbers numbers, Identity identity)
      throws SQLException, IOException {
    requireSettled();
    AdoptedTables.copy(service, source, sink, numbers);
    var key = NoteKey.read(identity.log(service));
    Vertx vertx = Vertx.vertx();
    Pool pool = RebuildTopics.pool(vertx, service, sinkPort);
    Pool old = RebuildTopics.pool(vertx, service, sourcePort);
    var leader = new LedgerLeader(pool, this::said, () -> {}, new Vitals(), key::seal);
    try {
      var keysBefore = new PersonKeys(old, people.master(), Scope.HOME);
      var keysAfter = new PersonKeys(pool, people.master(), Scope.HOME);
      var first = new PeopleSealed(people.in(service), numbers, keysBefore, keysAfter);
      Old was = read(first);
      name(was, first.changed(), pool);
      var sealing = new PeopleSealed(people.in(service), numbers, keysBefore, keysAfter);
      var kept = new KeptInClear();
      events(sealing, numbers, leader, kept);
      return new Copied(was.size(), was.root(), sealing.changed(), sealing.erased(), kept.lines());
    } finally {
      leader.close();
      pool.close().await().indefinitely();
      old.close().await().indefinitely();
      vertx.close().await().indefinitely();
    }
  }

  /** What waits for somebody's decision, or for its number, is settled before it is copied. */
  private void requireSettled() throws SQLException, IOException {
    if (Heard.number(
            source,
            "SELECT count(*) FROM event WHERE NOT EXISTS"
                + " (SELECT FROM ledger WHERE ledger.position = event.position)")
        > 0) {
      throw new IOException(
          service + " 有事件尚未编号 has events without a number; ./suite up once, then down, and again");
    }
    if (Heard.number(source, "SELECT count(*) FROM parked_record") > 0) {
      throw new IOException(
          service + " 有搁置的消息 has parked records; retry or skip them with a reason first");
    }
    if (Heard.number(source, "SELECT count(*) FROM event WHERE type = 'PersonalDataAdopted'") > 0) {
      throw new IOException(service + " 已经是副本 is a copy already: nobody stands in clear in it");
    }
    requireNoOpenDraw();
  }

  /** A draw between its commit and its end names checkpoints of one ledger, not of two. */
  private void requireNoOpenDraw() throws SQLException, IOException {
    if (Heard.number(
            source,
            """
            SELECT count(*) FROM (
              SELECT DISTINCT ON (stream_id) stream_id, type FROM event
              WHERE type IN ('FrameFrozen', 'DrawCommitted', 'DrawExecuted', 'DrawVoided')
              ORDER BY stream_id, version DESC) AS last
            WHERE type = 'DrawCommitted'
            """)
        > 0) {
      throw new IOException(
          service + " 有已承诺未完成的抽取 has a draw committed and not ended; execute or void it first");
    }
  }

  /** Reads it once from end to end: what is copied must be whole and unchanged. */
  private Old read(PeopleSealed people) throws SQLException, IOException {
    var tree = new MerkleTree.Growing();
    String chain = ChainHash.START;
    try (var cursor = new LedgerCursor(source)) {
      for (LedgerCursor.Row row = cursor.next(); row != null; row = cursor.next()) {
        StoredEvent event = row.event();
        if (event == null || !event.recomputedHash().equals(event.hash())) {
          throw broken(row.seq());
        }
        requireWhole(row.seq(), event);
        chain = ChainHash.next(chain, row.seq(), event.hash(), row.said());
        if (!chain.equals(row.chain())) {
          throw broken(row.seq());
        }
        tree.add(HexFormat.of().parseHex(chain));
        people.of(event);
      }
    }
    try (Statement statement = source.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT size, root FROM checkpoint ORDER BY size DESC LIMIT 1")) {
      boolean isSealed = rows.next();
      var old =
          new Old(
              tree.size(),
              HexFormat.of().formatHex(tree.root()),
              isSealed ? rows.getLong("size") : 0,
              isSealed ? HexFormat.of().formatHex(rows.getBytes("root")) : "");
      source.commit();
      return old;
    }
  }

  private void requireWhole(long seq, StoredEvent event) throws IOException {
    try {
      EventChunks.requireWhole(service, seq, event);
    } catch (Audit.Failed e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private IOException broken(long seq) {
    return new IOException(
        service + " seq=" + seq + " 与其哈希不符 is not what its hash says; ./suite audit says more");
  }

  private void name(Old was, long changed, Pool pool) {
    Instant now = Instant.now();
    var event =
        new MemoryEvent.PersonalDataAdopted(
            was.size(),
            was.root(),
            was.sealedSize(),
            was.sealedRoot(),
            changed,
            LocalDate.ofInstant(now, OFFICE).toString(),
            order.by(),
            order.approvedBy());
    var context =
        new CommandContext(
            order.by(),
            now,
            now,
            "adopt-personal-data",
            "",
            Optional.empty(),
            OptionalLong.empty());
    AppendOutcome outcome =
        new PostgresEventStore(pool, () -> {})
            .append(List.of(MemoryEvent.append(STREAM, 0, event, context)), Optional.empty())
            .await()
            .indefinitely();
    if (outcome != AppendOutcome.APPENDED) {
      throw new IllegalStateException("副本无法写明来处 the copy could not be named: " + outcome);
    }
  }

  private List<Announcement> said(StoredEvent event) {
    List<Announcement> its = said.remove(event.id());
    if (its == null) {
      throw new IllegalStateException(
          "没有人知道这一事件曾如何告知 nobody knows what was said of " + event.stream());
    }
    return its;
  }

  private void events(
      PeopleSealed people, ResidentNumbers numbers, LedgerLeader leader, KeptInClear kept)
      throws SQLException, IOException {
    long copied = 0;
    try (var cursor = new LedgerCursor(source)) {
      List<StoredEvent> batch = new ArrayList<>();
      for (LedgerCursor.Row row = cursor.next(); row != null; row = cursor.next()) {
        StoredEvent event = people.of(java.util.Objects.requireNonNull(row.event()));
        kept.look(service, row.seq() + SHIFT, event);
        said.put(event.id(), numbers.replace(row.said()));
        batch.add(event);
        if (batch.size() == BATCH) {
          copied += insert(batch, copied, leader);
          batch.clear();
        }
      }
      copied += insert(batch, copied, leader);
    }
  }

  /** In one transaction, so that the next batch cannot be numbered before it. */
  private int insert(List<StoredEvent> batch, long before, LedgerLeader leader)
      throws SQLException {
    sink.setAutoCommit(false);
    try (PreparedStatement insert =
        sink.prepareStatement(
            """
            INSERT INTO event (stream_id, version, id, type, payload, metadata, hash)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """)) {
      for (StoredEvent event : batch) {
        insert.setString(1, event.stream());
        insert.setLong(2, event.version());
        insert.setObject(3, event.id());
        insert.setString(4, event.type());
        insert.setString(5, event.payload());
        insert.setString(6, event.metadata());
        insert.setString(7, event.hash());
        insert.addBatch();
      }
      insert.executeBatch();
      sink.commit();
    }
    sink.setAutoCommit(true);
    long expected = before + batch.size() + SHIFT;
    while (Heard.number(sink, "SELECT coalesce(max(seq), 0) FROM ledger") < expected) {
      leader.turn();
    }
    return batch.size();
  }
}
