package cn.doublerandom.eventstore.timer;

import cn.doublerandom.eventstore.ScopedEventStore;
import cn.doublerandom.eventstore.StreamNames;
import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.eventstore.ledger.Worker;
import cn.doublerandom.eventstore.postgres.PostgresEventStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fires due timers: the command's event and the disappearance of the timer are one transaction,
 * which names the leader's epoch. A leader that was paused and overtaken finds another epoch and
 * fires nothing; two at once skip each other's rows.
 */
public final class TimerJob implements Worker.Job {
  public static final String PART = "timer";

  /** Attempts before a timer that cannot fire is left alone and shown to operations. */
  static final int MAX_ATTEMPTS = 10;

  private static final String DUE =
      """
      SELECT id, process, stream FROM timer
      WHERE due_at <= $1 AND process = ANY ($2) AND attempts < $3
      ORDER BY due_at LIMIT 1\
      """;

  private static final int MOST_PER_TURN = 200;
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Logger LOG = LoggerFactory.getLogger(TimerJob.class);

  private final Pool pool;
  private final Map<String, TimedProcess<?, ?, ?>> processes;
  private final StreamNames names;
  private final Clock clock;
  private final Vitals vitals;

  /** Whether a timer is known not to have fired, or was never asked after. */
  private boolean doubtful = true;

  /**
   * @param stream as it is stored: it says in whose name the timer fires
   */
  private record Due(String id, String process, StreamNames.Scoped stream) {
    String timer() {
      return new TimerNames(process, stream.scope()).timer(id);
    }
  }

  /**
   * @param names of the streams the processes watch
   * @param clock business time
   */
  public TimerJob(
      Pool pool,
      List<? extends TimedProcess<?, ?, ?>> processes,
      StreamNames names,
      Clock clock,
      Vitals vitals) {
    this.pool = pool;
    this.names = names;
    this.processes =
        processes.stream().collect(Collectors.toMap(TimedProcess::name, Function.identity()));
    this.clock = clock;
    this.vitals = vitals;
  }

  @Override
  public boolean turn() {
    if (!vitals.isLeader() || processes.isEmpty()) {
      // Whoever leads fires them, and says which it cannot.
      vitals.well(PART);
      doubtful = true;
      return false;
    }
    boolean more = fireDue();
    if (doubtful) {
      tellWhatDoesNotFire();
    }
    return more;
  }

  /** Looks without a lock first: most of the time nothing is due, and a lock is written. */
  private boolean fireDue() {
    if (!isAnyDue()) {
      return false;
    }
    for (int fired = 0; fired < MOST_PER_TURN; fired++) {
      Due[] due = new Due[1];
      try {
        boolean one =
            pool.withTransaction(connection -> fireOne(connection, due)).await().atMost(LIMIT);
        if (!one) {
          return false;
        }
      } catch (RuntimeException e) {
        if (due[0] == null) {
          throw e;
        }
        postpone(due[0], e);
      }
    }
    return true;
  }

  private Uni<Boolean> fireOne(SqlConnection connection, Due[] taken) {
    Instant now = clock.instant();
    return connection
        .preparedQuery("SELECT FROM leader WHERE role = 'ledger' AND epoch = $1 FOR SHARE")
        .execute(Tuple.of(vitals.epoch()))
        .invoke(mine -> {
          if (mine.rowCount() == 0) {
            throw new IllegalStateException("another leader has taken over the timers");
          }
        })
        .flatMap(mine -> next(connection, now))
        .flatMap(rows -> {
          if (rows.rowCount() == 0) {
            return Uni.createFrom().item(false);
          }
          Row row = rows.iterator().next();
          var due =
              new Due(
                  row.getString("id"),
                  row.getString("process"),
                  StreamNames.parse(row.getString("stream")));
          taken[0] = due;
          TimedProcess<?, ?, ?> process = processes.get(due.process());
          if (process == null) {
            throw new IllegalStateException("no process " + due.process());
          }
          return process
              .fire(due.timer(), due.stream().name(), now, storeOf(connection, due.stream()))
              .flatMap(fired ->
                  connection
                      .preparedQuery("DELETE FROM timer WHERE id = $1")
                      .execute(Tuple.of(due.id())))
              .replaceWith(true);
        });
  }

  /** Who set a timer is who asks when it fires: no stream of another can be named. */
  private ScopedEventStore storeOf(SqlConnection connection, StreamNames.Scoped stream) {
    return new ScopedEventStore(PostgresEventStore.in(connection), names, stream.scope());
  }

  private boolean isAnyDue() {
    return pool.preparedQuery(DUE).execute(due(clock.instant())).await().atMost(LIMIT).rowCount()
        > 0;
  }

  private Uni<RowSet<Row>> next(SqlConnection connection, Instant now) {
    return connection.preparedQuery(DUE + " FOR UPDATE SKIP LOCKED").execute(due(now));
  }

  private Tuple due(Instant now) {
    return Tuple.of(
        now.atOffset(ZoneOffset.UTC), processes.keySet().toArray(String[]::new), MAX_ATTEMPTS);
  }

  /** A timer that fired at last, or was cancelled, is no trouble any more. */
  private void tellWhatDoesNotFire() {
    RowSet<Row> rows =
        pool.preparedQuery(
                "SELECT id, fault FROM timer WHERE attempts > 0 AND process = ANY ($1) ORDER BY id LIMIT 1")
            .execute(Tuple.tuple().addArrayOfString(processes.keySet().toArray(String[]::new)))
            .await()
            .atMost(LIMIT);
    doubtful = rows.rowCount() > 0;
    if (doubtful) {
      Row first = rows.iterator().next();
      vitals.trouble(
          PART, "timer %s: %s".formatted(first.getString("id"), first.getString("fault")));
    } else {
      vitals.well(PART);
    }
  }

  /** One timer that cannot fire must not keep the others from firing. */
  private void postpone(Due due, RuntimeException fault) {
    LOG.warn("timer {} does not fire: {}", due.id(), fault.toString());
    doubtful = true;
    pool.preparedQuery(
            """
            UPDATE timer SET attempts = attempts + 1, fault = $2,
              due_at = $3::timestamptz + make_interval(secs => least(3600, power(2, attempts)))
            WHERE id = $1
            """)
        .execute(
            Tuple.of(
                due.id(),
                String.valueOf(fault.getMessage()),
                clock.instant().atOffset(ZoneOffset.UTC)))
        .await()
        .atMost(LIMIT);
  }

  @Override
  public void close() {
    // holds nothing between turns
  }
}
