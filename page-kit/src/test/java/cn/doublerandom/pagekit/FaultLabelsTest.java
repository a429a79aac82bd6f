package cn.doublerandom.pagekit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The list of faults above a form says of which field each is. */
class FaultLabelsTest {
  private static String line(String field, String text) {
    return "<li><a href=\"#f-%s\" data-colon=\"：\">%s</a></li>".formatted(field, text);
  }

  @Test
  void each_line_names_its_field_as_the_field_is_called() {
    String page =
        line("title", "必须填写，不能只有空格。")
            + line("kind", "必须填写，不能只有空格。")
            + "<label for=\"f-title\" data-own>题目 &amp; 文号<i>选填</i></label>"
            + "<fieldset class=\"field wrong\" id=\"f-kind\" tabindex=\"-1\">\n<legend>种类</legend>";
    assertThat(FaultLabels.named(page))
        .contains(
            "<a href=\"#f-title\">题目 &amp; 文号：必须填写，不能只有空格。</a>",
            "<a href=\"#f-kind\">种类：必须填写，不能只有空格。</a>");
  }

  @Test
  void what_names_its_field_itself_or_is_of_none_stays() {
    String page =
        line("reason", "请写明原因。")
            + line("gone", "必须填写，不能只有空格。")
            + "<label for=\"f-reason\">原因</label>";
    assertThat(FaultLabels.named(page))
        .contains("<a href=\"#f-reason\">请写明原因。</a>", "<a href=\"#f-gone\">必须填写，不能只有空格。</a>");
    assertThat(FaultLabels.named("<p>没有表单</p>")).isEqualTo("<p>没有表单</p>");
  }
}
