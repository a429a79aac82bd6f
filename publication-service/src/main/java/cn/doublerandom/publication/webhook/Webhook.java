package cn.doublerandom.publication.webhook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 推送订阅 of another authority.
 *
 * <pre>
 * Unasked ──ask──▶ Asked ──agree──▶ Active ◀──pause, resume──▶ Paused
 *                  │   ▲             │                          │
 *            decline   ask           └────end, 410──▶ Ended ◀───┘
 *                  ▼   │                                └──ask──▶ Asked
 *                 Declined
 * </pre>
 */
public sealed interface Webhook {
  /** Nobody asked. */
  record Unasked() implements Webhook {}

  /** One person asked, another has to agree. */
  record Asked(WebhookTerms terms, String by) implements Webhook {}

  /** It was not agreed to, or who asked took it back; it can be asked for again. */
  record Declined(WebhookTerms terms) implements Webhook {}

  /** It is told. */
  record Active(WebhookTerms terms, Secrets secrets) implements Webhook {}

  /** It is not told for a while; what happens meanwhile is kept for it. */
  record Paused(WebhookTerms terms, Secrets secrets) implements Webhook {}

  /** It is told no more. */
  record Ended(WebhookTerms terms) implements Webhook {}

  /** The terms, where there are any, agreed to or not. */
  default Optional<WebhookTerms> agreed() {
    return switch (this) {
      case Unasked() -> Optional.empty();
      case Asked(var terms, var by) -> Optional.of(terms);
      case Declined(var terms) -> Optional.of(terms);
      case Active(var terms, var secrets) -> Optional.of(terms);
      case Paused(var terms, var secrets) -> Optional.of(terms);
      case Ended(var terms) -> Optional.of(terms);
    };
  }

  /** What it is signed with, where it is told or will be again. */
  default Optional<Secrets> signs() {
    return switch (this) {
      case Unasked() -> Optional.empty();
      case Asked asked -> Optional.empty();
      case Declined declined -> Optional.empty();
      case Active(var terms, var secrets) -> Optional.of(secrets);
      case Paused(var terms, var secrets) -> Optional.of(secrets);
      case Ended ended -> Optional.empty();
    };
  }

  /**
   * What messages are signed with.
   *
   * @param former signs beside it; absent where it was never changed
   * @param formerUntil from then on the former signs nothing; absent like it
   */
  record Secrets(SealedSecret now, @Nullable SealedSecret former, @Nullable Instant formerUntil) {
    /** Those that sign at a moment, the newest first. */
    public List<SealedSecret> at(Instant moment) {
      List<SealedSecret> signing = new ArrayList<>(List.of(now));
      if (former != null && formerUntil != null && moment.isBefore(formerUntil)) {
        signing.add(former);
      }
      return List.copyOf(signing);
    }
  }
}
