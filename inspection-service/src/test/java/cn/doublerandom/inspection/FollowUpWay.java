package cn.doublerandom.inspection;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.ExampleProgram;
import cn.doublerandom.embedded.ParkedWatch;
import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.eventstore.Sha256;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.core.ThrowingRunnable;
import org.jsoup.nodes.Document;

/** What follows the finding of a visit: an order with its re-check, a transfer with its receipt. */
record FollowUpWay(String visit, String unit, VisitForms first, String kafka) {
  private String page() {
    return "/ui/visits/" + visit + "/follow-ups";
  }

  private String api() {
    return "/api/v1/visits/" + visit + "/follow-ups";
  }

  private RequestSpecification as(String account, String role) {
    return given()
        .contentType("application/json")
        .header(
            "Authorization", TestStack.bearer(new DemoIdentity.User(account, List.of(role), unit)));
  }

  private static final String MISSING = "follow-up-missing";

  private List<String> waiting(String account, String role) {
    return as(account, role).get("/api/v1/waiting").then().extract().path("items.kind");
  }

  void isGone() {
    anOrderIsOpened();
    theFileIsNotArchivedMeanwhile();
    aReCheckIsPlannedForTwoOthers();
    itsDayPassesAndThoseAboveAreTold();
    twoOfficersLookAgain();
    aTransferIsReceivedByItsLink();
    aNotificationIsReceivedOverKafkaByItsReceiverAlone();
    as("lead", "unit-lead").get(api()).then().body("problemClosed", equalTo(true));
  }

  private void anOrderIsOpened() {
    as("VW001", "inspector")
        .body(Map.of("kind", "CORRECTION", "item", "VW-1", "document", "清交责改〔2025〕1号"))
        .post(api())
        .then()
        .statusCode(422)
        .body("code", equalTo("follow-up-unfounded"));
    VisitForms lead = VisitForms.of("lead", unit, "unit-lead");
    await().untilAsserted(() -> assertThat(waiting("lead", "unit-lead")).contains(MISSING));
    assertThat(waiting("VW001", "inspector")).contains(MISSING);
    assertThat(waiting("c", "coordinator")).doesNotContain(MISSING);
    Document empty = VisitForms.page(lead.send(lead.page(page()), "/follow-ups", Map.of()), 400);
    assertThat(empty.select(".fault").eachText()).isNotEmpty();
    Document opened =
        lead.after(
            lead.send(
                empty,
                "/follow-ups",
                Map.of(
                    "kind", List.of("CORRECTION"),
                    "item", List.of("VW-2"),
                    "document", List.of("清交责改〔2025〕1号责令改正通知书"))));
    assertThat(opened.body().text()).contains("责令改正", "lead 于", "到期");
    await().untilAsserted(() -> assertThat(waiting("lead", "unit-lead")).doesNotContain(MISSING));
    await()
        .untilAsserted(
            () -> assertThat(lead.page("/ui/follow-ups").body().text()).contains("清河县路途汽车维修有限公司"));
    assertThat(VisitForms.of("VW009", "别的单位", "inspector").page("/ui/follow-ups").body().text())
        .contains("没有未办结的后续处置");
    assertThat(VisitForms.of("lead", "别的单位", "unit-lead").get(page()).statusCode()).isEqualTo(403);
  }

  private void theFileIsNotArchivedMeanwhile() {
    given()
        .contentType("application/json")
        .header("Authorization", TestStack.bearer("coordinator"))
        .post("/api/v1/case-files/130534-2023555-001-1/archive")
        .then()
        .statusCode(409)
        .body("code", equalTo("case-file-incomplete"))
        .body("context.missing", hasItem("91130534MA0WAY001A：后续处置未办结：清交责改〔2025〕1号责令改正通知书"));
  }

  /** What is not drawn goes to a colleague who is named, once another person has agreed. */
  private void oneOfThemLeaves(VisitForms lead) {
    String departure = "/ui/departures/VW013";
    await()
        .untilAsserted(() ->
            assertThat(lead.page(departure).body().text()).contains("安排好的复查", "清河县路途汽车维修有限公司"));
    Map<String, List<String>> leaving =
        Map.of("leavesOn", List.of(MovableClock.today().toString()), "reason", List.of("调到养护中心"));
    Document alone = VisitForms.page(lead.send(lead.page(departure), "/VW013", leaving), 422);
    assertThat(alone.body().text()).contains("须写明由哪名执法人员接手");
    Map<String, List<String>> with = new TreeMap<>(leaving);
    with.put("colleague", List.of("VW011"));
    lead.after(lead.send(alone, "/VW013", with));
    VisitForms office = VisitForms.of("office", "法制安全科", "coordinator");
    office.after(office.send(office.page(departure), "/approval", Map.of()));
  }

  /** They find it is not put right; it stays open, and the team itself looks again later. */
  private void aReCheckIsPlannedForTwoOthers() {
    VisitForms lead = VisitForms.of("lead", unit, "unit-lead");
    String today = MovableClock.today().toString();
    TestStack.announceApart(
        kafka,
        "registry.events.v1",
        "inspector-VW013",
        "InspectorChanged",
        91_031,
        """
        {"inspectorId":"VW013","unit":"%s","tags":["unit:x"],"certificateValidUntil":"2999-12-31",
         "status":"ACTIVE","recusals":[]}
        """
            .formatted(unit));
    await()
        .untilAsserted(
            () -> assertThat(lead.get("/ui/departures/VW013").statusCode()).isEqualTo(200));
    Document alone =
        VisitForms.page(
            lead.send(
                lead.page(page()),
                "/1/recheck-visit",
                Map.of(
                    "on", List.of(today), "first", List.of("VW011"), "second", List.of("VW011"))),
            422);
    Document planned =
        lead.after(
            lead.send(
                alone,
                "/1/recheck-visit",
                Map.of(
                    "on", List.of(today), "first", List.of("VW013"), "second", List.of("VW012"))));
    assertThat(planned.body().text()).contains("由 VW013、VW012 复查");
    oneOfThemLeaves(lead);
    assertThat(lead.page(page()).body().text()).contains("由 VW011、VW012 复查");
    as("VW001", "inspector")
        .body(Map.of("corrected", true, "note", "灭火器已经更换"))
        .post(api() + "/1/recheck")
        .then()
        .statusCode(403)
        .body("code", equalTo("recheck-of-others"));
    VisitForms third = VisitForms.of("VW011", "别的单位", "inspector");
    await()
        .untilAsserted(() ->
            assertThat(third.page("/ui/follow-ups").select("a[href$=" + visit + "/1]").text())
                .contains("清河县路途汽车维修有限公司"));
    Document order = third.page("/ui/follow-ups/" + visit + "/1");
    assertThat(order.body().text()).contains("清河县泰山路18号", "清交责改〔2025〕1号");
    Document seen =
        third.after(
            third.send(
                order,
                "/recheck",
                Map.of("corrected", List.of("false"), "note", List.of("灭火器没有更换"))));
    assertThat(seen.body().text()).contains("VW011 复查：未改正", "等待另一名执法人员");
    VisitForms fourth = VisitForms.of("VW012", "别的单位", "inspector");
    Document confirmed =
        fourth.after(
            fourth.send(fourth.page("/ui/follow-ups/" + visit + "/1"), "/confirmation", Map.of()));
    assertThat(confirmed.body().text()).contains("VW012 确认").doesNotContain("办结");
    assertThat(confirmed.select("form[action$=/recheck]")).isEmpty();
    assertThat(first.get("/ui/follow-ups/" + visit + "/1").statusCode()).isEqualTo(403);
  }

  /**
   * Fifteen working days from 13 October are over on 3 November; each step is told once, by the
   * clock alone.
   */
  private void itsDayPassesAndThoseAboveAreTold() {
    as("lead", "unit-lead").get(api()).then().body("followUps[0].dueOn", equalTo("2026-11-03"));
    LocalDate due = LocalDate.of(2026, 11, 3);
    MovableClock.goesOnTo(due);
    soon(() -> waits("VW001", "inspector"));
    waitsNot("lead", "unit-lead");
    MovableClock.goesOnTo(due.plusDays(1));
    soon(() -> waits("lead", "unit-lead"));
    waitsNot("coordinator", "coordinator");
    // Five working days later, and the day after them.
    MovableClock.goesOnTo(LocalDate.of(2026, 11, 11));
    soon(() -> waits("coordinator", "coordinator"));
    waitsNot("approver", "approver");
    MovableClock.goesOnTo(LocalDate.of(2026, 11, 18));
    soon(() -> waits("approver", "approver"));
    assertThat(VisitForms.of("lead", unit, "unit-lead").page(page()).body().text()).contains("已上报");
  }

  private static void soon(ThrowingRunnable told) {
    await().atMost(Duration.ofSeconds(30)).untilAsserted(told);
  }

  private String told(String account, String role) {
    return as(account, role)
        .get("/api/v1/waiting")
        .then()
        .statusCode(200)
        .extract()
        .path("items.findAll { it.kind == 'follow-up' }.what.toString()");
  }

  private void waits(String account, String role) {
    assertThat(told(account, role)).contains("办结“清河县路途汽车维修有限公司”的后续处置（11月3日到期");
  }

  private void waitsNot(String account, String role) {
    assertThat(told(account, role)).doesNotContain("路途汽车维修");
  }

  private void twoOfficersLookAgain() {
    Document looked =
        first.after(
            first.send(
                first.page(page()),
                "/1/recheck",
                Map.of("corrected", List.of("true"), "note", List.of("灭火器已经更换"))));
    assertThat(looked.body().text()).contains("VW001 复查：已改正，灭火器已经更换", "等待另一名执法人员");
    String version =
        as("VW002", "inspector").get(api()).then().statusCode(200).extract().header("ETag");
    as("VW001", "inspector")
        .header("If-Match", version)
        .header("Idempotency-Key", "recheck-of-vw001")
        .post(api() + "/1/recheck/confirmation")
        .then()
        .statusCode(403)
        .body("code", equalTo("recheck-alone"));
    as("VW002", "inspector")
        .header("If-Match", version)
        .header("Idempotency-Key", "recheck-of-vw002")
        .post(api() + "/1/recheck/confirmation")
        .then()
        .statusCode(200)
        .body("followUps[0].recheck.confirmedBy", equalTo("VW002"));
  }

  private void aTransferIsReceivedByItsLink() {
    as("VW001", "inspector")
        .body(
            Map.of(
                "kind", "TRANSFER",
                "item", "VW-2",
                "document", "清交移〔2025〕1号案件移送函",
                "receiver", "清河县市场监督管理局",
                "workingDays", 5))
        .post(api())
        .then()
        .statusCode(200)
        .body("followUps.kind", contains("CORRECTION", "TRANSFER"));
    String secret =
        as("VW001", "inspector")
            .post(api() + "/2/link")
            .then()
            .statusCode(200)
            .extract()
            .path("secret");
    String receipt = "/ui/receipts/" + visit + "/2/";
    assertThat(
            given()
                .get("/api/v1/receipts/" + visit + "/2/" + "x".repeat(27))
                .then()
                .statusCode(404)
                .extract()
                .<String>path("code"))
        .isEqualTo("receipt-link-unknown");
    Document asked = VisitForms.page(given().accept("text/html").get(receipt + secret), 200);
    assertThat(asked.body().text()).contains("清河县市场监督管理局：清交移〔2025〕1号案件移送函");
    given()
        .contentType("application/json")
        .body(Map.of("receivedAs", "综合执法大队", "reference", "清市监收〔2025〕18号"))
        .post("/api/v1/receipts/" + visit + "/2/" + secret)
        .then()
        .statusCode(201);
    given()
        .contentType("application/json")
        .body(Map.of("receivedAs", "综合执法大队", "reference", "清市监收〔2025〕18号"))
        .post("/api/v1/receipts/" + visit + "/2/" + secret)
        .then()
        .statusCode(404);
    assertThat(first.page(page()).body().text()).contains("综合执法大队 收到，收文号 清市监收〔2025〕18号");
    assertThat(VisitForms.page(given().accept("text/html").get("/ui/receipts"), 200).body().text())
        .contains("已经回执");
  }

  private static final String TOPIC = "receivers.receipts.v1";

  private void aNotificationIsReceivedOverKafkaByItsReceiverAlone() {
    as("VW001", "inspector")
        .body(
            Map.of(
                "kind", "NOTIFICATION",
                "item", "VW-2",
                "document", "清交抄〔2025〕1号抄告单",
                "receiver", "清河县应急管理局",
                "workingDays", 5))
        .post(api())
        .then()
        .statusCode(200);
    String code = as("VW001", "inspector").post(api() + "/3/link").then().extract().path("secret");
    String key = "follow-ups-" + visit;
    ParkedWatch.expect(key, "follow-ups-another");

    tells(key, receipt(3, "应急管理局 办公室", "清应收〔2025〕7号", proof("guessed", 3)));
    isSetAside(key, "refused: receipt-link-unknown");
    tells("follow-ups-another", receipt(3, "应急管理局 办公室", "清应收〔2025〕7号", proof(code, 3)));
    isSetAside("follow-ups-another", "its key is not that of the transfer it answers");
    as("lead", "unit-lead").get(api()).then().body("followUps[2].closedOn", nullValue());
    givesUp(key);

    acknowledges(code);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() ->
            as("lead", "unit-lead")
                .get(api())
                .then()
                .body("followUps[2].receipt.reference", equalTo("清应收〔2025〕7号")));
    assertThat(first.page(page()).body().text()).contains("应急管理局 办公室 收到，收文号 清应收〔2025〕7号");
    given()
        .get("/api/v1/receipts/" + visit + "/3/" + code)
        .then()
        .statusCode(404)
        .body("code", equalTo("receipt-link-unknown"));

    acknowledges(code);
    tells(key, receipt(3, "别的单位 办公室", "别收〔2025〕1号", proof(code, 3)));
    isSetAside(key, "refused: receipt-link-unknown");
    operator()
        .get("/api/v1/memory/parked")
        .then()
        .body("items.findAll { it.key == '%s' }".formatted(key), hasSize(1));
    givesUp(key);
    givesUp("follow-ups-another");
  }

  /** As a stranger does it, with the link it was handed. */
  private void acknowledges(String code) {
    assertThat(
            ExampleProgram.run(
                Path.of(".."),
                "TransferReceipt.java",
                kafka,
                "http://localhost/inspection/api/v1/receipts/" + visit + "/3/" + code,
                "应急管理局 办公室",
                "清应收〔2025〕7号"))
        .isEqualTo("told=" + TOPIC);
  }

  private String proof(String code, int number) {
    return proof(code, number, "应急管理局 办公室", "清应收〔2025〕7号");
  }

  private String proof(String code, int number, String receivedAs, String reference) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Sha256.hex(code.getBytes(UTF_8)).getBytes(UTF_8), "HmacSHA256"));
      String text =
          "transfer-receipt/1\n%s\n%d\n%s\n%s\n".formatted(visit, number, receivedAs, reference);
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String receipt(int number, String receivedAs, String reference, String proof) {
    return """
    {"visitId":"%s","number":%d,"receivedAs":"%s","reference":"%s","proof":"%s"}
    """
        .formatted(visit, number, receivedAs, reference, proof);
  }

  private void tells(String key, String json) {
    TestStack.announceApart(kafka, TOPIC, key, "ReceiptGiven", 1, json);
  }

  private static RequestSpecification operator() {
    return given()
        .contentType("application/json")
        .header(
            "Authorization",
            TestStack.bearer(new DemoIdentity.User("operator", List.of("operator"), "信息中心")));
  }

  private static void isSetAside(String key, String reason) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() ->
            operator()
                .get("/api/v1/memory/parked")
                .then()
                .body(
                    "items.findAll { it.key == '%s' }.reason".formatted(key),
                    hasItem(containsString(reason))));
  }

  private static void givesUp(String key) {
    operator()
        .body(Map.of("source", TOPIC, "key", key, "reason", "回执无法核实，已电话告知重发"))
        .post("/api/v1/memory/parked/skip")
        .then()
        .statusCode(200);
  }
}
