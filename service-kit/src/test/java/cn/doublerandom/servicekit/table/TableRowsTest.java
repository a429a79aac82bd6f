package cn.doublerandom.servicekit.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.doublerandom.servicekit.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table looked at as a whole: every sheet, row and cell as an officer sees it. */
class TableRowsTest {
  @TempDir Path dir;

  private static String inline(String text) {
    return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  }

  private static String at(String place, String text) {
    return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  }

  private List<TableRows.Numbered> rows(HandmadeFile file) throws IOException {
    return TableRows.of(file.in(dir), 100).sheets().getFirst().rows();
  }

  private TableCell only(String cell) throws IOException {
    return rows(HandmadeFile.workbook("<row r=\"1\">" + cell + "</row>"))
        .getFirst()
        .cells()
        .getFirst();
  }

  private static List<String> texts(TableRows.Numbered row) {
    return row.cells().stream().map(cell -> cell.text() + (cell.merged() ? "+" : "")).toList();
  }

  private static String refused(ThrowingReading reading) {
    ProblemException problem = catchThrowableOfType(ProblemException.class, reading::run);
    return problem == null ? "nothing" : problem.errors().getFirst().code();
  }

  private interface ThrowingReading {
    Object run() throws IOException;
  }

  private String refused(HandmadeFile file) {
    return refused(() -> TableRows.of(file.in(dir), 100));
  }

  @Test
  void rows_keep_their_numbers_and_cells_their_columns() throws IOException {
    List<TableRows.Numbered> rows =
        rows(
            HandmadeFile.workbook(
                "<row r=\"3\"><x><y/></x>"
                    + at("B3", "甲")
                    + at("d3", "乙")
                    + "</row><row>"
                    + inline("丙")
                    + at("A4", "丁")
                    + "</row><row r=\"9\"/><row r=\"x\">"
                    + at("BL1", "末")
                    + "</row>"));
    assertThat(rows).extracting(TableRows.Numbered::number).containsExactly(3, 4, 10);
    assertThat(texts(rows.get(0))).containsExactly("", "甲", "", "乙");
    assertThat(texts(rows.get(1))).containsExactly("丁");
    assertThat(texts(rows.get(2))).hasSize(64).endsWith("", "末");
  }

  @Test
  void a_column_beyond_the_last_is_refused_where_something_stands_in_it() throws IOException {
    assertThat(rows(HandmadeFile.workbook("<row>" + inline("甲") + at("BM1", " ") + "</row>")))
        .hasSize(1);
    assertThat(refused(HandmadeFile.workbook("<row>" + at("BM1", "甲") + "</row>")))
        .isEqualTo("too-many-columns");
    assertThat(refused(HandmadeFile.workbook("<row>" + at("AAAA1", "") + "</row>")))
        .isEqualTo("too-many-columns");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<c t=\"b\"><v>1</v></c> | 逻辑值 TRUE，不是文字 | ERROR",
        "<c t=\"b\"><v>0</v></c> | 逻辑值 FALSE，不是文字 | ERROR",
        "<c t=\"e\"><v> #REF! </v></c> | #REF! | ERROR",
        "<c t=\"str\"><f>A1</f><v>a_x0041_</v></c> | aA | TEXT",
        "<c t=\"str\"><v>#N/A</v></c> | #N/A | ERROR",
        "<c><f>A1<x/></f></c> | 没有存下结果的公式，请在表格软件中重新计算并保存 | ERROR",
        "<c><f>A1</f><v></v></c> | 没有存下结果的公式，请在表格软件中重新计算并保存 | ERROR",
        "<c t=\"n\"><f>A1</f><v/></c> | 没有存下结果的公式，请在表格软件中重新计算并保存 | ERROR",
        "<c><f>A1</f><v>12</v></c> | 12 | NUMBER",
        "<c t=\"d\"><v>2023-03-15</v></c> | 2023-03-15 | DAY",
        "<c t=\"d\"><v>2023-03-15T08:30:00</v></c> | 2023-03-15 | DAY",
        "<c t=\"d\"><v>2023-13-15</v></c> | 2023-13-15 | TEXT",
        "<c t=\"n\"><v> 7 </v></c> | 7 | NUMBER",
        "<c t=\"n\"><v>1E2</v></c> | 100 | NUMBER",
        "<c s=\"99\"><v>7</v></c> | 7 | NUMBER",
        "<c s=\"x\"><v>7</v></c> | 7 | NUMBER",
        "<c><x><v>1</v></x><v>7</v></c> | 7 | NUMBER",
        "<c t=\"inlineStr\"><is><r><t>甲</t></r><rPh><t>读</t></rPh><r><t>乙</t></r></is></c> | 甲乙 |"
            + " TEXT",
        "<c t=\"inlineStr\"><is><t>甲</t><x>丙</x></is></c> | 甲 | TEXT",
        "<c t=\"inlineStr\"><is><t><![CDATA[甲]]>乙</t></is></c> | 甲乙 | TEXT",
        "<c><v><!-- 7 -->8</v></c> | 8 | NUMBER"
      })
  void a_cell_is_what_it_shows(String cell, String text, TableCell.Kind kind) throws IOException {
    TableCell read = only(cell);
    assertThat(read.text()).isEqualTo(text);
    assertThat(read.kind()).isEqualTo(kind);
    assertThat(read.merged()).isFalse();
    assertThat(read.day()).isEqualTo(kind == TableCell.Kind.DAY ? LocalDate.of(2023, 3, 15) : null);
  }

  @Test
  void shared_texts_and_formats_are_found_by_their_place() throws IOException {
    HandmadeFile file =
        HandmadeFile.workbook(
                "<row><c t=\"s\"><v> 1 </v></c><c s=\"0\"><v>0.5</v></c><c s=\"1\"><v>0.5</v></c>"
                    + "<c s=\"2\"><v>7</v></c><c s=\"3\"><v>7</v></c></row>")
            .with("xl/sharedStrings.xml", "<sst><si><t>一</t></si><si><t>二</t></si></sst>")
            .with(
                "xl/styles.xml",
                "<styleSheet><numFmts><numFmt numFmtId=\"164\""
                    + " formatCode=\"000\"/></numFmts><cellStyleXfs><xf"
                    + " numFmtId=\"9\"/></cellStyleXfs><cellXfs><xf numFmtId=\"x\"/><xf"
                    + " numFmtId=\"9\"/><xf numFmtId=\"164\"/></cellXfs><cellStyles/><xf"
                    + " numFmtId=\"164\"/></styleSheet>");
    assertThat(texts(rows(file).getFirst())).containsExactly("二", "0.5", "50%", "007", "7");
  }

  @Test
  void days_may_be_counted_from_1904() throws IOException {
    String row = "<row><c s=\"0\"><v>1</v></c></row>";
    String styles = "<styleSheet><cellXfs><xf numFmtId=\"14\"/></cellXfs></styleSheet>";
    String old =
        "<workbook><workbookPr date1904=\"1\"/><sheets><sheet name=\"A\""
            + " id=\"r1\"/></sheets></workbook>";
    assertThat(texts(rows(HandmadeFile.workbook(row).with("xl/styles.xml", styles)).getFirst()))
        .containsExactly("1900-01-01");
    assertThat(
            texts(
                rows(HandmadeFile.workbook(row)
                        .with("xl/styles.xml", styles)
                        .with("xl/workbook.xml", old))
                    .getFirst()))
        .containsExactly("1904-01-02");
  }

  @Test
  void numbers_no_spreadsheet_holds_are_refused() {
    for (String number : List.of("1E330", "1E-332", "1".repeat(65))) {
      assertThat(refused(HandmadeFile.workbook("<row><c><v>" + number + "</v></c></row>")))
          .isEqualTo("number-out-of-range");
    }
    assertThat(refused(HandmadeFile.workbook("<row><c><v>x</v></c></row>"))).isEqualTo("not-xlsx");
  }

  @Test
  void numbers_a_spreadsheet_holds_are_read_to_their_last_digit() throws IOException {
    for (String number : List.of("1E329", "1E-331", "0." + "1".repeat(62))) {
      assertThat(only("<c><v>" + number + "</v></c>").text()).isNotEmpty();
    }
  }

  @Test
  void a_cell_that_began_above_or_to_the_left_has_its_text() throws IOException {
    List<TableRows.Numbered> rows =
        rows(
            HandmadeFile.workbook("")
                .with(
                    "xl/worksheets/sheet1.xml",
                    "<worksheet><sheetData><row r=\"1\">"
                        + inline("头")
                        + "</row><row r=\"2\">"
                        + at("B2", "甲")
                        + at("C2", "旁")
                        + "</row><row r=\"3\">"
                        + at("A3", "乙")
                        + at("B3", "盖")
                        + "</row><row r=\"4\">"
                        + at("A4", "丙")
                        + at("B4", "余")
                        + "</row></sheetData><mergeCells><mergeCell ref=\"B2:C3\"/><mergeCell"
                        + " ref=\"E4:E4\"/><mergeCell ref=\"bad\"/></mergeCells></worksheet>"));
    assertThat(rows.stream().map(TableRowsTest::texts))
        .containsExactly(
            List.of("头"),
            List.of("", "甲", "甲+"),
            List.of("乙", "甲+", "甲+"),
            List.of("丙", "余", "", "", ""));
  }

  @Test
  void a_merge_of_nothing_shows_nothing() throws IOException {
    List<TableRows.Numbered> rows =
        rows(
            HandmadeFile.workbook("")
                .with(
                    "xl/worksheets/sheet1.xml",
                    "<worksheet><sheetData><row r=\"2\">"
                        + at("A2", "甲")
                        + "</row></sheetData><mergeCells><mergeCell"
                        + " ref=\"B1:B2\"/></mergeCells></worksheet>"));
    assertThat(texts(rows.getFirst())).containsExactly("甲", "+");
  }

  @Test
  void cells_merged_without_end_are_too_many() {
    String merges = "<mergeCell ref=\"A1:A1\"/>".repeat(10_001);
    assertThat(
            refused(
                HandmadeFile.workbook("")
                    .with(
                        "xl/worksheets/sheet1.xml",
                        "<worksheet><sheetData><row r=\"1\">"
                            + inline("甲")
                            + "</row></sheetData><mergeCells>"
                            + merges
                            + "</mergeCells></worksheet>")))
        .isEqualTo("too-many-merged");
  }

  @Test
  void as_many_merged_cells_as_may_be_are_read() throws IOException {
    String merges = "<mergeCell ref=\"A1:A1\"/>".repeat(10_000);
    assertThat(
            rows(
                HandmadeFile.workbook("")
                    .with(
                        "xl/worksheets/sheet1.xml",
                        "<worksheet><sheetData><row r=\"1\">"
                            + inline("甲")
                            + "</row></sheetData><mergeCells>"
                            + merges
                            + "</mergeCells></worksheet>")))
        .hasSize(1);
  }

  @Test
  void sheets_come_in_their_order_with_what_cannot_be_seen_named() throws IOException {
    TableRows.Book book =
        TableRows.of(
            HandmadeFile.workbook("<row r=\"2\" hidden=\"1\">" + inline("甲") + "</row>")
                .with(
                    "xl/workbook.xml",
                    "<workbook><sheets><sheet name=\"旧\" id=\"r1\" state=\"hidden\"/><sheet"
                        + " name=\"一\" id=\"r1\"/><sheet name=\"无\" id=\"r9\"/><sheet name=\"二\""
                        + " id=\"r4\"/></sheets></workbook>")
                .with(
                    "xl/worksheets/sheet2.xml",
                    "<worksheet><sheetData><row r=\"5\">"
                        + inline("乙")
                        + inline("")
                        + "</row><row r=\"6\">"
                        + at("B6", "丙")
                        + "</row></sheetData><mergeCells><mergeCell"
                        + " ref=\"A5:A6\"/></mergeCells></worksheet>")
                .in(dir),
            100);
    assertThat(book.notes()).containsExactly("工作表“旧”是隐藏的，未读取。");
    assertThat(book.sheets()).extracting(TableRows.Sheet::name).containsExactly("一", "二");
    assertThat(book.sheets().getFirst().notes()).containsExactly("工作表“一”的第 2 行是隐藏的，照常读取。");
    TableRows.Sheet second = book.sheets().getLast();
    assertThat(second.notes()).isEmpty();
    assertThat(second.rows()).extracting(TableRows.Numbered::number).containsExactly(5, 6);
    assertThat(texts(second.rows().getFirst())).containsExactly("乙", "");
    assertThat(texts(second.rows().getLast())).containsExactly("乙+", "丙");
  }

  @Test
  void hidden_columns_are_named_by_their_letters_and_many_rows_by_their_first() throws IOException {
    var rows = new StringBuilder();
    for (int row = 1; row <= 45; row++) {
      rows.append("<row r=\"").append(row).append(row % 2 == 0 ? "\" ht=\"1.9\">" : "\" ht=\"2\">");
      rows.append(at("A" + row, "甲")).append(at("Z" + row, "乙")).append(at("AA" + row, "丙"));
      rows.append(at("BA" + row, "丁")).append("</row>");
    }
    HandmadeFile file =
        HandmadeFile.workbook("")
            .with(
                "xl/worksheets/sheet1.xml",
                "<worksheet><cols><col min=\"1\" max=\"1\" width=\"0.5\"/><col min=\"25\""
                    + " max=\"27\" width=\"0.4\"/><col min=\"53\" max=\"16384\" hidden=\"1\"/><col"
                    + " min=\"0\" max=\"1\" hidden=\"1\"/><col min=\"3\" max=\"2\""
                    + " hidden=\"1\"/></cols><sheetData>"
                    + rows
                    + "</sheetData></worksheet>");
    TableRows.Sheet sheet = TableRows.of(file.in(dir), 100).sheets().getFirst();
    String first =
        String.join(
            "、", IntStream.rangeClosed(1, 20).mapToObj(i -> String.valueOf(2 * i)).toList());
    assertThat(sheet.notes())
        .containsExactly("工作表“A”的第 " + first + " 等 行是隐藏的，照常读取。", "工作表“A”的 Z-AA、BA 列是隐藏的，照常读取。");
  }

  @Test
  void a_table_has_no_more_rows_than_are_looked_at() throws IOException {
    Path file = HandmadeFile.workbook(("<row>" + inline("甲") + "</row>").repeat(4)).in(dir);
    assertThat(TableRows.of(file, 4).sheets().getFirst().rows()).hasSize(4);
    assertThat(refused(() -> TableRows.of(file, 3))).isEqualTo("too-many-rows");
    Path csv = Files.writeString(dir.resolve("a.csv"), "甲\n乙\n\n丙\n");
    TableRows.Sheet sheet = TableRows.of(csv, 3).sheets().getFirst();
    assertThat(sheet.name()).isEmpty();
    assertThat(sheet.rows()).extracting(TableRows.Numbered::number).containsExactly(1, 2, 4);
    assertThat(refused(() -> TableRows.of(csv, 2))).isEqualTo("too-many-rows");
  }

  @Test
  void a_table_has_no_more_text_than_can_be_looked_at() throws IOException {
    String cell = "x".repeat(30_000);
    Path most = Files.writeString(dir.resolve("most.csv"), (cell + "\n").repeat(200));
    assertThat(TableRows.of(most, 999).sheets().getFirst().rows()).hasSize(200);
    Path more = Files.writeString(dir.resolve("more.csv"), (cell + "\n").repeat(200) + "x\n");
    assertThat(refused(() -> TableRows.of(more, 999))).isEqualTo("too-large");
  }

  @Test
  void what_is_no_workbook_is_refused_as_what_it_is() {
    HandmadeFile good = HandmadeFile.workbook("<row>" + inline("甲") + "</row>");
    assertThat(
            refused(good.with("[Content_Types].xml", "<Types>macroEnabled spreadsheetml</Types>")))
        .isEqualTo("macros");
    assertThat(refused(good.with("[Content_Types].xml", "<Types>other</Types>")))
        .isEqualTo("not-xlsx");
    assertThat(refused(good.without("[Content_Types].xml"))).isEqualTo("not-xlsx");
    assertThat(refused(HandmadeFile.workbook("<row>" + inline("甲") + "</row><row><c></row>")))
        .isEqualTo("not-xlsx");
    assertThat(refused(HandmadeFile.workbook("<row><c t=\"s\"><v>3</v></c></row>")))
        .isEqualTo("not-xlsx");
    assertThat(refused(HandmadeFile.workbook("").without("xl/worksheets/sheet1.xml")))
        .isEqualTo("not-xlsx");
  }

  @Test
  void a_cell_is_no_longer_than_one_may_be() throws IOException {
    String most = "字".repeat(TableFile.MAX_CELL);
    assertThat(only(inline(most)).text()).isEqualTo(most);
    assertThat(refused(HandmadeFile.workbook("<row>" + inline(most + "字") + "</row>")))
        .isEqualTo("too-long");
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "GBK", "GB18030", "UTF-16LE", "UTF-16BE", "UTF-16", "x-UTF-16LE-BOM"})
  void the_text_of_a_small_file_is_read_in_whatever_encoding_it_is(String charset)
      throws IOException {
    String text = "抽查计划编号\t抽查任务编号\n";
    assertThat(TableRows.text(text.getBytes(Charset.forName(charset)))).isEqualTo(text);
    assertThat(TableRows.text(("\ufeff" + text).getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
    byte[] damaged = (text + "x").getBytes(StandardCharsets.UTF_8);
    damaged[damaged.length - 1] = (byte) 0xE4;
    assertThat(refused(() -> TableRows.text(damaged))).isEqualTo("damaged-text");
  }
}
