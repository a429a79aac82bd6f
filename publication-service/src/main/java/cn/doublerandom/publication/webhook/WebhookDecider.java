package cn.doublerandom.publication.webhook;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.publication.PublicationRejection.WEBHOOK_BY_ONE_PERSON;
import static cn.doublerandom.publication.PublicationRejection.WEBHOOK_EXISTS;
import static cn.doublerandom.publication.PublicationRejection.WEBHOOK_NOT_ASKED;
import static cn.doublerandom.publication.PublicationRejection.WEBHOOK_NOT_STANDING;

import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.publication.webhook.Webhook.Active;
import cn.doublerandom.publication.webhook.Webhook.Asked;
import cn.doublerandom.publication.webhook.Webhook.Declined;
import cn.doublerandom.publication.webhook.Webhook.Ended;
import cn.doublerandom.publication.webhook.Webhook.Paused;
import cn.doublerandom.publication.webhook.Webhook.Secrets;
import cn.doublerandom.publication.webhook.Webhook.Unasked;
import cn.doublerandom.publication.webhook.WebhookCommand.AgreeWebhook;
import cn.doublerandom.publication.webhook.WebhookCommand.AskWebhook;
import cn.doublerandom.publication.webhook.WebhookCommand.DeclineWebhook;
import cn.doublerandom.publication.webhook.WebhookCommand.EndWebhook;
import cn.doublerandom.publication.webhook.WebhookCommand.NoteGone;
import cn.doublerandom.publication.webhook.WebhookCommand.PauseWebhook;
import cn.doublerandom.publication.webhook.WebhookCommand.ResumeWebhook;
import cn.doublerandom.publication.webhook.WebhookCommand.RotateSecret;
import cn.doublerandom.publication.webhook.WebhookCommand.SendAgain;
import cn.doublerandom.publication.webhook.WebhookEvent.MessagesSentAgain;
import cn.doublerandom.publication.webhook.WebhookEvent.WebhookAgreed;
import cn.doublerandom.publication.webhook.WebhookEvent.WebhookAsked;
import cn.doublerandom.publication.webhook.WebhookEvent.WebhookDeclined;
import cn.doublerandom.publication.webhook.WebhookEvent.WebhookEnded;
import cn.doublerandom.publication.webhook.WebhookEvent.WebhookGone;
import cn.doublerandom.publication.webhook.WebhookEvent.WebhookPaused;
import cn.doublerandom.publication.webhook.WebhookEvent.WebhookResumed;
import cn.doublerandom.publication.webhook.WebhookEvent.WebhookSecretRotated;
import java.time.Duration;

/**
 * One person asks, another agrees. What only protects, and what only sends again what was to be
 * told, one person does.
 */
public final class WebhookDecider implements Decider<WebhookCommand, WebhookEvent, Webhook> {
  @Override
  public Webhook initial() {
    return new Unasked();
  }

  @Override
  public Decision<WebhookEvent> decide(WebhookCommand command, Webhook webhook) {
    return switch (command) {
      case AskWebhook ask -> ask(ask, webhook);
      case DeclineWebhook decline -> decline(decline, webhook);
      case AgreeWebhook agree -> agree(agree, webhook);
      case PauseWebhook pause -> pause(pause, webhook);
      case ResumeWebhook(var by) ->
          webhook instanceof Paused ? accept(new WebhookResumed(by)) : reject(WEBHOOK_NOT_STANDING);
      case RotateSecret rotate ->
          webhook.signs().isPresent()
              ? accept(
                  new WebhookSecretRotated(
                      rotate.by(),
                      rotate.secret(),
                      rotate.now().plus(Duration.ofHours(rotate.hours()))))
              : reject(WEBHOOK_NOT_STANDING);
      case EndWebhook end -> end(end, webhook);
      case NoteGone(var messageId) ->
          webhook.signs().isPresent() ? accept(new WebhookGone(messageId)) : accept();
      case SendAgain again ->
          webhook instanceof Active || webhook instanceof Paused
              ? accept(new MessagesSentAgain(again.by(), again.messageId(), again.since()))
              : reject(WEBHOOK_NOT_STANDING);
    };
  }

  private static Decision<WebhookEvent> ask(AskWebhook ask, Webhook webhook) {
    return switch (webhook) {
      case Unasked() -> accept(new WebhookAsked(ask.terms(), ask.by()));
      case Declined declined -> accept(new WebhookAsked(ask.terms(), ask.by()));
      case Ended ended -> accept(new WebhookAsked(ask.terms(), ask.by()));
      case Asked asked -> reject(WEBHOOK_EXISTS, "field", "address");
      case Active active -> reject(WEBHOOK_EXISTS, "field", "address");
      case Paused paused -> reject(WEBHOOK_EXISTS, "field", "address");
    };
  }

  /** Who asked may take it back, too. */
  private static Decision<WebhookEvent> decline(DeclineWebhook decline, Webhook webhook) {
    if (!(webhook instanceof Asked)) {
      return reject(WEBHOOK_NOT_ASKED);
    }
    return accept(new WebhookDeclined(decline.by(), decline.reason()));
  }

  private static Decision<WebhookEvent> agree(AgreeWebhook agree, Webhook webhook) {
    if (!(webhook instanceof Asked(var terms, var by))) {
      return reject(WEBHOOK_NOT_ASKED);
    }
    return SecondPerson.isSame(by, agree.by())
        ? reject(WEBHOOK_BY_ONE_PERSON)
        : accept(new WebhookAgreed(agree.by(), agree.secret()));
  }

  private static Decision<WebhookEvent> pause(PauseWebhook pause, Webhook webhook) {
    if (!(webhook instanceof Active)) {
      return reject(WEBHOOK_NOT_STANDING);
    }
    return accept(new WebhookPaused(pause.by(), pause.reason()));
  }

  private static Decision<WebhookEvent> end(EndWebhook end, Webhook webhook) {
    if (webhook.signs().isEmpty()) {
      return reject(WEBHOOK_NOT_STANDING);
    }
    return accept(new WebhookEnded(end.by(), end.reason()));
  }

  @Override
  public Webhook evolve(Webhook webhook, WebhookEvent event) {
    return switch (event) {
      case WebhookAsked(var terms, var by) -> new Asked(terms, by);
      case WebhookDeclined declined -> new Declined(terms(webhook));
      case WebhookAgreed(var by, var secret) ->
          new Active(terms(webhook), new Secrets(secret, null, null));
      case WebhookPaused paused -> new Paused(terms(webhook), secrets(webhook));
      case WebhookResumed resumed -> new Active(terms(webhook), secrets(webhook));
      case WebhookSecretRotated(var by, var secret, var until) ->
          rotated(webhook, new Secrets(secret, secrets(webhook).now(), until));
      case WebhookEnded ended -> new Ended(terms(webhook));
      case WebhookGone gone -> new Ended(terms(webhook));
      case MessagesSentAgain again -> webhook;
    };
  }

  private static Webhook rotated(Webhook webhook, Secrets secrets) {
    return webhook instanceof Paused(var terms, var before)
        ? new Paused(terms, secrets)
        : new Active(terms(webhook), secrets);
  }

  private static WebhookTerms terms(Webhook webhook) {
    return webhook.agreed().orElseThrow(() -> new IllegalStateException("nobody asked for it"));
  }

  private static Secrets secrets(Webhook webhook) {
    return webhook.signs().orElseThrow(() -> new IllegalStateException("nothing signs for it"));
  }
}
