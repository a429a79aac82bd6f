package cn.doublerandom.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service that takes a request and does not read it. */
class UpstreamTest {
  private static final int MEGABYTE = 1024 * 1024;
  private final Vertx vertx = Vertx.vertx();
  private ServerSocket deaf;

  /** The system takes connections for it, and nobody reads from them. */
  @BeforeEach
  void listen() throws Exception {
    deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void stop() throws Exception {
    done(vertx.close());
    deaf.close();
  }

  private static <T> T done(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  /** The gateway waited two minutes for the last of them before it stopped. */
  @Test
  void a_connection_that_is_given_up_is_closed_though_the_service_does_not_read() throws Exception {
    HttpClient client = vertx.createHttpClient();
    HttpClientRequest request =
        done(client.request(HttpMethod.POST, deaf.getLocalPort(), "127.0.0.1", "/"));
    var closed = new AtomicBoolean();
    request.exceptionHandler(ignored -> {});
    request.connection().closeHandler(gone -> closed.set(true));
    request.setChunked(true);
    for (int i = 0; i < 32; i++) {
      request.write(Buffer.buffer(new byte[MEGABYTE]));
    }
    await().during(Duration.ofMillis(500)).until(() -> request.writeQueueFull() && !closed.get());

    vertx.runOnContext(now -> Upstream.giveUp(request));

    await().atMost(Duration.ofSeconds(5)).untilTrue(closed);
    assertThat(closed).isTrue();
  }
}
