package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** {@code ./suite} as somebody meets it who has never seen it. */
class FrontDoorTest {
  private static final Path ROOT = Path.of("../..");
  private static final Pattern COMMAND = Pattern.compile("^ {2}([a-z][a-z-]+)( .*)?$");
  private static final Pattern OPTION = Pattern.compile("(?<![a-z-])--[a-z][a-z-]*");
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
  private static final Pattern ENGLISH = Pattern.compile("[A-Za-z]{3,} [a-z]{2,}");
  private static final Set<String> STANDARD = Set.of("--help");

  /** What it said and how it ended. */
  record Said(int status, String text) {}

  @BeforeAll
  static void aShell() {
    assumeTrue(
        Files.isExecutable(Path.of("/bin/sh")), "./suite is a shell script; no /bin/sh here");
  }

  private static Said suite(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("./suite"));
    command.addAll(List.of(words));
    Process process =
        new ProcessBuilder(command).directory(ROOT.toFile()).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(process.waitFor(), text);
  }

  /** Every command of the usage list, as the list itself has them. */
  static List<String> commands() throws IOException, InterruptedException {
    return suite("help")
        .text()
        .lines()
        .map(COMMAND::matcher)
        .filter(java.util.regex.Matcher::matches)
        .map(line -> line.group(1))
        .distinct()
        .toList();
  }

  @Test
  void the_list_names_every_command_there_is() throws Exception {
    List<String> listed = commands();
    assertThat(listed).contains("build", "test", "demo", "up", "verify", "bench", "fmt", "help");
    assertThat(listed).containsAll(programs());
  }

  /** The commands whose options a program reads. */
  private static List<String> programs() {
    return Suite.commands().getSubcommands().entrySet().stream()
        .filter(entry -> !entry.getValue().getCommandSpec().usageMessage().hidden())
        .map(java.util.Map.Entry::getKey)
        .sorted()
        .toList();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void every_command_explains_itself_in_both_languages(String command) throws Exception {
    Said said = suite(command, "--help");

    assertThat(said.status()).as(said.text()).isZero();
    assertThat(said.text()).startsWith("用法 usage: ./suite " + command);
    assertThat(said.text().lines().skip(1)).anyMatch(line -> CHINESE.matcher(line).find());
    assertThat(said.text().lines().skip(1)).anyMatch(line -> ENGLISH.matcher(line).find());
    assertThat(suite(command, "-h")).isEqualTo(said);
    assertThat(suite("help", command)).isEqualTo(said);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void every_command_refuses_an_option_it_does_not_know(String command) throws Exception {
    for (String unknown : List.of("--dance", "--dat", "-x")) {
      Said said = suite(command, unknown);
      assertThat(said.status()).as(said.text()).isEqualTo(2);
      assertThat(said.text()).contains(unknown).contains("usage: ./suite " + command);
    }
  }

  static List<String> explained() {
    return programs();
  }

  @ParameterizedTest
  @MethodSource("explained")
  void what_a_command_says_of_its_options_is_what_its_program_takes(String command)
      throws Exception {
    Set<String> said =
        OPTION
            .matcher(suite(command, "--help").text())
            .results()
            .map(java.util.regex.MatchResult::group)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(said).isEqualTo(options(Suite.commands().getSubcommands().get(command)));
  }

  private static Set<String> options(CommandLine command) {
    Stream<String> own =
        command.getCommandSpec().options().stream()
            .flatMap(option -> Arrays.stream(option.names()))
            .filter(name -> name.startsWith("--") && !STANDARD.contains(name));
    Stream<String> below =
        command.getSubcommands().values().stream().flatMap(sub -> options(sub).stream());
    return Stream.concat(own, below).collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void the_programs_behind_explain_themselves_and_refuse_what_they_do_not_know() {
    for (String command : programs()) {
      assertThat(Suite.run(command, "--help")).as(command).isZero();
      assertThat(Suite.run(command, "--dance")).as(command).isEqualTo(2);
    }
    assertThat(Suite.run("witness", "promise", "--help")).isZero();
  }
}
