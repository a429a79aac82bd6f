package cn.doublerandom.registry;

import static cn.doublerandom.registry.RegisterFiles.agreed;
import static cn.doublerandom.registry.RegisterFiles.as;
import static cn.doublerandom.registry.RegisterFiles.csv;
import static cn.doublerandom.registry.RegisterFiles.load;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.oneOf;

import cn.doublerandom.embedded.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Small tables that went wrong elsewhere: file, door, right answer. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
class TableCasesIT {
  private static byte[] file(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(TableCasesIT.class.getResourceAsStream("/cases/" + name), name)) {
      return in.readAllBytes();
    }
  }

  private static ValidatableResponse send(String door, String name) throws IOException {
    String type = name.endsWith("xlsx") ? RegisterFiles.XLSX : "text/csv";
    return as("registrar").contentType(type).body(file(name)).post("/api/v1/" + door).then();
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      nullValues = "-",
      value = {
        // file, code that is then in the register, its name, rows, what is said of it
        "a01-gbk.csv, 91130534MA9XA0008L, 清河县示例甲运输有限公司, 1, -",
        "a03-utf16le-tab.txt, 91130534MA9XA0024A, 清河县示例乙运输有限公司, 1, -",
        "b01-nbsp-code.csv, 91130534MA9XA00400, 清河县示例丁运输有限公司, 1, hidden-character",
        "b02-zwsp-code.csv, 91130534MA9XA0059W, 清河县示例戊运输有限公司, 1, hidden-character",
        "b03-lro-code.csv, 91130534MA9XA0067P, 清河县示例己运输有限公司, 1, hidden-character",
        "b04-bom-inside.csv, 91130534MA9XA0075J, 清河县示例庚运输有限公司, 1, hidden-character",
        "b05-zwsp-name.csv, 91130534MA9XA0083D, 清河县示例辛运输有限公司, 2, hidden-character",
        "b07-nbsp-word.csv, 91130534MA9XA0112Q, 清河县示例癸运输有限公司, 1, hidden-character",
        "b09-zwsp-label.csv, 91130534MA9XA0139G, 清河县示例丑运输有限公司, 1, hidden-character",
        "c01-fullwidth-code.csv, 91130534MA9XA01631, 清河县示例卯运输有限公司, 1, -",
        "c05-fullwidth-date.csv, 91130534MA9XA02007, 清河县示例未运输有限公司, 1, -",
        "d04-date.csv, 91130534MA9XA026X7, 清河县示例酉4运输有限公司, 1, -",
        "d06-date.csv, 91130534MA9XA02862, 清河县示例酉6运输有限公司, 1, -",
        "d08-date.csv, 91130534MA9XA0307J, 清河县示例酉8运输有限公司, 1, -",
        "d14-date.csv, 91130534MA9XA0366M, 清河县示例酉14运输有限公司, 1, -",
        "d21-date.csv, 91130534MA9XA0438E, 清河县示例酉21运输有限公司, 1, -",
        "e08-title-row.csv, 91130534MA9XB0134Q, 清河县示例未一有限公司, 1, head-below",
        "e10-semicolon.csv, 91130534MA9XB0150E, 清河县示例酉一有限公司, 1, -",
        "e11-tab.csv, 91130534MA9XB0169B, 清河县示例戌一有限公司, 1, -",
        "e17-alias-head.csv, 91130534MA9XB02302, 清河县示例己二有限公司, 1, other-head",
        "e18-spaced-head.csv, 91130534MA9XB0249Y, 清河县示例庚二有限公司, 1, -",
        "e21-equals-quoted.csv, 91130534MA9XB0273F, 清河县示例癸二有限公司, 1, -",
        "f36-date.xlsx, 91130534MA9XC00097, 清河县示例表0有限公司, 1, day-not-shown",
        "f57-date.xlsx, 91130534MA9XC00097, 清河县示例表0有限公司, 1, day-not-shown",
        "f-e-year.xlsx, 91130534MA9XC00097, 清河县示例表0有限公司, 1, -",
        "g03-inline-phonetic.xlsx, -, 清河县示例表2有限公司, 1, -",
        "g05-x0020.xlsx, -, 清河县示例 表4有限公司, 1, -",
        "g06-x000D-name.xlsx, -, 清河县示例表4有限公司, 1, -",
        "g08-veryhidden-first-same-heads.xlsx, 91130534MA9XC00765, 清河县示例表7有限公司, 1, sheet-hidden",
        "g09-two-sheets.xlsx, 91130534MA9XC0092T, 清河县示例表9有限公司, 2, -",
        "g13-title-row.xlsx, -, -, 1, head-below",
        "g17-strict-date.xlsx, -, -, 1, -",
        "g18-iso-date-cell.xlsx, -, -, 1, -",
        "h01-names.csv, 91130534MA9XD0004F, 清河县示例_x0041_一有限公司, 21, hidden-character",
        "k04-15-digit-regno.csv, 130534600000001, 清河县示例老号经营部, 2, -",
        "p03-telephone-in-name.csv, 911305340084000331, 清河县示例乙有限公司 电话13800138000, 1, -",
        "q01-unknown-column.csv, 91130534008400113L, 清河县示例丙有限公司, 1, column-left-out"
      })
  void what_can_mean_only_one_thing_is_taken(
      String name, String code, String firm, int rows, String said) throws IOException {
    ValidatableResponse answer =
        send("subjects/imports", name)
            .statusCode(200)
            .body("rows", equalTo(rows))
            .body("refused", equalTo(0));
    if (said == null) {
      // Who is new to a register in use waits for another person; nothing else is said.
      answer.body(
          "notes.findAll { it.code != 'waits-for-second-person' }", anyOf(equalTo(null), empty()));
    } else {
      answer.body("notes.code", hasItem(said));
    }
    agreed(answer.extract().jsonPath());
    if (code != null) {
      as("registrar")
          .get("/api/v1/subjects/" + code)
          .then()
          .statusCode(200)
          .body("name", equalTo(firm))
          .body("since", equalTo("2020-03-01"))
          .body("labels", contains("道路运输"));
    } else if (firm != null) {
      await()
          .untilAsserted(() ->
              as("registrar")
                  .queryParam("search", firm)
                  .get("/api/v1/subjects")
                  .then()
                  .body("items.name", hasItem(firm)));
    }
  }

  @ParameterizedTest(name = "{0} at {1} is refused: {4}")
  @CsvSource(
      nullValues = "-",
      value = {
        // file, door, row, column, code, words of the reason
        "b11-invisible-only-name.csv, subjects, 2, 名称, missing, 不能为空",
        "d10-date.csv, subjects, 2, 成立日期, not-a-date, 只写到月",
        "d16-date.csv, subjects, 2, 成立日期, not-a-date, 应为日期",
        "d18-date.csv, subjects, 2, 成立日期, not-a-date, 没有这一天",
        "d19-date.csv, subjects, 2, 成立日期, impossible-day, 1900 年至 2199 年",
        "d23-date.csv, subjects, 2, 成立日期, not-a-date, 年份应写四位",
        "e01-unclosed-quote-unread-column.csv, subjects, 2, 整行, open-quote, 第 2 行打开的引号没有关闭",
        "e06-dup-header.csv, subjects, 1, 名称, column-twice, 出现两次",
        "e23-fffd.csv, subjects, 2, 名称, characters-lost, 第 6 个字是乱码",
        "g24-formula-NA-name.xlsx, subjects, 2, 名称, cell-error, 公式错误",
        "g26-text-NA.xlsx, subjects, 2, 名称, cell-error, 公式错误",
        "k01-nonconforming-check.csv, subjects, 2, 编码, -, 编码说明",
        "k02-person-id-as-code.csv, subjects, 2, 编码, resident-number, 居民身份证号码",
        "m01-sci-project-code.csv, subjects, 2, 编码, digits-lost, 末位已丢失",
        "m04-sci-certificate.csv, inspectors, 2, 执法证号, digits-lost, 末位已丢失",
        "m05-lost-zero-inspector-no.csv, inspectors, 2, 编号, digits-lost, 丢失了前面的 0",
        "m10-risk-future.csv, subjects/risk-classes, 2, 评定日期, impossible-day, 1900 年至 2199 年",
        "p01-resident-in-name.csv, subjects, 2, 名称, resident-number, 第 7 个字起是居民身份证号码",
        "p02-resident-parted-in-address.csv, subjects, 2, 住所, resident-number, 居民身份证号码",
        "p04-resident-in-unit.csv, inspectors, 2, 单位, resident-number, 居民身份证号码",
        "p05-resident-in-skill.csv, inspectors, 2, 专长, resident-number, 居民身份证号码",
        "r01-mobile-as-unit.csv, inspectors, 2, 单位, telephone-number, 手机号码",
        "r02-resident-as-certificate.csv, inspectors, 2, 执法证号, resident-number, 居民身份证号码",
        "q02-status-from.csv, subjects, 1, 登记状态生效日期, column-unclear, 注销日期",
        "q03-assessed-2203.csv, subjects, 1, 评定日期, column-unclear, 信用风险等级表",
        "q04-mistyped-optional.csv, subjects, 1, 行政区域, column-unclear, 是否应为“行政区划”",
        "q05-head-only.csv, subjects, 0, 整个文件, no-rows, 只有表头",
        "q06-inspectors-head-only.csv, inspectors, 0, 整个文件, no-rows, 只有表头",
        "q07-classes-head-only.csv, subjects/risk-classes, 0, 整个文件, no-rows, 只有表头",
        "q08-recusals-head-only.csv, recusals, 0, 整个文件, no-rows, 只有表头",
        "q09-experts-head-only.csv, experts, 0, 整个文件, no-rows, 只有表头",
        "q10-items-head-only.csv, items, 0, 整个文件, no-rows, 只有表头",
        "q12-inspectors-left-on.csv, inspectors, 1, 离岗日期, column-unclear, 状态生效日期"
      })
  void what_cannot_be_or_could_mean_something_else_is_refused_by_row_column_and_cause(
      String name, String door, int row, String column, String code, String words)
      throws IOException {
    ValidatableResponse answer =
        send(door + "/imports", name)
            .statusCode(422)
            .body("code", equalTo("file-refused"))
            .body("errors[0].row", equalTo(row))
            .body("errors[0].field", equalTo(column))
            .body("errors[0].text", containsString(words));
    if (code != null) {
      answer.body("errors.code", everyItem(equalTo(code)));
    }
    send(door + "/imports?dryRun=true", name)
        .statusCode(422)
        .body("code", equalTo("file-refused"))
        .body("errors", equalTo(answer.extract().path("errors")));
    ValidatableResponse looked = send(door + "/imports?skipBad=true&dryRun=true", name);
    ValidatableResponse taken = send(door + "/imports?skipBad=true", name);
    looked.statusCode(taken.extract().statusCode());
    if (taken.extract().statusCode() == 422) {
      looked.body("errors", equalTo(answer.extract().path("errors")));
    } else {
      looked.statusCode(200).body("changed", equalTo(0));
      taken.body("changed", equalTo(0));
    }
    if (row <= 1) {
      looked.statusCode(422);
    }
  }

  @Test
  void a_certificate_of_eighteen_digits_that_is_nobodys_resident_number_is_taken()
      throws IOException {
    send("inspectors/imports?dryRun=true", "r03-certificate-of-18-digits.csv")
        .statusCode(200)
        .body("changed", equalTo(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?dryRun=true", "?skipBad=true&dryRun=true"})
  void a_file_that_cannot_be_opened_is_refused_though_it_is_only_looked_at(String query) {
    load(query, RegisterFiles.XLSX, new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0, 0})
        .statusCode(422)
        .body("errors[0].code", equalTo("not-xlsx"))
        .body("errors[0].field", equalTo("整个文件"))
        .body("errors[0].text", containsString("xlsx"));
  }

  @Test
  void a_quote_that_swallows_rows_refuses_the_file_even_where_bad_rows_are_left_out()
      throws IOException {
    send("subjects/imports?skipBad=true", "e01-unclosed-quote-unread-column.csv").statusCode(422);
    as("registrar").get("/api/v1/subjects/91130534MA9XB0003W").then().statusCode(404);
  }

  @Test
  void a_nul_in_a_long_file_is_named_by_row_column_and_place_and_the_other_rows_are_good()
      throws IOException {
    send("subjects/imports", "q11-nul-in-a-long-file.csv")
        .statusCode(422)
        .body("errors.row", contains(152))
        .body("errors[0].field", equalTo("名称"))
        .body("errors[0].code", equalTo("nul"))
        .body("errors[0].text", containsString("第 5 个字是空字符"));
    send("subjects/imports?skipBad=true&dryRun=true", "q11-nul-in-a-long-file.csv")
        .statusCode(200)
        .body("changed", equalTo(199));
  }

  @Test
  void a_code_from_before_the_standard_is_taken_with_a_reason_and_flagged() throws IOException {
    send("subjects/imports?codeReason=登记机关 2015 年核发", "k01-nonconforming-check.csv")
        .statusCode(200)
        .body("changed", equalTo(1))
        .body("notes.code", hasItem("credit-code-nonconforming"))
        .body(
            "notes.code", everyItem(oneOf("credit-code-nonconforming", "waits-for-second-person")));
    as("registrar")
        .get("/api/v1/subjects/91350203M0009XX189")
        .then()
        .body("particulars.codeReason", equalTo("登记机关 2015 年核发"));
    String inColumn =
        new String(file("k01-nonconforming-check.csv"), StandardCharsets.UTF_8)
            .replace("住所", "住所,编码说明")
            .replace("路1号", "路1号,登记机关 2015 年核发");
    load("", "text/csv", inColumn.getBytes(StandardCharsets.UTF_8))
        .statusCode(200)
        .body("unchanged", equalTo(1));
  }

  @Test
  void names_come_back_as_they_were_taken_by_json_csv_and_xlsx() throws IOException {
    send("subjects/imports", "h01-names.csv").statusCode(200);
    List<String> names =
        List.of(
            "＝1+1示例有限公司",
            "=SUM(1)示例五有限公司",
            "-示例六有限公司",
            "'示例七有限公司",
            "清河县𬭚𠮷示例八有限公司",
            "清河县葛\udb40\udd00示例廿有限公司",
            "清河县示例𝟘十五有限公司");
    await()
        .untilAsserted(() -> {
          List<String> found = new ArrayList<>();
          for (String name : names) {
            found.addAll(
                as("registrar")
                    .queryParam("search", name)
                    .get("/api/v1/subjects")
                    .jsonPath()
                    .getList("items.name"));
          }
          assertThat(found).containsAll(names);
        });
    for (String format : List.of("csv", "xlsx")) {
      byte[] table = as("registrar").get("/api/v1/subjects/export?format=" + format).asByteArray();
      load("", format.equals("csv") ? "text/csv" : RegisterFiles.XLSX, table)
          .statusCode(200)
          .body("changed", equalTo(0));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"清河县奇⻋（集团）ABC有限公司", "奇車", "奇车(集团)abc", "奇车〔集团〕ＡＢＣ", "奇 车（集团）", "奇\u200b车"})
  void a_firm_is_found_however_its_name_was_typed(String typed) {
    load("", "text/csv", csv(firm(RegisterFiles.creditCode(888_003), "清河县奇车（集团）ABC有限公司")))
        .statusCode(200);
    boolean isOtherSign = typed.contains("車");
    await()
        .untilAsserted(() ->
            as("registrar")
                .queryParam("search", typed)
                .get("/api/v1/subjects")
                .then()
                .body(
                    "items.id",
                    isOtherSign ? hasSize(0) : hasItem(RegisterFiles.creditCode(888_003))));
  }

  @Test
  void a_code_is_found_in_small_and_wide_letters_and_look_alikes_in_any_spelling() {
    load("", "text/csv", csv(firm(RegisterFiles.creditCode(888_001), "清河县双名（甲）有限公司")))
        .statusCode(200);
    load("", "text/csv", csv(firm(RegisterFiles.creditCode(888_002), "清河县双名(甲)有限公司")))
        .statusCode(200);
    String wide = RegisterFiles.creditCode(888_001).replace('9', '９').replace('3', '３');
    await()
        .untilAsserted(() -> {
          as("registrar")
              .queryParam("search", wide)
              .get("/api/v1/subjects")
              .then()
              .body("items.id", contains(RegisterFiles.creditCode(888_001)));
          as("registrar")
              .get("/api/v1/subjects/look-alikes")
              .then()
              .body(
                  "$",
                  hasItem(
                      List.of(
                          RegisterFiles.creditCode(888_001), RegisterFiles.creditCode(888_002))));
        });
  }

  private static String firm(String code, String name) {
    List<String> cells = RegisterFiles.firm(1);
    cells.set(0, code);
    cells.set(1, name);
    cells.set(3, "道路运输");
    return String.join(",", cells);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/vnd.ms-excel",
        "application/octet-stream",
        "text/plain",
        "text/csv",
        "multipart/form-data"
      })
  void what_a_file_is_its_bytes_say_and_not_what_it_was_sent_as(String type) throws IOException {
    for (String name : List.of("a01-gbk.csv", "g13-title-row.xlsx")) {
      var request = as("registrar");
      if (type.startsWith("multipart")) {
        request.multiPart("file", name, file(name), "application/octet-stream");
        request.multiPart("note", "名录");
      } else {
        request.contentType(type).body(file(name));
      }
      request.post("/api/v1/subjects/imports").then().statusCode(200).body("rows", equalTo(1));
    }
  }

  @Test
  void a_form_without_a_file_is_told_so() {
    as("registrar")
        .multiPart("note", "名录")
        .post("/api/v1/subjects/imports")
        .then()
        .statusCode(422)
        .body("errors[0].code", equalTo("form-without-file"));
  }

  @Test
  void each_recusal_is_taken_with_the_code_it_means_or_refused_by_row() throws IOException {
    people();
    send("recusals/imports", "m08-recusal-unknown-subject.csv")
        .statusCode(422)
        .body("errors", hasSize(1))
        .body("errors[0].row", equalTo(2))
        .body("errors[0].field", equalTo("检查对象编码"))
        .body("errors[0].code", containsString("credit-code-"));
    send("recusals/imports", "m11-recusals-four-forms.csv")
        .statusCode(422)
        .body("errors.row", contains(2, 3))
        .body("errors[0].text", containsString("是否应为 91130534MA1014419A？"))
        .body("errors[1].code", equalTo("digits-lost"));
    Map<String, Object> report =
        send("recusals/imports?skipBad=true", "m11-recusals-four-forms.csv")
            .statusCode(200)
            .extract()
            .jsonPath()
            .getMap("$");
    assertThat(report)
        .containsEntry("rows", 4)
        .containsEntry("changed", 2)
        .containsEntry("refused", 2)
        .containsKey("waiting");
    assertThat(report.get("errors").toString()).contains("是否应为 91130534MA1014419A？");
    await()
        .untilAsserted(() ->
            as("registrar")
                .get("/api/v1/inspectors/JC905/eligibility?on=2023-06-01")
                .then()
                .statusCode(404));
    approveRecusals(((Map<?, ?>) report.get("waiting")).get("batch"));
    List<String> stored =
        as("registrar")
            .get("/api/v1/inspectors/JC005/eligibility?on=2023-06-01")
            .jsonPath()
            .getList("conflicts.subject");
    assertThat(stored).containsExactlyInAnyOrder("91130534MA1178886W", "91130534MA1217494X");
  }

  @Test
  void the_counts_of_an_import_of_recusals_count_its_rows() throws IOException {
    people();
    String rows =
        """
        执法人员编号,检查对象编码,回避原因
        JC007,91130534MA1014419A,申报利害关系
        JC007,91130534MA1178886W,近亲属
        JC007,91130534MA1217494X,近亲属
        JC998,91130534MA1217494X,近亲属
        JC998,91130534MA1178886W,近亲属
        """;
    for (int changed : List.of(3, 0)) {
      as("registrar")
          .contentType("text/csv")
          .body(rows.getBytes(StandardCharsets.UTF_8))
          .post("/api/v1/recusals/imports?skipBad=true")
          .then()
          .statusCode(200)
          .body("rows", equalTo(5))
          .body("changed", equalTo(changed))
          .body("unchanged", equalTo(3 - changed))
          .body("refused", equalTo(2))
          .body("errors.row", contains(5, 6))
          .body("errors[0].code", equalTo("inspector-unknown"));
    }
  }

  private static void approveRecusals(@Nullable Object batch) {
    await()
        .untilAsserted(() ->
            as("approver")
                .get("/api/v1/recusal-requests?batch=" + batch)
                .then()
                .body("items.size()", equalTo(1)));
    as("approver")
        .post("/api/v1/recusal-requests/" + batch + "/approval")
        .then()
        .statusCode(200)
        .body("approved", equalTo(2));
  }

  private static void people() {
    load(
            "",
            "text/csv",
            csv(
                firm("91130534MA1014419A", "清河县回避一有限公司"),
                firm("91130534MA1178886W", "清河县回避二有限公司"),
                firm("91130534MA1217494X", "清河县回避三有限公司")))
        .statusCode(200);
    as("registrar")
        .contentType("text/csv")
        .body(
            """
            编号,姓名,单位,执法证号,执法证有效期至,专长,状态
            JC001,示例一,综合行政执法大队,13053410001,2099-12-31,道路客运,在岗
            JC005,示例五,综合行政执法大队,13053410005,2099-12-31,道路客运,在岗
            JC007,示例七,综合行政执法大队,13053410007,2099-12-31,道路客运,在岗
            """
                .getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/inspectors/imports")
        .then()
        .statusCode(200);
  }
}
