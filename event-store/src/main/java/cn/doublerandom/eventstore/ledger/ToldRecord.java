package cn.doublerandom.eventstore.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.StreamNames;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.mutiny.sqlclient.Row;
import org.apache.kafka.clients.producer.ProducerRecord;

/** An announcement as it is told: CloudEvents 1.0 in binary mode, and its place in its lane. */
final class ToldRecord {
  private static final ObjectMapper JSON = EventCodec.mapper();

  private ToldRecord() {}

  static ProducerRecord<String, String> of(
      String service, ToldScopes scopes, TransactionEnds.Told told) throws JsonProcessingException {
    Row row = told.row();
    JsonNode metadata = JSON.readTree(row.getString("metadata"));
    int ordinal = row.getInteger("ordinal");
    String id = row.getUUID("id") + (ordinal == 0 ? "" : "." + ordinal);
    var message =
        new ProducerRecord<>(
            row.getString("topic"), row.getInteger("partition"), row.getString("key"), value(row));
    var headers = message.headers();
    headers.add(CloudEventHeaders.SPEC_VERSION, "1.0".getBytes(UTF_8));
    headers.add(CloudEventHeaders.ID, id.getBytes(UTF_8));
    headers.add(CloudEventHeaders.SOURCE, ("/" + service).getBytes(UTF_8));
    headers.add(CloudEventHeaders.TYPE, row.getString("type").getBytes(UTF_8));
    headers.add(CloudEventHeaders.TIME, metadata.get("recordedAt").asText().getBytes(UTF_8));
    headers.add(CloudEventHeaders.SUBJECT, row.getString("key").getBytes(UTF_8));
    headers.add(CloudEventHeaders.SEQ, row.getLong("seq").toString().getBytes(UTF_8));
    headers.add(
        CloudEventHeaders.STREAM_VERSION, row.getLong("version").toString().getBytes(UTF_8));
    headers.add(
        CloudEventHeaders.CORRELATION_ID, metadata.get("correlationId").asText().getBytes(UTF_8));
    headers.add(
        CloudEventHeaders.CAUSATION_ID, metadata.get("causationId").asText().getBytes(UTF_8));
    headers.add(CloudEventHeaders.CHAIN_HASH, row.getString("chain").getBytes(UTF_8));
    if (row.getString("prev") != null) {
      headers.add(CloudEventHeaders.PREV_HASH, row.getString("prev").getBytes(UTF_8));
    }
    if (row.getString("seal") != null) {
      headers.add(CloudEventHeaders.SEAL, row.getString("seal").getBytes(UTF_8));
    }
    if (!told.ends().isEmpty()) {
      headers.add(CloudEventHeaders.ENDS, told.ends().getBytes(UTF_8));
    }
    String bureau = scopes.of(StreamNames.parse(row.getString("stream_id")).scope());
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
  private static String value(Row row) {
    String value = row.getString("value");
    return value.isEmpty() ? null : value;
  }
}
