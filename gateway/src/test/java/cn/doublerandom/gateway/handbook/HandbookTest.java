package cn.doublerandom.gateway.handbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class HandbookTest {
  @Test
  void a_part_has_its_name_and_its_words_apart() {
    Chapter chapter = Markdown.chapter("zh", "a", "# 名录\n\n前言\n\n## 导入 {#import}\n\n正文\n\n## 无名\n");

    assertThat(chapter.title()).isEqualTo("名录");
    assertThat(chapter.parts()).containsExactly(new Chapter.Part("import", "导入"));
    assertThat(chapter.html())
        .doesNotContain("<h1", "{#")
        .contains("<p>前言</p>", "<h2 id=\"import\">导入</h2>", "<h2>无名</h2>");
  }

  @Test
  void a_link_to_another_chapter_leads_to_its_page() {
    assertThat(
            Markdown.chapter("zh", "a", "# A\n\n[x](registrar.md#import) [y](start.md) [z](#b)")
                .html())
        .contains("\"/help/registrar#import\"", "\"/help/start\"", "\"#b\"");
  }

  @Test
  void a_picture_is_that_of_the_chapters_language() {
    Chapter chapter = Markdown.chapter("en", "a", "# A\n\n![Faults](pictures/import.png)");

    assertThat(chapter.pictures()).containsExactly("en/import.png");
    assertThat(chapter.html())
        .contains("src=\"/help/pictures/en/import.png\"", "alt=\"Faults\"", "loading=\"lazy\"");
    assertThatThrownBy(() -> Markdown.chapter("zh", "a", "# A\n\n![x](https://elsewhere/x.png)"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void every_picture_is_packed_with_the_program_and_small() {
    Handbook handbook = Handbook.read();
    assertThat(handbook.pictures())
        .allSatisfy(name ->
            assertThat(Handbook.picture(name))
                .hasSizeBetween(1_000, 150_000)
                .startsWith(0x89, 'P'));
  }

  @Test
  void nothing_written_in_a_chapter_becomes_markup_or_script() {
    assertThat(
            Markdown.chapter("zh", "a", "# A\n\n<script>x</script>\n\n[x](javascript:alert(1))")
                .html())
        .doesNotContain("<script", "javascript:");
  }

  @Test
  void a_line_that_ends_in_chinese_goes_on_without_a_space() {
    assertThat(Markdown.chapter("zh", "a", "# A\n\n先看。\n再办。\n\nRead\nfirst.").html())
        .contains("<p>先看。再办。</p>", "<p>Read\nfirst.</p>");
  }

  @Test
  void a_chapter_without_a_title_stops_the_start() {
    assertThatThrownBy(() -> Markdown.chapter("zh", "a", "text"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a has no title");
  }

  @Test
  void the_whole_book_is_there_in_both_languages() {
    Handbook handbook = Handbook.read();
    for (boolean english : List.of(false, true)) {
      assertThat(handbook.in(english))
          .extracting(Chapter::name)
          .containsExactlyElementsOf(Handbook.CHAPTERS);
      assertThat(handbook.in(english))
          .allSatisfy(chapter -> assertThat(chapter.parts()).hasSizeGreaterThan(2))
          .allSatisfy(chapter ->
              assertThat(chapter.html())
                  .doesNotContain("{#")
                  .doesNotContainPattern("href=\"[^\"]*\\.md"));
    }
    assertThat(handbook.chapter("registrar", false)).map(Chapter::title).hasValue("名录管理人员");
    assertThat(handbook.chapter("nobody", false)).isEmpty();
  }
}
