package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A part of the stack that dies, or only seems to live. */
class ChildTest {
  private static final List<String> SLEEPS = List.of("sleep", "60");

  @TempDir Path directory;
  private Child child;

  @AfterEach
  void stop() {
    child.close();
  }

  private Child child(Supplier<List<String>> command, Child.Pulse pulse) {
    var out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    return new Child(
        "part",
        command,
        directory.resolve("part.log"),
        out,
        new BackOff(),
        pulse,
        Child.Hindrance.NONE);
  }

  @Test
  void a_part_that_is_killed_comes_back_and_its_state_says_how_often() throws Exception {
    child = child(() -> SLEEPS, Child.Pulse.OF_THE_PROCESS);
    child.start();
    long first = child.pid();

    ProcessHandle.of(first).orElseThrow().destroyForcibly();

    await().atMost(Duration.ofSeconds(10)).until(() -> child.pid() != first);
    await()
        .untilAsserted(() ->
            assertThat(child.state()).isEqualTo("part running pid=" + child.pid() + " restarts=1"));
  }

  @Test
  void what_a_part_that_died_left_half_sent_is_gone_when_it_comes_back() throws Exception {
    Path scratch = directory.resolve("scratch/draw");
    Path others = directory.resolve("scratch/registry/uploads/file");
    child = child(Scratch.emptied(scratch, SLEEPS), Child.Pulse.OF_THE_PROCESS);
    child.start();
    long first = child.pid();
    Files.createDirectories(scratch.resolve("uploads"));
    Files.writeString(scratch.resolve("uploads/half"), "half of a table");
    Files.createDirectories(others.getParent());
    Files.writeString(others, "another part reads it");

    ProcessHandle.of(first).orElseThrow().destroyForcibly();

    await().atMost(Duration.ofSeconds(10)).until(() -> child.pid() != first);
    assertThat(scratch.resolve("uploads")).doesNotExist();
    assertThat(scratch.resolve("vertx-cache")).exists();
    assertThat(OpenToOthers.isOpen(scratch)).isFalse();
    assertThat(others).exists();
  }

  @Test
  void a_part_that_has_not_answered_yet_is_starting_and_not_silent() throws Exception {
    var beats = new AtomicBoolean();
    child = child(() -> SLEEPS, new Child.Pulse(beats::get, Duration.ofSeconds(60)));
    child.start();
    assertThat(child.state()).contains("正在启动").doesNotContain("running");

    await()
        .during(Duration.ofMillis(2_200))
        .atMost(Duration.ofSeconds(6))
        .untilAsserted(
            () -> assertThat(child.state()).contains("正在启动").doesNotContain("does not answer"));

    beats.set(true);
    await().atMost(Duration.ofSeconds(5)).until(() -> child.state().contains(" running pid="));
  }

  @Test
  void while_it_waits_for_the_next_start_its_state_does_not_say_that_it_runs() throws Exception {
    child = child(() -> List.of("false"), Child.Pulse.OF_THE_PROCESS);
    child.start();

    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> child.state().contains("next start in 1000 ms"));
    assertThat(child.state()).contains("status 1").doesNotContain("running");
  }

  /** Another program had its port, and it was started again for ever. */
  @Test
  void a_part_whose_port_another_program_has_is_given_up_and_says_why() throws Exception {
    var told = new ByteArrayOutputStream();
    child =
        new Child(
            "part",
            () -> List.of("false"),
            directory.resolve("part.log"),
            new PrintStream(told, true, StandardCharsets.UTF_8),
            new BackOff(),
            new Child.Pulse(() -> false, Duration.ofSeconds(60)),
            () -> Optional.of("端口已被占用 port 43002 (part) is in use"));
    child.start();

    await().atMost(Duration.ofSeconds(10)).until(() -> child.hindered().isPresent());
    assertThat(child.hindered()).contains("端口已被占用 port 43002 (part) is in use");
    await()
        .untilAsserted(
            () -> assertThat(child.state()).contains("cannot start: 端口已被占用", "restarts=0"));
    assertThat(told.toString(StandardCharsets.UTF_8)).doesNotContain("重新启动");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ERROR Port 43002 is in use",
        "Terminating due to java.lang.OutOfMemoryError: Java heap space"
      })
  void why_a_part_ended_is_said_where_it_is_watched(String words) throws Exception {
    var told = new ByteArrayOutputStream();
    child =
        new Child(
            "part",
            () ->
                List.of(
                    "sh", "-c", "echo INFO on; echo ERROR before; echo '" + words + "'; exit 1"),
            directory.resolve("part.log"),
            new PrintStream(told, true, StandardCharsets.UTF_8),
            new BackOff(),
            Child.Pulse.OF_THE_PROCESS,
            Child.Hindrance.NONE);
    child.start();

    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() ->
            assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("part 退出（状态 status 1）")
                .contains("\n  " + words + "\n")
                .doesNotContain("INFO"));
  }

  @Test
  void a_start_that_cannot_be_is_tried_again_until_it_can() throws Exception {
    var there = new AtomicBoolean(true);
    child =
        child(
            () -> there.get() ? SLEEPS : List.of(directory.resolve("missing").toString()),
            Child.Pulse.OF_THE_PROCESS);
    child.start();
    there.set(false);
    ProcessHandle.of(child.pid()).orElseThrow().destroyForcibly();
    await().atMost(Duration.ofSeconds(10)).until(() -> child.state().contains("cannot start"));

    there.set(true);
    await().atMost(Duration.ofSeconds(10)).until(() -> child.state().contains("running pid="));
  }

  @Test
  void a_part_that_lives_and_does_nothing_any_more_is_ended_and_started_again() throws Exception {
    var beats = new AtomicBoolean(true);
    var asked = new AtomicLong();
    child =
        child(
            () -> SLEEPS,
            new Child.Pulse(
                () -> {
                  asked.incrementAndGet();
                  return beats.get();
                },
                Duration.ofSeconds(2)));
    child.start();
    long first = child.pid();
    await().atMost(Duration.ofSeconds(5)).until(() -> asked.get() > 0);

    beats.set(false);
    await().atMost(Duration.ofSeconds(5)).until(() -> child.state().contains("does not answer"));

    await().atMost(Duration.ofSeconds(10)).until(() -> child.pid() != first);
    assertThat(ProcessHandle.of(first).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void what_is_stopped_stays_stopped() throws Exception {
    child = child(() -> SLEEPS, Child.Pulse.OF_THE_PROCESS);
    child.start();
    long first = child.pid();
    child.close();

    Thread.sleep(1_500);

    assertThat(child.pid()).isEqualTo(first);
    assertThat(ProcessHandle.of(first).filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(Files.exists(directory.resolve("part.log"))).isTrue();
  }
}
