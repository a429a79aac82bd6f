package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoDirectoryTest {
  @TempDir Path temporary;

  private void holds(Path directory, String... files) throws IOException {
    for (String file : files) {
      Path path = directory.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, file);
    }
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void after_replays_and_a_broker_set_aside_the_demonstration_begins_afresh() throws IOException {
    Path demo = temporary.resolve("demo");
    assertThat(DemoDirectory.prepare(demo)).isEmpty();
    holds(demo, "postgres/data/PG_VERSION", "replay/draw/draw.json", "kafka-set-aside-17/meta");

    assertThat(DemoDirectory.prepare(demo)).isEmpty();

    assertThat(names(demo)).containsExactly("demo");
  }

  @Test
  void a_demonstration_of_an_earlier_version_is_known_by_its_bundles() throws IOException {
    Path demo = temporary.resolve("demo");
    holds(demo, "bundles/a.json", "postgres/data/PG_VERSION", "up.pid");

    assertThat(DemoDirectory.prepare(demo)).isEmpty();

    assertThat(names(demo)).containsExactly("demo");
  }

  @Test
  void files_of_others_stay_where_they_are() throws IOException {
    Path demo = temporary.resolve("demo");
    DemoDirectory.prepare(demo);
    holds(demo, "past/draw/draw_view.tsv", "letter.txt", "kafka/log");

    assertThat(DemoDirectory.prepare(demo)).containsExactly("letter.txt", "past");

    assertThat(names(demo)).containsExactly("demo", "letter.txt", "past");
    assertThat(demo.resolve("past/draw/draw_view.tsv")).exists();
  }

  @Test
  void what_an_office_keeps_is_no_demonstration_and_stays_whole() throws IOException {
    Path office = temporary.resolve("data");
    holds(office, "postgres/data/PG_VERSION", "kafka/log", "identity/demo-key.json", "tokens/x");

    assertThatThrownBy(() -> DemoDirectory.prepare(office))
        .hasMessageContaining("holds no demonstration");

    assertThat(names(office)).containsExactly("identity", "kafka", "postgres", "tokens");
    assertThat(office.resolve("postgres/data/PG_VERSION")).hasContent("postgres/data/PG_VERSION");
  }

  @Test
  void a_start_on_a_taken_port_leaves_no_directory() throws IOException {
    var home = new Home(Path.of("../..").toAbsolutePath().normalize());
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path data = temporary.resolve("data");
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> new Stack(home, data, Ports.from(other.getLocalPort()), out))
          .hasMessageContaining("port " + other.getLocalPort() + " (gateway) is in use");
    }
    assertThat(data).doesNotExist();
  }
}
