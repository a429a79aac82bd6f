package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
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

  @Test
  void a_program_of_class_directories_does_not_start_from_a_cache_of_jars(@TempDir Path directory)
      throws Exception {
    Path caches = Files.createDirectory(directory.resolve("caches"));
    Files.createFile(caches.resolve("witness.aot"));
    Path classes = Files.createDirectory(directory.resolve("classes"));
    Path jar = Files.createFile(directory.resolve("local.jar"));
    var jvm = new Jvm(caches, false);

    assertThat(jvm.fits(jar.toString())).isTrue();
    assertThat(jvm.fits(classes + File.pathSeparator + jar)).isFalse();
    assertThat(jvm.withoutCaches().command("witness", 32, directory))
        .noneMatch(word -> word.startsWith("-XX:AOTCache"));
  }

  @Test
  void a_program_of_jars_starts_from_its_cache_where_the_jvm_has_them(@TempDir Path directory)
      throws Exception {
    Path caches = Files.createDirectory(directory.resolve("caches"));
    Files.createFile(caches.resolve("witness.aot"));

    assertThat(new Jvm(caches, false).command("witness", 32, directory))
        .filteredOn(word -> word.startsWith("-XX:AOTCache"))
        .hasSize(Jvm.canTrain() ? 1 : 0);
  }
}
