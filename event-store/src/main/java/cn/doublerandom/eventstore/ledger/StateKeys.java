package cn.doublerandom.eventstore.ledger;

import cn.doublerandom.eventstore.AppendOutcome;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.memory.MemoryEvent;
import cn.doublerandom.eventstore.postgres.PostgresEventStore;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks, whenever this process comes to lead, for states of the home scope that stand under keys
 * that do not say whose they are, and has them told under keys that do: those of the time before
 * the rule, and those an older program told meanwhile. A page is told before the next is begun, so
 * that a large register holds up nothing else.
 */
public final class StateKeys implements Worker.Job {
  /** Keys of one event: as many records, and as many that take the old keys away. */
  private static final int PAGE = 500;

  private static final Logger LOG = LoggerFactory.getLogger(StateKeys.class);
  private static final String STREAM = MemoryEvent.STREAMS + "state-keys";
  private static final Duration SQL_TIMEOUT = Duration.ofSeconds(60);

  // The regular expression is that of the index. An id may hold a slash, so the name of the stream
  // an entry was told of says whose it is.
  private static final String WITHOUT_SCOPE =
      """
      SELECT latest.key FROM (
        SELECT DISTINCT ON (key COLLATE "C") key, seq, value FROM announcement
        WHERE topic ~ '^[a-z]+\\.(subjects|inspectors|bureaus|results)\\.v[0-9]+$'
          AND topic = $1 AND key COLLATE "C" > $2
        ORDER BY key COLLATE "C", seq DESC) latest
        JOIN ledger USING (seq) JOIN event USING (position)
      WHERE latest.value <> '' AND NOT starts_with(latest.key, $3) AND strpos(stream_id, '~') = 0
      ORDER BY latest.key COLLATE "C" LIMIT $4
      """;

  /** Whether all of the stream is told, and how long it is. */
  private static final String STATUS =
      """
      SELECT count(*) AS length, coalesce(bool_and(seq IS NOT NULL AND seq <= $2), TRUE) AS told
      FROM event LEFT JOIN ledger USING (position) WHERE stream_id = $1
      """;

  private final Pool pool;
  private final List<String> topics;
  private final ToldScopes scopes;
  private final Vitals vitals;
  private final Clock clock;
  private final Runnable appended;

  private int topic;
  private String after = "";

  /**
   * @param topics the service announces on
   * @param appended wakes the ledger
   */
  public StateKeys(
      Pool pool,
      List<String> topics,
      ToldScopes scopes,
      Vitals vitals,
      Clock clock,
      Runnable appended) {
    this.pool = pool;
    this.topics = topics.stream().filter(TopicMaking::isState).toList();
    this.scopes = scopes;
    this.vitals = vitals;
    this.clock = clock;
    this.appended = appended;
  }

  @Override
  public boolean turn() {
    if (!vitals.isLeader()) {
      topic = 0;
      after = "";
      return false;
    } else if (topic == topics.size()) {
      return false;
    }
    Row status = ask(STATUS, Tuple.of(STREAM, vitals.published())).iterator().next();
    if (!status.getBoolean("told")) {
      return false;
    }
    List<String> keys = withoutScope(topics.get(topic));
    if (keys.isEmpty()) {
      topic++;
      after = "";
      return true;
    }
    rename(keys, status.getLong("length"));
    after = keys.getLast();
    return true;
  }

  private List<String> withoutScope(String of) {
    String prefix = scopes.home() + ToldScopes.SEPARATOR;
    List<String> keys = new ArrayList<>();
    StreamSupport.stream(ask(WITHOUT_SCOPE, Tuple.of(of, after, prefix, PAGE)).spliterator(), false)
        .forEach(row -> keys.add(row.getString("key")));
    return keys;
  }

  private void rename(List<String> keys, long length) {
    Instant now = clock.instant();
    var event = new MemoryEvent.StateKeysRenamed(topics.get(topic), scopes.home(), keys);
    var context =
        new CommandContext(STREAM, now, now, STREAM, "", Optional.empty(), OptionalLong.empty());
    AppendOutcome outcome =
        new PostgresEventStore(pool, appended)
            .append(List.of(MemoryEvent.append(STREAM, length, event, context)), Optional.empty())
            .await()
            .atMost(SQL_TIMEOUT);
    if (outcome != AppendOutcome.APPENDED) {
      throw new IllegalStateException("another renames keys: " + outcome);
    }
    LOG.info("{} keys of {} now say whose they are", keys.size(), event.topic());
  }

  private RowSet<Row> ask(String sql, Tuple parameters) {
    return pool.preparedQuery(sql).execute(parameters).await().atMost(SQL_TIMEOUT);
  }

  @Override
  public void close() {
    topic = 0;
    after = "";
  }
}
