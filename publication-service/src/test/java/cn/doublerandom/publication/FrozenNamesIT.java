package cn.doublerandom.publication;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Whatever the register calls a firm later: what is published of its draw bears one name. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    restrictToAnnotatedClass = true,
    initArgs = @ResourceArg(name = "database", value = "publication"))
class FrozenNamesIT {
  private static final String DRAW = "130534-2023001-001-1";
  private static final String FIRM = "91130534MA0023063G";
  private static final String OTHER = "91130534MA1178886W";
  private static final String UNDONE = "91130534MA4444444X";
  private static final String RESULT = DRAW + "-" + FIRM;
  private static final String HASH = "a".repeat(64);

  /** What the registry told so far, by whichever test. */
  private static final AtomicLong REGISTERED = new AtomicLong();

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  private void tell(String topic, String key, String type, long seq, String json) {
    TestStack.announce(kafka, topic, key, type, seq, json);
  }

  private void named(String id, String name) {
    tell(
        "registry.events.v1",
        "subject-" + id,
        "SubjectChanged",
        REGISTERED.incrementAndGet(),
        """
        {"subjectId":"%s","name":"%s","kind":"ENTERPRISE","labels":["道路运输"],"creditRiskClass":"A",
         "status":"ACTIVE","registrar":"行政审批局","since":"2018-01-01"}
        """
            .formatted(id, name));
  }

  private void tellStory() {
    named(FIRM, "清河县甲运输有限公司");
    named(OTHER, "清河县候补运输有限公司");
    String draw = "task-130534-2023001-001";
    tell(
        "draw.events.v1",
        draw,
        "DrawCommitted",
        1,
        """
        {"drawId":"%s","planId":"2023001","taskId":"001","round":1,"commitHash":"%s","frameSize":187,
         "executeBy":"2023-03-20T16:00:00Z"}
        """
            .formatted(DRAW, HASH));
    tell(
        "draw.events.v1",
        draw,
        "DrawExecuted",
        2,
        """
        {"drawId":"%s","planId":"2023001","taskId":"001","round":1,"commitHash":"%s","resultHash":"%s",
         "frameSize":187,"selected":["%s"],"teams":[{"subject":"%s","inspectors":["JC001","JC002"]}],
         "items":[{"code":"I-1","name":"经营行为"}],"checkFrom":"2023-03-01","checkTo":"2023-11-30",
         "executedOn":"2023-03-15","names":[{"subject":"%s","name":"清河县甲运输有限公司"}]}
        """
            .formatted(DRAW, HASH, HASH, FIRM, FIRM, FIRM));
    tell(
        "draw.events.v1",
        draw,
        "TeamChanged",
        3,
        """
        {"drawId":"%s","planId":"2023001","taskId":"001","subject":"%s","inspectors":["JC001","JC002"],
         "items":[{"code":"I-1","name":"经营行为"}],"checkFrom":"2023-03-01","checkTo":"2023-11-30",
         "reason":"已搬迁","changedOn":"2023-03-16","replaces":"%s","name":"清河县候补运输有限公司"}
        """
            .formatted(DRAW, OTHER, FIRM));
    tell(
        "inspection.events.v1",
        "visit-" + RESULT,
        "ResultRecorded",
        1,
        """
        {"resultId":"%s","drawId":"%s","planId":"2023001","taskId":"001","subjectId":"%s",
         "inspectors":["JC001","JC002"],"unit":"综合行政执法大队","units":["综合行政执法大队"],
         "recordedBy":"JC001","finishedOn":"2023-03-16","dueOn":"2023-04-14","provisional":false,
         "codes":["1"],"findings":[{"itemCode":"I-1","itemName":"经营行为","codes":["1"],"note":""}]}
        """
            .formatted(RESULT, DRAW, FIRM));
    named(FIRM, "清河县乙运输有限公司");
    named(OTHER, "清河县丙运输有限公司");
  }

  @Test
  void a_result_is_published_under_the_name_of_the_frozen_frame_whatever_the_register_says_since() {
    tellStory();
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() ->
            given()
                .get("/api/v1/draws")
                .then()
                .body("items[0].subjects[0].name", equalTo("清河县甲运输有限公司"))
                .body("items[0].subjects[0].nameNow", equalTo("清河县乙运输有限公司"))
                .body("items[0].replacements[0].name", equalTo("清河县候补运输有限公司")));
    given()
        .get("/ui/draws/" + DRAW)
        .then()
        .body(containsString("清河县甲运输有限公司"))
        .body(containsString("（现名：清河县乙运输有限公司）"))
        .body(containsString("清河县候补运输有限公司<span class=\"quiet\">（现名：清河县丙运输有限公司）</span>"));
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() ->
            given()
                .get("/ui/overdue")
                .then()
                .body(containsString("清河县甲运输有限公司"))
                .body(not(containsString("清河县乙运输有限公司"))));
    given()
        .header(
            "Authorization",
            TestStack.bearer(new DemoIdentity.User("publisher", List.of("publisher"), "综合行政执法大队")))
        .contentType("application/json")
        .post("/api/v1/results/" + RESULT + "/publication")
        .then()
        .statusCode(201);
    await()
        .untilAsserted(() ->
            given()
                .get("/api/v1/results")
                .then()
                .body("items", hasSize(1))
                .body("items[0].subjectName", equalTo("清河县甲运输有限公司")));
    given()
        .get("/ui/draws/" + DRAW + "/results")
        .then()
        .body(containsString("清河县甲运输有限公司"))
        .body(not(containsString("清河县乙运输有限公司")));
    named(FIRM, "清河县甲运输有限公司");
    await()
        .untilAsserted(() ->
            given()
                .get("/api/v1/draws")
                .then()
                .body("items[0].subjects[0].name", equalTo("清河县甲运输有限公司"))
                .body("items[0].subjects[0].nameNow", nullValue()));
  }

  private void entered(String id, String status, String states) {
    tell(
        "registry.events.v1",
        "subject-" + id,
        "SubjectChanged",
        REGISTERED.incrementAndGet(),
        """
        {"subjectId":"%s","name":"清河县误录运输有限公司","kind":"ENTERPRISE","labels":["道路运输"],
         "creditRiskClass":"NONE","status":"%s","registrar":"行政审批局","since":"2018-01-01"%s}
        """
            .formatted(id, status, states));
  }

  @Test
  void an_entry_whose_import_was_undone_is_gone_and_its_page_says_since_when() {
    String firm = "/ui/firms/" + UNDONE;
    entered(UNDONE, "ACTIVE", "");
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(
            () -> given().get(firm).then().statusCode(200).body(containsString("清河县误录运输有限公司")));
    entered(
        UNDONE,
        "UNCONFIRMED",
        """
        ,"effective":"2023-06-01","toldOn":"2023-06-01",
         "states":[{"from":"2018-01-01","status":"ACTIVE"},{"from":"2023-06-01","status":"UNCONFIRMED"}]
        """);
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() ->
            given()
                .get(firm)
                .then()
                .statusCode(410)
                .body(containsString(UNDONE))
                .body(containsString("自 2023-06-01 起"))
                .body(containsString("没有参加过抽取"))
                .body(not(containsString("清河县误录运输有限公司"))));
    given()
        .header("Accept-Language", "en")
        .get(firm)
        .then()
        .statusCode(410)
        .body(containsString("from 2023-06-01 on the register has no such subject"));

    // One that nobody has agreed to yet is nobody's.
    entered("91130534MA6666666X", "UNCONFIRMED", "");
    entered("91130534MA5555555X", "ACTIVE", "");
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() -> given().get("/ui/firms/91130534MA5555555X").then().statusCode(200));
    given().get("/ui/firms/91130534MA6666666X").then().statusCode(404);
  }
}
