package cn.doublerandom.publication.application;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Metadata;
import cn.doublerandom.publication.webhook.Webhook;
import cn.doublerandom.publication.webhook.WebhookCommand;
import cn.doublerandom.publication.webhook.WebhookEvent;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/** What happened to a subscription: who asked, agreed, paused or ended it, when and why. */
@ApplicationScoped
public class WebhookStory {
  /** As many of the last events as a page shows. */
  private static final int MOST = 100;

  private final EventStore store;
  private final CommandHandler<WebhookCommand, WebhookEvent, Webhook> webhooks;

  @Inject
  WebhookStory(EventStore store, CommandHandler<WebhookCommand, WebhookEvent, Webhook> webhooks) {
    this.store = store;
    this.webhooks = webhooks;
  }

  /**
   * One event with its circumstances.
   *
   * @param day of the business
   * @param recorded the real day of the recording
   */
  public record Happened(WebhookEvent event, LocalDate day, LocalDate recorded) {}

  /** The last of what was recorded, newest first. */
  public Uni<List<Happened>> of(String id) {
    return store
        .asked()
        .flatMap(asked -> asked.load(List.of(WebhookWork.stream(id))))
        .map(events ->
            events.reversed().stream()
                .limit(MOST)
                .map(event -> {
                  Metadata known = Metadata.of(event);
                  return new Happened(
                      webhooks.decode(event),
                      BusinessClock.day(known.at()),
                      BusinessClock.day(known.recordedAt()));
                })
                .toList());
  }
}
