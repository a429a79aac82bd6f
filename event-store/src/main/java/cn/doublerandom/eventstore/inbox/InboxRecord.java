package cn.doublerandom.eventstore.inbox;

import cn.doublerandom.eventstore.ledger.CloudEventHeaders;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

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
    String number = "";
    String type = "";
    String id = "";
    String correlation = "";
    for (Header header : message.headers()) {
      switch (header.key()) {
        case CloudEventHeaders.SEQ -> number = text(header);
        case CloudEventHeaders.TYPE -> type = text(header);
        case CloudEventHeaders.ID -> id = text(header);
        case CloudEventHeaders.CORRELATION_ID -> correlation = text(header);
        default -> {
          // the others say nothing the inbox needs
        }
      }
    }
    long seq = number(number);
    String fault = "";
    if (seq < 1) {
      fault = "header " + CloudEventHeaders.SEQ + " is not a number from 1";
    } else if (type.isEmpty()) {
      fault = "header " + CloudEventHeaders.TYPE + " is missing";
    }
    return new InboxRecord(
        message.topic(),
        message.partition(),
        fault.isEmpty() ? seq : -1 - message.offset(),
        message.key() == null ? "" : message.key(),
        type,
        id,
        correlation,
        message.value() == null ? "" : message.value(),
        fault);
  }

  private static String text(Header header) {
    return new String(header.value(), StandardCharsets.UTF_8);
  }

  /** The number in plain decimal digits; -1 where it is none. */
  private static long number(String digits) {
    boolean plain = !digits.isEmpty() && digits.length() <= 18;
    for (int i = 0; plain && i < digits.length(); i++) {
      plain = digits.charAt(i) >= '0' && digits.charAt(i) <= '9';
    }
    return plain ? Long.parseLong(digits) : -1;
  }

  /** Whether the sender's number could be read, so that a repetition can be told. */
  boolean isNumbered() {
    return seq > 0;
  }
}
