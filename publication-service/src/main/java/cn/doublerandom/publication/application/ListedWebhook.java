package cn.doublerandom.publication.application;

import cn.doublerandom.publication.webhook.SealedSecret;
import cn.doublerandom.publication.webhook.Webhook;
import cn.doublerandom.publication.webhook.WebhookNews;
import cn.doublerandom.publication.webhook.WebhookTerms;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A subscription; its secret is in none of its members.
 *
 * @param askedBy who asked, while it waits for another person
 * @param secret fingerprint of what signs; absent where nothing does
 * @param formerUntil until then the secret before signs, too; absent where none does
 */
public record ListedWebhook(
    String id,
    WebhookShelf.Stage state,
    @Nullable String authority,
    @Nullable String address,
    List<WebhookNews> news,
    @Nullable String askedBy,
    @Nullable String secret,
    @Nullable Instant formerUntil) {
  /** Of what it is. */
  public static ListedWebhook of(String id, Webhook webhook) {
    Optional<WebhookTerms> terms = webhook.agreed();
    Optional<Webhook.Secrets> signs = webhook.signs();
    return new ListedWebhook(
        id,
        WebhookShelf.Stage.of(webhook),
        terms.map(WebhookTerms::authority).orElse(null),
        terms.map(WebhookTerms::address).orElse(null),
        terms.map(WebhookTerms::news).orElse(List.of()),
        webhook instanceof Webhook.Asked asked ? asked.by() : null,
        signs.map(Webhook.Secrets::now).map(SealedSecret::fingerprint).orElse(null),
        signs.map(Webhook.Secrets::formerUntil).orElse(null));
  }
}
