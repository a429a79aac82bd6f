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
import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.inspection.signing.PhoneKey;
import cn.doublerandom.inspection.visit.VisitRecord;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;

/** Two officers without network: what their phones send comes to one visit. */
record PhoneWay(String kafka, String unit) {
  private static final String DRAW = "130534-2023777-001-1";
  private static final String VISIT = DRAW + "-P1";
  private static final String API = "/api/v1/visits/" + VISIT;
  private static final Instant CONTACT =
      MovableClock.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60);

  /** It says of itself that it was taken in June 2023. */
  private static final byte[] PHOTO = sample();

  private static byte[] sample() {
    try {
      return Files.readAllBytes(Path.of("src/test/resources/photos/all.jpg"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final Map<String, Object> END = step("JC001", "ENDED", Map.of("steps", 5));

  private static Map<String, Object> photo(String who, String item) {
    return step(
        who,
        "EVIDENCED",
        Map.of("item", item, "file", Map.of("sha256", Sha256.hex(PHOTO), "bytes", PHOTO.length)));
  }

  private RequestSpecification as(String account) {
    return given()
        .contentType("application/json")
        .header(
            "Authorization",
            TestStack.bearer(new DemoIdentity.User(account, List.of("inspector"), unit)));
  }

  static Map<String, Object> step(String who, String kind, Map<String, Object> more) {
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
    theSubjectSignsOnThePhone();
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
                photo("JC001", "P-1"),
                END));
    Collections.reverse(first);
    sends("JC001", first)
        .statusCode(200)
        .body("steps.outcome", everyItem(equalTo("TAKEN")))
        .body("state", equalTo("ASSIGNED"))
        .body("waitsFor", contains("JC002"));
    sends("JC001", first)
        .body("steps.outcome", everyItem(equalTo("ALREADY_TAKEN")))
        .body("kept", hasSize(5))
        .body("awaited.sha256", contains(Sha256.hex(PHOTO)));
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
    as("JC002")
        .body(Map.of("reason", "曾为该企业提供咨询"))
        .post(API + "/preparation/recusal")
        .then()
        .statusCode(200);
    decides("JC001", found)
        .statusCode(200)
        .body("conflicts", empty())
        .body("troubles.code", contains("recusal-undecided"))
        .body("state", equalTo("ASSIGNED"));
    theRecusalIsRefusedAndWhatPhonesHaveSentGoesOn();
    as("JC001")
        .get(API + "/steps")
        .then()
        .body("state", equalTo("IN_PROGRESS"))
        .body("awaited.officer", contains("JC001"))
        .body("settled", equalTo(false));
    as("JC001")
        .contentType("application/octet-stream")
        .body(PHOTO)
        .put(
            API
                + "/evidence/%s?offset=0&size=%d&item=P-1"
                    .formatted(Sha256.hex(PHOTO), PHOTO.length))
        .then()
        .statusCode(200)
        .body("complete", equalTo(true));
    sends("JC001", List.of(END))
        .body("steps.outcome", contains("ALREADY_TAKEN"))
        .body("awaited", empty())
        .body("missing", contains("SUBJECT", "JC001", "JC002"))
        .body("settled", equalTo(true));
    as("JC001")
        .get(API)
        .then()
        .body("state", equalTo("FINISHED"))
        .body("answers[1].codes", contains("E"));
    thePhotosOwnTimeStandsBesideTheOthers();
  }

  private void theRecusalIsRefusedAndWhatPhonesHaveSentGoesOn() {
    RequestSpecification coordinator =
        given()
            .contentType("application/json")
            .header(
                "Authorization",
                TestStack.bearer(new DemoIdentity.User("c", List.of("coordinator"), "法制安全科")));
    String read = coordinator.get(API + "/preparation").then().extract().header("ETag");
    coordinator
        .header("If-Match", read)
        .body(Map.of("decision", "STAYS", "reason", "咨询早已结束"))
        .post(API + "/preparation/recusals/JC002/decision")
        .then()
        .statusCode(200);
  }

  private void thePhotosOwnTimeStandsBesideTheOthers() {
    as("JC001")
        .get(API + "/evidence")
        .then()
        .body("evidence[0].photo.takenAt", equalTo("2023-06-16T10:15:30"))
        .body("evidence[0].photo.offset", equalTo("+08:00"))
        .body("evidence[0].photo.camera", equalTo("Example Phone 7"))
        .body("evidence[0].photo.place.latitudeMicrodegrees", equalTo(37_053_428));
    assertThat(
            as("JC001")
                .accept("application/octet-stream")
                .get(API + "/evidence/" + Sha256.hex(PHOTO))
                .asByteArray())
        .isEqualTo(PHOTO);
    Document page = VisitForms.of("lead", unit, "unit-lead").page("/ui/visits/" + VISIT);
    String claimed =
        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
            .format(CONTACT.plusSeconds(30).atZone(ZoneId.of("Asia/Shanghai")));
    assertThat(page.body().text())
        .contains(
            "手机记录的时间",
            claimed,
            "拍摄于 2023-06-16 10:15:30 +08:00",
            "相机：Example Phone 7",
            "37.05343, 115.65833",
            "照片自述的拍摄时间与手机记录的时间相差");
    assertThat(page.select("[href], [src], [action]").outerHtml()).doesNotContain("37.05");
    assertThat(page.select(".timeline").text()).contains("系统").doesNotContain(".v1");
    theOfficerReadsItOnHisPhone();
    assertThat(as("JC001").get(API + "/record").then().extract().asString())
        .contains(Sha256.hex(PHOTO))
        .doesNotContain("2023-06-16T10:15:30", "Example Phone", "37053428");
  }

  private void theOfficerReadsItOnHisPhone() {
    Document phone =
        VisitForms.of("JC001", unit, "inspector").page("/ui/visits/" + VISIT + "/items/P-1");
    assertThat(phone.body().text())
        .contains("照片自述", "拍摄于 2023-06-16 10:15:30 +08:00", "相机：Example Phone 7", "只供核对");
  }

  private void theSubjectSignsOnThePhone() {
    Map<String, Object> stated = step("JC001", "STATED", Map.of("words", "对检查情况无异议"));
    sends("JC001", List.of(stated)).body("steps.outcome", contains("TAKEN"));
    String hash = as("JC001").get(API + "/record").then().extract().path("recordHash");
    sends("JC001", List.of(subject(Map.of("recordHash", "f".repeat(64)))))
        .body("steps.outcome", contains("TAKEN"))
        .body("troubles.code", contains("signature-of-another-record"))
        .body("settled", equalTo(false));
    Map<String, Object> unwitnessed = subject(Map.of("recordHash", hash));
    unwitnessed.put("subject", without(unwitnessed.get("subject"), "witness"));
    sends("JC001", List.of(unwitnessed)).body("steps.code", contains("witness-missing"));
    Map<String, Object> scribbled =
        subject(Map.of("recordHash", hash, "way", "GLASS", "strokes", "10,10"));
    sends("JC001", List.of(scribbled)).body("steps.code", contains("strokes-unfit"));
    Map<String, Object> refused = subject(Map.of("recordHash", hash));
    refused.put("claimedAt", CONTACT.plusSeconds(41).toString());
    sends("JC001", List.of(refused))
        .body("steps.outcome", contains("TAKEN"))
        .body("troubles", empty())
        .body("missing", contains("JC001", "JC002"));
    sends("JC001", List.of(refused)).body("steps.outcome", contains("ALREADY_TAKEN"));
    Map<String, Object> changed = new HashMap<>(refused);
    changed.put("subject", subject(Map.of("recordHash", hash, "signer", "别人")).get("subject"));
    sends("JC001", List.of(changed)).body("steps.code", contains("step-changed"));
    Map<String, Object> foreign = new HashMap<>(refused);
    foreign.put("visitId", VISIT + "2");
    sends("JC001", List.of(foreign)).body("steps.code", contains("step-of-another-visit"));
    as("JC001")
        .get(API + "/subject-signature")
        .then()
        .body("signer", equalTo("张某"))
        .body("witness", equalTo("李某"));
    as("JC001")
        .get(API)
        .then()
        .body("closing.statement.words", equalTo("对检查情况无异议"))
        .body("closing.subject.way", equalTo("REFUSED"))
        .body("closing.subject.by", equalTo("JC001"));
    assertThat(as("JC001").get("/ui/visits/" + VISIT + "/steps").then().extract().asString())
        .contains("当事人陈述", "检查对象签名或者拒绝签名", "取证")
        .doesNotContain("张某");
  }

  private static Map<String, Object> subject(Map<String, Object> but) {
    Map<String, Object> subject =
        new HashMap<>(
            Map.of(
                "way", "REFUSED",
                "signer", "张某",
                "signedAs", "安全负责人",
                "witness", "李某",
                "witnessedAs", "村委会工作人员",
                "refusal", "对第二项结论有异议"));
    subject.putAll(but);
    return step("JC001", "SUBJECT_SIGNED", Map.of("subject", subject));
  }

  private static Map<String, Object> without(Object subject, String name) {
    Map<String, Object> less = new HashMap<>();
    ((Map<?, ?>) subject).forEach((key, value) -> less.put(String.valueOf(key), value));
    less.remove(name);
    return less;
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
