package cn.doublerandom.registry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.eventstore.ledger.TopicTails;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
class RegistryServiceIT {
  private static final String SUBJECT_HEADS =
      "编码,名称,类别,监管标签,信用风险等级,登记状态,登记机关,成立日期,住所,建设单位或所有人,施工单位\n";

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  private static RequestSpecification as(String account) {
    return given().filter(new ReadsFirst()).header("Authorization", TestStack.bearer(account));
  }

  private static ValidatableResponse load(String kind, String csv) {
    return as("registrar")
        .contentType("text/csv; charset=UTF-8")
        .body(csv.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .post("/api/v1/" + kind + "/imports")
        .then();
  }

  @Test
  void a_faulty_file_is_told_row_by_row_and_nothing_of_it_is_taken() {
    load(
            "subjects",
            SUBJECT_HEADS
                + "91350100M000100Y43,甲公司,企业,道路运输,A,存续,行政审批局,2018-05-02,\n"
                + "91350100M000100Y4Z,乙公司,企业,道路运输,A,存续,行政审批局,2018-05-02,\n"
                + "G340-2023-01,丙项目,工地,公路工程,未分类,存续,交通局,2023-02-01,\n"
                + "11370323MB2859070U,丁公司,企业,道路运输,A,存续,行政审批局,去年,\n")
        .statusCode(422)
        .contentType("application/problem+json")
        .body("code", equalTo("file-refused"))
        .body("errors.row", equalTo(List.of(3, 4, 5)))
        .body("errors.field", equalTo(List.of("编码", "类别", "成立日期")))
        .body("errors.code", hasItems("credit-code-18", "unknown-word", "not-a-date"));
    as("auditor").get("/api/v1/subjects/91350100M000100Y43").then().statusCode(404);
  }

  @Test
  void a_register_is_imported_read_and_told_to_the_others_once() {
    String csv =
        SUBJECT_HEADS
            + "91440300708461136T,戊公司,企业,道路运输、客运,B,存续,行政审批局,2018-05-02,某路1号\n"
            + "G340-2023-02,在建工程二,项目,公路工程,未分类,存续,交通运输局,2023-02-01,,交通运输局,路桥公司\n";
    load("subjects", csv).statusCode(200).body("changed", equalTo(2));
    load("subjects", csv).statusCode(200).body("changed", equalTo(0)).body("unchanged", equalTo(2));

    for (String id : List.of("91440300708461136T", "G340-2023-02")) {
      await()
          .untilAsserted(() ->
              as("auditor")
                  .get("/api/v1/subjects?search=" + id)
                  .then()
                  .body("items.id", equalTo(List.of(id))));
    }
    await()
        .untilAsserted(() ->
            assertThat(TopicTails.readAll(Map.of("bootstrap.servers", kafka), "registry.events.v1"))
                .filteredOn(r -> r.key().equals("subject-91440300708461136T"))
                .singleElement()
                .satisfies(r -> {
                  assertThat(r.value()).contains("\"labels\":[\"客运\",\"道路运输\"]");
                  assertThat(TopicTails.header(r, "ce_type"))
                      .contains("cn.doublerandom.SubjectChanged.v1");
                }));
  }

  @Test
  void a_name_never_leaves_the_registry_in_the_clear() {
    load(
            "inspectors",
            "编号,姓名,单位,执法证号,执法证有效期至,专长,状态\nT-00,示例,综合行政执法大队,13050000,2025-12-31,道路货运,在岗\n")
        .statusCode(200);
    load(
            "inspectors",
            "编号,姓名,单位,执法证号,执法证有效期至,专长,状态\nT-01,欧阳测试,综合行政执法大队,13050001,2025-12-31,道路货运,在岗\n")
        .statusCode(200)
        .body("waiting.rows", equalTo(1));
    load("subjects", SUBJECT_HEADS + "914403001922038216,甲公司,企业,道路运输,A,存续,行政审批局,2018-05-02,\n")
        .statusCode(200);
    load("recusals", "执法人员编号,检查对象编码,回避原因\nT-01,914403001922038216,近亲属\n")
        .statusCode(200)
        .body("waiting.rows", equalTo(1));
    as("approver")
        .post("/api/v1/inspectors/T-01/recusals/914403001922038216/approval")
        .then()
        .statusCode(200);
    load("recusals", "执法人员编号,检查对象编码,回避原因\nNOBODY,914403001922038216,近亲属\n")
        .statusCode(422)
        .body("errors.row", equalTo(List.of(2)))
        .body("errors.code", hasItems("inspector-unknown"));

    await()
        .untilAsserted(() ->
            as("registrar")
                .get("/api/v1/inspectors")
                .then()
                .body("items.find { it.id == 'T-01' }.name", equalTo("欧***"))
                .body("items.find { it.id == 'T-01' }.recusals.size()", equalTo(1)));
    await()
        .untilAsserted(() ->
            assertThat(
                    TopicTails.readAll(
                        Map.of("bootstrap.servers", kafka), "registry.inspectors.v1"))
                .filteredOn(r -> r.key().equals("130534/T-01"))
                .isNotEmpty()
                .noneMatch(r -> r.value().contains("欧阳"))
                .last()
                .satisfies(r -> assertThat(r.value()).contains("914403001922038216")));
    await()
        .untilAsserted(() ->
            assertThat(TopicTails.readAll(Map.of("bootstrap.servers", kafka), "registry.events.v1"))
                .filteredOn(r -> r.key().equals("inspector-T-01"))
                .hasSize(4)
                .noneMatch(r -> r.value().contains("欧阳"))
                .allMatch(r -> r.value().contains("\"status\":\"LEFT\"")));
  }

  private static ValidatableResponse claimed(String claim) {
    return as("registrar")
        .contentType("application/json")
        .body(claim)
        .post("/api/v1/items/I-1/claim")
        .then();
  }

  private static void mandate(String level, String field) {
    as("registrar")
        .contentType("application/json")
        .body(
            Map.of(
                "level",
                level,
                "document",
                "局三定规定",
                "clauses",
                List.of(Map.of("number", "第三条第（二）项", "duty", "行业监管", "fields", List.of(field)))))
        .put("/api/v1/offices/交通局/mandate")
        .then()
        .statusCode(200);
    as("approver").post("/api/v1/offices/交通局/mandate/approval").then().statusCode(200);
  }

  @Test
  void claiming_needs_a_role_a_mandate_and_the_right_level() {
    load("items", "编号,抽查事项名称,抽查依据,事项类别,层级,领域,抽查方式\nI-1,经营行为检查,条例第五十八条,一般,县,道路运输,实地检查\n")
        .statusCode(200);
    String claim = "{\"unit\":\"交通局\"}";
    given()
        .contentType("application/json")
        .body(claim)
        .post("/api/v1/items/I-1/claim")
        .then()
        .statusCode(401);
    as("inspector")
        .contentType("application/json")
        .body(claim)
        .post("/api/v1/items/I-1/claim")
        .then()
        .statusCode(403);
    claimed(claim).statusCode(409).body("code", equalTo("mandate-missing"));
    mandate("CITY", "道路运输");
    claimed(claim).statusCode(409).body("code", equalTo("item-level-not-ours"));
    mandate("COUNTY", "公路工程");
    claimed(claim)
        .statusCode(409)
        .body("code", equalTo("item-outside-mandate"))
        .body("context.itemField", equalTo("道路运输"))
        .body("context.mandate", equalTo("局三定规定：第三条第（二）项（公路工程）"));
    mandate("COUNTY", "道路运输");
    as("registrar")
        .contentType("application/json")
        .body("{\"unit\":\"\"}")
        .post("/api/v1/items/I-1/claim")
        .then()
        .statusCode(400)
        .body("code", equalTo("field-invalid"))
        .body("errors.field", hasItems("unit"));
    for (int i = 0; i < 2; i++) {
      as("registrar")
          .contentType("application/json")
          .header("Idempotency-Key", "claim-1")
          .body(claim)
          .post("/api/v1/items/I-1/claim")
          .then()
          .statusCode(201)
          .header("ETag", "\"v2\"");
    }
    as("registrar")
        .contentType("application/json")
        .header("If-Match", "\"v1\"")
        .body("{\"reason\":\"事权上收\"}")
        .post("/api/v1/items/I-1/release")
        .then()
        .statusCode(412);
    as("registrar")
        .contentType("application/json")
        .body("{\"reason\":\"事权上收\"}")
        .post("/api/v1/items/I-1/release")
        .then()
        .statusCode(200)
        .body("releaseWaits", equalTo("事权上收"));
    as("coordinator")
        .post("/api/v1/items/I-1/release/approval")
        .then()
        .statusCode(200)
        .body("claimedBy", equalTo(""));
  }

  @Test
  void the_calendar_answers_in_public() {
    Map.of(
            "2023-01-29", "2023-02-24",
            "2023-09-28", "2023-11-01",
            "2024-02-08", "2024-03-13",
            "2025-01-24", "2025-02-27",
            "2026-02-13", "2026-03-19")
        .forEach((finished, due) ->
            given()
                .get("/api/v1/workdays/due?from=" + finished + "&days=20")
                .then()
                .statusCode(200)
                .body("due", equalTo(due))
                .body("provisional", equalTo(false)));
    given()
        .get("/api/v1/workdays/due?from=2026-12-25&days=20")
        .then()
        .statusCode(200)
        .body("provisional", equalTo(true));
    given()
        .get("/api/v1/workdays/due?from=2024-02-08&days=0")
        .then()
        .statusCode(422)
        .body("code", equalTo("days-out-of-range"));
    given()
        .get("/api/v1/workdays/due?from=gestern&days=1")
        .then()
        .statusCode(400)
        .body("errors.field", hasItem("from"));
  }

  @Test
  void what_is_not_there_and_what_is_not_allowed_are_problems_too() {
    as("registrar")
        .get("/api/v1/subjects/NOBODY")
        .then()
        .statusCode(404)
        .body("code", equalTo("subject-unknown"));
    given()
        .urlEncodingEnabled(false)
        .get("/api/v1/items;x=1")
        .then()
        .statusCode(400)
        .body("code", equalTo("path-refused"));
    as("registrar")
        .contentType("application/json")
        .body("{\"unit\":")
        .post("/api/v1/items/I-9/claim")
        .then()
        .statusCode(400)
        .body("code", equalTo("malformed-request"));
    as("registrar")
        .header("Accept-Language", "en")
        .get("/api/v1/subjects?after=%21%21")
        .then()
        .statusCode(400)
        .body("title", equalTo("The cursor is not valid."));
  }

  @Test
  void a_file_that_is_too_large_is_refused_in_words() {
    as("registrar")
        .contentType("application/json")
        .body(new byte[10 * 1024 * 1024])
        .post("/api/v1/items/I-1/claim")
        .then()
        .statusCode(413)
        .contentType("application/problem+json")
        .body("code", equalTo("request-too-large"));
    // Neither the look of a path nor the kind of content alone makes a file of a body.
    for (String path : List.of("/api/v1/nothing/imports", "/api/v1/subjects/imports/")) {
      as("registrar")
          .contentType("text/csv")
          .body(new byte[1_000_001])
          .post(path)
          .then()
          .statusCode(413);
    }
    as("registrar")
        .contentType("application/json")
        .body(new byte[1_000_001])
        .post("/api/v1/subjects/imports")
        .then()
        .statusCode(413)
        .body("code", equalTo("request-too-large"));
    as("registrar")
        .contentType("text/csv")
        .body("x".repeat(10 * 1024 * 1024))
        .post("/api/v1/items/imports")
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("errors.code", hasItems("too-long"));
  }

  @Test
  void the_api_describes_itself() {
    given().get("/q/openapi").then().statusCode(200);
    for (String address : List.of("/q/health", "/q/health/ready", "/q/metrics", "/q/info")) {
      given().get(address).then().statusCode(404);
    }
    given().get(TestStack.operations("/q/health/ready")).then().statusCode(200);
  }

  /** As any probe asks: again and again over one connection. */
  @Test
  void health_answers_every_question_of_one_connection() throws Exception {
    var ready = HttpRequest.newBuilder(URI.create(TestStack.operations("/q/health/ready"))).build();
    try (var client = HttpClient.newHttpClient()) {
      for (int asked = 0; asked < 5; asked++) {
        assertThat(client.send(ready, HttpResponse.BodyHandlers.ofString()).statusCode())
            .as("question %d", asked)
            .isEqualTo(200);
      }
    }
  }
}
