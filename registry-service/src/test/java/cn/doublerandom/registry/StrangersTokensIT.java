package cn.doublerandom.registry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cn.doublerandom.embedded.BodyLimitList;
import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with a token, its sender is told so once, and one line of the log says it. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
class StrangersTokensIT {
  private static final DemoIdentity.User REGISTRAR =
      new DemoIdentity.User("registrar", List.of("registrar"), "法制安全科");

  private final Queue<LogRecord> log = new ConcurrentLinkedQueue<>();
  private final Handler listening =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          // The broker lives in the process of this test; how fast it is says nothing of tokens.
          if (!String.valueOf(entry.getLoggerName()).startsWith("org.apache.kafka.controller")) {
            log.add(entry);
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void the_log_is_read() {
    Logger.getLogger("").addHandler(listening);
  }

  @AfterEach
  void the_log_is_read_no_more() {
    Logger.getLogger("").removeHandler(listening);
    assertThat(refusals()).as("told a second time, and late").isEmpty();
  }

  private static Stream<String> filesAddresses() throws IOException {
    return BodyLimitList.of("registry").routes().keySet().stream()
        .map(address -> address.replaceAll("\\{[^}]*}", "2023"));
  }

  private static String payload(String claim, String value) {
    long now = Instant.now().getEpochSecond();
    List<String> claims =
        new ArrayList<>(
            List.of(
                "\"iss\":\"" + DemoIdentity.ISSUER + "\"",
                "\"aud\":\"" + DemoIdentity.AUDIENCE + "\"",
                "\"sub\":\"registrar\"",
                "\"upn\":\"registrar\"",
                "\"unit\":\"法制安全科\"",
                "\"groups\":[\"registrar\"]",
                "\"iat\":" + now,
                "\"exp\":" + (now + 3600),
                "\"jti\":\"a\""));
    claims.removeIf(c -> c.startsWith("\"" + claim + "\":"));
    if (!value.isEmpty()) {
      claims.add("\"" + claim + "\":" + value);
    }
    return "{" + String.join(",", claims) + "}";
  }

  private static String signed(String claim, String value) {
    return TestStack.identity().signed(payload(claim, value), Map.of());
  }

  private static List<String> badTokens() {
    return List.of(
        "garbage",
        "gar.ba.ge",
        TestStack.identity()
            .token(REGISTRAR, Instant.now().minusSeconds(7200), Duration.ofHours(1)),
        TestStack.identity().token(REGISTRAR, Instant.now(), Duration.ofHours(13)),
        signed("groups", "{}"));
  }

  private void refusedOnce(String what) {
    await()
        .atMost(Duration.ofSeconds(5))
        .pollDelay(Duration.ofMillis(20))
        .pollInterval(Duration.ofMillis(10))
        .untilAsserted(() -> assertThat(refusals()).as(what).isNotEmpty());
    assertThat(refusals()).as(what).hasSize(1);
    assertThat(log)
        .as(what)
        .noneMatch(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue());
    assertThat(log).as(what).allMatch(entry -> entry.getThrown() == null);
    log.clear();
  }

  private List<String> refusals() {
    return log.stream()
        .map(entry -> new java.util.logging.SimpleFormatter().formatMessage(entry))
        .filter(line -> line.contains("token-refused"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("filesAddresses")
  void a_bad_token_is_one_refusal_where_files_come(String address) throws Exception {
    for (String token : badTokens()) {
      log.clear();
      given()
          .basePath("")
          .header("Authorization", "Bearer " + token)
          .contentType("text/csv")
          .body("编码\n")
          .post(address)
          .then()
          .statusCode(401)
          .contentType("application/problem+json")
          .header("WWW-Authenticate", "Bearer")
          .body("code", equalTo("unauthenticated"));
      refusedOnce(address + " " + token);
    }
  }

  @ParameterizedTest
  @MethodSource("filesAddresses")
  void a_bad_token_is_one_refusal_before_the_file_has_come(String address) throws Exception {
    for (String framing : List.of("Content-Length: 900", "Transfer-Encoding: chunked")) {
      for (String token : badTokens()) {
        log.clear();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
          socket.setSoTimeout(10_000);
          String head =
              String.join(
                  "\r\n",
                  "POST " + address + " HTTP/1.1",
                  "Host: a",
                  "Content-Type: text/csv",
                  "Authorization: Bearer " + token,
                  framing,
                  "",
                  "");
          socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
          byte[] answer = socket.getInputStream().readNBytes("HTTP/1.1 401".length());
          assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 401");
          refusedOnce(address + " " + framing + " " + token);
        }
      }
    }
  }

  static Stream<List<String>> wrongClaims() {
    String deep = "[".repeat(1_200) + "]".repeat(1_200);
    String deepObject = "{\"a\":".repeat(1_200) + "1" + "}".repeat(1_200);
    List<String> notText = List.of("1", "1.5", "1e400", "true", "null", "{}", "[]", "[\"a\"]");
    List<String> notNumber =
        List.of(
            "\"1700000000\"",
            "1e400",
            "-1e400",
            "-1",
            "true",
            "null",
            "{}",
            "[]",
            "[1700000000]",
            "99999999999999999999",
            "253402300800",
            "9223372036854775807");
    List<String> notTexts =
        List.of(
            "{}",
            "{\"registrar\":true}",
            "1",
            "1e400",
            "true",
            "null",
            "[1]",
            "[\"registrar\",1]",
            "[\"registrar\",null]",
            "[[\"registrar\"]]",
            "[{}]",
            "[1e400]");
    return Stream.of(
            Stream.of("iss", "sub", "jti", "upn", "preferred_username", "unit")
                .flatMap(claim -> notText.stream().map(value -> List.of(claim, value))),
            Stream.of("iat", "exp", "nbf")
                .flatMap(claim -> notNumber.stream().map(value -> List.of(claim, value))),
            notTexts.stream().map(value -> List.of("groups", value)),
            notTexts.stream().map(value -> List.of("aud", value)),
            Stream.of(List.of("groups", "\"registrar\"")),
            Stream.of("sub", "groups", "unit", "aud", "exp", "other")
                .flatMap(claim -> Stream.of(deep, deepObject).map(value -> List.of(claim, value))),
            Stream.of("1e400", "[1e400]", "1".repeat(2_000)).map(value -> List.of("other", value)),
            Stream.of(List.of("other", "\"" + "a".repeat(9_000) + "\"")))
        .flatMap(all -> all);
  }

  private static void refused(String token) {
    given()
        .header("Authorization", "Bearer " + token)
        .get("/api/v1/subjects?limit=1")
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .body("code", equalTo("unauthenticated"));
  }

  @ParameterizedTest
  @MethodSource("wrongClaims")
  void a_claim_of_another_type_is_no_claim(List<String> claim) {
    log.clear();
    refused(signed(claim.getFirst(), claim.getLast()));
    refusedOnce(claim.toString());
  }

  static Stream<Map<String, Object>> wrongHeads() {
    return Stream.of(
        Map.of("typ", 1),
        Map.of("typ", Map.of()),
        Map.of("kid", 1),
        Map.of("kid", List.of("a")),
        Map.of("cty", 1),
        Map.of("cty", "JWT"),
        Map.of("crit", "x"),
        Map.of("crit", List.of(1)),
        Map.of("b64", false),
        Map.of("zip", "DEF"),
        Map.of("x5t", Map.of()),
        Map.of("jwk", "x"));
  }

  @ParameterizedTest
  @MethodSource("wrongHeads")
  void a_head_of_other_types_is_no_head(Map<String, Object> head) {
    log.clear();
    refused(TestStack.identity().signed(payload("", ""), head));
    refusedOnce(head.toString());
  }

  static Stream<String> noObjects() {
    String object = payload("", "");
    return Stream.of(
        "[]",
        "1",
        "null",
        "\"a\"",
        "",
        object + object,
        object.substring(0, 40),
        "[" + object + "]",
        object.replace("\"sub\"", "\"sub\":\"approver\",\"sub\""),
        object.replace("\"unit\"", "\"unit\":\"a\",\"\\u0075nit\""));
  }

  @ParameterizedTest
  @MethodSource("noObjects")
  void claims_that_are_no_object_said_once_are_none(String claims) {
    log.clear();
    refused(TestStack.identity().signed(claims, Map.of()));
    refusedOnce(claims);
  }

  static Stream<List<String>> rightClaims() {
    long now = Instant.now().getEpochSecond();
    return Stream.of(
        List.of("aud", "[\"double-random\",\"other\"]"),
        List.of("iat", now + ".5"),
        List.of("exp", (now + 60) + ".0"),
        List.of("other", "{\"address\":{\"a\":[1,2.5,null,true]}}"),
        List.of("other", "99999999999999999999999"),
        List.of("unit", ""),
        List.of("jti", ""),
        List.of("upn", ""));
  }

  @ParameterizedTest
  @MethodSource("rightClaims")
  void what_a_token_may_say_it_may_say(List<String> claim) {
    given()
        .header("Authorization", "Bearer " + signed(claim.getFirst(), claim.getLast()))
        .get("/api/v1/subjects?limit=1")
        .then()
        .statusCode(200);
  }
}
