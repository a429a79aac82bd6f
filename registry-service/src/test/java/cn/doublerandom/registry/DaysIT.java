package cn.doublerandom.registry;

import static cn.doublerandom.registry.RegisterFiles.admitted;
import static cn.doublerandom.registry.RegisterFiles.as;
import static cn.doublerandom.registry.RegisterFiles.creditCode;
import static cn.doublerandom.registry.RegisterFiles.csv;
import static cn.doublerandom.registry.RegisterFiles.load;
import static cn.doublerandom.registry.RegisterFiles.opened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.eventstore.ledger.TopicTails;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A change acts on its day: in lists, figures, tables and in what others are told. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
class DaysIT {
  private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
  private final String december = today.getYear() + 1 + "-12-01";
  private final String november = today.getYear() + 1 + "-11-30";

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  private static void firm(String id, String label, String risk) {
    opened(csv(id + ",日子公司" + id + ",企业," + label + "," + risk + ",存续,局,2015-01-01,,,,,,,,,"));
  }

  /** The file of the case, whose December is past by now, for the December to come. */
  private String suspension() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            DaysIT.class.getResourceAsStream("/cases/n08-effective-later.json"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("2023-12-01", december);
    }
  }

  private static ValidatableResponse status(String id, String body) {
    return as("registrar")
        .contentType("application/json")
        .body(body)
        .post("/api/v1/subjects/" + id + "/status")
        .then();
  }

  private static void agreed(String id) {
    as("approver").post("/api/v1/subjects/" + id + "/status/approval").then().statusCode(200);
  }

  private static String suspended(String reason, String effective) {
    return "{\"status\":\"SUSPENDED\",\"reason\":\"%s\",\"effective\":\"%s\"}"
        .formatted(reason, effective);
  }

  private static ValidatableResponse listed(String id, String asOf) {
    return as("registrar").get("/api/v1/subjects?search=" + id + asOf).then().statusCode(200);
  }

  @Test
  void a_firm_suspended_from_december_is_in_business_until_30_november() throws IOException {
    String id = creditCode(810_001);
    firm(id, "停业待生效", "B");
    status(id, suspension()).statusCode(200).body("status", equalTo("ACTIVE"));
    await().untilAsserted(() -> scope(december).body("count", equalTo(1)));
    agreed(id);
    as("registrar").get("/api/v1/subjects/" + id).then().body("status", equalTo("ACTIVE"));
    await()
        .untilAsserted(
            () -> listed(id, "&asOf=" + december).body("items.status", contains("SUSPENDED")));
    listed(id, "").body("items.status", contains("ACTIVE"));
    listed(id, "&asOf=" + november).body("items.status", contains("ACTIVE"));
    scope(november).body("count", equalTo(1));
    scope(december).body("count", equalTo(0));
    as("auditor")
        .get("/api/v1/subjects/" + id + "/history")
        .then()
        .body("details.status", equalTo("ACTIVE"))
        .body("periods.status", contains("ACTIVE", "SUSPENDED"))
        .body("periods.from", contains("2015-01-01", december));
    assertThat(as("registrar").get("/api/v1/subjects/export").asString())
        .contains(id + ",日子公司" + id + ",企业,停业待生效,B,存续");
    await()
        .untilAsserted(() ->
            assertThat(
                    TopicTails.readAll(Map.of("bootstrap.servers", kafka), "registry.subjects.v1"))
                .filteredOn(record -> record.key().equals("130534/" + id))
                .last()
                .extracting(record -> record.value())
                .asString()
                .contains("\"status\":\"ACTIVE\"")
                .contains("\"later\":[{\"creditRiskClass\":\"B\",\"from\":\"" + december + "\"")
                .contains("{\"from\":\"" + december + "\",\"status\":\"SUSPENDED\"}"));
  }

  private static ValidatableResponse scope(String day) {
    return as("coordinator").get("/api/v1/subjects/scope?label=停业待生效&on=" + day).then();
  }

  @Test
  void a_suspension_from_june_counts_though_december_is_known_and_one_that_holds_is_refused()
      throws IOException {
    String id = creditCode(810_002);
    firm(id, "提前", "B");
    status(id, suspension()).statusCode(200);
    status(id, suspension()).statusCode(200);
    agreed(id);
    status(id, suspension()).statusCode(200);
    status(id, suspended("火灾", december))
        .statusCode(409)
        .body("code", equalTo("status-unchanged"))
        .body("context.since", equalTo(december))
        .body("context.reason", equalTo("示例"));
    String june = today.getYear() + 1 + "-06-01";
    status(id, suspended("提前停业", june)).statusCode(200);
    agreed(id);
    await()
        .untilAsserted(
            () -> listed(id, "&asOf=" + june).body("items.status", contains("SUSPENDED")));
    listed(id, "").body("items.status", contains("ACTIVE"));
  }

  @Test
  void the_same_table_sent_again_takes_back_no_suspension_to_come() throws IOException {
    String id = creditCode(810_003);
    firm(id, "重报", "B");
    status(id, suspension()).statusCode(200);
    agreed(id);
    load("", "text/csv", csv(id + ",日子公司" + id + ",企业,重报,B,存续,局,2015-01-01,,,,,,,,,"))
        .statusCode(200)
        .body("changed", equalTo(0));
    load("", "text/csv", csv(id + ",日子公司" + id + ",企业,重报、危货,B,存续,局,2015-01-01,,,,,,,,,"))
        .statusCode(200)
        .body("changed", equalTo(1));
    agreed(id);
    await().untilAsserted(() -> listed(id, "").body("items[0].labels", hasItem("危货")));
    listed(id, "&asOf=" + december).body("items.status", contains("SUSPENDED"));
  }

  @Test
  void an_inspector_who_leaves_in_december_is_there_until_then_in_list_and_figures() {
    people("在岗,").statusCode(200).body("changed", equalTo(1));
    admitted("JC810");
    await().untilAsserted(() -> inspector("").body(status("JC810"), contains("ACTIVE")));
    long active = inspectors();
    people("离岗," + december).statusCode(200).body("waiting.rows", equalTo(1));
    inspectorDay(december).body("reasons", equalTo(List.of()));
    as("approver").post("/api/v1/inspectors/JC810/absence/approval").then().statusCode(200);
    people("在岗,").statusCode(200).body("changed", equalTo(0));
    await()
        .untilAsserted(
            () -> inspector("?asOf=" + december).body(status("JC810"), contains("LEFT")));
    inspector("").body(status("JC810"), contains("ACTIVE"));
    inspector("?asOf=" + november).body(status("JC810"), contains("ACTIVE"));
    assertThat(inspectors()).isEqualTo(active);
    inspectorDay(december).body("reasons.code", contains("LEFT"));
    inspectorDay(november).body("reasons", equalTo(List.of()));
  }

  private static ValidatableResponse inspectorDay(String day) {
    return as("registrar").get("/api/v1/inspectors/JC810/eligibility?on=" + day).then();
  }

  private static String status(String id) {
    return "items.findAll { it.id == '" + id + "' }.status";
  }

  private static ValidatableResponse inspector(String query) {
    return as("registrar").get("/api/v1/inspectors" + query).then().statusCode(200);
  }

  private static long inspectors() {
    return as("registrar")
        .get("/api/v1/readiness")
        .jsonPath()
        .getLong("directories.find { it.directory == 'INSPECTORS' }.entries");
  }

  private static ValidatableResponse people(String end) {
    return as("registrar")
        .contentType("text/csv")
        .body(
            ("编号,姓名,单位,执法证号,执法证有效期至,专长,状态,状态生效日期\nJC810,示例,大队,13053410810,2099-12-31,道路客运,"
                    + end
                    + "\n")
                .getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/inspectors/imports")
        .then();
  }

  @Test
  void a_merge_from_december_leaves_the_entry_in_the_figures_until_then() {
    String gone = creditCode(810_004);
    String kept = creditCode(810_005);
    firm(gone, "", "未分类");
    firm(kept, "合并待生效", "B");
    await().untilAsserted(() -> unlabelled().body("items", hasItem(gone)));
    as("registrar")
        .contentType("application/json")
        .body(Map.of("into", kept, "reason", "重复登记", "effective", december))
        .post("/api/v1/subjects/" + gone + "/merge")
        .then()
        .statusCode(200);
    as("approver")
        .contentType("application/json")
        .post("/api/v1/subjects/" + gone + "/merge/approval")
        .then()
        .statusCode(200);
    await()
        .untilAsserted(() ->
            as("auditor")
                .get("/api/v1/subjects/" + gone + "/history")
                .then()
                .body("periods.merged", contains(false, true)));
    unlabelled().body("items", hasItem(gone)).body("items", not(hasItem(kept)));
  }

  private static ValidatableResponse unlabelled() {
    return as("registrar").get("/api/v1/readiness/SUBJECT_UNLABELLED?limit=500").then();
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "编码|信用风险等级|评定来源|评定日期~%s|D|省平台|DAY,subjects/risk-classes/imports,评定日期",
    "编码|名称|类别|监管标签|信用风险等级|登记状态|登记机关|成立日期|住所~%s|将来公司|企业|将来|B|存续|局|DAY|,subjects/imports,成立日期"
  })
  void what_is_said_to_have_happened_tomorrow_is_refused_by_rule(
      String table, String door, String column) {
    String id = creditCode(810_006);
    if (door.startsWith("subjects/risk")) {
      firm(id, "评级", "B");
    }
    String rows = table.formatted(id).replace("|", ",").replace("~", "\n");
    for (int day : new int[] {1, 0}) {
      ValidatableResponse answer =
          as("registrar")
              .contentType("text/csv")
              .body(
                  rows.replace("DAY", today.plusDays(day).toString())
                      .getBytes(StandardCharsets.UTF_8))
              .post("/api/v1/" + door)
              .then();
      if (day == 0) {
        answer.statusCode(200);
      } else {
        answer
            .statusCode(422)
            .body("errors[0].field", equalTo(column))
            .body("errors[0].code", equalTo("day-in-future"))
            .body("errors[0].text", containsString("晚于录入日 " + today));
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"999999190001010015", "９９９９９９１９０００１０１００１５", "130534850101002"})
  void the_number_of_a_resident_is_no_code_and_no_name_at_the_door_of_json(String number) {
    as("registrar")
        .contentType("application/json")
        .body(Map.of("into", number, "reason", "重复登记", "effective", today.toString()))
        .post("/api/v1/subjects/" + creditCode(810_007) + "/merge")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("into"))
        .body("errors[0].code", equalTo("resident-number"));
    as("registrar")
        .contentType("application/json")
        .body(
            """
            {"level":"COUNTY","document":"规定","clauses":[{"number":"一","duty":"监督","fields":["%s"]}]}
            """
                .formatted(number))
        .put("/api/v1/offices/交通局/mandate")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("clauses[0].fields[0]"));
    as("registrar")
        .contentType("application/json")
        .body(
            """
            {"level":"COUNTY","document":"规定","clauses":[{"number":"一","duty":"监督","fields":["运输"]}]}
            """)
        .put("/api/v1/offices/" + number + "/mandate")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("unit"));
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "编号|姓名|单位|执法证号|执法证有效期至|专长|状态~JC811|130534850101002|大队|13053410811|2099-12-31||在岗,inspectors/imports,姓名",
    "编号|姓名|单位|执法证号|执法证有效期至|专长|状态~JC811|示例|大队|999999190001010015|2099-12-31||在岗,inspectors/imports,执法证号",
    "编号|类别|名称|专业领域|委托机关|委托书文号|委托自|委托至~ZJ811|专业机构|130534850101002|桥梁|局|委1号|2023-01-01|2024-01-01,experts/imports,名称",
    "编码|名称|类别|监管标签|信用风险等级|登记状态|登记机关|成立日期|住所~130534850101002|甲经营部|个体户|道路|B|存续|局|2020-03-01|一号,subjects/imports,编码"
  })
  void the_number_of_a_resident_is_no_code_and_no_name_at_the_door_of_tables(
      String table, String door, String column) {
    as("registrar")
        .contentType("text/csv")
        .body(table.replace("|", ",").replace("~", "\n").getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/" + door)
        .then()
        .statusCode(422)
        .body("errors.field", hasItem(column))
        .body("errors.code", hasItem("resident-number"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"张三999999190001010015反映停业", "身份证：９９９９９９ 19000101-0015", "999999​190001010015"})
  void the_number_of_a_resident_is_refused_inside_of_a_reason(String reason) {
    String id = creditCode(810_008);
    firm(id, "原因", "B");
    as("registrar")
        .contentType("application/json")
        .body(Map.of("status", "SUSPENDED", "reason", reason, "effective", today.toString()))
        .post("/api/v1/subjects/" + id + "/status")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("reason"))
        .body("errors[0].code", equalTo("resident-number"));
    status(id, suspended("电话 13800138000 反映停业", today.toString())).statusCode(200);
  }
}
