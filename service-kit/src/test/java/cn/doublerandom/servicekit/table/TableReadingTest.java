package cn.doublerandom.servicekit.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as other programs write them: encodings, separators, quotes, heads, sheets, formats. */
class TableReadingTest {
  record Firm(String code, String name, String since) {}

  private static final Table<Firm> FIRMS =
      new Table<>(
          List.of("编码", "名称", "成立日期"),
          Map.of("统一社会信用代码", "编码"),
          row ->
              new Firm(
                  row.requiredCode("编码", 64), row.required("名称", 200), row.date("成立日期").toString()),
          Firm::code);
  private static final Firm FIRM = new Firm("A1", "示例公司", "2020-03-01");

  @TempDir Path dir;

  private Table.Content<Firm> read(byte[] file) throws IOException {
    return FIRMS.content(Files.write(Files.createTempFile(dir, "table", ".bin"), file));
  }

  private Table.Content<Firm> read(String csv) throws IOException {
    return read(csv.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> told(List<RowFault> faults) {
    return faults.stream().map(f -> f.row() + " " + f.column() + " " + f.code()).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"UTF-8", "GBK", "GB18030", "UTF-16LE", "UTF-16BE", "x-UTF-16LE-BOM", "UTF-16"})
  void the_encoding_of_a_table_is_known_by_its_bytes(String charset) throws IOException {
    String text = "编码,名称,成立日期\r\nA1,示例公司,2020-03-01\r\n";
    assertThat(read(text.getBytes(Charset.forName(charset))).rows().values()).containsExactly(FIRM);
  }

  @Test
  void a_text_with_a_damaged_place_is_refused_by_line_and_not_read_in_another_encoding()
      throws IOException {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes("编码,名称,成立日期\nA1,示例运输有限公司,2020-03-01\nA2,".getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(new byte[] {(byte) 0xE7, (byte) 0xA4, ',', '2', '\n'});
    Table.Content<Firm> content = read(bytes.toByteArray());
    assertThat(told(content.faults())).containsExactly("3  damaged-text");
    assertThat(content.rows()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "编码;名称;成立日期\nA1;示例公司;2020-03-01\n",
        "编码\t名称\t成立日期\nA1\t示例公司\t2020-03-01\n",
        "sep=;\n编码;名称;成立日期\nA1;示例公司;2020-03-01\n",
        "sep=|\r\n编码|名称|成立日期\r\nA1|示例公司|2020-03-01\r\n",
        "编码,名称,成立日期\n=\"A1\",示例公司,2020-03-01\n",
        "名录,,\n编码,名称,成立日期\nA1,示例公司,2020-03-01\n",
        "名录\n制表：法制科\n编码,名称,成立日期\nA1,示例公司,2020-03-01\n",
        "统一社会信用代码,*名 称,成立日期（必填）\nA1,示例公司,2020-03-01\n",
        "编码,名称,成立日期,备注\nA1,示例公司,2020-03-01,\"一；二；三；四；五\"\n"
      })
  void what_can_mean_only_one_thing_is_read(String csv) throws IOException {
    Table.Content<Firm> content = read(csv);
    assertThat(content.faults()).isEmpty();
    assertThat(content.rows().values()).containsExactly(FIRM);
  }

  @Test
  void what_was_read_otherwise_than_it_stands_is_said() throws IOException {
    assertThat(told(read("名录\n统一社会信用代码,名称,成立日期\nA\u200b1,示例公司,2020-03-01\n").notes()))
        .containsExactly("2  head-below", "2 编码 other-head", "3 编码 hidden-character");
    assertThat(told(read("编码,名称,成立日期,备注\nA1,示例公司,2020-03-01\n").notes()))
        .containsExactly("1 备注 column-left-out", "2  missing-cells");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "编码,名称,成立日期,备注~A1,甲,2020-03-01,\"开~A2,乙,2020-03-01,常~ | 2  open-quote | 第 2 行打开的引号",
        "编码,名称,成立日期,备注~A1,甲,2020-03-01,\"开~A2,乙,2020-03-01,\"关~ | 2  open-quote | 第 2 行打开的引号在第 3 行关闭",
        "编码,名称,成立日期,备注~A1,甲,2020-03-01,\"开~A2,乙,2020-03-01,关\"~ | 2  open-quote | 过了几行才关闭",
        "编码,名称,成立日期,名称~A1,甲,2020-03-01,乙~ | 1 名称 column-twice | 出现两次",
        "编码,名称,成立日期~A1,2020-03-01~ | 2  missing-cells | 只有 2 格",
        "编码,名称,成立日期~A1,甲,2020-03-01,乙~ | 2  extra-cells | 错位",
        "编码,名称,成立日期~A1,甲\ufffd,2020-03-01~ | 2 名称 characters-lost | 第 2 个字是乱码",
        "编码,名称,成立日期~1.3E+17,甲,2020-03-01~ | 2 编码 digits-lost | 末位已丢失",
        "编码,名称,成立日期~A\uff5e1,甲,2020-03-01~ | 2 编码 code-separator | 不能有符号",
        "编码,名称,成立日期~A1,#N/A,2020-03-01~ | 2 名称 cell-error | 公式错误",
        "编码,名称,成立日期~A1,\u200b\u00a0,2020-03-01~ | 2 名称 missing | 不能为空",
        "甲,乙,丙~A1,甲,2020-03-01~ | 1 编码、名称、成立日期 column-missing | 缺少列“编码”、“名称”、“成立日期”"
      })
  void what_could_mean_something_else_is_refused_with_line_and_cause(
      String csv, String fault, String text) throws IOException {
    List<RowFault> faults = read(csv.replace('~', '\n')).faults();
    assertThat(told(faults)).contains(fault.strip());
    assertThat(faults.getFirst().text()).contains(text.strip());
  }

  @Test
  void a_first_line_of_a_million_characters_is_refused_as_too_long() throws IOException {
    assertThat(told(read("x".repeat(1_000_000)).faults())).containsExactly("1  too-long");
    assertThat(told(read("sep=;\n" + "x".repeat(1_000_000)).faults()))
        .containsExactly("2  too-long");
  }

  @Test
  void every_sheet_with_the_head_is_read_and_any_other_is_named() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var workbook = new Workbook(out, "test", "1.0")) {
      var hidden = workbook.newWorksheet("旧");
      var first = workbook.newWorksheet("企业");
      var second = workbook.newWorksheet("个体");
      workbook.newWorksheet("说明").value(0, 0, "请逐行填写");
      // The guide of our own empty tables is nobody's oversight.
      workbook.newWorksheet(Table.GUIDE).value(0, 0, "列");
      for (var sheet : List.of(hidden, first, second)) {
        sheet.value(0, 0, "编码");
        sheet.value(0, 1, "名称");
        sheet.value(0, 2, "成立日期");
        sheet.value(1, 0, sheet.getName());
        sheet.value(1, 1, "示例公司");
        sheet.value(1, 2, sheet.getName().equals("个体") ? "昨天" : "2020-03-01");
      }
      hidden.setVisibilityState(org.dhatim.fastexcel.VisibilityState.VERY_HIDDEN);
    }
    Table.Content<Firm> content = read(out.toByteArray());
    assertThat(content.rows().values()).extracting(Firm::code).containsExactly("企业");
    assertThat(content.faults().getFirst().asError().row()).isEqualTo(2);
    assertThat(content.faults().getFirst().asError().text()).startsWith("第 2 张工作表：");
    assertThat(content.notes())
        .extracting(RowFault::text)
        .containsExactly("工作表“旧”是隐藏的，未读取。", "工作表“说明”没有所需的表头，未读取。");
  }

  @Test
  void the_day_that_never_was_is_no_day_of_a_table() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var workbook = new Workbook(out, "test", "1.0")) {
      var sheet = workbook.newWorksheet("企业");
      sheet.value(0, 0, "编码");
      sheet.value(0, 1, "名称");
      sheet.value(0, 2, "成立日期");
      sheet.value(1, 0, "A1");
      sheet.value(1, 1, "示例公司");
      sheet.value(1, 2, 60);
      sheet.style(1, 2).format("yyyy-mm-dd").set();
    }
    Table.Content<Firm> content = read(out.toByteArray());
    assertThat(content.rows()).isEmpty();
    assertThat(content.faults()).extracting(RowFault::column).containsExactly("成立日期");
  }

  /** A filter that somebody left on dropped firms, or took them in, without a word. */
  @Test
  void hidden_rows_and_columns_are_read_and_named() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var workbook = new Workbook(out, "test", "1.0")) {
      var sheet = workbook.newWorksheet("企业");
      List<String> heads = List.of("编码", "名称", "成立日期");
      for (int column = 0; column < heads.size(); column++) {
        sheet.value(0, column, heads.get(column));
      }
      for (int row = 1; row <= 6; row++) {
        sheet.value(row, 0, "A" + row);
        sheet.value(row, 1, "示例公司");
        sheet.value(row, 2, "2020-03-01");
      }
      sheet.hideRow(2);
      sheet.hideRow(3);
      sheet.hideRow(5);
      sheet.hideRow(20);
      sheet.hideColumn(1);
      sheet.hideColumn(30);
    }
    Table.Content<Firm> content = read(out.toByteArray());
    assertThat(content.faults()).isEmpty();
    assertThat(content.rows()).hasSize(6);
    assertThat(content.notes())
        .extracting(RowFault::text)
        .containsExactly("工作表“企业”的第 3-4、6 行是隐藏的，照常读取。", "工作表“企业”的 B 列是隐藏的，照常读取。");
  }

  /** Drawn together by hand, which looks like hidden and is stored otherwise. */
  @Test
  void rows_and_columns_too_small_to_be_seen_are_named_like_hidden_ones() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var workbook = new Workbook(out, "test", "1.0")) {
      var sheet = workbook.newWorksheet("企业");
      List<String> heads = List.of("编码", "名称", "成立日期");
      for (int column = 0; column < heads.size(); column++) {
        sheet.value(0, column, heads.get(column));
      }
      for (int row = 1; row <= 3; row++) {
        sheet.value(row, 0, "A" + row);
        sheet.value(row, 1, "示例公司");
        sheet.value(row, 2, "2020-03-01");
      }
      sheet.width(0, 12);
      sheet.width(1, 0);
      sheet.rowHeight(1, 15);
      sheet.rowHeight(2, 0);
    }
    Table.Content<Firm> content = read(out.toByteArray());
    assertThat(content.rows()).hasSize(3);
    assertThat(content.notes())
        .extracting(RowFault::text)
        .containsExactly("工作表“企业”的第 3 行是隐藏的，照常读取。", "工作表“企业”的 B 列是隐藏的，照常读取。");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0  |  | 43891 | 43891 | NUMBER",
        "0  |  | 0.30000000000000004 | 0.3 | NUMBER",
        "0  |  | 130534000012345678 | 130534000012345678 | LOST",
        "9  |  | 0.15000000000000002 | 15% | NUMBER",
        "10 |  | 0.105 | 10.5% | NUMBER",
        "164| 0.0% | 0.1 | 10% | NUMBER",
        "164| 000\"号\" | 1 | 001号 | NUMBER",
        "164| \"第\"0\"号\" | 12 | 第12号 | NUMBER",
        "164| #,##0 | 1234567 | 1234567 | NUMBER",
        "11 | 0.00E+00 | 13053410099 | 13053410099 | NUMBER",
        "14 |  | 43891 | 2020-03-01 | DAY",
        "14 |  | 59 | 1900-02-28 | DAY",
        "14 |  | 60 | 1900-02-29 | TEXT",
        "58 |  | 60.5 | 1900-02-29 | TEXT",
        "14 |  | 61 | 1900-03-01 | DAY",
        "31 |  | 43891 | 2020-03-01 | DAY",
        "27 |  | 43891 | 2020年3月 | MONTH",
        "57 |  | 43891 | 2020年3月 | MONTH",
        "58 |  | 43891 | 3月1日 | DAY_WITHOUT_YEAR",
        "164| e\"年\"m\"月\"d\"日\" | 43891 | 2020-03-01 | DAY",
        "164| yyyy\"年\"m\"月\" | 45352 | 2024年3月 | MONTH",
        "164| m\"月\"d\"日\" | 43891 | 3月1日 | DAY_WITHOUT_YEAR",
        "164| [$-804]yyyy/m/d;@ | 43891 | 2020-03-01 | DAY",
        "164| yyyy-mm-dd hh:mm:ss | 43891.5 | 2020-03-01 | DAY",
        "164| G/通用格式 | 12 | 12 | NUMBER",
        "164| General | 12 | 12 | NUMBER",
        "164| @ | 12 | 12 | NUMBER",
        "164| h:mm | 0.5 | 0.5 | NUMBER"
      })
  void a_number_is_what_its_format_shows(
      int id, String code, String number, String shown, TableCell.Kind kind) {
    TableCell cell =
        NumberShown.of(id, code == null ? "" : code).cell(new BigDecimal(number), false);
    assertThat(cell.text()).isEqualTo(shown);
    assertThat(cell.kind()).isEqualTo(kind);
  }

  @Test
  void what_a_number_holds_beyond_what_is_shown_is_kept_beside_it() {
    for (var shown :
        List.of(
            List.of("0%", "0.105", "11%", "10.5%"),
            List.of("0.00\"元\"", "1.005", "1.01元", "1.005元"))) {
      TableCell cell = NumberShown.of(164, shown.get(0)).cell(new BigDecimal(shown.get(1)), false);
      assertThat(cell.text()).isEqualTo(shown.get(2));
      assertThat(cell.held()).isEqualTo(shown.get(3));
    }
    assertThat(NumberShown.of(9, "").cell(new BigDecimal("0.15"), false).held()).isNull();
  }

  @Test
  void escaped_characters_of_a_workbook_are_read_and_written_so_that_text_comes_back() {
    assertThat(XmlText.unescaped("甲_x000D__x0020_乙")).isEqualTo("甲\r 乙");
    for (String text : List.of("_x0041_", "_x005F_", "a_x0041_b_x0041_", "_x_", "普通")) {
      assertThat(XmlText.unescaped(XlsxText.escaped(text))).isEqualTo(text);
    }
  }

  private static final Table<Firm> WITH_LABELS =
      new Table<>(
          List.of("编码", "名称", "成立日期"),
          Map.of("监管标签", "监管标签"),
          Map.of(".*生效(日期|时间)", "请逐户登记。"),
          row ->
              new Firm(
                  row.requiredCode("编码", 64), row.required("名称", 200), row.date("成立日期").toString()),
          Firm::code);

  private Table.Content<Firm> readWithLabels(String csv) throws IOException {
    return WITH_LABELS.content(Files.writeString(Files.createTempFile(dir, "table", ".csv"), csv));
  }

  @Test
  void a_column_nobody_knows_is_named_and_left_out() throws IOException {
    Table.Content<Firm> content = readWithLabels("编码,名称,成立日期,备注,企业简称\nA1,示例公司,2020-03-01,老户,示例\n");
    assertThat(content.faults()).isEmpty();
    assertThat(told(content.notes()))
        .containsExactly("1 备注 column-left-out", "1 企业简称 column-left-out");
  }

  @ParameterizedTest
  @CsvSource({
    "登记状态生效日期, 请逐户登记",
    "登记状态 生效时间, 请逐户登记",
    "监管标鉴, 是否应为“监管标签”",
    "监管的标签, 是否应为“监管标签”",
    "监管标, 是否应为“监管标签”"
  })
  void a_column_that_would_be_missed_is_asked_by_name(String head, String words)
      throws IOException {
    Table.Content<Firm> content =
        readWithLabels("编码,名称,成立日期," + head + "\nA1,示例公司,2020-03-01,道路运输\n");
    assertThat(content.rows()).isEmpty();
    assertThat(told(content.faults())).containsExactly("1 " + head + " column-unclear");
    assertThat(content.faults().getFirst().text()).contains(words);
  }

  @Test
  void a_column_like_one_that_is_there_is_no_question() throws IOException {
    assertThat(readWithLabels("编码,名称,成立日期,监管标签,监管标鉴\nA1,示例公司,2020-03-01,一,二\n").faults()).isEmpty();
  }

  @Test
  void a_table_of_nothing_but_a_head_is_refused() throws IOException {
    for (String csv : List.of("编码,名称,成立日期\n", "名录\n编码,名称,成立日期\n\n,,\n")) {
      assertThat(told(read(csv).faults())).containsExactly("0  no-rows");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 300})
  void a_nul_is_named_by_row_column_and_place_however_long_the_file(int row) throws IOException {
    var csv = new StringBuilder("编码,名称,成立日期\n");
    for (int i = 1; i <= 600; i++) {
      csv.append("A%d,示例%s公司,2020-03-01\n".formatted(i, i == row ? "\u0000" : ""));
    }
    Table.Content<Firm> content = read(csv.toString());
    assertThat(told(content.faults())).containsExactly(row + 1 + " 名称 nul");
    assertThat(content.faults().getFirst().text()).startsWith("第 3 个字是空字符");
  }

  @Test
  void a_nul_in_a_head_is_named_and_no_column_said_to_be_missing() throws IOException {
    assertThat(told(read("编码,名\u0000称,成立日期\nA1,示例公司,2020-03-01\n").faults()))
        .containsExactly("1 第 2 列 nul");
  }
}
