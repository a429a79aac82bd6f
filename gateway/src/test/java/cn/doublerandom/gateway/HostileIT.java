package cn.doublerandom.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What used to cut a service off for minutes: after each, the next honest request is answered. */
@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class HostileIT {
  private static final Path LOG = Path.of("target/gateway-test.log");

  @TestHTTPResource("/")
  URI gateway;

  private final List<Socket> open = new ArrayList<>();

  @AfterEach
  void nothing_is_left_under_way() throws IOException {
    for (Socket socket : open) {
      socket.close();
    }
    await().atMost(Duration.ofSeconds(8)).until(() -> Sockets.isAtRest());
  }

  private void honestRequestIsAnswered() {
    assertThat(Sockets.honest(gateway, "/draw/echo")).contains("/draw/echo");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
        "TLS/1.0",
        "websocket, h2c"
      })
  void five_upgrades_are_refused_clearly(String upgrade) throws Exception {
    for (int i = 0; i < 5; i++) {
      Socket socket =
          Sockets.open(
              gateway,
              "GET /draw/echo HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: "
                  + upgrade
                  + "\r\n\r\n");
      open.add(socket);
      assertThat(Sockets.readUntil(socket, "upgrade-refused")).startsWith("HTTP/1.1 501");
    }
    honestRequestIsAnswered();
  }

  @Test
  void an_offer_of_http2_in_clear_text_is_answered_in_http1() throws Exception {
    for (int i = 0; i < 5; i++) {
      Socket socket =
          Sockets.open(
              gateway,
              String.join(
                  "\r\n",
                  "GET /draw/echo HTTP/1.1",
                  "Host: a",
                  "Connection: Upgrade, HTTP2-Settings",
                  "Upgrade: h2c",
                  "HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA",
                  "",
                  ""));
      open.add(socket);
      assertThat(Sockets.readUntil(socket, "/draw/echo"))
          .startsWith("HTTP/1.1 200")
          .doesNotContainIgnoringCase("\"upgrade\"", "http2-settings");
    }
    honestRequestIsAnswered();
  }

  @Test
  void the_preface_of_http2_in_clear_text_ends_the_connection() throws Exception {
    for (int i = 0; i < 5; i++) {
      Socket socket = Sockets.open(gateway, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
      open.add(socket);
      Sockets.send(socket, "\0\0\0\4\0\0\0\0\0");
      assertThat(Sockets.readAll(socket)).doesNotContain("HTTP/1.1 200");
    }
    honestRequestIsAnswered();
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 50_000, 1_000_000})
  void five_bodies_that_never_end_stop_nobody_and_are_ended(int length) throws Exception {
    for (int i = 0; i < 5; i++) {
      open.add(
          Sockets.open(
              gateway,
              "POST /draw/count HTTP/1.1\r\nHost: a\r\nContent-Length: "
                  + length
                  + "\r\n\r\nunfinished"));
    }
    honestRequestIsAnswered();
    for (Socket socket : open) {
      assertThat(Sockets.readAll(socket)).containsAnyOf("body-too-slow", "part-busy");
    }
    honestRequestIsAnswered();
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 1_000_000})
  void five_bodies_cut_off_in_the_middle_stop_nobody(int length) throws Exception {
    for (int i = 0; i < 5; i++) {
      Sockets.open(
              gateway,
              "POST /draw/count HTTP/1.1\r\nHost: a\r\nContent-Length: "
                  + length
                  + "\r\n\r\nunfinished")
          .close();
    }
    honestRequestIsAnswered();
  }

  @Test
  void a_body_sent_byte_by_byte_has_a_limit_in_all() throws Exception {
    long began = System.nanoTime();
    try (Socket socket =
        Sockets.open(
            gateway, "POST /draw/count HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n")) {
      socket.setSoTimeout(300);
      String answer = "";
      while (answer.isEmpty()) {
        Sockets.send(socket, "x");
        try {
          answer = Sockets.readUntil(socket, "body-too-slow");
        } catch (java.net.SocketTimeoutException nothingYet) {
          // and on with the next byte
        }
      }
      assertThat(answer).startsWith("HTTP/1.1 408");
    }
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMinutes(1));
  }

  @Test
  void two_hundred_clients_that_hang_up_at_once_leave_nothing_behind() throws Exception {
    for (int i = 0; i < 200; i++) {
      Sockets.open(gateway, "GET /draw/slow?300 HTTP/1.1\r\nHost: a\r\n\r\n").close();
    }
    // A crowd may be told to come again, but soon everybody is served.
    await()
        .atMost(Sockets.SOON)
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(this::honestRequestIsAnswered);
  }

  @Test
  void bodies_that_never_end_take_a_bounded_memory_and_others_go_on() throws Exception {
    for (int i = 0; i < FakeServices.COLLECTED_BYTES / 10_000 + 10; i++) {
      open.add(
          Sockets.open(
              gateway,
              "POST /draw/count HTTP/1.1\r\nHost: a\r\nContent-Length: 10000\r\n\r\nunfinished"));
    }
    honestRequestIsAnswered();
  }

  @Test
  void more_sent_ahead_of_an_answer_than_an_honest_client_would_ends_the_connection()
      throws Exception {
    String head = "GET /draw/echo HTTP/1.1\r\nHost: a\r\n\r\n";
    try (Socket socket =
        Sockets.open(gateway, "GET /draw/never HTTP/1.1\r\nHost: a\r\n\r\n" + head.repeat(100))) {
      assertThat(Sockets.readUntil(socket, "part-too-slow")).startsWith("HTTP/1.1 504");
    }
    honestRequestIsAnswered();
  }

  @Test
  void a_thousand_failures_of_one_kind_leave_at_most_one_stack_trace() throws Exception {
    long before = traces();
    try (Socket socket = Sockets.open(gateway, "")) {
      for (int i = 0; i < 1000; i++) {
        Sockets.send(socket, "GET /inspection/ui/ HTTP/1.1\r\nHost: a\r\n\r\n");
        assertThat(Sockets.readUntil(socket, "part-away\"}")).startsWith("HTTP/1.1 503");
      }
    }
    await().atMost(Duration.ofSeconds(3)).until(() -> lines("/inspection/ui/ 503") >= 1000);
    assertThat(traces() - before).isLessThanOrEqualTo(1);
    honestRequestIsAnswered();
  }

  private static long traces() throws IOException {
    return lines("Caused by: ");
  }

  private static long lines(String text) throws IOException {
    try (var log = Files.lines(LOG)) {
      return log.filter(line -> line.contains(text)).count();
    }
  }
}
