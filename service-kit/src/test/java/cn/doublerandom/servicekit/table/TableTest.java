package cn.doublerandom.servicekit.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import cn.doublerandom.servicekit.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {
  record Firm(String name, LocalDate since) {}

  private static final Table<Firm> FIRMS =
      new Table<>(
          List.of("名称", "成立日期"),
          row -> new Firm(row.required("名称", 10), row.date("成立日期")),
          Firm::name);

  @TempDir Path dir;

  private Path file(byte[] content) throws IOException {
    return Files.write(Files.createTempFile(dir, "table", ".bin"), content);
  }

  private Path csv(String text) throws IOException {
    return file(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes a workbook. */
  private interface Filling {
    void fill(Worksheet sheet);
  }

  private Path xlsx(Filling filling) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var workbook = new Workbook(out, "test", "1.0");
        Worksheet sheet = workbook.newWorksheet("表")) {
      filling.fill(sheet);
    }
    return file(out.toByteArray());
  }

  private static void heads(Worksheet sheet) {
    sheet.value(0, 0, "名称");
    sheet.value(0, 1, "成立日期");
  }

  private static List<String> faults(Path file) throws IOException {
    return FIRMS.content(file).faults().stream()
        .map(f -> f.row() + " " + f.column() + " " + f.code())
        .toList();
  }

  /** A workbook with one of its parts replaced. */
  private Path tampered(String part, byte[] content) throws IOException {
    Path sound = xlsx(sheet -> heads(sheet));
    var out = new ByteArrayOutputStream();
    try (var in = new ZipFile(sound.toFile());
        var zip = new ZipOutputStream(out)) {
      for (ZipEntry entry : Collections.list(in.entries())) {
        zip.putNextEntry(new ZipEntry(entry.getName()));
        zip.write(entry.getName().equals(part) ? content : in.getInputStream(entry).readAllBytes());
        zip.closeEntry();
      }
    }
    return file(out.toByteArray());
  }

  @Test
  void a_table_is_read_with_or_without_byte_order_mark_and_in_any_column_order()
      throws IOException {
    var expected = List.of(new Firm("甲公司", LocalDate.of(2018, 5, 2)));
    assertThat(FIRMS.require(csv("名称,成立日期\r\n甲公司,2018-05-02\r\n"))).isEqualTo(expected);
    assertThat(FIRMS.require(csv("\ufeff成立日期,备注,名称\n2018年5月2日,x, 甲公司 \n"))).isEqualTo(expected);
  }

  @Test
  void a_workbook_gives_the_same_as_a_csv_with_days_as_days_or_as_text() throws IOException {
    Path file =
        xlsx(sheet -> {
          heads(sheet);
          sheet.value(1, 0, "甲公司");
          sheet.value(1, 1, LocalDate.of(2018, 5, 2));
          sheet.style(1, 1).format("yyyy-MM-dd").set();
          sheet.value(3, 0, "乙公司");
          sheet.value(3, 1, "2019/1/3");
        });
    assertThat(FIRMS.content(file).rows())
        .isEqualTo(
            Map.of(
                2, new Firm("甲公司", LocalDate.of(2018, 5, 2)),
                4, new Firm("乙公司", LocalDate.of(2019, 1, 3))));
  }

  @Test
  void every_fault_is_told_with_row_and_column() throws IOException {
    Path file =
        csv(
            "名称,成立日期\n甲公司,2018-05-02\n,2018-05-02\n乙公司,昨天\n甲公司,2019-01-01\n很长很长很长很长很长的名字,2018-02-30\n");
    assertThat(faults(file))
        .containsExactly(
            "3 名称 missing",
            "4 成立日期 not-a-date",
            "5  duplicate",
            "6 名称 too-long",
            "6 成立日期 not-a-date");
    assertThat(FIRMS.content(file).rows()).hasSize(1);
    assertThat(catchThrowableOfType(ProblemException.class, () -> FIRMS.require(file)).context())
        .containsEntry("faults", 5);
  }

  @Test
  void a_long_code_that_the_spreadsheet_kept_as_a_number_is_told_as_lost() throws IOException {
    Path file =
        xlsx(sheet -> {
          heads(sheet);
          sheet.value(1, 0, 130534000012345678L);
          sheet.value(1, 1, "2018-05-02");
        });
    assertThat(faults(file)).contains("2 名称 digits-lost");
  }

  @Test
  void what_is_no_table_is_refused_as_a_whole() throws IOException {
    assertThat(faults(file(new byte[0]))).containsExactly("0  empty");
    assertThat(faults(csv("名称\n甲\n"))).containsExactly("1 成立日期 column-missing");
    assertThat(faults(csv("x\n甲\n"))).containsExactly("1 名称、成立日期 column-missing");
    assertThat(faults(file(new byte[] {'a', 0, 0, 'b', 1}))).containsExactly("0  not-a-table");
    assertThat(faults(file("%PDF-1.7".getBytes(StandardCharsets.UTF_8))))
        .containsExactly("0  not-a-table");
    assertThat(faults(file(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 1})))
        .containsExactly("0  not-a-table");
    assertThat(faults(file(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16})))
        .containsExactly("0  not-a-table");
    assertThat(faults(csv("<html><table></table></html>"))).containsExactly("0  not-xlsx");
    assertThat(faults(file(new byte[] {(byte) 0xD0, (byte) 0xFF, 0x11, (byte) 0xE0, 1, 2, 3, 4})))
        .containsExactly("1  damaged-text");
    assertThat(
            faults(
                file(
                    new byte[] {
                      (byte) 0xD0,
                      (byte) 0xCF,
                      0x11,
                      (byte) 0xE0,
                      (byte) 0xA1,
                      (byte) 0xB1,
                      0x1A,
                      (byte) 0xE1
                    })))
        .containsExactly("0  not-xlsx");
    var zip = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("a.txt"));
      out.write(1);
    }
    assertThat(faults(file(zip.toByteArray()))).containsExactly("0  not-xlsx");
  }

  @Test
  void a_zip_bomb_and_a_row_of_a_million_columns_are_refused_at_once() throws IOException {
    Path wide = Files.createTempFile(dir, "wide", ".csv");
    try (OutputStream out = Files.newOutputStream(wide)) {
      out.write(("名称,成立日期\n" + ",".repeat(1_000_000) + "\n").getBytes(StandardCharsets.UTF_8));
    }
    byte[] zeros = new byte[200 * 1024 * 1024];
    Path bomb = tampered("xl/sharedStrings.xml", zeros);
    Path far =
        tampered(
            "xl/worksheets/sheet1.xml",
            "<worksheet><sheetData><row r=\"1\"><c s=\"1\" r=\"ZZZZZ1\"/></row></sheetData></worksheet>"
                .getBytes(StandardCharsets.UTF_8));
    Path entities =
        tampered(
            "xl/worksheets/sheet1.xml",
            "<!DOCTYPE x [<!ENTITY a \"b\">]><worksheet/>".getBytes(StandardCharsets.UTF_8));
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> {
          assertThat(faults(wide)).containsExactly("2  too-many-columns");
          assertThat(faults(bomb)).containsExactly("0  zip-bomb");
          assertThat(faults(far)).containsExactly("0  too-many-columns");
          assertThat(faults(entities)).containsExactly("0  xml-entities");
        });
  }

  @Test
  void the_marked_workbook_explains_each_bad_row_and_can_be_handed_in_again() throws IOException {
    Path file = csv("名称,成立日期\n甲公司,2018-05-02\n乙公司,昨天\n");
    Map<Integer, List<RowFault>> faults =
        FIRMS.content(file).faults().stream().collect(Collectors.groupingBy(RowFault::row));
    var out = new ByteArrayOutputStream();
    MarkedWorkbook.write(FIRMS, file, faults, false, out);
    Path marked = file(out.toByteArray());
    Table<List<String>> read =
        new Table<>(
            List.of("名称", "成立日期", "错误说明"),
            row -> List.of(row.text("名称", 10), row.text("成立日期", 10), row.text("错误说明", 100)),
            List::toString);
    assertThat(read.require(marked))
        .containsExactly(
            List.of("甲公司", "2018-05-02", ""), List.of("乙公司", "昨天", "成立日期：应为日期，例如 2023-03-15。"));
    assertThat(faults(marked)).containsExactly("3 成立日期 not-a-date");
    assertThat(FIRMS.content(marked).notes())
        .as("its column of reasons is no stranger's")
        .isEmpty();
  }

  @Test
  void text_that_a_spreadsheet_would_run_leaves_harmless_and_comes_back_as_it_was()
      throws IOException {
    for (String text : List.of("=1+1", "+8613", "-1", "@x", "'=1", "普通", "'引号", "''-1")) {
      var out = new ByteArrayOutputStream();
      try (TableWriter writer = TableWriter.csv(out)) {
        writer.row(List.of("名称"));
        writer.row(List.of(text));
      }
      assertThat(out.toString(StandardCharsets.UTF_8).lines().skip(1).findFirst().orElseThrow())
          .doesNotMatch("[=+\\-@].*");
      Table<String> names = new Table<>(List.of("名称"), row -> row.required("名称", 10), name -> name);
      assertThat(names.require(file(out.toByteArray()))).containsExactly(text);
    }
  }

  @Test
  void what_goes_wrong_while_a_row_is_stored_is_not_blamed_on_the_file() throws IOException {
    Path sheet =
        xlsx(rows -> {
          heads(rows);
          rows.value(1, 0, "甲公司");
          rows.value(1, 1, "2018-05-02");
        });
    for (Path file : List.of(sheet, csv("名称,成立日期\n甲公司,2018-05-02\n"))) {
      List<RowFault> told = new ArrayList<>();
      Table.Sink<Firm> full =
          new Table.Sink<>() {
            @Override
            public void row(int number, Firm value) {
              throw new IllegalStateException("the disk is full");
            }

            @Override
            public void faults(int number, List<RowFault> faults) {
              told.addAll(faults);
            }
          };
      assertThatThrownBy(() -> FIRMS.scan(file, full)).hasMessage("the disk is full");
      assertThat(told).isEmpty();
    }
  }
}
