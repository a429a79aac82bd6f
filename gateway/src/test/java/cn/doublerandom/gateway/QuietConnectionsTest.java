package cn.doublerandom.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Runs outside of Quarkus: Netty finds the hook on the class path, as it does in the packaged
 * program.
 */
class QuietConnectionsTest {
  private static final String HEAD = "GET /ok HTTP/1.1\r\nHost: a\r\n\r\n";

  private static final int FORM = 270_000;
  private static final int FILM = 26_227_310;

  /** What was not closed by then stays open. */
  private static final Duration OPEN = Duration.ofSeconds(8);

  private Vertx vertx;
  private URI server;

  @BeforeEach
  void start() throws Exception {
    System.setProperty(ChannelInitializerExtension.EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
    QuietConnections.limits(Duration.ofMillis(800), Duration.ofMillis(1500));
    vertx = Vertx.vertx();
    HttpServer http =
        vertx
            .createHttpServer()
            .requestHandler(request -> {
              if (request.path().equals("/whose")) {
                takesWhole(request);
                return;
              } else if (request.path().startsWith("/inspection/")) {
                request.pause();
                Answers.refuseAtTheDoor(vertx, request, Refusal.REQUEST_TOO_LARGE);
                return;
              }
              Runnable over = QuietConnections.busy(request, 0);
              long delay = request.path().equals("/slow") ? 2000 : 1;
              vertx.setTimer(
                  delay,
                  later -> {
                    request.response().end("answered");
                    over.run();
                  });
            })
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS);
    server = URI.create("http://127.0.0.1:" + http.actualPort() + "/");
  }

  /** Whose request it is takes a moment to know; all of its body may be here by then. */
  private void takesWhole(HttpServerRequest request) {
    request.pause();
    vertx.setTimer(
        50,
        known -> {
          Runnable over = QuietConnections.busy(request, FORM);
          request.endHandler(end -> {
            request.response().end("answered");
            over.run();
          });
          request.resume();
        });
  }

  @AfterEach
  void stop() throws Exception {
    QuietConnections.limits(Duration.ofSeconds(10), Duration.ofMinutes(1));
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  private static Duration untilClosed(Socket socket, String drip) throws Exception {
    long began = System.nanoTime();
    socket.setSoTimeout(100);
    while (Duration.ofNanos(System.nanoTime() - began).compareTo(OPEN) < 0) {
      try {
        if (!drip.isEmpty()) {
          Sockets.send(socket, drip);
        }
        if (socket.getInputStream().read() < 0) {
          break;
        }
      } catch (java.net.SocketTimeoutException stillOpen) {
        // and on
      } catch (IOException closed) {
        break;
      }
    }
    return Duration.ofNanos(System.nanoTime() - began);
  }

  @Test
  void a_head_that_comes_byte_by_byte_does_not_keep_a_connection() throws Exception {
    try (Socket socket = Sockets.open(server, "GET / HTTP/1.1\r\nX-A: ")) {
      assertThat(untilClosed(socket, "a")).isBetween(Duration.ofMillis(400), OPEN);
    }
  }

  @Test
  void a_body_that_comes_before_it_is_known_whose_it_is_is_taken_whole() throws Exception {
    String head = "POST /whose HTTP/1.1\r\nHost: a\r\nContent-Length: " + FORM + "\r\n\r\n";
    for (int i = 0; i < 20; i++) {
      try (Socket socket = Sockets.open(server, head)) {
        Sockets.send(socket, "a".repeat(FORM));
        assertThat(Sockets.readUntil(socket, "answered")).as("%d", i).contains("200 OK");
      }
    }
  }

  @Test
  void a_browser_that_still_sends_a_film_that_is_too_large_is_not_hung_up_on() throws Exception {
    String visit = "/inspection/ui/visits/130534-2023001-001-1-A";
    String head =
        "POST "
            + visit
            + "/evidence HTTP/1.1\r\nHost: a\r\nAccept: text/html\r\n"
            + "Referer: http://a"
            + visit
            + "/items/20?seen=3\r\nContent-Length: "
            + FILM
            + "\r\n\r\n";
    String anew = visit + "/items/20?refused=request-too-large";
    try (Socket socket = Sockets.open(server, head)) {
      Sockets.send(socket, "a".repeat(FILM));
      assertThat(Sockets.readUntil(socket, anew)).contains("303").doesNotContain("close");
      Sockets.send(socket, HEAD);
      assertThat(Sockets.readUntil(socket, "answered")).contains("200 OK");
    }
  }

  @Test
  void what_is_too_large_for_a_page_without_a_file_is_told_on_a_page() throws Exception {
    String head =
        "POST /inspection/ui/letters HTTP/1.1\r\nHost: a\r\nAccept: text/html\r\n"
            + "Content-Length: "
            + FILM
            + "\r\n\r\n";
    try (Socket socket = Sockets.open(server, head)) {
      Sockets.send(socket, "a".repeat(FILM));
      assertThat(Sockets.readUntil(socket, "</html>")).contains("413").contains("<header>");
    }
  }

  @Test
  void a_program_that_sends_what_is_too_large_is_hung_up_on() throws Exception {
    String head = "POST /inspection/api/v1/x HTTP/1.1\r\nHost: a\r\nContent-Length: " + FILM;
    try (Socket socket = Sockets.open(server, head + "\r\n\r\n")) {
      assertThat(untilClosed(socket, HEAD.repeat(1000))).isLessThan(Duration.ofSeconds(4));
    }
  }

  @Test
  void who_sends_more_than_he_promised_before_it_is_known_who_he_is_is_hung_up_on()
      throws Exception {
    String head = "POST /slow HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n";
    try (Socket socket = Sockets.open(server, head)) {
      assertThat(untilClosed(socket, HEAD.repeat(1000))).isLessThan(Duration.ofMillis(1500));
    }
  }

  @Test
  void a_connection_that_says_nothing_is_ended() throws Exception {
    try (Socket socket = Sockets.open(server, "")) {
      assertThat(untilClosed(socket, "")).isBetween(Duration.ofMillis(400), OPEN);
    }
  }

  @Test
  void a_request_that_takes_longer_is_answered_and_its_connection_rests_a_while() throws Exception {
    try (Socket socket = Sockets.open(server, HEAD.replace("/ok", "/slow"))) {
      assertThat(Sockets.readUntil(socket, "answered")).contains("200 OK");
      Thread.sleep(700);
      Sockets.send(socket, HEAD);
      assertThat(Sockets.readUntil(socket, "answered")).contains("200 OK");
      assertThat(untilClosed(socket, "")).isBetween(Duration.ofSeconds(1), OPEN);
    }
  }

  @Test
  void who_sends_far_ahead_of_an_answer_is_hung_up_on() throws Exception {
    try (Socket socket = Sockets.open(server, HEAD.replace("/ok", "/slow"))) {
      Sockets.send(socket, HEAD);
      assertThat(untilClosed(socket, HEAD.repeat(1000))).isLessThan(Duration.ofMillis(1500));
    }
  }
}
