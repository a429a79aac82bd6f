package cn.doublerandom.draw.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PlanPictureTest {
  private static final String HEADS =
      "抽查计划编号\t抽查计划名称\t抽查任务编号\t抽查任务名称\t抽查类型\t抽查比例\t抽查事项\t抽查对象范围\t发起科（股）室\t联合科（股）室\t抽取日期\n";
  private static final String ROW =
      "2023001\t计划一\t001号\t道路运输抽查\t定向抽查\t%s\t经营行为\t道路运输企业\t法制安全科\t执法大队\t2023年3月至11月\n";

  private static PlanPicture picture(String text, PlanTable.Decision... answers) {
    PlanSheet sheet = PlanText.sheet(text);
    PlanReading reading = PlanTableReader.read(sheet, OptionalInt.empty(), List.of(answers));
    return PlanPicture.of(sheet, reading, List.of(answers));
  }

  private static PlanPicture.Place place(PlanPicture picture, String name) {
    return picture.places().stream()
        .filter(place -> place.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_table_stands_as_it_stood_with_what_is_around_it() {
    PlanPicture picture =
        picture("清河县2023年度抽查工作计划\n" + HEADS + ROW.formatted("10 %") + "单位（盖章）：清河县交通运输局\n");

    assertThat(picture.notes()).containsExactly("清河县2023年度抽查工作计划", "单位（盖章）：清河县交通运输局");
    assertThat(picture.heads()).hasSize(11).startsWith("抽查计划编号");
    assertThat(picture.lines()).hasSize(1);
    assertThat(picture.lines().getFirst().cells())
        .extracting(PlanPicture.Cell::text)
        .contains("10%", "2023年3月至11月");
    assertThat(picture.places()).allMatch(PlanPicture.Place::isQuiet);
  }

  @Test
  void a_fault_stands_at_its_cell_and_what_is_asked_of_no_row_above_all() {
    PlanPicture picture = picture(HEADS + ROW.formatted("120%"));

    assertThat(place(picture, "2.QUOTA").faults())
        .extracting(PlanReading.Fault::code)
        .containsExactly("quota-above-hundred");
    assertThat(picture.whole()).extracting(PlanPicture.Place::name).containsExactly("0.ISSUER");
    assertThat(PlanPicture.headOf("ISSUER")).contains("单位（盖章）");
  }

  @Test
  void an_answer_stands_where_it_was_given() {
    PlanPicture picture =
        picture(
            HEADS + ROW.formatted("120%"),
            new PlanTable.Decision(2, "抽查比例", "12%"),
            new PlanTable.Decision(0, "单位（盖章）", "清河县交通运输局"));

    assertThat(place(picture, "2.QUOTA").answered()).isEqualTo("12%");
    assertThat(place(picture, "0.ISSUER").answered()).isEqualTo("清河县交通运输局");
    assertThat(picture.places()).noneMatch(PlanPicture.Place::isBlocking);
  }

  @Test
  void a_column_the_table_lacks_is_asked_beside_its_row() {
    PlanPicture picture =
        picture("抽查任务名称\t抽查比例\t抽查对象范围\t抽取日期\n道路运输抽查\t10%\t道路运输企业\t2023年3月至11月\n单位（盖章）：清河县交通运输局\n");

    assertThat(picture.lines().getFirst().more())
        .extracting(PlanPicture.Place::name)
        .contains("2.PLAN_NUMBER", "2.DRAW_TYPE");
  }

  @Test
  void a_text_that_is_no_table_has_no_lines_and_says_so() {
    PlanPicture picture = picture("没有表格\n");

    assertThat(picture.lines()).isEmpty();
    assertThat(picture.whole().getFirst().faults())
        .extracting(PlanReading.Fault::code)
        .containsExactly("no-table");
  }
}
