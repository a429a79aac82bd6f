package cn.doublerandom.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.doublerandom.pagekit.KitFile;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class RoutingIT {
  @TestHTTPResource("/")
  URI gateway;

  @AfterEach
  void nothing_is_left_under_way() {
    await().atMost(Duration.ofSeconds(5)).until(() -> Sockets.isAtRest());
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(path));
      if (headers.length > 0) {
        request.headers(headers);
      }
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  private String raw(String bytes) throws Exception {
    try (Socket socket = Sockets.open(gateway, bytes)) {
      return Sockets.readAll(socket);
    }
  }

  @Test
  void each_service_stands_under_its_own_path_and_the_portal_under_the_rest() throws Exception {
    assertThat(new JsonObject(get("/registry/api/v1/echo?x=%E5%BC%A0").body()).getString("uri"))
        .isEqualTo("/registry/api/v1/echo?x=%E5%BC%A0");
    assertThat(new JsonObject(get("/draw/echo").body()).getString("uri")).isEqualTo("/draw/echo");
    assertThat(new JsonObject(get("/echo").body()).getString("uri"))
        .isEqualTo("/publication/ui/echo");
    assertThat(get("/").body()).isEqualTo("/publication/ui/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/draw/q",
        "/draw/q/",
        "/draw/q/metrics",
        "/registry/q/health/ready",
        "/publication/q/openapi/",
        "/inspection/q/openapi.json",
        "/inspection/q/dev-ui?x=/q/openapi"
      })
  void what_is_for_operations_is_not_served_outside(String path) throws Exception {
    int before = Sockets.state(direct("draw")).getInteger("requests");
    assertThat(get(path).statusCode()).isEqualTo(404);
    assertThat(Sockets.state(direct("draw")).getInteger("requests")).isEqualTo(before);
    get("/draw/q/openapi?format=json");
    assertThat(Sockets.state(direct("draw")).getInteger("requests")).isEqualTo(before + 1);
  }

  @Test
  void every_answer_says_what_a_browser_may_do_with_it() throws Exception {
    var list = new JsonObject(Files.readString(Path.of("../docs/vectors/answer-headers.json")));
    for (String path :
        List.of("/", "/draw/echo", "/draw/..;/x", "/draw/q/metrics", "/gateway/q/health")) {
      HttpResponse<String> anonymous = get(path);
      HttpResponse<String> bearer = get(path, "Authorization", "Bearer x");
      HttpResponse<String> cookie = get(path, "Cookie", "session=x");
      list.getJsonObject("always")
          .forEach(h ->
              assertThat(anonymous.headers().allValues(h.getKey()))
                  .as(path)
                  .containsExactly(h.getValue().toString()));
      assertThat(bearer.headers().allValues("Cache-Control")).as(path).containsExactly("no-store");
      assertThat(cookie.headers().allValues("Cache-Control")).as(path).containsExactly("no-store");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/draw/..;/registry",
        "/draw/%2e%2e/registry",
        "/draw//echo",
        "/draw/./echo",
        "/draw/../echo",
        "/draw%2fecho",
        "/draw%5cecho",
        "/draw/echo%00",
        "/draw/ec\\ho",
        "/draw/echo#x",
        "/draw/\u00e4",
        "draw/echo",
        "http://other.example/draw/echo",
        "*"
      })
  void a_path_that_could_be_read_in_two_ways_reaches_no_service(String path) throws Exception {
    int before = Sockets.state(direct("draw")).getInteger("requests");
    String answer = raw("GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 4");
    assertThat(Sockets.state(direct("draw")).getInteger("requests")).isEqualTo(before);
  }

  @Test
  void a_refusal_is_a_problem_with_a_stable_code() throws Exception {
    String answer = raw("GET /draw//x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    assertThat(answer)
        .contains("application/problem+json")
        .contains("\"code\":\"path-refused\"")
        .contains("urn:doublerandom:problem:path-refused");
  }

  @ParameterizedTest
  @CsvSource({
    "POST /draw/count HTTP/1.1|Host: a|Content-Length: 1000001, 413",
    "POST /draw/count HTTP/1.1|Host: a|Content-Length: 99999999999999999999, 400",
    "POST /draw/count HTTP/1.1|Host: a|Transfer-Encoding: chunked, 411",
    "POST /draw/count HTTP/1.1|Host: a|Transfer-Encoding: gzip, 400",
    "POST /registry/api/v1/subjects/imports HTTP/1.1|Host: a|Content-Length: 545259521, 413",
    "POST /draw/imports HTTP/1.1|Host: a|Content-Length: 1000001, 413",
    "POST /registry/api/v1/subjects/imports HTTP/1.1|Host: a|Content-Type:"
        + " application/json|Content-Length: 1000001, 413",
    "POST /draw/api/v1/plans/x/imports HTTP/1.1|Host: a|Transfer-Encoding: chunked, 411",
    "POST /draw/count HTTP/1.1|Host: a|Content-Length: 1|Expect: wonders, 417",
    "TRACE /draw/echo HTTP/1.1|Host: a, 405",
    "CONNECT a:80 HTTP/1.1|Host: a, 4",
    "GET /draw/echo HTTP/1.1|Host: a|Host: b, 400",
    "GET /draw/echo HTTP/1.1|Host: a|Authorization: Bearer a|Authorization: Bearer b, 400",
    "GET /draw/echo HTTP/1.1|Host: a b, 400",
    "GET /draw/echo HTTP/1.1|X-A: b, 400"
  })
  void what_no_service_should_see_is_refused_by_its_head(String head, String status)
      throws Exception {
    String answer = raw(head.replace("|", "\r\n") + "\r\nConnection: close\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 " + status);
  }

  @Test
  void a_file_too_large_for_anything_is_told_at_the_form_it_was_sent_from_and_not_read()
      throws Exception {
    int before = Sockets.state(direct("registry")).getInteger("requests");
    String head =
        "POST %s HTTP/1.1\r\nHost: a\r\nAccept: %s\r\nContent-Type: multipart/form-data;"
            + " boundary=x\r\nContent-Length: 2147483648\r\nConnection: close\r\n\r\n";

    String person = raw(head.formatted("/registry/ui/subjects/imports", "text/html"));
    String program = raw(head.formatted("/registry/ui/subjects/imports", "application/json"));

    assertThat(person)
        .startsWith("HTTP/1.1 303")
        .containsIgnoringCase(
            "\r\nlocation: /registry/ui/subjects/imports?refused=request-too-large\r\n");
    assertThat(program).startsWith("HTTP/1.1 413").contains("request-too-large");
    assertThat(raw(head.formatted("/draw/ui/plans", "text/html"))).startsWith("HTTP/1.1 413");
    assertThat(Sockets.state(direct("registry")).getInteger("requests")).isEqualTo(before);
    for (String page :
        List.of(
            "/publication/ui/objections/130534-2023001-001-1-A/HZHPG-H43TP",
            "/inspection/ui/visits/130534-2023001-001-1-A")) {
      assertThat(raw(head.formatted(page + "/evidence", "text/html")))
          .startsWith("HTTP/1.1 303")
          .containsIgnoringCase("\r\nlocation: " + page + "?refused=request-too-large\r\n");
    }
  }

  @Test
  void a_plan_too_large_for_anything_is_told_at_the_form_it_was_sent_from() throws Exception {
    String head =
        "POST %s HTTP/1.1\r\nHost: a\r\nAccept: text/html\r\nContent-Type: multipart/form-data;"
            + " boundary=x\r\nContent-Length: 60000000\r\nConnection: close\r\n\r\n";

    assertThat(raw(head.formatted("/draw/ui/plans/imports")))
        .startsWith("HTTP/1.1 303")
        .containsIgnoringCase("\r\nlocation: /draw/ui/plans/import?refused=request-too-large\r\n");
    assertThat(raw(head.formatted("/draw/ui/plans/130534-2023/adjustments")))
        .startsWith("HTTP/1.1 303")
        .containsIgnoringCase(
            "\r\nlocation: /draw/ui/plans/import?plan=130534-2023&refused=request-too-large\r\n");
  }

  @Test
  void who_still_sends_a_file_that_is_too_large_reads_where_its_form_is() throws Exception {
    int length = 12_000_000;
    String head =
        """
        POST /publication/ui/objections/130534-2023001-001-1-A/HZHPG-H43TP/evidence HTTP/1.1
        Host: a
        Accept: text/html
        Content-Type: multipart/form-data; boundary=x
        Content-Length: %d

        """
            .formatted(length)
            .replace("\n", "\r\n");
    try (Socket socket = Sockets.open(gateway, head)) {
      OutputStream out = socket.getOutputStream();
      for (int sent = 0; sent < length; sent += 1_000_000) {
        out.write(new byte[1_000_000]);
      }
      String answer =
          new String(socket.getInputStream().readNBytes(300), StandardCharsets.ISO_8859_1);
      assertThat(answer)
          .startsWith("HTTP/1.1 303")
          .contains("HZHPG-H43TP?refused=request-too-large");
    }
  }

  private static void isProblem(String answer) {
    assertThat(answer).startsWith("HTTP/1.1 400");
    assertThat(answer).containsIgnoringCase("content-type: application/problem+json");
    AnswerHeaders.ALWAYS.forEach((name, value) ->
        assertThat(answer).containsIgnoringCase("\r\n" + name + ": " + value + "\r\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "authorization",
        "close, Authorization",
        "Cookie",
        "X-Forwarded-For",
        "x-forwarded-host, close",
        "Forwarded",
        "Host",
        "Content-Length",
        "Content-Type",
        "Transfer-Encoding",
        "Idempotency-Key",
        "If-Match",
        "Origin",
        "Sec-Fetch-Site",
        "X-Gateway-Roles",
        "Accept",
        "a b",
        "\"x\"",
        "close;x"
      })
  void nobody_has_a_header_dropped_that_is_of_the_request(String named) throws Exception {
    int before = Sockets.state(direct("draw")).getInteger("requests");
    String answer =
        raw(
            "GET /draw/echo HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer t\r\nConnection: "
                + named
                + "\r\nConnection: close\r\n\r\n");
    isProblem(answer);
    assertThat(answer).contains("\"code\":\"header-refused\"");
    assertThat(Sockets.state(direct("draw")).getInteger("requests")).isEqualTo(before);
  }

  @Test
  void headers_of_a_connection_and_forged_ones_do_not_go_on() throws Exception {
    String answer =
        raw(
            String.join(
                "\r\n",
                "GET /draw/echo HTTP/1.1",
                "Host: bureau.example:8080",
                "Connection: close",
                "Connection: Keep-Alive, X-Secret",
                "X-Secret: 1",
                "Keep-Alive: 5",
                "TE: trailers",
                "Proxy-Authorization: a",
                "X-Forwarded-For: 6.6.6.6",
                "Forwarded: for=6.6.6.6",
                "X-Forwarded-Prefix: /x",
                "X-Gateway-Roles: supervisor",
                "X-Real-IP: 6.6.6.6",
                "Authorization: Bearer t",
                "Cookie: a=1",
                "X-Own: kept",
                "",
                ""));
    JsonObject seen =
        new JsonObject(answer.substring(answer.indexOf("\r\n\r\n"))).getJsonObject("headers");
    assertThat(seen.fieldNames())
        .containsExactlyInAnyOrder(
            "host",
            "x-forwarded-host",
            "x-forwarded-proto",
            "x-forwarded-for",
            "authorization",
            "x-own");
    assertThat(seen.getString("x-forwarded-for")).isEqualTo("127.0.0.1");
    assertThat(seen.getString("host")).isEqualTo("bureau.example:8080");
    assertThat(answer).contains("X-Kept: 1").doesNotContain("X-Hop");
  }

  @Test
  void an_answer_without_a_body_keeps_what_its_head_says() throws Exception {
    String answer = raw("HEAD /draw/sized HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 200").containsIgnoringCase("content-length: 7");
    assertThat(answer).endsWith("\r\n\r\n");
  }

  @Test
  void requests_sent_one_behind_the_other_are_answered_in_order() throws Exception {
    String post = "POST /draw/echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\n";
    String answer =
        raw(
            post
                + "one"
                + post
                + "two"
                + "GET /registry/echo HTTP/1.1\r\nHost: a\r\n\r\n"
                + "GET /echo HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    assertThat(answer)
        .containsSubsequence("\"body\":\"one\"", "\"body\":\"two\"", "/registry/echo", "/ui/echo");
  }

  @Test
  void a_part_that_is_away_is_named_and_the_others_go_on() throws Exception {
    HttpResponse<String> program = get("/inspection/api/v1/visits");
    assertThat(program.statusCode()).isEqualTo(503);
    assertThat(program.headers().firstValue("Retry-After")).isPresent();
    assertThat(new JsonObject(program.body()).getString("code")).isEqualTo("part-away");
    assertThat(new JsonObject(program.body()).getString("title")).contains("检查");

    HttpResponse<String> page = get("/inspection/ui/", "Accept", "text/html");
    assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
    assertThat(page.body()).contains("“检查”").contains("lang=\"zh-CN\"");
    HttpResponse<String> look = get(Kit.STYLESHEET, "Cookie", "session=x");
    assertThat(page.body()).contains("href=\"" + Kit.STYLESHEET + "\"");
    assertThat(look.body()).contains("--accent");
    assertThat(look.headers().allValues("Cache-Control")).containsExactly(KitFile.CACHE_CONTROL);

    assertThat(get("/draw/echo").statusCode()).isEqualTo(200);
  }

  @Test
  void everybody_may_know_that_it_lives_and_operations_alone_which_service_is_there()
      throws Exception {
    for (String path : List.of("", "/live", "/ready")) {
      HttpResponse<String> health = get("/gateway/q/health" + path);
      assertThat(health.statusCode()).isEqualTo(200);
      assertThat(health.body()).isEqualTo("{\"status\":\"UP\"}");
    }
    assertThat(get("/gateway/secret").statusCode()).isEqualTo(404);
    for (String path : List.of("/q/metrics", "/gateway/q/metrics")) {
      assertThat(get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(Sockets.honest(Sockets.operations(), "/q/metrics"))
        .contains("# TYPE suite_gateway_audit_");
    assertThat(Sockets.check(Part.DRAW).getString("status")).isEqualTo("UP");
    assertThat(Sockets.check(Part.INSPECTION).getString("status")).isEqualTo("DOWN");
    assertThat(Sockets.honest(Sockets.operations(), "/q/health/live"))
        .isEqualTo("{\"status\":\"UP\"}");
  }

  @Test
  void the_port_of_operations_serves_nothing_else_and_no_other_protocol() throws Exception {
    URI operations = Sockets.operations();
    for (String path : List.of("/", "/draw/echo", "/q/health/", "/q/metrics/")) {
      try (Socket socket =
          Sockets.open(operations, "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n")) {
        assertThat(Sockets.readUntil(socket, "\r\n\r\n")).startsWith("HTTP/1.1 404");
      }
    }
    try (Socket socket =
        Sockets.open(
            operations,
            """
            GET /q/health/live HTTP/1.1\r
            Host: x\r
            Connection: Upgrade, HTTP2-Settings\r
            Upgrade: h2c\r
            HTTP2-Settings: AAMAAABkAAQAAP__\r
            \r
            """)) {
      assertThat(Sockets.readUntil(socket, "\r\n\r\n")).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void a_service_is_not_asked_more_often_because_the_gateway_is() {
    int before = Sockets.state(direct("draw")).getInteger("probes");
    for (int i = 0; i < 50; i++) {
      Sockets.check(Part.DRAW);
    }
    assertThat(Sockets.state(direct("draw")).getInteger("probes")).isLessThan(before + 5);
  }

  private static URI direct(String service) {
    return URI.create(ConfigProvider.getConfig().getValue("test.direct." + service, String.class));
  }
}
