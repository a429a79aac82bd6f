package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nobody can read in one sitting has more than one subject. */
class FileLengthTest {
  private static final int MOST_LINES = 300;
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

  @Test
  void no_main_file_has_more_than_three_hundred_lines() throws IOException {
    assertThat(tooLong(ROOT)).isEmpty();
  }

  @Test
  void a_file_of_one_line_more_is_named(@TempDir Path planted) throws IOException {
    Path file = planted.resolve("service/src/main/java/Long.java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "// a line\n".repeat(MOST_LINES));
    assertThat(tooLong(planted)).isEmpty();
    Files.writeString(file, "// a line\n".repeat(MOST_LINES + 1));
    assertThat(tooLong(planted)).containsExactly(Path.of("service/src/main/java/Long.java"));
  }

  private static List<Path> tooLong(Path root) throws IOException {
    return SourceTree.files(root).stream()
        .map(root::relativize)
        .filter(FileLengthTest::isMain)
        .filter(file -> lines(root.resolve(file)) > MOST_LINES)
        .toList();
  }

  private static boolean isMain(Path file) {
    String name = "/" + file.toString().replace('\\', '/');
    return name.contains("/src/main/java/") && name.endsWith(".java");
  }

  private static long lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
