package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The page of the first year, command by command, as a newcomer runs it in one terminal. */
@Tag("deep")
@Order(2)
@Execution(ExecutionMode.CONCURRENT)
class FirstYearIT {
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final Pattern BLOCK =
      Pattern.compile("^```sh\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Duration START = Duration.ofMinutes(3);
  private static final Duration YEAR = Duration.ofMinutes(8);
  private static final int LEAST_BLOCKS = 25;

  private static final int FIRST_PORT = 30_080;
  private static final int PORTS_TRIED = 5;

  @TempDir Path temporary;
  private Path data;
  private Ports ports = Ports.freeFrom(FIRST_PORT);

  @BeforeEach
  void aTerminal() throws Exception {
    assumeTrue(answers("bash", "--version"), "the page needs bash, and this machine has none");
    assumeTrue(
        answers("curl", "--fail-with-body", "--version"),
        "the page needs curl 7.76 or newer, and this machine has none");
    data = temporary.resolve("data");
  }

  private static boolean answers(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void every_command_of_the_page_does_what_it_says() throws Exception {
    List<String> blocks =
        BLOCK
            .matcher(Files.readString(ROOT.resolve("docs/first-year.md")))
            .results()
            .map(block -> block.group(1))
            .toList();
    assertThat(blocks).hasSizeGreaterThanOrEqualTo(LEAST_BLOCKS);
    Process up = up("2023-03-15");
    try {
      Path told = temporary.resolve("terminal.log");
      Process terminal = terminal(blocks, told);

      assertThat(terminal.waitFor(YEAR.toSeconds(), TimeUnit.SECONDS))
          .as("the year ends: %s", end(told))
          .isTrue();
      assertThat(terminal.exitValue()).as(end(told)).isZero();
      assertThat(Files.readAllLines(told))
          .filteredOn(line -> line.startsWith("== block "))
          .hasSize(blocks.size());
      assertThat(Files.readString(told))
          .contains("AUDIT OK services=4")
          .contains("task-outside-window")
          .contains("\"state\":\"PUBLISHED\"");
    } finally {
      up.destroy();
      up.waitFor(2, TimeUnit.MINUTES);
    }
    assertThat(up.exitValue()).as("told to stop, it stopped well").isZero();
    assertThat(data.resolve("up.pid")).doesNotExist();
    theYearAfterEverybodyReadsWhoWasNeverVisited();
  }

  /** One drawn firm was visited; the windows of the others have ended since. */
  private void theYearAfterEverybodyReadsWhoWasNeverVisited() throws Exception {
    Process up = up("2024-01-10");
    try {
      JsonNode figures = read("/publication/api/v1/statistics?year=2023");
      long end = System.nanoTime() + START.toNanos();
      while (figures.path("notHeld").asInt() == 0) {
        assertThat(System.nanoTime()).as("not held: %s", figures).isLessThan(end);
        Thread.sleep(500);
        figures = read("/publication/api/v1/statistics?year=2023");
      }
      Path told = temporary.resolve("later.log");
      Process terminal = terminal(List.of("./suite audit --data \"$SUITE_DATA\"\n"), told);
      assertThat(terminal.waitFor()).as(end(told)).isZero();
      figures = read("/publication/api/v1/statistics?year=2023");
      assertThat(figures.path("published").asInt()).isOne();
      assertThat(figures.path("publication").asText()).isNotEqualTo("100.00%");
      assertThat(figures.path("overdueNotHeld")).hasSize(figures.path("notHeld").asInt());
      assertThat(read("/publication/api/v1/statistics?year=2024").path("overdueNotHeld"))
          .as("in every year until it is done")
          .isEqualTo(figures.path("overdueNotHeld"));
    } finally {
      up.destroy();
      up.waitFor(2, TimeUnit.MINUTES);
    }
  }

  /** What anybody reads there. */
  private JsonNode read(String path) throws Exception {
    try (HttpClient anybody = HttpClient.newHttpClient()) {
      return new ObjectMapper()
          .readTree(
              anybody
                  .send(
                      HttpRequest.newBuilder(
                              URI.create("http://127.0.0.1:" + ports.gateway() + path))
                          .build(),
                      BodyHandlers.ofString())
                  .body());
    }
  }

  /**
   * {@code ./suite up}, ready; on other ports where another program took one of these meanwhile.
   */
  private Process up(String date) throws Exception {
    for (int attempt = 1; ; attempt++) {
      Path told = temporary.resolve("up-" + date + "-" + attempt + ".log");
      ports.release();
      Process up = up(date, told);
      await("ready: " + told)
          .atMost(START)
          .pollInterval(Duration.ofMillis(200))
          .until(() -> !up.isAlive() || Files.readString(told).contains("就绪"));
      if (up.isAlive()) {
        return up;
      }
      assertThat(Files.readString(told)).contains("端口已被占用");
      assertThat(attempt).as("ports tried").isLessThan(PORTS_TRIED);
      ports = Ports.freeFrom(FIRST_PORT);
    }
  }

  private Process up(String date, Path told) throws IOException {
    return suite(
            List.of(
                "./suite",
                "up",
                "--date",
                date,
                "--data",
                data.toString(),
                "--ports",
                Integer.toString(ports.gateway())))
        .redirectOutput(told.toFile())
        .start();
  }

  /** One shell for all blocks, which ends at the first command that fails. */
  private Process terminal(List<String> blocks, Path told) throws IOException {
    var script = new StringBuilder("set -eu\n");
    for (int i = 0; i < blocks.size(); i++) {
      script.append("echo '== block ").append(i + 1).append("'\n").append(blocks.get(i));
    }
    Path file = Files.writeString(temporary.resolve("year.sh"), script);
    ProcessBuilder builder = suite(List.of("bash", file.toString()));
    builder
        .environment()
        .putAll(
            Map.of(
                "SUITE_URL", "http://127.0.0.1:" + ports.gateway(), "SUITE_DATA", data.toString()));
    return builder.redirectOutput(told.toFile()).start();
  }

  /** At the top of the checkout, with the programs as they are built but not yet packaged. */
  private ProcessBuilder suite(List<String> command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(ROOT.toFile()).redirectErrorStream(true);
    builder.environment().put("SUITE_CLASSES", classes());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder;
  }

  /** The class path of this test, its jars by a short name: a long command line is cut in /proc. */
  private String classes() throws IOException {
    Path jars = Files.createDirectories(temporary.resolve("lib"));
    List<String> path = new ArrayList<>();
    for (String element :
        Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator, -1))) {
      Path file = Path.of(element).toAbsolutePath();
      if (Files.isDirectory(file)) {
        path.add(file.toString());
      } else if (Files.exists(file)) {
        Path link = jars.resolve(path.size() + "-" + file.getFileName());
        if (!Files.exists(link)) {
          Files.createSymbolicLink(link, file);
        }
      }
    }
    path.add(jars + "/*");
    return String.join(File.pathSeparator, path);
  }

  private static String end(Path told) throws IOException {
    try (Stream<String> lines = Files.lines(told, StandardCharsets.UTF_8)) {
      List<String> all = lines.toList();
      return String.join("\n", all.subList(Math.max(0, all.size() - 40), all.size()));
    }
  }

  @AfterEach
  void nothingIsLeft() throws IOException {
    Scratch.clear(data);
  }
}
