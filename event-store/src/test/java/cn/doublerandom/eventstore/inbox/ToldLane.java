package cn.doublerandom.eventstore.inbox;

import cn.doublerandom.eventstore.checkpoint.NoteKey;
import cn.doublerandom.eventstore.ledger.CloudEventHeaders;
import cn.doublerandom.eventstore.ledger.RecordHash;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** One partition of a topic as its sender tells it: each record names the one before. */
final class ToldLane {
  static final String TOPIC = "draw.events.v1";

  private static long copies = 10_000;

  private final String topic;
  private final int partition;
  private final NoteKey key;
  private final List<ConsumerRecord<String, String>> records = new ArrayList<>();
  private String head = RecordHash.START;
  private long seq;

  ToldLane(int partition, NoteKey key) {
    this(TOPIC, partition, key);
  }

  ToldLane(String topic, int partition, NoteKey key) {
    this.topic = topic;
    this.partition = partition;
    this.key = key;
  }

  List<ConsumerRecord<String, String>> records() {
    return records;
  }

  String head() {
    return head;
  }

  /** One more record; sealed where it ends a batch of the sender. */
  ConsumerRecord<String, String> tell(String recordKey, String value, boolean sealed) {
    seq += 3;
    var record = record(topic, partition, seq, recordKey, value, head, sealed ? key : null);
    head = hash(record);
    record.headers().remove("hash");
    records.add(record);
    return record;
  }

  /** Before the rule: it is part of the chain and does not say so. */
  ConsumerRecord<String, String> tellUnchained(String recordKey, String value) {
    var record = tell(recordKey, value, false);
    record.headers().remove(CloudEventHeaders.PREV_HASH);
    return record;
  }

  private static String hash(ConsumerRecord<String, String> record) {
    return new String(record.headers().lastHeader("hash").value(), StandardCharsets.UTF_8);
  }

  /** A record of anybody's; the header {@code hash} says what it hashes to. */
  static ConsumerRecord<String, String> record(
      int partition, long seq, String recordKey, String value, String prev, NoteKey signer) {
    return record(TOPIC, partition, seq, recordKey, value, prev, signer);
  }

  /** The same on another topic. */
  static ConsumerRecord<String, String> record(
      String topic,
      int partition,
      long seq,
      String recordKey,
      String value,
      String prev,
      NoteKey signer) {
    var content =
        new RecordHash.Content(
            topic, partition, seq, recordKey, "T", "id-" + seq, "", "", "c", "", "", value);
    String hash = RecordHash.next(prev, content);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(CloudEventHeaders.SEQ, Long.toString(seq));
    headers.put(CloudEventHeaders.TYPE, "T");
    headers.put(CloudEventHeaders.ID, "id-" + seq);
    headers.put(CloudEventHeaders.CORRELATION_ID, "c");
    headers.put(CloudEventHeaders.PREV_HASH, prev);
    if (signer != null) {
      headers.put(CloudEventHeaders.SEAL, signer.seal(hash));
    }
    headers.put("hash", hash);
    var record = new ConsumerRecord<>(topic, partition, seq, recordKey, value);
    headers.forEach(
        (name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    return record;
  }

  /** The same with another value or on another partition; it has an offset of its own. */
  static ConsumerRecord<String, String> copy(
      ConsumerRecord<String, String> of, int partition, String value) {
    var copy = new ConsumerRecord<>(of.topic(), partition, ++copies, of.key(), value);
    of.headers().forEach(copy.headers()::add);
    return copy;
  }
}
