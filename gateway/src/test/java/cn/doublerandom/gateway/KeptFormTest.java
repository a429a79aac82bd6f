package cn.doublerandom.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was typed is given back as it was typed, and as nothing else. */
class KeptFormTest {
  private static String form(String body) {
    return KeptForm.form(
        "/publication/ui/objections/R/own.abc?bureau=1&x=2", Buffer.buffer(body), 7);
  }

  @Test
  void a_long_text_is_shown_and_what_is_short_goes_along() {
    String form = form("_key=k-1&statement=" + "%E8%AF%AF".repeat(2000) + "&code=7KM3Q-X2345");

    assertThat(form)
        .contains("action=\"/publication/ui/objections/R/own.abc?bureau=1&amp;x=2\"")
        .contains("<input type=\"hidden\" name=\"_key\" value=\"k-1\">")
        .contains("<input type=\"hidden\" name=\"code\" value=\"7KM3Q-X2345\">")
        .contains(
            "<textarea id=\"k-statement\" name=\"statement\" rows=\"8\">\n"
                + "误".repeat(2000)
                + "</textarea>")
        .contains("异议或者申请的内容")
        .contains("7 秒后")
        .contains("in 7 seconds");
  }

  @Test
  void what_is_typed_is_no_part_of_the_page() {
    assertThat(form("statement=%3C%2Ftextarea%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E%22&a%22b='"))
        .contains("&lt;/textarea&gt;&lt;script&gt;")
        .contains("name=\"a&quot;b\" value=\"&#39;\"")
        .doesNotContain("<script>");
  }

  @Test
  void no_password_is_given_back_and_it_is_typed_again() {
    assertThat(KeptForm.ended("/draw/ui/x", Buffer.buffer("reason=%E5%81%9C&password=abc")))
        .contains("name=\"reason\" value=\"停\"", "type=\"password\"", "target=\"_blank\"")
        .doesNotContain("abc", "<script", "autofocus");
  }

  @Test
  void a_service_is_not_asked_with_the_account_a_form_was_typed_under() {
    assertThat(KeptForm.address("/draw/ui/x?tab=2", "abc")).isEqualTo("/draw/ui/x?tab=2&_of=abc");
    for (String uri : List.of("/draw/ui/x", "/draw/ui/x?tab=2")) {
      assertThat(Destination.of(KeptForm.address(uri, "a-b_c")).uri()).isEqualTo(uri);
    }
    assertThat(Destination.of("/draw/ui/x?_of=abc&tab=2").uri()).isEqualTo("/draw/ui/x?tab=2");
  }

  @Test
  void lines_stay_lines_and_what_cannot_be_read_stays_as_it_came() {
    assertThat(form("statement=%0Aone%0Atwo+%26&x=%zz&=&"))
        .contains(
            "<textarea id=\"k-statement\" name=\"statement\" rows=\"8\">\n\none\ntwo &amp;</textarea>")
        .contains("name=\"x\" value=\"%zz\"");
  }
}
