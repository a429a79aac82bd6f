package cn.doublerandom.publication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.ExampleProgram;
import cn.doublerandom.embedded.ParkedWatch;
import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.servicekit.identity.CodeProof;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** 联合惩戒: a receiver that has Kafka answers on its topic, by the program a stranger would copy. */
record DisciplineTopicWay(String result, String unit, String kafka) {
  private static final String TOPIC = "discipline.acknowledgements.v1";
  private static final String RECEIVER = "清河县财政局";
  private static final String DEEDS = "items.find { it.resultId == '%s' }.disciplines[0].deeds";
  private static final String DEED = "已列入“限制”名单，\n期满移出";

  void isGone() {
    String code =
        as("JC072", "publisher")
            .body(Map.of("number", 1, "authority", RECEIVER))
            .post("/api/v1/results/" + result + "/discipline/link")
            .then()
            .statusCode(201)
            .extract()
            .path("secret");
    String key = "result-" + result;
    ParkedWatch.expect(key, "result-another");

    tells("result-another", RECEIVER, code);
    isSetAside("result-another", "its key is not that of the proposal it answers");
    tells(key, RECEIVER, "guessed");
    isSetAside(key, "refused: discipline-link-unknown");
    givesUp(key);
    tells(key, "清河县发展和改革局", code);
    isSetAside(key, "refused: discipline-authority-unknown");
    givesUp(key);
    shown().body(DEEDS.formatted(result) + ".authority", equalTo(List.of("清河县税务局")));

    answers(code, DEED);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> shown().body(DEEDS.formatted(result) + ".deed", hasItem(equalTo(DEED))));
    given()
        .get("/api/v1/disciplines/" + result + "/1/" + code)
        .then()
        .statusCode(404)
        .body("code", equalTo("discipline-link-unknown"));

    answers(code, DEED);
    answers(code, "别的话");
    isSetAside(key, "refused: discipline-link-unknown");
    as("operator", "operator")
        .get("/api/v1/memory/parked")
        .then()
        .body("items.findAll { it.key == '%s' }".formatted(key), hasSize(1));
    shown().body(DEEDS.formatted(result), hasSize(2));
    givesUp(key);
    givesUp("result-another");
  }

  private ValidatableResponse shown() {
    return given().get("/api/v1/results?limit=100").then().statusCode(200);
  }

  /** As a stranger does it, with the link it was handed. */
  private void answers(String code, String deed) {
    String link = "http://localhost/publication/api/v1/disciplines/%s/1/%s".formatted(result, code);
    assertThat(
            ExampleProgram.run(Path.of(".."), "DisciplineAnswer.java", kafka, link, RECEIVER, deed))
        .isEqualTo("told=" + TOPIC);
  }

  private void tells(String key, String authority, String code) {
    String text = "discipline-answer/1\n%s\n1\n%s\n已办理\n".formatted(result, authority);
    String hash = Sha256.hex(code.getBytes(StandardCharsets.UTF_8));
    TestStack.announceApart(
        kafka,
        TOPIC,
        key,
        "DisciplineAnswered",
        1,
        """
        {"resultId":"%s","number":1,"authority":"%s","deed":"已办理","proof":"%s"}
        """
            .formatted(result, authority, CodeProof.of(hash, text)));
  }

  private RequestSpecification as(String account, String role) {
    return given()
        .contentType("application/json")
        .header("Idempotency-Key", account + System.nanoTime())
        .header(
            "Authorization", TestStack.bearer(new DemoIdentity.User(account, List.of(role), unit)));
  }

  private void isSetAside(String key, String reason) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() ->
            as("operator", "operator")
                .get("/api/v1/memory/parked")
                .then()
                .body(
                    "items.findAll { it.key == '%s' }.reason".formatted(key),
                    hasItem(containsString(reason))));
  }

  private void givesUp(String key) {
    as("operator", "operator")
        .body(Map.of("source", TOPIC, "key", key, "reason", "反馈无法核实，已电话告知重发"))
        .post("/api/v1/memory/parked/skip")
        .then()
        .statusCode(200);
  }
}
