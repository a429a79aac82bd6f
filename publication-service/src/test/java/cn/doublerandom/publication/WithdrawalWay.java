package cn.doublerandom.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.eventstore.ledger.TopicTails;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * 通报的撤销: a public bulletin that was wrong is withdrawn by two supervisors, and stays to be read.
 */
record WithdrawalWay(String bulletin, String kafka) {
  private static final Pattern HIDDEN =
      Pattern.compile("name=\"(_key|_version)\" value=\"([^\"]+)\"");
  private static final String REASON = "年度检查数重复计算<1>";

  void isGone() {
    anybodyElseMayNot();
    oneAsksAndTakesItBack();
    oneAsksAndAnotherDoesNotAgree();
    oneAsksAgainAndAnotherAgrees();
    everybodyReadsThatItIsWithdrawnAndWhy();
    theWorldIsTold();
  }

  private String api() {
    return "/api/v1/bulletins/" + bulletin + "/withdrawal";
  }

  private String page() {
    return "/ui/bulletins/" + bulletin + "/withdrawal";
  }

  private String notice() {
    return "/ui/bulletins/" + bulletin;
  }

  private void anybodyElseMayNot() {
    as("JC072", "publisher").body(Map.of("reason", REASON)).post(api()).then().statusCode(403);
    as("JC072", "publisher").accept("text/html").get(page()).then().statusCode(403);
    as("DD001", "supervisor")
        .body(Map.of("reason", REASON))
        .post("/api/v1/bulletins/130534-2022-77/withdrawal")
        .then()
        .statusCode(404)
        .body("code", equalTo("notice-unknown"));
    as("DD001", "supervisor").get(api()).then().body("code", equalTo("no-change-waits"));
    as("DD001", "supervisor").body(Map.of("reason", " ")).post(api()).then().statusCode(400);
  }

  private void oneAsksAndTakesItBack() {
    takesBack("DD001", "核对以后口径无误").statusCode(409).body("code", equalTo("no-change-waits"));
    act("DD001", "", Map.of("reason", "统计口径好像有误")).then().statusCode(303);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> waits("DD002").body(containsString("\"bulletin-withdrawal\"")));
    as("JC072", "publisher")
        .body(Map.of("reason", "核对以后口径无误"))
        .post(api() + "/withdrawal")
        .then()
        .statusCode(403);
    takesBack("DD002", "核对以后口径无误").statusCode(403).body("code", equalTo("change-of-another"));
    takesBack("DD001", "。。").statusCode(422).body("code", equalTo("change-reason-missing"));
    as("DD002", "supervisor")
        .accept("text/html")
        .get(page())
        .then()
        .body(not(containsString("/withdrawal/withdrawal")));
    act("DD001", "/withdrawal", Map.of("reason", " ")).then().statusCode(400);
    act("DD001", "/withdrawal", Map.of("reason", "核对以后口径无误")).then().statusCode(303);
    as("DD002", "supervisor")
        .accept("text/html")
        .get(page())
        .then()
        .body(
            containsString("上一次提出的撤销由提出人撤回"),
            containsString("核对以后口径无误"),
            not(containsString("/withdrawal/approval")));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> waits("DD002").body(not(containsString("\"bulletin-withdrawal\""))));
    takesBack("DD001", "核对以后口径无误").statusCode(409).body("code", equalTo("no-change-waits"));
    as("DD001", "supervisor").body(Map.of("reason", "还是有误")).post(api()).then().statusCode(200);
    takesBack("DD001", "核对以后口径无误").statusCode(200).body("state", equalTo("PUBLIC"));
    given().get(notice()).then().body(not(containsString("口径")));
  }

  private ValidatableResponse takesBack(String account, String reason) {
    return as(account, "supervisor")
        .body(Map.of("reason", reason))
        .post(api() + "/withdrawal")
        .then();
  }

  private void oneAsksAndAnotherDoesNotAgree() {
    act("DD001", "", Map.of("reason", " ")).then().statusCode(400).body(containsString("w-reason"));
    act("DD001", "", Map.of("reason", REASON)).then().statusCode(303);
    as("DD001", "supervisor")
        .accept("text/html")
        .get(page())
        .then()
        .body(
            containsString("年度检查数重复计算&lt;1&gt;"),
            containsString("提出更正或撤销的人不能自己决定"),
            not(containsString("/withdrawal/approval")));
    given().get(notice()).then().body(not(containsString("年度检查数重复计算")));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> waits("DD002").body(containsString("\"bulletin-withdrawal\"")));
    waits("DD001").body(not(containsString("\"bulletin-withdrawal\"")));
    as("DD001", "supervisor")
        .header("If-Match", version())
        .post(api() + "/approval")
        .then()
        .statusCode(403)
        .body("code", equalTo("change-by-one-person"));
    act("DD002", "/decline", Map.of("reason", "数字与台账一致")).then().statusCode(303);
    as("DD001", "supervisor")
        .accept("text/html")
        .get(page())
        .then()
        .body(containsString("数字与台账一致"), containsString("没有同意"));
  }

  private void oneAsksAgainAndAnotherAgrees() {
    as("DD001", "supervisor")
        .body(Map.of("reason", REASON))
        .post(api())
        .then()
        .statusCode(200)
        .body("state", equalTo("WITHDRAWAL_WAITS"));
    as("DD002", "supervisor").post(api() + "/approval").then().statusCode(428);
    act("DD002", "/approval", Map.of()).then().statusCode(303);
    as("DD001", "supervisor")
        .body(Map.of("reason", REASON))
        .post(api())
        .then()
        .statusCode(409)
        .body("code", equalTo("bulletin-withdrawn"));
  }

  private void everybodyReadsThatItIsWithdrawnAndWhy() {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() ->
            given()
                .get(notice())
                .then()
                .statusCode(200)
                .body(
                    containsString("不再有效"),
                    containsString("年度检查数重复计算&lt;1&gt;"),
                    containsString("道路运输股"),
                    not(containsString("DD00"))));
    given().get("/ui").then().body(containsString("已撤销"));
    given()
        .get("/api/v1/bulletins")
        .then()
        .body(
            "items.find { it.bulletinId == '%s' }.withdrawn.reason".formatted(bulletin),
            equalTo(REASON));
    given()
        .get("/api/v1/bulletins/" + bulletin + "/imprint")
        .then()
        .body("validity", equalTo("VOID"));
    assertThat(given().get("/api/v1/open-data/2022/bulletins.ndjson").asString())
        .contains("\"validity\":\"VOID\"", "\"reason\":\"" + REASON + "\"");
    assertThat(given().get("/api/v1/open-data/feed").asString()).contains("（第1期）（已撤销）");
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() ->
            assertThat(
                    given()
                        .get("/api/v1/bulletins/" + bulletin + "/proof")
                        .jsonPath()
                        .getString("content"))
                .contains("\"state\":\"WITHDRAWN\"", "\"version\":2"));
    given()
        .get("/api/v1/bulletins/" + bulletin + "/proof?version=1")
        .then()
        .statusCode(200)
        .body("leaf", containsString(" " + bulletin + " 1 "));
  }

  private void theWorldIsTold() {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() ->
            assertThat(
                    TopicTails.readAll(Map.of("bootstrap.servers", kafka), "publication.events.v1")
                        .stream()
                        .filter(record -> record.key().endsWith("bulletin-notice-" + bulletin))
                        .map(record -> TopicTails.header(record, "ce_type").orElse("")))
                .containsExactly("cn.doublerandom.BulletinWithdrawn.v1"));
  }

  private String version() {
    return as("DD002", "supervisor").get(api()).then().statusCode(200).extract().header("ETag");
  }

  private ValidatableResponse waits(String account) {
    return as(account, "supervisor").accept("application/json").get("/api/v1/waiting").then();
  }

  private Response act(String account, String act, Map<String, String> typed) {
    String shown = as(account, "supervisor").accept("text/html").get(page()).asString();
    Map<String, String> hidden = new HashMap<>();
    HIDDEN.matcher(shown).results().forEach(f -> hidden.put(f.group(1), f.group(2)));
    return given()
        .redirects()
        .follow(false)
        .accept("text/html")
        .header("Authorization", bearer(account, "supervisor"))
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .formParam("_key", account + System.nanoTime())
        .formParam("_version", hidden.getOrDefault("_version", ""))
        .formParams(typed)
        .post(page() + act);
  }

  private static RequestSpecification as(String account, String role) {
    return given()
        .contentType("application/json")
        .header("Idempotency-Key", account + System.nanoTime())
        .header("Authorization", bearer(account, role));
  }

  private static String bearer(String account, String role) {
    return TestStack.bearer(new DemoIdentity.User(account, List.of(role), "督导组"));
  }
}
