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
 * @param fault why the envelope cannot be understood; empty where it can
 */
public record InboxRecord(
    String source,
    int partition,
    long seq,
    String key,
    String type,
    String id,
    String correlationId,
    String value,
    String fault) {

  public InboxRecord(
      String source,
      int partition,
      long seq,
      String key,
      String type,
      String id,
      String correlationId,
      String value) {
    this(source, partition, seq, key, type, id, correlationId, value, "");
  }

  /**
   * A record as it came; where its number cannot be read it gets one below zero from its offset.
   */
  public static InboxRecord of(ConsumerRecord<String, String> message) {
    String number = TopicTails.header(message, CloudEventHeaders.SEQ).orElse("");
    String type = TopicTails.header(message, CloudEventHeaders.TYPE).orElse("");
    String fault = "";
    if (!number.matches("[1-9][0-9]{0,17}")) {
      fault = "header " + CloudEventHeaders.SEQ + " is not a number from 1";
    } else if (type.isEmpty()) {
      fault = "header " + CloudEventHeaders.TYPE + " is missing";
    }
    return new InboxRecord(
        message.topic(),
        message.partition(),
        fault.isEmpty() ? Long.parseLong(number) : -1 - message.offset(),
        message.key() == null ? "" : message.key(),
        type,
        TopicTails.header(message, CloudEventHeaders.ID).orElse(""),
        TopicTails.header(message, CloudEventHeaders.CORRELATION_ID).orElse(""),
        message.value() == null ? "" : message.value(),
        fault);
  }

  /** Whether the sender's number could be read, so that a repetition can be told. */
  boolean isNumbered() {
    return seq > 0;
  }
}
