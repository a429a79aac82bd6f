package cn.doublerandom.eventstore.crash;

import cn.doublerandom.embedded.LocalKafka;
import cn.doublerandom.embedded.LocalPostgres;
import cn.doublerandom.eventstore.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A child process that can be killed: {@code postgres DIR PORT}, {@code kafka DIR PORT CONTROLLER}.
 */
final class Machine {
  private static final long PATIENCE_SECONDS = 90;

  private final Process process;
  private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
  private final PrintStream in;

  private Machine(Process process) {
    this.process = process;
    this.in = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    Thread.ofPlatform().daemon().start(this::listen);
  }

  public static void main(String[] arguments) throws Exception {
    Path directory = Path.of(arguments[1]);
    int port = Integer.parseInt(arguments[2]);
    switch (arguments[0]) {
      case "postgres" -> TestDatabase.in(LocalPostgres.start(directory, port), "crash").close();
      case "kafka" -> LocalKafka.start(directory, port, Integer.parseInt(arguments[3]));
      default -> throw new IllegalArgumentException(arguments[0]);
    }
    System.out.println("READY");
    System.out.flush();
    // Ends with its parent: standard input is closed then.
    System.in.transferTo(OutputStream.nullOutputStream());
    Runtime.getRuntime().halt(0);
  }

  static Machine start(Path log, Class<?> main, Object... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    var machine =
        new Machine(
            new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start());
    machine.await("READY");
    return machine;
  }

  private void listen() {
    try (var out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        said.add(line);
      }
    } catch (IOException e) {
      said.add("GONE");
    }
  }

  void tell(String line) {
    in.println(line);
  }

  /** Everything said up to a line that begins so. */
  List<String> await(String beginning) throws InterruptedException {
    List<String> lines = new ArrayList<>();
    while (true) {
      String line = said.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (line == null) {
        throw new IllegalStateException("never said " + beginning + "; last: " + lines);
      }
      lines.add(line);
      if (line.startsWith(beginning)) {
        return lines;
      }
    }
  }

  /** What was said and not yet heard. */
  List<String> rest() {
    List<String> lines = new ArrayList<>();
    said.drainTo(lines);
    return lines;
  }

  /** As kill -STOP or kill -CONT. */
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  /** As kill -9, at once. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Kills a PostgreSQL and the process that started it. */
  void killPostgres(Path directory) throws IOException, InterruptedException {
    long pid =
        Long.parseLong(
            Files.readAllLines(directory.resolve("data/postmaster.pid")).getFirst().trim());
    ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
    // The backends too: one that lingers would keep the next postmaster from starting.
    List<ProcessHandle> all = new ArrayList<>(postmaster.descendants().toList());
    all.addFirst(postmaster);
    all.forEach(ProcessHandle::destroyForcibly);
    for (ProcessHandle one : all) {
      one.onExit().join();
    }
    kill();
  }
}
