package cn.doublerandom.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody comes in with a browser, works, and goes. */
@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class SignInIT {
  @TestHTTPResource("/")
  URI gateway;

  private Browser browser;

  @BeforeEach
  void aNewBrowser() {
    browser = new Browser(gateway);
  }

  @AfterEach
  void nothing_is_left_under_way() {
    await().atMost(Duration.ofSeconds(8)).until(() -> Sockets.isAtRest());
  }

  private static JsonObject headers(HttpResponse<String> echo) {
    assertThat(echo.statusCode()).as(echo.body()).isEqualTo(200);
    return new JsonObject(echo.body()).getJsonObject("headers");
  }

  private static String code(HttpResponse<String> refused) {
    return new JsonObject(refused.body()).getString("code");
  }

  @Test
  void the_page_offers_the_accounts_by_role_name_and_unit_and_needs_no_script() throws Exception {
    HttpResponse<String> page = browser.get("/signin");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(page.body())
        .containsSubsequence("统筹人员", "示例统筹员", "法制安全科", "执法检查人员", "示例人员一", "JC001")
        .contains("value=\"coordinator\"", "示例&lt;局长&gt;")
        .doesNotContain("value=\"broken\"", "value=\"renamed\"", "<script", "style=", "eyJ");
  }

  @Test
  void the_page_speaks_english_to_who_reads_english_and_is_switched_where_he_stands()
      throws Exception {
    HttpResponse<String> page =
        browser.get("/signin?to=%2Fdraw%2Fui%2Fdraws", "Accept-Language", "en");
    assertThat(page.body())
        .contains("<html lang=\"en\"", "Sign in", "Coordinator", "Inspectors")
        .doesNotContain("各岗位", "统筹人员");

    HttpResponse<String> switched =
        browser.get("/look?lang=en&to=%2Fsignin%3Fto%3D%252Fdraw%252Fui%252Fdraws");
    assertThat(switched.headers().firstValue("Location"))
        .hasValue("/signin?to=%2Fdraw%2Fui%2Fdraws");
    assertThat(
            browser.get("/look?lang=en&to=%2Fsignin%2F..%2Fevil").headers().firstValue("Location"))
        .hasValue("/desk");
  }

  @Test
  void who_signs_in_comes_to_where_he_wanted_to_go_and_goes_with_his_own_token() throws Exception {
    HttpResponse<String> in = browser.signIn("coordinator", "/draw/ui/plans?year=2023");
    assertThat(in.statusCode()).isEqualTo(303);
    assertThat(in.headers().firstValue("Location")).hasValue("/draw/ui/plans?year=2023");
    assertThat(in.headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("suite-session=")
        .endsWith("; Path=/; HttpOnly; SameSite=Lax")
        .doesNotContain("coordinator");

    JsonObject seen = headers(browser.get("/draw/echo"));
    assertThat(seen.getString("authorization"))
        .isEqualTo("Bearer " + FakeAccounts.token("coordinator"));
    assertThat(seen.fieldNames()).doesNotContain("cookie");
  }

  @Test
  void no_cookie_of_whatever_name_reaches_a_service() throws Exception {
    browser.signIn("coordinator", "");
    browser.plant("other=1");

    assertThat(headers(browser.get("/registry/echo")).fieldNames()).doesNotContain("cookie");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"//evil.example", "https://evil.example", "/\\evil.example", "https:evil", ""})
  void who_was_to_be_sent_to_another_host_comes_to_his_desk(String to) throws Exception {
    HttpResponse<String> in = browser.signIn("coordinator", to);

    assertThat(in.statusCode()).isEqualTo(303);
    assertThat(in.headers().firstValue("Location")).hasValue("/desk");
    String page = browser.get("/signin?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8)).body();
    assertThat(page).doesNotContain("evil");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "", "../sign-in-test/session.key", "broken", "renamed", "x/y"})
  void an_account_that_is_none_signs_nobody_in_and_the_page_says_so(String account)
      throws Exception {
    HttpResponse<String> program = browser.signIn(account, "");
    assertThat(program.statusCode()).isEqualTo(422);
    assertThat(code(program)).isEqualTo("account-unknown");
    assertThat(program.headers().allValues("Set-Cookie")).isEmpty();

    HttpResponse<String> person =
        browser.post("/signin", "account=" + account + "&to=/draw/x", "Accept", "text/html");
    assertThat(person.statusCode()).isEqualTo(422);
    assertThat(person.body())
        .contains("没有这个演示账号", "role=\"alert\"", "value=\"coordinator\"", "value=\"/draw/x\"");
  }

  @Test
  void an_account_said_twice_is_none() throws Exception {
    assertThat(browser.post("/signin", "account=coordinator&account=JC001").statusCode())
        .isEqualTo(422);
  }

  @Test
  void a_form_is_small_and_a_form() throws Exception {
    String long1 = "account=coordinator&to=/" + "a".repeat(1_024);
    assertThat(browser.post("/signin", long1).statusCode()).isEqualTo(413);
    assertThat(browser.post("/signin", "account=%zz").statusCode()).isEqualTo(400);
    HttpResponse<String> json =
        browser.post("/signin", "{\"account\":\"coordinator\"}", "Content-Type", "text/plain");
    assertThat(json.statusCode()).isEqualTo(415);
    assertThat(code(json)).isEqualTo("form-expected");
    assertThat(browser.send("DELETE", "/signin", "").statusCode()).isEqualTo(405);
    assertThat(browser.get("/signout").headers().firstValue("Allow")).hasValue("POST");
  }

  @Test
  void a_form_that_drips_is_told_so() throws Exception {
    String head =
        "POST /signin HTTP/1.1\r\nHost: a\r\nContent-Length: 900\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\n\r\naccount=";
    try (Socket socket = Sockets.open(gateway, head)) {
      assertThat(Sockets.readUntil(socket, "}"))
          .startsWith("HTTP/1.1 408")
          .contains("body-too-slow");
    }
  }

  @Test
  void who_goes_is_signed_in_no_more() throws Exception {
    browser.signIn("coordinator", "");

    HttpResponse<String> out = browser.post("/signout", "", "Origin", browser.origin());

    assertThat(out.statusCode()).isEqualTo(303);
    assertThat(out.headers().firstValue("Set-Cookie").orElseThrow()).contains("Max-Age=0");
    assertThat(browser.get("/signin?told=out").body()).contains("您已退出");
    assertThat(headers(browser.get("/draw/echo")).fieldNames()).doesNotContain("authorization");
  }

  @Test
  void another_site_signs_nobody_in_or_out() throws Exception {
    HttpResponse<String> in =
        browser.post("/signin", "account=coordinator", "Origin", "http://evil.example");
    assertThat(in.statusCode()).isEqualTo(403);
    assertThat(in.headers().allValues("Set-Cookie")).isEmpty();
    browser.signIn("coordinator", "");
    assertThat(browser.post("/signout", "", "Sec-Fetch-Site", "cross-site").statusCode())
        .isEqualTo(403);
    assertThat(browser.get("/desk").statusCode()).isEqualTo(200);
  }

  private static String book() throws Exception {
    return Files.readString(FakeServices.BOOK.resolve("sign-ins.ndjson"));
  }

  /** What was written since; a refusal to nobody, as of the test before, may still come in. */
  private static List<String> ofTheApprover(long since) throws Exception {
    return book()
        .lines()
        .skip(since)
        .filter(line -> line.contains("\"account\":\"approver\""))
        .toList();
  }

  @Test
  void who_came_went_or_chose_a_role_is_written_down_without_a_token_or_a_whole_address()
      throws Exception {
    long before = book().lines().count();
    browser.signIn("approver", "");
    browser.post("/role", "role=approver", "Origin", browser.origin());
    browser.post("/role", "role=auditor", "Origin", browser.origin());
    browser.post("/signout", "", "Origin", browser.origin());

    await().untilAsserted(() -> assertThat(ofTheApprover(before)).hasSize(4));
    assertThat(ofTheApprover(before))
        .satisfiesExactly(
            in -> assertThat(in).contains("\"SIGNED_IN\"", "127.0.0.0/24"),
            chose -> assertThat(chose).contains("\"SWITCHED\"", "\"role\":\"approver\""),
            refused -> assertThat(refused).contains("\"REFUSED\"", "\"role-unknown\""),
            out -> assertThat(out).contains("\"SIGNED_OUT\""));
    assertThat(book()).doesNotContain("eyJ", "127.0.0.1", "suite-session");
  }

  @Test
  void who_has_several_bureaus_sees_in_which_he_acts_and_acts_in_another() throws Exception {
    browser.signIn("examiner", "");
    assertThat(headers(browser.get("/draw/echo")).fieldNames()).doesNotContain("x-gateway-bureau");
    assertThat(browser.get("/desk").body())
        .contains("name=\"bureau\"", "<option value=\"130534\" selected>", "130535");

    HttpResponse<String> other =
        browser.post("/bureau", "bureau=130535", "Origin", browser.origin());
    assertThat(other.statusCode()).isEqualTo(303);
    assertThat(headers(browser.get("/draw/echo")).getString("x-gateway-bureau"))
        .isEqualTo("130535");
    assertThat(browser.get("/desk").body()).contains("<option value=\"130535\" selected>");
    assertThat(book().lines().toList().getLast()).contains("\"bureau\":\"130535\"", "\"SWITCHED\"");

    HttpResponse<String> foreign =
        browser.post("/bureau", "bureau=130536", "Origin", browser.origin());
    assertThat(code(foreign)).isEqualTo("bureau-unknown");
    assertThat(
            headers(browser.get("/draw/echo", "X-Gateway-Bureau", "130534"))
                .getString("x-gateway-bureau"))
        .isEqualTo("130535");
  }

  @Test
  void who_was_lent_the_roles_of_another_acts_for_him_and_is_himself_again() throws Exception {
    browser.signIn("approver", "");
    assertThat(browser.get("/desk").body())
        .contains("<option value=\"for:wang\">代理 王&lt;工&gt;</option>")
        .doesNotContain("no account");

    HttpResponse<String> wang =
        browser.post("/role", "role=for%3Awang&to=%2Fdesk", "Origin", browser.origin());
    assertThat(wang.statusCode()).isEqualTo(303);
    JsonObject seen = headers(browser.get("/draw/echo", "X-Gateway-For", "sun"));
    assertThat(seen.getString("x-gateway-for")).isEqualTo("wang");
    assertThat(seen.fieldNames()).doesNotContain("x-gateway-role");
    assertThat(browser.get("/desk").body())
        .contains("法制安全科 · 代理 王&lt;工&gt;</span>", "<option value=\"for:wang\" selected>");
    assertThat(book().lines().toList().getLast())
        .contains("\"SWITCHED\"", "\"account\":\"approver\"", "\"principal\":\"wang\"");

    browser.post("/role", "role=approver", "Origin", browser.origin());
    JsonObject again = headers(browser.get("/draw/echo"));
    assertThat(again.fieldNames()).doesNotContain("x-gateway-for");
    assertThat(again.getString("x-gateway-role")).isEqualTo("approver");
  }

  @Test
  void nobody_acts_for_whom_he_was_lent_nothing_of() throws Exception {
    browser.signIn("approver", "");

    HttpResponse<String> refused =
        browser.post("/role", "role=for%3Asun", "Origin", browser.origin());

    assertThat(code(refused)).isEqualTo("not-a-deputy");
    assertThat(headers(browser.get("/draw/echo", "X-Gateway-For", "wang")).fieldNames())
        .doesNotContain("x-gateway-for");
  }

  @Test
  void who_acts_in_a_practice_bureau_reads_it_at_home_and_before_he_signs_in() throws Exception {
    assertThat(browser.get("/signin").body()).contains(">演练</span>");

    browser.signIn("trainee", "");
    assertThat(browser.get("/desk").body())
        .contains("class=\"console practice\"", "role=\"note\"><b>演练</b>");

    browser.signIn("coordinator", "");
    assertThat(browser.get("/desk").body()).doesNotContain("practice\"", "演练");
  }

  @Test
  void who_has_one_bureau_is_offered_no_other() throws Exception {
    browser.signIn("coordinator", "");

    assertThat(browser.get("/desk").body()).doesNotContain("name=\"bureau\"");
  }

  @Test
  void what_somebody_typed_who_is_nobody_is_not_kept_for_it_may_be_a_password() throws Exception {
    browser.signIn("Sommer2023", "");

    await().untilAsserted(() -> assertThat(book()).contains("account-unknown"));
    assertThat(book()).doesNotContain("Sommer2023");
  }

  @Test
  void operations_see_that_what_is_written_down_is_told_to_nobody() throws Exception {
    browser.signIn("coordinator", "");
    String operations = ConfigProvider.getConfig().getValue("test.operations", String.class);

    HttpResponse<String> ready = new Browser(URI.create(operations)).get("/q/health/ready");
    assertThat(ready.statusCode()).isEqualTo(200);
    assertThat(ready.body()).contains("\"name\":\"audit\"", "\"untold\"");
    assertThat(new Browser(URI.create(operations)).get("/q/metrics").body())
        .contains("suite_gateway_audit_written ", "suite_gateway_audit_untold ");
  }

  @Test
  void no_token_and_no_account_stands_in_the_log() throws Exception {
    browser.signIn("coordinator", "");
    browser.get("/draw/echo");
    browser.get("/desk");

    String log = Files.readString(Path.of("target/gateway-test.log"));
    assertThat(log).doesNotContain(FakeAccounts.token("coordinator"), "account=coordinator");
    assertThat(log).contains("POST gateway /signin 303", "GET gateway /desk 200");
  }
}
