package cn.doublerandom.eventstore.ledger;

import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.memory.MemoryEvent;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is told where states get other keys: each as it was told last, under its key with its scope,
 * and then nothing more under the key without one. What was told meanwhile under the new key is not
 * told again, so that nothing older comes after it.
 */
public final class StateRenaming {
  private static final Duration SQL_TIMEOUT = Duration.ofSeconds(30);
  private static final String TYPE = MemoryEvent.StateKeysRenamed.class.getSimpleName();

  // The regular expression is that of the index.
  private static final String LATEST =
      """
      SELECT DISTINCT ON (key COLLATE "C") key, seq, type, value FROM announcement
      WHERE topic ~ '^[a-z]+\\.(subjects|inspectors|bureaus|results)\\.v[0-9]+$'
        AND topic = $1 AND key COLLATE "C" = ANY ($2)
      ORDER BY key COLLATE "C", seq DESC
      """;

  private final Pool pool;

  public StateRenaming(Pool pool) {
    this.pool = pool;
  }

  private record Last(long seq, String type, String value) {}

  static boolean isOne(String type) {
    return type.equals(TYPE);
  }

  /**
   * Rows up to the first renaming, or that one alone where it comes first: what was told before it
   * is in the ledger when it is asked for.
   */
  static List<Row> upTo(List<Row> rows) {
    for (int n = 0; n < rows.size(); n++) {
      if (isOne(rows.get(n).getString("type"))) {
        return rows.subList(0, Math.max(1, n));
      }
    }
    return rows;
  }

  List<Announcement> told(StoredEvent event) {
    if (!(MemoryEvent.CODEC.decode(event) instanceof MemoryEvent.StateKeysRenamed renamed)) {
      throw new IllegalStateException(event.type() + " renames no keys");
    }
    String prefix = renamed.under() + ToldScopes.SEPARATOR;
    List<String> keys = new ArrayList<>(renamed.keys());
    renamed.keys().forEach(key -> keys.add(prefix + key));
    Map<String, Last> last = last(renamed.topic(), keys);
    List<Announcement> told = new ArrayList<>();
    for (String key : renamed.keys()) {
      Last bare = last.get(key);
      Last scoped = last.get(prefix + key);
      if (bare == null || bare.value().isEmpty()) {
        continue; // renamed before
      }
      if (scoped == null || scoped.seq() < bare.seq()) {
        told.add(new Announcement(renamed.topic(), prefix + key, bare.type(), bare.value()));
      }
      told.add(new Announcement(renamed.topic(), key, bare.type(), ""));
    }
    return told;
  }

  private Map<String, Last> last(String topic, List<String> keys) {
    RowSet<Row> rows =
        pool.preparedQuery(LATEST)
            .execute(Tuple.of(topic).addArrayOfString(keys.toArray(String[]::new)))
            .await()
            .atMost(SQL_TIMEOUT);
    Map<String, Last> last = new HashMap<>();
    rows.forEach(row ->
        last.put(
            row.getString("key"),
            new Last(row.getLong("seq"), row.getString("type"), row.getString("value"))));
    return last;
  }
}
