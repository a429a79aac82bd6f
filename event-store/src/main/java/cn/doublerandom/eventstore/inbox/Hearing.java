package cn.doublerandom.eventstore.inbox;

import cn.doublerandom.eventstore.ledger.TopicTails;
import cn.doublerandom.eventstore.ledger.Vitals;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Whether what another service had told by a moment is taken here and shows in the read models. A
 * record counts as taken where its lane has passed its number, or where the group has passed it
 * altogether: a forged number at the end of a topic holds nobody up.
 */
public final class Hearing {
  /** So far back from its end a partition is looked through for its last record. */
  private static final long WINDOW = 64;

  /** So long a number is waited for that the sender has not told yet. */
  private static final Duration UNTOLD = Duration.ofSeconds(2);

  private static final Duration SQL_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration STEP = Duration.ofMillis(20);

  private final Pool pool;
  private final Map<String, Object> kafka;
  private final String group;
  private final Vitals vitals;

  /** Not everything has come yet, or nobody can say. */
  public static final class NotYet extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotYet(String message) {
      super(message);
    }

    NotYet(KafkaException cause) {
      super(cause);
    }
  }

  /**
   * @param group that reads the topics for this service
   */
  public Hearing(Pool pool, Map<String, Object> kafka, String group, Vitals vitals) {
    this.pool = pool;
    this.kafka = Map.copyOf(kafka);
    this.group = group;
    this.vitals = vitals;
  }

  /**
   * Waits until everything that stands on the topic now is taken and shows. Blocks.
   *
   * @param least number the sender's news must have reached, so that what it has not told yet is
   *     waited for too; 0 where nothing is known
   * @return the highest number taken; 0 where nothing was told
   * @throws NotYet where it takes longer than the patience, or the broker does not answer
   */
  public long upToNow(String topic, long least, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    long heard = taken(topic, least, deadline, patience);
    awaitShown(deadline);
    return heard;
  }

  private long taken(String topic, long least, long deadline, Duration patience) {
    try (KafkaConsumer<String, String> consumer = consumer(patience)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      Map<TopicPartition, ConsumerRecord<String, String>> last =
          last(consumer, partitions, deadline);
      long untold = deadline;
      while (true) {
        Map<Integer, Long> lanes = lanes(topic);
        long heard = lanes.values().stream().mapToLong(Long::longValue).max().orElse(0);
        Map<TopicPartition, OffsetAndMetadata> passed = passed(consumer, last.keySet());
        if (last.values().stream().allMatch(r -> isTaken(r, lanes, passed)) && !isBroken(topic)) {
          if (heard >= least) {
            return heard;
          }
          untold = Math.min(untold, System.nanoTime() + UNTOLD.toNanos());
        }
        pause(untold, "%s is heard up to %d".formatted(topic, heard));
      }
    } catch (KafkaException e) {
      throw new NotYet(e);
    }
  }

  private static boolean isTaken(
      ConsumerRecord<String, String> message,
      Map<Integer, Long> lanes,
      Map<TopicPartition, OffsetAndMetadata> passed) {
    OffsetAndMetadata next = passed.get(new TopicPartition(message.topic(), message.partition()));
    return lanes.getOrDefault(message.partition(), 0L) >= TopicTails.seq(message)
        || (next != null && next.offset() > message.offset());
  }

  /** The last record of each partition that the group has not passed. */
  private static Map<TopicPartition, ConsumerRecord<String, String>> last(
      KafkaConsumer<String, String> consumer, List<TopicPartition> partitions, long deadline) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
    Map<TopicPartition, OffsetAndMetadata> passed = passed(consumer, new HashSet<>(partitions));
    Map<TopicPartition, ConsumerRecord<String, String>> last = new HashMap<>();
    for (TopicPartition partition : partitions) {
      long end = ends.getOrDefault(partition, 0L);
      OffsetAndMetadata next = passed.get(partition);
      long from = Math.max(begins.getOrDefault(partition, 0L), next == null ? 0L : next.offset());
      last(consumer, partition, from, end, deadline).ifPresent(found -> last.put(partition, found));
    }
    return last;
  }

  /** Window by window backwards: at the end there may be nothing but the ends of transactions. */
  private static Optional<ConsumerRecord<String, String>> last(
      KafkaConsumer<String, String> consumer,
      TopicPartition partition,
      long from,
      long end,
      long deadline) {
    consumer.assign(List.of(partition));
    ConsumerRecord<String, String> found = null;
    for (long until = end; until > from && found == null; until -= WINDOW) {
      consumer.seek(partition, Math.max(from, until - WINDOW));
      while (consumer.position(partition) < until) {
        requireTime(deadline, "%s cannot be read to its end".formatted(partition));
        for (ConsumerRecord<String, String> message : consumer.poll(STEP)) {
          found = message.offset() < end ? message : found;
        }
      }
    }
    return Optional.ofNullable(found);
  }

  private static Map<TopicPartition, OffsetAndMetadata> passed(
      KafkaConsumer<String, String> consumer, Collection<TopicPartition> partitions) {
    return partitions.isEmpty() ? Map.of() : consumer.committed(Set.copyOf(partitions));
  }

  private Map<Integer, Long> lanes(String topic) {
    Map<Integer, Long> lanes = new HashMap<>();
    for (Row row :
        pool.preparedQuery("SELECT partition, seq FROM inbox_position WHERE source = $1")
            .execute(Tuple.of(topic))
            .await()
            .atMost(SQL_TIMEOUT)) {
      lanes.put(row.getInteger("partition"), row.getLong("seq"));
    }
    return lanes;
  }

  /** A record the sender vouches for never came: what follows it was read and not taken. */
  private boolean isBroken(String topic) {
    return pool.preparedQuery(
            "SELECT EXISTS (SELECT FROM stray_record WHERE source = $1 AND kind = 'GAP')")
        .execute(Tuple.of(topic))
        .await()
        .atMost(SQL_TIMEOUT)
        .iterator()
        .next()
        .getBoolean(0);
  }

  /** What the records did is events by now; each is numbered, then shown. */
  private void awaitShown(long deadline) {
    long position =
        pool.query("SELECT coalesce(max(position), 0) FROM event")
            .execute()
            .await()
            .atMost(SQL_TIMEOUT)
            .iterator()
            .next()
            .getLong(0);
    long head = -1;
    while (head < 0) {
      Row row = numbered(position);
      if (!row.getBoolean("waiting")) {
        head = row.getLong("seq");
      } else {
        pause(deadline, "events wait for their number");
      }
    }
    while (vitals.asOfSeq() < head) {
      pause(deadline, "read models show up to %d of %d".formatted(vitals.asOfSeq(), head));
    }
    while (vitals.isRebuilding()) {
      pause(deadline, "a read model is being rebuilt for this version of the program");
    }
  }

  private Row numbered(long position) {
    return pool.preparedQuery(
            """
            WITH head AS (
              (SELECT ledger.seq, event.tx, event.position FROM ledger JOIN event USING (position)
               ORDER BY seq DESC LIMIT 1)
              UNION ALL SELECT 0, '0'::xid8, 0
              ORDER BY seq DESC LIMIT 1)
            SELECT head.seq, EXISTS (
              SELECT FROM event WHERE (event.tx, event.position) > (head.tx, head.position)
                AND event.position <= $1) AS waiting
            FROM head
            """)
        .execute(Tuple.of(position))
        .await()
        .atMost(SQL_TIMEOUT)
        .iterator()
        .next();
  }

  private static void pause(long deadline, String still) {
    requireTime(deadline, still);
    try {
      Thread.sleep(STEP);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotYet(still);
    }
  }

  private static void requireTime(long deadline, String still) {
    if (System.nanoTime() > deadline) {
      throw new NotYet(still);
    }
  }

  private KafkaConsumer<String, String> consumer(Duration patience) {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    settings.remove(ConsumerConfig.CLIENT_ID_CONFIG);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(
        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(patience.toMillis()));
    return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
  }
}
