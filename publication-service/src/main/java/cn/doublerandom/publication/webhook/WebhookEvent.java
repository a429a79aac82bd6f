package cn.doublerandom.publication.webhook;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happens to the subscription of another authority. */
public sealed interface WebhookEvent {
  record WebhookAsked(WebhookTerms terms, String by) implements WebhookEvent {}

  record WebhookDeclined(String by, String reason) implements WebhookEvent {}

  record WebhookAgreed(String by, SealedSecret secret) implements WebhookEvent {}

  record WebhookPaused(String by, String reason) implements WebhookEvent {}

  record WebhookResumed(String by) implements WebhookEvent {}

  /**
   * Another secret signs.
   *
   * @param formerUntil until then the one before signs beside it
   */
  record WebhookSecretRotated(String by, SealedSecret secret, Instant formerUntil)
      implements WebhookEvent {}

  record WebhookEnded(String by, String reason) implements WebhookEvent {}

  /** The receiver itself answered that it is gone (410). */
  record WebhookGone(String messageId) implements WebhookEvent {}

  /**
   * Dead letters are sent once more.
   *
   * @param messageId absent where all of them are
   * @param since first day they are of; absent where one is
   */
  record MessagesSentAgain(String by, @Nullable String messageId, @Nullable LocalDate since)
      implements WebhookEvent {}
}
