package cn.doublerandom.registry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;

import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.registry.application.FirstTable;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.inject.spi.CDI;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** What the tests of the register share: valid codes, rows, files. */
final class RegisterFiles {
  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  static final List<String> HEADS =
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
  static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  static RequestSpecification as(String account) {
    return given().filter(new ReadsFirst()).header("Authorization", TestStack.bearer(account));
  }

  /** A valid credit code with a number of ours in it. */
  static String creditCode(int number) {
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

  static List<String> firm(int number) {
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

  static byte[] xlsx(List<List<String>> rows) throws IOException {
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

  static ValidatableResponse load(String query, String type, byte[] file) {
    return as("registrar")
        .contentType(type)
        .body(file)
        .post("/api/v1/subjects/imports" + query)
        .then();
  }

  /** Firms that stand in the register since the table that opened it. */
  static void opened(byte[] csv) {
    CDI.current().select(FirstTable.class).get().take(csv);
  }

  /**
   * Another person agrees to all that a table asked for; what the read model does not show yet is
   * agreed to with the next command.
   */
  static void agreed(JsonPath report) {
    String batch = report.getString("waiting.batch");
    if (batch == null) {
      return;
    }
    int[] agreed = {0};
    await()
        .untilAsserted(() -> {
          Response answer = as("approver").post("/api/v1/status-requests/" + batch + "/approval");
          agreed[0] += answer.statusCode() == 200 ? answer.jsonPath().getInt("approved") : 0;
          assertThat(agreed[0]).isEqualTo(report.getInt("waiting.rows"));
        });
  }

  static void change(List<List<String>> rows, int row, String column, String cell) {
    rows.get(row - 1).set(HEADS.indexOf(column), cell);
  }

  static byte[] csv(String... rows) {
    return (String.join(",", HEADS) + "\n" + String.join("\n", rows) + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private RegisterFiles() {}

  /** Another person agrees to subjects that are new, unless their table opened the register. */
  static void confirmed(String... subjects) {
    for (String id : subjects) {
      as("approver")
          .post("/api/v1/subjects/" + id + "/status/approval")
          .then()
          .statusCode(anyOf(equalTo(200), equalTo(409)));
    }
  }

  /** Another person agrees to who is new, unless the table opened the register. */
  static void admitted(String... inspectors) {
    for (String id : inspectors) {
      as("approver")
          .post("/api/v1/inspectors/" + id + "/absence/approval")
          .then()
          .statusCode(anyOf(equalTo(200), equalTo(409)));
    }
  }
}
