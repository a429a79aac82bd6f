package cn.doublerandom.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who reads English, or large letters, says so once. */
@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class LookIT {
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

  @Test
  void a_language_is_kept_and_he_is_back_where_he_was() throws Exception {
    browser.signIn("coordinator", "");

    HttpResponse<String> chosen = browser.get("/look?lang=en&to=%2Fdesk");

    assertThat(chosen.statusCode()).isEqualTo(303);
    assertThat(chosen.headers().firstValue("Location")).hasValue("/desk");
    assertThat(browser.get("/desk").body())
        .contains("<html lang=\"en\"", "Sign out", "Coordinator", "lang=\"zh\">中文</a>");
    browser.get("/look?lang=zh&to=%2Fdesk");
    assertThat(browser.get("/desk").body()).contains("<html lang=\"zh-CN\"", "退出", "统筹人员");
  }

  @Test
  void larger_letters_are_kept_beside_the_language() throws Exception {
    browser.signIn("coordinator", "");
    browser.get("/look?lang=en&to=%2Fdesk");

    browser.get("/look?text=large&to=%2Fdesk");

    assertThat(browser.get("/desk").body()).contains("<html lang=\"en\" class=\"console large\"");
  }

  @Test
  void nobody_is_sent_to_another_host() throws Exception {
    assertThat(browser.get("/look?lang=en&to=%2F%2Fevil.example").headers().firstValue("Location"))
        .hasValue("/desk");
  }

  @Test
  void a_menu_shows_what_the_role_may_do() throws Exception {
    browser.signIn("coordinator", "");
    assertThat(browser.get("/desk").body()).contains("href=\"/registry/ui/subjects\"");
    browser.signIn("JC001", "");
    assertThat(browser.get("/desk").body()).doesNotContain("href=\"/registry/ui/subjects\"");
  }

  @Test
  void a_browser_finds_the_sign_it_asks_every_site_for() throws Exception {
    HttpResponse<String> icon = browser.get("/favicon.ico");

    assertThat(icon.statusCode()).isEqualTo(200);
    assertThat(icon.headers().firstValue("Content-Type").orElseThrow()).startsWith("image/svg+xml");
  }

  @Test
  void the_handbook_is_read_without_signing_in_and_runs_no_script() throws Exception {
    HttpResponse<String> first = browser.get("/help");

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.headers().firstValue("Content-Security-Policy")).isPresent();
    assertThat(first.body())
        .contains("<html lang=\"zh-CN\"", "href=\"/help/registrar\"", "id=\"refused\"")
        .doesNotContain("<script", " style=", "<style");
    assertThat(browser.get("/help/nobody").statusCode()).isEqualTo(404);
    assertThat(browser.post("/help", "", "Origin", browser.origin()).statusCode()).isEqualTo(405);
  }

  @Test
  void a_chapter_is_read_in_english_and_in_large_letters() throws Exception {
    browser.get("/look?lang=en&to=%2Fhelp%2Fregistrar");
    browser.get("/look?text=large&to=%2Fhelp%2Fregistrar");

    assertThat(browser.get("/help/registrar").body())
        .contains("<html lang=\"en\" class=\"console large\"", "<h1>Registrar</h1>")
        .contains("id=\"import\"", "to=%2Fhelp%2Fregistrar");
  }

  @Test
  void the_desk_leads_to_its_place_in_the_handbook() throws Exception {
    browser.signIn("coordinator", "");

    assertThat(browser.get("/desk").body())
        .contains("class=\"help\" href=\"/help/start#desk\" target=\"_blank\"");
  }
}
