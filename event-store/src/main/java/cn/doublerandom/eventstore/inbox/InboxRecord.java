package cn.doublerandom.eventstore.inbox;

import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.eventstore.StreamNames;
import cn.doublerandom.eventstore.ledger.CloudEventHeaders;
import cn.doublerandom.eventstore.ledger.RecordHash;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A record another service announced. Every text of it can be stored, whatever came.
 *
 * @param source topic
 * @param partition of the topic; seq rises within it
 * @param seq in the ledger of the sender
 * @param key name of the stream it is about, as it stands in the log of the sender
 * @param type CloudEvents type
 * @param id CloudEvents id
 * @param value canonical JSON
 * @param fault why the envelope cannot be understood; empty where it can
 * @param link its place in its lane
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
    String fault,
    Link link) {
  /** A key is a column of an index, and no sender's key is nearly as long; nor is a reason. */
  private static final int MAX_KEY = 500;

  private static final Set<String> READ =
      Set.of(
          CloudEventHeaders.SEQ,
          CloudEventHeaders.TYPE,
          CloudEventHeaders.ID,
          CloudEventHeaders.TIME,
          CloudEventHeaders.STREAM_VERSION,
          CloudEventHeaders.CORRELATION_ID,
          CloudEventHeaders.CAUSATION_ID,
          CloudEventHeaders.CHAIN_HASH,
          CloudEventHeaders.PREV_HASH,
          CloudEventHeaders.SEAL,
          CloudEventHeaders.ENDS);

  private static final Pattern ENDS =
      Pattern.compile("[0-9]{1,6}:[0-9]{1,18}(,[0-9]{1,6}:[0-9]{1,18}){0,999}");

  /**
   * Where a record stands among those of its topic and partition.
   *
   * @param prev hash of the one before; empty where it names none
   * @param hash its own; empty where it has neither predecessor nor seal
   * @param seal signature over its hash; empty where it has none
   * @param ends where the partitions of the topic end once the transaction it belongs to is told;
   *     empty where it does not say
   */
  public record Link(String prev, String hash, String seal, String ends) {
    static final Link NONE = new Link("", "", "", "");

    boolean isChained() {
      return !prev.isEmpty();
    }

    /** The same by partition. */
    Map<Integer, Long> endOf() {
      Map<Integer, Long> seqs = new TreeMap<>();
      for (String end : ends.isEmpty() ? new String[0] : ends.split(",", -1)) {
        int colon = end.indexOf(':');
        seqs.put(
            Integer.parseInt(end.substring(0, colon)), Long.parseLong(end.substring(colon + 1)));
      }
      return seqs;
    }
  }

  public InboxRecord(
      String source,
      int partition,
      long seq,
      String key,
      String type,
      String id,
      String correlationId,
      String value) {
    this(source, partition, seq, key, type, id, correlationId, value, "", Link.NONE);
  }

  /**
   * A record as it came; where its number cannot be read it gets one below zero from its offset.
   */
  public static InboxRecord of(ConsumerRecord<String, String> message) {
    Map<String, String> headers = new HashMap<>();
    String fault = headers(message, headers);
    String key = message.key() == null ? "" : message.key();
    String value = message.value() == null ? "" : message.value();
    long seq = number(headers.getOrDefault(CloudEventHeaders.SEQ, ""));
    String prev = headers.getOrDefault(CloudEventHeaders.PREV_HASH, "");
    if (!fault.isEmpty()) {
      // it is said already
    } else if (seq < 1) {
      fault = "header " + CloudEventHeaders.SEQ + " is not a number from 1";
    } else if (headers.getOrDefault(CloudEventHeaders.TYPE, "").isEmpty()) {
      fault = "header " + CloudEventHeaders.TYPE + " is missing";
    } else if (headers.containsKey(CloudEventHeaders.PREV_HASH) && !RecordHash.isHash(prev)) {
      fault = "header " + CloudEventHeaders.PREV_HASH + " is not a hash";
    } else if (headers.containsKey(CloudEventHeaders.ENDS)
        && !ENDS.matcher(headers.getOrDefault(CloudEventHeaders.ENDS, "")).matches()) {
      fault = "header " + CloudEventHeaders.ENDS + " does not say where partitions end";
    } else if (!isStorable(key) || key.length() > MAX_KEY) {
      fault = "its key cannot be stored";
    } else if (!isStorable(value)) {
      fault = "its value holds U+0000";
    }
    return new InboxRecord(
        message.topic(),
        message.partition(),
        fault.isEmpty() ? seq : -1 - message.offset(),
        key(key),
        storable(headers.getOrDefault(CloudEventHeaders.TYPE, "")),
        storable(headers.getOrDefault(CloudEventHeaders.ID, "")),
        storable(headers.getOrDefault(CloudEventHeaders.CORRELATION_ID, "")),
        storable(value),
        fault,
        fault.isEmpty() ? link(message, headers) : Link.NONE);
  }

  /**
   * A record of a writer that keeps no ledger: it is numbered by its offset, and what it says of
   * numbers, chains and seals is not looked at.
   *
   * @param mostChars of its value; of a longer one nothing is kept but that it was
   */
  public static InboxRecord ofOutside(ConsumerRecord<String, String> message, int mostChars) {
    Map<String, String> headers = new HashMap<>();
    String fault = headers(message, headers);
    String key = message.key() == null ? "" : message.key();
    String value = message.value() == null ? "" : message.value();
    if (!fault.isEmpty()) {
      // it is said already
    } else if (headers.getOrDefault(CloudEventHeaders.TYPE, "").isEmpty()) {
      fault = "header " + CloudEventHeaders.TYPE + " is missing";
    } else if (!isStorable(key) || key.length() > MAX_KEY) {
      fault = "its key cannot be stored";
    } else if (value.length() > mostChars) {
      fault = "its value has more than %d characters".formatted(mostChars);
    } else if (!isStorable(value)) {
      fault = "its value holds U+0000";
    }
    return new InboxRecord(
        message.topic(),
        message.partition(),
        fault.isEmpty() ? message.offset() + 1 : -1 - message.offset(),
        key(key),
        storable(headers.getOrDefault(CloudEventHeaders.TYPE, "")),
        "%s/%d/%d".formatted(message.topic(), message.partition(), message.offset()),
        "",
        value.length() > mostChars ? "" : storable(value),
        fault,
        Link.NONE);
  }

  /** Reads the headers that are acted on; what is wrong with them, or nothing. */
  private static String headers(ConsumerRecord<?, ?> message, Map<String, String> into) {
    String fault = "";
    for (Header header : message.headers()) {
      String name = header.key();
      if (!READ.contains(name)) {
        continue; // the others say nothing the inbox needs
      }
      byte[] bytes = header.value();
      if (bytes == null) {
        fault = "header " + name + " has no value";
        continue;
      }
      String text = new String(bytes, StandardCharsets.UTF_8);
      if (!isStorable(text)) {
        fault = "header " + name + " holds U+0000";
      } else if (into.put(name, text) != null) {
        fault = "header " + name + " is there twice";
      }
    }
    return fault;
  }

  private static Link link(ConsumerRecord<String, String> message, Map<String, String> headers) {
    String prev = headers.getOrDefault(CloudEventHeaders.PREV_HASH, "");
    String seal = headers.getOrDefault(CloudEventHeaders.SEAL, "");
    if (prev.isEmpty() && seal.isEmpty()) {
      return Link.NONE;
    }
    RecordHash.Content content = RecordHash.content(message);
    return new Link(
        prev,
        prev.isEmpty() ? RecordHash.alone(content) : RecordHash.next(prev, content),
        seal,
        headers.getOrDefault(CloudEventHeaders.ENDS, ""));
  }

  private static boolean isStorable(String text) {
    return text.indexOf('\0') < 0;
  }

  /** The text itself, or where PostgreSQL has no place for it its UTF-8 bytes as hex digits. */
  static String storable(String text) {
    return isStorable(text)
        ? text
        : "hex:" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String key(String key) {
    String storable = storable(key);
    return storable.length() <= MAX_KEY
        ? storable
        : "sha256:" + cn.doublerandom.eventstore.Sha256.hex(key.getBytes(StandardCharsets.UTF_8));
  }

  /** The number in plain decimal digits; -1 where it is none. */
  private static long number(String digits) {
    boolean plain = !digits.isEmpty() && digits.length() <= 18;
    for (int i = 0; plain && i < digits.length(); i++) {
      plain = digits.charAt(i) >= '0' && digits.charAt(i) <= '9';
    }
    return plain ? Long.parseLong(digits) : -1;
  }

  /**
   * Whose it is: that of the stream it is about, whose name in the sender's log its key is.
   *
   * @throws IllegalArgumentException where the key is no name of a stream
   */
  public Scope scope() {
    return StreamNames.parse(key).scope();
  }

  /** Whether the sender's number could be read, so that a repetition can be told. */
  boolean isNumbered() {
    return seq > 0;
  }

  /** The same record with nothing in it that a database could refuse: the last resort. */
  InboxRecord asBytes(String why) {
    return new InboxRecord(
        source,
        partition,
        seq,
        key,
        hex(type),
        hex(id),
        hex(correlationId),
        hex(value),
        why,
        Link.NONE);
  }

  /** A failure in words that can be stored. */
  static String reason(Throwable cause) {
    String reason = storable(cause.getClass().getSimpleName() + ": " + cause.getMessage());
    return reason.substring(0, Math.min(reason.length(), MAX_KEY));
  }

  private static String hex(String text) {
    return "hex:" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }
}
