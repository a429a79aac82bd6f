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

/** What waits for somebody stands side by side, and what fails leaves the rest. */
@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class DeskIT {
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

  private String desk(String account) throws Exception {
    browser.signIn(account, "");
    HttpResponse<String> desk = browser.get("/desk");
    assertThat(desk.statusCode()).as(desk.body()).isEqualTo(200);
    assertThat(desk.headers().firstValue("Cache-Control")).hasValue("no-store");
    // The menu beside it names all parts.
    return desk.body().replaceAll("(?s)<(details|nav) class=\"menu\".*?</\\1>", "");
  }

  @Test
  void who_is_not_signed_in_is_sent_to_sign_in_and_comes_back() throws Exception {
    HttpResponse<String> desk = browser.get("/desk");

    assertThat(desk.statusCode()).isEqualTo(303);
    assertThat(desk.headers().firstValue("Location")).hasValue("/signin?to=%2Fdesk");
    assertThat(browser.get("/signin?to=%2Fdesk").body()).contains("name=\"to\" value=\"/desk\"");
  }

  @Test
  void it_says_who_i_am_and_lets_me_go() throws Exception {
    assertThat(desk("JC001"))
        .contains("示例人员一", "JC001", "执法检查人员", "法制安全科", "双随机、一公开")
        .contains("action=\"/signout\"");
  }

  @Test
  void a_service_that_offers_nothing_is_not_shown_and_one_that_is_away_is_named() throws Exception {
    assertThat(desk("coordinator"))
        .contains("“检查”部分暂时无法使用")
        .doesNotContain("<h2>抽查计划与抽取", "<h2>一单两库", "<h2>公示");
  }

  @Test
  void what_services_say_stands_side_by_side_as_text_and_leads_nowhere_else() throws Exception {
    assertThat(desk("approver"))
        .contains("<p id=\"of-draw\">抽取一件</p>")
        .contains("<a href=\"/registry/ui/changes\">批准&lt;名录&gt;变更</a>", "还剩 6 个工作日（2023-04-13 前）")
        .contains("外来", "共 298 件，这里列出最早的 2 件")
        .containsSubsequence("<h2>公示</h2>", "没有待办")
        .doesNotContain("evil.example");
  }

  @Test
  void the_year_and_what_was_done_last_stand_below_and_lead_to_their_pages() throws Exception {
    assertThat(desk("approver"))
        .contains("<b>清河县交通运输局</b>")
        .containsSubsequence(
            "<h2>本年一览</h2>",
            "待完善&lt;事项&gt;",
            "<a href=\"/registry/ui/readiness\">3</a>",
            "共 12 项",
            "外来数字",
            "“公示”部分未能给出本年一览和最近办理",
            "<h2>最近办理</h2>",
            "我提出的，未获同意",
            "<a href=\"/registry/ui/requests\">停业申请：未获同意</a>",
            "理由：缺少&lt;证明&gt;",
            "王&lt;工&gt;（wang）",
            "我办理的",
            "批准计划",
            "批准停业")
        .doesNotContain("evil.example");
    assertThat(desk("JC001"))
        .doesNotContain("本年一览</h2>")
        .as("a part did not answer: nobody knows that nothing was done")
        .doesNotContain("近期没有办理记录");
  }

  @Test
  void one_that_does_not_answer_in_time_says_so_and_leaves_the_others() throws Exception {
    long began = System.nanoTime();
    String desk = desk("registrar");

    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
    assertThat(desk)
        .contains("“一单两库”部分没有及时给出待办", "“公示”部分未能给出待办")
        .contains("<p id=\"of-draw\">抽取一件</p>");
  }

  @Test
  void what_cannot_be_read_or_is_too_long_is_a_sentence_too() throws Exception {
    assertThat(desk("auditor"))
        .contains("“一单两库”部分不认可这次登录", "“抽查计划与抽取”部分给出的待办过长", "“公示”部分给出的待办无法读取");
  }

  @Test
  void it_is_looked_at_and_nothing_else() throws Exception {
    browser.signIn("coordinator", "");

    HttpResponse<String> posted = browser.post("/desk", "", "Origin", browser.origin());

    assertThat(posted.statusCode()).isEqualTo(405);
    assertThat(posted.headers().firstValue("Allow")).hasValue("GET, HEAD");
  }
}
