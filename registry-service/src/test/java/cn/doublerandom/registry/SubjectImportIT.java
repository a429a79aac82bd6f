package cn.doublerandom.registry;

import static cn.doublerandom.registry.RegisterFiles.HEADS;
import static cn.doublerandom.registry.RegisterFiles.XLSX;
import static cn.doublerandom.registry.RegisterFiles.agreed;
import static cn.doublerandom.registry.RegisterFiles.as;
import static cn.doublerandom.registry.RegisterFiles.change;
import static cn.doublerandom.registry.RegisterFiles.creditCode;
import static cn.doublerandom.registry.RegisterFiles.csv;
import static cn.doublerandom.registry.RegisterFiles.firm;
import static cn.doublerandom.registry.RegisterFiles.load;
import static cn.doublerandom.registry.RegisterFiles.opened;
import static cn.doublerandom.registry.RegisterFiles.xlsx;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import cn.doublerandom.embedded.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

/**
 * A large table with everything that can be wrong in it; of three thousand rows in the deep run.
 */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
class SubjectImportIT {
  private static final int THREE_HUNDRED = 300;
  private static final int ROWS = Integer.getInteger("import.rows", THREE_HUNDRED);
  private static final int FAULTS = 25;

  @Test
  void a_region_in_no_province_is_refused_in_its_cell() throws IOException {
    List<List<String>> rows = new ArrayList<>(List.of(HEADS, firm(9_001), firm(9_002)));
    change(rows, 2, "行政区划", "999999");
    change(rows, 3, "行政区划", "130534");
    load("", XLSX, xlsx(rows))
        .statusCode(422)
        .body("context.faults", equalTo(1))
        .body("errors[0].row", equalTo(2))
        .body("errors[0].field", equalTo("行政区划"))
        .body("errors[0].code", equalTo("not-a-region"));
  }

  @Test
  void twenty_five_kinds_of_faults_in_a_large_table_are_told_exactly() throws IOException {
    List<List<String>> rows = new ArrayList<>(List.of(HEADS));
    for (int i = 1; i <= ROWS; i++) {
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
    expected.put(250, "整行 duplicate");
    assertThat(expected).hasSize(FAULTS);

    Response refusal =
        load("", XLSX, xlsx(rows))
            .statusCode(422)
            .body("context.faults", equalTo(FAULTS))
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
      assertThat(sheet).hasSize(ROWS + 1);
      assertThat(sheet.get(29).getCellText(17)).startsWith("编码：第 1 位字符“O”不允许");
      assertThat(sheet.get(1).getCellCount()).isLessThanOrEqualTo(17);
    }

    load("?skipBad=true&dryRun=true", XLSX, xlsx(rows))
        .statusCode(200)
        .body("changed", equalTo(ROWS - FAULTS))
        .body("refused", equalTo(FAULTS))
        .body("dryRun", equalTo(true));
    as("registrar").get("/api/v1/subjects/" + creditCode(1)).then().statusCode(404);
    int before = inScope();
    opened(csv("QH-OPENED-1,某路改造,项目,公路工程,未分类,存续,局,2023-01-01,,,,,交通局,路桥公司,,,"));
    JsonPath report =
        load("?skipBad=true", XLSX, xlsx(rows))
            .statusCode(200)
            .body("changed", equalTo(ROWS - FAULTS))
            .body("refused", equalTo(FAULTS))
            .body("waiting.rows", equalTo(ROWS - FAULTS))
            .extract()
            .jsonPath();
    assertThat(inScope()).isEqualTo(before);
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() ->
            as("auditor")
                .get("/api/v1/readiness")
                .then()
                .body(
                    "directories[1].points.find { it.point == 'SUBJECT_UNCONFIRMED' }.open",
                    greaterThanOrEqualTo(ROWS - FAULTS)));
    agreed(report);
    exportedAndImportedAgainNothingChanges(before);
  }

  /** Firms with the label of this test, also those that other tests have registered. */
  private static int inScope() {
    return as("registrar")
        .get("/api/v1/subjects/scope?label=道路货运&on=" + LocalDate.now(ZoneId.of("Asia/Shanghai")))
        .then()
        .statusCode(200)
        .extract()
        .path("count");
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

  private static void exportedAndImportedAgainNothingChanges(int before) {
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(inScope()).isEqualTo(before + ROWS - FAULTS));
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
}
