package cn.doublerandom.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.doublerandom.gateway.session.Session;
import cn.doublerandom.gateway.session.SessionCookie;
import cn.doublerandom.gateway.session.SessionSeal;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who is signed in works with his own token, for as long as he may, and nobody works through him.
 */
@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class SessionIT {
  @TestHTTPResource("/")
  URI gateway;

  @TestHTTPResource(value = "/", tls = true)
  URI secure;

  private Browser browser;

  @BeforeEach
  void aNewBrowser() {
    browser = new Browser(gateway);
  }

  @AfterEach
  void nothing_is_left_under_way() {
    await().atMost(Duration.ofSeconds(8)).until(() -> Sockets.isAtRest());
  }

  private static String sealed(Session session, boolean tls) throws Exception {
    String name = SessionCookie.name(tls);
    return name + "=" + SessionSeal.keptIn(FakeAccounts.KEY).seal(session, name);
  }

  private static Session since(String account, Duration begun, Duration lastUsed) {
    Instant now = Instant.now();
    return new Session(account, "", now.minus(begun), now.minus(lastUsed));
  }

  private static JsonObject headers(HttpResponse<String> echo) {
    assertThat(echo.statusCode()).as(echo.body()).isEqualTo(200);
    return new JsonObject(echo.body()).getJsonObject("headers");
  }

  private static String code(HttpResponse<String> refused) {
    return new JsonObject(refused.body()).getString("code");
  }

  @Test
  void a_cookie_that_was_changed_signs_nobody_in_and_harms_no_public_page() throws Exception {
    String good = sealed(since("coordinator", Duration.ZERO, Duration.ZERO), false);
    browser.plant(good.substring(0, good.length() - 3) + "AAA");

    assertThat(headers(browser.get("/draw/echo")).fieldNames())
        .doesNotContain("authorization", "cookie");
    HttpResponse<String> desk = browser.get("/desk");
    assertThat(desk.headers().firstValue("Location")).hasValue("/signin?to=%2Fdesk&told=ended");
    assertThat(desk.headers().firstValue("Set-Cookie").orElseThrow()).contains("Max-Age=0");
    assertThat(browser.get("/signin?to=%2Fdesk&told=ended").body()).contains("已到期或失效");
  }

  @ParameterizedTest
  @CsvSource({"PT8H1S, PT0S", "PT1H, PT30M1S"})
  void after_eight_hours_or_half_an_hour_of_rest_somebody_signs_in_again(
      Duration begun, Duration lastUsed) throws Exception {
    browser.plant(sealed(since("coordinator", begun, lastUsed), false));

    assertThat(headers(browser.get("/draw/echo")).fieldNames()).doesNotContain("authorization");
    assertThat(browser.get("/desk").statusCode()).isEqualTo(303);
  }

  @Test
  void who_works_on_is_noted_and_stays() throws Exception {
    String before =
        sealed(since("coordinator", Duration.ofHours(1), Duration.ofMinutes(29)), false);
    browser.plant(before);

    HttpResponse<String> worked = browser.get("/draw/echo");

    assertThat(headers(worked).getString("authorization")).startsWith("Bearer ");
    assertThat(worked.headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("suite-session=")
        .doesNotContain(before);
    assertThat(browser.get("/draw/echo").headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void what_anybody_may_keep_takes_nobodys_cookie_along() throws Exception {
    browser.plant(sealed(since("coordinator", Duration.ofHours(1), Duration.ofMinutes(29)), false));

    assertThat(browser.get(Kit.STYLESHEET).headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void an_account_that_is_gone_is_told_to_sign_in_again() throws Exception {
    browser.plant(sealed(since("gone", Duration.ZERO, Duration.ZERO), false));

    HttpResponse<String> program = browser.get("/draw/echo");
    assertThat(program.statusCode()).isEqualTo(401);
    assertThat(code(program)).isEqualTo("session-over");
    assertThat(browser.get("/desk").headers().firstValue("Location").orElseThrow())
        .contains("told=ended");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
  void another_site_has_nothing_done_in_the_name_of_who_is_signed_in(String method)
      throws Exception {
    browser.signIn("coordinator", "");
    List<List<String>> foreign =
        List.of(
            List.of(),
            List.of("Origin", "null"),
            List.of("Origin", "http://evil.example"),
            List.of("Sec-Fetch-Site", "cross-site"),
            List.of("Sec-Fetch-Site", "same-site", "Origin", browser.origin()));
    for (List<String> said : foreign) {
      HttpResponse<String> refused =
          browser.send(method, "/draw/echo", "{}", said.toArray(String[]::new));
      assertThat(refused.statusCode()).as(said.toString()).isEqualTo(403);
      assertThat(code(refused)).isEqualTo("cross-site");
    }
    for (List<String> said :
        List.of(List.of("Origin", browser.origin()), List.of("Sec-Fetch-Site", "same-origin"))) {
      HttpResponse<String> done =
          browser.send(method, "/draw/echo", "{}", said.toArray(String[]::new));
      assertThat(headers(done).getString("authorization")).startsWith("Bearer ");
    }
  }

  @Test
  void a_refusal_to_a_person_is_a_page_with_a_sentence() throws Exception {
    browser.signIn("coordinator", "");
    HttpResponse<String> refused = browser.post("/draw/echo", "a=b", "Accept", "text/html");

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("<h1>请求不是从本系统的页面发出的");
  }

  @Test
  void who_brings_a_token_beside_his_session_is_two_people_and_does_nothing() throws Exception {
    browser.signIn("coordinator", "");

    HttpResponse<String> both = browser.get("/draw/echo", "Authorization", "Bearer own");

    assertThat(both.statusCode()).isEqualTo(400);
    assertThat(code(both)).isEqualTo("two-identities");
  }

  @Test
  void beside_a_session_that_is_none_a_token_counts_as_ever() throws Exception {
    browser.plant("suite-session=made-up");

    JsonObject seen = headers(browser.get("/draw/echo", "Authorization", "Bearer own"));
    assertThat(seen.getString("authorization")).isEqualTo("Bearer own");
  }

  @Test
  void a_program_with_a_token_of_its_own_is_asked_nothing_of_where_it_comes_from()
      throws Exception {
    HttpResponse<String> done =
        browser.send("POST", "/draw/echo", "{}", "Authorization", "Bearer own");

    assertThat(headers(done).getString("authorization")).isEqualTo("Bearer own");
  }

  @Test
  void nobody_says_in_the_gateways_name_who_he_is() throws Exception {
    browser.signIn("coordinator", "");

    JsonObject seen =
        headers(
            browser.get("/draw/echo", "X-Gateway-Roles", "approver", "X-Forwarded-User", "JC001"));

    assertThat(seen.fieldNames()).doesNotContain("x-gateway-roles", "x-forwarded-user");
    assertThat(seen.getString("authorization"))
        .isEqualTo("Bearer " + FakeAccounts.token("coordinator"));
  }

  @Test
  void over_tls_only_the_cookie_no_neighbour_can_plant_counts() throws Exception {
    Session session = since("coordinator", Duration.ZERO, Duration.ZERO);
    String clear = sealed(session, false);
    for (Map.Entry<String, Boolean> tried :
        Map.of(
                sealed(session, true),
                true,
                clear,
                false,
                clear.replace("suite-session", "__Host-suite-session"),
                false)
            .entrySet()) {
      try (H2 client = new H2(secure)) {
        List<Map.Entry<String, String>> request = new ArrayList<>(H2.request("GET", "/draw/echo"));
        request.add(Map.entry("cookie", tried.getKey()));
        client.headers(1, true, request);
        JsonObject seen = new JsonObject(client.answer(1).body()).getJsonObject("headers");
        assertThat(seen.containsKey("authorization")).isEqualTo(tried.getValue());
        assertThat(seen.fieldNames()).doesNotContain("cookie");
      }
    }
  }
}
