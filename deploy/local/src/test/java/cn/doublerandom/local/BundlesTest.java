package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.servicekit.table.EnglishFaults;
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

  private static final List<Pattern> FAULTS =
      List.of(
          Pattern.compile("\\b(?:fault|say)\\(\\s*[^,()]+,\\s*\"([a-z-]+)\""),
          Pattern.compile("new RowFault\\(\\s*[^,]+,\\s*[^,]+,\\s*\"([a-z-]+)\""),
          Pattern.compile("new UnreadableTable\\(\\s*[^,]+,\\s*\"([a-z-]+)\""),
          Pattern.compile("new Reading\\.Refused\\(\"([a-z-]+)\""));

  @Test
  void whatever_is_wrong_with_a_table_is_said_in_english_too() throws IOException {
    Set<String> codes = new TreeSet<>();
    for (String room : List.of("registry-service", "service-kit")) {
      try (Stream<Path> files = Files.walk(Path.of("../..", room, "src/main/java"))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          String text = Files.readString(file);
          FAULTS.forEach(pattern -> codes.addAll(found(pattern, text)));
        }
      }
    }
    assertThat(codes).hasSizeGreaterThan(40);
    assertThat(codes).allSatisfy(code -> assertThat(EnglishFaults.of(code)).as(code).isPresent());
  }
}
