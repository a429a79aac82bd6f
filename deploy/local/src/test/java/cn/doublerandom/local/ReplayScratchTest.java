package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayScratchTest {
  @TempDir Path data;

  private void holds(String file) throws IOException {
    Files.createDirectories(data.resolve(file).getParent());
    Files.writeString(data.resolve(file), "");
  }

  @Test
  void what_a_replay_left_that_was_killed_is_cleared_by_the_next() throws Exception {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    holds("replaying-" + ended.pid() + "/draw/a.tmp");
    holds("replaying-of-my-own/notes.txt");
    holds("replay/draw/draw.differences");
    holds("postgres/data/PG_VERSION");

    ReplayScratch.clearLeft(data);

    try (Stream<Path> files = Files.list(data)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("replaying-of-my-own", "replay", "postgres");
    }
  }

  @Test
  void a_replay_that_is_ended_in_the_middle_leaves_nothing() throws Exception {
    holds("replaying-1/draw/a.tmp");
    Process interrupted =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Interrupted.class.getName(),
                data.toString())
            .redirectErrorStream(true)
            .start();
    assertThat(interrupted.getInputStream().read()).isEqualTo('r');

    interrupted.destroy();
    interrupted.waitFor();

    assertThat(data.resolve("replaying-1")).doesNotExist();
    assertThat(data.resolve("replay")).doesNotExist();
    assertThat(data.resolve("logs")).isEmptyDirectory();
  }

  /** A replay that never comes to its end. */
  static final class Interrupted {
    private Interrupted() {}

    public static void main(String[] data) throws Exception {
      Path directory = Path.of(data[0]);
      Files.createDirectories(directory.resolve("logs"));
      try (var scratch =
          new ReplayScratch(
              directory.resolve("replaying-1"), List.of(directory.resolve("replay")))) {
        Files.createDirectories(directory.resolve("replay/draw"));
        System.out.print("ready");
        System.out.flush();
        new CountDownLatch(1).await();
        scratch.compared();
      }
    }
  }
}
