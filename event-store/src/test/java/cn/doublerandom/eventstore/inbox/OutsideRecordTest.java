package cn.doublerandom.eventstore.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.ledger.CloudEventHeaders;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Who keeps no ledger is believed nothing of numbers and chains. */
class OutsideRecordTest {
  private static final int MOST = 20;

  private static InboxRecord read(String key, String value, Map<String, String> headers) {
    var message = new ConsumerRecord<>("receivers.receipts.v1", 2, 41, key, value);
    headers.forEach((name, text) -> message.headers().add(name, text.getBytes(UTF_8)));
    return InboxRecord.ofOutside(message, MOST);
  }

  @Test
  void its_number_is_its_offset_and_no_claim_of_a_chain_is_looked_at() {
    InboxRecord read =
        read(
            "follow-ups-1",
            "{}",
            Map.of(
                CloudEventHeaders.TYPE, "cn.doublerandom.ReceiptGiven.v1",
                CloudEventHeaders.SEQ, "999999",
                CloudEventHeaders.ID, "somebody-elses",
                CloudEventHeaders.PREV_HASH, "a".repeat(64),
                CloudEventHeaders.SEAL, "sealed"));

    assertThat(read.fault()).isEmpty();
    assertThat(read.seq()).isEqualTo(42);
    assertThat(read.id()).isEqualTo("receivers.receipts.v1/2/41");
    assertThat(read.link()).isEqualTo(InboxRecord.Link.NONE);
  }

  @Test
  void what_is_too_large_is_set_aside_without_its_content() {
    InboxRecord read =
        read("k-1", "x".repeat(MOST + 1), Map.of(CloudEventHeaders.TYPE, "cn.some.v1"));

    assertThat(read.fault()).contains("more than 20 characters");
    assertThat(read.value()).isEmpty();
    assertThat(read.seq()).isNegative();
  }

  @Test
  void a_record_without_a_type_or_with_what_cannot_be_stored_says_so() {
    assertThat(read("k-1", "{}", Map.of()).fault()).contains("is missing");
    assertThat(read("k-1", "\0", Map.of(CloudEventHeaders.TYPE, "t")).fault()).contains("U+0000");
    assertThat(read("\0", "{}", Map.of(CloudEventHeaders.TYPE, "t")).fault()).contains("key");
  }
}
