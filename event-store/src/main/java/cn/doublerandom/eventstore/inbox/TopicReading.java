package cn.doublerandom.eventstore.inbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Topics on their way through the inbox once more, from their first records to their ends. */
final class TopicReading implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final int MOST = 1_000;

  private final Map<String, String> topics;
  private final KafkaConsumer<String, String> consumer;
  private final Map<TopicPartition, Long> ends;
  private final long until;

  /**
   * @param topics by name, which one of that name each is
   * @param followed how long they are read on where the ends are reached before
   */
  TopicReading(Map<String, Object> kafka, Map<String, String> topics, Duration followed) {
    this.topics = Map.copyOf(topics);
    this.until = System.nanoTime() + followed.toNanos();
    this.consumer = TopicConsumer.of(kafka, topics.keySet(), MOST);
    this.ends = consumer.endOffsets(consumer.assignment());
  }

  Map<String, String> topics() {
    return topics;
  }

  void step(Inbox inbox) {
    List<InboxRecord> records = new ArrayList<>();
    for (ConsumerRecord<String, String> message : consumer.poll(POLL)) {
      records.add(InboxRecord.of(message));
    }
    if (!records.isEmpty()) {
      inbox.receive(records).await().atMost(LIMIT);
    }
  }

  boolean isDone() {
    return System.nanoTime() - until >= 0
        && ends.entrySet().stream().allMatch(e -> consumer.position(e.getKey()) >= e.getValue());
  }

  @Override
  public void close() {
    consumer.close();
  }
}
