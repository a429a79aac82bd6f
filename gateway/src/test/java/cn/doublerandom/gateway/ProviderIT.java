package cn.doublerandom.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * People come in by the identity provider of their office: a real Keycloak, with {@code --deep}.
 */
@QuarkusTest
@TestProfile(ProviderIT.Production.class)
@QuarkusTestResource(value = Office.class, restrictToAnnotatedClass = true)
@EnabledIfSystemProperty(named = "keycloak.archive", matches = ".+")
class ProviderIT {
  private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");

  /** Its own settings, so that it starts anew. */
  public static final class Production implements QuarkusTestProfile {}

  @TestHTTPResource("/")
  URI gateway;

  private Browser browser;
  private Browser atKeycloak;

  @BeforeEach
  void aNewBrowser() {
    browser = new Browser(gateway);
    atKeycloak = new Browser(URI.create(Office.keycloak().realm()));
  }

  private static String to(HttpResponse<String> sent) {
    assertThat(sent.statusCode()).as(sent.body()).isIn(302, 303);
    return sent.headers().firstValue("Location").orElseThrow();
  }

  private static String path(String address) {
    URI uri = URI.create(address);
    return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
  }

  /** What the same person's browser asks of the provider. */
  private HttpResponse<String> ask(String address) throws Exception {
    return atKeycloak.get(path(address));
  }

  /** From a page of the desk to the provider, and back to that page. */
  private String signIn(String account, String page) throws Exception {
    String door = to(browser.get(page));
    assertThat(door).startsWith("/signin?to=");
    HttpResponse<String> login = ask(to(browser.get(door)));
    Matcher form = FORM.matcher(login.body());
    assertThat(form.find()).as(login.body()).isTrue();
    String body =
        "username="
            + account
            + "&password="
            + URLEncoder.encode(Keycloak.password(account), StandardCharsets.UTF_8);
    HttpResponse<String> entered = atKeycloak.post(path(form.group(1).replace("&amp;", "&")), body);
    String back = to(entered);
    assertThat(back).startsWith(gateway + "signin/back?");
    return path(to(browser.get(path(to(browser.get(path(back)))))));
  }

  private JsonObject headers() throws Exception {
    HttpResponse<String> echo = browser.get("/draw/echo");
    assertThat(echo.statusCode()).as(echo.body()).isEqualTo(200);
    return new JsonObject(echo.body()).getJsonObject("headers");
  }

  private static String header(JsonObject headers, String name) {
    return headers.stream()
        .filter(one -> one.getKey().equalsIgnoreCase(name))
        .map(one -> String.valueOf(one.getValue()))
        .findFirst()
        .orElse("");
  }

  private JsonObject claims() throws Exception {
    String token = header(headers(), "Authorization").replaceFirst(".*Bearer ", "");
    return new JsonObject(
        new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
  }

  @Test
  void somebody_comes_in_works_as_himself_and_nothing_of_it_lies_open_in_his_browser()
      throws Exception {
    assertThat(signIn("wang", "/desk")).isEqualTo("/desk");
    assertThat(browser.get("/desk").body()).contains("王科", "法制安全科");

    JsonObject claims = claims();
    assertThat(claims.getString("upn")).isEqualTo("wang");
    assertThat(claims.getString("unit")).isEqualTo("法制安全科");
    assertThat(claims.getString("bureau")).isEqualTo("130534");
    assertThat(claims.getJsonArray("groups")).contains("coordinator", "approver");
    assertThat(String.valueOf(claims.getValue("aud"))).contains("double-random");
    assertThat(header(headers(), "Cookie")).isEmpty();
    for (String cookie : browser.cookies()) {
      for (String part : cookie.split("[=.|]", -1)) {
        assertThat(decoded(part)).doesNotContain("wang", "coordinator");
      }
    }
  }

  private static String decoded(String part) {
    try {
      return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException none) {
      return part;
    }
  }

  @Test
  void what_another_site_asks_for_is_not_done_and_two_identities_are_none() throws Exception {
    signIn("wang", "/desk");
    assertThat(browser.post("/draw/echo", "a=b", "Origin", "https://evil.example").statusCode())
        .isEqualTo(403);
    assertThat(browser.post("/draw/echo", "a=b").statusCode()).isEqualTo(403);
    assertThat(browser.get("/draw/echo", "Authorization", "Bearer a.b.c").statusCode())
        .isEqualTo(400);
    assertThat(browser.post("/draw/echo", "a=b", "Origin", browser.origin()).statusCode())
        .isEqualTo(200);
  }

  @Test
  void a_token_that_ran_out_is_renewed_while_he_works() throws Exception {
    signIn("wang", "/desk");
    long first = claims().getLong("exp");
    await()
        .atMost(Duration.ofSeconds(3 * Office.TOKEN_SECONDS))
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> claims().getLong("exp") > first);
  }

  @Test
  void he_acts_in_the_one_of_his_roles_he_chose() throws Exception {
    signIn("wang", "/desk");
    assertThat(header(headers(), "X-Gateway-Role")).isEmpty();
    to(browser.post("/role", "role=approver", "Origin", browser.origin()));
    assertThat(header(headers(), "X-Gateway-Role")).contains("approver");
    assertThat(browser.post("/role", "role=operator", "Origin", browser.origin()).statusCode())
        .isEqualTo(422);
    browser.plant("suite-role=operator");
    assertThat(header(headers(), "X-Gateway-Role")).doesNotContain("operator");
  }

  @Test
  void who_goes_out_here_is_out_at_the_provider_too() throws Exception {
    signIn("li", "/desk");
    String out = to(browser.post("/signout", "", "Origin", browser.origin()));
    String provider = to(browser.get(out));
    assertThat(provider).startsWith(Office.keycloak().realm());
    assertThat(to(ask(provider))).startsWith(gateway + "?state=");
    assertThat(to(browser.get("/desk"))).startsWith("/signin");
    assertThat(ask(to(browser.get("/signin"))).body()).contains("kc-form-login");
  }

  @Test
  void who_came_in_and_went_by_the_provider_is_written_down() throws Exception {
    signIn("li", "/desk");
    ask(to(browser.get(to(browser.post("/signout", "", "Origin", browser.origin())))));

    await()
        .untilAsserted(() ->
            assertThat(Files.readString(Office.BOOK.resolve("sign-ins.ndjson")).lines())
                .filteredOn(line -> line.contains("\"account\":\"li\""))
                .anyMatch(line -> line.contains("\"SIGNED_IN\"") && line.contains("\"130534\""))
                .anyMatch(line -> line.contains("\"SIGNED_OUT\"")));
    assertThat(Files.readString(Office.BOOK.resolve("sign-ins.ndjson"))).doesNotContain("eyJ");
  }

  @Test
  void whose_sessions_the_provider_ends_is_out_here_at_once() throws Exception {
    signIn("li", "/desk");
    assertThat(browser.get("/desk").statusCode()).isEqualTo(200);
    Office.keycloak().signOut("li");
    assertThat(browser.get("/draw/echo").statusCode()).isEqualTo(401);
    signIn("li", "/desk");
    Office.keycloak().signOut("li");
    assertThat(to(browser.get("/desk", "Accept", "text/html"))).startsWith("/signin?to=%2Fdesk");
  }

  @Test
  void a_session_somebody_made_up_is_none() throws Exception {
    browser.plant("q_session=eyJhbGciOiJkaXIifQ..AAAA.BBBB.CCCC");
    HttpResponse<String> answer = browser.get("/desk");
    assertThat(answer.statusCode()).isIn(302, 303, 401);
    assertThat(browser.get("/draw/echo").statusCode()).isLessThan(500);
  }
}
