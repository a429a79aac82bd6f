package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The front page says the same in both languages. */
class ReadmeTest {
  private static final Path ROOT = Path.of("../..");

  /** In a block, up to its comment. */
  private static final Pattern COMMAND = Pattern.compile("(?m)^(\\./suite [^#\n]*)");

  private static final Pattern SAID = Pattern.compile("`((?:\\./suite|curl|http|/)[^`]*)`");
  private static final Pattern HEADING = Pattern.compile("(?m)^(#+) ");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]*`) \\|");
  private static final Pattern LINK = Pattern.compile("]\\(([^)]+)\\)");

  private static List<String> all(Pattern what, String file) throws IOException {
    return what.matcher(Files.readString(ROOT.resolve(file)))
        .results()
        .map(found -> found.group(1).strip())
        .toList();
  }

  private static void assertSame(Pattern what) throws IOException {
    assertThat(all(what, "README.zh.md")).isNotEmpty().isEqualTo(all(what, "README.md"));
  }

  @Test
  void both_have_the_same_commands_in_the_same_order() throws IOException {
    assertSame(COMMAND);
  }

  @Test
  void both_have_the_same_headings_by_depth_and_the_same_rows() throws IOException {
    assertSame(HEADING);
    assertSame(ROW);
  }

  @Test
  void both_name_the_same_addresses_and_commands_in_their_sentences() throws IOException {
    // The summary at the top of the English page names two of its commands once more.
    assertThat(all(SAID, "README.zh.md"))
        .isNotEmpty()
        .containsOnlyOnceElementsOf(List.of("/desk", "/help", "/draw/ui/verify"))
        .hasSameElementsAs(
            all(SAID, "README.md").stream()
                .filter(one -> !one.equals("./suite demo") && !one.equals("./suite test"))
                .toList());
  }

  @Test
  void each_leads_to_the_other_and_both_to_the_same_places() throws IOException {
    List<String> chinese = all(LINK, "README.zh.md");
    List<String> english = all(LINK, "README.md");

    assertThat(chinese).contains("README.md");
    assertThat(english).contains("README.zh.md");
    assertThat(chinese.stream().filter(to -> !to.equals("README.md")))
        .hasSameElementsAs(english.stream().filter(to -> !to.equals("README.zh.md")).toList());
    for (String to : chinese) {
      assertThat(ROOT.resolve(to)).exists();
    }
  }
}
