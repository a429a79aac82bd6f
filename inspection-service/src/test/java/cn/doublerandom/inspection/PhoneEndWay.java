package cn.doublerandom.inspection;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.TestStack;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Two phones send all they have, and the second officer agrees with network that the visit ends.
 */
record PhoneEndWay(String kafka, String unit) {
  private static final String DRAW = "130534-2023778-001-1";
  private static final String VISIT = DRAW + "-P3";
  private static final String API = "/api/v1/visits/" + VISIT;

  private RequestSpecification as(String account) {
    return given()
        .contentType("application/json")
        .header(
            "Authorization",
            TestStack.bearer(new DemoIdentity.User(account, List.of("inspector"), unit)));
  }

  private static Map<String, Object> step(String who, String kind, Map<String, Object> more) {
    Map<String, Object> own = new HashMap<>(more);
    own.put("visitId", VISIT);
    return PhoneWay.step(who, kind, own);
  }

  void isGone() {
    TestStack.announceApart(
        kafka,
        "draw.events.v1",
        "task-130534-2023778-001",
        "DrawExecuted",
        95_100,
        """
        {"drawId":"%s","planId":"2023778","taskId":"001","round":1,"commitHash":"%s","resultHash":"%s",
         "frameSize":30,"selected":["P3"],
         "teams":[{"subject":"P3","inspectors":["JC001","JC002"],"units":["%s"]}],
         "items":[{"code":"P-1","name":"经营行为"}],
         "checkFrom":"2023-03-01","checkTo":"2999-11-30","executedOn":"2023-03-15"}
        """
            .formatted(DRAW, "a".repeat(64), "b".repeat(64), unit));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> as("JC001").get(API).then().statusCode(200));
    as("JC002")
        .body(
            Map.of(
                "steps",
                List.of(
                    step("JC002", "ARRIVED", Map.of()),
                    step("JC002", "ENDED", Map.of("steps", 2)))))
        .post(API + "/steps")
        .then()
        .statusCode(200);
    as("JC001")
        .body(
            Map.of(
                "steps",
                List.of(
                    step("JC001", "ARRIVED", Map.of()),
                    step(
                        "JC001",
                        "CHECKED",
                        Map.of("item", "P-1", "answer", Map.of("codes", List.of("1"), "note", ""))),
                    step("JC001", "ENDED", Map.of("steps", 3)),
                    step("JC001", "STATED", Map.of("words", "对检查情况无异议")))))
        .post(API + "/steps")
        .then()
        .statusCode(200)
        .body("state", equalTo("IN_PROGRESS"))
        .body("waitsFor", contains("JC002"));
    thePageOfTheVisitSaysSo();
    as("JC002").post(API + "/finish").then().statusCode(200);
    as("JC001")
        .get(API)
        .then()
        .body("state", equalTo("FINISHED"))
        .body("closing.statement.words", equalTo("对检查情况无异议"));
  }

  private void thePageOfTheVisitSaysSo() {
    as("JC001")
        .accept("text/html")
        .get("/ui/visits/" + VISIT)
        .then()
        .statusCode(200)
        .body(containsString("还在等：JC002"));
  }
}
