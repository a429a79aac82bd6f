package cn.doublerandom.eventstore.ledger;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Where the partitions of a topic end once a transaction of the ledger is told as a whole. Each
 * record says it, so that who has taken one partition further than another knows: what the sender
 * did as one thing is never read in halves.
 *
 * <p>Nothing of a transaction is told before all of it has a number, because before that nobody can
 * say where it ends. Events of one transaction have numbers that follow one another.
 */
final class TransactionEnds {
  private static final Duration SQL_TIMEOUT = Duration.ofSeconds(30);

  /** What comes after a place in its transaction: how far it goes, and whether all has a number. */
  private static final String REST =
      """
      SELECT coalesce(max(seq), 0) AS last, count(*) FILTER (WHERE seq IS NULL) AS unnumbered
      FROM event LEFT JOIN ledger USING (position)
      WHERE event.tx = $1::text::xid8 AND position > $2
      """;

  private static final String LANES =
      """
      SELECT topic, partition, max(seq) AS seq FROM link WHERE seq > $1 AND seq <= $2
      GROUP BY topic, partition
      """;

  private final Pool pool;
  private final Map<String, Map<Integer, Long>> at;

  /** A transaction that is longer than a batch is looked up once. */
  private String longest = "";

  private Map<String, Map<Integer, Long>> longestEnds = Map.of();

  private TransactionEnds(Pool pool, Map<String, Map<Integer, Long>> at) {
    this.pool = pool;
    this.at = at;
  }

  /**
   * A record and where the partitions of its topic end.
   *
   * @param ends {@code partition:seq} of each, separated by commas; empty where it has no lane
   */
  record Told(Spoken spoken, String ends) {
    long seq() {
      return spoken.seq();
    }
  }

  /** Goes on after the last number told. */
  static TransactionEnds after(Pool pool, long seq) {
    Map<String, Map<Integer, Long>> at = new TreeMap<>();
    for (Lanes.Head head : Lanes.heads(pool, seq)) {
      if (head.seq() > 0) {
        put(at, head.topic(), head.partition(), head.seq());
      }
    }
    return new TransactionEnds(pool, at);
  }

  /**
   * Of rows in the order of their numbers those that can be told: not the last transaction where it
   * has not all its numbers.
   */
  List<Told> whole(List<Spoken> rows) {
    List<Told> told = new ArrayList<>();
    int from = 0;
    while (from < rows.size()) {
      int to = from;
      String tx = rows.get(from).tx();
      while (to < rows.size() && rows.get(to).tx().equals(tx)) {
        to++;
      }
      List<Spoken> one = rows.subList(from, to);
      if (to == rows.size() && !reachesItsEnd(one.getLast(), tx)) {
        break;
      }
      one.forEach(TransactionEnds.this::pass);
      Map<String, String> ends = texts(tx.equals(longest) ? longestEnds : at);
      one.forEach(row ->
          told.add(
              new Told(
                  row, row.partition() == null ? "" : ends.getOrDefault(row.said().topic(), ""))));
      from = to;
    }
    return told;
  }

  /** Looks beyond the last row; false while something of its transaction has no number. */
  private boolean reachesItsEnd(Spoken last, String tx) {
    if (tx.equals(longest)) {
      return true;
    }
    Row rest = ask(REST, Tuple.of(tx, last.position())).getFirst();
    if (rest.getLong("unnumbered") > 0) {
      return false;
    }
    Map<String, Map<Integer, Long>> ends = new TreeMap<>();
    at.forEach((topic, lanes) -> ends.put(topic, new TreeMap<>(lanes)));
    for (Row lane : ask(LANES, Tuple.of(last.seq(), rest.getLong("last")))) {
      put(ends, lane.getString("topic"), lane.getInteger("partition"), lane.getLong("seq"));
    }
    longest = tx;
    longestEnds = ends;
    return true;
  }

  private void pass(Spoken row) {
    Integer partition = row.partition();
    if (partition != null) {
      put(at, row.said().topic(), partition, row.seq());
      if (row.tx().equals(longest)) {
        put(longestEnds, row.said().topic(), partition, row.seq());
      }
    }
  }

  /** The higher of two, because what a transaction ends with may be known before it is passed. */
  private static void put(
      Map<String, Map<Integer, Long>> ends, String topic, int partition, long seq) {
    ends.computeIfAbsent(topic, t -> new TreeMap<>()).merge(partition, seq, Math::max);
  }

  private static Map<String, String> texts(Map<String, Map<Integer, Long>> ends) {
    Map<String, String> texts = new TreeMap<>();
    ends.forEach((topic, lanes) ->
        texts.put(
            topic,
            lanes.entrySet().stream()
                .map(lane -> lane.getKey() + ":" + lane.getValue())
                .collect(Collectors.joining(","))));
    return texts;
  }

  private List<Row> ask(String sql, Tuple parameters) {
    List<Row> rows = new ArrayList<>();
    pool.preparedQuery(sql).execute(parameters).await().atMost(SQL_TIMEOUT).forEach(rows::add);
    return rows;
  }
}
