package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnDirectoryTest {
  @TempDir Path temporary;

  private static List<Path> content(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "letter.txt",
        "postgres/notes.txt",
        "identity/passport.pdf",
        "kafka/novel.txt",
        "demo/slides.odp"
      })
  void up_takes_no_directory_of_somebody_else_and_writes_nothing_there(String theirs)
      throws IOException {
    Path file = temporary.resolve(theirs);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "work");
    List<Path> before = content(temporary);

    var said = new StringWriter();
    int status =
        Suite.run(
            new PrintWriter(said, true), "up", "--ports", "22100", "--data", temporary.toString());

    assertThat(status).isEqualTo(1);
    assertThat(said.toString()).startsWith("suite: ").contains("不是空目录，也不是本系统的数据目录，没有写入任何内容");
    assertThat(content(temporary)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "identity/demo-key.json",
        "identity/person-master.key",
        "postgres/data/PG_VERSION",
        "kafka/server.properties",
        "lost+found/#1"
      })
  void data_of_any_version_a_restored_copy_and_a_fresh_disk_are_taken(String known)
      throws IOException {
    Path file = temporary.resolve(known);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");

    assertThatCode(() -> OwnDirectory.require(temporary)).doesNotThrowAnyException();
  }

  @Test
  void an_empty_directory_and_none_are_taken() {
    assertThatCode(() -> OwnDirectory.require(temporary)).doesNotThrowAnyException();
    assertThatCode(() -> OwnDirectory.require(temporary.resolve("new"))).doesNotThrowAnyException();
  }
}
