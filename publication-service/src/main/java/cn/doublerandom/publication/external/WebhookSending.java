package cn.doublerandom.publication.external;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.ledger.Worker;
import cn.doublerandom.publication.application.WebhookHosts;
import cn.doublerandom.publication.application.WebhookSecrets;
import cn.doublerandom.publication.application.WebhookShelf;
import cn.doublerandom.publication.application.WebhookShelf.Claimed;
import cn.doublerandom.publication.application.WebhookWork;
import cn.doublerandom.publication.webhook.RetrySchedule;
import cn.doublerandom.publication.webhook.Webhook;
import cn.doublerandom.publication.webhook.WebhookCommand;
import cn.doublerandom.publication.webhook.WebhookEvent;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.time.SystemTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sends what is due, on threads of its own. A message is claimed for a minute, so that of two
 * replicas one sends it; who dies with it leaves it to the other, and the receiver may have it
 * twice.
 */
@ApplicationScoped
class WebhookSending implements Worker.Job {
  private static final int AT_ONCE = 20;
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Duration KEPT = Duration.ofDays(30);
  private static final int PERMILLE = 1_000;
  private static final int OK = 200;
  private static final int REDIRECTS = 300;
  private static final int GONE = 410;

  private final WebhookShelf shelf;
  private final WebhookHosts hosts;
  private final WebhookSecrets secrets;
  private final WebhookPost post;
  private final CommandHandler<WebhookCommand, WebhookEvent, Webhook> webhooks;
  private final SystemTime time;
  private final RetrySchedule schedule;

  @Inject
  WebhookSending(
      WebhookShelf shelf,
      WebhookHosts hosts,
      WebhookSecrets secrets,
      WebhookPost post,
      CommandHandler<WebhookCommand, WebhookEvent, Webhook> webhooks,
      SystemTime time,
      @ConfigProperty(name = "suite.webhooks.retries") List<Duration> retries) {
    this.shelf = shelf;
    this.hosts = hosts;
    this.secrets = secrets;
    this.post = post;
    this.webhooks = webhooks;
    this.time = time;
    this.schedule = new RetrySchedule(retries);
  }

  @Override
  public boolean turn() throws InterruptedException, ExecutionException {
    List<Claimed> due = shelf.claim(AT_ONCE, LEASE).await().atMost(LIMIT);
    if (due.isEmpty()) {
      return false;
    }
    List<Callable<Boolean>> all = due.stream().map(this::sending).toList();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> one : threads.invokeAll(all)) {
        one.get();
      }
    }
    shelf.forget(KEPT).await().atMost(LIMIT);
    return true;
  }

  private Callable<Boolean> sending(Claimed one) {
    return () -> {
      send(one);
      return true;
    };
  }

  private void send(Claimed one) throws InterruptedException {
    var own = webhooks.within(one.scope());
    Webhook webhook = own.load(WebhookWork.stream(one.webhook())).await().atMost(LIMIT).state();
    if (!(webhook instanceof Webhook.Active active)) {
      // Paused or ended a moment ago: that takes it from the queue, and this try counts.
      failed(one, "not-active");
      return;
    }
    try {
      int status =
          post.post(hosts.checked(active.terms().address()), headers(one, active), one.body());
      if (status >= OK && status < REDIRECTS) {
        shelf.delivered(one).await().atMost(LIMIT);
      } else {
        failed(one, Integer.toString(status));
      }
      if (status == GONE) {
        own.handle(
                WebhookWork.stream(one.webhook()),
                new WebhookCommand.NoteGone(one.id()),
                CommandContext.byItself("webhooks", time.now(), one.id()))
            .await()
            .atMost(LIMIT);
      }
    } catch (ProblemException refused) {
      failed(one, refused.rejection().code());
    } catch (TimeoutException e) {
      failed(one, "timeout");
    } catch (ExecutionException e) {
      failed(one, e.getCause() instanceof SSLException ? "certificate" : "unreachable");
    }
  }

  private Map<String, String> headers(Claimed one, Webhook.Active active) {
    Instant now = time.now();
    String signatures =
        active.secrets().at(now).stream()
            .map(sealed -> secrets.opened(one.scope(), one.webhook(), sealed))
            .map(secret -> WebhookSignature.of(secret.key(), one.id(), now, one.body()))
            .collect(Collectors.joining(" "));
    return Map.of(
        "content-type",
        "application/json",
        "user-agent",
        "double-random-webhooks",
        "webhook-id",
        one.id(),
        "webhook-timestamp",
        Long.toString(now.getEpochSecond()),
        "webhook-signature",
        signatures);
  }

  private void failed(Claimed one, String fault) {
    Optional<Duration> again =
        schedule.after(one.tries(), ThreadLocalRandom.current().nextInt(PERMILLE));
    shelf.failed(one, fault, again).await().atMost(LIMIT);
  }

  @Override
  public void close() {
    // Holds nothing between turns.
  }
}
