package cn.doublerandom.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.gateway.session.Session;
import cn.doublerandom.gateway.session.SessionCookie;
import cn.doublerandom.gateway.session.SessionSeal;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was typed outlives the session it was typed in, for who typed it alone. */
@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class TypedIT {
  private static final String FORM = "/draw/ui/desk-only";
  private static final String LONG =
      "%E4%BC%81%E4%B8%9A%E6%AD%A3%E5%9C%A8%E6%90%AC%E8%BF%81".repeat(4);
  private static final String TYPED = "_key=k-1&reason=" + LONG;
  private static final Pattern ACTION =
      Pattern.compile("<form method=\"post\" action=\"([^\"]+)\"");

  @TestHTTPResource("/")
  URI gateway;

  private Browser browser;

  @BeforeEach
  void aNewBrowser() {
    browser = new Browser(gateway);
  }

  private HttpResponse<String> sent(String to, String form) throws Exception {
    return browser.post(to, form, "Accept", "text/html", "Origin", browser.origin());
  }

  private static String again(HttpResponse<String> page) {
    Matcher action = ACTION.matcher(page.body());
    assertThat(action.find()).as(page.body()).isTrue();
    return action.group(1).replace("&amp;", "&");
  }

  @Test
  void a_form_sent_after_sign_out_is_shown_again_and_sent_by_who_typed_it() throws Exception {
    browser.signIn("coordinator", "");
    browser.post("/signout", "", "Origin", browser.origin());

    HttpResponse<String> kept = sent(FORM, TYPED);

    assertThat(kept.statusCode()).isEqualTo(401);
    assertThat(kept.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(kept.body())
        .contains("企业正在搬迁企业正在搬迁", "name=\"_key\" value=\"k-1\"", "登录已失效")
        .doesNotContain("<script", "action=\"" + FORM + "\"");
    assertThat(again(kept)).startsWith(FORM + "?_of=").doesNotContain("coordinator");
    browser.signIn("approver", "");
    HttpResponse<String> another = sent(again(kept), TYPED);
    assertThat(another.statusCode()).isEqualTo(403);
    assertThat(another.body()).contains("另一个账号", "企业正在搬迁企业正在搬迁");
    assertThat(again(another)).isEqualTo(again(kept));
    browser.signIn("coordinator", "");
    HttpResponse<String> done = sent(again(kept), TYPED);
    assertThat(done.statusCode()).isEqualTo(200);
    assertThat(done.body()).contains("k-1");
  }

  @Test
  void a_form_sent_after_the_session_ran_out_is_shown_again() throws Exception {
    Instant before = Instant.now().minus(Duration.ofHours(1));
    String name = SessionCookie.name(false);
    browser.plant(
        name
            + "="
            + SessionSeal.keptIn(FakeAccounts.KEY)
                .seal(new Session("coordinator", "", before, before), name));

    HttpResponse<String> kept = sent(FORM, TYPED);

    assertThat(kept.statusCode()).isEqualTo(401);
    assertThat(kept.body()).contains("企业正在搬迁企业正在搬迁");
    assertThat(again(kept)).startsWith(FORM + "?_of=");
  }

  @Test
  void a_form_of_another_site_or_too_long_a_one_is_not_given_back() throws Exception {
    HttpResponse<String> foreign =
        browser.post(FORM, TYPED, "Accept", "text/html", "Origin", "http://evil.example");
    assertThat(foreign.statusCode()).isEqualTo(401);
    assertThat(foreign.body()).doesNotContain("企业", "<form");
    HttpResponse<String> program =
        browser.post(FORM, TYPED, "Accept", "application/json", "Origin", browser.origin());
    assertThat(program.body()).doesNotContain("<form");
    HttpResponse<String> tooLong = sent(FORM, "reason=" + "x".repeat(KeptForm.MOST_BYTES));
    assertThat(tooLong.statusCode()).isEqualTo(401);
    assertThat(tooLong.body()).doesNotContain("<form");
  }
}
