package cn.doublerandom.servicekit.table;

import static cn.doublerandom.eventstore.ProcessorTime.assertWithin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.servicekit.problem.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Small files that would become large or slow: made here, refused within two seconds. */
class TableBombsTest {
  private static final Duration AT_ONCE = Duration.ofSeconds(2);

  private static final Table<String> NAMES =
      new Table<>(List.of("名称"), row -> row.required("名称", 200), name -> name);

  @TempDir Path dir;

  /** Writes one part of a workbook. */
  private interface Part {
    void write(OutputStream out) throws IOException;
  }

  private static Part text(String text) {
    return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Part repeated(String before, String repeated, long times, String after) {
    return out -> {
      int each = 10_000;
      byte[] many = repeated.repeat(each).getBytes(StandardCharsets.UTF_8);
      out.write(before.getBytes(StandardCharsets.UTF_8));
      for (long i = 0; i < times / each; i++) {
        out.write(many);
      }
      out.write(repeated.repeat((int) (times % each)).getBytes(StandardCharsets.UTF_8));
      out.write(after.getBytes(StandardCharsets.UTF_8));
    };
  }

  private Path workbook(Part sheet, Part texts, Part styles) throws IOException {
    Path file = Files.createTempFile(dir, "bomb", ".xlsx");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      part(zip, "[Content_Types].xml", text("<Types>spreadsheetml</Types>"));
      part(
          zip,
          "_rels/.rels",
          text("<R><Relationship Type=\"x/officeDocument\" Target=\"xl/workbook.xml\"/></R>"));
      part(
          zip,
          "xl/workbook.xml",
          text("<workbook><sheets><sheet name=\"A\" id=\"r1\"/></sheets></workbook>"));
      part(
          zip,
          "xl/_rels/workbook.xml.rels",
          text(
              "<R><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                  + "<Relationship Id=\"r2\" Type=\"x/sharedStrings\" Target=\"sharedStrings.xml\"/>"
                  + "<Relationship Id=\"r3\" Type=\"x/styles\" Target=\"styles.xml\"/></R>"));
      part(zip, "xl/worksheets/sheet1.xml", sheet);
      part(zip, "xl/sharedStrings.xml", texts);
      part(zip, "xl/styles.xml", styles);
    }
    return file;
  }

  private static void part(ZipOutputStream zip, String name, Part part) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    part.write(zip);
    zip.closeEntry();
  }

  private static final Part NO_TEXTS = text("<sst/>");
  private static final Part NO_STYLES = text("<styleSheet/>");
  private static final String HEAD = "<row r=\"1\"><c t=\"inlineStr\"><is><t>名称</t></is></c></row>";

  private static Part sheet(String rows) {
    return text("<worksheet><sheetData>" + HEAD + rows + "</sheetData></worksheet>");
  }

  private static String attributes(int count) {
    var attributes = new StringBuilder();
    for (int i = 0; i < count; i++) {
      attributes.append(" a").append(i).append("=\"1\"");
    }
    return attributes.toString();
  }

  private List<String> faults(Path file) throws IOException {
    return NAMES.content(file).faults().stream().map(f -> f.row() + " " + f.code()).toList();
  }

  private void refusedAtOnce(Path file, String fault) {
    assertWithin(AT_ONCE, () -> assertThat(faults(file)).containsExactly(fault));
  }

  @Test
  void a_row_of_a_hundred_thousand_attributes_is_refused_at_once() throws IOException {
    String row = "<row r=\"2\"" + attributes(100_000) + "/>";
    refusedAtOnce(workbook(sheet(row), NO_TEXTS, NO_STYLES), "0 too-many-attributes");
  }

  @Test
  void shared_texts_of_480_megabytes_in_a_file_of_7_are_refused_at_once() throws IOException {
    // Sixteen different signs in each text keep the ratio below that of a plain zip bomb.
    var random = new java.util.Random(7);
    Part texts =
        out -> {
          out.write("<sst>".getBytes(StandardCharsets.UTF_8));
          for (int i = 0; i < 48; i++) {
            var piece = new StringBuilder();
            for (int k = 0; k < 1_000; k++) {
              String one = Long.toString(random.nextLong(), 36) + "x".repeat(200);
              piece.append("<si><t>").append(one.repeat(46)).append("</t></si>");
            }
            out.write(piece.toString().getBytes(StandardCharsets.UTF_8));
          }
          out.write("</sst>".getBytes(StandardCharsets.UTF_8));
        };
    Path file = workbook(sheet(""), texts, NO_STYLES);
    assertThat(Files.size(file)).isBetween(2_000_000L, 12_000_000L);
    refusedAtOnce(file, "0 zip-bomb");
  }

  @Test
  void a_workbook_of_more_than_a_million_different_texts_is_told_to_come_as_csv()
      throws IOException {
    Part texts = repeated("<sst>", "<si><t>名</t></si>", 1_000_001, "</sst>");
    assertThat(faults(workbook(sheet(""), texts, NO_STYLES))).hasSize(1);
    assertThat(faults(workbook(sheet(""), texts, NO_STYLES)).getFirst())
        .isIn("0 too-many-texts", "0 zip-bomb");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1e-200000000", "1E200000000", "-1e-999999999", "1e400", "9.9e-2147483646"})
  void a_number_no_spreadsheet_can_hold_is_refused_at_once(String number) throws IOException {
    String row = "<row r=\"2\"><c r=\"A2\"><v>" + number + "</v></c></row>";
    refusedAtOnce(workbook(sheet(row), NO_TEXTS, NO_STYLES), "2 number-out-of-range");
  }

  @Test
  void a_number_of_a_million_digits_is_refused_at_once() throws IOException {
    String row = "<row r=\"2\"><c r=\"A2\"><v>" + "9".repeat(500_000) + "</v></c></row>";
    refusedAtOnce(workbook(sheet(row), NO_TEXTS, NO_STYLES), "2 number-out-of-range");
  }

  @Test
  void numbers_as_spreadsheets_write_them_are_read_as_before() throws IOException {
    String row =
        """
        <row r="2"><c r="A2"><v>1.7976931348623157E308</v></c></row>
        <row r="3"><c r="A3"><v>4.9406564584124654E-324</v></c></row>
        <row r="4"><c r="A4"><v>0.10000000000000001</v></c></row>
        """;
    assertThat(NAMES.content(workbook(sheet(row), NO_TEXTS, NO_STYLES)).rows().get(4))
        .isEqualTo("0.1");
  }

  @Test
  void elements_nested_without_end_are_refused_at_once() throws IOException {
    Part deep = repeated("<worksheet>", "<a>", 1_000_000, "");
    refusedAtOnce(workbook(deep, NO_TEXTS, NO_STYLES), "0 too-deep");
  }

  @Test
  void a_tag_or_a_text_without_end_is_refused_at_once() throws IOException {
    Part tag = repeated("<worksheet><row r=\"", "1", 5_000_000, "\"/></worksheet>");
    Part text = repeated("<worksheet><!--", "x", 5_000_000, "--></worksheet>");
    refusedAtOnce(workbook(tag, NO_TEXTS, NO_STYLES), "0 xml-too-long");
    refusedAtOnce(workbook(text, NO_TEXTS, NO_STYLES), "0 xml-too-long");
  }

  @Test
  void xml_in_an_encoding_the_watch_cannot_read_is_refused() throws IOException {
    Part wide = out -> out.write("<worksheet a=\"1\"/>".getBytes(StandardCharsets.UTF_16));
    refusedAtOnce(workbook(wide, NO_TEXTS, NO_STYLES), "0 xml-encoding");
  }

  @Test
  void comments_and_data_are_no_elements() throws IOException {
    String row =
        "<!-- <a><a> ---><row r=\"2\"><c t=\"inlineStr\"><is><t><![CDATA[<甲>]]></t></is></c></row>"
            .replace("--->", "-->");
    assertThat(NAMES.require(workbook(sheet(row), NO_TEXTS, NO_STYLES))).containsExactly("<甲>");
  }

  @Test
  void formats_of_numbers_without_end_cost_no_time() throws IOException {
    Part styles =
        repeated(
            "<styleSheet><numFmts>",
            "<numFmt numFmtId=\"200\" formatCode=\"" + "[,".repeat(120) + "\"/>",
            20_000,
            "</numFmts><cellXfs>"
                + "<xf numFmtId=\"200\"/>".repeat(60_000)
                + "</cellXfs></styleSheet>");
    Path file =
        workbook(sheet("<row r=\"2\"><c r=\"A2\" s=\"5\"><v>7</v></c></row>"), NO_TEXTS, styles);
    assertWithin(AT_ONCE, () -> assertThat(NAMES.require(file)).containsExactly("7"));
  }

  @Test
  void cells_merged_without_end_are_refused_at_once() throws IOException {
    String rows =
        HEAD
            + "<row r=\"2\"><c t=\"inlineStr\"><is><t>甲</t></is></c></row>".repeat(4_000)
            + "</sheetData><mergeCells>";
    Part merged =
        repeated(
            "<worksheet><sheetData>" + rows,
            "<mergeCell ref=\"A1:BL5000\"/>",
            50_000,
            "</mergeCells></worksheet>");
    Path file = workbook(merged, NO_TEXTS, NO_STYLES);
    assertWithin(
        AT_ONCE,
        () ->
            assertThatThrownBy(() -> TableRows.of(file, 5_000))
                .isInstanceOfSatisfying(
                    ProblemException.class,
                    e -> assertThat(e.errors().getFirst().code()).isEqualTo("too-many-merged")));
  }

  @ParameterizedTest
  @CsvSource({"名称, 301", "名称, 30000"})
  void marks_piled_on_one_character_are_refused_at_once(String head, int count) throws IOException {
    String piled = "甲" + "\u0301\u0323".repeat(count / 2);
    Path file = Files.writeString(Files.createTempFile(dir, "piled", ".csv"), head + "\n" + piled);
    assertWithin(AT_ONCE, () -> assertThat(faults(file)).contains("2 marks-piled"));
  }

  private static Part plain(String rows) {
    return text("<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
  }

  /** ECMA-376 part 1, 18.3.1.4 and 18.3.1.73: r of a row and of a cell may be left out. */
  @Test
  void rows_and_cells_that_do_not_say_where_they_are_follow_one_another() throws IOException {
    String text = "<c t=\"inlineStr\"><is><t>%s</t></is></c>";
    Table<String> firms =
        new Table<>(
            List.of("名称", "住所"), row -> row.required("名称", 9) + row.text("住所", 9), name -> name);
    Path file =
        workbook(
            plain(
                """
                <row>%s%s</row>
                <row>%s%s</row>
                <row/>
                <row r="7">%s<c r="B7" t="inlineStr"><is><t>东</t></is></c></row>
                <row>%s<c t="s"><v>0</v></c></row>
                """
                    .formatted(
                        text.formatted("名称"),
                        text.formatted("住所"),
                        text.formatted("甲"),
                        text.formatted("南"),
                        text.formatted("乙"),
                        text.formatted("丙"))),
            text("<sst><si><t>西</t></si></sst>"),
            NO_STYLES);

    Table.Content<String> read = firms.content(file);

    assertThat(read.faults()).isEmpty();
    assertThat(read.rows()).isEqualTo(Map.of(2, "甲南", 7, "乙东", 8, "丙西"));
  }
}
