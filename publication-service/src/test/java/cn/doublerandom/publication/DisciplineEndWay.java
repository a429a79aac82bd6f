package cn.doublerandom.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.ExampleProgram;
import cn.doublerandom.embedded.TestStack;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * 联合惩戒终止: its result was corrected to 未发现问题 and withdrawn after that; one receiver acknowledges the
 * end by its link, the other on its topic.
 */
record DisciplineEndWay(String result, String unit, String kafka) {
  private static final String OF = "items.find { it.resultId == '%s' }.disciplines[0]";
  private static final String FINANCE = "清河县财政局";
  private static final String TAX = "清河县税务局";

  /** Everybody reads that it ended, and why; the publisher waits for two receivers. */
  void hasEnded() {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() ->
            assertThat(words("zh"))
                .contains("不再有发现的问题，这项措施没有依据，已于", "终止，不再执行。理由： <b>误", "终止反馈 尚未反馈"));
    assertThat(words("en"))
        .contains("nothing was found any more: the measure has no basis", "Reason:\u00a0 <b>误");
    assertThat(page("zh")).contains("<section class=\"undone\"><h2>联合惩戒");
    shown()
        .then()
        .body(OF.formatted(result) + ".ended.cause", equalTo("CORRECTED"))
        .body(OF.formatted(result) + ".ended.reason", equalTo("<b>误</b>"))
        .body(OF.formatted(result) + ".ended.deeds", hasSize(0));
    waits(true);
    as("JC072", "publisher")
        .accept("text/html")
        .get("/ui/notices?state=DISCIPLINE_ENDED")
        .then()
        .body(containsString("联合惩戒终止待反馈"), containsString(result));
    as("JC072", "publisher")
        .accept("text/html")
        .get("/ui/notices/" + result)
        .then()
        .body(containsString("尚待反馈："), containsString("联合惩戒终止，通知接收部门"));
  }

  /** By a link of its own, and about the end alone. */
  void isAcknowledgedByLink() {
    String secret = link(TAX).then().statusCode(201).extract().path("secret");
    String link = "/api/v1/disciplines/" + result + "/1/" + secret;
    given()
        .get(link)
        .then()
        .statusCode(200)
        .body("authority", equalTo(TAX), "ended.cause", equalTo("CORRECTED"));
    given()
        .contentType("application/json")
        .body(Map.of("deed", "已列入名单"))
        .post(link)
        .then()
        .statusCode(409)
        .body("code", equalTo("discipline-ended"));
    String page = "/ui/disciplines/" + result + "/1/" + secret;
    given()
        .accept("text/html")
        .get(page)
        .then()
        .body(containsString("请反馈怎样停止执行"), containsString("name=\"ending\""));
    given()
        .accept("text/html")
        .redirects()
        .follow(false)
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .formParam("ending", "true")
        .formParam("deed", "已恢复出口退税")
        .post(page)
        .then()
        .statusCode(303);
    given().get(link).then().statusCode(404).body("code", equalTo("discipline-link-unknown"));
    await().untilAsserted(() -> assertThat(words("zh")).contains("已恢复出口退税"));
    link(TAX).then().statusCode(422).body("code", equalTo("discipline-authority-unknown"));
    waits(true);
  }

  /** After the withdrawal too, by the program a stranger would copy. */
  void isAcknowledgedOnItsTopic() {
    String secret = link(FINANCE).then().statusCode(201).extract().path("secret");
    assertThat(
            ExampleProgram.run(
                Path.of(".."),
                "DisciplineAnswer.java",
                kafka,
                "http://localhost/publication/api/v1/disciplines/%s/1/%s".formatted(result, secret),
                FINANCE,
                "已移出名单",
                "ended"))
        .isEqualTo("told=discipline.acknowledgements.v1");
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() ->
            shown()
                .then()
                .body(
                    OF.formatted(result) + ".ended.deeds.deed",
                    equalTo(List.of("已恢复出口退税", "已移出名单"))));
    waits(false);
  }

  private void waits(boolean does) {
    await()
        .untilAsserted(() ->
            as("JC072", "publisher")
                .get("/api/v1/waiting")
                .then()
                .body(
                    "items.kind",
                    does ? hasItem("discipline-ended") : not(hasItem("discipline-ended"))));
  }

  private Response link(String authority) {
    return as("JC072", "publisher")
        .body(Map.of("number", 1, "authority", authority))
        .post("/api/v1/results/" + result + "/discipline/link");
  }

  private Response shown() {
    return given().get("/api/v1/results?limit=100");
  }

  private String page(String language) {
    return given()
        .accept("text/html")
        .header("Accept-Language", language)
        .get("/ui/results/" + result)
        .asString();
  }

  private String words(String language) {
    return page(language)
        .replaceAll("<[^>]*>", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replaceAll("[ \\n]+", " ")
        .strip();
  }

  private RequestSpecification as(String account, String role) {
    return given()
        .contentType("application/json")
        .header("Idempotency-Key", account + System.nanoTime())
        .header(
            "Authorization", TestStack.bearer(new DemoIdentity.User(account, List.of(role), unit)));
  }
}
