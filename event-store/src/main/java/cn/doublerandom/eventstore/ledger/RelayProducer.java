package cn.doublerandom.eventstore.ledger;

import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringSerializer;

/** The producer of a relay: fenced, transactional, one for each service. */
final class RelayProducer {
  private RelayProducer() {}

  static KafkaProducer<String, String> of(String service, Map<String, Object> kafka) {
    var settings = new Properties();
    settings.putAll(kafka);
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, service + "-relay");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 15_000);
    settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 30_000);
    // A broker that lost its disk knows nothing of a transaction: to ask it for two minutes is
    // vain.
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, TopicMaking.MOST_OF_RECORD);
    return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
  }
}
