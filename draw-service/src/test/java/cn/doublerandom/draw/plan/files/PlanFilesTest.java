package cn.doublerandom.draw.plan.files;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.draw.plan.PlanReading;
import cn.doublerandom.draw.plan.PlanSheet;
import cn.doublerandom.draw.plan.PlanTable;
import cn.doublerandom.draw.plan.PlanTableReader;
import cn.doublerandom.draw.plan.PlanWarning;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;

/** The same plan as every kind of file an office sends (R69). */
class PlanFilesTest {
  private static byte[] seed() throws IOException {
    return Files.readAllBytes(Path.of("src/test/resources/qinghe-2023-plan.txt"));
  }

  private static PlanReading reading(byte[] file) throws IOException {
    return PlanTableReader.read(PlanFiles.sheet(file), OptionalInt.empty(), List.of());
  }

  private static PlanTable table(byte[] file) throws IOException {
    PlanReading reading = reading(file);
    return Objects.requireNonNull(
        reading.table(), () -> reading.faults() + " " + reading.questions());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Cells without white space; rows without anything left out. */
  private static List<List<String>> cells(PlanTable table) {
    return Objects.requireNonNull(table.layout()).stream()
        .map(row -> row.stream().map(c -> c.replaceAll("\\s", "")).toList())
        .filter(row -> row.stream().anyMatch(c -> !c.isEmpty()))
        .toList();
  }

  @Test
  void what_is_exported_is_the_table_that_was_read_cell_by_cell() throws IOException {
    PlanTable table = table(seed());
    for (byte[] again :
        List.of(
            PlanExport.xlsx(table, false),
            PlanExport.docx(table, false),
            PlanExport.xlsx(table, true),
            PlanExport.docx(table, true),
            utf8(PlanExport.html(table)))) {
      PlanTable read = table(again);
      assertThat(read.tasks()).isEqualTo(table.tasks());
      assertThat(read.issuer()).isEqualTo(table.issuer());
      assertThat(cells(read)).containsExactlyElementsOf(cells(table));
    }
  }

  @Test
  void a_merged_cell_holds_for_all_its_rows() throws IOException {
    String html =
        """
        <html><body><p>2024年度抽查工作计划</p><p>单位（盖章）：示例局</p><table>
        <tr><th>抽查计划编号</th><th>抽查任务编号</th><th>抽查任务名称</th><th>抽查类型</th><th>抽查比例</th>
        <th>抽查事项</th><th>抽查对象范围</th><th>发起科（股）室</th><th>抽取日期</th></tr>
        <tr><td>2024001</td><td>001号</td><td>甲</td><td>定向抽查</td><td rowspan="2">不低于3%</td>
        <td>事项</td><td>道路运输企业</td><td rowspan="2">法制安全科</td><td rowspan="2">3月—12月</td></tr>
        <tr><td>2024002</td><td>002号</td><td>乙</td><td>不定向抽查</td><td>事项</td><td>在建工程</td></tr>
        </table></body></html>
        """;
    PlanTable table = table(utf8(html));
    assertThat(table.tasks()).extracting(t -> t.rate() + t.leadUnit()).containsOnly("不低于3%法制安全科");
    assertThat(table.tasks().getLast().drawTo()).hasToString("2024-12-31");
    assertThat(reading(utf8(html)).rows().getLast().inherited())
        .containsExactlyInAnyOrder("抽查比例", "发起科（股）室", "抽取日期");
  }

  @Test
  void a_csv_of_an_older_program_is_read_in_its_own_encoding() throws IOException {
    String csv =
        """
        单位（盖章）：示例局
        抽查计划编号,抽查任务编号,抽查任务名称,抽查类型,抽查比例,抽查事项,抽查对象范围,发起部门,抽取日期
        2024001,001,甲,定向抽查,"10%，20户",事项,企业,法制科,2024年3月至11月
        """;
    assertThat(table(csv.getBytes(Charset.forName("GB18030"))).tasks()).hasSize(1);
    assertThat(table(utf8(csv)).tasks().getFirst().rate()).isEqualTo("10%，20户");
  }

  @Test
  void a_file_that_is_no_table_is_told_so() throws IOException {
    assertThat(reading(utf8("<html><script>alert(1)</script><p>通知</p></html>")).faults())
        .extracting(PlanReading.Fault::code)
        .containsExactly("no-table");
    PlanSheet empty = PlanFiles.sheet(new byte[0]);
    assertThat(PlanTableReader.read(empty, OptionalInt.empty(), List.of()).faults()).hasSize(1);
  }

  @Test
  void a_task_in_a_hidden_row_is_read_and_named_and_a_hidden_sheet_is_neither_silently()
      throws IOException {
    var out = new ByteArrayOutputStream();
    try (var workbook = new Workbook(out, "test", "1.0")) {
      var sheet = workbook.newWorksheet("计划");
      sheet.value(0, 0, "单位（盖章）：示例局");
      List<List<String>> rows =
          List.of(
              List.of(
                  "抽查计划编号", "抽查任务编号", "抽查任务名称", "抽查类型", "抽查比例", "抽查事项", "抽查对象范围", "发起科室", "抽取日期"),
              List.of("2024001", "001", "甲", "定向抽查", "10%", "事项", "企业", "法制科", "2024年3月至11月"),
              List.of("2024002", "002", "乙", "定向抽查", "10%", "事项", "企业", "法制科", "2024年3月至11月"));
      for (int row = 0; row < rows.size(); row++) {
        for (int column = 0; column < rows.get(row).size(); column++) {
          sheet.value(row + 1, column, rows.get(row).get(column));
        }
      }
      sheet.hideRow(3);
      workbook.newWorksheet("去年").setVisibilityState(VisibilityState.HIDDEN);
    }
    PlanTable table = table(out.toByteArray());
    assertThat(table.tasks()).hasSize(2);
    assertThat(table.warnings())
        .extracting(PlanWarning::text)
        .contains("工作表“去年”是隐藏的，未读取。", "工作表“计划”的第 4 行是隐藏的，照常读取。");
  }
}
