package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether somebody has a data directory up. */
class UpFileTest {
  @TempDir Path data;

  @Test
  void a_launcher_is_known_by_its_id_and_its_start_however_long_its_command_line_is()
      throws Exception {
    UpFile.write(data, Ports.from(25_500));

    assertThat(Infrastructure.running(data).map(ProcessHandle::pid))
        .contains(ProcessHandle.current().pid());
    assertThat(UpFile.postgres(data)).isEqualTo(25_507);
    assertThat(UpFile.kafka(data)).isEqualTo(25_505);
  }

  @Test
  void another_process_that_was_given_the_same_id_is_not_the_launcher() throws Exception {
    UpFile.write(data, Ports.from(25_500));
    Path file = data.resolve("up.pid");
    String[] words = Files.readString(file).split(" ");
    Files.writeString(file, words[0] + " " + (Long.parseLong(words[1]) - 60_000));

    assertThat(Infrastructure.running(data)).isEmpty();
  }

  @Test
  void what_was_written_in_part_is_nobody() throws Exception {
    assertThat(Infrastructure.running(data)).isEmpty();
    Files.writeString(data.resolve("up.pid"), "");
    assertThat(Infrastructure.running(data)).isEmpty();
  }
}
