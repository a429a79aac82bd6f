package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./suite build} does when things go wrong; Maven is played by a script. */
class BuildScriptTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration PAUSE = Duration.ofMillis(50);

  @TempDir Path checkout;

  private Path programs;
  private Path told;

  @BeforeEach
  void aCheckout() throws IOException {
    assumeTrue(
        Files.isExecutable(Path.of("/bin/sh")), "./suite is a shell script; no /bin/sh here");
    FrontDoor.copyTo(checkout);
    programs = Files.createDirectory(checkout.resolve("bin"));
    told = checkout.resolve("told");
  }

  private void maven(String... lines) throws IOException {
    Path maven = programs.resolve("mvn");
    Files.writeString(maven, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwx------"));
  }

  private Process build() throws IOException {
    var builder = new ProcessBuilder("/bin/sh", "suite", "build").directory(checkout.toFile());
    Map<String, String> environment = builder.environment();
    environment.put("PATH", programs + ":" + environment.get("PATH"));
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("TOLD", told.toString());
    return builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(checkout.resolve("log").toFile()))
        .start();
  }

  private static int ended(Process process) throws InterruptedException {
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private List<String> told() throws IOException {
    return Files.exists(told) ? Files.readAllLines(told) : List.of();
  }

  @Test
  void what_did_not_compile_counts_as_not_built() throws Exception {
    maven("exit 1");

    assertThat(ended(build())).isNotZero();

    assertThat(checkout.resolve(".suite/built")).doesNotExist();
    assertThat(checkout.resolve(".suite/building")).doesNotExist();
    assertThat(Files.readString(checkout.resolve("log"))).doesNotContain("AOT");
  }

  @Test
  void two_commands_that_build_do_so_one_after_the_other() throws Exception {
    maven("echo begin >> \"$TOLD\"", "sleep 1", "echo end >> \"$TOLD\"");

    Process first = build();
    Process second = build();

    assertThat(ended(first)).isZero();
    assertThat(ended(second)).isZero();
    assertThat(told()).containsExactly("begin", "end", "begin", "end");
    assertThat(checkout.resolve(".suite/built")).exists();
  }

  @Test
  void who_ends_the_command_ends_what_it_started_and_leaves_no_lock() throws Exception {
    maven("echo $$ > \"$TOLD\"", "exec sleep 300");
    Process command = build();
    assertThat(Patience.until(PATIENCE, PAUSE, () -> !told().isEmpty())).isTrue();
    long pid = Long.parseLong(told().getFirst());

    command.destroy();

    assertThat(ended(command)).isNotZero();
    assertThat(
            Patience.until(
                PATIENCE,
                PAUSE,
                () -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty()))
        .as("what compiles has ended")
        .isTrue();
    assertThat(checkout.resolve(".suite/building")).doesNotExist();
    assertThat(checkout.resolve(".suite/built")).doesNotExist();
  }

  @Test
  void who_waits_is_told_for_what_and_how_long_it_takes() throws Exception {
    maven("exit 0");
    Process other = new ProcessBuilder("sleep", "300").start();
    Path lock = Files.createDirectories(checkout.resolve(".suite/building"));
    Files.writeString(lock.resolve("what"), "compile\n");
    Files.writeString(lock.resolve("pid"), other.pid() + "\n");
    Path log = checkout.resolve("log");

    Process waits = build();

    assertThat(Patience.until(PATIENCE, PAUSE, () -> Files.readString(log).contains("正在编译")))
        .isTrue();
    Files.writeString(lock.resolve("what"), "train\n");
    assertThat(Patience.until(PATIENCE, PAUSE, () -> Files.readString(log).contains("已经编译好")))
        .isTrue();
    assertThat(Files.readString(log).lines().filter(line -> line.contains("分钟"))).hasSize(2);
    other.destroy();
    assertThat(ended(waits)).isZero();
  }

  @Test
  void a_lock_of_somebody_who_died_holds_nobody_up() throws Exception {
    maven("exit 0");
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    Files.createDirectories(checkout.resolve(".suite/building"));
    Files.writeString(checkout.resolve(".suite/building/pid"), gone.pid() + "\n");

    assertThat(ended(build())).isZero();
  }
}
