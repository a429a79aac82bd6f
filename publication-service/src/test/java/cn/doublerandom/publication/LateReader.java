package cn.doublerandom.publication;

import cn.doublerandom.eventstore.ledger.TopicTails;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Who reads a public topic, goes away with his place kept at the broker, and comes back. */
final class LateReader {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final int MOST_POLLS = 1_000;

  private final Map<String, Object> settings;
  private final String topic;
  private final List<Told> had = new ArrayList<>();

  LateReader(String kafka, String topic) {
    this.settings =
        Map.of(
            "bootstrap.servers", kafka,
            "group.id", "late-" + UUID.randomUUID(),
            "auto.offset.reset", "earliest",
            "enable.auto.commit", "false",
            "isolation.level", "read_committed",
            "max.poll.records", "1");
    this.topic = topic;
  }

  /**
   * What he read.
   *
   * @param value absent where what was public is public no more
   */
  record Told(int partition, long offset, long seq, String key, @Nullable String value) {}

  /** Half of what is there, one record at a time, and not less than one. */
  void readsHalf() {
    int all = TopicTails.readAll(Map.of("bootstrap.servers", bootstrap()), topic).size();
    read(Math.ceilDiv(all, 2));
  }

  /** From where he was to the end. */
  void readsOn() {
    read(Integer.MAX_VALUE);
  }

  private Object bootstrap() {
    return settings.get("bootstrap.servers");
  }

  private void read(int most) {
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(one -> new TopicPartition(topic, one.partition()))
              .toList();
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      for (int polls = 0;
          had.size() < most
              && partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one));
          polls++) {
        if (polls == MOST_POLLS) {
          throw new IllegalStateException("cannot read " + topic + " to its end");
        }
        consumer
            .poll(POLL)
            .forEach(record ->
                had.add(
                    new Told(
                        record.partition(),
                        record.offset(),
                        TopicTails.seq(record),
                        record.key(),
                        record.value())));
      }
      consumer.commitSync();
    }
  }

  /** What he read so far, in the order in which it came. */
  List<Told> had() {
    return List.copyOf(had);
  }

  /** What he read of a partition. */
  List<Told> had(int partition) {
    return had.stream().filter(told -> told.partition() == partition).toList();
  }

  /** What is public by what he read: the last word of each key. */
  Map<String, String> holds() {
    Map<String, String> values = new TreeMap<>();
    for (Told told : had) {
      if (told.value() == null) {
        values.remove(told.key());
      } else {
        values.put(told.key(), told.value());
      }
    }
    return values;
  }
}
