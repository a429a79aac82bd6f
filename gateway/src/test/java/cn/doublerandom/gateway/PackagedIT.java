package cn.doublerandom.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The packaged program in a process of its own, as an office starts it: what Netty reads once for a
 * whole program no test in this one could tell, for another test may have said it before.
 */
class PackagedIT {
  private static final Path LOG = Path.of("target/packaged-test.log");
  private static final Duration HEAD = Duration.ofSeconds(2);
  private static final int CONNECTIONS = 20;
  private static URI gateway = URI.create("http://127.0.0.1/");
  private static URI operations = gateway;
  private static URI secure = gateway;
  private static Process program;

  @BeforeAll
  static void start() throws Exception {
    int port = Sockets.freePort();
    int health = Sockets.freePort();
    int tls = Sockets.freePort();
    secure = URI.create("https://127.0.0.1:" + tls + "/");
    gateway = URI.create("http://127.0.0.1:" + port + "/");
    operations = URI.create("http://127.0.0.1:" + health + "/");
    program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dquarkus.http.port=" + port,
                "-Dsuite.gateway.health.port=" + health,
                "-Dquarkus.http.ssl-port=" + tls,
                "-Dquarkus.tls.key-store.p12.path=" + FakeServices.certificate(),
                "-Dquarkus.tls.key-store.p12.password=changeit",
                "-Dsuite.gateway.time.head=2s",
                "-Dsuite.gateway.limits.connections-per-address=" + CONNECTIONS,
                "-jar",
                "target/quarkus-app/quarkus-run.jar")
            .redirectErrorStream(true)
            .redirectOutput(LOG.toFile())
            .start();
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> !program.isAlive() || Files.readString(LOG).contains("Listening on"));
    assertThat(program.isAlive()).as(Files.readString(LOG)).isTrue();
  }

  @AfterAll
  static void stop() throws Exception {
    program.destroy();
    program.waitFor();
  }

  private static Duration untilClosed(Socket socket, String drip) throws Exception {
    long began = System.nanoTime();
    socket.setSoTimeout(200);
    while (Duration.ofNanos(System.nanoTime() - began).toSeconds() < 10) {
      try {
        Sockets.send(socket, drip);
        if (socket.getInputStream().read() < 0) {
          break;
        }
      } catch (SocketTimeoutException stillOpen) {
        // and on
      } catch (IOException closed) {
        break;
      }
    }
    return Duration.ofNanos(System.nanoTime() - began);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a"})
  void a_connection_that_never_brings_its_first_request_is_ended(String drip) throws Exception {
    String begun = drip.isEmpty() ? "" : "GET / HTTP/1.1\r\nHost: x\r\nX: ";
    for (URI port : List.of(gateway, operations)) {
      try (Socket socket = Sockets.open(port, begun)) {
        assertThat(untilClosed(socket, drip)).isBetween(HEAD.dividedBy(2), HEAD.multipliedBy(2));
      }
    }
  }

  @Test
  void a_connection_that_asks_how_the_gateway_is_may_rest_as_any_other() throws Exception {
    String head = " HTTP/1.1\r\nHost: a\r\n\r\n";
    try (Socket all = Sockets.open(gateway, "GET /gateway/q/health" + head);
        Socket own = Sockets.open(operations, "GET /q/health/live" + head)) {
      assertThat(Sockets.readUntil(all, "UP\"}")).contains("200 OK");
      assertThat(Sockets.readUntil(own, "UP\"}")).contains("200 OK");
      // Nothing is waited for: that the time of a head passes without harm is what is tried.
      Thread.sleep(HEAD.plusSeconds(1));
      Sockets.send(all, "GET /gateway/q/health" + head);
      Sockets.send(own, "GET /q/health/live" + head);
      assertThat(Sockets.readUntil(all, "UP\"}")).contains("200 OK");
      assertThat(Sockets.readUntil(own, "UP\"}")).contains("200 OK");
    }
  }

  /** Of so many connections that are opened at once; operations answer meanwhile. */
  private int closedOf(int connections) throws Exception {
    List<Socket> idle = new ArrayList<>();
    try {
      for (int i = 0; i < connections; i++) {
        idle.add(Sockets.open(gateway, ""));
      }
      int closed = 0;
      for (Socket socket : idle) {
        socket.setSoTimeout(20);
        try {
          closed += socket.getInputStream().read() < 0 ? 1 : 0;
        } catch (SocketTimeoutException open) {
          // one of its share
        } catch (IOException reset) {
          closed++;
        }
      }
      assertThat(Sockets.honest(operations, "/q/health/live")).contains("UP");
      return closed;
    } finally {
      for (Socket socket : idle) {
        socket.close();
      }
    }
  }

  @Test
  void one_address_cannot_take_the_connections_of_all_and_gets_its_own_back() throws Exception {
    // What another test closed a moment ago may still count.
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(() -> assertThat(closedOf(2 * CONNECTIONS)).isEqualTo(CONNECTIONS));
    await()
        .atMost(Duration.ofSeconds(3))
        .ignoreExceptions()
        .untilAsserted(
            () -> assertThat(Sockets.honest(gateway, "/gateway/q/health")).contains("UP"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1⏎⏎",
        "GET / HTTP/1.0⏎⏎",
        "GET / HTTP/1.1⏎Host:⏎⏎",
        "GET / HTTP/1.1⏎Host: a b⏎⏎",
        "GET / HTTP/1.1⏎Host: a:b:c⏎⏎",
        "GET / HTTP/1.1⏎Host: a:99999⏎⏎",
        "GET / HTTP/1.1⏎Host: a⏎Host: b⏎⏎",
        "GET http:// HTTP/1.1⏎Host: a⏎⏎",
        "GET http://a:b:c/ HTTP/1.1⏎Host: a⏎⏎",
        "G\0T / HTTP/1.1⏎Host: a⏎⏎",
        "GET /registry/api/v1/subjects/% HTTP/1.1⏎Host: a⏎⏎",
        "POST /draw/x HTTP/1.1⏎Host: a⏎Content-Length: 3⏎Content-Length: 4⏎⏎abcd",
        "POST /draw/x HTTP/1.1⏎Host: a⏎Content-Length: 3⏎Transfer-Encoding: chunked⏎⏎0⏎⏎"
      })
  void what_is_no_request_gets_a_problem_and_leaves_no_error_in_the_log(String request)
      throws Exception {
    int before = Files.readString(LOG).length();
    try (Socket socket = Sockets.open(gateway, request.replace("⏎", "\r\n"))) {
      String answer = Sockets.readUntil(socket, "\"}");
      assertThat(answer).startsWith("HTTP/1.").contains(" 400 ", "urn:doublerandom:problem:");
      AnswerHeaders.ALWAYS.forEach(
          (name, value) -> assertThat(answer).containsIgnoringCase(name + ": " + value));
    }
    assertThat(Files.readString(LOG).substring(before)).doesNotContain("ERROR");
  }

  private static final String REFUSED_EARLY =
      """
      CONNECT a:80 HTTP/1.1|Host: a
      CONNECT /draw/echo HTTP/1.1|Host: a
      OPTIONS * HTTP/1.1|Host: a
      TRACE /draw/echo HTTP/1.1|Host: a
      WONDER /draw/echo HTTP/1.1|Host: a
      GET /../ HTTP/1.1|Host: a
      GET /draw/../../ HTTP/1.1|Host: a
      GET /draw/echo HTTP/1.1|Host: a b
      GET /draw/echo HTTP/1.1
      GET /draw/echo HTTP/1.1|Host: a|X-A: b| folded
      GET /draw/echo HTTP/1.1|Host: a|Upgrade: websocket|Connection: Upgrade
      POST /draw/count HTTP/1.1|Host: a|Content-Length: 1|Expect: wonders
      POST /draw/count HTTP/1.1|Host: a|Content-Length: 1000001
      PRI * HTTP/2.0||SM|
      GET /draw/q/metrics HTTP/1.1|Host: a\
      """;

  static Stream<String> refusedEarly() {
    return REFUSED_EARLY.lines();
  }

  private static void isProblem(String answer, int least, int most) {
    int status = Integer.parseInt(answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
    assertThat(status).as(answer).isBetween(least, most);
    assertThat(answer).containsIgnoringCase("content-type: application/problem+json");
    assertThat(answer).contains("\"status\":" + status, "\"code\":\"");
    AnswerHeaders.ALWAYS.forEach((name, value) ->
        assertThat(answer).containsIgnoringCase("\r\n" + name + ": " + value + "\r\n"));
  }

  @ParameterizedTest
  @MethodSource("refusedEarly")
  void what_is_refused_early_is_a_problem_like_any_other(String head) throws Exception {
    String bytes = head.replace("|", "\r\n") + "\r\nConnection: close\r\n\r\n";
    try (Socket socket = Sockets.open(gateway, bytes)) {
      isProblem(Sockets.readAll(socket), 400, 501);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1|Host: a",
        "GET /q/health/ HTTP/1.1|Host: a",
        "POST /q/health HTTP/1.1|Host: a|Content-Length: 0",
        "GET /../ HTTP/1.1|Host: a",
        "CONNECT a:80 HTTP/1.1|Host: a",
        "GET /q/health HTTP/1.1|Host: a|X-A: b| folded",
        "PRI * HTTP/2.0||SM|"
      })
  void the_port_of_operations_refuses_by_problems_too(String head) throws Exception {
    String bytes = head.replace("|", "\r\n") + "\r\nConnection: close\r\n\r\n";
    try (Socket socket = Sockets.open(operations, bytes)) {
      isProblem(Sockets.readAll(socket), 400, 405);
    }
  }

  @Test
  void what_operations_ask_is_answered_with_the_headers_of_every_answer() throws Exception {
    try (Socket socket =
        Sockets.open(
            operations, "GET /q/health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")) {
      String answer = Sockets.readAll(socket);
      assertThat(answer).startsWith("HTTP/1.1 200");
      AnswerHeaders.ALWAYS.forEach(
          (name, value) -> assertThat(answer).containsOnlyOnce(name + ": " + value));
    }
  }

  @Test
  void an_answer_without_a_body_has_none_though_it_refuses() throws Exception {
    try (Socket socket =
        Sockets.open(
            operations, "HEAD /q/nowhere HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")) {
      assertThat(Sockets.readAll(socket)).startsWith("HTTP/1.1 405").endsWith("\r\n\r\n");
    }
  }

  static Stream<List<Map.Entry<String, String>>> beforeRoutes() {
    Map.Entry<String, String> get = Map.entry(":method", "GET");
    Map.Entry<String, String> https = Map.entry(":scheme", "https");
    Map.Entry<String, String> house = Map.entry(":authority", "bureau.example");
    return Stream.of(
        List.of(Map.entry(":method", "CONNECT"), house),
        List.of(Map.entry(":method", "CONNECT"), Map.entry(":authority", "a:80")),
        List.of(get, https, house, Map.entry(":path", "/%")),
        List.of(get, https, house, Map.entry(":path", "/draw/%zz/x")),
        List.of(get, https, house, Map.entry(":path", "//")),
        List.of(get, https, house, Map.entry(":path", "/draw/x?%zz=%")));
  }

  @ParameterizedTest
  @MethodSource({"beforeRoutes", "cn.doublerandom.gateway.Http2IT#earlyRefused"})
  void what_http2_asks_before_a_route_is_met_is_refused_by_a_problem(
      List<Map.Entry<String, String>> request) throws Exception {
    int before = Files.readString(LOG).length();
    Http2IT.isAnsweredByAProblem(secure, request);
    assertThat(Files.readString(LOG).substring(before)).doesNotContain("ERROR");
  }

  @Test
  void a_body_behind_a_refused_address_of_http2_disturbs_no_other_request() throws Exception {
    try (H2 client = new H2(secure)) {
      // Who sends nothing else is left after 64 KiB.
      for (int stream = 1; stream < 12; stream += 2) {
        client.headers(stream, false, H2.request("POST", "/%"));
        client.frame(H2.DATA, H2.END_STREAM, stream, new byte[8_000]);
        assertThat(client.answer(stream).status()).isEqualTo(400);
      }
      client.headers(13, true, H2.request("GET", "/gateway/q/health"));
      assertThat(client.answer(13).status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /signin", "POST /signin", "POST /signout", "GET /desk"})
  void where_no_identity_provider_is_set_nobody_signs_in_and_is_told_why(String asked)
      throws Exception {
    String head = asked + " HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nConnection: close\r\n";
    try (Socket socket = Sockets.open(gateway, head + "\r\n")) {
      String answer = Sockets.readAll(socket);
      isProblem(answer, 404, 404);
      assertThat(answer).contains("sign-in-not-configured", "统一身份认证");
    }
    try (Socket socket = Sockets.open(gateway, head + "Accept: text/html\r\n\r\n")) {
      assertThat(Sockets.readAll(socket))
          .startsWith("HTTP/1.1 404")
          .contains("<h1>登录须经本单位的统一身份认证")
          .doesNotContain("<form", "Set-Cookie");
    }
  }

  /** Over TLS the first request may come with the last of the handshake. */
  @Test
  void over_tls_a_header_of_two_lines_is_refused_as_in_clear_text() throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new H2.Anyone()}, null);
    for (int i = 0; i < 20; i++) {
      try (Socket socket = context.getSocketFactory().createSocket("127.0.0.1", secure.getPort())) {
        socket.setSoTimeout(10_000);
        Sockets.send(socket, "GET /gateway/q/health HTTP/1.1\r\nHost: a\r\nX-A: b\r\n c\r\n\r\n");
        isProblem(Sockets.readAll(socket), 400, 400);
      }
    }
  }
}
