package cn.doublerandom.registry;

import static cn.doublerandom.registry.RegisterFiles.admitted;
import static cn.doublerandom.registry.RegisterFiles.as;
import static cn.doublerandom.registry.RegisterFiles.csv;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.eventstore.ledger.TopicTails;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** 一单、执法人员、专家 as an office works with them. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
class ListsIT {
  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  private static final String HEADS = "编号,抽查事项名称,抽查依据,事项类别,层级,领域,抽查方式,抽查比例\n";

  @Test
  void a_new_catalogue_is_compared_with_the_last_one_and_with_the_claims() {
    String heads = HEADS;
    catalogue("2023-01", heads + "C-1,甲,依据,一般,县,水路运输,实地检查,3%\nC-2,乙,依据,一般,县,水路运输,实地检查,\n")
        .statusCode(200);
    as("registrar")
        .contentType("application/json")
        .body(
            Map.of(
                "level", "COUNTY",
                "document", "航务中心三定规定",
                "clauses",
                    List.of(Map.of("number", "第二条", "duty", "水路监管", "fields", List.of("水路运输")))))
        .put("/api/v1/offices/航务中心/mandate")
        .then()
        .statusCode(200);
    as("approver").post("/api/v1/offices/航务中心/mandate/approval").then().statusCode(200);
    as("registrar")
        .contentType("application/json")
        .body(Map.of("unit", "航务中心"))
        .post("/api/v1/items/C-2/claim")
        .then()
        .statusCode(201);
    await()
        .untilAsserted(() ->
            as("registrar")
                .get("/api/v1/catalogues/2023-01/claims")
                .then()
                .body("unclaimed", equalTo(List.of("C-1"))));
    String next = heads + "C-1,甲,依据,重点,县,水路运输,实地检查,3%\nC-3,丙,依据,一般,县,水路运输,实地检查,\n";
    catalogue("2024-01", next)
        .statusCode(409)
        .body("code", equalTo("item-claimed"))
        .body("context.items", equalTo(List.of("C-2")));
    itemsTable(heads + "C-2,乙,依据,一般,县,公路工程,实地检查,\n")
        .statusCode(422)
        .body("errors[0].code", equalTo("item-claimed"))
        .body("errors[0].row", equalTo(2));
    releasedByTwo("C-2", "航务中心");
    catalogue("2024-01", next).statusCode(200).body("superseded", hasItem("C-2"));
    given()
        .get("/api/v1/catalogues/2023-01/diff/2024-01")
        .then()
        .statusCode(200)
        .body("added", equalTo(List.of("C-3")))
        .body("removed", equalTo(List.of("C-2")))
        .body("changed[0].code", equalTo("C-1"))
        .body("changed[0].members[0].name", equalTo("category"))
        .body("changed[0].members[0].after", equalTo("KEY"));
    catalogue("2024-01", heads + "C-9,丁,依据,一般,县,水路运输,实地检查,\n")
        .statusCode(409)
        .body("code", equalTo("catalogue-version-taken"));
  }

  @Test
  void what_a_table_calls_a_claimed_item_is_its_name_when_another_person_agreed() {
    String heads = "编号,抽查事项名称,抽查依据,事项类别,层级,领域,抽查方式\n";
    String row = "C-8%d,%s检查,依据,一般,县,更名运输,实地检查\n";
    itemsTable(heads + row.formatted(1, "甲") + row.formatted(2, "乙")).statusCode(200);
    as("registrar")
        .contentType("application/json")
        .body(
            Map.of(
                "level", "COUNTY",
                "document", "更名中心三定规定",
                "clauses",
                    List.of(Map.of("number", "第二条", "duty", "监管", "fields", List.of("更名运输")))))
        .put("/api/v1/offices/更名中心/mandate")
        .then()
        .statusCode(200);
    as("approver").post("/api/v1/offices/更名中心/mandate/approval").then().statusCode(200);
    for (String code : List.of("C-81", "C-82")) {
      as("registrar")
          .contentType("application/json")
          .body(Map.of("unit", "更名中心"))
          .post("/api/v1/items/" + code + "/claim")
          .then()
          .statusCode(201);
    }
    String batch =
        itemsTable(heads + row.formatted(1, "丙") + row.formatted(2, "丁"))
            .statusCode(200)
            .body("waiting.rows", equalTo(2))
            .body("notes.code", hasItem("waits-for-second-person"))
            .extract()
            .path("waiting.batch");
    itemsTable(heads + row.formatted(1, "戊"))
        .statusCode(200)
        .body("leftOut", equalTo(1))
        .body("notes[0].code", equalTo("renaming-waits"));
    await()
        .untilAsserted(() ->
            given()
                .get("/api/v1/items?limit=500")
                .then()
                .body(
                    "items.find { it.details.code == 'C-81' }.renaming",
                    equalTo(Map.of("name", "丙检查", "batch", batch))));
    as("approver")
        .get("/api/v1/renaming-requests")
        .then()
        .statusCode(200)
        .body("items.item", equalTo(List.of("C-81", "C-82")))
        .body("items[0].name", equalTo("甲检查"))
        .body("items[0].becomes", equalTo("丙检查"));
    as("approver")
        .get("/api/v1/renaming-requests?batch=gone")
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
    String renaming = "/api/v1/items/C-81/renaming";
    as("auditor")
        .get(renaming)
        .then()
        .statusCode(200)
        .body("item.name", equalTo("甲检查"))
        .body("becomes.name", equalTo("丙检查"))
        .body("requestedBy", equalTo("registrar"));
    as("registrar")
        .post(renaming + "/approval")
        .then()
        .statusCode(403)
        .body("code", equalTo("renaming-needs-second-person"));
    as("coordinator")
        .post(renaming + "/approval")
        .then()
        .statusCode(200)
        .body("item.name", equalTo("丙检查"));
    await()
        .untilAsserted(() ->
            assertThat(told("C-81"))
                .satisfiesExactly(
                    claimed -> assertThat(claimed).contains("甲检查").doesNotContain("renamedOn"),
                    renamed -> assertThat(renamed).contains("丙检查", "\"renamedOn\":\"20")));
    as("auditor")
        .get(renaming)
        .then()
        .statusCode(409)
        .body("code", equalTo("renaming-not-requested"));
    String all = "/api/v1/renaming-requests/" + batch;
    await()
        .untilAsserted(() ->
            as("registrar")
                .post(all + "/approval")
                .then()
                .statusCode(403)
                .body("code", equalTo("renaming-needs-second-person")));
    as("coordinator").post(all + "/approval").then().statusCode(200).body("approved", equalTo(1));
    itemsTable(heads + row.formatted(1, "甲")).statusCode(200).body("waiting.rows", equalTo(1));
    as("coordinator")
        .contentType("application/json")
        .body(Map.of("reason", "名称有误"))
        .post(renaming + "/decline")
        .then()
        .statusCode(200)
        .body("item.name", equalTo("丙检查"));
    releasedByTwo("C-81", "更名中心");
    releasedByTwo("C-82", "更名中心");
  }

  /** What other services hear of an item, in order. */
  private List<String> told(String item) {
    return TopicTails.readAll(Map.of("bootstrap.servers", kafka), "registry.events.v1").stream()
        .filter(record -> record.key().equals("item-" + item))
        .map(ConsumerRecord::value)
        .toList();
  }

  private static ValidatableResponse itemsTable(String csv) {
    return as("registrar")
        .contentType("text/csv")
        .body(csv.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/items/imports")
        .then();
  }

  private static void releasedByTwo(String code, String unit) {
    String release = "/api/v1/items/" + code + "/release";
    as("registrar")
        .contentType("application/json")
        .body(Map.of("reason", "目录不再列入"))
        .post(release)
        .then()
        .statusCode(200)
        .body("claimedBy", equalTo(unit))
        .body("releaseWaits", equalTo("目录不再列入"));
    as("registrar")
        .post(release + "/approval")
        .then()
        .statusCode(403)
        .body("code", equalTo("release-needs-second-person"));
    as("coordinator")
        .post(release + "/approval")
        .then()
        .statusCode(200)
        .body("claimedBy", equalTo(""));
  }

  @Test
  void a_catalogue_under_a_title_is_read_and_what_was_read_otherwise_is_said() {
    catalogue("2031-01", "省级随机抽查事项清单,,,,,,,\n" + HEADS + "C-71,甲,依据,一般,县,水路运输,实地检查,3%\n")
        .statusCode(200)
        .body("items", equalTo(1))
        .body("notes", hasSize(greaterThan(0)))
        .body("notes[0].code", equalTo("head-below"));
  }

  private static ValidatableResponse catalogue(String version, String csv) {
    return as("registrar")
        .contentType("text/csv")
        .body(csv.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/catalogues/" + version + "/imports?issuer=省厅&issuedOn=2023-01-05")
        .then();
  }

  private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

  @Test
  void an_inspector_is_eligible_to_the_last_day_of_the_certificate_and_the_reason_is_told_after() {
    as("registrar")
        .contentType("text/csv")
        .body(
            """
            编号,姓名,单位,执法证号,执法证有效期至,专长,状态,曾任职单位
            E-01,测试甲,大队,1305,%s,道路货运:3、公路工程,在岗,91130534MA1014419A/%s
            """
                .formatted(today.plusDays(1), today.minusMonths(9))
                .getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/inspectors/imports")
        .then()
        .statusCode(200);
    admitted("E-01");
    eligible(today)
        .body("eligible", equalTo(true))
        .body("conflicts.subject", equalTo(List.of("91130534MA1014419A")));
    eligible(today.plusDays(1)).body("eligible", equalTo(true));
    eligible(today.plusDays(2))
        .body("eligible", equalTo(false))
        .body("reasons.code", equalTo(List.of("CERTIFICATE_EXPIRED")));
    as("registrar")
        .contentType("application/json")
        .body(Map.of("from", today.toString(), "until", today.toString(), "reason", "年休假"))
        .post("/api/v1/inspectors/E-01/leaves")
        .then()
        .statusCode(201);
    eligible(today).body("eligible", equalTo(true));
    await()
        .untilAsserted(() ->
            as("approver")
                .get("/api/v1/inspectors/absence-requests")
                .then()
                .body("items.find { it.inspector == 'E-01' }.leave.reason", equalTo("年休假")));
    as("approver").post("/api/v1/inspectors/E-01/absence/approval").then().statusCode(200);
    eligible(today).body("reasons.code", equalTo(List.of("ON_LEAVE")));
  }

  private static ValidatableResponse eligible(LocalDate day) {
    return as("coordinator")
        .get("/api/v1/inspectors/E-01/eligibility?on=" + day)
        .then()
        .statusCode(200);
  }

  @Test
  void an_expert_is_kept_apart_from_the_inspectors() {
    as("registrar")
        .contentType("text/csv")
        .body(
            """
            编号,类别,名称,专业领域,委托机关,委托书文号,委托自,委托至
            ZJ-1,专业人员,测试专家,桥梁检测,交通局,清交委1号,2023-01-01,2099-12-31
            ZJ-2,专业机构,某检测公司,桥梁检测,交通局,清交委2号,2021-01-01,2021-12-31
            """
                .getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/experts/imports")
        .then()
        .statusCode(200)
        .body("changed", equalTo(2));
    await()
        .untilAsserted(() ->
            as("coordinator")
                .get("/api/v1/experts")
                .then()
                .body(
                    "items.findAll { it.id in ['ZJ-1', 'ZJ-2'] }.name",
                    equalTo(List.of("测***", "某检测公司")))
                .body(
                    "items.findAll { it.id in ['ZJ-1', 'ZJ-2'] }.entrusted",
                    equalTo(List.of(true, false))));
    as("coordinator").get("/api/v1/inspectors").then().body("items.id", not(hasItem("ZJ-1")));
    theOthersAreToldOfExpertsWithoutANameOfAPerson();
    anErasureOfAnExpertIsTold();
  }

  private void anErasureOfAnExpertIsTold() {
    for (String step : List.of("withdrawal", "erasure")) {
      as("registrar")
          .contentType("application/json")
          .body(Map.of("reason", "委托期满"))
          .post("/api/v1/experts/ZJ-1/" + step)
          .then()
          .statusCode(step.equals("erasure") ? 201 : 200);
    }
    as("approver").post("/api/v1/experts/ZJ-1/erasure/approval").then().statusCode(200);
    await()
        .untilAsserted(() ->
            assertThat(TopicTails.readAll(Map.of("bootstrap.servers", kafka), "registry.events.v1"))
                .filteredOn(r -> r.key().equals("expert-ZJ-1"))
                .as("under one key, and the last word on him")
                .last()
                .satisfies(r -> assertThat(r.value()).isEqualTo("{\"expertId\":\"ZJ-1\"}")));
  }

  private void theOthersAreToldOfExpertsWithoutANameOfAPerson() {
    await()
        .untilAsserted(() -> {
          var told = TopicTails.readAll(Map.of("bootstrap.servers", kafka), "registry.events.v1");
          assertThat(told)
              .filteredOn(r -> r.key().equals("expert-ZJ-1"))
              .last()
              .satisfies(
                  r -> assertThat(r.value()).contains("清交委1号", "PERSON").doesNotContain("name"));
          assertThat(told)
              .filteredOn(r -> r.key().equals("expert-ZJ-2"))
              .last()
              .satisfies(r -> assertThat(r.value()).contains("某检测公司", "BODY"));
        });
  }
}
