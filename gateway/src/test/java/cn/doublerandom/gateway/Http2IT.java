package cn.doublerandom.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP/2 is spoken over TLS, and is as bounded as HTTP/1. */
@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class Http2IT {
  @TestHTTPResource("/")
  URI gateway;

  @TestHTTPResource(value = "/", tls = true)
  URI secure;

  @AfterEach
  void nothing_is_left_under_way() {
    await().atMost(Duration.ofSeconds(8)).until(() -> Sockets.isAtRest());
  }

  private static int hostileAtDraw() {
    URI draw = URI.create(ConfigProvider.getConfig().getValue("test.direct.draw", String.class));
    return Sockets.state(draw).getInteger("hostile");
  }

  private static List<Map.Entry<String, String>> with(
      List<Map.Entry<String, String>> request, String name, String value) {
    List<Map.Entry<String, String>> all = new ArrayList<>(request);
    all.add(Map.entry(name, value));
    return all;
  }

  private void honestRequestsAreAnswered() throws Exception {
    assertThat(Sockets.honest(gateway, "/draw/echo")).contains("/draw/echo");
    long began = System.nanoTime();
    try (H2 client = new H2(secure)) {
      client.headers(1, true, H2.request("GET", "/draw/echo"));
      assertThat(client.answer(1).status()).isEqualTo(200);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Sockets.SOON);
  }

  @Test
  void a_browser_is_answered_in_http2_where_tls_ends_here() throws Exception {
    try (H2 client = new H2(secure)) {
      assertThat(client.protocol()).isEqualTo("h2");
      List<Map.Entry<String, String>> post = H2.request("POST", "/draw/echo");
      post = with(with(with(post, "content-length", "4"), "cookie", "a=1"), "cookie", "b=2");
      client.headers(1, false, post);
      client.frame(H2.DATA, H2.END_STREAM, 1, "body".getBytes(StandardCharsets.UTF_8));
      H2.Answer answer = client.answer(1);
      assertThat(answer.status()).isEqualTo(200);
      JsonObject seen = new JsonObject(answer.body());
      assertThat(seen.getString("body")).isEqualTo("body");
      assertThat(seen.getJsonObject("headers").getString("cookie")).isNull();
      assertThat(seen.getJsonObject("headers").getString("host")).isEqualTo("bureau.example");
      assertThat(seen.getJsonObject("headers").getString("x-forwarded-proto")).isEqualTo("https");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nX-Forwarded-For: 6.6.6.6", "a\nb", "a\rb", "a\0b"})
  void a_value_with_a_line_end_reaches_no_service(String value) throws Exception {
    int before = hostileAtDraw();
    for (int i = 0; i < 5; i++) {
      try (H2 client = new H2(secure)) {
        client.headers(1, true, with(H2.request("GET", "/draw/hostile"), "x-a", value));
        assertThat(client.answer(1).status()).isIn(0, 400);
      }
    }
    assertThat(hostileAtDraw()).isEqualTo(before);
    honestRequestsAreAnswered();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/draw/hostile HTTP/1.1\r\nX-A: b\r\n\r\nGET /draw/hostile", "/draw/ho hostile"})
  void a_path_with_a_line_end_reaches_no_service(String path) throws Exception {
    int before = hostileAtDraw();
    for (int i = 0; i < 5; i++) {
      try (H2 client = new H2(secure)) {
        client.headers(1, true, H2.request("GET", path));
        assertThat(client.answer(1).status()).isIn(0, 400);
      }
    }
    assertThat(hostileAtDraw()).isEqualTo(before);
    honestRequestsAreAnswered();
  }

  static Stream<List<Map.Entry<String, String>>> earlyRefused() {
    Map.Entry<String, String> get = Map.entry(":method", "GET");
    Map.Entry<String, String> https = Map.entry(":scheme", "https");
    Map.Entry<String, String> house = Map.entry(":authority", "bureau.example");
    Map.Entry<String, String> path = Map.entry(":path", "/draw/hostile");
    return Stream.of(
        List.of(get, https, path),
        List.of(Map.entry(":method", "OPTIONS"), https, house, Map.entry(":path", "*")),
        List.of(Map.entry(":method", "TRACE"), https, house, path),
        List.of(Map.entry(":method", "WONDER"), https, house, path),
        List.of(get, https, house, Map.entry(":path", "draw/hostile")),
        List.of(get, https, house, Map.entry(":path", "/draw/../hostile")),
        List.of(get, https, house, Map.entry(":path", "/../")),
        List.of(get, https, house, Map.entry(":path", "http://a/draw/hostile")));
  }

  @ParameterizedTest
  @MethodSource("earlyRefused")
  void what_is_refused_early_is_a_problem_like_any_other(List<Map.Entry<String, String>> request)
      throws Exception {
    int before = hostileAtDraw();
    isAnsweredByAProblem(secure, request);
    assertThat(hostileAtDraw()).isEqualTo(before);
    honestRequestsAreAnswered();
  }

  static void isAnsweredByAProblem(URI gateway, List<Map.Entry<String, String>> request)
      throws Exception {
    try (H2 client = new H2(gateway)) {
      client.headers(1, true, request);
      H2.Answer answer = client.answer(1);
      assertThat(answer.status()).isBetween(400, 499);
      assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
      assertThat(new JsonObject(answer.body()).getInteger("status")).isEqualTo(answer.status());
      assertThat(new JsonObject(answer.body()).getString("code")).isNotBlank();
      AnswerHeaders.ALWAYS.forEach((name, value) ->
          assertThat(answer.headers()).containsEntry(name.toLowerCase(Locale.ROOT), value));
      assertThat(answer.headers()).containsEntry("cache-control", "no-store");
    }
  }

  static Stream<List<Map.Entry<String, String>>> malformed() {
    Map.Entry<String, String> get = Map.entry(":method", "GET");
    Map.Entry<String, String> https = Map.entry(":scheme", "https");
    Map.Entry<String, String> house = Map.entry(":authority", "bureau.example");
    Map.Entry<String, String> path = Map.entry(":path", "/draw/hostile");
    return Stream.of(
        List.of(https, house, path),
        List.of(get, house, path),
        List.of(get, https, house),
        List.of(get, https, house, Map.entry(":path", "")),
        List.of(get, https, path, Map.entry("host", "a b")),
        List.of(get, https, house, path, Map.entry("host", "other.example")),
        List.of(get, https, Map.entry(":authority", "a b"), path),
        List.of(get, https, Map.entry(":authority", "a:65536"), path),
        List.of(Map.entry(":method", "CONNECT"), house, https, path));
  }

  /** RFC 9113 8.1.1: a stream error, after which there is nobody to be answered. */
  @ParameterizedTest
  @MethodSource("malformed")
  void a_malformed_request_ends_its_stream_and_no_other(List<Map.Entry<String, String>> request)
      throws Exception {
    int before = hostileAtDraw();
    try (H2 client = new H2(secure)) {
      client.headers(1, true, request);
      assertThat(client.answer(1).status()).isZero();
      client.headers(3, true, H2.request("GET", "/draw/echo"));
      assertThat(client.answer(3).status()).isEqualTo(200);
    }
    assertThat(hostileAtDraw()).isEqualTo(before);
  }

  @Test
  void twenty_requests_reset_at_once_stop_nobody() throws Exception {
    try (H2 client = new H2(secure)) {
      for (int i = 0; i < 20; i++) {
        int stream = 2 * i + 1;
        client.headers(stream, i % 2 == 0, H2.request("GET", "/draw/never"));
        client.frame(H2.RST_STREAM, 0, stream, new byte[] {0, 0, 0, 8});
      }
      honestRequestsAreAnswered();
      client.headers(41, true, H2.request("GET", "/draw/echo"));
      assertThat(client.answer(41).status()).isEqualTo(200);
    }
  }

  @Test
  void a_flood_of_resets_ends_the_connection() throws Exception {
    try (H2 client = new H2(secure)) {
      for (int i = 0; i < 300; i++) {
        int stream = 2 * i + 1;
        client.headers(stream, true, H2.request("GET", "/draw/never"));
        client.frame(H2.RST_STREAM, 0, stream, new byte[] {0, 0, 0, 8});
      }
      client.headers(601, true, H2.request("GET", "/draw/echo"));
      assertThat(client.answer(601).status()).isZero();
    } catch (java.net.SocketException hungUp) {
      // That is what is asked for.
    }
    honestRequestsAreAnswered();
  }

  @Test
  void more_streams_at_once_than_allowed_are_refused() throws Exception {
    try (H2 client = new H2(secure)) {
      for (int i = 0; i < 70; i++) {
        List<Map.Entry<String, String>> post = H2.request("POST", "/draw/count");
        client.headers(2 * i + 1, false, with(post, "content-length", "100"));
      }
      assertThat(client.answer(139).status()).isZero();
    }
    honestRequestsAreAnswered();
  }

  @Test
  void five_bodies_that_never_end_stop_nobody() throws Exception {
    try (H2 client = new H2(secure)) {
      for (int i = 0; i < 5; i++) {
        List<Map.Entry<String, String>> post = H2.request("POST", "/draw/count");
        client.headers(2 * i + 1, false, with(post, "content-length", "900000"));
        client.frame(H2.DATA, 0, 2 * i + 1, "unfinished".getBytes(StandardCharsets.UTF_8));
      }
      honestRequestsAreAnswered();
      assertThat(client.answer(1).status()).isEqualTo(408);
    }
  }

  @Test
  void a_body_nobody_announced_is_refused() throws Exception {
    try (H2 client = new H2(secure)) {
      client.headers(1, false, H2.request("POST", "/draw/count"));
      assertThat(client.answer(1).status()).isEqualTo(411);
      client.headers(3, false, H2.request("GET", "/draw/slow?500"));
      client.frame(H2.DATA, H2.END_STREAM, 3, "smuggled".getBytes(StandardCharsets.UTF_8));
      assertThat(client.answer(3).status()).isIn(0, 400);
    }
    honestRequestsAreAnswered();
  }

  @Test
  void headers_beyond_the_limit_are_refused() throws Exception {
    try (H2 client = new H2(secure)) {
      client.headers(1, true, with(H2.request("GET", "/draw/echo"), "x-a", "a".repeat(16_000)));
      assertThat(client.answer(1).status()).isIn(0, 431);
    } catch (java.net.SocketException hungUp) {
      // Ending the connection is as good.
    }
    honestRequestsAreAnswered();
  }
}
