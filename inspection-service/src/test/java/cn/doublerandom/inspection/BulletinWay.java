package cn.doublerandom.inspection;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.eventstore.ledger.TopicTails;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.nodes.Document;

/**
 * 通报: its units are heard before anybody else reads it, another supervisor says whom it reaches.
 *
 * @param assessment of the unit and the year, confirmed
 * @param kafka where others are told
 */
record BulletinWay(int year, String unit, String office, String assessment, String kafka) {
  private static final String API = "/api/v1/supervision/bulletins";
  private static final String PAGE = "/ui/supervision/bulletins";

  /** Who reads what circulates, beside supervisors and leads. */
  private static final List<String> REST_OF_THE_BUREAU =
      List.of(
          "coordinator",
          "registrar",
          "approver",
          "inspector",
          "legal-reviewer",
          "publisher",
          "auditor");

  private static RequestSpecification as(String account, String unit, String role) {
    return given()
        .contentType("application/json")
        .header(
            "Authorization", TestStack.bearer(new DemoIdentity.User(account, List.of(role), unit)));
  }

  private RequestSpecification supervisor(String account) {
    return as(account, office, "supervisor");
  }

  private String id(int issue) {
    return "130534-%d-%d".formatted(year, issue);
  }

  private ValidatableResponse drawUp(int issue, String... units) {
    return supervisor("s")
        .body(
            Map.of("year", year, "issue", issue, "units", units, "text", "请对照整改", "workingDays", 5))
        .post(API)
        .then();
  }

  private ValidatableResponse drawUpForAll(int issue) {
    return supervisor("s")
        .body(
            Map.of(
                "year",
                year,
                "issue",
                issue,
                "units",
                List.of(unit),
                "text",
                "由李四负责整改",
                "workingDays",
                5,
                "audience",
                "PUBLIC"))
        .post(API)
        .then();
  }

  private ValidatableResponse answer(int issue, String answer) {
    return as("lead", unit, "unit-lead")
        .body(Map.of("answer", answer))
        .post(API + "/" + id(issue) + "/answer")
        .then();
  }

  private ValidatableResponse conclude(String account, int issue, String reach) {
    return supervisor(account)
        .body(Map.of("reach", reach, "reason", "数据属实"))
        .post(API + "/" + id(issue) + "/conclusion")
        .then();
  }

  /** The whole way. */
  void isGone() {
    await()
        .untilAsserted(() ->
            supervisor("s")
                .get(API + "/figures/" + year)
                .then()
                .statusCode(200)
                .body("unit", contains(unit))
                .body("[0].points.fact", hasItem("SCORE"))
                .body("[0].points.find { it.fact == 'SCORE' }.rows", contains(assessment)));
    drawUp(1, "没有这个单位").statusCode(409).body("code", equalTo("bulletin-nothing-counted"));
    supervisor("s")
        .body(Map.of("year", year, "issue", 1, "units", List.of(), "text", "", "workingDays", 2))
        .post(API)
        .then()
        .statusCode(400);
    itIsDrawnUpOnThePage();
    theUnitAloneReadsIt();
    conclude("s2", 1, "INTERNAL").statusCode(409).body("code", equalTo("bulletin-unheard"));
    itIsAnsweredOnItsPage();
    conclude("s2", 1, "PUBLIC").statusCode(409).body("code", equalTo("bulletin-meant-for-bureau"));
    conclude("s", 1, "INTERNAL")
        .statusCode(403)
        .body("code", equalTo("bulletin-needs-second-person"));
    itIsConcludedOnItsPage();
    theWholeBureauReadsIt();
    whatIsDroppedIsDrawnUpAnew();
    whatIsPublicWasDrawnUpSo();
    othersAreToldOfUnitsAndNumbersAlone();
  }

  private void itIsDrawnUpOnThePage() {
    VisitForms first = VisitForms.of("s", office, "supervisor");
    Document list = first.page(PAGE + "?year=" + year);
    assertThat(list.body().text()).contains("通报", unit, "年度考核得分", "99/100", "拟定通报");
    Document drawn =
        first.after(
            first.send(
                Objects.requireNonNull(list.selectFirst("form.do")),
                Map.of(
                    "issue", List.of("1"),
                    "units", List.of(unit),
                    "text", List.of("部分检查结果录入不及时"),
                    "workingDays", List.of("5"))));
    assertThat(drawn.body().text())
        .contains(year + " 年第 1 期通报", "待单位陈述", "部分检查结果录入不及时", "99/100", "须由其他督导人员办结");
    assertThat(drawn.html()).contains("/inspection/ui/supervision/assessments/" + assessment);
    drawUp(1, unit).statusCode(409).body("code", equalTo("bulletin-drawn-up"));
  }

  private void theUnitAloneReadsIt() {
    String one = API + "/" + id(1);
    as("lead", unit, "unit-lead")
        .get(one)
        .then()
        .statusCode(200)
        .body("units.unit", contains(unit))
        .body("state", equalTo("HEARING"));
    as("lead2", "养护中心", "unit-lead").get(one).then().statusCode(404);
    as("lead2", "养护中心", "unit-lead").get(API).then().statusCode(200).body("items", empty());
    for (String role : REST_OF_THE_BUREAU) {
      as("c", unit, role).get(one).then().statusCode(404);
      as("c", unit, role).get(API).then().statusCode(200).body("items", empty());
    }
    as("w", unit, "witness").get(one).then().statusCode(403);
    waits("lead", unit, "unit-lead", "bulletin-answer");
    assertThat(VisitForms.of("s2", office, "supervisor").page(PAGE + "/" + id(1)).body().text())
        .contains(unit + "还没有陈述，期限也没有过");
  }

  private static void waits(String account, String unit, String role, String kind) {
    await()
        .untilAsserted(() ->
            as(account, unit, role)
                .get("/api/v1/waiting")
                .then()
                .statusCode(200)
                .body("items.kind", hasItem(kind)));
  }

  private void itIsAnsweredOnItsPage() {
    VisitForms lead = VisitForms.of("lead", unit, "unit-lead");
    Document asked = lead.page(PAGE + "/" + id(1));
    Document refused =
        VisitForms.page(lead.send(asked, "/answer", Map.of("answer", List.of("。"))), 422);
    assertThat(refused.body().text()).contains("须用文字写明");
    assertThat(
            lead.after(lead.send(refused, "/answer", Map.of("answer", List.of("已经整改"))))
                .body()
                .text())
        .contains("待办结", unit + "陈述：已经整改");
    waits("s2", office, "supervisor", "bulletin-closing");
  }

  private void itIsConcludedOnItsPage() {
    VisitForms second = VisitForms.of("s2", office, "supervisor");
    assertThat(
            second
                .after(
                    second.send(
                        second.page(PAGE + "/" + id(1)),
                        "/conclusion",
                        Map.of("reach", List.of("INTERNAL"), "reason", List.of("数据属实"))))
                .body()
                .text())
        .contains("已办结", "内部通报");
    conclude("s3", 1, "DROPPED").statusCode(409).body("code", equalTo("bulletin-concluded"));
  }

  private void theWholeBureauReadsIt() {
    await()
        .untilAsserted(() ->
            as("lead2", "养护中心", "unit-lead")
                .get(API)
                .then()
                .body("items.id", contains(id(1)))
                .body("items[0].reach", equalTo("INTERNAL")));
    as("lead2", "养护中心", "unit-lead")
        .get(API + "/" + id(1))
        .then()
        .statusCode(200)
        .body("answers", hasSize(1));
    for (String role : REST_OF_THE_BUREAU) {
      VisitForms reader = VisitForms.of("c", office, role);
      assertThat(reader.page(PAGE).body().text()).contains(year + " 年第 1 期通报", "内部通报");
      assertThat(reader.page(PAGE + "/" + id(1)).body().text())
          .contains("部分检查结果录入不及时", "已经整改")
          .doesNotContain("办结通报");
    }
    byte[] paper =
        as("lead2", "养护中心", "unit-lead")
            .get(API + "/" + id(1) + "/paper")
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();
    assertThat(new String(paper, 0, 5, ISO_8859_1)).isEqualTo("%PDF-");
  }

  private void whatIsDroppedIsDrawnUpAnew() {
    drawUp(2, unit).statusCode(200).body("answerBy", equalTo("2027-02-08"));
    answer(2, "数字有误").statusCode(200);
    conclude("s2", 2, "DROPPED").statusCode(200).body("reach", equalTo("DROPPED"));
    drawUp(2, unit).statusCode(200).body("state", equalTo("HEARING"));
  }

  /** The unit reads that it is, and answers; the public is told units and numbers. */
  private void whatIsPublicWasDrawnUpSo() {
    drawUpForAll(3).statusCode(200).body("audience", equalTo("PUBLIC"));
    VisitForms lead = VisitForms.of("lead", unit, "unit-lead");
    assertThat(lead.page(PAGE + "/" + id(3)).body().text()).contains("通报范围", "并向社会公开");
    answer(3, "没有意见").statusCode(200);
    VisitForms second = VisitForms.of("s2", office, "supervisor");
    Document concluded =
        second.after(
            second.send(
                second.page(PAGE + "/" + id(3)),
                "/conclusion",
                Map.of("reach", List.of("PUBLIC"), "reason", List.of("数据属实"))));
    assertThat(concluded.body().text()).contains("已办结", "向社会公开");
    assertThat(concluded.html()).contains("/publication/ui/bulletins/" + id(3));
    await()
        .untilAsserted(() ->
            as("lead2", "养护中心", "unit-lead")
                .get(API)
                .then()
                .body("items.find { it.id == '" + id(3) + "' }.reach", equalTo("PUBLIC")));
  }

  /** One issue was made public, and of it no word of a person, no answer and no row is told. */
  private void othersAreToldOfUnitsAndNumbersAlone() {
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() ->
            assertThat(
                    TopicTails.readAll(Map.of("bootstrap.servers", kafka), "inspection.events.v1"))
                .filteredOn(told -> told.key().startsWith("bulletin-"))
                .singleElement()
                .satisfies(told ->
                    assertThat(told.value())
                        .contains(
                            "\"bulletinId\":\"" + id(3) + "\"",
                            "\"unit\":\"" + unit + "\"",
                            "\"points\":99",
                            "\"publishedOn\":\"2027-02-01\"")
                        .doesNotContain("李四", "没有意见", "数据属实", "supervisor", assessment)));
  }
}
