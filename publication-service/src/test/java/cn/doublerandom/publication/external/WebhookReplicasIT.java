package cn.doublerandom.publication.external;

import static cn.doublerandom.publication.WebhookWay.act;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.eventstore.ledger.Announcer;
import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.eventstore.ledger.Worker;
import cn.doublerandom.publication.WebhookWay;
import cn.doublerandom.publication.application.WebhookHosts;
import cn.doublerandom.publication.application.WebhookSecrets;
import cn.doublerandom.publication.application.WebhookShelf.Claimed;
import cn.doublerandom.publication.result.Publication;
import cn.doublerandom.publication.result.ResultCommand;
import cn.doublerandom.publication.result.ResultEvent;
import cn.doublerandom.publication.webhook.Webhook;
import cn.doublerandom.publication.webhook.WebhookCommand;
import cn.doublerandom.publication.webhook.WebhookEvent;
import cn.doublerandom.servicekit.time.SystemTime;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** 推送 where several replicas run: the service of the test, and others over the same database. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "publication"))
@Order(TestStack.LAST)
class WebhookReplicasIT {
  private static final Duration LONGEST = Duration.ofSeconds(40);
  private static final int RESULTS = 12;

  /** More than one replica ever sends to one receiver at once, so that two must be at it. */
  private static final int BY_MORE_THAN_ONE = 5;

  @Inject CommandHandler<ResultCommand, ResultEvent, Publication> results;
  @Inject CommandHandler<WebhookCommand, WebhookEvent, Webhook> webhooks;
  @Inject Announcer announcer;
  @Inject EventStore store;
  @Inject Vitals vitals;
  @Inject WebhookHosts hosts;
  @Inject WebhookSecrets secrets;
  @Inject WebhookPost post;
  @Inject SystemTime time;
  @Inject Pool pool;

  private final List<String> received = new CopyOnWriteArrayList<>();
  private CountDownLatch atOnce;
  private HttpServer receiver;
  private ExecutorService threads;

  @BeforeEach
  void opens() throws Exception {
    atOnce = new CountDownLatch(BY_MORE_THAN_ONE);
    threads = Executors.newVirtualThreadPerTaskExecutor();
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.setExecutor(threads);
    receiver.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          received.add(exchange.getRequestHeaders().getFirst("webhook-id"));
          atOnce.countDown();
          exchange.sendResponseHeaders(together() ? 204 : 500, -1);
          exchange.close();
        });
    receiver.start();
  }

  /** The first wait for each other: nobody is through before another replica has begun. */
  private boolean together() {
    try {
      return atOnce.await(LONGEST.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @AfterEach
  void closes() {
    receiver.stop(0);
    threads.close();
  }

  private String address() {
    return "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
  }

  /** As a replica has it that holds itself for the leader, be it no more. */
  private Worker maker() {
    return Worker.watching(
        "another-maker",
        new WebhookMaking(pool, new KeptMessages(pool), announcer, store, webhooks, vitals));
  }

  private Worker sender() {
    return Worker.watching(
        "another-sender",
        new WebhookSending(
            new KeptMessages(pool),
            hosts,
            secrets,
            post,
            webhooks,
            time,
            List.of(Duration.ZERO, Duration.ZERO)));
  }

  private record Kept(String id, String state, int tries) {}

  private List<Kept> kept(String webhook) {
    return pool
        .preparedQuery(
            "SELECT id, state, tries FROM webhook.message WHERE webhook = $1 ORDER BY seq")
        .execute(Tuple.of(webhook))
        .await()
        .atMost(LONGEST)
        .stream()
        .map(row -> new Kept(row.getString("id"), row.getString("state"), row.getInteger("tries")))
        .toList();
  }

  @Test
  void of_replicas_that_make_and_send_at_once_each_news_is_told_by_one() {
    String id = WebhookWay.opened(address());
    act(id, "pause");
    try (Worker maker = maker();
        Worker second = sender();
        Worker third = sender()) {
      List.of(maker, second, third).forEach(Worker::start);
      for (int i = 0; i < RESULTS; i++) {
        WebhookWay.published(results);
      }
      await().atMost(LONGEST).until(() -> kept(id).size() == RESULTS);
      WebhookWay.resumed(id);
      await()
          .atMost(LONGEST)
          .until(() -> kept(id).stream().allMatch(one -> one.state().equals("DELIVERED")));
    }
    assertThat(kept(id)).hasSize(RESULTS).allMatch(one -> one.tries() == 1);
    assertThat(received)
        .containsExactlyInAnyOrderElementsOf(kept(id).stream().map(Kept::id).toList());
    act(id, "end");
  }

  @Test
  void who_comes_back_after_his_minute_settles_nothing_of_what_another_sends() {
    String id = WebhookWay.opened(address());
    act(id, "pause");
    WebhookWay.published(results);
    await().atMost(LONGEST).until(() -> kept(id).size() == 1);
    String message = kept(id).getFirst().id();
    UUID another = UUID.randomUUID();
    pool.preparedQuery(
            """
            UPDATE webhook.message
            SET tries = 2, lease = $2, leased_until = now() + interval '1 minute'
            WHERE webhook = $1
            """)
        .execute(Tuple.of(id, another))
        .await()
        .atMost(LONGEST);

    var shelf = new KeptMessages(pool);
    var late = new Claimed(Scope.HOME, id, message, "{}", 1, UUID.randomUUID());
    shelf.delivered(late).await().atMost(LONGEST);
    shelf.failed(late, "timeout", Optional.empty()).await().atMost(LONGEST);
    assertThat(kept(id)).containsExactly(new Kept(message, "WAITING", 2));

    shelf.delivered(new Claimed(Scope.HOME, id, message, "{}", 2, another)).await().atMost(LONGEST);
    assertThat(kept(id)).containsExactly(new Kept(message, "DELIVERED", 2));
    act(id, "end");
  }
}
