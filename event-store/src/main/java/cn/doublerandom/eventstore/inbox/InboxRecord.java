package cn.doublerandom.eventstore.inbox;

import cn.doublerandom.eventstore.ledger.CloudEventHeaders;
import cn.doublerandom.eventstore.ledger.TopicTails;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record another service announced.
 *
 * @param source topic
 * @param partition of the topic; seq rises within it
 * @param seq in the ledger of the sender
 * @param type CloudEvents type
 * @param id CloudEvents id
 * @param value canonical JSON
 */
public record InboxRecord(
    String source,
    int partition,
    long seq,
    String key,
    String type,
    String id,
    String correlationId,
    String value) {

  public static InboxRecord of(ConsumerRecord<String, String> message) {
    return new InboxRecord(
        message.topic(),
        message.partition(),
        TopicTails.seq(message),
        message.key() == null ? "" : message.key(),
        TopicTails.header(message, CloudEventHeaders.TYPE).orElse(""),
        TopicTails.header(message, CloudEventHeaders.ID).orElse(""),
        TopicTails.header(message, CloudEventHeaders.CORRELATION_ID).orElse(""),
        message.value() == null ? "" : message.value());
  }
}
