package cn.doublerandom.eventstore.checkpoint;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the topics of states of a service hold, as lines of a checkpoint: {@code state TOPIC COUNT
 * SEQ ROOT}, the latest values among the entries up to SEQ, which may lie before the checkpoint:
 * what is reckoned over a million keys is not reckoned for each of them.
 */
public final class StateRoots {
  private static final int PAGE = 5_000;
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** Of the time that passes, the part that may go into reckoning. */
  private static final int PART = 20;

  private static final Pattern LINE =
      Pattern.compile("state ([a-z0-9.]+) ([0-9]{1,18}) ([0-9]{1,18}) ([0-9a-f]{64})");

  // The regular expression is that of the index.
  private static final String NEXT_TOPIC =
      """
      SELECT min(topic) AS topic FROM announcement
      WHERE topic ~ '^[a-z]+\\.(subjects|inspectors|bureaus|results)\\.v[0-9]+$' AND topic > $1
      """;

  private static final String LATEST =
      """
      SELECT DISTINCT ON (key COLLATE "C")
        key, value = '' AS gone, encode(sha256(convert_to(value, 'UTF8')), 'hex') AS value_hash
      FROM announcement
      WHERE topic ~ '^[a-z]+\\.(subjects|inspectors|bureaus|results)\\.v[0-9]+$'
        AND topic = $1 AND seq <= $2 AND key COLLATE "C" > $3
      ORDER BY key COLLATE "C", seq DESC LIMIT $4
      """;

  private final Pool pool;
  private final Map<String, Reckoned> reckoned = new TreeMap<>();

  StateRoots(Pool pool) {
    this.pool = pool;
  }

  private record Reckoned(State state, long nanos, long tookNanos) {}

  /**
   * What a topic of states held.
   *
   * @param count keys
   * @param seq the entries up to this one
   * @param root 64 hex digits
   */
  public record State(String topic, long count, long seq, String root) {
    String line() {
      return "state %s %d %d %s".formatted(topic, count, seq, root);
    }
  }

  /** The states a checkpoint signs. */
  public static List<State> in(String note) {
    return note.lines().takeWhile(line -> !line.isEmpty()).flatMap(l -> read(l).stream()).toList();
  }

  private static Optional<State> read(String line) {
    Matcher matcher = LINE.matcher(line);
    return matcher.matches()
        ? Optional.of(
            new State(
                matcher.group(1),
                Long.parseLong(matcher.group(2)),
                Long.parseLong(matcher.group(3)),
                matcher.group(4)))
        : Optional.empty();
  }

  /** One line for every topic of states as it is in a ledger of that size, or lately was. */
  List<String> lines(long size) {
    List<String> lines = new ArrayList<>();
    String topic = nextTopic("");
    while (topic != null) {
      lines.add(state(topic, size).line());
      topic = nextTopic(topic);
    }
    return lines;
  }

  private @Nullable String nextTopic(String after) {
    return ask(NEXT_TOPIC, Tuple.of(after)).iterator().next().getString("topic");
  }

  private State state(String topic, long size) {
    Reckoned before = reckoned.get(topic);
    long now = System.nanoTime();
    if (before != null
        && before.state().seq() <= size
        && (now - before.nanos() < PART * before.tookNanos()
            || !isTold(topic, before.state().seq(), size))) {
      return before.state();
    }
    State state = reckon(topic, size);
    long end = System.nanoTime();
    reckoned.put(topic, new Reckoned(state, end, end - now));
    return state;
  }

  private boolean isTold(String topic, long after, long size) {
    return ask(
            """
            SELECT EXISTS (SELECT FROM announcement WHERE seq > $1 AND seq <= $2 AND topic = $3)
              AS told
            """,
            Tuple.of(after, size, topic))
        .iterator()
        .next()
        .getBoolean("told");
  }

  private State reckon(String topic, long size) {
    var root = new StateRoot();
    String last = "";
    int read;
    do {
      read = 0;
      for (Row row : ask(LATEST, Tuple.of(topic, size, last, PAGE))) {
        last = row.getString("key");
        if (!row.getBoolean("gone")) {
          root.add(last, row.getString("value_hash"));
        }
        read++;
      }
    } while (read == PAGE);
    return new State(topic, root.count(), size, root.root());
  }

  private RowSet<Row> ask(String sql, Tuple parameters) {
    return pool.preparedQuery(sql).execute(parameters).await().atMost(LIMIT);
  }
}
