package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No program of the suite goes on without memory. */
class JvmTest {
  private static final String ENDS = "-XX:+ExitOnOutOfMemoryError";

  @Test
  void every_program_the_launcher_starts_ends_where_memory_does(@TempDir Path directory)
      throws IOException {
    for (boolean training : List.of(true, false)) {
      assertThat(new Jvm(directory, training).command("draw", 64, directory.resolve("scratch")))
          .contains(ENDS);
    }
  }

  @Test
  void every_program_the_front_door_starts_ends_where_memory_does() throws IOException {
    assertThat(
            Files.readAllLines(Path.of("../../suite")).stream()
                .filter(l -> l.contains("bin/java\" ")))
        .isNotEmpty()
        .filteredOn(line -> line.strip().startsWith("exec"))
        .hasSize(3)
        .allSatisfy(line -> assertThat(line).contains(ENDS));
  }

  @Test
  void every_command_line_that_is_documented_ends_where_memory_does() throws IOException {
    assertThat(Files.readAllLines(Path.of("../../docs/operations.md")))
        .filteredOn(line -> line.contains("`java -X"))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).contains(ENDS));
  }
}
