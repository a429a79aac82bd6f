package cn.doublerandom.publication.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhookSecretTest {
  /** Of the specification's example; shorter than it allows today. */
  private static final String KEY = "plJ3nmyCDGBKInavdOK15jsl";

  private static final String TEXT = "whsec_" + KEY + "MDEyMzQ1Njc=";

  @Test
  void a_message_is_signed_as_the_vector_of_the_specification_is() {
    String signature =
        WebhookSecret.signature(
            Base64.getDecoder().decode(KEY),
            "msg_loFOjxBNrRLzqYUf",
            Instant.ofEpochSecond(1_731_705_121),
            "{\"event_type\":\"ping\",\"data\":{\"success\":true}}");
    assertThat(signature).isEqualTo("v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0=");
  }

  @Test
  void the_reference_library_accepts_what_is_signed() throws Exception {
    byte[] random = new byte[32];
    var secret = WebhookSecret.of(random);
    Instant now = Instant.now();
    String body = "{\"data\":{\"subjectName\":\"清河县运输有限公司\"}}";
    var headers =
        HttpHeaders.of(
            Map.of(
                "webhook-id", List.of("msg_1"),
                "webhook-timestamp", List.of(Long.toString(now.getEpochSecond())),
                "webhook-signature", List.of(secret.signature("msg_1", now, body))),
            (name, value) -> true);
    new Webhook(secret.text()).verify(body, headers);
  }

  @Test
  void a_secret_is_long_enough_and_is_not_shown_by_accident() {
    assertThatThrownBy(() -> WebhookSecret.of(new byte[23]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new WebhookSecret(TEXT).toString()).doesNotContain("plJ3nmy");
  }
}
