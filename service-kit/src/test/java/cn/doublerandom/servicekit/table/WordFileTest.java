package cn.doublerandom.servicekit.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.table.WordFile.Block;
import cn.doublerandom.servicekit.table.WordFile.Cell;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A plan that comes as a document: what stands in its paragraphs and in the cells of its tables.
 */
class WordFileTest {
  private static final String LONG = "字".repeat(TableFile.MAX_CELL);

  @TempDir Path dir;

  private List<Block> read(String body, int most) throws IOException {
    return WordFile.blocks(HandmadeFile.document(body).in(dir), most);
  }

  private List<Block> read(String body) throws IOException {
    return read(body, 100);
  }

  private String refused(String body, int most) {
    return refused(() -> read(body, most));
  }

  private interface Reading {
    Object run() throws IOException;
  }

  private static String refused(Reading reading) {
    return String.valueOf(
        catchThrowableOfType(ProblemException.class, reading::run).errors().getFirst().code());
  }

  private static String paragraph(String text) {
    return "<p><r><t>" + text + "</t></r></p>";
  }

  private static String cell(String inside) {
    return "<tc>" + inside + "</tc>";
  }

  @Test
  void paragraphs_and_tables_come_in_their_order() throws IOException {
    assertThat(
            read(
                paragraph("标题")
                    + "<tbl><tblPr/><tr><trPr/>"
                    + cell(paragraph("甲"))
                    + cell(paragraph("乙"))
                    + "</tr><tr>"
                    + cell(paragraph("丙"))
                    + "</tr></tbl>"
                    + paragraph("完")))
        .containsExactly(
            new Block.Paragraph("标题"),
            new Block.Rows(
                List.of(
                    List.of(new Cell("甲", false, 1), new Cell("乙", false, 1)),
                    List.of(new Cell("丙", false, 1)))),
            new Block.Paragraph("完"));
  }

  @Test
  void signs_within_a_text_are_read_as_what_they_show() throws IOException {
    assertThat(
            read(
                "<p><pPr><r><t>样式</t></r></pPr><r><t>一</t><tab/><t>二</t><br/><t>三</t><cr/><t>四</t><noBreakHyphen/><t"
                    + " xml:space=\"preserve\"> 五</t><t><![CDATA[<六>]]></t></r>"
                    + "<hyperlink><r><t>七</t></r></hyperlink></p>"))
        .containsExactly(new Block.Paragraph("一\t二\n三\n四- 五<六>七"));
  }

  @Test
  void what_was_deleted_or_stands_aside_is_no_part_of_the_text() throws IOException {
    for (String aside :
        List.of("AlternateContent", "drawing", "pict", "object", "del", "moveFrom")) {
      String out = "<" + aside + "><x/>" + paragraph("不读") + "</" + aside + ">";
      assertThat(read(paragraph("一") + out + paragraph("二")))
          .containsExactly(new Block.Paragraph("一"), new Block.Paragraph("二"));
      var end = new Block.Paragraph("完");
      assertThat(read("<p>" + out + "<r><t>读</t></r></p>" + paragraph("完")))
          .containsExactly(new Block.Paragraph("读"), end);
      assertThat(read("<tbl><tr>" + cell(out + paragraph("读")) + "</tr></tbl>" + paragraph("完")))
          .containsExactly(new Block.Rows(List.of(List.of(new Cell("读", false, 1)))), end);
    }
  }

  @Test
  void a_cell_says_how_many_columns_it_takes_and_whether_it_goes_on_from_above()
      throws IOException {
    assertThat(
            read(
                "<tbl><tr>"
                    + cell(
                        "<tcPr><gridSpan val=\"3\"/><vMerge val=\"restart\"/></tcPr>"
                            + paragraph("甲"))
                    + cell("<tcPr><vMerge/></tcPr><p/>")
                    + cell("<tcPr><gridSpan val=\"9999\"/></tcPr>")
                    + cell("<tcPr><gridSpan val=\"0\"/></tcPr>")
                    + cell("<tcPr><gridSpan/><vMerge val=\"continue\"/></tcPr>")
                    + "</tr></tbl>"))
        .containsExactly(
            new Block.Rows(
                List.of(
                    List.of(
                        new Cell("甲", false, 3),
                        new Cell("", true, 1),
                        new Cell("", false, 64),
                        new Cell("", false, 1),
                        new Cell("", true, 1)))));
  }

  @Test
  void paragraphs_of_one_cell_are_its_text_and_a_table_within_is_left_out() throws IOException {
    assertThat(
            read(
                "<tbl><tr>"
                    + cell(
                        paragraph("一")
                            + "<tbl><tr>"
                            + cell(paragraph("里"))
                            + "</tr></tbl><sdt>"
                            + paragraph("二")
                            + "</sdt>")
                    + "</tr></tbl>"))
        .containsExactly(new Block.Rows(List.of(List.of(new Cell("一二", false, 1)))));
  }

  @Test
  void a_document_has_no_more_rows_than_are_looked_at() throws IOException {
    String body = paragraph("一") + "<tbl><tr>" + cell("") + "</tr><tr>" + cell("") + "</tr></tbl>";
    assertThat(read(body, 4)).hasSize(2);
    assertThat(refused(body, 3)).isEqualTo("too-many-rows");
    assertThat(refused(paragraph("一").repeat(3), 2)).isEqualTo("too-many-rows");
    assertThat(refused("<tbl/>".repeat(3), 2)).isEqualTo("too-many-rows");
  }

  @Test
  void a_row_has_no_more_columns_than_are_read() throws IOException {
    String most = cell("").repeat(TableFile.MAX_COLUMNS);
    assertThat(((Block.Rows) read("<tbl><tr>" + most + "</tr></tbl>").getFirst()).rows())
        .singleElement()
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .hasSize(TableFile.MAX_COLUMNS);
    assertThat(refused("<tbl><tr>" + most + cell("") + "</tr></tbl>", 9))
        .isEqualTo("too-many-columns");
  }

  @Test
  void a_text_is_no_longer_than_a_cell_may_be_however_it_is_cut() throws IOException {
    assertThat(read(paragraph(LONG))).containsExactly(new Block.Paragraph(LONG));
    assertThat(refused(paragraph(LONG + "字"), 9)).isEqualTo("too-long");
    assertThat(refused("<p><r><t>" + LONG + "</t><t>字</t></r></p>", 9)).isEqualTo("too-long");
    assertThat(refused("<p><r><t>" + LONG + "</t><tab/></r></p>", 9)).isEqualTo("too-long");
    assertThat(refused("<tbl><tr>" + cell(paragraph(LONG) + paragraph("字")) + "</tr></tbl>", 9))
        .isEqualTo("too-long");
  }

  @Test
  void what_is_no_whole_document_is_refused() throws IOException {
    assertThat(refused("<p>", 9)).isEqualTo("not-docx");
    assertThat(refused("<p><r><t>一<x/></t></r></p>", 9)).isEqualTo("not-docx");
    Path text = Files.writeString(dir.resolve("a.docx"), "一份计划", StandardCharsets.UTF_8);
    assertThat(refused(() -> WordFile.blocks(text, 9))).isEqualTo("not-docx");
    try (var document = new ZipFile(HandmadeFile.document("").in(dir).toFile());
        var workbook = new ZipFile(HandmadeFile.workbook("").in(dir).toFile())) {
      assertThat(WordFile.isIn(document)).isTrue();
      assertThat(WordFile.isIn(workbook)).isFalse();
    }
  }
}
