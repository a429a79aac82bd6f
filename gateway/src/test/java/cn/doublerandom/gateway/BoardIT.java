package cn.doublerandom.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.doublerandom.gateway.session.Session;
import cn.doublerandom.gateway.session.SessionCookie;
import cn.doublerandom.gateway.session.SessionSeal;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The board lays what services say side by side, and is told to all who listen by one question. */
@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class BoardIT {
  private static final Pattern EDITION = Pattern.compile("data-edition=\"([0-9a-f]{16})\"");

  @TestHTTPResource("/")
  URI gateway;

  @Inject Boards boards;

  private Browser browser;

  @BeforeEach
  void aNewBrowser() {
    browser = new Browser(gateway);
  }

  @AfterEach
  void nobody_listens_any_more_and_nothing_is_under_way() throws Exception {
    says("");
    await().atMost(Duration.ofSeconds(8)).until(() -> boards.listening() == 0);
    await().atMost(Duration.ofSeconds(8)).until(() -> Sockets.isAtRest());
  }

  private static URI registry() {
    return URI.create(ConfigProvider.getConfig().getValue("test.direct.registry", String.class));
  }

  /** What the registers show from now on, whoever asks. */
  private static void says(String board) throws Exception {
    assertThat(new Browser(registry()).post("/board-is", board).statusCode()).isEqualTo(200);
  }

  private static String open(int points) {
    return "{\"figures\":[{\"group\":\"DEADLINES\",\"figure\":{\"label\":\"待完善\",\"number\":\"%d\"}}]}"
        .formatted(points);
  }

  private String board(String account) throws Exception {
    browser.signIn(account, "");
    HttpResponse<String> board = browser.get("/board");
    assertThat(board.statusCode()).as(board.body()).isEqualTo(200);
    return board.body().replaceAll("(?s)<(details|nav) class=\"menu\".*?</\\1>", "");
  }

  private Socket listen(String more, String headers) throws Exception {
    return Sockets.open(
        gateway,
        "GET /board/events"
            + more
            + " HTTP/1.1\r\nHost: a\r\nAccept: text/event-stream\r\nCookie: "
            + String.join("; ", browser.cookies())
            + "\r\n"
            + headers
            + "\r\n");
  }

  /** Bytes come one by one; words are put together again. */
  private static String heard(Socket socket, String until) throws Exception {
    return new String(
        Sockets.readUntil(
                socket,
                new String(until.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
            .getBytes(StandardCharsets.ISO_8859_1),
        StandardCharsets.UTF_8);
  }

  @Test
  void figures_stand_by_what_they_are_about_and_who_is_away_is_named() throws Exception {
    assertThat(board("approver"))
        .contains("<b>清河县交通运输局</b>", "“检查”部分暂时无法使用", "“公示”部分未能给出看板")
        .containsSubsequence(
            "<h2>时限</h2>",
            "class=\"tile warn\"",
            "待完善&lt;事项&gt;",
            "<h2>年度覆盖率</h2>",
            "外来数字",
            "<h2>检查进度</h2>",
            "每周检查",
            "<h2>系统运行</h2>",
            "一单两库",
            "积压",
            "没有应答")
        .doesNotContain("evil.example", "无处可放", "<script>");
  }

  @Test
  void a_number_leads_to_its_rows_where_the_role_may_open_them_and_stands_alone_elsewhere()
      throws Exception {
    assertThat(board("approver"))
        .contains("<a href=\"/draw/ui/plans/2023/checks\">3.20%</a>", "<a href=\"/draw/ui/plans\">")
        .contains("<b>3</b>")
        .doesNotContain("href=\"/registry/ui/readiness\"", "href=\"/registry/ui/memory\"");
  }

  @Test
  void the_board_is_for_chiefs_and_operations_and_for_who_is_signed_in() throws Exception {
    assertThat(browser.get("/board").headers().firstValue("Location"))
        .hasValue("/signin?to=%2Fboard");
    assertThat(browser.get("/board/events").statusCode()).isEqualTo(401);

    browser.signIn("JC001", "");

    HttpResponse<String> closed = browser.get("/board");
    assertThat(closed.statusCode()).isEqualTo(403);
    assertThat(closed.body())
        .contains("您的身份不能办理这一页", "这一页由下列身份办理", "纪检监察人员", "href=\"/desk\"", "<nav class=\"menu\"")
        .doesNotContain("forbidden");
    assertThat(browser.get("/board/events").statusCode()).isEqualTo(403);
    assertThat(browser.get("/desk").body()).doesNotContain("href=\"/board\"");
    assertThat(browser.post("/board", "", "Origin", browser.origin()).statusCode()).isEqualTo(405);
    assertThat(browser.send("HEAD", "/board/events", "").statusCode()).isEqualTo(405);
  }

  @Test
  void whoever_listens_hears_how_it_stands_and_each_change() throws Exception {
    says(open(3));
    browser.signIn("approver", "");
    try (Socket one = listen("", "");
        Socket other = listen("", "")) {
      for (Socket socket : List.of(one, other)) {
        assertThat(heard(socket, "event: beat\n"))
            .contains("Content-Type: text/event-stream", "X-Accel-Buffering: no", "retry: ")
            .containsSubsequence("id: ", "event: state\n", "待完善", "<b>3</b>");
      }

      says(open(4));

      for (Socket socket : List.of(one, other)) {
        assertThat(heard(socket, "<b>4</b>")).contains("event: state\n");
      }
    }
  }

  @Test
  void who_comes_back_is_told_only_what_he_does_not_know() throws Exception {
    says(open(5));
    browser.signIn("approver", "");
    Matcher edition = EDITION.matcher(browser.get("/board").body());
    assertThat(edition.find()).isTrue();
    String known = edition.group(1);

    try (Socket page = listen("?edition=" + known, "");
        Socket back = listen("?edition=0123456789abcdef", "Last-Event-ID: " + known + "\r\n");
        Socket late = listen("", "Last-Event-ID: 0123456789abcdef\r\n")) {
      assertThat(heard(page, "event: beat\n")).doesNotContain("event: state");
      assertThat(heard(back, "event: beat\n")).doesNotContain("event: state");
      assertThat(heard(late, "event: beat\n")).contains("id: " + known, "event: state");
    }
  }

  @Test
  void the_services_are_asked_once_however_many_listen() throws Exception {
    says(open(6));
    browser.signIn("approver", "");
    int before = Sockets.state(registry()).getInteger("boards");
    List<Socket> all = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      all.add(listen("", ""));
    }
    for (Socket socket : all) {
      heard(socket, "event: beat\n");
      heard(socket, "event: beat\n");
    }

    // For each of them it would be twice as many as there are listeners, at least.
    assertThat(Sockets.state(registry()).getInteger("boards") - before).isLessThan(all.size());
    for (Socket socket : all) {
      socket.close();
    }
  }

  @Test
  void a_board_that_is_left_open_is_no_use_of_the_session() throws Exception {
    Instant now = Instant.now();
    String name = SessionCookie.name(false);
    Duration rested = Duration.ofMinutes(29);
    browser.plant(
        name
            + "="
            + SessionSeal.keptIn(FakeAccounts.KEY)
                .seal(new Session("approver", "", now.minus(rested), now.minus(rested)), name));

    try (Socket socket = listen("", "")) {
      assertThat(heard(socket, "event: beat\n")).contains("200 OK").doesNotContain("Set-Cookie");
    }

    assertThat(browser.get("/board").headers().firstValue("Set-Cookie")).isPresent();
  }

  @Test
  void the_script_of_live_pages_is_a_file_a_browser_keeps() throws Exception {
    Matcher script =
        Pattern.compile("src=\"(/kit/live-[0-9a-f]{12}\\.mjs)\"").matcher(board("approver"));
    assertThat(script.find()).isTrue();

    HttpResponse<String> file = browser.get(script.group(1));

    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Cache-Control"))
        .hasValue("public, max-age=31536000, immutable");
    assertThat(file.body()).contains("EventSource");
  }
}
