package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.embedded.LivingFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LivingFilesTest {
  @TempDir Path home;

  @Test
  void a_file_that_holds_the_text_is_named_while_others_come_and_go() throws Exception {
    Path holding = Files.writeString(home.resolve("holds"), "…欧阳…");
    Files.writeString(home.resolve("other"), "…");
    var isOver = new AtomicBoolean();
    Thread program = Thread.startVirtualThread(() -> work(isOver));
    try {
      for (int i = 0; i < 300; i++) {
        LivingFiles files = LivingFiles.with("欧阳", home);
        assertThat(files.holding()).containsExactly(holding);
        assertThat(files.searched()).isGreaterThanOrEqualTo(2);
      }
    } finally {
      isOver.set(true);
      program.join();
    }
  }

  private void work(AtomicBoolean isOver) {
    try {
      while (!isOver.get()) {
        for (int i = 0; i < 40; i++) {
          Files.writeString(Files.createDirectories(home.resolve("base/" + i)).resolve("f"), "");
        }
        for (int i = 0; i < 40; i++) {
          Files.delete(home.resolve("base/" + i + "/f"));
          Files.delete(home.resolve("base/" + i));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
