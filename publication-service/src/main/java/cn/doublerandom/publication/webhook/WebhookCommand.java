package cn.doublerandom.publication.webhook;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What may be asked of the subscription of another authority. */
public sealed interface WebhookCommand {
  record AskWebhook(WebhookTerms terms, String by) implements WebhookCommand {}

  record DeclineWebhook(String reason, String by) implements WebhookCommand {}

  record AgreeWebhook(SealedSecret secret, String by) implements WebhookCommand {}

  record PauseWebhook(String reason, String by) implements WebhookCommand {}

  record ResumeWebhook(String by) implements WebhookCommand {}

  /**
   * @param hours for which the secret of now signs on beside the new one, 0 to 168
   */
  record RotateSecret(SealedSecret secret, int hours, Instant now, String by)
      implements WebhookCommand {}

  record EndWebhook(String reason, String by) implements WebhookCommand {}

  record NoteGone(String messageId) implements WebhookCommand {}

  /** One message, or all since a day. */
  record SendAgain(@Nullable String messageId, @Nullable LocalDate since, String by)
      implements WebhookCommand {}
}
