package cn.doublerandom.registry;

import static cn.doublerandom.registry.RegisterFiles.as;
import static cn.doublerandom.registry.RegisterFiles.creditCode;
import static cn.doublerandom.registry.RegisterFiles.csv;
import static cn.doublerandom.registry.RegisterFiles.load;
import static cn.doublerandom.registry.RegisterFiles.opened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import cn.doublerandom.embedded.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 检查对象名录库 as an office works with it: corrections, duplicates, questions about the past. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
class RegisterIT {
  @Test
  void every_kind_of_subject_has_its_own_required_fields() {
    load(
            "",
            "text/csv",
            csv(
                "QH-1,示例工程,项目,公路工程,未分类,存续,交通局,2023-01-01,,,,,,,,,",
                "冀E12345,冀E12345,车辆,危货,未分类,存续,交通局,2023-01-01,,,,,,,,,",
                "ZD-1,客运站,场站,,未分类,存续,交通局,2023-01-01,,,,,,,,,",
                "WG-1,一号网格,网格,,未分类,存续,交通局,2023-01-01,,,,,,,,,",
                "RY-1,王某,从业人员,,未分类,存续,交通局,2023-01-01,,,,,,,,,"))
        .statusCode(422)
        .body("errors.row", equalTo(List.of(2, 2, 3, 3, 4, 4, 4, 5, 6, 6)))
        .body(
            "errors.field",
            equalTo(
                List.of(
                    "建设单位或所有人",
                    "施工单位",
                    "建设单位或所有人",
                    "类型",
                    "住所",
                    "类型",
                    "管辖单位",
                    "管辖单位",
                    "类型",
                    "管辖单位")));
  }

  @Test
  void a_project_is_linked_to_its_owner_and_a_wrong_code_of_an_owner_is_told() {
    String owner = creditCode(966_001);
    String project = "QH-LINK-2023-01";
    load("", "text/csv", csv(owner + ",建设公司,企业,,B,存续,局,2015-01-01,,,,,,,,,")).statusCode(200);
    String row = project + ",公路工程,项目,,未分类,存续,局,2023-01-01,,,,,%s,施工队,,,";
    load(
            "",
            "text/csv",
            csv(row.formatted(owner.substring(0, 17) + (owner.endsWith("0") ? '1' : '0'))))
        .statusCode(422)
        .body("errors[0].field", equalTo("建设单位或所有人"))
        .body("errors[0].code", equalTo("credit-code-18"));
    load("", "text/csv", csv(row.formatted(owner))).statusCode(200);
    await()
        .untilAsserted(() ->
            as("registrar")
                .get("/api/v1/subjects/" + project + "/links")
                .then()
                .statusCode(200)
                .body("owner.registered.name", equalTo("建设公司"))
                .body("contractor.text", equalTo("施工队"))
                .body("contractor.registered", nullValue()));
    as("registrar")
        .get("/api/v1/subjects/" + owner + "/links")
        .then()
        .body("projects.id", equalTo(List.of(project)))
        .body("owner", nullValue());
  }

  @Test
  void a_registration_number_of_fifteen_digits_is_accepted_and_a_likely_slip_is_suggested() {
    String code = creditCode(900_001);
    String slip = code.replaceFirst("0", "O");
    load("?dryRun=true", "text/csv", csv("130534000012345,老字号,企业,,B,存续,局,1999-01-01,,,,,,,,,"))
        .statusCode(200)
        .body("changed", equalTo(1));
    load("", "text/csv", csv(slip + ",新公司,企业,,B,存续,局,1999-01-01,,,,,,,,,"))
        .statusCode(422)
        .body("errors[0].text", containsString("是否应为 " + code));
  }

  @Test
  void the_name_of_a_person_among_the_subjects_is_sealed_and_comes_back_in_the_export() {
    byte[] file = csv("RY-77,欧阳从业,从业人员,,未分类,存续,交通局,2023-01-01,,,,,,,驾驶员,某公司,");
    load("", "text/csv", file).statusCode(200).body("changed", equalTo(1));
    load("", "text/csv", file).statusCode(200).body("changed", equalTo(0));
    String entry = as("auditor").get("/api/v1/subjects/RY-77").asString();
    assertThat(entry).contains("\"name\":\"RY-77\"").doesNotContain("欧阳");
    await()
        .untilAsserted(() ->
            assertThat(as("registrar").get("/api/v1/subjects/export").asString())
                .contains("RY-77,欧阳从业"));
  }

  @Test
  void who_was_in_scope_on_new_years_eve_is_answered_from_the_history() {
    String before = creditCode(910_001);
    String after = creditCode(910_002);
    opened(
        csv(
            before + ",年前停业公司,企业,年末,B,存续,局,2015-01-01,,,,,,,,,",
            after + ",年后停业公司,企业,年末,B,存续,局,2015-01-01,,,,,,,,,",
            creditCode(910_003) + ",今年成立公司,企业,年末,B,存续,局,2023-02-01,,,,,,,,,"));
    suspended(before, "2022-11-01");
    suspended(after, "2023-01-10");
    await()
        .untilAsserted(
            () -> scope("2023-03-01").body("subjects", equalTo(List.of(creditCode(910_003)))));
    scope("2022-12-31").body("count", equalTo(1)).body("subjects", equalTo(List.of(after)));
    scope("2022-10-31").body("count", equalTo(2));
    as("auditor")
        .get("/api/v1/subjects/" + after + "/history")
        .then()
        .statusCode(200)
        .body("periods.from", equalTo(List.of("2015-01-01", "2023-01-10")))
        .body("periods.status", equalTo(List.of("ACTIVE", "SUSPENDED")));
  }

  private static ValidatableResponse scope(String day) {
    return as("coordinator")
        .get("/api/v1/subjects/scope?on=" + day + "&label=年末")
        .then()
        .statusCode(200);
  }

  private static void suspended(String id, String effective) {
    as("registrar")
        .contentType("application/json")
        .body(Map.of("status", "SUSPENDED", "reason", "企业申请停业", "effective", effective))
        .post("/api/v1/subjects/" + id + "/status")
        .then()
        .statusCode(200);
    // A day that is past takes two people.
    as("approver").post("/api/v1/subjects/" + id + "/status/approval").then().statusCode(200);
  }

  @Test
  void a_duplicate_is_merged_is_drawn_no_more_and_comes_back_when_the_merge_is_taken_back() {
    String first = creditCode(920_001);
    String second = creditCode(920_002);
    opened(
        csv(
            first + ",同名公司,企业,合并,B,存续,局,2015-01-01,,,,,,,,,",
            second + ",同名公司,企业,合并,B,存续,局,2016-01-01,,,,,,,,,"));
    await()
        .untilAsserted(() ->
            as("registrar")
                .get("/api/v1/subjects/look-alikes")
                .then()
                .body("$", hasItem(List.of(first, second))));
    merge(second, first).statusCode(200);
    ended(second, "approver", "withdrawal", 403);
    ended(second, "registrar", "withdrawal", 200);
    ended(second, "registrar", "withdrawal", 409);
    merge(second, first).statusCode(200);
    ended(second, "registrar", "decline", 403);
    ended(second, "approver", "decline", 200);
    merge(second, first).statusCode(200);
    approved(second);
    merge(first, second).statusCode(409).body("code", equalTo("merge-target-gone"));
    await()
        .untilAsserted(() ->
            as("coordinator")
                .get("/api/v1/subjects/scope?on=2023-03-15&label=合并")
                .then()
                .body("subjects", equalTo(List.of(first))));
    as("registrar")
        .get("/api/v1/subjects/look-alikes")
        .then()
        .body("$", not(hasItem(List.of(first, second))));
    as("registrar")
        .contentType("application/json")
        .body(Map.of("reason", "经核实为两家企业", "effective", "2023-03-10"))
        .post("/api/v1/subjects/" + second + "/unmerge")
        .then()
        .statusCode(200);
    approved(second);
    await()
        .untilAsserted(() ->
            as("coordinator")
                .get("/api/v1/subjects/scope?on=2023-03-15&label=合并")
                .then()
                .body("count", equalTo(2)));
  }

  private static void ended(String id, String account, String how, int status) {
    as(account)
        .contentType("application/json")
        .body(Map.of("reason", "代码写错了"))
        .post("/api/v1/subjects/" + id + "/merge/" + how)
        .then()
        .statusCode(status);
  }

  private static void approved(String id) {
    String approval = "/api/v1/subjects/" + id + "/merge/approval";
    as("registrar").contentType("application/json").post(approval).then().statusCode(403);
    as("approver").contentType("application/json").post(approval).then().statusCode(200);
  }

  private static ValidatableResponse merge(String id, String into) {
    return as("registrar")
        .contentType("application/json")
        .body(Map.of("into", into, "reason", "重复登记", "effective", "2023-03-01"))
        .post("/api/v1/subjects/" + id + "/merge")
        .then();
  }

  @Test
  void the_monthly_reclassification_speaks_the_local_words_and_refuses_an_older_month() {
    String id = creditCode(930_001);
    opened(csv(id + ",分级公司,企业,分级,B,存续,局,2015-01-01,,,,,,,,,"));
    reclassified(id + ",失信,省平台,2023-02-28").statusCode(200).body("waiting.rows", equalTo(1));
    as("coordinator")
        .get("/api/v1/subjects/scope?on=2023-03-01&label=分级&riskClass=C")
        .then()
        .body("count", equalTo(0));
    as("approver").post("/api/v1/subjects/" + id + "/status/approval").then().statusCode(200);
    reclassified(id + ",守信,省平台,2023-01-31")
        .statusCode(422)
        .body("errors.code", hasItems("risk-class-outdated"));
    await()
        .untilAsserted(() ->
            as("coordinator")
                .get("/api/v1/subjects/scope?on=2023-03-01&label=分级&riskClass=C")
                .then()
                .body("subjects", equalTo(List.of(id))));
    as("coordinator")
        .get("/api/v1/subjects/scope?on=2023-02-01&label=分级&riskClass=B")
        .then()
        .body("subjects", equalTo(List.of(id)));
  }

  private static ValidatableResponse reclassified(String row) {
    return as("registrar")
        .contentType("text/csv")
        .body(("编码,信用风险等级,评定来源,评定日期\n" + row + "\n").getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/subjects/risk-classes/imports")
        .then();
  }

  @Test
  void a_fragment_of_the_name_or_the_head_of_the_code_finds_a_subject() {
    String id = creditCode(940_001);
    load("", "text/csv", csv(id + ",清河县羊绒之乡100%纯货运,企业,,B,存续,局,2015-01-01,,,,,,,,,"))
        .statusCode(200);
    await()
        .untilAsserted(() ->
            as("registrar")
                .get("/api/v1/subjects?search=羊绒之乡")
                .then()
                .body("items.id", equalTo(List.of(id))));
    for (String fragment : List.of(id.substring(0, 16), "0%纯")) {
      as("registrar")
          .queryParam("search", fragment)
          .get("/api/v1/subjects")
          .then()
          .body("items.id", equalTo(List.of(id)));
    }
    as("registrar")
        .queryParam("search", "%%")
        .get("/api/v1/subjects")
        .then()
        .body("items.size()", equalTo(0));
    as("registrar")
        .queryParam("search", "羊")
        .get("/api/v1/subjects")
        .then()
        .statusCode(422)
        .body("code", equalTo("fragment-too-short"));
  }
}
