package cn.doublerandom.registry;

import static cn.doublerandom.registry.RegisterFiles.as;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an office is there for is not for one person to change, and its name is words. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
class MandatesIT {
  private static final String OFFICE = "/api/v1/offices/示范交通局/mandate";

  private static ValidatableResponse put(String address, String field) {
    return as("registrar")
        .contentType("application/json")
        .body(
            Map.of(
                "level",
                "COUNTY",
                "document",
                "示范交通局三定规定",
                "clauses",
                List.of(Map.of("number", "第一条", "duty", "行业监管", "fields", List.of(field)))))
        .put(address)
        .then();
  }

  private static ValidatableResponse table(String door, String csv) {
    return as("registrar")
        .contentType("text/csv")
        .body(csv.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/" + door.replace("?", "/imports?") + (door.contains("?") ? "" : "/imports"))
        .then();
  }

  @Test
  void another_mandate_waits_for_another_person_and_says_what_it_would_not_cover() {
    table("items", "编号,抽查事项名称,抽查依据,事项类别,层级,领域,抽查方式\nSF-1,经营检查,条例第一条,一般,县,示范运输,实地检查\n")
        .statusCode(200);
    put(OFFICE, "示范运输")
        .statusCode(200)
        .body("level", nullValue())
        .body("waiting.clauses[0].fields", contains("示范运输"));
    as("registrar")
        .contentType("application/json")
        .body(Map.of("unit", "示范交通局"))
        .post("/api/v1/items/SF-1/claim")
        .then()
        .statusCode(409)
        .body("code", equalTo("mandate-missing"));
    as("approver")
        .post(OFFICE + "/approval")
        .then()
        .statusCode(200)
        .body("level", equalTo("COUNTY"))
        .body("waiting", nullValue());
    as("registrar")
        .contentType("application/json")
        .body(Map.of("unit", "示范交通局"))
        .post("/api/v1/items/SF-1/claim")
        .then()
        .statusCode(201);
    put(OFFICE, "示范公路").statusCode(200).body("clauses[0].fields", contains("示范运输"));
    await()
        .untilAsserted(() ->
            as("auditor")
                .get(OFFICE)
                .then()
                .body("clauses[0].fields", contains("示范运输"))
                .body("waiting.clauses[0].fields", contains("示范公路"))
                .body("waiting.uncovered", contains("SF-1")));
    as("registrar").post(OFFICE + "/approval").then().statusCode(403);
    as("approver").post(OFFICE + "/decline").then().statusCode(415);
    decline(OFFICE, "条款与现行规定不符").statusCode(200).body("waiting", nullValue());
    await()
        .untilAsserted(() ->
            as("registrar").get("/api/v1/glance").then().body("told.why", hasItem("条款与现行规定不符")));
    as("approver")
        .post(OFFICE + "/approval")
        .then()
        .statusCode(409)
        .body("code", equalTo("mandate-not-requested"));
    put(OFFICE, "示范公路").statusCode(200);
    as("approver")
        .post(OFFICE + "/approval")
        .then()
        .statusCode(200)
        .body("clauses[0].fields", contains("示范公路"))
        .body("waiting", nullValue());
  }

  private static ValidatableResponse decline(String office, String why) {
    return as("approver")
        .contentType("application/json")
        .body(Map.of("reason", why))
        .post(office + "/decline")
        .then();
  }

  @Test
  void the_first_mandate_of_an_office_is_declined_and_the_office_has_none() {
    String office = "/api/v1/offices/首设交通局/mandate";
    put(office, "首设运输").statusCode(200);
    decline(office, "条款有误")
        .statusCode(200)
        .body("unit", equalTo("首设交通局"))
        .body("level", nullValue())
        .body("clauses", empty())
        .body("waiting", nullValue());
    as("auditor").get(office).then().statusCode(409).body("code", equalTo("mandate-missing"));
    decline(office, "条款有误").statusCode(409).body("code", equalTo("mandate-not-requested"));
    put(office, "首设公路").statusCode(200).body("waiting.clauses[0].fields", contains("首设公路"));
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\u3000", "。", "局", "12345", "——"})
  void an_office_is_named_in_words(String unit) {
    put("/api/v1/offices/" + unit + "/mandate", "运输")
        .statusCode(400)
        .body("errors[0].field", equalTo("unit"));
    as("registrar")
        .contentType("application/json")
        .body(Map.of("unit", unit))
        .post("/api/v1/items/SF-1/claim")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("unit"));
    table("inspectors", "编号,姓名,单位,执法证号,执法证有效期至,专长,状态\nSF-9,示例," + unit + ",SF-9-1,2099-12-31,,在岗\n")
        .statusCode(422)
        .body("errors.field", hasItem("单位"));
  }

  /** A cell of a table and a text of JSON are taken without the blanks around them. */
  @ParameterizedTest
  @ValueSource(strings = {"示范交通局 ", "示范交通局\u3000", "示范  交通局", "示范Ａ局"})
  void an_office_is_not_another_by_another_spelling(String unit) {
    put("/api/v1/offices/" + unit + "/mandate", "运输")
        .statusCode(400)
        .body("errors[0].field", equalTo("unit"));
  }

  @Test
  void a_wrong_element_of_a_list_is_named_by_its_place_and_no_word_of_the_machine() {
    put("/api/v1/offices/示范交通局/mandate", " ")
        .statusCode(400)
        .body("errors.field", contains("clauses[0].fields[0]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"——", "😀😀😀", "12345"})
  void a_firms_name_is_words(String name) {
    table(
            "subjects",
            "编码,名称,类别,监管标签,信用风险等级,登记状态,登记机关,成立日期,住所\n"
                + RegisterFiles.creditCode(820_001)
                + ","
                + name
                + ",企业,,B,存续,审批局,2018-05-02,某路1号\n")
        .statusCode(422)
        .body("errors[0].field", equalTo("名称"))
        .body("errors[0].code", equalTo("no-words"));
  }

  @Test
  void a_firm_that_comes_under_anothers_name_is_named_beside_it_once() {
    String heads = "编码,名称,类别,监管标签,信用风险等级,登记状态,登记机关,成立日期,住所\n";
    String row = "%s,同名示范（河北）运输有限公司,企业,道路运输,B,存续,审批局,2018-05-02,某路1号\n";
    String first = RegisterFiles.creditCode(820_011);
    table("subjects", heads + row.formatted(first))
        .statusCode(200)
        .body("notes.findAll { it.code == 'look-alike' }.row", anyOf(nullValue(), empty()));
    String second = row.formatted(RegisterFiles.creditCode(820_012)).replace('（', '(');
    String third = row.formatted(RegisterFiles.creditCode(820_013));
    await()
        .untilAsserted(() ->
            table("subjects?dryRun=true", heads + second)
                .statusCode(200)
                .body("notes[0].row", equalTo(2))
                .body("notes[0].code", equalTo("look-alike"))
                .body("notes[0].text", containsString(first)));
    table("subjects", heads + second + third)
        .statusCode(200)
        .body("changed", equalTo(2))
        .body("notes.findAll { it.code == 'look-alike' }.row", contains(2, 3))
        .body(
            "notes.findAll { it.code == 'look-alike' }[1].text",
            containsString(RegisterFiles.creditCode(820_012)));
    await()
        .untilAsserted(() ->
            table("subjects", heads + second + third)
                .statusCode(200)
                .body("unchanged", equalTo(2))
                .body("notes.code", everyItem(equalTo("still-waits-for-second-person"))));
  }

  @Test
  void a_basis_of_full_stops_is_none() {
    table("items", "编号,抽查事项名称,抽查依据,事项类别,层级,领域,抽查方式\nSF-2,经营检查,。。。,一般,县,示范运输,实地检查\n")
        .statusCode(422)
        .body("errors[0].field", equalTo("抽查依据"))
        .body("errors[0].code", equalTo("no-words"));
  }

  @ParameterizedTest
  @CsvSource({"jc861, number-taken", "JС861, number-not-ascii", "ｊｃ861, number-taken"})
  void a_number_that_differs_only_in_its_letters_is_nobody_elses(String id, String code) {
    String heads = "编号,姓名,单位,执法证号,执法证有效期至,专长,状态\n";
    String row = "JC861,示例,大队,SF-861,2099-12-31,,在岗\n";
    table("inspectors", heads + row).statusCode(200);
    table("inspectors", heads + row + id + ",示例,大队,SF-862,2099-12-31,,在岗\n")
        .statusCode(422)
        .body("errors[0].row", equalTo(3))
        .body("errors[0].field", equalTo("编号"))
        .body("errors[0].code", equalTo(code));
  }
}
