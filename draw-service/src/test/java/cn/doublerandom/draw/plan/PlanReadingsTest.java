package cn.doublerandom.draw.plan;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.draw.plan.PlanSheet.Cell;
import cn.doublerandom.draw.plan.PlanSheet.Nature;
import cn.doublerandom.draw.plan.PlanSheet.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** All that is said of a table: rows, faults, questions and warnings, word for word. */
class PlanReadingsTest {
  private static final List<String> HEADS =
      List.of("抽查计划编号", "抽查任务编号", "抽查任务名称", "抽查类型", "抽查比例", "抽查事项", "抽查对象范围", "发起科室", "抽取日期");
  private static final List<String> ROW =
      List.of("2024001", "001", "甲", "定向抽查", "10%", "事项", "企业", "法制科", "3月至11月");

  /**
   * One section of the file.
   *
   * @param told what is read and said, a line each
   */
  record Case(String name, String table, List<PlanTable.Decision> answers, List<String> told) {
    static Case of(String section) {
      String[] parts = section.split("\n=>\n", 2);
      int name = parts[0].indexOf('\n');
      List<String> lines = parts[1].lines().toList();
      return new Case(
          parts[0].substring(0, name),
          parts[0].substring(name + 1),
          lines.stream().filter(line -> line.startsWith("answer ")).map(Case::answer).toList(),
          lines.stream().filter(line -> !line.startsWith("answer ")).toList());
    }

    private static PlanTable.Decision answer(String line) {
      String[] words = line.split(" ", 4);
      return new PlanTable.Decision(Integer.parseInt(words[1]), words[2], words[3]);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() throws IOException {
    String[] sections =
        Files.readString(Path.of("src/test/resources/readings/tables.txt")).split("(?m)^## ");
    return Arrays.stream(sections).skip(1).map(Case::of);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_table_is_read_and_all_is_said_that_it_leaves_open(Case one) {
    PlanSheet sheet = PlanText.sheet(one.table());
    List<String> told = new ArrayList<>();
    told.add(
        "sheet rows=%d csv=%b heads=%b spaces=%b characters=%d"
            .formatted(
                sheet.rows().size(),
                PlanText.isCsv(one.table()),
                PlanText.hasHeads(sheet.rows()),
                sheet.bySpaces(),
                sheet.characters()));
    told.addAll(told(PlanTableReader.read(sheet, OptionalInt.empty(), one.answers())));
    assertThat(told).isEqualTo(one.told());
  }

  private static List<String> told(PlanReading reading) {
    List<String> told = new ArrayList<>();
    reading.rows().forEach(row -> told.add(row(row)));
    reading
        .faults()
        .forEach(
            f -> told.add(String.join(" ", "fault " + f.row(), f.column(), f.code(), f.text())));
    reading
        .questions()
        .forEach(q ->
            told.add(
                String.join(
                    " ",
                    "ask " + q.row(),
                    q.column(),
                    q.code() + (q.blocking() ? "!" : ""),
                    q.suggestion(),
                    q.text())));
    if (reading.table() != null) {
      reading.table().warnings().forEach(w -> told.add("warn " + w.code() + " " + w.text()));
    }
    told.add("unknown " + reading.unknownColumns());
    return told;
  }

  private static String row(PlanReading.ReadRow row) {
    return "row %d %s %s %s %s %s%s%s"
        .formatted(
            row.row(),
            row.key(),
            row.taskName(),
            row.quota() == null ? "-" : row.quota().quota().json(),
            row.period() == null ? "-" : row.period().from() + ".." + row.period().to(),
            row.subjectKinds(),
            row.units(),
            row.inherited());
  }

  private static PlanReading read(Row... rows) {
    return PlanTableReader.read(
        new PlanSheet(
            Stream.concat(
                    Stream.of(Row.of(1, List.of("单位（盖章）：示例局")), Row.of(2, HEADS)), Stream.of(rows))
                .toList(),
            false,
            List.of("有两张图片没有读取")),
        OptionalInt.of(2024),
        List.of());
  }

  private static PlanReading with(int column, Cell cell) {
    List<Cell> cells = new ArrayList<>(Row.of(3, ROW).cells());
    cells.set(column, cell);
    return read(new Row(3, cells));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          4 | 10           | NUMBER           | 抽查比例 number-without-unit 10%   | 此格是数字 10：是 10%，还是 10 户？
          4 | 0.1          | NUMBER           | 抽查比例 number-without-unit 10%   | 此格是数字 0.1：是 10%，还是 0.1 户？
          4 | 0.105        | NUMBER           | 抽查比例 number-without-unit 10.5% | 此格是数字 0.105：是 10.5%，还是 0.105 户？
          4 | 3月7日       | DAY_WITHOUT_YEAR | 抽查比例 made-a-day                | 此格是日期（3月7日），表格软件常把“3/7”“1-2”这样的内容改成日期，请填写原来的内容。
          4 | 2024年3月7日 | DAY              | 抽查比例 made-a-day                | 此格是日期（2024年3月7日），表格软件常把“3/7”“1-2”这样的内容改成日期，请填写原来的内容。
          8 | 3月11日      | DAY_WITHOUT_YEAR | 抽取日期 made-a-day                | 此格是一天（3月11日），表格软件常把“3-11”这样的月份改成日期：是只在这一天抽取，还是一段时间？
          """)
  void a_cell_a_spreadsheet_may_have_changed_is_asked_for(
      int column, String text, Nature nature, String asked, String words) {
    PlanReading reading = with(column, new Cell(text, false, nature));
    assertThat(reading.table()).isNull();
    assertThat(reading.questions())
        .singleElement()
        .satisfies(q -> {
          assertThat((q.column() + " " + q.code() + " " + q.suggestion()).strip()).isEqualTo(asked);
          assertThat(q.text()).isEqualTo(words);
          assertThat(q.blocking()).isTrue();
        });
  }

  @ParameterizedTest
  @CsvSource({
    "4, 10%, NUMBER",
    "8, 2024年3月7日, DAY",
    "0, 2024001, NUMBER",
    "1, 1, NUMBER",
    "5, 1, NUMBER"
  })
  void a_cell_that_says_what_it_means_is_no_question(int column, String text, Nature nature) {
    PlanReading reading = with(column, new Cell(text, false, nature));
    assertThat(reading.table()).isNotNull();
    assertThat(reading.questions()).isEmpty();
    assertThat(Objects.requireNonNull(reading.table()).warnings())
        .extracting(PlanWarning::text)
        .containsExactly("有两张图片没有读取");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1E+18, LOST, 抽查计划编号 digits-lost 表格软件把长编码当作数字存储，末位已丢失。",
    "2, #REF!, ERROR, 抽查任务名称 cell-error 公式没有结果"
  })
  void a_cell_a_spreadsheet_lost_is_a_fault(int column, String text, Nature nature, String fault) {
    assertThat(with(column, new Cell(text, false, nature, "公式没有结果")).faults())
        .extracting(f -> f.column() + " " + f.code() + " " + f.text())
        .containsExactly(fault);
  }

  @Test
  void a_merged_cell_says_the_same_again_and_an_empty_one_is_asked() {
    List<String> below = List.of("2024001", "002", "乙", "", "10%", "", "", "法制科", "3月至11月");
    List<Integer> merged = List.of(0, 3, 4, 5);
    Row second =
        new Row(
            4,
            IntStream.range(0, below.size())
                .mapToObj(i -> new Cell(below.get(i), merged.contains(i)))
                .toList());
    assertThat(told(read(Row.of(3, ROW), second)))
        .containsExactly(
            "row 3 2024001-001 甲 {kind=PERCENT, percent=10/100} 2024-03-01..2024-11-30 [ENTERPRISE][][]",
            "row 4 2024001-002 乙 {kind=PERCENT, percent=10/100} 2024-03-01..2024-11-30 [][][抽查比例,"
                + " 抽查计划编号, 抽查类型, 抽查事项]",
            "ask 4 抽查对象范围 empty-below! 企业 此格为空，上一行是“企业”，文件没有写明是合并的格；请填写，或确认沿用，确无内容请答“无”。",
            "unknown []");
  }

  @ParameterizedTest
  @CsvSource({"2, 500, 0", "2, 501, 1", "5, 4000, 0", "5, 4001, 1"})
  void a_cell_holds_no_more_than_anybody_reads(int column, int length, int faults) {
    PlanReading reading = with(column, new Cell("甲".repeat(length), false));
    assertThat(reading.faults()).hasSize(faults);
    assertThat(reading.faults())
        .allSatisfy(f ->
            assertThat(f.row() + " " + f.column() + " " + f.code() + " " + f.text())
                .isEqualTo("3 %s too-long 此格最多 %d 个字。".formatted(HEADS.get(column), length - 1)));
  }

  @Test
  void a_row_of_more_cells_than_any_table_has_is_no_row() {
    List<String> most = IntStream.range(0, PlanSheet.MAX_COLUMNS).mapToObj(i -> "格").toList();
    assertThat(Row.of(7, most).width()).isEqualTo(PlanSheet.MAX_COLUMNS);
    List<String> more = Stream.concat(most.stream(), Stream.of("格")).toList();
    assertThat(
            org.assertj.core.api.Assertions.catchThrowableOfType(
                    PlanSheet.TooManyColumns.class, () -> Row.of(7, more))
                .row())
        .isEqualTo(7);
  }
}
