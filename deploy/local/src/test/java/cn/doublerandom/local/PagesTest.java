package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The look stands in the page kit alone, and a page names places instead of writing addresses. */
class PagesTest {
  private static final Pattern OWN_LOOK = Pattern.compile("<style|\\sstyle=");
  private static final Pattern ADDRESS = Pattern.compile("(href|src|action)=\"(?!\\{)[^\"#]");

  private static final Pattern FRAMED =
      Pattern.compile(
          "\\{#include kit/(console|phone|portal|wall)}|class=\"(console|phone|portal|wall)");

  /** Han and the punctuation that goes with it. */
  private static final Pattern CHINESE =
      Pattern.compile("[\\p{IsHan}\\u3000-\\u303f\\uff00-\\uffef]");

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    try (Stream<Path> modules = Files.list(Path.of("../.."))) {
      for (Path module : modules.toList()) {
        Path templates = module.resolve("src/main/resources/templates");
        if (Files.isDirectory(templates)) {
          try (Stream<Path> files = Files.walk(templates)) {
            files.filter(file -> file.toString().endsWith(".html")).forEach(pages::add);
          }
        }
      }
    }
    return pages;
  }

  private static List<String> faults(String page) {
    return page.lines()
        .filter(line -> OWN_LOOK.matcher(line).find() || ADDRESS.matcher(line).find())
        .toList();
  }

  @Test
  void no_page_has_a_look_of_its_own_or_writes_an_address() throws IOException {
    assertThat(pages()).hasSizeGreaterThan(10);
    for (Path page : pages()) {
      assertThat(faults(Files.readString(page))).as(page.toString()).isEmpty();
    }
  }

  /** What is said stands in message bundles, at the desk and in public; papers are Chinese. */
  private static boolean isRead(Path page, String text) {
    return FRAMED.matcher(text).find() || page.getParent().endsWith("templates/tags");
  }

  private static List<String> texts(String page) {
    return page.lines().filter(line -> CHINESE.matcher(line).find()).toList();
  }

  @Test
  void a_page_has_no_text_of_its_own_at_the_desk_or_in_public() throws IOException {
    int read = 0;
    for (Path page : pages()) {
      String text = Files.readString(page);
      if (isRead(page, text)) {
        read++;
        assertThat(texts(text)).as(page.toString()).isEmpty();
      }
    }
    assertThat(read).isGreaterThan(100);
  }

  @ParameterizedTest
  @CsvSource({
    "<h1>检查对象</h1>, 1",
    "<dt>{registry:code}：</dt>, 1",
    "<h1>{registry:subjects}</h1>, 0"
  })
  void a_planted_text_is_found(String line, int faults) {
    assertThat(texts(line)).hasSize(faults);
    assertThat(isRead(Path.of("x/y.html"), "{#include kit/console}\n" + line)).isTrue();
    assertThat(isRead(Path.of("x/y.html"), "{#include kit/portal}\n" + line)).isTrue();
    assertThat(isRead(Path.of("x/templates/tags/y.html"), line)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "<p style=\"color: red\">, 1",
    "<style>, 1",
    "<a href=\"/draw/ui/verify\">, 1",
    "<img src=\"logo.svg\">, 1",
    "<a href=\"{at:verify}\">, 0",
    "<a href=\"#v2\">, 0"
  })
  void a_planted_fault_is_found(String line, int faults) {
    assertThat(faults(line)).hasSize(faults);
  }
}
