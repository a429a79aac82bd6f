package cn.doublerandom.publication.webhook;

import static cn.doublerandom.publication.PublicationRejection.WEBHOOK_BY_ONE_PERSON;
import static cn.doublerandom.publication.PublicationRejection.WEBHOOK_EXISTS;
import static cn.doublerandom.publication.PublicationRejection.WEBHOOK_NOT_ASKED;
import static cn.doublerandom.publication.PublicationRejection.WEBHOOK_NOT_STANDING;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.publication.webhook.WebhookCommand.AgreeWebhook;
import cn.doublerandom.publication.webhook.WebhookCommand.AskWebhook;
import cn.doublerandom.publication.webhook.WebhookCommand.NoteGone;
import cn.doublerandom.publication.webhook.WebhookCommand.RotateSecret;
import cn.doublerandom.publication.webhook.WebhookCommand.SendAgain;
import cn.doublerandom.publication.webhook.WebhookEvent.WebhookAgreed;
import cn.doublerandom.publication.webhook.WebhookEvent.WebhookAsked;
import cn.doublerandom.publication.webhook.WebhookEvent.WebhookEnded;
import cn.doublerandom.publication.webhook.WebhookEvent.WebhookGone;
import cn.doublerandom.publication.webhook.WebhookEvent.WebhookSecretRotated;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookDeciderTest {
  private static final WebhookTerms TERMS =
      new WebhookTerms(
          "清河县财政局", "https://hooks.example.org/", List.of(WebhookNews.RESULT_PUBLISHED));
  private static final SealedSecret FIRST = new SealedSecret("0011223344556677", "first");
  private static final SealedSecret SECOND = new SealedSecret("8899aabbccddeeff", "second");
  private static final Instant NOON = Instant.parse("2023-06-16T04:00:00Z");
  private static final WebhookAsked ASKED = new WebhookAsked(TERMS, "JC001");
  private static final WebhookAgreed AGREED = new WebhookAgreed("JC002", FIRST);

  private final DeciderSpecification<WebhookCommand, WebhookEvent, Webhook> webhook =
      DeciderSpecification.of(new WebhookDecider());

  @Test
  void whoever_asked_does_not_agree() {
    webhook.given(ASKED).when(new AgreeWebhook(FIRST, "jc001")).thenRejected(WEBHOOK_BY_ONE_PERSON);
  }

  @Test
  void another_person_agrees_and_the_secret_is_made() {
    webhook.given(ASKED).when(new AgreeWebhook(FIRST, "JC002")).then(AGREED);
  }

  @Test
  void nobody_agrees_to_what_nobody_asked() {
    webhook.given().when(new AgreeWebhook(FIRST, "JC002")).thenRejected(WEBHOOK_NOT_ASKED);
  }

  @Test
  void an_address_has_one_subscription() {
    webhook.given(ASKED, AGREED).when(new AskWebhook(TERMS, "JC003")).thenRejected(WEBHOOK_EXISTS);
  }

  @Test
  void what_ended_may_be_asked_for_again() {
    webhook
        .given(ASKED, AGREED, new WebhookEnded("JC001", "不再需要"))
        .when(new AskWebhook(TERMS, "JC003"))
        .then(new WebhookAsked(TERMS, "JC003"));
  }

  @Test
  void a_receiver_that_is_gone_ends_it_once() {
    webhook.given(ASKED, AGREED, new WebhookGone("msg_1")).when(new NoteGone("msg_2")).then();
  }

  @Test
  void dead_letters_of_an_ended_one_are_not_sent_again() {
    webhook
        .given(ASKED, AGREED, new WebhookGone("msg_1"))
        .when(new SendAgain("msg_1", null, "JC001"))
        .thenRejected(WEBHOOK_NOT_STANDING);
  }

  @Test
  void the_secret_before_signs_beside_the_new_one_for_the_stated_hours() {
    webhook
        .given(ASKED, AGREED)
        .when(new RotateSecret(SECOND, 24, NOON, "JC001"))
        .then(new WebhookSecretRotated("JC001", SECOND, NOON.plusSeconds(86_400)));
  }

  @Test
  void from_the_stated_moment_on_only_the_new_secret_signs() {
    var secrets = new Webhook.Secrets(SECOND, FIRST, NOON);
    assertThat(secrets.at(NOON.minusMillis(1))).containsExactly(SECOND, FIRST);
    assertThat(secrets.at(NOON)).containsExactly(SECOND);
  }
}
