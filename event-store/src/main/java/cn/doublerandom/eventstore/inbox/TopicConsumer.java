package cn.doublerandom.eventstore.inbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A consumer of whole topics in no group: where it is, is for whoever asked for it to keep. */
final class TopicConsumer {
  private TopicConsumer() {}

  /**
   * Every partition of the topics, read from the first record.
   *
   * @param most records of one poll
   * @throws IllegalStateException where a topic is not there
   */
  static KafkaConsumer<String, String> of(
      Map<String, Object> kafka, Collection<String> topics, int most) {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.remove(ConsumerConfig.CLIENT_ID_CONFIG);
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, most);
    var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    try {
      List<TopicPartition> all = new ArrayList<>();
      for (String topic : topics) {
        List<PartitionInfo> partitions = consumer.partitionsFor(topic);
        if (partitions == null || partitions.isEmpty()) {
          throw new IllegalStateException(topic + " is not there yet");
        }
        partitions.forEach(p -> all.add(new TopicPartition(topic, p.partition())));
      }
      consumer.assign(all);
      consumer.seekToBeginning(all);
      return consumer;
    } catch (RuntimeException e) {
      consumer.close();
      throw e;
    }
  }
}
