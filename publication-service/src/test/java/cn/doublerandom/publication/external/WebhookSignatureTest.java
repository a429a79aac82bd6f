package cn.doublerandom.publication.external;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.publication.webhook.WebhookSecret;
import com.standardwebhooks.Webhook;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The signature of the specification, by its own example and by its own library. */
class WebhookSignatureTest {
  /** Of the specification's example; shorter than it allows today. */
  private static final String KEY = "plJ3nmyCDGBKInavdOK15jsl";

  @Test
  void a_message_is_signed_as_the_vector_of_the_specification_is() {
    String signature =
        WebhookSignature.of(
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
                "webhook-signature",
                    List.of(WebhookSignature.of(secret.key(), "msg_1", now, body))),
            (name, value) -> true);
    new Webhook(secret.text()).verify(body, headers);
  }
}
