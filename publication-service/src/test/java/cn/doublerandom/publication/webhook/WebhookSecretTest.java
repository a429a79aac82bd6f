package cn.doublerandom.publication.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What another authority verifies messages with. */
class WebhookSecretTest {
  /** Of the specification's example; shorter than it allows today. */
  private static final String KEY = "plJ3nmyCDGBKInavdOK15jsl";

  private static final String TEXT = "whsec_" + KEY + "MDEyMzQ1Njc=";

  @Test
  void a_secret_is_long_enough_and_is_not_shown_by_accident() {
    assertThatThrownBy(() -> WebhookSecret.of(new byte[23]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new WebhookSecret(TEXT).toString()).doesNotContain("plJ3nmy");
  }
}
