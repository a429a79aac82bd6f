package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Whether somebody has a data directory up. */
@ResourceLock(Resources.SYSTEM_OUT)
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
  void nothing_is_down_while_a_program_of_a_killed_launcher_still_runs() throws Exception {
    Process program = new ProcessBuilder("sleep", "300").start();
    try {
      UpFile.write(data, Ports.from(25_500));
      assertThat(
              UpFile.tell(
                  data, List.of("draw running"), List.of(Left.line("draw", program.toHandle()))))
          .isTrue();
      Process launcher = new ProcessBuilder("true").start();
      launcher.waitFor();
      Files.writeString(data.resolve("up.pid"), launcher.pid() + " 1");

      String pid = "draw pid=" + program.pid();
      assertThat(said(1, "status")).contains("正在结束", "ending", pid).doesNotContain("没有启动");
      assertThat(said(0, "down")).contains("等待", pid, "已停止").doesNotContain("没有启动");
      assertThat(program.isAlive()).isFalse();
      assertThat(said(1, "status")).contains("没有启动 nothing is up");
      assertThat(said(0, "down")).contains("没有启动 nothing is up");
    } finally {
      program.destroyForcibly();
    }
  }

  private String said(int status, String command) {
    PrintStream before = System.out;
    var said = new ByteArrayOutputStream();
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      assertThat(Suite.run(command, "--data", data.toString())).isEqualTo(status);
    } finally {
      System.setOut(before);
    }
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void what_was_written_in_part_is_nobody() throws Exception {
    assertThat(Infrastructure.running(data)).isEmpty();
    Files.writeString(data.resolve("up.pid"), "");
    assertThat(Infrastructure.running(data)).isEmpty();
  }
}
