package cn.doublerandom.eventstore.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.doublerandom.eventstore.StreamNames;
import org.apache.kafka.clients.producer.ProducerRecord;

/** An announcement as it is told: CloudEvents 1.0 in binary mode, and its place in its lane. */
final class ToldRecord {
  private static final Circumstances.Reading CIRCUMSTANCES = new Circumstances.Reading();

  private ToldRecord() {}

  static ProducerRecord<String, String> of(
      String service, ToldScopes scopes, TransactionEnds.Told told) {
    Spoken spoken = told.spoken();
    Announcement said = spoken.said();
    Circumstances known = CIRCUMSTANCES.of(spoken.metadata());
    String id = spoken.event() + (spoken.ordinal() == 0 ? "" : "." + spoken.ordinal());
    var message =
        new ProducerRecord<>(said.topic(), spoken.partition(), said.key(), value(said.value()));
    var headers = message.headers();
    headers.add(CloudEventHeaders.SPEC_VERSION, "1.0".getBytes(UTF_8));
    headers.add(CloudEventHeaders.ID, id.getBytes(UTF_8));
    headers.add(CloudEventHeaders.SOURCE, ("/" + service).getBytes(UTF_8));
    headers.add(CloudEventHeaders.TYPE, said.type().getBytes(UTF_8));
    headers.add(CloudEventHeaders.TIME, known.recordedAt().getBytes(UTF_8));
    headers.add(CloudEventHeaders.SUBJECT, said.key().getBytes(UTF_8));
    headers.add(CloudEventHeaders.SEQ, Long.toString(spoken.seq()).getBytes(UTF_8));
    headers.add(CloudEventHeaders.STREAM_VERSION, Long.toString(spoken.version()).getBytes(UTF_8));
    headers.add(CloudEventHeaders.CORRELATION_ID, known.correlationId().getBytes(UTF_8));
    headers.add(CloudEventHeaders.CAUSATION_ID, known.causationId().getBytes(UTF_8));
    headers.add(CloudEventHeaders.CHAIN_HASH, spoken.chain().getBytes(UTF_8));
    if (spoken.prev() != null) {
      headers.add(CloudEventHeaders.PREV_HASH, spoken.prev().getBytes(UTF_8));
    }
    if (spoken.seal() != null) {
      headers.add(CloudEventHeaders.SEAL, spoken.seal().getBytes(UTF_8));
    }
    if (!told.ends().isEmpty()) {
      headers.add(CloudEventHeaders.ENDS, told.ends().getBytes(UTF_8));
    }
    String bureau = scopes.of(StreamNames.parse(spoken.stream()).scope());
    if (!bureau.isEmpty()) {
      headers.add(CloudEventHeaders.BUREAU, bureau.getBytes(UTF_8));
    }
    headers.add(CloudEventHeaders.CONTENT_TYPE, "application/json".getBytes(UTF_8));
    return message;
  }

  /**
   * No value takes a key off a topic of states; Kafka's types do not say that there may be none.
   */
  @SuppressWarnings("NullAway")
  private static String value(String value) {
    return value.isEmpty() ? null : value;
  }
}
