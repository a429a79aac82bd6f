package cn.doublerandom.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A code that opens a public page does not stay in its address. */
@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class CodePageIT {
  private static final String OBJECTION = "/publication/ui/objections/130534-2023001-001-1-A/";
  private static final String CODE = "7KM3Q-X2345";

  @TestHTTPResource("/")
  URI gateway;

  private Browser browser;

  @BeforeEach
  void aNewBrowser() {
    browser = new Browser(gateway);
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private static String cookie(HttpResponse<String> answer) {
    return answer.headers().firstValue("Set-Cookie").orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        OBJECTION,
        "/objections/130534-2023001-001-1-A/",
        "/publication/ui/letters/130534-20230616-7KM3QX2345/",
        "/publication/ui/disciplines/130534-2023001-001-1-A/1/",
        "/inspection/ui/checks/",
        "/inspection/ui/receipts/130534-2023001-001-1-A/2/"
      })
  void a_link_that_was_printed_leads_to_an_address_without_its_code(String before)
      throws Exception {
    HttpResponse<String> turned = browser.get(before + CODE + "/echo?bureau=130534");

    assertThat(turned.statusCode()).isEqualTo(303);
    String to = location(turned);
    assertThat(to).matches(".*/own\\.[a-z2-9]{8}/echo\\?bureau=130534").doesNotContain(CODE);
    assertThat(cookie(turned))
        .startsWith("suite-code=" + CODE + "; Path=" + to.replaceAll("/echo.*", "") + "; ")
        .contains("HttpOnly", "SameSite=Strict", "Max-Age=7200");
    assertThat(turned.headers().firstValue("Cache-Control")).hasValue("no-store");
    if (before.startsWith("/inspection")) {
      // It is away in these tests.
      return;
    }
    JsonObject seen = new JsonObject(browser.get(to).body());
    assertThat(seen.getString("uri")).endsWith(to.substring(to.indexOf("own.")));
    assertThat(seen.getJsonObject("headers").getString("x-gateway-code")).isEqualTo(CODE);
    assertThat(seen.getJsonObject("headers").fieldNames()).doesNotContain("cookie");
  }

  @Test
  void two_codes_in_one_browser_do_not_meet() throws Exception {
    String one = location(browser.get("/inspection/ui/checks/ABC234"));
    String other = location(browser.get("/inspection/ui/checks/ABC235"));

    assertThat(one).isNotEqualTo(other);
  }

  @Test
  void where_a_service_sends_somebody_on_to_a_code_the_address_has_none() throws Exception {
    HttpResponse<String> sent =
        browser.post(OBJECTION.replaceFirst("/130534.*", "/to-code"), "code=" + CODE);

    assertThat(sent.statusCode()).isEqualTo(303);
    assertThat(location(sent)).startsWith(OBJECTION + "own.").endsWith("?taken=1");
    assertThat(cookie(sent)).startsWith("suite-code=" + CODE + "; Path=" + OBJECTION + "own.");
  }

  @Test
  void who_comes_from_another_site_goes_on_from_a_page_of_ours() throws Exception {
    HttpResponse<String> page = browser.get(OBJECTION + CODE, "Sec-Fetch-Site", "cross-site");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Refresh").orElseThrow())
        .startsWith("0; url=" + OBJECTION + "own.");
    assertThat(page.body()).contains("继续").doesNotContain(CODE);
  }

  @Test
  void nobody_says_the_code_but_the_cookie_of_the_page() throws Exception {
    JsonObject seen =
        new JsonObject(browser.get(OBJECTION + "own.abcdefgh/echo", "X-Gateway-Code", CODE).body());

    assertThat(seen.getJsonObject("headers").fieldNames()).doesNotContain("x-gateway-code");
  }

  @Test
  void what_was_typed_comes_back_where_too_many_codes_were_tried_and_a_right_one_is_not_held_up()
      throws Exception {
    String[] from = {"X-Forwarded-For", "198.51.100.77", "Accept", "text/html"};
    String right = location(browser.get(OBJECTION + "RIGHT-CODE1/echo", from));
    assertThat(browser.get(right, from).statusCode()).isEqualTo(200);

    String wrong = "/publication/ui/objections/R/WRONG/early";
    HttpResponse<String> refused = browser.post(wrong, "statement=%E6%9C%89", from);
    for (int tried = 0; tried < 40 && refused.statusCode() != 429; tried++) {
      refused = browser.post(wrong, "statement=%E6%9C%89", from);
    }

    assertThat(refused.statusCode()).isEqualTo(429);
    String seconds = refused.headers().firstValue("Retry-After").orElseThrow();
    assertThat(refused.body())
        .contains("action=\"/publication/ui/objections/R/WRONG/early\"")
        .contains("value=\"有\"")
        .contains(seconds + " 秒后");
    assertThat(browser.get("/publication/ui/objections/R/own.none/early", from).body())
        .contains(" 秒后可以再试");
    assertThat(browser.post(right, "statement=a", from).statusCode()).isEqualTo(200);
  }

  @Test
  void the_desk_of_letters_and_a_form_that_is_sent_are_left_as_they_are() throws Exception {
    assertThat(browser.get("/publication/ui/letters/desk/130534-20230616-7KM3QX2345").statusCode())
        .isEqualTo(404);
    JsonObject seen = new JsonObject(browser.post(OBJECTION + CODE + "/echo", "a=b").body());
    assertThat(seen.getString("uri")).isEqualTo(OBJECTION + CODE + "/echo");
  }
}
