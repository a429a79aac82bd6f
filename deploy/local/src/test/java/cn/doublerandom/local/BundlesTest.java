package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever is said in Chinese is said in English too, and nothing else is. */
class BundlesTest {
  private static final Pattern BUNDLE = Pattern.compile("@MessageBundle\\(\"([a-z]+)\"\\)");
  private static final Pattern WORDS = Pattern.compile("(?m)^ {2}String ([A-Za-z]+)\\(");
  private static final Pattern LOST_SPACE = Pattern.compile("^\\w+=(?: +\\S|.*\\S +$)");
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

  /** Each names the other language in that language. */
  private static final Set<String> OF_THE_OTHER = Set.of("otherLanguage");

  private static List<Path> bundles() throws IOException {
    List<Path> bundles = new ArrayList<>();
    try (Stream<Path> modules = Files.list(Path.of("../.."))) {
      for (Path module : modules.toList()) {
        Path sources = module.resolve("src/main/java");
        if (Files.isDirectory(sources)) {
          try (Stream<Path> files = Files.walk(sources)) {
            files.filter(file -> file.toString().endsWith("Words.java")).forEach(bundles::add);
          }
        }
      }
    }
    return bundles;
  }

  private static Set<String> found(Pattern pattern, String text) {
    Set<String> found = new TreeSet<>();
    for (Matcher m = pattern.matcher(text); m.find(); ) {
      found.add(m.group(1));
    }
    return found;
  }

  @Test
  void a_bundle_has_the_same_words_in_both_languages() throws IOException {
    int count = 0;
    for (Path bundle : bundles()) {
      String text = Files.readString(bundle);
      for (String name : found(BUNDLE, text)) {
        count++;
        Path module = bundle;
        while (!module.getFileName().toString().equals("src")) {
          module = module.getParent();
        }
        var english = new Properties();
        english.load(
            new StringReader(
                Files.readString(
                    module.resolve("main/resources/messages/" + name + "_en.properties"))));
        assertThat(english.stringPropertyNames())
            .as(name)
            .containsExactlyInAnyOrderElementsOf(found(WORDS, text));
        english.forEach((key, words) -> {
          if (!OF_THE_OTHER.contains(key.toString())) {
            assertThat(CHINESE.matcher(words.toString()).find()).as("%s.%s", name, key).isFalse();
          }
        });
      }
    }
    assertThat(count).isGreaterThanOrEqualTo(3);
  }

  /**
   * The reader of bundles takes spaces at both ends away, and two words would become one; it leaves
   * a space that does not break (U+00A0).
   */
  @Test
  void a_space_at_an_end_of_a_message_is_written_so_that_it_stays() throws IOException {
    List<String> lost = new ArrayList<>();
    for (Path file : SourceTree.files(Path.of("../.."))) {
      if (file.toString().endsWith("_en.properties") && file.toString().contains("/src/main/")) {
        for (String line : Files.readAllLines(file)) {
          if (LOST_SPACE.matcher(line).find()) {
            lost.add(file.getFileName() + ": " + line);
          }
        }
      }
    }
    assertThat(lost).isEmpty();
  }
}
