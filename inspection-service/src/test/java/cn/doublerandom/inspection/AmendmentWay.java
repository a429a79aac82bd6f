package cn.doublerandom.inspection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.TestStack;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;

/**
 * What was corrected in public holds in the office, too: the order is lifted, the figures change,
 * the record stays; what is withdrawn counts no more.
 */
record AmendmentWay(String draw, String subject, String unit, String kafka) {
  private String visit() {
    return draw + "-" + subject;
  }

  private String page() {
    return "/ui/visits/" + visit();
  }

  private RequestSpecification as(String account, String role) {
    return given()
        .contentType("application/json")
        .header(
            "Authorization", TestStack.bearer(new DemoIdentity.User(account, List.of(role), unit)));
  }

  private void tell(String type, long seq, String json) {
    TestStack.announce(kafka, "publication.events.v1", "result-" + visit(), type, seq, json);
  }

  private void rates(int found, int visits, int itemFound) {
    await()
        .untilAsserted(() ->
            as("lead", "unit-lead")
                .get("/api/v1/supervision/problem-rates/" + MovableClock.today().getYear())
                .then()
                .body("all.found", equalTo(found))
                .body("all.visits", equalTo(visits))
                .body("items.findAll { it.key == 'VW-2' }.found", contains(itemFound)));
  }

  void isGone() {
    anOrderIsOpen();
    itIsCorrected();
    itIsWithdrawn();
  }

  private void anOrderIsOpen() {
    as("lead", "unit-lead")
        .body(Map.of("kind", "CORRECTION", "item", "VW-2", "document", "清交责改〔2025〕9号"))
        .post("/api/v1/visits/" + visit() + "/follow-ups")
        .then()
        .statusCode(200);
    rates(1, 1, 1);
  }

  private void itIsCorrected() {
    tell(
        "ResultCorrected",
        1,
        """
        {"resultId":"%s","drawId":"%s","subjectId":"%s","subjectName":"清河县路途汽车维修有限公司",
         "version":2,"codes":["1"],"formerCodes":["E"],"reason":"复核录像，灭火器在有效期内",
         "correctedOn":"2026-12-01","indexNumber":"11130534MB00000001/2026-00001",
         "items":[{"code":"VW-1","codes":["1"]},{"code":"VW-2","codes":["1"]}]}
        """
            .formatted(visit(), draw, subject));
    rates(0, 1, 0);
    as("lead", "unit-lead")
        .get("/api/v1/visits/" + visit())
        .then()
        .body("codes", hasItem("E"))
        .body("amendment.codes", contains("1"))
        .body("amendment.version", equalTo(2));
    as("lead", "unit-lead")
        .get("/api/v1/visits/" + visit() + "/follow-ups")
        .then()
        .body("followUps[-1].lifted", equalTo("复核录像，灭火器在有效期内"))
        .body("followUps[-1].recheck", nullValue())
        .body("problemClosed", equalTo(true));
    as("lead", "unit-lead")
        .body(Map.of("kind", "CORRECTION", "item", "VW-2", "document", "清交责改〔2025〕10号"))
        .post("/api/v1/visits/" + visit() + "/follow-ups")
        .then()
        .statusCode(422)
        .body("code", equalTo("follow-up-unfounded"));
    VisitForms lead = VisitForms.of("lead", unit, "unit-lead");
    Document read = lead.page(page());
    assertThat(read.select(".told, [role=status], main").text())
        .contains("已于 2026-12-01 更正", "第 2 次公示", "复核录像，灭火器在有效期内")
        .contains("灭火器过期，当场更换", "更正为：未发现问题");
    assertThat(lead.page(page() + "/follow-ups").body().text()).contains("责令改正随之撤回", "复核录像", "已撤回");
    assertThat(VisitForms.of("VW001", unit, "inspector").page(page()).body().text())
        .contains("已于 2026-12-01 更正", "更正为：未发现问题");
  }

  private void itIsWithdrawn() {
    tell(
        "PublicationWithdrawn",
        2,
        """
        {"resultId":"%s","drawId":"%s","subjectId":"%s","reason":"公示的不是这家企业的结果",
         "withdrawnOn":"2026-12-02","indexNumber":"11130534MB00000001/2026-00001"}
        """
            .formatted(visit(), draw, subject));
    await()
        .untilAsserted(() ->
            as("lead", "unit-lead")
                .get("/api/v1/supervision/problem-rates/" + MovableClock.today().getYear())
                .then()
                .body("all.visits", equalTo(0)));
    assertThat(VisitForms.of("lead", unit, "unit-lead").page(page()).body().text())
        .contains("结果的公示已于 2026-12-02 撤销", "不再计入统计", "灭火器过期，当场更换");
  }
}
