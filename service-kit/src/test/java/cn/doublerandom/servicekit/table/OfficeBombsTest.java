package cn.doublerandom.servicekit.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.servicekit.problem.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Workbooks and documents nobody's office software wrote: parts under other names, texts in pieces
 * without end. What is collected of them is measured, not how long it takes.
 */
class OfficeBombsTest {
  private static final long MEGABYTE = 1024 * 1024;
  private static final int PIECE = 400_000;

  /** Of what 24 megabytes of text would take. */
  private static final long MOST_HELD = 12 * MEGABYTE;

  private static final String SHEET = "worksheets/sheet1.xml";
  private static final String HEAD =
      "<worksheet><sheetData><row r=\"1\"><c t=\"inlineStr\"><is><t>名称</t></is></c></row>";
  private static final String END = "</sheetData></worksheet>";
  private static final String RELATION = "<Relationship Id=\"%s\" Type=\"x/%s\" Target=\"%s\"/>";

  private static final Table<String> NAMES =
      new Table<>(List.of("名称"), row -> row.required("名称", 200), name -> name);

  @TempDir Path dir;

  /** Writes one part. */
  private interface Part {
    void write(OutputStream out) throws IOException;
  }

  private static Part text(String text) {
    return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Pieces with noise between them, which keeps the ratio below that of a plain zip bomb. */
  private static Part pieces(String before, String piece, int times, String after) {
    var random = new Random(7);
    return out -> {
      text(before).write(out);
      for (int i = 0; i < times; i++) {
        text(piece + "<!--").write(out);
        text(random
                .ints(piece.length() / 45, 'a', 'q')
                .mapToObj(Character::toString)
                .collect(Collectors.joining()))
            .write(out);
        text("-->").write(out);
      }
      text(after).write(out);
    };
  }

  private Path file(Map<String, Part> parts) throws IOException {
    Path file = Files.createTempFile(dir, "bomb", ".zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, Part> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        part.getValue().write(zip);
        zip.closeEntry();
      }
    }
    return file;
  }

  /** A workbook of one sheet, its part at a place of its own. */
  private Path workbook(String place, Part sheet, String relations, Map<String, Part> others)
      throws IOException {
    Map<String, Part> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", text("<Types>spreadsheetml</Types>"));
    parts.put(
        "_rels/.rels",
        text("<R>" + RELATION.formatted("r1", "officeDocument", "xl/workbook.xml") + "</R>"));
    parts.put(
        "xl/workbook.xml",
        text("<workbook><sheets><sheet name=\"A\" id=\"r1\"/></sheets></workbook>"));
    parts.put(
        "xl/_rels/workbook.xml.rels",
        text("<R>" + RELATION.formatted("r1", "worksheet", place) + relations + "</R>"));
    parts.put("xl/" + place, sheet);
    parts.putAll(others);
    return file(parts);
  }

  private Path sheet(String place, String row) throws IOException {
    return workbook(place, text(HEAD + row + END), "", Map.of());
  }

  private static List<String> faults(Path file) throws IOException {
    return NAMES.content(file).faults().stream().map(f -> f.row() + " " + f.code()).toList();
  }

  /** What some work takes of memory, whether it keeps it or not. */
  private static long allocated(Work work) throws IOException {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    work.run();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void refusedUncollected(Path file, String fault) throws IOException {
    faults(file); // the classes are loaded
    List<String> told = new ArrayList<>();
    assertThat(allocated(() -> told.addAll(faults(file)))).isLessThan(MOST_HELD);
    assertThat(told).containsExactly(fault);
  }

  @Test
  void a_cell_of_short_texts_without_end_is_refused_and_never_held() throws IOException {
    Part inline =
        pieces(
            HEAD + "<row r=\"2\"><c t=\"inlineStr\"><is>",
            "<t>" + "A".repeat(PIECE) + "</t>",
            60,
            "</is></c></row>" + END);
    refusedUncollected(workbook(SHEET, inline, "", Map.of()), "2 too-long");
  }

  @ParameterizedTest
  @ValueSource(strings = {"t=\"str\"", "t=\"e\""})
  void a_value_in_pieces_without_end_is_refused_and_never_held(String type) throws IOException {
    Part value =
        pieces(
            HEAD + "<row r=\"2\"><c " + type + "><v>",
            "A".repeat(PIECE),
            60,
            "</v></c></row>" + END);
    refusedUncollected(workbook(SHEET, value, "", Map.of()), "2 too-long");
  }

  @Test
  void a_shared_text_in_pieces_without_end_is_refused_and_never_held() throws IOException {
    Part texts = pieces("<sst><si>", "<r><t>" + "A".repeat(PIECE) + "</t></r>", 60, "</si></sst>");
    Path file =
        workbook(
            SHEET,
            text(HEAD + "<row r=\"2\"><c t=\"s\"><v>0</v></c></row>" + END),
            RELATION.formatted("r2", "sharedStrings", "sharedStrings.xml"),
            Map.of("xl/sharedStrings.xml", texts));
    refusedUncollected(file, "2 too-long");
  }

  @Test
  void a_paragraph_in_pieces_without_end_is_refused_and_never_held() throws IOException {
    Part document =
        pieces(
            "<document><body><p><r><t>", "A".repeat(PIECE), 36, "</t></r></p></body></document>");
    Path file = file(Map.of("word/document.xml", document));
    assertThat(
            allocated(() ->
                assertThatThrownBy(() -> WordFile.blocks(file, 10))
                    .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.errors().getFirst().code()).isEqualTo("too-long"))))
        .isLessThan(MOST_HELD);
  }

  @Test
  void a_long_text_as_spreadsheets_write_it_is_read_as_before() throws IOException {
    String lines = "甲_x000D_".repeat(100);
    Path file =
        sheet(
            SHEET,
            "<row r=\"2\"><c t=\"str\"><v>"
                + lines
                + "</v></c></row>"
                + "<row r=\"3\"><c t=\"inlineStr\"><is><r><t>乙</t></r><r><t><![CDATA[丙]]></t></r>"
                + "<rPh><t>bing</t></rPh></is></c></row>");
    assertThat(faults(file)).containsExactly("2 control-character");
    assertThat(NAMES.content(file).rows()).isEqualTo(Map.of(3, "乙丙"));
  }

  @Test
  void shared_texts_under_the_name_of_a_sheet_are_held_to_what_shared_texts_may_be()
      throws IOException {
    String many = ("<si><t>" + "A".repeat(460) + "</t></si>").repeat(PIECE / 460);
    Path file =
        workbook(
            SHEET,
            text(HEAD + END),
            RELATION.formatted("r2", "sharedStrings", "worksheets/strings.xml"),
            Map.of("xl/worksheets/strings.xml", pieces("<sst>", many, 175, "</sst>")));
    assertThat(faults(file)).containsExactly("0 zip-bomb");
  }

  @Test
  void styles_under_the_name_of_a_sheet_are_held_to_what_styles_may_be() throws IOException {
    Path file =
        workbook(
            SHEET,
            text(HEAD + END),
            RELATION.formatted("r3", "styles", "worksheets/styles.xml"),
            Map.of(
                "xl/worksheets/styles.xml",
                pieces("<styleSheet>", "<xf/>".repeat(PIECE / 5), 45, "</styleSheet>")));
    assertThat(faults(file)).containsExactly("0 zip-bomb");
  }

  @ParameterizedTest
  @ValueSource(strings = {SHEET, "worksheets/sheet1.png", "media/a.BIN", "a.jpg"})
  void a_sheet_is_watched_whatever_its_name(String place) throws IOException {
    String attributes =
        IntStream.range(0, 100).mapToObj(i -> "a" + i + "=\"1\"").collect(Collectors.joining(" "));
    assertThat(faults(sheet(place, "<row " + attributes + "/>")))
        .containsExactly("0 too-many-attributes");
    assertThat(faults(sheet(place, "<a>".repeat(100) + "</a>".repeat(100))))
        .containsExactly("0 too-deep");
    assertThat(faults(workbook(place, text("<!DOCTYPE x>" + HEAD + END), "", Map.of())))
        .containsExactly("0 xml-entities");
    assertThat(
            NAMES.require(
                sheet(place, "<row r=\"2\"><c t=\"inlineStr\"><is><t>甲</t></is></c></row>")))
        .containsExactly("甲");
  }

  /** A parser keeps each name it has read. */
  @ParameterizedTest
  @ValueSource(strings = {"<a%d/>", "<a a%d=\"1\"/>", "<?a%d b?>", "<a xmlns:a%d=\"b\"/>"})
  void names_without_end_are_refused(String element) throws IOException {
    String many =
        IntStream.range(0, 3_000).mapToObj(element::formatted).collect(Collectors.joining());
    assertThat(faults(sheet(SHEET, many))).containsExactly("0 too-many-names");
    String few =
        IntStream.range(0, 3_000)
            .mapToObj(i -> element.formatted(i % 1_000))
            .collect(Collectors.joining());
    assertThat(faults(sheet(SHEET, few))).containsExactly("0 no-rows");
  }

  @Test
  void a_relation_that_leads_through_folders_without_end_is_refused() throws IOException {
    String way = "a/".repeat(12_500) + "../".repeat(12_500) + "x";
    Path file = workbook(SHEET, text(HEAD + END), RELATION.formatted("q", "q", way), Map.of());
    assertThat(faults(file)).containsExactly("0 xml-too-long");
  }

  @Test
  void relations_without_end_are_refused() throws IOException {
    Path file =
        workbook(
            SHEET, text(HEAD + END), RELATION.formatted("q", "q", "x").repeat(1_001), Map.of());
    assertThat(faults(file)).containsExactly("0 too-many-relations");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "./worksheets/../worksheets/sheet1.xml",
        "worksheets/sheet1.xml",
        "/xl/worksheets/sheet1.xml",
        "../xl//worksheets/%73heet1.xml"
      })
  void a_relation_leads_where_it_says(String way) throws IOException {
    Map<String, Part> parts = new LinkedHashMap<>();
    parts.put("xl/worksheets/sheet1.xml", text(HEAD + END));
    assertThat(
            faults(workbook("other.xml", text("<a/>"), RELATION.formatted("r1", "w", way), parts)))
        .containsExactly("0 no-rows");
  }

  /** Whoever opens a zip reads the list of its parts, and what is noted of each. */
  @Test
  void a_list_of_parts_without_end_is_refused_before_it_is_read() throws IOException {
    Path file = Files.createTempFile(dir, "list", ".xlsx");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < 400; i++) {
        var part = new ZipEntry("a" + i);
        part.setComment("x".repeat(60_000));
        zip.putNextEntry(part);
        zip.closeEntry();
      }
    }
    refusedUncollected(file, "0 zip-bomb");
  }

  @Test
  void a_zip_with_a_note_at_its_end_is_read_as_before() throws IOException {
    Path file = sheet(SHEET, "<row r=\"2\"><c t=\"inlineStr\"><is><t>甲</t></is></c></row>");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 2] = 4;
    Files.write(file, bytes);
    Files.write(file, new byte[] {'n', 'o', 't', 'e'}, StandardOpenOption.APPEND);
    assertThat(NAMES.require(file)).containsExactly("甲");
  }

  @Test
  void tables_without_rows_are_counted_like_rows() throws IOException {
    Path file =
        file(Map.of("word/document.xml", text("<document>" + "<tbl/>".repeat(11) + "</document>")));
    assertThatThrownBy(() -> WordFile.blocks(file, 10))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.errors().getFirst().code()).isEqualTo("too-many-rows"));
  }

  @Test
  void a_table_that_is_held_as_a_whole_has_an_end() throws IOException {
    var rows = new StringBuilder("名称\n");
    IntStream.rangeClosed(0, Table.MAX_HELD).forEach(i -> rows.append("甲").append(i).append('\n'));
    Path file = Files.writeString(Files.createTempFile(dir, "long", ".csv"), rows);
    Table.Content<String> read = NAMES.content(file);
    assertThat(read.rows()).hasSize(Table.MAX_HELD);
    assertThat(read.faults()).extracting(RowFault::code).containsExactly("too-many-rows");
  }
}
