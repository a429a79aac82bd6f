package cn.doublerandom.eventstore.inbox;

import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.eventstore.ledger.Worker;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads topics again from their first record, where records may have been passed over: a broker
 * that lost its disk comes back with other topics of the same names, in which what is told anew has
 * other places, and a consumer that goes on where it stood leaves some out without a word. What is
 * known already the inbox skips.
 *
 * <p>So is a topic on which a record waits for one before it, whatever the cause.
 */
public final class Rereading implements Worker.Job {
  private static final Logger LOG = LoggerFactory.getLogger(Rereading.class);
  private static final String PART = "topics read again";
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration EVERY = Duration.ofSeconds(1);

  /** So long a topic that was made again is followed: by then each consumer has come to it. */
  private static final Duration FOLLOWED = Duration.ofSeconds(20);

  /** What a whole reading did not bring is not looked for at once again. */
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);

  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  /** Records on their way in other batches come by themselves. */
  private static final String GAPS =
      """
      SELECT DISTINCT source FROM stray_record
      WHERE kind = 'GAP' AND since < clock_timestamp() - interval '3 seconds'
      """;

  private static final String NOTED = "SELECT source, topic_id FROM inbox_topic";

  private static final String NOTE =
      """
      INSERT INTO inbox_topic (source, topic_id) VALUES ($1, $2)
      ON CONFLICT (source) DO UPDATE SET topic_id = EXCLUDED.topic_id
      """;

  private final Inbox inbox;
  private final Pool pool;
  private final Map<String, Object> kafka;
  private final Supplier<Map<String, String>> present;
  private final Vitals vitals;
  private final BooleanSupplier mayRead;

  private @Nullable TopicReading reading;
  private long nextLook = System.nanoTime();
  private long nextGap = System.nanoTime();
  private Duration pause = FIRST_PAUSE;

  /**
   * @param present the topics that are there, and which one of its name each is
   * @param mayRead true in one process of the service, so that the work is done once
   */
  public Rereading(
      Inbox inbox,
      Pool pool,
      Map<String, Object> kafka,
      Supplier<Map<String, String>> present,
      Vitals vitals,
      BooleanSupplier mayRead) {
    this.inbox = inbox;
    this.pool = pool;
    this.kafka = Map.copyOf(kafka);
    this.present = present;
    this.vitals = vitals;
    this.mayRead = mayRead;
  }

  @Override
  public boolean turn() {
    if (!mayRead.getAsBoolean()) {
      close();
      vitals.rebuilding(PART, false);
      return false;
    }
    TopicReading mine = reading;
    if (mine != null) {
      return goOn(mine);
    }
    if (System.nanoTime() - nextLook < 0) {
      return false;
    }
    nextLook = System.nanoTime() + EVERY.toNanos();
    return look();
  }

  private boolean goOn(TopicReading mine) {
    mine.step(inbox);
    if (!mine.isDone()) {
      return true;
    }
    mine.topics().forEach(this::note);
    LOG.info("{} were read again to their ends", mine.topics().keySet());
    vitals.rebuilding(PART, false);
    close();
    return false;
  }

  private boolean look() {
    Map<String, String> there = heard();
    if (there.isEmpty()) {
      return false;
    }
    Map<String, String> noted = new TreeMap<>();
    ask(NOTED, Tuple.tuple())
        .forEach(row -> noted.put(row.getString("source"), row.getString("topic_id")));
    Map<String, String> others = new TreeMap<>();
    there.forEach((source, id) -> {
      String before = noted.get(source);
      if (before == null) {
        note(source, id);
      } else if (!before.equals(id)) {
        others.put(source, id);
      }
    });
    // Until it is read nothing is decided by what may lack something; a reading that broke off
    // holds
    // up no more than its topic does.
    vitals.rebuilding(PART, !others.isEmpty());
    if (!others.isEmpty()) {
      begin(others, "was made again", FOLLOWED);
      return true;
    }
    return lookForGaps(there);
  }

  private boolean lookForGaps(Map<String, String> there) {
    if (System.nanoTime() - nextGap < 0) {
      return false;
    }
    Set<String> gaps = new TreeSet<>();
    for (Row row : ask(GAPS, Tuple.tuple())) {
      gaps.add(row.getString("source"));
    }
    Map<String, String> gapped = new TreeMap<>(there);
    gapped.keySet().retainAll(gaps);
    if (gapped.isEmpty()) {
      pause = FIRST_PAUSE;
      return false;
    }
    nextGap = System.nanoTime() + pause.toNanos();
    Duration twice = pause.multipliedBy(2);
    pause = twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    begin(gapped, "has records that wait for one before them", Duration.ZERO);
    return true;
  }

  private void begin(Map<String, String> topics, String why, Duration followed) {
    LOG.warn("{} {}; it is read again from its first record", topics.keySet(), why);
    reading = new TopicReading(kafka, topics, followed);
    vitals.rebuilding(PART, true);
  }

  private Map<String, String> heard() {
    Map<String, String> there = new TreeMap<>(present.get());
    there.keySet().retainAll(inbox.sources());
    return there;
  }

  private void note(String source, String id) {
    ask(NOTE, Tuple.of(source, id));
  }

  private RowSet<Row> ask(String sql, Tuple parameters) {
    return pool.preparedQuery(sql).execute(parameters).await().atMost(LIMIT);
  }

  @Override
  public void close() {
    TopicReading mine = reading;
    reading = null;
    if (mine != null) {
      mine.close();
    }
  }
}
