package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
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
      assertThat(
              new Jvm(directory, training)
                  .command("draw", 64, directory.resolve("scratch"), List.of()))
          .contains(ENDS);
    }
  }

  @Test
  void what_a_program_keeps_for_itself_is_open_to_nobody_else(@TempDir Path directory)
      throws IOException {
    Path scratch = directory.resolve("scratch");
    new Jvm(directory, false).command("draw", 64, scratch, List.of());

    assertThat(OpenToOthers.isOpen(scratch)).isFalse();
    assertThat(OpenToOthers.isOpen(scratch.resolve("vertx-cache"))).isFalse();
  }

  @Test
  void every_program_the_front_door_starts_ends_where_memory_does() throws IOException {
    assertThat(FrontDoor.lines().stream().filter(l -> l.contains("bin/java\" ")))
        .isNotEmpty()
        .filteredOn(line -> line.strip().startsWith("exec"))
        .hasSize(3)
        .allSatisfy(line -> assertThat(line).contains(ENDS));
  }

  @Test
  void no_program_the_front_door_starts_leaves_a_file_in_the_temporary_directory_of_the_system()
      throws IOException {
    assertThat(FrontDoor.lines())
        .filteredOn(line -> line.matches(".*(bin/javac?\" [-$]|&& .*mvn ).*"))
        .hasSize(5)
        .allSatisfy(line -> assertThat(line).contains("-XX:-UsePerfData"));
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
    Path jar = Files.createFile(directory.resolve("local.jar"));
    Path classes = Files.createDirectory(directory.resolve("classes"));
    Path caches = Files.createDirectory(directory.resolve("caches"));
    Files.createFile(caches.resolve("witness.aot"));

    assertThat(starts(caches, jar.toString())).isEqualTo(Jvm.canTrain());
    assertThat(starts(caches, classes + File.pathSeparator + jar)).isFalse();
  }

  @Test
  void a_program_that_was_built_anew_does_not_start_from_the_cache_of_before(
      @TempDir Path directory) throws Exception {
    Path caches = Files.createDirectory(directory.resolve("caches"));
    Path cache = Files.createFile(caches.resolve("witness.aot"));
    Path application = Files.createDirectories(directory.resolve("quarkus-app/app"));
    Path run = Files.createFile(application.resolveSibling("quarkus-run.jar"));
    Path classes = Files.createFile(application.resolve("service.jar"));
    Files.setLastModifiedTime(cache, FileTime.fromMillis(5_000));
    Files.setLastModifiedTime(run, FileTime.fromMillis(4_000));
    Files.setLastModifiedTime(classes, FileTime.fromMillis(4_000));
    assertThat(starts(caches, Jvm.code(run))).isEqualTo(Jvm.canTrain());

    Files.setLastModifiedTime(classes, FileTime.fromMillis(6_000));
    assertThat(starts(caches, Jvm.code(run))).isFalse();
  }

  private static boolean starts(Path caches, String classPath) throws IOException {
    return starts(caches, Jvm.code(classPath));
  }

  /** Whether a program starts from its cache. */
  private static boolean starts(Path caches, List<Path> code) throws IOException {
    return new Jvm(caches, false)
        .command("witness", 32, caches.resolveSibling("scratch"), code).stream()
            .anyMatch(word -> word.startsWith("-XX:AOTCache="));
  }

  @Test
  void a_program_of_jars_starts_from_its_cache_where_the_jvm_has_them(@TempDir Path directory)
      throws Exception {
    Path caches = Files.createDirectory(directory.resolve("caches"));
    Files.createFile(caches.resolve("witness.aot"));

    assertThat(new Jvm(caches, false).command("witness", 32, directory, List.of()))
        .filteredOn(word -> word.startsWith("-XX:AOTCache"))
        .hasSize(Jvm.canTrain() ? 1 : 0);
  }
}
