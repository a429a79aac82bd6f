package cn.doublerandom.gateway.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * On the partition of this gateway's number, in transactions of its own name: whoever opened it
 * before can tell nothing any more, so what is found at the end is the end.
 */
final class KafkaTelling implements Telling {
  static final String TOPIC = "gateway.audit.v1";

  /** As many as every topic of the house has; each gateway has one. */
  static final int PARTITIONS = 3;

  private static final int MOST_COPIES = 3;
  private static final int PATIENCE_SECONDS = 15;
  private static final Duration POLL = Duration.ofMillis(200);
  private static final int STEP_BACK = 16;
  private static final int MEMORY_BYTES = 1024 * 1024;

  private final KafkaProducer<String, String> producer;
  private final Map<String, Object> kafka;
  private final TopicPartition place;

  private KafkaTelling(
      KafkaProducer<String, String> producer, Map<String, Object> kafka, TopicPartition place) {
    this.producer = producer;
    this.kafka = kafka;
    this.place = place;
  }

  /**
   * Opens it.
   *
   * @param kafka settings of the clients, as {@code kafka.*} of a service
   * @param gateway number, 1 to {@link #PARTITIONS}
   */
  static KafkaTelling open(Map<String, Object> kafka, int gateway) throws Exception {
    create(kafka);
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "gateway-audit-" + gateway);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_SECONDS * 1_000);
    settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, MEMORY_BYTES);
    var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    try {
      producer.initTransactions();
      return new KafkaTelling(producer, kafka, new TopicPartition(TOPIC, gateway - 1));
    } catch (RuntimeException e) {
      producer.close(Duration.ZERO);
      throw e;
    }
  }

  private static void create(Map<String, Object> kafka) throws Exception {
    try (Admin admin = Admin.create(kafka)) {
      int brokers = admin.describeCluster().nodes().get(PATIENCE_SECONDS, TimeUnit.SECONDS).size();
      admin
          .createTopics(
              List.of(
                  new NewTopic(TOPIC, PARTITIONS, (short) Math.min(MOST_COPIES, brokers))
                      .configs(
                          Map.of(
                              TopicConfig.RETENTION_MS_CONFIG, "-1",
                              TopicConfig.RETENTION_BYTES_CONFIG, "-1"))))
          .all()
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }

  @Override
  public End end() {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(place));
      long begin = consumer.beginningOffsets(List.of(place)).getOrDefault(place, 0L);
      long end = consumer.endOffsets(List.of(place)).getOrDefault(place, 0L);
      // The ends of transactions stand among the records and are none.
      for (long step = STEP_BACK; ; step *= 4) {
        long from = Math.max(begin, end - step);
        ConsumerRecord<String, String> last = last(consumer, from, end);
        if (last != null) {
          return end(last);
        } else if (from == begin) {
          return End.NOTHING;
        }
      }
    }
  }

  private @Nullable ConsumerRecord<String, String> last(
      KafkaConsumer<String, String> consumer, long from, long end) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    ConsumerRecord<String, String> last = null;
    consumer.seek(place, from);
    while (consumer.position(place) < end) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("cannot read " + place + " to its end");
      }
      for (ConsumerRecord<String, String> message : consumer.poll(POLL)) {
        last = message;
      }
    }
    return last;
  }

  private static End end(ConsumerRecord<String, String> last) {
    var members = new JsonObject(last.value());
    var seq = last.headers().lastHeader("ce_seq");
    return new End(
        members.getString("book"),
        members.getLong("number"),
        Long.parseLong(new String(seq.value(), UTF_8)));
  }

  @Override
  public void tell(List<Line> lines, long seq) {
    producer.beginTransaction();
    for (int i = 0; i < lines.size(); i++) {
      // What comes of it is said by the commit.
      var unused = producer.send(message(lines.get(i), seq + i));
    }
    producer.commitTransaction();
  }

  private ProducerRecord<String, String> message(Line line, long seq) {
    String id = line.book() + "-" + line.number();
    var message = new ProducerRecord<>(TOPIC, place.partition(), line.key(), line.text());
    Headers headers = message.headers();
    headers.add("ce_specversion", bytes("1.0"));
    headers.add("ce_id", bytes(id));
    headers.add("ce_source", bytes("/gateway"));
    headers.add("ce_type", bytes("cn.doublerandom.SignInTold.v1"));
    headers.add("ce_time", bytes(line.at().toString()));
    headers.add("ce_subject", bytes(line.key()));
    headers.add("ce_bureau", bytes(line.whose()));
    headers.add("ce_seq", bytes(Long.toString(seq)));
    headers.add("ce_correlationid", bytes("sign-in-" + id));
    headers.add("content-type", bytes("application/json"));
    return message;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  @Override
  public void close() {
    producer.close(Duration.ZERO);
  }
}
