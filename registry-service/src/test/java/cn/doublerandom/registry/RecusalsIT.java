package cn.doublerandom.registry;

import static cn.doublerandom.registry.RegisterFiles.admitted;
import static cn.doublerandom.registry.RegisterFiles.as;
import static cn.doublerandom.registry.RegisterFiles.creditCode;
import static cn.doublerandom.registry.RegisterFiles.csv;
import static cn.doublerandom.registry.RegisterFiles.firm;
import static cn.doublerandom.registry.RegisterFiles.load;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.eventstore.ledger.TopicTails;
import cn.doublerandom.registry.application.BrokenOff;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** One person keeps nobody away from a firm. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
class RecusalsIT {
  private static final String ONE = creditCode(840_001);
  private static final String TWO = creditCode(840_002);

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  private static ValidatableResponse table(String what, String rows) {
    return as("registrar")
        .contentType("text/csv")
        .body(rows.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/" + what + "/imports")
        .then();
  }

  private static ValidatableResponse recuse(String... rows) {
    return table("recusals", "执法人员编号,检查对象编码,回避原因\n" + String.join("\n", rows) + "\n");
  }

  private static void register(String... people) {
    load("", "text/csv", csv(String.join(",", firm(840_001)), String.join(",", firm(840_002))))
        .statusCode(200);
    StringBuilder rows = new StringBuilder("编号,姓名,单位,执法证号,执法证有效期至,专长,状态\n");
    for (String id : people) {
      rows.append(id + ",示例,大队," + id + "-1305,2099-12-31,道路货运;道路客运,在岗\n");
    }
    table("inspectors", rows.toString()).statusCode(200);
    admitted(people);
  }

  private static ValidatableResponse eligibility(String inspector) {
    return as("registrar")
        .get("/api/v1/inspectors/" + inspector + "/eligibility?on=2024-06-03")
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse post(String account, String path, String reason) {
    return as(account)
        .contentType("application/json")
        .body(Map.of("reason", reason))
        .post("/api/v1/" + path)
        .then();
  }

  private static void waits(String batch, String... inspectors) {
    await()
        .untilAsserted(() ->
            as("auditor")
                .get("/api/v1/recusal-requests?batch=" + batch)
                .then()
                .statusCode(200)
                .body("items.inspector", contains(inspectors)));
  }

  @Test
  void a_table_that_recuses_everybody_keeps_nobody_away_until_another_person_agrees() {
    register("JC841", "JC842");
    String batch =
        recuse("JC841," + ONE + ",近亲属", "JC842," + ONE + ",申报利害关系")
            .statusCode(200)
            .body("changed", equalTo(2))
            .body("waiting.rows", equalTo(2))
            .body("notes.text", hasItem(containsString("由 registrar 申请")))
            .extract()
            .path("waiting.batch");
    eligibility("JC841").body("conflicts", empty());
    waits(batch, "JC841", "JC842");
    recuse("JC841," + ONE + ",近亲属")
        .statusCode(200)
        .body("changed", equalTo(0))
        .body("stillWaiting", equalTo(1));
    recuse("JC841," + ONE + ",检查对象申请", "JC842," + TWO + ",近亲属")
        .statusCode(200)
        .body("leftOut", equalTo(1))
        .body("notes.text", hasItem(containsString(batch)));
    String approval = "/api/v1/recusal-requests/" + batch + "/approval";
    as("registrar").post(approval).then().statusCode(403);
    given()
        .filter(new ReadsFirst())
        .header(
            "Authorization",
            TestStack.bearer(
                new DemoIdentity.User("Registrar", List.of("approver", "registrar"), "法制安全科")))
        .post(approval)
        .then()
        .statusCode(403)
        .body("code", equalTo("recusal-needs-second-person"));
    as("approver").post(approval).then().statusCode(200).body("approved", equalTo(2));
    as("approver")
        .post(approval)
        .then()
        .statusCode(409)
        .body("code", equalTo("recusal-not-requested"));
    eligibility("JC841").body("conflicts.subject", contains(ONE));
    await()
        .untilAsserted(() ->
            assertThat(
                    TopicTails.readAll(
                        Map.of("bootstrap.servers", kafka), "registry.inspectors.v1"))
                .filteredOn(r -> r.key().equals("130534/JC842"))
                .last()
                .satisfies(r ->
                    assertThat(r.value())
                        .contains("\"decidedBy\":\"approver\"")
                        .contains("\"recusalsAsked\":[\"" + TWO + "\"]")));
  }

  /** 15,000 of one person made an answer of hundreds of megabytes, which ended the service. */
  @Test
  void each_row_is_told_what_waits_of_its_own_pair_and_not_of_all() {
    register("JC849");
    List<String> notes =
        recuse("JC849," + ONE + ",近亲属", "JC849," + TWO + ",申报利害关系")
            .statusCode(200)
            .extract()
            .path("notes.text");
    assertThat(notes)
        .satisfiesExactly(
            note -> assertThat(note).contains(ONE).doesNotContain(TWO),
            note -> assertThat(note).contains(TWO).doesNotContain(ONE));
  }

  @Test
  void a_batch_is_declined_by_another_or_withdrawn_by_who_asked() {
    register("JC843");
    String declined =
        recuse("JC843," + ONE + ",近亲属").statusCode(200).extract().path("waiting.batch");
    waits(declined, "JC843");
    post("approver", "recusal-requests/" + declined + "/decline", "x")
        .statusCode(422)
        .body("code", equalTo("reason-missing"));
    post("approver", "recusal-requests/" + declined + "/decline", "核实并非近亲属")
        .statusCode(200)
        .body("ended", equalTo(1));
    String withdrawn =
        recuse("JC843," + ONE + ",近亲属").statusCode(200).extract().path("waiting.batch");
    waits(withdrawn, "JC843");
    post("registrar", "recusal-requests/" + withdrawn + "/withdrawal", "录入有误")
        .statusCode(200)
        .body("ended", equalTo(1));
    eligibility("JC843").body("conflicts", empty());
  }

  @Test
  void what_became_of_a_batch_is_counted_in_recusals_and_not_in_people() {
    register("JC846");
    String[] both = {"JC846," + ONE + ",近亲属", "JC846," + TWO + ",申报利害关系"};
    String declined = recuse(both).statusCode(200).extract().path("waiting.batch");
    waits(declined, "JC846");
    post("approver", "recusal-requests/" + declined + "/decline", "核实并非近亲属")
        .statusCode(200)
        .body("ended", equalTo(2));
    String approved =
        recuse(both)
            .statusCode(200)
            .body("waiting.rows", equalTo(2))
            .extract()
            .path("waiting.batch");
    waits(approved, "JC846");
    as("approver")
        .post("/api/v1/recusal-requests/" + approved + "/approval")
        .then()
        .statusCode(200)
        .body("approved", equalTo(2));
  }

  @Test
  void nobody_agrees_to_recusals_of_which_only_a_part_is_stored() {
    register("JC847");
    String batch = recuse("JC847," + ONE + ",近亲属").statusCode(200).extract().path("waiting.batch");
    waits(batch, "JC847");
    BrokenOff.importOf(batch);
    as("approver")
        .post("/api/v1/recusal-requests/" + batch + "/approval")
        .then()
        .statusCode(409)
        .body("code", equalTo("batch-incomplete"));
    post("approver", "recusal-requests/" + batch + "/decline", "导入中断")
        .statusCode(200)
        .body("ended", equalTo(1));
  }

  @Test
  void nobody_agrees_to_inspectors_of_whom_only_a_part_is_stored() {
    register("JC848");
    String batch =
        table(
                "inspectors",
                "编号,姓名,单位,执法证号,执法证有效期至,专长,状态\nJC850,示例,大队,JC850-1305,2099-12-31,道路货运,在岗\n")
            .statusCode(200)
            .extract()
            .path("waiting.batch");
    BrokenOff.importOf(batch);
    as("approver")
        .post("/api/v1/absence-requests/" + batch + "/approval")
        .then()
        .statusCode(409)
        .body("code", equalTo("batch-incomplete"));
    await()
        .untilAsserted(() ->
            post("registrar", "absence-requests/" + batch + "/withdrawal", "导入中断")
                .statusCode(200)
                .body("ended", equalTo(1)));
  }

  @Test
  void a_recusal_is_revoked_by_two_people_and_holds_until_then() {
    register("JC844");
    recuse("JC844," + ONE + ",近亲属").statusCode(200);
    String pair = "inspectors/JC844/recusals/" + ONE;
    as("approver")
        .post("/api/v1/" + pair + "/approval")
        .then()
        .statusCode(200)
        .body("subject", contains(ONE))
        .body("[0].waiting", nullValue());
    post("registrar", pair + "/revocation", "亲属已离职")
        .statusCode(201)
        .body("[0].waiting.requestedBy", equalTo("registrar"))
        .body("[0].waiting.what", containsString("撤销对 " + ONE + " 的回避"));
    post("registrar", pair + "/revocation", "亲属已离职")
        .statusCode(409)
        .body("code", equalTo("recusal-request-waits"));
    eligibility("JC844").body("conflicts.subject", contains(ONE));
    as("approver").post("/api/v1/" + pair + "/approval").then().statusCode(200).body("", empty());
    eligibility("JC844").body("conflicts", empty());
    post("registrar", pair + "/revocation", "亲属已离职")
        .statusCode(404)
        .body("code", equalTo("recusal-unknown"));
  }

  @Test
  void a_table_that_takes_a_skill_away_or_adds_shares_takes_nobody_out_of_a_draw() {
    register("JC845");
    String row =
        """
        编号,姓名,单位,执法证号,执法证有效期至,专长,状态,持股单位编码
        JC845,示例,大队,JC845-1305,2099-12-31,道路货运,在岗,%s
        """
            .formatted(ONE);
    table("inspectors", row).statusCode(200).body("waiting.rows", equalTo(1));
    as("registrar")
        .get("/api/v1/inspectors/JC845")
        .then()
        .statusCode(200)
        .body("skills", contains("道路客运", "道路货运"))
        .body("waiting.what", containsString("去掉专长“道路客运”"))
        .body("waiting.from", nullValue());
    eligibility("JC845").body("conflicts", empty());
    as("approver").post("/api/v1/inspectors/JC845/absence/approval").then().statusCode(200);
    as("registrar").get("/api/v1/inspectors/JC845").then().body("skills", contains("道路货运"));
    eligibility("JC845").body("conflicts.subject", contains(ONE));
  }
}
