package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityDocumentTest {
  private static final Path ROOT = Path.of("../..");
  private static final Pattern SHOWN = Pattern.compile("`([A-Z]\\w*(?:Test|IT))#(\\w+)`");
  private static final Pattern CLAUSE =
      Pattern.compile("^\\| (\\d+\\.\\d+\\.\\d+) \\| ([12]) \\| ([a-z ]+) \\| (.+) \\|$");
  private static final Set<String> WORDS = Set.of("met", "partly", "open", "not applicable");

  /** Level 1 and 2 together; level 3 is not asked for. */
  private static final int CLAUSES = 253;

  private static List<Path> tests() throws IOException {
    return SourceTree.files(ROOT).stream()
        .filter(file -> file.toString().contains("src/test/java"))
        .filter(file -> file.toString().endsWith(".java"))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"docs/security.md", "docs/asvs.md"})
  void every_test_that_is_said_to_show_something_is_there(String document) throws IOException {
    List<Path> tests = tests();
    List<MatchResult> shown =
        SHOWN.matcher(Files.readString(ROOT.resolve(document))).results().toList();
    Set<String> missing = new TreeSet<>();
    for (MatchResult one : shown) {
      if (!isThere(tests, one.group(1), one.group(2))) {
        missing.add(one.group());
      }
    }
    assertThat(shown).hasSizeGreaterThan(10);
    assertThat(missing).isEmpty();
  }

  private static boolean isThere(List<Path> tests, String name, String method) throws IOException {
    for (Path file : tests) {
      if (file.getFileName().toString().equals(name + ".java")
          && Files.readString(file).contains("void " + method + "(")) {
        return true;
      }
    }
    return false;
  }

  @Test
  void each_adversary_is_named_and_something_stops_him() throws IOException {
    String document = Files.readString(ROOT.resolve("docs/security.md"));
    for (String adversary :
        List.of(
            "A coordinator who wants a name",
            "An officer who wants to be spared the road",
            "A firm",
            "A stranger",
            "An operator with the database",
            "A neighbour bureau")) {
      String[] parts = document.split("### " + adversary + "\n", -1);
      assertThat(parts).as(adversary).hasSize(2);
      assertThat(SHOWN.matcher(parts[1].split("\n### ", 2)[0]).results())
          .as(adversary)
          .hasSizeGreaterThan(3);
    }
  }

  @Test
  void every_clause_of_level_two_is_answered_once_in_four_words() throws IOException {
    List<MatchResult> clauses =
        Files.readAllLines(ROOT.resolve("docs/asvs.md")).stream()
            .map(CLAUSE::matcher)
            .filter(java.util.regex.Matcher::matches)
            .map(java.util.regex.Matcher::toMatchResult)
            .toList();
    assertThat(clauses).extracting(clause -> clause.group(1)).doesNotHaveDuplicates();
    assertThat(clauses).hasSize(CLAUSES);
    assertThat(clauses.stream().map(clause -> clause.group(3)).collect(Collectors.toSet()))
        .isSubsetOf(WORDS);
  }
}
