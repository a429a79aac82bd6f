package cn.doublerandom.eventstore.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** What the topics of a service hold: made once, read from the tail or from the beginning. */
public final class TopicTails {
  private static final long FIRST_STEP_BACK = 64;
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /**
   * A broker holds a fetch at the end of a partition back so long, and with it whatever is asked
   * next: an end, another partition, the end of the session. Half a second, as consumers have it,
   * is most of what reading a few tails takes.
   */
  private static final int FETCH_WAIT_MILLIS = 20;

  private TopicTails() {}

  /**
   * Shows the end of each partition, window by window backwards, until the reader has seen enough.
   */
  static void backwards(
      Map<String, Object> kafka,
      List<String> topics,
      Predicate<List<ConsumerRecord<String, String>>> isEnough) {
    try (KafkaConsumer<String, String> consumer = consumer(kafka)) {
      for (TopicPartition partition : partitions(consumer, topics)) {
        consumer.assign(List.of(partition));
        long begin = begin(consumer, partition);
        long end = end(consumer, partition);
        for (long step = FIRST_STEP_BACK; end > begin; step *= 4) {
          long from = Math.max(begin, end - step);
          long until = end;
          List<ConsumerRecord<String, String>> window = new ArrayList<>();
          read(
              consumer,
              partition,
              from,
              end,
              r -> {
                if (r.offset() < until) {
                  window.add(r);
                }
              });
          if (isEnough.test(window)) {
            break;
          }
          end = from;
        }
      }
    }
  }

  /** Which of these seqs a topic holds no record of near its end, ascending. */
  public static SortedSet<Long> missing(
      Map<String, Object> kafka, String topic, Collection<Long> seqs) {
    SortedSet<Long> missing = new TreeSet<>(seqs);
    if (missing.isEmpty()) {
      return missing;
    }
    long first = missing.first();
    backwards(
        kafka,
        List.of(topic),
        window -> {
          window.forEach(message -> missing.remove(seq(message)));
          return missing.isEmpty() || window.stream().anyMatch(m -> seq(m) > 0 && seq(m) < first);
        });
    return missing;
  }

  /** Every committed record of the topic in the order of its partitions. */
  public static List<ConsumerRecord<String, String>> readAll(
      Map<String, Object> kafka, String topic) {
    List<ConsumerRecord<String, String>> records = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer = consumer(kafka)) {
      for (TopicPartition partition : partitions(consumer, List.of(topic))) {
        consumer.assign(List.of(partition));
        long begin = begin(consumer, partition);
        long end = end(consumer, partition);
        read(consumer, partition, begin, end, records::add);
      }
    }
    return records;
  }

  /**
   * Every committed record of a topic by ascending seq, without holding more than a few polls of
   * each partition. Ends where the topic ended when it was opened.
   */
  public static InOrder inOrder(Map<String, Object> kafka, String topic) {
    return new InOrder(kafka, topic);
  }

  /** Merges the partitions of a topic, each of which ascends. */
  public static final class InOrder
      implements Iterator<ConsumerRecord<String, String>>, AutoCloseable {
    private final List<Lane> lanes = new ArrayList<>();

    private InOrder(Map<String, Object> kafka, String topic) {
      try (KafkaConsumer<String, String> first = consumer(kafka)) {
        for (TopicPartition partition : partitions(first, List.of(topic))) {
          lanes.add(new Lane(consumer(kafka), partition));
        }
      }
    }

    @Override
    public boolean hasNext() {
      return lanes.stream().anyMatch(lane -> lane.head() != null);
    }

    @Override
    public ConsumerRecord<String, String> next() {
      Lane least = null;
      for (Lane lane : lanes) {
        ConsumerRecord<String, String> head = lane.head();
        if (head != null && (least == null || seq(head) < seq(least.take))) {
          least = lane;
        }
      }
      if (least == null) {
        throw new NoSuchElementException();
      }
      ConsumerRecord<String, String> next = least.take;
      least.buffer.removeFirst();
      return next;
    }

    @Override
    public void close() {
      lanes.forEach(lane -> lane.consumer.close());
    }
  }

  /** One partition being read to where it ended. */
  private static final class Lane {
    private final KafkaConsumer<String, String> consumer;
    private final TopicPartition partition;
    private final long end;
    private final Deque<ConsumerRecord<String, String>> buffer = new ArrayDeque<>();
    private ConsumerRecord<String, String> take = NOTHING;

    private static final ConsumerRecord<String, String> NOTHING =
        new ConsumerRecord<>("", 0, 0, "", "");

    Lane(KafkaConsumer<String, String> consumer, TopicPartition partition) {
      this.consumer = consumer;
      this.partition = partition;
      consumer.assign(List.of(partition));
      this.end = TopicTails.end(consumer, partition);
      consumer.seek(partition, begin(consumer, partition));
    }

    @Nullable ConsumerRecord<String, String> head() {
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (buffer.isEmpty() && consumer.position(partition) < end) {
        if (System.nanoTime() > deadline) {
          throw new IllegalStateException("cannot read " + partition + " to its end");
        }
        consumer
            .poll(POLL)
            .forEach(r -> {
              if (r.offset() < end) {
                buffer.add(r);
              }
            });
      }
      ConsumerRecord<String, String> head = buffer.peekFirst();
      if (head != null) {
        take = head;
      }
      return head;
    }
  }

  private static long begin(KafkaConsumer<String, String> consumer, TopicPartition partition) {
    return consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
  }

  private static long end(KafkaConsumer<String, String> consumer, TopicPartition partition) {
    return consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
  }

  private static void read(
      KafkaConsumer<String, String> consumer,
      TopicPartition partition,
      long from,
      long end,
      Consumer<ConsumerRecord<String, String>> each) {
    consumer.seek(partition, from);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (consumer.position(partition) < end) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("cannot read " + partition + " to its end");
      }
      consumer.poll(POLL).forEach(each);
    }
  }

  /** The extension header {@code ce_seq}; 0 where a record has none that is a number. */
  public static long seq(ConsumerRecord<?, ?> message) {
    return header(message, CloudEventHeaders.SEQ)
        .filter(digits -> digits.matches("[0-9]{1,18}"))
        .map(Long::parseLong)
        .orElse(0L);
  }

  public static Optional<String> header(ConsumerRecord<?, ?> message, String name) {
    Header header = message.headers().lastHeader(name);
    return header == null || header.value() == null
        ? Optional.empty()
        : Optional.of(new String(header.value(), UTF_8));
  }

  private static List<TopicPartition> partitions(
      KafkaConsumer<String, String> consumer, List<String> topics) {
    return topics.stream()
        .flatMap(topic -> consumer.partitionsFor(topic).stream())
        .map(info -> new TopicPartition(info.topic(), info.partition()))
        .toList();
  }

  private static KafkaConsumer<String, String> consumer(Map<String, Object> kafka) {
    var settings = new Properties();
    settings.putAll(new HashMap<>(kafka));
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MILLIS);
    // Who only looks makes no topic.
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
  }
}
