package cn.doublerandom.eventstore.ledger;

import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.memory.MemoryEvent;
import cn.doublerandom.eventstore.postgres.ChunkTable;
import cn.doublerandom.eventstore.postgres.PostgresEventStore;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Gives committed events their number. One leader per database, by a {@link LeaderLease}; even two
 * at once could not both write a number, because each write names its epoch and {@code seq} is the
 * primary key of the ledger.
 *
 * <p>Invariant: an event is numbered only when every transaction that could still commit an earlier
 * one has ended ({@code tx < pg_snapshot_xmin}). Numbering by the identity column, or after waiting
 * a while, would let a slow commit be skipped for ever.
 */
public final class LedgerLeader implements Worker.Job {
  private static final int BATCH = 1_000;
  private static final Duration SQL_TIMEOUT = Duration.ofSeconds(30);

  // No output column may be called tx: ORDER BY would take it, and sort the numbers as text.
  private static final String NEXT_EVENTS =
      """
      SELECT position, tx::text AS tx_text, stream_id, version, id, type, payload, metadata, hash
      FROM event
      WHERE (tx, position) > ($1::text::xid8, $2::bigint)
        AND tx < pg_snapshot_xmin(pg_current_snapshot())
      ORDER BY event.tx, event.position
      LIMIT $3
      """;

  // Writes nothing where another leader has taken over meanwhile: its epoch stands in the row then.
  private static final String EXTEND =
      """
      WITH mine AS (
        SELECT epoch FROM leader WHERE role = 'ledger' AND epoch = $10 FOR SHARE
      ), extended AS (
        INSERT INTO ledger (seq, position, chain)
        SELECT e.* FROM mine, unnest($1::bigint[], $2::bigint[], $3::text[]) AS e
      ), announced AS (
        INSERT INTO announcement (seq, ordinal, topic, key, type, value)
        SELECT a.* FROM mine, unnest(
          $4::bigint[], $5::int[], $6::text[], $7::text[], $8::text[], $9::text[]) AS a
      ), opened AS (
        INSERT INTO lane (topic, partition, place, seq, hash)
        SELECT o.topic, o.partition, 0, 0, repeat('0', 64)
        FROM mine, unnest($11::text[], $12::int[]) AS o (topic, partition)
      ), linked AS (
        INSERT INTO link (seq, ordinal, topic, partition, place, prev, hash, seal)
        SELECT k.seq, k.ordinal, k.topic, k.partition, k.place, k.prev, k.hash, nullif(k.seal, '')
        FROM mine, unnest($13::bigint[], $14::int[], $15::text[], $16::int[], $17::bigint[],
          $18::text[], $19::text[], $20::text[])
          AS k (seq, ordinal, topic, partition, place, prev, hash, seal)
      )
      SELECT epoch FROM mine
      """;

  private final Pool pool;
  private final Announcer announcer;
  private final Runnable extended;
  private final Vitals vitals;
  private final Lanes lanes;
  private final ChunkTable chunks;
  private final Handover handover;

  private @Nullable SqlConnection session;
  private Head head = Head.EMPTY;
  private long epoch;
  private long renewed;

  private record Head(long seq, String chain, String tx, long position) {
    static final Head EMPTY = new Head(0, ChainHash.START, "0", 0);
  }

  /**
   * A leader over a pool.
   *
   * @param extended called after every extension, to wake relay and projections
   */
  public LedgerLeader(Pool pool, Announcer announcer, Runnable extended) {
    this(pool, announcer, extended, new Vitals());
  }

  /**
   * A leader that says how it is.
   *
   * @param vitals told of elections and of what keeps the leader from numbering
   */
  public LedgerLeader(Pool pool, Announcer announcer, Runnable extended, Vitals vitals) {
    this(pool, announcer, extended, vitals, LaneSeal.NONE);
  }

  /**
   * A leader that vouches for what it announces.
   *
   * @param seal signs the ends of the lanes
   */
  public LedgerLeader(
      Pool pool, Announcer announcer, Runnable extended, Vitals vitals, LaneSeal seal) {
    this(pool, announcer, extended, vitals, seal, new Handover());
  }

  /**
   * A leader with a relay beside it.
   *
   * @param handover is given what was numbered
   */
  public LedgerLeader(
      Pool pool,
      Announcer announcer,
      Runnable extended,
      Vitals vitals,
      LaneSeal seal,
      Handover handover) {
    this.handover = handover;
    this.lanes = new Lanes(seal);
    this.pool = pool;
    this.chunks = new ChunkTable(pool);
    this.announcer = announcer;
    this.extended = extended;
    this.vitals = vitals;
  }

  @Override
  public boolean turn() {
    try {
      boolean more = extendOnce();
      vitals.well(Vitals.LEDGER);
      return more;
    } catch (RuntimeException e) {
      vitals.trouble(Vitals.LEDGER, e);
      throw e;
    }
  }

  private boolean extendOnce() {
    SqlConnection mine = session == null ? elect() : session;
    if (mine == null) {
      return false;
    }
    renew(mine);
    List<Row> rows = new ArrayList<>();
    run(mine, NEXT_EVENTS, Tuple.of(head.tx, head.position, BATCH)).forEach(rows::add);
    if (rows.isEmpty()) {
      return false;
    }
    List<Row> next = StateRenaming.upTo(rows);
    head = extend(mine, next);
    extended.run();
    return next.size() < rows.size() || rows.size() == BATCH;
  }

  private @Nullable SqlConnection elect() {
    if (!LeaderLease.isFree(pool)) {
      return null;
    }
    SqlConnection candidate = pool.getConnection().await().atMost(SQL_TIMEOUT);
    session = candidate;
    ForeignIds.refuse(candidate);
    long asked = System.nanoTime();
    OptionalLong taken = LeaderLease.take(candidate);
    if (taken.isEmpty()) {
      session = null;
      candidate.close().await().atMost(SQL_TIMEOUT);
      return null;
    }
    epoch = taken.getAsLong();
    head = readHead(candidate);
    lanes.open(candidate, epoch);
    renewed = asked;
    vitals.elected(epoch, asked + LeaderLease.LOST_AFTER.toNanos());
    return candidate;
  }

  private void renew(SqlConnection mine) {
    long asked = System.nanoTime();
    if (asked - renewed < LeaderLease.RENEWED_EVERY.toNanos()) {
      return;
    }
    if (!LeaderLease.renew(mine)) {
      throw new IllegalStateException("the lease is lost: another leads after epoch " + epoch);
    }
    renewed = asked;
    vitals.renewed(asked + LeaderLease.LOST_AFTER.toNanos());
  }

  private static Head readHead(SqlConnection connection) {
    RowSet<Row> rows =
        run(
            connection,
            """
            SELECT seq, chain, tx::text AS tx_text, position FROM ledger JOIN event USING (position)
            ORDER BY seq DESC LIMIT 1
            """,
            Tuple.tuple());
    for (Row row : rows) {
      return new Head(
          row.getLong("seq"),
          row.getString("chain"),
          row.getString("tx_text"),
          row.getLong("position"));
    }
    return Head.EMPTY;
  }

  private Head extend(SqlConnection connection, List<Row> rows) {
    List<Long> seqs = new ArrayList<>();
    List<Long> positions = new ArrayList<>();
    List<String> chains = new ArrayList<>();
    var said = new SaidColumns();
    List<Spoken> spoken = new ArrayList<>();
    Lanes.Batch links = lanes.new Batch();
    long seq = head.seq;
    String chain = head.chain;
    for (Row row : rows) {
      StoredEvent event = chunks.lazily(PostgresEventStore.event(row, 2));
      List<Announcement> announcements = announcements(event);
      seq++;
      chain = ChainHash.next(chain, seq, event.hash(), announcements);
      seqs.add(seq);
      positions.add(row.getLong(0));
      chains.add(chain);
      said.add(seq, announcements);
      for (int ordinal = 0; ordinal < announcements.size(); ordinal++) {
        var cause = Lanes.Cause.of(seq, ordinal, event, chain);
        links.add(announcements.get(ordinal), cause);
        spoken.add(Spoken.of(announcements.get(ordinal), cause, row));
      }
    }
    Tuple parameters =
        Tuple.tuple()
            .addArrayOfLong(seqs.toArray(Long[]::new))
            .addArrayOfLong(positions.toArray(Long[]::new))
            .addArrayOfString(chains.toArray(String[]::new));
    write(connection, said.addTo(parameters).addLong(epoch), links);
    handover.give(head.seq, seq, links.linked(spoken));
    Row last = rows.getLast();
    return new Head(seq, chain, last.getString("tx_text"), last.getLong("position"));
  }

  /** What is told of an event; where that cannot be said, all that follows must wait. */
  private List<Announcement> announcements(StoredEvent event) {
    if (MemoryEvent.isIn(event.stream()) && !StateRenaming.isOne(event.type())) {
      return List.of();
    }
    try {
      return announcer.announce(event).stream().map(Announcement::ofSize).toList();
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          "event %s, version %d of %s, cannot be announced (%s); nothing after it gets a number"
              .formatted(event.id(), event.version(), event.stream(), e),
          e);
    }
  }

  private void write(SqlConnection connection, Tuple parameters, Lanes.Batch links) {
    boolean written = false;
    try {
      written = run(connection, EXTEND, LinkColumns.add(parameters, links)).rowCount() > 0;
    } finally {
      if (!written) {
        links.takeBack();
      }
    }
    if (!written) {
      throw new IllegalStateException("another leader has taken over epoch " + epoch);
    }
  }

  private static RowSet<Row> run(SqlConnection connection, String sql, Tuple parameters) {
    return connection.preparedQuery(sql).execute(parameters).await().atMost(SQL_TIMEOUT);
  }

  /** Gives the leadership up, so that another need not wait until the lease has run out. */
  @Override
  public void close() {
    SqlConnection mine = session;
    session = null;
    handover.clear();
    vitals.deposed();
    if (mine == null) {
      return;
    }
    try {
      LeaderLease.release(mine);
    } finally {
      mine.close().onFailure().recoverWithNull().await().atMost(SQL_TIMEOUT);
    }
  }
}
