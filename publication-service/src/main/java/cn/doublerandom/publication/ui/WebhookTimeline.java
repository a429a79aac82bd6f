package cn.doublerandom.publication.ui;

import cn.doublerandom.pagekit.Happening;
import cn.doublerandom.publication.application.WebhookStory;
import cn.doublerandom.publication.webhook.WebhookEvent;
import java.util.List;

/** What happened to a subscription, in words. */
final class WebhookTimeline {
  private WebhookTimeline() {}

  static List<Happening> of(List<WebhookStory.Happened> story, WebhookWords words) {
    return story.stream()
        .map(happened -> {
          Said said = said(happened.event(), words);
          return Happening.of(
              said.fact(),
              said.by(),
              happened.day().toString(),
              happened.recorded().toString(),
              said.why());
        })
        .toList();
  }

  /**
   * @param by empty where the receiver did it
   */
  private record Said(String fact, String why, String by) {}

  private static Said said(WebhookEvent event, WebhookWords words) {
    return switch (event) {
      case WebhookEvent.WebhookAsked(var terms, var by) ->
          new Said(words.tAsked(terms.address()), "", by);
      case WebhookEvent.WebhookDeclined(var by, var reason) ->
          new Said(words.tDeclined(), reason, by);
      case WebhookEvent.WebhookAgreed(var by, var secret) ->
          new Said(words.tAgreed(secret.fingerprint()), "", by);
      case WebhookEvent.WebhookPaused(var by, var reason) -> new Said(words.tPaused(), reason, by);
      case WebhookEvent.WebhookResumed(var by) -> new Said(words.tResumed(), "", by);
      case WebhookEvent.WebhookSecretRotated(var by, var secret, var until) ->
          new Said(words.tRotated(secret.fingerprint()), "", by);
      case WebhookEvent.WebhookEnded(var by, var reason) -> new Said(words.tEnded(), reason, by);
      case WebhookEvent.WebhookGone(var message) -> new Said(words.tGone(message), "", "");
      case WebhookEvent.MessagesSentAgain(var by, var message, var since) ->
          new Said(
              message == null ? words.tAllAgain(String.valueOf(since)) : words.tAgain(message),
              "",
              by);
    };
  }
}
