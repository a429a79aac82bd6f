package cn.doublerandom.eventstore.ledger;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches that the database still is the one it was: that it holds what its topics hold of it, what
 * a witness has seen of it and what this process has read from it. One that is older takes no
 * commands, because whoever restores a newer one later would lose them.
 */
public final class Continuity implements Worker.Job {
  private static final Logger LOG = LoggerFactory.getLogger(Continuity.class);
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final String TOPICS = "topics";
  private static final String READ_BEFORE = "read before";

  private static final String LOOK =
      """
      SELECT coalesce((SELECT chain FROM ledger WHERE seq = $1), '') AS again,
        (SELECT max(seq) FROM ledger) AS seq,
        (SELECT chain FROM ledger ORDER BY seq DESC LIMIT 1) AS chain,
        EXISTS (SELECT FROM restored_copy WHERE compared_at IS NULL) AS copy
      """;

  private final Pool pool;
  private final BrokerWatch broker;
  private final LaneTrust own;
  private final Vitals vitals;
  private final List<? extends Outside> others;

  private volatile int comparedAt = -1;
  private volatile boolean restored;
  private volatile boolean readable;
  private boolean asked;
  private @Nullable Known known;

  private record Known(long seq, String chain) {}

  /** Somebody outside the house who has seen how long the ledger is. */
  public interface Outside {
    String name();

    /** What the other has seen and the database lacks, in words; empty where it lacks nothing. */
    Optional<String> missing() throws Exception;
  }

  /**
   * A watch over one database.
   *
   * @param own the key the records of this service are sealed with
   * @param others whom to ask beside the topics
   */
  public Continuity(
      Pool pool, BrokerWatch broker, LaneTrust own, Vitals vitals, List<? extends Outside> others) {
    this.pool = pool;
    this.broker = broker;
    this.own = own;
    this.vitals = vitals;
    this.others = List.copyOf(others);
  }

  /** Whether commands are taken: not by an older database, nor by one nobody has looked at. */
  public boolean takesCommands() {
    return readable && !isDoubtful();
  }

  /** The database is older, or a restored copy that nobody could compare yet. */
  public boolean isDoubtful() {
    return vitals.isOlder() || (restored && comparedAt < 0);
  }

  @Override
  public boolean turn() {
    try {
      remember();
      askOthers();
      compare();
      readable = true;
    } catch (RuntimeException e) {
      // What comes back may be another database; it is looked at again in a second.
      if (readable) {
        LOG.warn("the database cannot be read: {}", e.toString());
      }
      readable = false;
      comparedAt = -1;
      asked = false;
    }
    return false;
  }

  private void compare() {
    BrokerWatch.Sight sight = broker.sight();
    if (sight.topics().isEmpty() || (sight.comings() == comparedAt && !vitals.isOlder())) {
      return;
    }
    try {
      new TopicEnd(pool, own, vitals).find(broker.kafka(), sight.topics().get());
      vitals.current(TOPICS);
    } catch (OlderDatabase e) {
      older(TOPICS, String.valueOf(e.getMessage()));
    }
    comparedAt = sight.comings();
    if (restored && !vitals.isOlder()) {
      pool.query(
              "UPDATE restored_copy SET compared_at = clock_timestamp() WHERE compared_at IS NULL")
          .execute()
          .await()
          .atMost(LIMIT);
      restored = false;
    }
  }

  /** A database that was exchanged under a running service, as for a standby that was late. */
  private void remember() {
    Known before = known;
    Row row =
        pool.preparedQuery(LOOK)
            .execute(Tuple.of(before == null ? 0L : before.seq()))
            .await()
            .atMost(LIMIT)
            .iterator()
            .next();
    restored = row.getBoolean("copy");
    if (before != null && !before.chain().equals(row.getString("again"))) {
      older(
          READ_BEFORE,
          "entry %d was read here before and is gone; the database is another than before"
              .formatted(before.seq()));
      return;
    }
    vitals.current(READ_BEFORE);
    if (row.getLong("seq") != null) {
      known = new Known(row.getLong("seq"), row.getString("chain"));
    }
  }

  private void askOthers() {
    if (asked && !vitals.isOlder()) {
      return;
    }
    for (Outside other : others) {
      try {
        other
            .missing()
            .ifPresentOrElse(why -> older(other.name(), why), () -> vitals.current(other.name()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (Exception e) {
        // Away: whoever seals asks it again and says so.
        LOG.info("{} cannot be asked: {}", other.name(), e.toString());
      }
    }
    asked = true;
  }

  private void older(String knownFrom, String why) {
    if (!vitals.isOlder()) {
      LOG.error("no commands are taken: {}", why);
    }
    vitals.older(knownFrom, why);
  }

  @Override
  public void close() {
    // holds nothing between turns
  }
}
