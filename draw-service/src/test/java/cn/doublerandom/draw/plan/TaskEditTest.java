package cn.doublerandom.draw.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import cn.doublerandom.draw.reading.Quota;
import cn.doublerandom.draw.reading.Share;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TaskEditTest {
  private static final String TEXT =
      """
      单位（盖章）：清河县交通运输局
      抽查计划编号\t抽查计划名称\t抽查任务编号\t抽查任务名称\t抽查类型\t抽查比例\t抽查事项\t抽查对象范围\t发起科（股）室\t联合科（股）室\t抽取日期
      2023001\t计划一\t001号\t道路运输抽查\t定向抽查\t10%\t经营行为\t道路运输企业\t法制安全科\t执法大队\t2023年3月至11月
      2023003\t计划二\t002号\t公路工程抽查\t定向抽查\t10%\t公路工程质量\t在建工程\t法制安全科\t执法大队\t2023年6月至10月
      """;

  private static final PlanTable TABLE = table();

  private static PlanTable table() {
    PlanReading read = PlanTableReader.read(PlanText.sheet(TEXT), OptionalInt.empty(), List.of());
    PlanTable table = read.table();
    return Objects.requireNonNull(table);
  }

  private static TaskEdit.Edited edited(PlanColumn column, String text) {
    return TaskEdit.of(TABLE, TABLE.tasks().getFirst(), Map.of(column, text));
  }

  private static PlanTable taken(TaskEdit.Edited edited) {
    PlanTable table = edited.table();
    return Objects.requireNonNull(table);
  }

  @Test
  void a_ratio_written_anew_is_read_anew_and_the_other_rows_stay() {
    PlanTable table = taken(edited(PlanColumn.QUOTA, "不低于 15%"));

    assertThat(table.tasks().getFirst().quotaRead())
        .isEqualTo(new Quota.PercentMin(new Share(15, 100)));
    assertThat(table.tasks().getLast()).isEqualTo(TABLE.tasks().getLast());
    assertThat(PlanChange.between(TABLE, table))
        .containsExactly(new PlanChange("2023001-001", "抽查比例", "10%", "不低于15%"));
  }

  @Test
  void the_table_that_is_given_back_says_what_was_written() {
    PlanTable table = taken(edited(PlanColumn.PERIOD, "2023年4月至9月"));

    List<List<String>> layout = Objects.requireNonNull(table.layout());
    assertThat(layout.get(2)).contains("2023年4月至9月").doesNotContain("2023年3月至11月");
    assertThat(layout.get(3)).isEqualTo(Objects.requireNonNull(TABLE.layout()).get(3));
  }

  @Test
  void what_is_written_as_it_stood_changes_nothing() {
    assertThat(taken(edited(PlanColumn.QUOTA, "10 %"))).isEqualTo(TABLE);
  }

  @Test
  void the_numbers_a_task_is_known_by_stay() {
    assertThat(taken(edited(PlanColumn.TASK_NUMBER, "009号"))).isEqualTo(TABLE);
  }

  @Test
  void what_cannot_be_is_said_of_its_cell_and_nothing_is_taken() {
    TaskEdit.Edited refused = edited(PlanColumn.QUOTA, "120%");

    assertThat(refused.table()).isNull();
    assertThat(refused.reading().faults())
        .extracting(PlanReading.Fault::column, PlanReading.Fault::code)
        .containsExactly(tuple("抽查比例", "quota-above-hundred"));
  }

  /** What was said of the cell that was mended stood before the approver still. */
  @Test
  void what_was_said_of_a_cell_is_said_no_more_once_it_says_something_else() {
    String text = TEXT.replaceFirst("\t10%\t", "\t10%（以牵头单位为准）\t");
    PlanTable table =
        Objects.requireNonNull(
            PlanTableReader.read(PlanText.sheet(text), OptionalInt.empty(), List.of()).table());
    assertThat(table.warnings())
        .extracting(PlanWarning::text)
        .anyMatch(t -> t.contains("第 3 行“抽查比例”"));

    PlanTable mended =
        taken(TaskEdit.of(table, table.tasks().getFirst(), Map.of(PlanColumn.QUOTA, "5户")));
    PlanTable doubtful =
        taken(TaskEdit.of(mended, mended.tasks().getFirst(), Map.of(PlanColumn.QUOTA, "约5户")));

    assertThat(mended.warnings()).extracting(PlanWarning::text).noneMatch(t -> t.contains("抽查比例"));
    assertThat(doubtful.warnings())
        .extracting(PlanWarning::text)
        .anyMatch(t -> t.startsWith("第 3 行“抽查比例”") && t.contains("约数"));
  }

  @Test
  void what_was_settled_when_the_table_was_taken_is_not_asked_again_for_another_cell() {
    String text = TEXT.replaceFirst("\t10%\t", "\t不低于5%且不少于4户\t");
    PlanTable table =
        Objects.requireNonNull(
            PlanTableReader.read(
                    PlanText.sheet(text),
                    OptionalInt.empty(),
                    List.of(new PlanTable.Decision(3, "抽查比例", "不低于5%且不少于4户")))
                .table());

    PlanTable other =
        taken(TaskEdit.of(table, table.tasks().getFirst(), Map.of(PlanColumn.LEAD, "运管科")));

    assertThat(other.tasks().getFirst().leadUnit()).isEqualTo("运管科");
  }

  @Test
  void a_cell_that_is_emptied_is_asked_about() {
    assertThat(edited(PlanColumn.PERIOD, "").reading().questions())
        .extracting(PlanReading.Question::column)
        .contains("抽取日期");
  }
}
