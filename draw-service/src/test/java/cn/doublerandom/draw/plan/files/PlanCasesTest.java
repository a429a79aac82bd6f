package cn.doublerandom.draw.plan.files;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.draw.plan.PlanReading;
import cn.doublerandom.draw.plan.PlanTable;
import cn.doublerandom.draw.plan.PlanTableReader;
import cn.doublerandom.draw.plan.PlanTask;
import cn.doublerandom.draw.plan.PlanWarning;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Small plan tables that went wrong elsewhere: file, right answer. The door of REST reads so. */
class PlanCasesTest {
  private static final String HEADS =
      "抽查计划编号\t抽查任务编号\t抽查任务名称\t抽查类型\t抽查比例\t抽查事项\t抽查对象范围\t发起科室\t抽取日期\n";
  private static final String TITLE = "单位（盖章）：示例县交通运输局\n";
  private static final String ROW = "2024001\t001号\t甲\t定向抽查\t10%\t事项\t道路运输企业\t法制科\t2024年3月至11月\n";

  private static byte[] file(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(PlanCasesTest.class.getResourceAsStream("/cases/" + name), name)) {
      return in.readAllBytes();
    }
  }

  private static PlanReading read(byte[] file, PlanTable.Decision... answers) throws IOException {
    return PlanTableReader.read(PlanFiles.sheet(file), OptionalInt.empty(), List.of(answers));
  }

  private static PlanReading read(String text, PlanTable.Decision... answers) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8), answers);
  }

  private static List<PlanTask> tasks(PlanReading reading) {
    PlanTable table = reading.table();
    return Objects.requireNonNull(table, () -> reading.faults() + " " + reading.questions())
        .tasks();
  }

  @ParameterizedTest
  @CsvSource({
    "p01-percent-cell.xlsx, 2024001-001, 10%, 2024-03-01, 2024-11-30, 1",
    "p03-date-cell-yyyym.xlsx, 2024001-001, 10%, 2024-03-01, 2024-03-31, 1",
    "p05-percent-float.xlsx, 2024001-001, 15%, 2024-03-01, 2024-11-30, 1",
    "p09-taskno-number.xlsx, 2024001-001, 10%, 2024-03-01, 2024-11-30, 1",
    "p13-two-sheets.xlsx, 2024001-001, 10%, 2024-03-01, 2024-11-30, 2",
    "p20-utf16le.txt, 2023001-001, 10%, 2023-03-01, 2023-11-30, 2"
  })
  void what_the_officer_sees_is_what_is_read(
      String name, String key, String rate, String from, String to, int count) throws IOException {
    List<PlanTask> tasks = tasks(read(file(name)));
    assertThat(tasks).hasSize(count);
    assertThat(tasks.getFirst().key()).isEqualTo(key);
    assertThat(tasks.getFirst().rate()).isEqualTo(rate);
    assertThat(tasks.getFirst().drawFrom()).hasToString(from);
    assertThat(tasks.getFirst().drawTo()).hasToString(to);
  }

  @ParameterizedTest
  @CsvSource({
    "p06-number-10.xlsx, 抽查比例, number-without-unit, 10 户",
    "p08-3of7-date.xlsx, 抽取日期, made-a-day, 3月14日"
  })
  void what_a_cell_does_not_say_is_asked(String name, String column, String code, String words)
      throws IOException {
    PlanReading reading = read(file(name));
    assertThat(reading.table()).isNull();
    assertThat(reading.faults()).isEmpty();
    assertThat(reading.questions())
        .filteredOn(PlanReading.Question::blocking)
        .singleElement()
        .satisfies(q -> {
          assertThat(q.column()).isEqualTo(column);
          assertThat(q.code()).isEqualTo(code);
          assertThat(q.text()).contains(words);
        });
    String answer = column.equals("抽查比例") ? "10户" : "2024年3月至11月";
    assertThat(tasks(read(file(name), new PlanTable.Decision(5, column, answer)))).hasSize(1);
  }

  @Test
  void a_formula_without_a_result_is_refused() throws IOException {
    assertThat(read(file("p11-formula-NA.xlsx")).faults())
        .extracting(f -> f.row() + " " + f.column() + " " + f.code())
        .contains("5 抽查比例 cell-error");
  }

  @Test
  void rows_of_a_second_sheet_are_numbered_on_and_that_is_said() throws IOException {
    PlanReading reading = read(file("p13-two-sheets.xlsx"));
    assertThat(reading.rows()).extracting(PlanReading.ReadRow::row).containsExactly(5, 10);
    assertThat(Objects.requireNonNull(reading.table()).warnings())
        .extracting(PlanWarning::text)
        .contains("工作表“表二”接在前表之后读取，其第 1 行记为第 6 行。");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024002\t002号\t乙\t定向抽查\t事项\t在建工程\t法制科\t2024年3月至11月\n",
        "2024002\t002号\t乙\t定向抽查\t10%\t事项\t在建工程\t法制科\t2024年3月至11月\t多出\n"
      })
  void a_row_with_a_cell_too_few_or_too_many_is_questioned_as_a_whole(String row)
      throws IOException {
    PlanReading reading = read(TITLE + HEADS + ROW + row);
    assertThat(reading.table()).isNull();
    assertThat(reading.faults()).isEmpty();
    assertThat(reading.questions())
        .extracting(q -> q.row() + " " + q.code())
        .containsExactly("4 row-width");
    assertThat(reading.rows().getLast().quota()).isNull();
  }

  @Test
  void traditional_script_reads_like_simplified() throws IOException {
    PlanReading reading = read(TITLE + HEADS + ROW.replace("10%", "總體比例不超過5%"));
    assertThat(tasks(reading).getFirst().quotaRead().kind())
        .isEqualTo(
            tasks(read(TITLE + HEADS + ROW.replace("10%", "总体比例不超过5%")))
                .getFirst()
                .quotaRead()
                .kind())
        .isEqualTo("PERCENT_MAX");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "抽查计划\t抽查任务\t抽查任务\t抽查\t抽查\t抽查\t抽查对象\t发起\t抽取\n编号\t编号\t名称\t类型\t比例\t事项\t范围\t科室\t日期\n",
        "抽查计划编号\t抽查任务编号\t抽查任务名称\t抽查类型\t抽查\t\t抽查对象范围\t发起科室\t抽取日期\n\t\t\t\t比例\t抽查事项\t\t\t\n"
      })
  void a_head_of_two_rows_is_one_head(String heads) throws IOException {
    PlanTask task = tasks(read(TITLE + heads + ROW)).getFirst();
    assertThat(List.of(task.key(), task.taskName(), task.rate(), task.items(), task.scope()))
        .containsExactly("2024001-001", "甲", "10%", "事项", "道路运输企业");
    assertThat(task.drawTo()).hasToString("2024-11-30");
  }

  @Test
  void an_empty_cell_is_asked_and_not_taken_from_above() throws IOException {
    String empty = "2024002\t002号\t乙\t定向抽查\t\t事项\t在建工程\t法制科\t2024年3月至11月\n";
    PlanReading reading = read(TITLE + HEADS + ROW + empty);
    assertThat(reading.table()).isNull();
    assertThat(reading.questions())
        .filteredOn(PlanReading.Question::blocking)
        .extracting(q -> q.row() + " " + q.column() + " " + q.code() + " " + q.suggestion())
        .containsExactly("4 抽查比例 empty-below 10%");
    assertThat(
            tasks(read(TITLE + HEADS + ROW + empty, new PlanTable.Decision(4, "抽查比例", "20%")))
                .getLast()
                .rate())
        .isEqualTo("20%");
  }

  @ParameterizedTest
  @CsvSource({"99, 抽查比例, 第 99 行", "3, 抽查颜色, 抽查颜色"})
  void an_answer_to_a_row_or_column_that_is_not_there_is_refused(
      int row, String column, String words) throws IOException {
    assertThat(read(TITLE + HEADS + ROW, new PlanTable.Decision(row, column, "5%")).faults())
        .singleElement()
        .satisfies(f -> {
          assertThat(f.code()).isEqualTo("answer-unmatched");
          assertThat(f.text()).contains(words);
        });
  }

  @Test
  void the_issuer_is_asked_for_where_the_table_does_not_say_it() throws IOException {
    PlanReading reading = read(HEADS + ROW);
    assertThat(reading.table()).isNull();
    assertThat(reading.questions())
        .extracting(PlanReading.Question::code)
        .containsExactly("issuer-missing");
    PlanTable table = read(HEADS + ROW, new PlanTable.Decision(0, "单位（盖章）", "示例县交通运输局")).table();
    assertThat(Objects.requireNonNull(table).issuer()).isEqualTo("示例县交通运输局");
  }

  @Test
  void unit_and_date_in_one_line_are_two_things_in_either_order() throws IOException {
    for (String head :
        List.of(
            "填报单位（盖章）：清河县交通运输局    填报日期：2023年1月10日\n",
            "单位（盖章）：清河县交通运输局 制表时间：2023 年 1 月 10 日\n",
            "单位：清河县交通运输局；填报时间：2023年1月10日\n",
            "填报日期：2023年1月10日　　填报单位：清河县交通运输局\n")) {
      PlanTable table = Objects.requireNonNull(read(head + HEADS + ROW).table(), head);
      assertThat(table.issuer()).as(head).isEqualTo("清河县交通运输局");
      assertThat(table.tableDate()).as(head).isEqualTo("2023年1月10日");
    }
  }

  @Test
  void the_unit_that_helps_is_the_joint_one() throws IOException {
    PlanTask task =
        tasks(read(TITLE + HEADS.replace("\n", "\t配合科室\n") + ROW.replace("\n", "\t综合行政执法大队\n")))
            .getFirst();
    assertThat(task.jointUnit()).isEqualTo("综合行政执法大队");
  }

  @Test
  void a_csv_is_found_below_lead_in_lines_with_commas_or_without() throws IOException {
    String csv = (HEADS + ROW).replace('\t', ',');
    for (String lead : List.of("通知，各科室,各大队,请,遵照,执行\n", "通知\n一\n二\n三\n四\n五\n六\n")) {
      assertThat(tasks(read(lead + TITLE + csv))).hasSize(1);
    }
    assertThat(tasks(read(TITLE + csv.replace(',', ';')))).hasSize(1);
  }

  @Test
  void one_cell_a_line_is_read_and_said_to_be_uncertain_or_refused_with_what_is_missing()
      throws IOException {
    String lines = TITLE + (HEADS + ROW).replace('\t', '\n');
    PlanReading reading = read(lines);
    assertThat(reading.rows()).extracting(PlanReading.ReadRow::taskName).containsExactly("甲");
    assertThat(reading.questions())
        .extracting(PlanReading.Question::code)
        .containsExactly("columns-uncertain");
    assertThat(read(lines.replace("10%\n", "")).faults())
        .singleElement()
        .satisfies(f -> {
          assertThat(f.code()).isEqualTo("no-table");
          assertThat(f.text()).contains("表头 9 格，其下 8 格");
        });
  }

  @Test
  void characters_that_were_lost_or_cannot_be_are_refused() throws IOException {
    assertThat(read(TITLE + HEADS + ROW.replace("甲", "甲\ufffd")).faults())
        .extracting(PlanReading.Fault::code)
        .containsExactly("characters-lost");
    assertThat(read(TITLE + HEADS + ROW.replace("甲", "甲\u0007")).faults())
        .extracting(PlanReading.Fault::code)
        .containsExactly("control-character");
  }

  @Test
  void a_word_file_we_write_has_the_grid_that_every_reader_needs() throws IOException {
    PlanTable table = Objects.requireNonNull(read(TITLE + HEADS + ROW).table());
    try (var zip =
        new ZipInputStream(new java.io.ByteArrayInputStream(PlanExport.docx(table, false)))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals("word/document.xml")) {
          String xml = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
          assertThat(xml.split("<w:gridCol ", -1)).hasSize(10);
          assertThat(xml.indexOf("<w:tblGrid>")).isPositive().isLessThan(xml.indexOf("<w:tr"));
          return;
        }
      }
    }
    throw new AssertionError("no document");
  }
}
