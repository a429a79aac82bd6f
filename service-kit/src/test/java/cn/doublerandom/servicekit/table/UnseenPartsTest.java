package cn.doublerandom.servicekit.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What nobody sees of a sheet is read and named, however the file says that it is not seen. */
class UnseenPartsTest {
  private static final Table<String> NAMES =
      new Table<>(List.of("名称"), row -> row.required("名称", 200), name -> name);

  private static final String RELATION =
      "<Relationship Id=\"%s\""
          + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s\""
          + " Target=\"%s\"/>";

  @TempDir Path dir;

  private Path workbook(String before, String rows) throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", "<Types>spreadsheetml</Types>");
    parts.put(
        "_rels/.rels",
        "<R>" + RELATION.formatted("r1", "officeDocument", "xl/workbook.xml") + "</R>");
    parts.put(
        "xl/workbook.xml", "<workbook><sheets><sheet name=\"A\" id=\"r1\"/></sheets></workbook>");
    parts.put(
        "xl/_rels/workbook.xml.rels",
        "<R>" + RELATION.formatted("r1", "worksheet", "worksheets/sheet1.xml") + "</R>");
    parts.put(
        "xl/worksheets/sheet1.xml",
        "<worksheet>" + before + "<sheetData>" + rows + "</sheetData></worksheet>");
    Path file = Files.createTempFile(dir, "sheet", ".xlsx");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return file;
  }

  private static String row(String attributes, String text) {
    return "<row %s><c t=\"inlineStr\"><is><t>%s</t></is></c></row>".formatted(attributes, text);
  }

  private List<String> notes(String before, String rowAttributes) throws IOException {
    Path file = workbook(before, row("ht=\"15\"", "名称") + row(rowAttributes, "甲公司"));
    Table.Content<String> content = NAMES.content(file);
    assertThat(content.rows().values()).containsExactly("甲公司");
    return content.notes().stream().map(RowFault::text).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "'', 'ht=\"0.0E0\"'",
    "'', 'ht=\"1e-3\"'",
    "'', 'hidden=\" 1 \"'",
    "'<sheetFormatPr zeroHeight=\"1\"/>', ''",
    "'<sheetFormatPr defaultRowHeight=\"0\"/>', ''"
  })
  void a_row_nobody_sees_is_named(String before, String attributes) throws IOException {
    assertThat(notes(before, attributes)).containsExactly("工作表“A”的第 2 行是隐藏的，照常读取。");
  }

  @ParameterizedTest
  @CsvSource({
    "'<sheetFormatPr zeroHeight=\"1\"/>', 'ht=\"15\"'",
    "'<sheetFormatPr defaultRowHeight=\"15\"/>', ''",
    "'', 'ht=\"1e3\"'",
    "'<sheetFormatPr defaultColWidth=\"0\"/><cols><col min=\"1\" max=\"1\" width=\"9\"/></cols>', ''"
  })
  void a_row_everybody_sees_is_not(String before, String attributes) throws IOException {
    assertThat(notes(before, attributes)).isEmpty();
  }

  @Test
  void columns_that_have_no_width_unless_they_say_one_are_named() throws IOException {
    assertThat(notes("<sheetFormatPr defaultColWidth=\"0\"/>", ""))
        .containsExactly("工作表“A”的 A 列是隐藏的，照常读取。");
  }

  @Test
  void a_logical_value_and_a_formula_nobody_computed_are_no_name() throws IOException {
    Path file =
        workbook(
            "",
            row("", "名称")
                + "<row><c t=\"b\"><v>1</v></c></row><row><c><f>1+1</f></c></row>"
                + "<row><c t=\"e\"><v>#REF!</v></c></row>");
    assertThat(NAMES.content(file).faults())
        .extracting(RowFault::text)
        .containsExactly("此格是逻辑值 TRUE，不是文字。", "此格是没有存下结果的公式，请在表格软件中重新计算并保存。", "此格是公式错误（#REF!）。");
  }
}
