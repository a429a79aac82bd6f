package cn.doublerandom.inspection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.inspection.signing.PhoneKey;
import cn.doublerandom.inspection.visit.VisitRecord;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Two officers without network: what their phones send comes to one visit. */
record PhoneWay(String kafka, String unit) {
  private static final String DRAW = "130534-2023777-001-1";
  private static final String VISIT = DRAW + "-P1";
  private static final String API = "/api/v1/visits/" + VISIT;
  private static final Instant CONTACT =
      Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60);

  private RequestSpecification as(String account) {
    return given()
        .contentType("application/json")
        .header(
            "Authorization",
            TestStack.bearer(new DemoIdentity.User(account, List.of("inspector"), unit)));
  }

  private static Map<String, Object> step(String who, String kind, Map<String, Object> more) {
    Map<String, Object> step = new HashMap<>(more);
    step.put("id", UUID.randomUUID().toString());
    step.putIfAbsent("visitId", VISIT);
    step.put("officer", who);
    step.put("kind", kind);
    step.put("claimedAt", CONTACT.plusSeconds(30).toString());
    step.put("lastContact", CONTACT.toString());
    return step;
  }

  private static Map<String, Object> checked(String who, String item, String code, String note) {
    return step(
        who,
        "CHECKED",
        Map.of("item", item, "answer", Map.of("codes", List.of(code), "note", note)));
  }

  private ValidatableResponse sends(String who, List<Map<String, Object>> steps) {
    return as(who).body(Map.of("steps", steps)).post(API + "/steps").then();
  }

  void isGone() {
    TestStack.announceApart(
        kafka,
        "draw.events.v1",
        "task-130534-2023777-001",
        "DrawExecuted",
        95_000,
        """
        {"drawId":"%s","planId":"2023777","taskId":"001","round":1,"commitHash":"%s","resultHash":"%s",
         "frameSize":30,"selected":["P1"],
         "teams":[{"subject":"P1","inspectors":["JC001","JC002"],"units":["%s"]}],
         "items":[{"code":"P-1","name":"经营行为"},{"code":"P-2","name":"安全生产"}],
         "checkFrom":"2023-03-01","checkTo":"2999-11-30","executedOn":"2023-03-15"}
        """
            .formatted(DRAW, "a".repeat(64), "b".repeat(64), unit));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> as("JC001").get(API).then().statusCode(200));
    thePageIsThereForItsTeam();
    String found = twoPhonesDiffer();
    oneIsDecidedFor(found);
    theRecordIsSignedByAKeyUntilItIsRevoked();
  }

  private void thePageIsThereForItsTeam() {
    String page =
        as("JC001").get("/ui/phone/visits/" + VISIT).then().statusCode(200).extract().asString();
    assertThat(page).contains("data-pack=", "经营行为", "离线检查需要脚本");
    String worker = page.replaceAll("(?s).*data-worker=\"/inspection([^\"]+)\".*", "$1");
    given().get(worker).then().statusCode(200).contentType(containsString("javascript"));
    as("JC009").get("/ui/phone/visits/" + VISIT).then().statusCode(403);
  }

  private String twoPhonesDiffer() {
    List<Map<String, Object>> first =
        new ArrayList<>(
            List.of(
                step("JC001", "ARRIVED", Map.of()),
                checked("JC001", "P-1", "1", ""),
                checked("JC001", "P-2", "1", ""),
                step("JC001", "ENDED", Map.of("steps", 4))));
    Collections.reverse(first);
    sends("JC001", first)
        .statusCode(200)
        .body("steps.outcome", everyItem(equalTo("TAKEN")))
        .body("state", equalTo("ASSIGNED"))
        .body("waitsFor", contains("JC002"));
    sends("JC001", first)
        .body("steps.outcome", everyItem(equalTo("ALREADY_TAKEN")))
        .body("kept", hasSize(4));
    sends(
            "JC002",
            List.of(first.getFirst(), step("JC002", "ARRIVED", Map.of("visitId", VISIT + "2"))))
        .statusCode(200)
        .body("steps.code", contains("step-of-another-account", "step-of-another-visit"));
    sends("JC009", List.of(step("JC009", "ARRIVED", Map.of()))).statusCode(403);
    sends("JC001", Collections.nCopies(51, first.getFirst())).statusCode(400);
    Map<String, Object> found = checked("JC002", "P-2", "E", "灭火器过期，当场更换");
    sends(
            "JC002",
            List.of(
                found,
                step("JC002", "ENDED", Map.of("steps", 3)),
                step("JC002", "ARRIVED", Map.of())))
        .statusCode(200)
        .body("steps.outcome", contains("CONFLICT", "TAKEN", "TAKEN"))
        .body("waitsFor", empty())
        .body("conflicts.item", contains("P-2"))
        .body("conflicts[0].answers", hasSize(2))
        .body("state", equalTo("ASSIGNED"));
    assertThat(
            as("JC001")
                .get("/ui/visits/" + VISIT + "/steps")
                .then()
                .statusCode(200)
                .extract()
                .asString())
        .contains("两人回答不同", "灭火器过期", "手机上的时间");
    return String.valueOf(found.get("id"));
  }

  private void oneIsDecidedFor(String found) {
    String clean =
        as("JC001")
            .get(API + "/steps")
            .then()
            .extract()
            .path("conflicts[0].answers.find { it.officer == 'JC001' }.step");
    decides("JC001", clean).statusCode(403).body("code", equalTo("conflict-foreign"));
    decides("JC001", found)
        .statusCode(200)
        .body("conflicts", empty())
        .body("troubles", empty())
        .body("settled", equalTo(true));
    as("JC001")
        .get(API)
        .then()
        .body("state", equalTo("FINISHED"))
        .body("answers[1].codes", contains("E"));
  }

  private ValidatableResponse decides(String who, String step) {
    return as(who)
        .body(Map.of("item", "P-2", "step", step, "reason", "现场复核过了"))
        .post(API + "/steps/decisions")
        .then();
  }

  private void theRecordIsSignedByAKeyUntilItIsRevoked() {
    PhoneKey key = PhoneKey.madeOnP256();
    as("JC001")
        .body(Map.of("publicKey", key.publicKey(), "proof", key.proof("JC001")))
        .put("/api/v1/signing-keys/mine")
        .then()
        .statusCode(200);
    String hash = as("JC001").get(API + "/record").then().extract().path("recordHash");
    sends("JC001", List.of(signed(key, "f".repeat(64))))
        .body("troubles.code", contains("signature-of-another-record"))
        .body("settled", equalTo(false));
    sends("JC001", List.of(signed(PhoneKey.made(), hash)))
        .body("steps.code", contains("signing-key-unknown"));
    sends("JC001", List.of(signed(key, hash)))
        .body("troubles", empty())
        .body("settled", equalTo(true));
    as("JC001").get(API).then().body("closing.officers.officer", contains("JC001"));
    as("JC001")
        .body(Map.of("reason", "手机遗失"))
        .post("/api/v1/signing-keys/JC001/revocation")
        .then()
        .statusCode(200);
    as("JC001")
        .body(
            Map.of("keyId", key.known().id(), "steps", List.of(step("JC001", "ARRIVED", Map.of()))))
        .post(API + "/steps")
        .then()
        .statusCode(409)
        .body("code", equalTo("signing-key-revoked"));
  }

  private static Map<String, Object> signed(PhoneKey key, String hash) {
    Map<String, Object> step =
        step(
            "JC001",
            "SIGNED",
            Map.of(
                "record",
                Map.of(
                    "hash", hash,
                    "keyId", key.known().id(),
                    "signature", key.signs(VisitRecord.message(VISIT, hash, "JC001")))));
    if (!hash.startsWith("f")) {
      step.put("claimedAt", CONTACT.plusSeconds(40).toString());
    }
    return step;
  }
}
