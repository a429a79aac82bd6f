package cn.doublerandom.eventstore.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import cn.doublerandom.eventstore.Sha256;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Utils;

/**
 * {@code hash(n) = SHA-256("dr/record/1\0" ‖ hash(n−1) ‖ F(topic) ‖ F(partition) ‖ F(seq) ‖ F(key)
 * ‖ F(type) ‖ F(id) ‖ F(time) ‖ F(streamversion) ‖ F(correlationid) ‖ F(causationid) ‖ F(chainhash)
 * ‖ F(value))} over the records of one topic and partition, hash(0) being 32 zero bytes; {@code
 * F(x)} is the length of x in UTF-8 as four bytes, then x. A header that is not there is empty.
 */
public final class RecordHash {
  public static final String START = "0".repeat(64);

  private static final byte[] TAG = "dr/record/1\0".getBytes(US_ASCII);

  private RecordHash() {}

  /** What of a record is hashed: all that anybody acts on. */
  public record Content(
      String topic,
      int partition,
      long seq,
      String key,
      String type,
      String id,
      String time,
      String streamVersion,
      String correlationId,
      String causationId,
      String chainHash,
      String value) {}

  /** The hash of a record, 64 hex digits, after one with the hash {@code before}. */
  public static String next(String before, Content content) {
    MessageDigest digest = Sha256.digest();
    digest.update(TAG);
    digest.update(HexFormat.of().parseHex(before));
    for (String field :
        List.of(
            content.topic(),
            Integer.toString(content.partition()),
            Long.toString(content.seq()),
            content.key(),
            content.type(),
            content.id(),
            content.time(),
            content.streamVersion(),
            content.correlationId(),
            content.causationId(),
            content.chainHash(),
            content.value())) {
      byte[] bytes = field.getBytes(UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The hash of a record that names its predecessor; empty where it names none. */
  public static Optional<String> of(ConsumerRecord<String, String> message) {
    String prev = TopicTails.header(message, CloudEventHeaders.PREV_HASH).orElse("");
    return isHash(prev) ? Optional.of(next(prev, content(message))) : Optional.empty();
  }

  /** What a record on a topic says of itself. */
  public static Content content(ConsumerRecord<String, String> message) {
    return new Content(
        message.topic(),
        message.partition(),
        TopicTails.seq(message),
        message.key() == null ? "" : message.key(),
        TopicTails.header(message, CloudEventHeaders.TYPE).orElse(""),
        TopicTails.header(message, CloudEventHeaders.ID).orElse(""),
        TopicTails.header(message, CloudEventHeaders.TIME).orElse(""),
        TopicTails.header(message, CloudEventHeaders.STREAM_VERSION).orElse(""),
        TopicTails.header(message, CloudEventHeaders.CORRELATION_ID).orElse(""),
        TopicTails.header(message, CloudEventHeaders.CAUSATION_ID).orElse(""),
        TopicTails.header(message, CloudEventHeaders.CHAIN_HASH).orElse(""),
        message.value() == null ? "" : message.value());
  }

  /**
   * The hash of a record that stands alone, as an anchor does: instead of a predecessor's hash 32
   * bytes 0xff, so that a record of a lane that lost its header is not taken for one.
   */
  public static String alone(Content content) {
    return next("f".repeat(START.length()), content);
  }

  /** The partition of a key, the same as Kafka's own producer takes. */
  public static int partition(String key) {
    return Utils.toPositive(Utils.murmur2(key.getBytes(UTF_8))) % TopicMaking.PARTITIONS;
  }

  /** Whether a text is such a hash. */
  public static boolean isHash(String text) {
    return text.length() == START.length()
        && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }
}
