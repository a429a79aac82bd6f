package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DocumentsTest {
  private static final Path ROOT = Path.of("../..");
  private static final Pattern STEP = Pattern.compile("\\| `([^`:]+/[^`:]+)` \\| `([^`]+)` \\|");
  private static final Pattern ROOM =
      Pattern.compile("^\\| `([a-z.]+)` \\| [^|]+ \\| [^|]+ \\|$", Pattern.MULTILINE);
  private static final String SOURCES = ".src.main.java.cn.doublerandom.";
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

  @Test
  void every_step_of_the_walkthrough_is_found_by_the_words_it_names() throws IOException {
    Matcher step = STEP.matcher(Files.readString(ROOT.resolve("docs/walkthrough.md")));
    List<String> wrong = new ArrayList<>();
    int steps = 0;
    while (step.find()) {
      steps++;
      Path file = ROOT.resolve(step.group(1));
      if (!Files.exists(file) || !Files.readString(file).contains(step.group(2))) {
        wrong.add(step.group(1) + " has no " + step.group(2));
      }
    }
    assertThat(steps).isGreaterThanOrEqualTo(20);
    assertThat(wrong).isEmpty();
  }

  @Test
  void every_requirement_is_answered() throws IOException {
    List<String> lines = Files.readAllLines(ROOT.resolve("docs/requirements.md"));
    for (int r = 1; r <= 78; r++) {
      String row = "| R" + r + " |";
      assertThat(lines)
          .filteredOn(line -> line.startsWith(row))
          .as(row)
          .singleElement()
          .asString()
          .containsPattern("\\| (met|part|open) \\|");
    }
  }

  @Test
  void every_room_of_the_house_has_its_sentence_and_no_other_is_named() throws IOException {
    Set<String> named = new TreeSet<>();
    Matcher row = ROOM.matcher(Files.readString(ROOT.resolve("docs/architecture.md")));
    while (row.find()) {
      assertThat(named.add(row.group(1))).as(row.group(1) + " once").isTrue();
    }
    Set<String> real = new TreeSet<>();
    SourceTree.files(ROOT).stream()
        .filter(file -> file.endsWith("package-info.java"))
        .map(file -> file.getParent().toString().replace(File.separatorChar, '.'))
        .filter(name -> name.contains(SOURCES) && !name.contains(".benchmarks."))
        .forEach(name -> real.add(name.substring(name.indexOf(SOURCES) + SOURCES.length())));
    assertThat(named).isEqualTo(real);
  }

  @Test
  void every_link_of_the_front_page_leads_somewhere() throws IOException {
    Matcher link = LINK.matcher(Files.readString(ROOT.resolve("README.md")));
    while (link.find()) {
      assertThat(ROOT.resolve(link.group(1))).exists();
    }
  }

  @Test
  void the_front_door_explains_itself_and_refuses_what_it_does_not_know() throws Exception {
    assertThat(suite("help")).isZero();
    assertThat(suite("dance")).isEqualTo(2);
    assertThat(suite()).isEqualTo(2);
    assertThat(suite("verify")).isEqualTo(2);
    assertThat(suite("build", "--fast")).isEqualTo(2);
  }

  private static int suite(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("./suite"));
    command.addAll(List.of(words));
    return new ProcessBuilder(command)
        .directory(ROOT.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
