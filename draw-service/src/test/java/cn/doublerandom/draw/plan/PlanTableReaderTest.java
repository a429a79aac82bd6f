package cn.doublerandom.draw.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTableReaderTest {
  private static String seed() throws IOException {
    return Files.readString(Path.of("src/test/resources/qinghe-2023-plan.txt"));
  }

  private static PlanTable read(String text) {
    return ((PlanTableReader.Reading.Read) PlanTableReader.read(text)).table();
  }

  private static List<String> faults(String text) {
    return ((PlanTableReader.Reading.Refused) PlanTableReader.read(text))
        .faults().stream().map(f -> f.row() + " " + f.column() + " " + f.code()).toList();
  }

  @Test
  void the_plan_of_qinghe_is_read_in_its_eleven_columns() throws IOException {
    PlanTable table = read(seed());

    assertThat(table.issuer()).isEqualTo("清河县交通运输局");
    assertThat(table.tableDate()).isEqualTo("2023年1月6日");
    assertThat(table.title()).isEqualTo("清河县交通运输局内部联合随机抽查工作计划");
    assertThat(table.tasks()).hasSize(2);
    assertThat(table.tasks().getFirst())
        .isEqualTo(
            new PlanTask(
                "2023001",
                "2023年清河县交通运输局随机抽查001",
                "001",
                "清河县交通运输局道路运输行业随机抽查",
                PlanTask.DrawType.TARGETED,
                "10%",
                10,
                100,
                "《清河县交通运输局随机抽查事项清单》规定的涉及道路运输企业检查事项",
                "辖区内道路运输企业",
                "局法制安全科",
                "清河县交通运输综合行政执法大队",
                "2023年3月至11月",
                LocalDate.of(2023, 3, 1),
                LocalDate.of(2023, 11, 30),
                null));
    assertThat(table.tasks().getLast().key()).isEqualTo("2023003-002");
    assertThat(table.tasks().getLast().drawTo()).isEqualTo(LocalDate.of(2023, 10, 31));
  }

  @Test
  void the_gap_and_the_name_that_does_not_fit_are_taken_but_told() throws IOException {
    assertThat(read(seed()).warnings())
        .extracting(PlanWarning::code)
        .containsExactlyInAnyOrder("NAME_NUMBER_MISMATCH", "NUMBER_GAP");
  }

  @ParameterizedTest
  @CsvSource({
    "10%, 0%, 抽查比例, rate-out-of-range",
    "10%, 120%, 抽查比例, rate-out-of-range",
    "10%, 根据实际情况确定, 抽查比例, unreadable",
    "定向抽 查, 随便查, 抽查类型, unreadable",
    "2023 年 3 月至 11 月, 2023 年 13 月至 14 月, 抽取日期, period-impossible",
    "2023 年 3 月至 11 月, 年底前, 抽取日期, unreadable",
    "2023001, x1, 抽查计划编号, unreadable"
  })
  void a_cell_that_cannot_be_read_is_named(String from, String to, String column, String code)
      throws IOException {
    String text = seed();
    assertThat(text).contains(from);
    int row = (int) text.substring(0, text.indexOf(from)).lines().count();
    String broken = text.replaceFirst(java.util.regex.Pattern.quote(from), to);

    assertThat(faults(broken)).containsExactly(Math.max(row, 6) + " " + column + " " + code);
  }

  @Test
  void a_text_without_a_table_is_refused() {
    assertThat(faults("年度计划见附件。")).containsExactly("0  no-table");
    assertThat(faults("a\tb\tc\td\te\tf\tg\th\ti\tj\tk")).containsExactly("1  heads-unknown");
  }
}
