package cn.doublerandom.registry;

import static cn.doublerandom.registry.RegisterFiles.csv;
import static cn.doublerandom.registry.RegisterFiles.firm;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.TestStack;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer says about itself, whom it is given to, and what is noted of a refusal. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
class AnswersIT {
  private static final DemoIdentity.User REGISTRAR =
      new DemoIdentity.User("registrar", List.of("registrar"), "法制安全科");
  private static final String LIST = "/api/v1/subjects?limit=500";

  @Inject MeterRegistry figures;

  private static RequestSpecification with(String token) {
    return given().header("Authorization", "Bearer " + token);
  }

  private static String token() {
    return TestStack.identity().token(REGISTRAR);
  }

  private static void aFirmWithAScriptForAName() {
    List<String> cells = firm(881_001);
    cells.set(1, "<script>alert(1)</script>公司");
    with(token())
        .contentType("text/csv; charset=UTF-8")
        .body(csv(String.join(",", cells)))
        .post("/api/v1/subjects/imports")
        .then()
        .statusCode(200);
    await()
        .untilAsserted(
            () -> with(token()).get(LIST).then().body(containsString("<script>alert(1)")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/html",
        "text/html,application/xhtml+xml,*/*;q=0.8",
        "application/xhtml+xml",
        "text/plain",
        "image/svg+xml",
        "*/*"
      })
  void a_list_is_json_or_nothing_whatever_a_browser_wants(String accept) {
    aFirmWithAScriptForAName();
    Response answer = with(token()).header("Accept", accept).get(LIST);
    if (answer.statusCode() == 200) {
      answer.then().contentType(startsWith("application/json"));
    } else {
      answer.then().statusCode(406).body(not(containsString("<script>")));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/subjects",
        "/api/v1/nothing",
        "/api/v1/..;/x",
        "/q/openapi",
        "/nowhere",
        "/api/v1/workdays/due?from=2023-03-16&workingDays=20"
      })
  void every_answer_says_what_a_browser_may_do_with_it(String path) throws IOException {
    var list = new JsonObject(Files.readString(Path.of("../docs/vectors/answer-headers.json")));
    Response anonymous = given().urlEncodingEnabled(false).get(path);
    Response signedIn = with(token()).urlEncodingEnabled(false).get(path);
    list.getJsonObject("always")
        .forEach(h -> {
          assertThat(anonymous.headers().getValues(h.getKey())).containsExactly("" + h.getValue());
          assertThat(signedIn.headers().getValues(h.getKey())).containsExactly("" + h.getValue());
        });
    assertThat(signedIn.headers().getValues("Cache-Control")).containsExactly("no-store");
  }

  @ParameterizedTest
  @CsvSource({"/q/health/live,200", "/q/metrics,200", "/q/nowhere,404", "/,404", "/registry,404"})
  void every_answer_at_the_port_of_operations_says_it_too(String path, int status)
      throws IOException {
    Response answer = given().get(TestStack.operations(path));
    assertThat(answer.statusCode()).isEqualTo(status);
    new JsonObject(Files.readString(Path.of("../docs/vectors/answer-headers.json")))
        .getJsonObject("always")
        .forEach(h ->
            assertThat(answer.headers().getValues(h.getKey())).containsExactly("" + h.getValue()));
    if (status >= 400) {
      answer
          .then()
          .contentType("application/problem+json")
          .header("Cache-Control", equalTo("no-store"))
          .body("code", equalTo("not-found"));
    }
  }

  static Stream<String> badTokens() {
    DemoIdentity identity = TestStack.identity();
    Instant now = Instant.now();
    String good = token();
    char last = good.charAt(good.length() - 1);
    // The last of 86 characters carries two bits of the signature and four that nobody reads.
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    char sameBits = alphabet.charAt(alphabet.indexOf(last) ^ 1);
    return Stream.of(
        identity.token(REGISTRAR, now, Duration.ofHours(12).plusSeconds(1)),
        identity.token(REGISTRAR, now.plusSeconds(600), Duration.ofHours(1)),
        identity.token(REGISTRAR, now.minusSeconds(7200), Duration.ofHours(1)),
        identity.token(new DemoIdentity.User("", List.of("registrar"), "科"), now, HOUR),
        identity.token(new DemoIdentity.User(" ", List.of("registrar"), "科"), now, HOUR),
        good.substring(0, good.length() - 1) + sameBits,
        good + "=",
        good + "==");
  }

  private static final Duration HOUR = Duration.ofHours(1);

  @ParameterizedTest
  @MethodSource("badTokens")
  void a_token_too_long_from_the_future_nobodys_or_spelt_otherwise_is_refused(String bad) {
    with(token()).get(LIST).then().statusCode(200);
    with(bad).get(LIST).then().statusCode(401).body("code", equalTo("unauthenticated"));
  }

  @Test
  void refusals_by_token_and_by_role_are_facts_without_content() {
    List<String> noted = new ArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord entry) {
            noted.add(new java.util.logging.SimpleFormatter().formatMessage(entry));
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger log = Logger.getLogger("suite.audit");
    log.addHandler(handler);
    try {
      given().get("/api/v1/subjects/PLANTED-CODE").then().statusCode(401);
      with("planted.to.ken").get("/api/v1/subjects/PLANTED-CODE").then().statusCode(401);
      with(TestStack.identity().token("witness-1"))
          .get("/api/v1/subjects/PLANTED-CODE?x=planted")
          .then()
          .statusCode(403);
    } finally {
      log.removeHandler(handler);
    }
    assertThat(noted).hasSize(3);
    assertThat(noted.get(0)).contains("token-missing");
    assertThat(noted.get(1)).contains("token-refused", "method=GET");
    assertThat(noted.get(2))
        .contains("forbidden", "account=witness-1", "action=SubjectResource.one", "method=GET");
    assertThat(String.join(" ", noted).toLowerCase(java.util.Locale.ROOT))
        .doesNotContain("planted");
    assertThat(figures.get("suite.refusals").tag("code", "forbidden").counter().count())
        .isGreaterThanOrEqualTo(1);
  }

  @Test
  @Tag("deep")
  void what_strangers_type_makes_no_series_of_figures() {
    Set<String> before = countedAddresses();
    for (int n = 0; n < 130; n++) {
      given().urlEncodingEnabled(false).get("/api/v1/..;/x" + n);
      given().get("/nowhere/" + n);
      given().delete("/api/v1/subjects/refused-" + n);
      given().header("Accept", "image/png").get("/api/v1/workdays/due?from=x" + n);
    }
    with(token()).get(LIST).then().statusCode(200);
    await()
        .untilAsserted(() -> {
          Set<String> addresses = countedAddresses();
          assertThat(addresses).contains("/api/v1/subjects");
          assertThat(addresses).noneMatch(a -> a.contains("refused-") || a.contains("/x1"));
          addresses.removeAll(before);
          assertThat(addresses).as("series that 520 strange requests began").hasSizeLessThan(10);
        });
  }

  /** The addresses there is a series of; other tests of this program have asked for theirs. */
  private Set<String> countedAddresses() {
    return figures.find("http.server.requests").timers().stream()
        .map(t -> String.valueOf(t.getId().getTag("uri")))
        .collect(Collectors.toCollection(HashSet::new));
  }

  @Test
  void a_page_about_a_refusal_shows_nothing_of_what_was_sent() {
    String page =
        given()
            .header("Accept", "text/html")
            .get("/api/v1/%3Cscript%3Ealert(1)%3Cscript%3E")
            .then()
            .extract()
            .asString();
    assertThat(page.getBytes(StandardCharsets.UTF_8)).isNotEmpty();
    assertThat(page).doesNotContain("<script>");
  }
}
