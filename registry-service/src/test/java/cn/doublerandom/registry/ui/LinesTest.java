package cn.doublerandom.registry.ui;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.registry.item.Checklist;
import cn.doublerandom.registry.item.Checklist.AnswerKind;
import cn.doublerandom.registry.item.Checklist.Question;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A small table can be typed or pasted into one field, a line a row. */
class LinesTest {
  private static final Checklist BEFORE =
      new Checklist(
          List.of(
              new Question("Q1", "许可证在有效期内？", AnswerKind.YES_NO, "", ""),
              new Question("Q3", "从业人员几人？", AnswerKind.NUMBER, "", "")));

  private static List<String> ids(String text) {
    return TypedQuestions.ids(Lines.of(text, TypedQuestions.COLUMNS), BEFORE);
  }

  @Test
  void cells_are_parted_by_bars_or_by_the_tabs_of_a_spreadsheet() {
    assertThat(Lines.of("第三条 | 行业监管｜道路运输、公路\r\n\n第四条\t许可|备案\t公路", 3))
        .containsExactly(
            new Lines.Row(1, List.of("第三条", "行业监管", "道路运输、公路")),
            new Lines.Row(3, List.of("第四条", "许可|备案", "公路")));
  }

  @Test
  void what_a_line_leaves_out_is_empty_and_what_is_too_much_is_kept_to_be_refused() {
    assertThat(Lines.of("第三条", 3).getFirst().cells()).containsExactly("第三条", "", "");
    assertThat(Lines.of("a|b|c|d", 3).getFirst().cells()).hasSize(4);
    assertThat(Lines.of("a|b|c|", 3).getFirst().cells()).hasSize(3);
  }

  @Test
  void a_row_that_is_written_out_is_read_as_it_was() {
    String line = Lines.line("第三条", "许可|备案", "公路、道路运输");
    assertThat(Lines.of(line, 3).getFirst().cells()).containsExactly("第三条", "许可/备案", "公路、道路运输");
    assertThat(Lines.words("公路、道路运输， 水运")).containsExactly("公路", "道路运输", "水运");
  }

  @Test
  void a_question_keeps_its_number_and_a_new_one_gets_one_nobody_had() {
    assertThat(ids("从业人员几人？|数字\n车辆几台？|数字")).containsExactly("Q3", "Q2");
    assertThat(ids("从业人员多少人？|数字|||Q3\n许可证在有效期内？|是/否")).containsExactly("Q3", "Q1");
  }

  @Test
  void an_answer_is_named_in_chinese_or_in_the_words_of_the_reader() {
    assertThat(TypedQuestions.kind("是 ／ 否", kind -> "")).contains(AnswerKind.YES_NO);
    assertThat(TypedQuestions.kind("Number", kind -> kind == AnswerKind.NUMBER ? "number" : "?"))
        .contains(AnswerKind.NUMBER);
    assertThat(TypedQuestions.kind("随便", kind -> "?x")).isEmpty();
  }

  @Test
  void a_choice_names_its_options_and_a_number_its_unit_and_limits() {
    assertThat(typed("选择：合格/不合格、未设置").options()).containsExactly("合格", "不合格", "未设置");
    TypedAnswer noise = typed("数字：分贝，~85.5");
    assertThat(noise.measuredIn()).isEqualTo("分贝");
    assertThat(noise.least()).isNull();
    assertThat(noise.most()).isEqualTo("85.5");
    assertThat(typed("数字: -5 至 40").least()).isEqualTo("-5");
    assertThat(typed("数字").most()).isNull();
    assertThat(typed("照片").kind()).isEqualTo(AnswerKind.PHOTO);
    for (String unread : List.of("数字：分贝，很多~85", "数字：分贝，米", "照片：三张", "是/否：必填")) {
      assertThat(TypedAnswer.of(unread, kind -> "?")).as(unread).isEmpty();
    }
  }

  @Test
  void an_answer_that_is_written_out_is_read_as_it_was() {
    for (String cell : List.of("选择：合格/不合格", "数字：分贝，~85", "数字：0~", "数字：米", "日期")) {
      TypedAnswer read = typed(cell);
      var question =
          new Question(
              "Q1",
              "问",
              read.kind(),
              "",
              "",
              read.options(),
              read.measuredIn(),
              read.least(),
              read.most());
      assertThat(TypedAnswer.text(question, LinesTest::chinese)).isEqualTo(cell);
    }
  }

  private static TypedAnswer typed(String cell) {
    return TypedAnswer.of(cell, LinesTest::chinese).orElseThrow();
  }

  private static String chinese(AnswerKind kind) {
    return switch (kind) {
      case YES_NO -> "是／否";
      case YES_NO_NOT_APPLICABLE -> "是／否／不适用";
      case NUMBER -> "数字";
      case TEXT -> "文字";
      case DATE -> "日期";
      case CHOICE -> "选择";
      case PHOTO -> "照片";
    };
  }

  @Test
  void days_are_typed_one_by_one_or_from_one_to_another() {
    assertThat(TypedDays.of("2026-01-01 至 2026-01-03\n2026年4月5日、2026/4/6"))
        .flatExtracting(TypedDays.Line::days)
        .extracting(Object::toString)
        .containsExactly("2026-01-01", "2026-01-02", "2026-01-03", "2026-04-05", "2026-04-06");
    assertThat(TypedDays.of("2026-02-30\n2026-01-03 至 2026-01-01\n春节"))
        .allSatisfy(line -> assertThat(line.days()).isEmpty())
        .extracting(TypedDays.Line::number)
        .containsExactly(1, 2, 3);
  }
}
