package cn.doublerandom.servicekit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.PageWording;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A page speaks to officers; what it says names nothing that only programs send. */
class FaultWordsTest {
  private static final Pattern OF_PROGRAMS =
      Pattern.compile(
          "If-Match|Idempotency|ETag|Content-Type|context\\.|minSeq|seen must|seen 应|\\?bureau|\\(most\\)|（most）|Accept|method|方法|接口|interface");

  @ParameterizedTest
  @EnumSource(EdgeRejection.class)
  void a_refusal_on_a_page_names_no_header_and_no_parameter(EdgeRejection why) {
    for (boolean english : List.of(true, false)) {
      assertThat(FaultWords.of(new ProblemException(why), english))
          .extracting(FilledForm.Fault::text)
          .singleElement()
          .satisfies(text -> assertThat(text).isNotBlank().doesNotContainPattern(OF_PROGRAMS));
      assertThat(PageWording.of(told(why), english).title()).doesNotContainPattern(OF_PROGRAMS);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "expected-integer, 应为整数（不加引号，不带小数）。, 应为整数。",
    "expected-boolean, 应为 true 或 false。, 请选择是或否。",
    "expected-text, 应为文字（加引号）。, 应为文字。",
    "expected-word, 应为下列之一：ACTIVE、SUSPENDED。, 应为下列之一，请从列表中选择。",
    "expected-word, 应为下列之一：是／否、数字。, 应为下列之一：是／否、数字。",
    "unknown-member, 没有这个成员。可用的有：count。, 表中多了一项不该有的内容。请重新打开本页再填。",
    "expected-date, 应为日期和时刻，例如 2023-03-20 18:00。, 应为日期和时刻，例如 2023-03-20 18:00。",
    "out-of-range, 数字超出范围或写法不对。, 数字超出范围或写法不对。"
  })
  void a_field_of_a_form_is_not_told_of_quotes(String code, String told, String read) {
    var refused =
        new ProblemException(
            EdgeRejection.FIELD_INVALID,
            List.of(new Problem.FieldError("count", null, code, told)),
            Map.of());
    assertThat(FaultWords.of(refused, false)).containsExactly(new FilledForm.Fault("count", read));
  }

  @ParameterizedTest
  @CsvSource({
    "search, nul, 第 1 个字是空字符（NUL）。, 查询内容, What is looked for",
    "year, year-without-figures, 应为 2015 年至 2023 年。, 年度, Year",
    "resultId, invalid, 最多 160 个字。, 结果编号, Number of the result",
    "minWhatever, expected-integer, 应为整数（不加引号，不带小数）。, '', ''"
  })
  void what_is_wrong_in_an_address_is_called_as_its_page_calls_it(
      String parameter, String code, String told, String chinese, String english) {
    var refused =
        new Problem(
            "urn:doublerandom:problem:parameter-invalid",
            EdgeRejection.PARAMETER_INVALID.text(),
            400,
            "parameter-invalid",
            null,
            List.of(new Problem.FieldError(parameter, null, code, told)),
            Map.of());

    Problem read = PageWording.of(refused, false);
    assertThat(read.title()).isEqualTo("地址里有不符合要求的内容。");
    assertThat(read.errors()).extracting(Problem.FieldError::field).containsExactly(chinese);
    assertThat(read.errors())
        .extracting(Problem.FieldError::text)
        .allSatisfy(text -> assertThat(text).doesNotContain("引号"));
    assertThat(PageWording.of(refused, true).errors())
        .extracting(Problem.FieldError::field)
        .containsExactly(english);
  }

  @Test
  void a_program_is_told_the_names_still() {
    assertThat(EdgeRejection.REQUEST_NOT_NAMED.text()).contains("If-Match");
    assertThat(EdgeRejection.KEY_INVALID.text()).contains("Idempotency-Key");
  }

  private static Problem told(EdgeRejection why) {
    return new Problem(
        "urn:doublerandom:problem:" + why.code(),
        why.text(),
        why.status(),
        why.code(),
        null,
        List.of(),
        Map.of());
  }

  @Test
  void what_only_the_facts_know_stands_behind_the_refusal_in_the_language_of_the_page() {
    var refusal =
        new ProblemException(
            EdgeRejection.UNAUTHENTICATED,
            List.of(),
            Map.of("more", Map.of("zh", "每周二开奖。", "en", "On Tuesday.")));
    assertThat(FaultWords.of(refusal, false).getFirst().text()).endsWith("每周二开奖。");
    assertThat(FaultWords.of(refusal, true).getFirst().text()).endsWith(". On Tuesday.");
  }
}
