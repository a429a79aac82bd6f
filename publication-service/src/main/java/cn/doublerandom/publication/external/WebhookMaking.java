package cn.doublerandom.publication.external;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Metadata;
import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.eventstore.StreamNames;
import cn.doublerandom.eventstore.ledger.Announcement;
import cn.doublerandom.eventstore.ledger.Announcer;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.ledger.LedgerReader;
import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.eventstore.ledger.Worker;
import cn.doublerandom.eventstore.memory.MemoryEvent;
import cn.doublerandom.publication.PublicationStreams;
import cn.doublerandom.publication.application.WebhookShelf;
import cn.doublerandom.publication.application.WebhookShelf.Step;
import cn.doublerandom.publication.webhook.Webhook;
import cn.doublerandom.publication.webhook.WebhookCommand;
import cn.doublerandom.publication.webhook.WebhookEvent;
import cn.doublerandom.publication.webhook.WebhookNews;
import cn.doublerandom.publication.webhook.WebhookTerms;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads on in the ledger and makes the messages, each of the JSON that stands on the public topic.
 * Who is subscribed is known as of the same place of the ledger.
 */
@ApplicationScoped
class WebhookMaking implements Worker.Job {
  private static final String TOPIC = "publication.events.v1";
  private static final int AT_ONCE = 500;
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Pool pool;
  private final WebhookShelf shelf;
  private final Announcer announcer;
  private final EventStore store;
  private final CommandHandler<WebhookCommand, WebhookEvent, Webhook> webhooks;
  private final Vitals vitals;

  @Inject
  WebhookMaking(
      Pool pool,
      WebhookShelf shelf,
      Announcer announcer,
      EventStore store,
      CommandHandler<WebhookCommand, WebhookEvent, Webhook> webhooks,
      Vitals vitals) {
    this.pool = pool;
    this.shelf = shelf;
    this.announcer = announcer;
    this.store = store;
    this.webhooks = webhooks;
    this.vitals = vitals;
  }

  @Override
  public boolean turn() {
    if (!vitals.isLeader()) {
      return false;
    }
    long from = shelf.reach().await().atMost(LIMIT);
    List<LedgerEntry> entries = new LedgerReader(pool).after(from, AT_ONCE).await().atMost(LIMIT);
    if (entries.isEmpty()) {
      return false;
    }
    List<Step> steps = new ArrayList<>();
    Map<Scope, Boolean> asks = new HashMap<>();
    for (LedgerEntry entry : entries) {
      if (!MemoryEvent.isIn(entry.event().stream())) {
        StreamNames.Scoped named = StreamNames.parse(entry.event().stream());
        if (asks.computeIfAbsent(named.scope(), this::asks)) {
          steps(entry.named(named.name()), named).forEach(steps::add);
        }
      }
    }
    shelf.add(from, entries.getLast().seq(), steps).await().atMost(LIMIT);
    return true;
  }

  /** Where nobody ever asked, nothing is made: a subscription is known before its first event. */
  private boolean asks(Scope scope) {
    return !shelf.known(scope).await().atMost(LIMIT).isEmpty();
  }

  private Stream<Step> steps(LedgerEntry own, StreamNames.Scoped named) {
    if (PublicationStreams.WEBHOOK.has(named.name())) {
      return Stream.of(standing(own, named));
    } else if (!PublicationStreams.RESULT.has(named.name())
        && !PublicationStreams.BULLETIN_NOTICE.has(named.name())) {
      return Stream.of();
    }
    return announcer.within(store.in(named.scope())).announce(own.event()).stream()
        .filter(said -> said.topic().equals(TOPIC))
        .flatMap(said -> news(own, named, said).stream());
  }

  private Step standing(LedgerEntry own, StreamNames.Scoped named) {
    Webhook webhook =
        webhooks
            .within(named.scope())
            .stateAt(named.name(), own.event().version())
            .await()
            .atMost(LIMIT);
    return new WebhookShelf.Standing(
        named.scope(),
        PublicationStreams.WEBHOOK.id(named.name()),
        WebhookShelf.Stage.of(webhook),
        webhook.agreed().map(WebhookTerms::news).orElse(List.of()));
  }

  private static Optional<Step> news(LedgerEntry own, StreamNames.Scoped named, Announcement said) {
    Instant at = Metadata.of(own.event()).recordedAt();
    return WebhookNews.of(said.type())
        .map(what ->
            new WebhookShelf.News(
                named.scope(),
                "msg_" + own.event().id().toString().replace("-", ""),
                own.seq(),
                what,
                "{\"data\":%s,\"timestamp\":\"%s\",\"type\":\"%s\"}"
                    .formatted(said.value(), at, said.type()),
                at));
  }

  @Override
  public void close() {
    // Holds nothing between turns.
  }
}
