package cn.doublerandom.inspection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.TestStack;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;

/**
 * An expert beside the team: told by the registry, asked for by one, agreed to by another, seen at
 * the door, heard on site and named in the record.
 */
record ExpertWay(String visit, String unit, VisitForms first, VisitForms second, String kafka) {
  private static final String BODY = "VWZJ1";
  private static final String PERSON = "VWZJ2";
  private static final String PARTNER = "VWZJ3";
  private static final String ENTRUSTMENT = "清交委〔2023〕3号";

  private String page() {
    return "/ui/visits/" + visit;
  }

  private String api() {
    return "/api/v1/visits/" + visit;
  }

  private RequestSpecification as(String account, String of, String role) {
    return given()
        .contentType("application/json")
        .header(
            "Authorization", TestStack.bearer(new DemoIdentity.User(account, List.of(role), of)));
  }

  private void told(String expert, String kind, String name, long seq) {
    TestStack.announceApart(
        kafka,
        "registry.events.v1",
        "expert-" + expert,
        "ExpertChanged",
        seq,
        """
        {"expertId":"%s","kind":"%s",%s"fields":["维修检测"],"principal":"清河县交通运输局","document":"%s",
         "validFrom":"2023-01-01","validUntil":"2999-12-31","status":"IN_POOL"}
        """
            .formatted(expert, kind, name, ENTRUSTMENT));
  }

  /** Before the visit. */
  void isAskedForAndAgreedTo() {
    told(BODY, "BODY", "\"name\":\"清河县示例检测有限公司\",", 91_021);
    told(PERSON, "PERSON", "", 91_022);
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() ->
            as("VW001", unit, "inspector")
                .get(api() + "/experts")
                .then()
                .statusCode(200)
                .body("entrusted.expert", contains(BODY, PERSON)));
    Document page = first.page(page());
    assertThat(page.body().text()).contains("专家协助", "不计入两名执法人员", "清河县示例检测有限公司");
    Document refused = VisitForms.page(asks(page, "清交委〔2023〕4号"), 422);
    assertThat(refused.select(".fault, .refusal").text()).contains("委托书编号与专家库登记的不一致");
    Document waits = first.after(asks(refused, ENTRUSTMENT));
    assertThat(waits.body().text()).contains("待同意", "协助事项：检测举升机");
    assertThat(waits.select("form[action$=/decision]")).isEmpty();
    whoAskedDoesNotAgree();
    await()
        .untilAsserted(() ->
            as("VW002", unit, "inspector")
                .get("/api/v1/waiting")
                .then()
                .body("items.kind", hasItem("visit-expert")));
    as("VW001", unit, "inspector")
        .get("/api/v1/waiting")
        .then()
        .body("items.kind", not(hasItem("visit-expert")));
    Document stands =
        second.after(
            second.send(
                second.page(page()),
                "/" + BODY + "/decision",
                Map.of("decision", List.of("BESIDE"), "reason", List.of("本组没有检测资质"))));
    assertThat(stands.body().text()).contains("协助中", "VW002", "退回VWZJ1");
    othersAskForNobody();
  }

  private Response asks(Document page, String entrustment) {
    return first.send(
        page,
        "/experts",
        Map.of(
            "expert", List.of(BODY),
            "entrustment", List.of(entrustment),
            "purpose", List.of("检测举升机")));
  }

  private void whoAskedDoesNotAgree() {
    String version =
        as("VW001", unit, "inspector").get(api() + "/experts").then().extract().header("ETag");
    as("VW001", unit, "inspector")
        .header("If-Match", version)
        .body(Map.of("decision", "BESIDE", "reason", "本组没有检测资质"))
        .post(api() + "/experts/" + BODY + "/decision")
        .then()
        .statusCode(403)
        .body("code", equalTo("expert-asked-by-you"));
  }

  private void othersAskForNobody() {
    as("VW009", "别的单位", "inspector")
        .body(Map.of("expert", PERSON, "entrustment", ENTRUSTMENT, "purpose", "检测举升机"))
        .post(api() + "/experts")
        .then()
        .statusCode(403);
    as("VW001", unit, "inspector")
        .body(Map.of("expert", "VWZJ9", "entrustment", ENTRUSTMENT, "purpose", "检测举升机"))
        .post(api() + "/experts")
        .then()
        .statusCode(422)
        .body("code", equalTo("expert-unknown"));
  }

  /** The firm sees who stands beside its officers and by which entrustment. */
  void isSeenAtTheDoor(String code) {
    given()
        .get("/api/v1/checks/" + code)
        .then()
        .statusCode(200)
        .body("officers.number", contains("VW001", "VW002"))
        .body("experts.number", contains(BODY))
        .body("experts.name", contains("清河县示例检测有限公司"))
        .body("experts.entrustment", contains(ENTRUSTMENT));
    assertThat(
            VisitForms.page(given().accept("text/html").get("/ui/checks/" + code), 200)
                .body()
                .text())
        .contains("协助检查的专家和机构", "清河县示例检测有限公司", ENTRUSTMENT, "不是执法人员");
    theFirmAsksForTheRecusalOfOneWhoStays(code);
    andOfOneWhoGoes(code);
  }

  private void theFirmAsksFor(String expert, String code) {
    Document door = VisitForms.page(given().accept("text/html").get("/ui/checks/" + code), 200);
    assertThat(door.select("select[name=inspector] option").eachAttr("value"))
        .contains("VW001", "VW002", expert);
    given()
        .contentType("application/json")
        .body(Map.of("inspector", expert, "reason", "与我单位有业务往来"))
        .post("/api/v1/checks/" + code + "/recusals")
        .then()
        .statusCode(201);
  }

  private void theFirmAsksForTheRecusalOfOneWhoStays(String code) {
    theFirmAsksFor(BODY, code);
    as("VW001", unit, "inspector")
        .body("{\"inspectors\":[\"VW001\",\"VW002\"]}")
        .post(api() + "/start")
        .then()
        .statusCode(409)
        .body("code", equalTo("recusal-undecided"))
        .body("context.inspector", equalTo(BODY));
    VisitForms lead = VisitForms.of("lead", unit, "unit-lead");
    assertThat(decided(lead, BODY, "STAYS", "往来已在三年前结束").body().text()).contains("决定不回避");
    given().get("/api/v1/checks/" + code).then().body("experts.number", contains(BODY));
  }

  private Document decided(VisitForms by, String expert, String how, String why) {
    return by.after(decides(by, expert, how, why));
  }

  private Response decides(VisitForms by, String expert, String how, String why) {
    return by.send(
        by.page(page()),
        "/recusals/" + expert,
        Map.of("decision", List.of(how), "reason", List.of(why)));
  }

  /** Who agreed to him does not decide; once it is decided he stands there no more. */
  private void andOfOneWhoGoes(String code) {
    told(PARTNER, "PERSON", "", 91_023);
    await()
        .untilAsserted(() ->
            as("VW001", unit, "inspector")
                .get(api() + "/experts")
                .then()
                .body("entrusted.expert", hasItem(PARTNER)));
    as("VW001", unit, "inspector")
        .body(Map.of("expert", PARTNER, "entrustment", ENTRUSTMENT, "purpose", "查验维修档案"))
        .post(api() + "/experts")
        .then()
        .statusCode(200);
    VisitForms lead = VisitForms.of("lead", unit, "unit-lead");
    lead.after(
        lead.send(
            lead.page(page()),
            "/" + PARTNER + "/decision",
            Map.of("decision", List.of("BESIDE"), "reason", List.of("档案较多"))));
    given().get("/api/v1/checks/" + code).then().body("experts.number", contains(BODY, PARTNER));
    theFirmAsksFor(PARTNER, code);
    assertThat(decides(lead, PARTNER, "RECUSED", "情况属实").statusCode()).isEqualTo(403);
    VisitForms office = VisitForms.of("office", "法制安全科", "coordinator");
    assertThat(decided(office, PARTNER, "RECUSED", "情况属实").body().text())
        .contains("不再协助本次检查", PARTNER + "经决定回避");
    given().get("/api/v1/checks/" + code).then().body("experts.number", contains(BODY));
    as("VW001", unit, "inspector")
        .body(Map.of("expert", PARTNER, "entrustment", ENTRUSTMENT, "purpose", "查验维修档案"))
        .post(api() + "/experts")
        .then()
        .statusCode(409)
        .body("code", equalTo("expert-recused"));
  }

  /** While the visit runs: one more comes and goes, and the first one says what he thinks. */
  void isHeardOnSite() {
    as("VW001", unit, "inspector")
        .body(Map.of("expert", PERSON, "entrustment", ENTRUSTMENT, "purpose", "查验维修档案"))
        .post(api() + "/experts")
        .then()
        .statusCode(200);
    VisitForms lead = VisitForms.of("lead", unit, "unit-lead");
    lead.after(
        lead.send(
            lead.page(page()),
            "/" + PERSON + "/decision",
            Map.of("decision", List.of("BESIDE"), "reason", List.of("档案较多"))));
    first.after(
        first.send(
            first.page(page()), "/" + PERSON + "/return", Map.of("reason", List.of("与检查对象有利害关系"))));
    Document said =
        first.after(
            first.send(
                first.page(page()),
                "/" + BODY + "/opinion",
                Map.of("opinion", List.of("举升机锁止装置有效"))));
    assertThat(said.body().text()).contains("举升机锁止装置有效", "已退回", "与检查对象有利害关系");
    theRegistryForgetsOne();
  }

  private void theRegistryForgetsOne() {
    TestStack.announceApart(
        kafka,
        "registry.events.v1",
        "expert-" + PERSON,
        "ExpertErased",
        91_024,
        "{\"expertId\":\"%s\"}".formatted(PERSON));
    await()
        .untilAsserted(() ->
            as("VW001", unit, "inspector")
                .get(api() + "/experts")
                .then()
                .body("entrusted.expert", not(hasItem(PERSON))));
  }

  /** The record that is signed names who stood there to the end, and the story everybody. */
  void isNamedInTheRecord() {
    as("VW001", unit, "inspector")
        .get(api() + "/record")
        .then()
        .statusCode(200)
        .body("record", containsString("\"entrustment\":\"" + ENTRUSTMENT + "\""))
        .body("record", containsString("举升机锁止装置有效"))
        .body("record", not(containsString(PERSON)));
    as("VW001", unit, "inspector")
        .body(Map.of("expert", BODY, "entrustment", ENTRUSTMENT, "purpose", "检测举升机"))
        .post(api() + "/experts")
        .then()
        .statusCode(409)
        .body("code", equalTo("visit-already-finished"));
    assertThat(VisitForms.of("lead", unit, "unit-lead").page(page()).body().text())
        .contains("申请VWZJ1协助（委托书清交委〔2023〕3号）：检测举升机", "退回VWZJ2", "记录VWZJ1的意见");
  }
}
