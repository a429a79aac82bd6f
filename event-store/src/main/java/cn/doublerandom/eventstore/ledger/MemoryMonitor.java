package cn.doublerandom.eventstore.ledger;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * Looks once a second at how far everything is, and raises what operations must know: a transaction
 * that holds the numbering back, more told to nobody than is bearable.
 */
public final class MemoryMonitor implements Worker.Job {
  public static final String WRITER = "writer";
  public static final String BACKLOG = "backlog";

  /** Records on topics that nobody vouches for. */
  public static final String STRAYS = "strays";

  /** A sender's own records that cannot be applied, because one before them never came. */
  public static final String GAPS = "gaps";

  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final int COUNT_AT_MOST = 1_000_000;
  private static final int MUCH = 10_000;
  private static final int REST = 29;
  private static final Duration LONGEST_REST = Duration.ofSeconds(5);

  private static final String READ =
      """
      WITH head AS (
        (SELECT ledger.seq, event.tx, event.position FROM ledger JOIN event USING (position)
         ORDER BY seq DESC LIMIT 1)
        UNION ALL SELECT 0, '0'::xid8, 0
        ORDER BY seq DESC LIMIT 1)
      SELECT head.seq,
        (SELECT count(*) FROM (
          SELECT FROM event WHERE (event.tx, event.position) > (head.tx, head.position) LIMIT $2) u)
          AS unsequenced,
        (SELECT count(*) FROM (SELECT FROM announcement WHERE announcement.seq > $1 LIMIT $2) a)
          AS unpublished,
        (SELECT count(*) FROM (SELECT DISTINCT source, key FROM parked_record) p) AS parked_keys,
        (SELECT count(*) FROM (SELECT FROM stray_record WHERE kind = 'STRAY'
          OR (kind = 'WAITING' AND since < now() - interval '1 minute') LIMIT $2) s) AS strays,
        (SELECT count(*) FROM (SELECT FROM stray_record WHERE kind = 'GAP' LIMIT $2) g) AS gaps,
        (SELECT count(*) FROM timer WHERE attempts >= 10) AS stuck_timers,
        coalesce((SELECT seconds FROM oldest_writer()), 0) AS writer_seconds,
        coalesce((SELECT account || ' (backend ' || backend || ')' FROM oldest_writer()), '')
          AS writer
      FROM head
      """;

  /**
   * Some sixteen megabytes, which vanish with the transaction: as much as a segment of PostgreSQL's
   * log. Where there is less, the next table that is taken finds the disk full again.
   */
  private static final String NEEDS_ROOM =
      "CREATE TEMPORARY TABLE disk_room ON COMMIT DROP AS SELECT generate_series(1, 450000) AS n";

  private final Pool pool;
  private final Vitals vitals;
  private final Limits limits;
  private long publishedAtStart = -1;
  private long nextLook = System.nanoTime();
  private volatile Reading latest = Reading.NOTHING;

  /**
   * When to raise the alarm.
   *
   * @param unpublished announcements nobody could be told; beyond it no more commands are taken
   * @param writer how long a writing transaction may stay open
   */
  public record Limits(long unpublished, Duration writer) {}

  /**
   * What was seen.
   *
   * @param head highest seq of the ledger
   * @param unsequenced committed events without a number
   * @param unpublished announcements not on the topics
   * @param writerSeconds age of the oldest transaction that has written
   * @param parkedKeys keys with something parked
   * @param strays records that do not continue their topic
   * @param gaps records a sender vouches for whose predecessor never came
   * @param stuckTimers timers that cannot fire
   * @param projectionLag entries each read model is behind, by name
   */
  public record Reading(
      long head,
      long unsequenced,
      long unpublished,
      double writerSeconds,
      long parkedKeys,
      long strays,
      long gaps,
      long stuckTimers,
      Map<String, Long> projectionLag) {
    static final Reading NOTHING = new Reading(0, 0, 0, 0, 0, 0, 0, 0, Map.of());
  }

  public MemoryMonitor(Pool pool, Vitals vitals, Limits limits) {
    this.pool = pool;
    this.vitals = vitals;
    this.limits = limits;
  }

  public Reading latest() {
    return latest;
  }

  /** Whether so much is unpublished that no more commands are taken. */
  public boolean isFull() {
    return latest.unpublished() > limits.unpublished();
  }

  @Override
  public boolean turn() {
    long began = System.nanoTime();
    if (began - nextLook < 0) {
      return false;
    }
    look();
    if (latest.unsequenced() + latest.unpublished() > MUCH) {
      // To count it takes the longer the more it is: a thirtieth of the time at most.
      long took = System.nanoTime() - began;
      nextLook = System.nanoTime() + Math.min(REST * took, LONGEST_REST.toNanos());
    }
    return false;
  }

  private void look() {
    Row row = read(Math.max(vitals.published(), publishedAtStart)).iterator().next();
    long head = row.getLong("seq");
    if (publishedAtStart < 0) {
      // Until the relay has seen the topic, only what came since the start is surely untold.
      publishedAtStart = head;
    }
    Map<String, Long> lag = new TreeMap<>();
    vitals.projections().forEach((name, seq) -> lag.put(name, Math.max(0, head - seq)));
    latest =
        new Reading(
            head,
            row.getLong("unsequenced"),
            vitals.published() < 0 && publishedAtStart == head ? 0 : row.getLong("unpublished"),
            row.getDouble("writer_seconds"),
            row.getLong("parked_keys"),
            row.getLong("strays"),
            row.getLong("gaps"),
            row.getLong("stuck_timers"),
            lag);
    raise(row.getString("writer"));
    raiseStrays();
    if (vitals.troubles().containsKey(Vitals.DISK)) {
      lookForRoom();
    }
  }

  /** Nobody sends commands to a service that is not ready, so it finds out by itself. */
  private void lookForRoom() {
    pool.withTransaction(connection -> connection.query(NEEDS_ROOM).execute())
        .await()
        .atMost(LIMIT);
    vitals.well(Vitals.DISK);
  }

  private void raise(String writer) {
    if (latest.writerSeconds() > limits.writer().toSeconds()) {
      vitals.trouble(
          WRITER,
          "%s has an open transaction that wrote %.0f s ago; %d events wait for their number"
              .formatted(writer, latest.writerSeconds(), latest.unsequenced()));
    } else {
      vitals.well(WRITER);
    }
    if (isFull()) {
      vitals.trouble(
          BACKLOG,
          "%d announcements wait for Kafka, more than %d; commands are refused until they are told"
              .formatted(latest.unpublished(), limits.unpublished()));
    } else {
      vitals.well(BACKLOG);
    }
  }

  private void raiseStrays() {
    say(
        STRAYS,
        latest.strays(),
        "%d records do not continue their topics and were not applied; see memory/strays");
    say(
        GAPS,
        latest.gaps(),
        "%d records wait behind one that never came; their topic is read again, and if this stays, stop and run"
            + " ./suite rebuild-topics");
  }

  private void say(String part, long count, String words) {
    if (count > 0) {
      vitals.trouble(part, words.formatted(count));
    } else {
      vitals.well(part);
    }
  }

  private RowSet<Row> read(long published) {
    return pool.preparedQuery(READ)
        .execute(Tuple.of(published, COUNT_AT_MOST))
        .await()
        .atMost(LIMIT);
  }

  @Override
  public void close() {
    // holds nothing between turns
  }
}
