package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.embedded.LocalKafka;
import cn.doublerandom.embedded.LocalPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot start ends, so that whoever watches it tries again at once. */
class InfrastructureProcessIT {
  /** Seconds; a machine that does much else starts a broker slowly. */
  private static final int PATIENCE = 150;

  private static final long SLOW_MILLIS = 7_000;

  @TempDir Path directory;

  private Process start(String part, String... ports) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Home.java(),
                "-Djava.io.tmpdir=" + directory,
                "-cp",
                System.getProperty("java.class.path"),
                InfrastructureProcess.class.getName(),
                part,
                directory.resolve(part).toString()));
    command.addAll(List.of(ports));
    command.add(Long.toString(ProcessHandle.current().pid()));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve(part + ".log").toFile())
        .start();
  }

  /** As on a full disk: the server goes at once, and only who watches it can tell. */
  @Test
  void a_database_whose_server_cannot_start_ends_and_is_not_waited_for() throws Exception {
    Path data = directory.resolve("postgres");
    try (var made = LocalPostgres.start(data, 0)) {
      assertThat(made.port()).isPositive();
    }
    Files.writeString(
        data.resolve("data/postgresql.conf"), "no_such_setting = 1\n", StandardOpenOption.APPEND);
    Process database = start("postgres", Integer.toString(LocalKafka.freePort()));
    try {
      assertThat(database.waitFor(PATIENCE, TimeUnit.SECONDS)).as("the database ended").isTrue();
      assertThat(database.exitValue()).isEqualTo(1);
    } finally {
      database.destroyForcibly();
    }
  }

  /** Its processes are held for longer than the program that stops a server is patient. */
  @Test
  void a_database_that_is_slow_to_stop_is_gone_when_it_is_closed() throws Exception {
    Path data = directory.resolve("postgres");
    LocalPostgres slow = LocalPostgres.start(data, 0);
    ProcessHandle server = ProcessHandle.of(LocalPostgres.pid(data)).orElseThrow();
    List<String> processes = server.children().map(p -> Long.toString(p.pid())).toList();
    signal("-STOP", processes);
    Thread goesOn =
        Thread.ofVirtual()
            .start(() -> {
              try {
                Thread.sleep(SLOW_MILLIS);
                signal("-CONT", processes);
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    slow.close();
    assertThat(LocalPostgres.pid(data)).as("the server still writes").isEqualTo(-1);
    goesOn.join();
  }

  private static void signal(String signal, List<String> processes)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("kill", signal));
    command.addAll(processes);
    assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
  }

  @Test
  void a_broker_whose_port_somebody_took_ends_and_does_not_stand_there_deaf() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Process broker =
          start(
              "kafka",
              Integer.toString(taken.getLocalPort()),
              Integer.toString(LocalKafka.freePort()));
      try {
        assertThat(broker.waitFor(PATIENCE, TimeUnit.SECONDS)).as("the broker ended").isTrue();
        assertThat(broker.exitValue()).isEqualTo(1);
        assertThat(directory.resolve("kafka.log")).content().contains("Address already in use");
      } finally {
        broker.destroyForcibly();
      }
    }
  }
}
