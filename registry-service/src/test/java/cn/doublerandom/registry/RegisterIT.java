package cn.doublerandom.registry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import cn.doublerandom.embedded.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

/** 检查对象名录库 as an office works with it: thousands of rows, corrections, questions about the past. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
class RegisterIT {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final List<String> HEADS =
      List.of(
          "编码",
          "名称",
          "类别",
          "监管标签",
          "信用风险等级",
          "登记状态",
          "登记机关",
          "成立日期",
          "住所",
          "行政区划",
          "行业代码",
          "重点领域",
          "建设单位或所有人",
          "施工单位",
          "类型",
          "管辖单位",
          "许可证");
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  private static RequestSpecification as(String account) {
    return given().header("Authorization", TestStack.bearer(account));
  }

  /** A valid credit code with a number of ours in it. */
  private static String creditCode(int number) {
    String organisation = "%08d".formatted(number);
    int[] weights = {3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < 8; i++) {
      sum += Character.digit(organisation.charAt(i), 36) * weights[i];
    }
    String body = "91130534" + organisation + "0123456789X".charAt((11 - sum % 11) % 11);
    int total = 0;
    int weight = 1;
    for (int i = 0; i < 17; i++) {
      total += ALPHABET.indexOf(body.charAt(i)) * weight;
      weight = weight * 3 % 31;
    }
    return body + ALPHABET.charAt((31 - total % 31) % 31);
  }

  private static List<String> firm(int number) {
    return new ArrayList<>(
        List.of(
            creditCode(number),
            "清河县第" + number + "运输有限公司",
            "企业",
            "道路运输、道路货运",
            "B",
            "存续",
            "清河县行政审批局",
            "2018-05-02",
            "示例路" + number + "号",
            "130534",
            "5431",
            "",
            "",
            "",
            "",
            "",
            "道路运输经营许可证/" + number + "/2099-05-31"));
  }

  private static byte[] xlsx(List<List<String>> rows) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var workbook = new Workbook(out, "test", "1.0");
        Worksheet sheet = workbook.newWorksheet("名录")) {
      for (int r = 0; r < rows.size(); r++) {
        for (int c = 0; c < rows.get(r).size(); c++) {
          sheet.value(r, c, rows.get(r).get(c));
        }
      }
    }
    return out.toByteArray();
  }

  private static ValidatableResponse load(String query, String type, byte[] file) {
    return as("registrar")
        .contentType(type)
        .body(file)
        .post("/api/v1/subjects/imports" + query)
        .then();
  }

  private static void change(List<List<String>> rows, int row, String column, String cell) {
    rows.get(row - 1).set(HEADS.indexOf(column), cell);
  }

  @Test
  void three_thousand_rows_with_twenty_five_kinds_of_faults_are_told_exactly() throws IOException {
    List<List<String>> rows = new ArrayList<>(List.of(HEADS));
    for (int i = 1; i <= 3_000; i++) {
      rows.add(firm(i));
    }
    Map<Integer, String> expected = new LinkedHashMap<>();
    String good = creditCode(777_000);
    fault(rows, expected, 10, "编码", "", "missing");
    fault(rows, expected, 20, "编码", good.substring(0, 17), "credit-code-0");
    fault(rows, expected, 30, "编码", "O" + good.substring(1), "credit-code-1");
    fault(rows, expected, 40, "编码", flipped(good, 16), "credit-code-17");
    fault(rows, expected, 50, "编码", flipped(good, 17), "credit-code-18");
    fault(rows, expected, 60, "编码", "x".repeat(65), "too-long");
    fault(rows, expected, 70, "名称", "", "missing");
    fault(rows, expected, 80, "名称", "长".repeat(201), "too-long");
    fault(rows, expected, 90, "名称", "甲\t公司", "control-character");
    fault(rows, expected, 100, "类别", "公司", "unknown-word");
    fault(rows, expected, 110, "类别", "", "missing");
    fault(rows, expected, 120, "监管标签", "长".repeat(501), "too-long");
    fault(rows, expected, 130, "信用风险等级", "E", "unknown-word");
    fault(rows, expected, 140, "登记状态", "营业", "unknown-word");
    fault(rows, expected, 150, "登记机关", "", "missing");
    fault(rows, expected, 160, "成立日期", "去年", "not-a-date");
    fault(rows, expected, 170, "成立日期", "2018-02-30", "not-a-date");
    fault(rows, expected, 180, "成立日期", "", "missing");
    fault(rows, expected, 190, "住所", "长".repeat(501), "too-long");
    fault(rows, expected, 200, "行政区划", "1305", "not-a-code");
    fault(rows, expected, 210, "行业代码", "货运", "not-a-code");
    fault(rows, expected, 220, "许可证", "道路运输经营许可证", "not-a-licence");
    fault(rows, expected, 230, "许可证", "许可证/1/明年", "not-a-date");
    change(rows, 240, "类别", "个体户");
    fault(rows, expected, 240, "住所", "", "missing");
    change(rows, 250, "编码", rows.get(248).getFirst());
    expected.put(250, " duplicate");
    assertThat(expected).hasSize(25);

    Response refusal =
        load("", XLSX, xlsx(rows))
            .statusCode(422)
            .body("context.faults", equalTo(25))
            .extract()
            .response();
    Map<Integer, String> told = new LinkedHashMap<>();
    List<Map<String, Object>> errors = refusal.jsonPath().getList("errors");
    errors.forEach(e -> told.put((Integer) e.get("row"), e.get("field") + " " + e.get("code")));
    assertThat(told).isEqualTo(expected);
    as("registrar").get("/api/v1/subjects/" + creditCode(1)).then().statusCode(404);

    byte[] marked =
        as("registrar")
            .contentType(XLSX)
            .body(xlsx(rows))
            .post("/api/v1/subjects/imports/marked")
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();
    try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(marked))) {
      var sheet = workbook.getFirstSheet().read();
      assertThat(sheet).hasSize(3_001);
      assertThat(sheet.get(29).getCellText(17)).startsWith("编码：第 1 位字符“O”不允许");
      assertThat(sheet.get(1).getCellCount()).isLessThanOrEqualTo(17);
    }

    load("?skipBad=true&dryRun=true", XLSX, xlsx(rows))
        .statusCode(200)
        .body("changed", equalTo(2_975))
        .body("refused", equalTo(25))
        .body("dryRun", equalTo(true));
    as("registrar").get("/api/v1/subjects/" + creditCode(1)).then().statusCode(404);
    load("?skipBad=true", XLSX, xlsx(rows))
        .statusCode(200)
        .body("changed", equalTo(2_975))
        .body("refused", equalTo(25));
    exportedAndImportedAgainNothingChanges();
  }

  private static void fault(
      List<List<String>> rows,
      Map<Integer, String> expected,
      int row,
      String column,
      String cell,
      String code) {
    change(rows, row, column, cell);
    expected.put(row, column + " " + code);
  }

  private static String flipped(String code, int position) {
    char other = code.charAt(position) == '0' ? '1' : '0';
    return code.substring(0, position) + other + code.substring(position + 1);
  }

  private static void exportedAndImportedAgainNothingChanges() {
    await()
        .untilAsserted(() ->
            as("registrar")
                .get("/api/v1/subjects/scope?on=2022-12-31&label=道路货运")
                .then()
                .body("count", equalTo(2_975)));
    for (String format : List.of("csv", "xlsx")) {
      byte[] table =
          as("registrar")
              .get("/api/v1/subjects/export?format=" + format)
              .then()
              .statusCode(200)
              .extract()
              .asByteArray();
      load("", format.equals("csv") ? "text/csv" : XLSX, table)
          .statusCode(200)
          .body("changed", equalTo(0));
    }
  }

  private static byte[] csv(String... rows) {
    return (String.join(",", HEADS) + "\n" + String.join("\n", rows) + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }

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
    load(
            "",
            "text/csv",
            csv(
                before + ",年前停业公司,企业,年末,B,存续,局,2015-01-01,,,,,,,,,",
                after + ",年后停业公司,企业,年末,B,存续,局,2015-01-01,,,,,,,,,",
                creditCode(910_003) + ",今年成立公司,企业,年末,B,存续,局,2023-02-01,,,,,,,,,"))
        .statusCode(200);
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
  }

  @Test
  void a_duplicate_is_merged_is_drawn_no_more_and_comes_back_when_the_merge_is_taken_back() {
    String first = creditCode(920_001);
    String second = creditCode(920_002);
    load(
            "",
            "text/csv",
            csv(
                first + ",同名公司,企业,合并,B,存续,局,2015-01-01,,,,,,,,,",
                second + ",同名公司,企业,合并,B,存续,局,2016-01-01,,,,,,,,,"))
        .statusCode(200);
    await()
        .untilAsserted(() ->
            as("registrar")
                .get("/api/v1/subjects/look-alikes")
                .then()
                .body("$", hasItem(List.of(first, second))));
    merge(second, first).statusCode(200);
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
    await()
        .untilAsserted(() ->
            as("coordinator")
                .get("/api/v1/subjects/scope?on=2023-03-15&label=合并")
                .then()
                .body("count", equalTo(2)));
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
    load("", "text/csv", csv(id + ",分级公司,企业,分级,B,存续,局,2015-01-01,,,,,,,,,")).statusCode(200);
    reclassified(id + ",失信,省平台,2023-02-28").statusCode(200).body("changed", equalTo(1));
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

  @Test
  void a_new_catalogue_is_compared_with_the_last_one_and_with_the_claims() {
    String heads = "编号,抽查事项名称,抽查依据,事项类别,层级,领域,抽查方式,抽查比例\n";
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
    catalogue("2024-01", heads + "C-1,甲,依据,重点,县,水路运输,实地检查,3%\nC-3,丙,依据,一般,县,水路运输,实地检查,\n")
        .statusCode(200)
        .body("superseded", hasItem("C-2"))
        .body("claimsLost", equalTo(List.of("C-2")));
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

  private static ValidatableResponse catalogue(String version, String csv) {
    return as("registrar")
        .contentType("text/csv")
        .body(csv.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/catalogues/" + version + "/imports?issuer=省厅&issuedOn=2023-01-05")
        .then();
  }

  @Test
  void an_inspector_is_eligible_to_the_last_day_of_the_certificate_and_the_reason_is_told_after() {
    as("registrar")
        .contentType("text/csv")
        .body(
            """
            编号,姓名,单位,执法证号,执法证有效期至,专长,状态,曾任职单位
            E-01,测试甲,大队,1305,2023-03-16,道路货运:3、公路工程,在岗,91130534MA1014419A/2022-06-30
            """
                .getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/inspectors/imports")
        .then()
        .statusCode(200);
    eligible("2023-03-15")
        .body("eligible", equalTo(true))
        .body("conflicts.subject", equalTo(List.of("91130534MA1014419A")));
    eligible("2023-03-16").body("eligible", equalTo(true));
    eligible("2023-03-17")
        .body("eligible", equalTo(false))
        .body("reasons.code", equalTo(List.of("CERTIFICATE_EXPIRED")));
    as("registrar")
        .contentType("application/json")
        .body(Map.of("from", "2023-03-14", "until", "2023-03-15", "reason", "年休假"))
        .post("/api/v1/inspectors/E-01/leaves")
        .then()
        .statusCode(201);
    eligible("2023-03-15").body("reasons.code", equalTo(List.of("ON_LEAVE")));
  }

  private static ValidatableResponse eligible(String day) {
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
                .body("items.name", equalTo(List.of("测试专家", "某检测公司")))
                .body("items.entrusted", equalTo(List.of(true, false))));
    as("coordinator").get("/api/v1/inspectors").then().body("items.id", not(hasItem("ZJ-1")));
  }

  @Test
  void the_checklist_for_march_counts_what_is_missing_and_lists_the_rows() {
    String unlabelled = creditCode(950_001);
    load("", "text/csv", csv(unlabelled + ",无标签公司,企业,,未分类,存续,局,2015-01-01,,,,,,,,,证/1/2020-01-01"))
        .statusCode(200);
    for (String point :
        List.of("SUBJECT_UNLABELLED", "SUBJECT_UNCLASSIFIED", "SUBJECT_LICENCE_EXPIRED")) {
      await()
          .untilAsserted(() ->
              as("coordinator")
                  .get("/api/v1/readiness/" + point + "?limit=500")
                  .then()
                  .statusCode(200)
                  .body("items", hasItem(unlabelled)));
    }
    Response readiness = as("coordinator").get("/api/v1/readiness");
    readiness
        .then()
        .statusCode(200)
        .body("directories.directory", hasItems("ITEMS", "SUBJECTS", "INSPECTORS", "EXPERTS"))
        .body("directories[1].points.point", hasItem("SUBJECT_LOOK_ALIKE"))
        .body("directories[1].points.open.sum()", greaterThan(2));
    assertThat(readiness.jsonPath().getInt("directories[1].score")).isBetween(1, 99);
  }

  @Test
  void three_rows_dropped_on_the_other_side_are_listed_exactly() {
    load(
            "",
            "text/csv",
            csv(
                creditCode(960_001) + ",甲,企业,,B,存续,局,2015-01-01,,,,,,,,,",
                creditCode(960_002) + ",乙,企业,,B,存续,局,2015-01-01,,,,,,,,,",
                creditCode(960_003) + ",丙,企业,,B,存续,局,2015-01-01,,,,,,,,,",
                creditCode(960_004) + ",丁,企业,,B,存续,局,2015-01-01,,,,,,,,,"))
        .statusCode(200);
    Map<String, String> platform = new LinkedHashMap<>();
    await()
        .untilAsserted(() -> {
          platform.clear();
          pullAll(platform);
          assertThat(platform).containsKey(creditCode(960_004));
        });
    reconciled(platform).body("differing", equalTo(0));
    for (int i = 1; i <= 3; i++) {
      platform.remove(creditCode(960_000 + i));
    }
    reconciled(platform)
        .body("differing", equalTo(3))
        .body(
            "differences.subject",
            equalTo(List.of(creditCode(960_001), creditCode(960_002), creditCode(960_003))))
        .body("differences.difference", hasItem("MISSING_THERE"));
    platform.put(creditCode(960_004), "0".repeat(64));
    platform.put("NOBODY", "0".repeat(64));
    reconciled(platform)
        .body("differing", equalTo(5))
        .body("differences.difference", hasItems("DIFFERENT", "MISSING_HERE"));
  }

  private static void pullAll(Map<String, String> into) {
    long cursor = 0;
    boolean more = true;
    while (more) {
      Response page =
          as("platform").get("/api/v1/exchange/subjects?limit=1000&updatedSince=" + cursor);
      assertThat(page.statusCode()).isEqualTo(200);
      var json = page.jsonPath();
      List<String> ids = json.getList("items.subject.id");
      List<String> hashes = json.getList("items.hash");
      for (int i = 0; i < ids.size(); i++) {
        into.put(ids.get(i), hashes.get(i));
      }
      cursor = json.getLong("next");
      more = json.getBoolean("more");
    }
  }

  private static ValidatableResponse reconciled(Map<String, String> platform) {
    var csv = new StringBuilder("编码,哈希\n");
    platform.forEach((id, hash) -> csv.append(id).append(',').append(hash).append('\n'));
    return as("platform")
        .contentType("text/csv")
        .body(csv.toString().getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/exchange/subjects/reconciliations/imports")
        .then()
        .statusCode(200);
  }

  @Test
  void the_file_drop_carries_its_own_proof_and_comes_in_again_without_a_change() throws Exception {
    load("", "text/csv", csv(creditCode(970_001) + ",戊,企业,,B,存续,局,2015-01-01,,,,,,,,,"))
        .statusCode(200);
    Map<String, byte[]> parts = new LinkedHashMap<>();
    await()
        .untilAsserted(() -> {
          parts.clear();
          byte[] zip = as("platform").get("/api/v1/exchange/subjects/file-drop").asByteArray();
          try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
              parts.put(part.getName(), in.readAllBytes());
            }
          }
          assertThat(new String(parts.get("subjects.csv"), StandardCharsets.UTF_8))
              .contains(creditCode(970_001));
        });
    String hash =
        HexFormat.of()
            .formatHex(MessageDigest.getInstance("SHA-256").digest(parts.get("subjects.csv")));
    assertThat(new String(parts.get("subjects.csv.sha256"), StandardCharsets.UTF_8))
        .isEqualTo(hash + "  subjects.csv\n");
    assertThat(new String(parts.get("manifest.json"), StandardCharsets.UTF_8)).contains(hash);
    load("", "text/csv", parts.get("subjects.csv")).statusCode(200).body("changed", equalTo(0));
  }

  @Test
  void the_rules_of_a_day_are_told_with_their_basis() {
    given()
        .get("/api/v1/rule-packs/in-force?on=2023-03-15")
        .then()
        .statusCode(200)
        .body("find { it.key == 'PUBLICATION_DEADLINE' }.value.days", equalTo(20))
        .body("find { it.key == 'PUBLICATION_DEADLINE' }.pack", equalTo("hebei-2023"));
    given()
        .get("/api/v1/rule-packs/national-2019/diff/state-council-2025")
        .then()
        .statusCode(200)
        .body("key", hasItem("RECUSAL_RIGHT"));
    given().get("/api/v1/rule-packs/hebei-2023").then().body("rules.clauseOpen", hasItem(true));
    given().get("/api/v1/rule-packs/none").then().statusCode(404);
  }
}
