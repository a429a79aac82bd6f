package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTreeTest {
  @TempDir Path home;

  private Path file(String name) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "");
  }

  @Test
  void what_a_build_makes_is_not_entered() throws IOException {
    Path source = file("service/src/main/java/A.java");
    file("service/target/classes/B.java");
    file(".suite/scratch/C.java");

    assertThat(SourceTree.files(home)).containsExactly(source);
  }

  /** A database beside the sources makes and removes files the whole time. */
  @Test
  void a_database_that_works_beside_it_does_not_disturb_whoever_reads_the_sources()
      throws Exception {
    Path source = file("service/src/main/java/A.java");
    Path data = Files.createDirectories(home.resolve("service/target/postgres"));
    var isOver = new AtomicBoolean();
    Thread database = Thread.startVirtualThread(() -> work(data, isOver));
    try {
      for (int i = 0; i < 300; i++) {
        assertThat(SourceTree.files(home)).containsExactly(source);
      }
    } finally {
      isOver.set(true);
      database.join();
    }
  }

  private static void work(Path data, AtomicBoolean isOver) {
    try {
      while (!isOver.get()) {
        for (int i = 0; i < 40; i++) {
          Files.createDirectories(data.resolve("base/" + i));
        }
        for (int i = 0; i < 40; i++) {
          Files.delete(data.resolve("base/" + i));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
