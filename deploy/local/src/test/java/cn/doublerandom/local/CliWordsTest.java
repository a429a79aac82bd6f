package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever is refused at the terminal reads it in Chinese first; English may follow. */
class CliWordsTest {
  private static final Path ROOT = Path.of("../..");
  private static final String COMMANDS = "deploy/local/src/main/java/cn/doublerandom/local";
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
  private static final Pattern SENTENCE = Pattern.compile("[A-Za-z]{2,},? [A-Za-z]{2,}");
  private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern REFUSAL =
      Pattern.compile(
          "new [A-Za-z.]*(?:Exception|Failed)\\(|Refused\\.(?:now|line)\\(|\\.print(?:ln|f)\\(\\s*\"suite: ");

  /** Chinese before the English, where there is any. */
  private static boolean isInWords(String sentence) {
    Matcher english = SENTENCE.matcher(sentence);
    Matcher chinese = CHINESE.matcher(sentence);
    return !english.find() || (chinese.find() && chinese.start() < english.end());
  }

  /** The texts of each refusal, joined; up to the parenthesis that closes it. */
  private static List<String> refusals(String source) {
    return texts(source, REFUSAL);
  }

  private static List<String> texts(String source, Pattern statements) {
    List<String> found = new ArrayList<>();
    Matcher refusal = statements.matcher(source);
    while (refusal.find()) {
      int open = source.indexOf('(', refusal.start());
      String statement = source.substring(open, closing(source, open));
      found.add(
          String.join(
              " ‖ ", TEXT.matcher(statement).results().map(text -> text.group(1)).toList()));
    }
    return found;
  }

  private static int closing(String source, int open) {
    int depth = 0;
    boolean inText = false;
    for (int at = open; at < source.length(); at++) {
      char c = source.charAt(at);
      if (inText && c == '\\') {
        at++;
      } else if (c == '"') {
        inText = !inText;
      } else if (!inText && c == '(') {
        depth++;
      } else if (!inText && c == ')' && --depth == 0) {
        return at;
      }
    }
    throw new IllegalArgumentException("no end of what begins at " + open);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "deploy/local/src/main/java",
        "verifier/src/main/java",
        "deploy/embedded/src/main/java"
      })
  void every_refusal_of_a_command_is_told_in_chinese(String sources) throws IOException {
    List<String> seen = new ArrayList<>();
    List<String> english = new ArrayList<>();
    try (Stream<Path> files = Files.walk(ROOT.resolve(sources))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        for (String words : refusals(Files.readString(file))) {
          seen.add(words);
          if (!isInWords(words) && !IMPOSSIBLE.matcher(words).find()) {
            english.add(file.getFileName() + ": " + words);
          }
        }
      }
    }
    assertThat(seen).isNotEmpty();
    assertThat(english).isEmpty();
  }

  /** No refusals: what no caller can bring about, and what only tests meet. */
  private static final Pattern IMPOSSIBLE =
      Pattern.compile("^every JDK |^no curve point|demo key$|test stack|^the stack is not started");

  private static final Pattern LINE = Pattern.compile("out\\.print(?:ln|f)\\(");

  /** What programs look for at the beginning of a line, and what is to be typed. */
  private static final Pattern VERDICT =
      Pattern.compile("^([A-Z]+ (OK|DIFFERS|FAILED|OPEN)| *\\./suite )");

  /** Drills, whose lines are for who mends the suite. */
  private static final Pattern DRILL =
      Pattern.compile("^(Attack|AfterAttack|Fault|OlderBackupRun).*\\.java$");

  @Test
  void every_line_of_a_command_begins_in_chinese() throws IOException {
    List<String> seen = new ArrayList<>();
    List<String> english = new ArrayList<>();
    try (Stream<Path> files = Files.list(ROOT.resolve(COMMANDS))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        if (DRILL.matcher(file.getFileName().toString()).matches()) {
          continue;
        }
        for (String words : texts(Files.readString(file), LINE)) {
          seen.add(words);
          if (!isInWords(words) && !VERDICT.matcher(words).find()) {
            english.add(file.getFileName() + ": " + words);
          }
        }
      }
    }
    assertThat(seen).anyMatch(words -> words.contains("events restored"));
    assertThat(english).isEmpty();
  }

  @Test
  void the_front_door_itself_speaks_chinese_too() throws IOException {
    List<String> english =
        FrontDoor.lines().stream()
            .filter(line -> line.matches(".*\\b(echo|die|wrong) \".*"))
            .flatMap(line -> TEXT.matcher(line).results().map(MatchResult::group))
            .filter(words -> !words.contains("apt-get"))
            .filter(words -> !isInWords(words))
            .toList();
    assertThat(english).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"up --ports x", "verify-nothing", "replay --to-seq none"})
  void what_is_wrong_with_an_option_is_told_in_chinese(String line) {
    var said = new StringWriter();
    assertThat(Suite.run(new PrintWriter(said, true), line.split(" "))).isEqualTo(2);
    assertThat(said.toString()).startsWith("suite: ").matches(text -> CHINESE.matcher(text).find());
  }

  @Test
  void a_sentence_in_english_alone_would_be_found() {
    assertThat(refusals("throw new IOException(file + \" exists (already)\" + \"!\");"))
        .containsExactly(" exists (already) ‖ !");
    assertThat(isInWords("no such file")).isFalse();
    assertThat(isInWords("没有文件 no such file")).isTrue();
  }
}
