package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Whatever is wrong with what a command is given: it says so in words, and changes nothing. */
class RefusalsTest {
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
  private static final Pattern ENGLISH = Pattern.compile("[a-z]{2,},? [a-z]{2,}");

  @TempDir Path place;

  private Path data;
  private Path file;
  private Path full;

  @BeforeEach
  void whatLiesThere() throws IOException {
    file = Files.writeString(place.resolve("a-file"), "neither a backup nor a directory");
    full = Files.createDirectory(place.resolve("full"));
    Files.writeString(full.resolve("somebody's"), "work");
    data = Files.createDirectories(place.resolve("data/postgres")).getParent();
  }

  /** What was said on the way out, and the exit status. */
  private record Said(int status, String text) {}

  private static Said suite(List<String> words) {
    var text = new StringWriter();
    int status = Suite.run(new PrintWriter(text, true), words.toArray(String[]::new));
    return new Said(status, text.toString());
  }

  private static void assertInWords(Said said, int status) {
    assertThat(said.status()).as(said.text()).isEqualTo(status);
    assertThat(said.text())
        .startsWith("suite: ")
        .doesNotContain("Exception")
        .doesNotContain("\tat ");
    for (String line : said.text().strip().lines().toList()) {
      Matcher chinese = CHINESE.matcher(line);
      Matcher english = ENGLISH.matcher(line);
      assertThat(chinese.find()).as("Chinese in: " + line).isTrue();
      assertThat(english.find()).as("English in: " + line).isTrue();
      assertThat(chinese.start()).as("Chinese first: " + line).isLessThan(english.start());
    }
  }

  /** Every command a person gives, those below another too. */
  static Stream<String> commands() {
    return Suite.commands().getSubcommands().entrySet().stream()
        .filter(entry -> !entry.getValue().getCommandSpec().usageMessage().hidden())
        .flatMap(entry ->
            Stream.concat(
                Stream.of(entry.getKey()),
                entry.getValue().getSubcommands().keySet().stream()
                    .map(below -> entry.getKey() + " " + below)));
  }

  private static CommandLine command(String name) {
    CommandLine found = Suite.commands();
    for (String word : name.split(" ")) {
      found = found.getSubcommands().get(word);
    }
    return found;
  }

  private static List<String> words(String command, String... more) {
    return Stream.concat(Arrays.stream(command.split(" ")), Arrays.stream(more)).toList();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void an_option_or_word_nobody_knows_is_refused(String command) {
    assertInWords(suite(words(command, "--dance")), Refusals.WRONG_LINE);
    assertInWords(suite(words(command, "one", "word", "too", "many")), Refusals.WRONG_LINE);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void an_option_without_its_value_twice_or_of_another_form_is_refused(String command) {
    for (OptionSpec option : command(command).getCommandSpec().options()) {
      if (option.usageHelp()) {
        continue;
      }
      String name = option.longestName();
      boolean isFlag = option.arity().max() == 0;
      assertInWords(suite(words(command, isFlag ? name + "=perhaps" : name)), Refusals.WRONG_LINE);
      if (option.type() != Path.class && option.type() != String.class && !option.isMultiValue()) {
        assertInWords(suite(words(command, name + "=neither: nor")), Refusals.WRONG_LINE);
      }
      if (!isFlag && !option.isMultiValue() && option.type() == Path.class) {
        assertInWords(suite(words(command, name, "a", name, "b")), Refusals.WRONG_LINE);
        assertInWords(suite(words(command, name + "=\0")), Refusals.WRONG_LINE);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2023-13-01", "2023-02-30", "tomorrow", "15.3.2023", "1066-10-14"})
  void a_day_that_is_none_is_refused(String day) throws IOException {
    Path fresh = place.resolve("fresh");
    assertInWords(
        suite(List.of("up", "--date", day, "--data", fresh.toString())), Refusals.WRONG_LINE);
    assertThat(fresh).doesNotExist();
    assertInWords(
        suite(
            List.of(
                "replay", "--as-of", day, "--into", fresh.toString(), "--data", data.toString())),
        Refusals.WRONG_LINE);
  }

  @Test
  void what_is_missing_is_named() {
    for (String command :
        List.of("backup", "restore", "explain", "export", "adopt-personal-data")) {
      assertInWords(suite(List.of(command)), Refusals.WRONG_LINE);
    }
    assertThat(suite(List.of("adopt-personal-data")).text())
        .contains("--into", "--by", "--approved-by");
    assertInWords(suite(List.of("witness")), Refusals.WRONG_LINE);
    assertThat(suite(List.of("witness")).text()).contains("promise", "complete");
    assertInWords(suite(List.of("replay", "--data", data.toString())), Refusals.WRONG_LINE);
    assertInWords(suite(List.of("fly")), Refusals.WRONG_LINE);
    assertInWords(suite(List.of()), Refusals.WRONG_LINE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"up", "attack", "faults"})
  void ports_that_cannot_be_are_refused(String command) {
    for (String base : List.of("0", "-5", "1023", "65501", "99999999")) {
      assertInWords(
          suite(List.of(command, "--ports", base, "--data", place.resolve("fresh").toString())),
          Refusals.WRONG_LINE);
    }
    assertThat(place.resolve("fresh")).doesNotExist();
  }

  @ParameterizedTest
  @MethodSource("withData")
  void a_file_is_no_data_directory(String command) throws IOException {
    String before = shown();
    List<String> words = new java.util.ArrayList<>(filled(command));
    words.set(words.indexOf(data.toString()), file.toString());
    assertInWords(suite(words), Refusals.NOT_DONE);
    assertThat(shown()).isEqualTo(before);
  }

  /** What each command needs beside its data to be taken seriously. */
  private List<String> filled(String command) {
    Path fresh = place.resolve("fresh");
    Map<String, List<String>> more =
        Map.of(
            "replay", List.of("--diff"),
            "explain", List.of("130534-1"),
            "export", List.of("--public", fresh.toString()),
            "backup", List.of(fresh.toString()),
            "restore", List.of(file.toString()),
            "adopt-personal-data",
                List.of("--into", fresh.toString(), "--by", "wang", "--approved-by", "li"));
    List<String> words = new java.util.ArrayList<>(List.of(command));
    words.addAll(more.getOrDefault(command, List.of()));
    words.addAll(List.of("--data", data.toString()));
    return words;
  }

  static Stream<String> withData() {
    return commands().filter(name -> command(name).getCommandSpec().findOption("--data") != null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "audit",
        "replay",
        "explain",
        "export",
        "backup",
        "rebuild-topics",
        "adopt-personal-data"
      })
  void a_directory_without_data_is_no_data_directory(String command) throws IOException {
    String before = shown();
    for (Path none : List.of(full, place.resolve("nowhere"))) {
      List<String> words = new java.util.ArrayList<>(filled(command));
      words.set(words.indexOf(data.toString()), none.toString());
      assertInWords(suite(words), Refusals.NOT_DONE);
    }
    assertThat(shown()).isEqualTo(before);
  }

  @Test
  void what_would_be_written_over_is_not_written() throws IOException {
    String before = shown();
    String there = data.toString();
    for (Path target : List.of(file, full)) {
      String into = target.toString();
      for (List<String> words :
          List.of(
              List.of("replay", "--into", into, "--data", there),
              List.of("export", "--public", into, "--data", there),
              List.of("backup", into, "--data", there),
              List.of(
                  "adopt-personal-data",
                  "--into",
                  into,
                  "--by",
                  "wang",
                  "--approved-by",
                  "li",
                  "--data",
                  there),
              List.of("restore", file.toString(), "--data", into),
              List.of("demo", "--data", into),
              List.of("attack", "--data", into),
              List.of("faults", "--data", into))) {
        assertInWords(suite(words), Refusals.NOT_DONE);
      }
    }
    assertThat(shown()).isEqualTo(before);
  }

  @Test
  void what_is_to_be_read_and_is_not_there_or_something_else_is_named() throws IOException {
    String before = shown();
    String fresh = place.resolve("fresh").toString();
    String nothing = place.resolve("nothing").toString();
    for (List<String> words :
        List.of(
            List.of("restore", nothing, "--data", fresh),
            List.of("restore", full.toString(), "--data", fresh),
            List.of("restore", file.toString(), "--data", fresh),
            List.of("restore", file.toString(), "--data", fresh, "--identity", nothing),
            List.of("restore", file.toString(), "--data", fresh, "--identity", file.toString()),
            List.of("backup", nothing + "/below/backup.zip", "--data", data.toString()),
            List.of("backup", file + "/backup.zip", "--data", data.toString()),
            List.of("audit", "--witness", nothing, "--data", data.toString()),
            List.of("audit", "--witness", file.toString(), "--data", data.toString()),
            List.of("witness", "key", "--token", nothing, "--keep", fresh),
            List.of("witness", "key", "--keep", file.toString()),
            List.of("witness", "complete", "--draw", "1", "--keep", full.toString()),
            List.of("witness", "reveal", "--draw", "1", "--name", "a", "--keep", full.toString()),
            List.of(
                "witness",
                "open",
                "--draw",
                "1",
                "--keep",
                full.toString(),
                "--server",
                "http://127.0.0.1:1"))) {
      Said said = suite(words);
      assertInWords(said, Refusals.NOT_DONE);
    }
    assertThat(place.resolve("fresh/postgres")).doesNotExist();
    Files.deleteIfExists(place.resolve("fresh"));
    assertThat(shown()).isEqualTo(before);
  }

  @Test
  void options_that_exclude_each_other_are_refused() {
    String there = data.toString();
    for (List<String> words :
        List.of(
            List.of("replay", "--into", "x", "--to-seq", "5", "--data", there),
            List.of("replay", "--into", "x", "--service", "nobody", "--data", there),
            List.of(
                "replay",
                "--into",
                "x",
                "--service",
                "draw",
                "--to-seq",
                "5",
                "--as-of",
                "2023-03-15",
                "--data",
                there),
            List.of(
                "replay", "--into", "x", "--service", "draw", "--to-seq", "-5", "--data", there),
            List.of("replay", "--diff", "--into", "x", "--data", there),
            List.of("replay", "--diff", "--as-of", "2023-03-15", "--data", there),
            List.of(
                "rebuild-topics", "--keep", "--older-because", "x", "--by", "y", "--data", there),
            List.of("rebuild-topics", "--by", "y", "--data", there),
            List.of(
                "adopt-personal-data",
                "--into",
                "x",
                "--by",
                "wang",
                "--approved-by",
                " Wang",
                "--data",
                there),
            List.of("faults", "--runs", "0"),
            List.of("faults", "--only", "earthquake"),
            List.of("witness", "key", "--server", "nowhere"),
            List.of("witness", "key", "--server", "ftp://127.0.0.1/"),
            List.of("explain", " ", "--data", there))) {
      assertInWords(suite(words), Refusals.WRONG_LINE);
    }
  }

  @Test
  void a_failure_nobody_thought_of_is_told_in_words_too() {
    for (Exception failure :
        List.of(
            new IllegalStateException("connection reset by peer"),
            new NullPointerException(),
            new java.sql.SQLException("FATAL: the database system is starting up"),
            new java.io.UncheckedIOException(new java.nio.file.AccessDeniedException("/x")),
            new java.nio.file.AccessDeniedException("/x"),
            new java.nio.file.FileSystemException("/x", null, "No space left on device"),
            new java.util.zip.ZipException("zip END header not found"),
            new java.net.http.HttpConnectTimeoutException("timed out"))) {
      assertThat(CHINESE.matcher(Refusals.words(failure)).find()).as(failure.toString()).isTrue();
    }
    assertThat(Refusals.words(new IOException("没有目录 no such directory: x")))
        .isEqualTo("没有目录 no such directory: x");
  }

  /** Everything that lies there. */
  private String shown() throws IOException {
    var files = new TreeMap<String, String>();
    try (Stream<Path> all = Files.walk(place)) {
      for (Path one : all.toList()) {
        files.put(
            place.relativize(one).toString(), Files.isDirectory(one) ? "" : Files.readString(one));
      }
    }
    return files.toString();
  }
}
