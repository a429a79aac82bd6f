package cn.doublerandom.eventstore.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.doublerandom.contracts.json.CanonicalJson;
import cn.doublerandom.eventstore.NewEvent;
import cn.doublerandom.eventstore.ledger.CloudEventHeaders;
import cn.doublerandom.eventstore.ledger.RecordHash;
import cn.doublerandom.eventstore.ledger.TopicMaking;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Anchors checkpoints on a topic of their own, {@code <service>.anchors.v1}. The number of a record
 * is the checkpoint's size, so a repeated one is known.
 */
public final class KafkaAnchor implements Sealer.Anchor {
  private static final int PATIENCE_SECONDS = 15;

  private final String service;
  private final String type;
  private final Map<String, Object> kafka;
  private final NoteKey key;

  /**
   * Anchors for one service.
   *
   * @param type CloudEvents type of the records
   * @param key signs each record; it stands alone, so it names no predecessor
   */
  public KafkaAnchor(String service, String type, Map<String, Object> kafka, NoteKey key) {
    this.key = key;
    this.service = service;
    this.type = type;
    this.kafka = Map.copyOf(kafka);
  }

  public static String topic(String service) {
    return service + ".anchors.v1";
  }

  @Override
  public void prepare() throws Exception {
    TopicMaking.create(kafka, List.of(topic(service)));
  }

  @Override
  public void publish(Checkpoint checkpoint, String cosigned) throws Exception {
    TopicMaking.create(kafka, List.of(topic(service)));
    var settings = new Properties();
    settings.putAll(kafka);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_SECONDS * 1_000);
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.send(message(checkpoint, cosigned)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      producer.close(Duration.ofSeconds(PATIENCE_SECONDS));
    }
  }

  private ProducerRecord<String, String> message(Checkpoint checkpoint, String cosigned) {
    var content =
        new RecordHash.Content(
            topic(service),
            RecordHash.partition(service),
            checkpoint.size(),
            service,
            type,
            NewEvent.newId().toString(),
            checkpoint.sealedAt().toString(),
            "",
            "anchor-" + checkpoint.size(),
            "",
            "",
            value(checkpoint, cosigned));
    var message =
        new ProducerRecord<>(content.topic(), content.partition(), service, content.value());
    var headers = message.headers();
    headers.add(CloudEventHeaders.SPEC_VERSION, "1.0".getBytes(UTF_8));
    headers.add(CloudEventHeaders.ID, content.id().getBytes(UTF_8));
    headers.add(CloudEventHeaders.SOURCE, ("/" + service).getBytes(UTF_8));
    headers.add(CloudEventHeaders.TYPE, type.getBytes(UTF_8));
    headers.add(CloudEventHeaders.TIME, content.time().getBytes(UTF_8));
    headers.add(CloudEventHeaders.SUBJECT, service.getBytes(UTF_8));
    headers.add(CloudEventHeaders.SEQ, Long.toString(content.seq()).getBytes(UTF_8));
    headers.add(CloudEventHeaders.CORRELATION_ID, content.correlationId().getBytes(UTF_8));
    headers.add(CloudEventHeaders.SEAL, key.seal(RecordHash.alone(content)).getBytes(UTF_8));
    headers.add(CloudEventHeaders.CONTENT_TYPE, "application/json".getBytes(UTF_8));
    return message;
  }

  private String value(Checkpoint checkpoint, String cosigned) {
    return CanonicalJson.text(
        Map.of(
            "note", cosigned,
            "root", checkpoint.root(),
            "sealedAt", checkpoint.sealedAt().toString(),
            "service", service,
            "size", checkpoint.size()));
  }
}
