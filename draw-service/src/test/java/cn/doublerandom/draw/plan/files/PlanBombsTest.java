package cn.doublerandom.draw.plan.files;

import static cn.doublerandom.eventstore.ProcessorTime.assertWithin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.draw.plan.PlanTableReader;
import cn.doublerandom.servicekit.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans that would take minutes or all memory: made here, refused or read within two seconds. */
class PlanBombsTest {
  private static final Duration AT_ONCE = Duration.ofSeconds(2);

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void refusedAtOnce(byte[] file, String code) {
    assertWithin(
        AT_ONCE,
        () ->
            assertThatThrownBy(() -> PlanFiles.sheet(file))
                .isInstanceOfSatisfying(
                    ProblemException.class,
                    e -> assertThat(e.errors().getFirst().code()).isEqualTo(code)));
  }

  private static byte[] docx(String body) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      zip.write(utf8("<w:document xmlns:w=\"w\"><w:body>" + body + "</w:body></w:document>"));
    }
    return bytes.toByteArray();
  }

  @Test
  void a_plan_of_text_beyond_a_megabyte_is_refused_before_it_is_parsed() {
    refusedAtOnce(utf8("2023001\t001号\t一\n".repeat(360_000)), "too-large");
    refusedAtOnce(utf8("<table><tr><td>一</td></tr></table>".repeat(200_000)), "too-large");
  }

  @Test
  void a_docx_that_unpacks_to_much_more_is_refused_at_once() throws IOException {
    String cell = "<w:tc><w:p><w:r><w:t>一</w:t></w:r></w:p></w:tc>";
    byte[] rows =
        docx("<w:tbl>" + ("<w:tr>" + cell.repeat(60) + "</w:tr>").repeat(30_000) + "</w:tbl>");
    refusedAtOnce(rows, "zip-bomb");
    refusedAtOnce(docx("<w:p/>".repeat(6_000)), "too-many-rows");
  }

  private static void refusedWith(byte[] file, String code, String words) {
    assertThatThrownBy(() -> PlanFiles.sheet(file))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.errors().getFirst().code()).isEqualTo(code);
              assertThat(e.errors().getFirst().text()).contains(words);
            });
  }

  @Test
  void a_refusal_says_why_and_of_what_kind_of_file() throws IOException {
    byte[] broken = docx("<w:p/>");
    refusedWith(Arrays.copyOf(broken, broken.length - 30), "zip-broken", "xlsx 或 docx");
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      zip.write(utf8("<!DOCTYPE w [<!ENTITY a \"b\">]><w:document xmlns:w=\"w\"/>"));
    }
    refusedWith(bytes.toByteArray(), "xml-entities", "Word 文档（docx）");
    refusedWith(docx("<w:p/>".repeat(6_000)), "too-many-rows", "Word 文档（docx）");
    refusedWith(docx("<w:tbl><w:tr><w:tc>".repeat(20_000)), "too-deep", "Word 文档（docx）");
  }

  /** One text may stand in every cell of a file that is short. */
  @Test
  void a_document_of_more_text_than_a_plan_has_is_refused_at_once() throws IOException {
    String cell = "<w:tc><w:p><w:r><w:t>" + "一、".repeat(1_000) + "</w:t></w:r></w:p></w:tc>";
    refusedAtOnce(
        docx("<w:tbl>" + ("<w:tr>" + cell + "</w:tr>").repeat(600) + "</w:tbl>"), "too-large");
  }

  @Test
  void a_docx_of_tables_within_tables_is_refused_at_once() throws IOException {
    refusedAtOnce(docx("<w:tbl><w:tr><w:tc>".repeat(20_000)), "too-deep");
    refusedAtOnce(docx("<w:p" + " w:a=\"1\"".repeat(100_000) + "/>"), "too-many-attributes");
  }

  @Test
  void a_page_of_tables_within_tables_is_refused_at_once() {
    refusedAtOnce(utf8("<table><tr><td>".repeat(20_000)), "too-deep");
    refusedAtOnce(utf8("<TABLE><tr><td></table x><table><tr><td>".repeat(20_000)), "too-deep");
    refusedAtOnce(utf8("<table><tr><td>一</table>".repeat(20_000)), "too-many-rows");
  }

  /** What is not refused is at least read at once. */
  @ParameterizedTest
  @Tag("deep")
  @ValueSource(
      strings = {
        "<div>",
        "<b>",
        "<p>",
        "<tr>",
        "<td>",
        "<caption>",
        "<h1>",
        "<p><b>",
        "<a><div>",
        "<font a=1>",
        "<table></table>",
        "<table><tr><td>一</table>",
        "<li>",
        "<svg>",
        "<select>",
        "<template>",
        "<script>",
        "<style>",
        "<!--",
        "&amp;",
        "<td rowspan=9999 colspan=9999>",
        "<p x",
        " a=1",
        "</p>",
        "</table>",
        "<frameset>",
        "<math>",
        "<form>",
        "<nobr>",
        "<button>"
      })
  void a_page_of_anything_repeated_is_read_or_refused_at_once(String repeated) {
    byte[] page = utf8("<table><tr><td" + repeated.repeat(900_000 / repeated.length()));
    byte[] other = utf8("<html>" + repeated.repeat(900_000 / repeated.length()) + "<table>");
    assertWithin(
        AT_ONCE.multipliedBy(2),
        () -> {
          readOrRefused(page);
          readOrRefused(other);
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        "\t",
        "|",
        "| ",
        " |",
        "｜\n",
        "|\n",
        ",",
        "\",",
        "\n",
        "一",
        "一 ",
        "序号 ",
        "序号\n",
        "抽查任务名称\n",
        "1\n",
        "1|",
        "2023年",
        "单位:",
        "抽查任务名称,抽查比例,抽查事项\n",
        "抽查任务名称\t抽查比例\t抽查事项\n",
        "\u0301",
        "總",
        "抽查任务名称 抽查比例 抽查事项\n",
        "|序号|抽查比例|抽查事项|\n",
        "(a",
        "1\t一\t一\n"
      })
  void a_text_of_anything_repeated_is_read_or_refused_at_once(String repeated) {
    byte[] text = utf8(repeated.repeat(990_000 / utf8(repeated).length));
    assertWithin(AT_ONCE.multipliedBy(2), () -> readOrRefused(text));
  }

  /** As many cells as the limits let through, each of them nearly a head. */
  @ParameterizedTest
  @CsvSource({"'',COMMA", "a,COMMA", "'',TAB", "抽,TAB", "抽,BAR", "抽,SPACE", "'',SEMICOLON"})
  @Tag("deep")
  void a_text_of_as_many_cells_as_may_be_is_read_or_refused_at_once(String cell, String kind) {
    asManyCellsAsMayBe(cell, kind);
  }

  @Test
  void a_text_of_as_many_beginnings_of_a_head_as_may_be_is_read_or_refused_at_once() {
    asManyCellsAsMayBe("抽", "COMMA");
  }

  private static void asManyCellsAsMayBe(String cell, String kind) {
    String separator =
        Map.of("COMMA", ",", "TAB", "\t", "BAR", "|", "SPACE", " ", "SEMICOLON", ";").get(kind);
    String row = (cell + separator).repeat(63) + cell + "\n";
    int most = 4_990;
    byte[] plain = utf8(row.repeat(Math.min(most, 980_000 / utf8(row).length)));
    String heads = String.join(separator, "抽查任务名称", "抽查比例", "抽查事项", "抽查对象") + "\n";
    byte[] headed = utf8(heads + row.repeat(Math.min(most, 970_000 / utf8(row).length)));
    assertWithin(AT_ONCE, () -> readOrRefused(plain));
    assertWithin(AT_ONCE, () -> readOrRefused(headed));
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|", "｜", "抽查任务名称,", "抽,", "a\t", "一|"})
  void a_row_of_more_columns_than_a_table_has_is_refused_at_once(String repeated) {
    String cells = repeated.repeat(990_000 / utf8(repeated).length);
    refusedAtOnce(utf8(cells), "too-long");
    String shorter = repeated.repeat(120_000 / utf8(repeated).length);
    String heads = "抽查任务名称%s抽查比例%s抽查事项\n".replace("%s", repeated.substring(repeated.length() - 1));
    if (!heads.contains("|") && !heads.contains("｜")) {
      refusedAtOnce(utf8(heads + (shorter + "\n").repeat(8)), "too-many-columns");
    }
    assertWithin(AT_ONCE, () -> readOrRefused(utf8((shorter + "\n").repeat(8))));
  }

  @Test
  void a_row_of_more_columns_is_refused_in_every_kind_of_document() throws IOException {
    String page = "<table><tr>" + "<td>一".repeat(65) + "</table>";
    refusedAtOnce(utf8(page), "too-many-columns");
    refusedAtOnce(utf8("<table><tr><td colspan=65>一<td>二</table>"), "too-many-columns");
    String cell = "<w:tc><w:p><w:r><w:t>一</w:t></w:r></w:p></w:tc>";
    refusedAtOnce(docx("<w:tbl><w:tr>" + cell.repeat(65) + "</w:tr></w:tbl>"), "too-many-columns");
    refusedAtOnce(utf8("一|".repeat(70) + "\n"), "too-many-columns");
    refusedAtOnce(utf8("一\t".repeat(70) + "\n"), "too-many-columns");
  }

  private static void readOrRefused(byte[] file) throws IOException {
    try {
      PlanTableReader.read(PlanFiles.sheet(file), OptionalInt.of(2023), List.of());
    } catch (ProblemException refused) {
      assertThat(refused.rejection().code()).isEqualTo("file-refused");
    }
  }
}
