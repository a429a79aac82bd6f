package cn.doublerandom.servicekit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.person.MasterKey;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JustDoneTest {
  private static final String PAGE = "/registry/ui/requests";
  private static final Instant NOON = Instant.parse("2023-06-16T04:00:00Z");

  private final MasterKey key = MasterKey.create();
  private final JustDone justDone = new JustDone(() -> key);
  private final String said = justDone.said("approve", "approver", PAGE, NOON);

  @Test
  void who_is_sent_to_a_page_is_told_there_what_he_did() {
    assertThat(said).startsWith("approve.");
    assertThat(justDone.proven(said, "approver", PAGE, NOON.plusSeconds(2))).contains("approve");
  }

  @Test
  void another_process_of_the_service_tells_the_same() {
    assertThat(new JustDone(() -> key).proven(said, "approver", PAGE, NOON)).contains("approve");
  }

  @Test
  void nothing_is_told_to_another_account_or_on_another_page() {
    assertThat(justDone.proven(said, "registrar", PAGE, NOON)).isEmpty();
    assertThat(justDone.proven(said, "approver", "/registry/ui/memory", NOON)).isEmpty();
  }

  @Test
  void what_was_done_a_while_ago_is_told_no_more() {
    assertThat(justDone.proven(said, "approver", PAGE, NOON.plus(Duration.ofMinutes(11))))
        .isEmpty();
  }

  @Test
  void a_word_is_not_exchanged_for_another() {
    String other = said.replace("approve", "decline");
    assertThat(justDone.proven(other, "approver", PAGE, NOON)).isEmpty();
  }

  @Test
  void a_service_with_another_key_does_not_believe_it() {
    var other = new JustDone(MasterKey::create);
    assertThat(other.proven(said, "approver", PAGE, NOON)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "approve", "approve.", "approve.1.2", "approve.99999999999999.x", "."})
  void what_is_typed_by_hand_says_nothing(String typed) {
    assertThat(justDone.proven(typed, "approver", PAGE, NOON)).isEmpty();
  }
}
