package cn.doublerandom.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The server process of a cluster, found by its {@code postmaster.pid}. Who started it is another
 * process and says nothing about whether it lives.
 */
final class Postmaster {
  private static final Duration LOOK = Duration.ofMillis(250);

  /** Less than a part of the stack is given to end. */
  private static final long STOP_SECONDS = 90;

  private static final String PROGRAM = "/bin/postgres";
  private static final String PID_FILE = "postmaster.pid";
  private static final Path PROCESSES = Path.of("/proc");

  private Postmaster() {}

  /** The process, where it lives; one that died and was not yet waited for does not. */
  static Optional<ProcessHandle> of(Path data) throws IOException {
    Path file = data.resolve(PID_FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file);
    if (lines.isEmpty() || !lines.getFirst().strip().matches("[0-9]{1,10}")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
        .filter(Postmaster::isPostgres)
        .filter(Postmaster::lives);
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().filter(c -> c.endsWith(PROGRAM)).isPresent();
  }

  static boolean lives(ProcessHandle process) {
    if (!process.isAlive()) {
      return false;
    }
    try {
      String stat = Files.readString(PROCESSES.resolve(process.pid() + "/stat"));
      return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
    } catch (IOException e) {
      return process.isAlive();
    }
  }

  /** Returns when it is gone. */
  static void awaitDeath(ProcessHandle process) throws InterruptedException {
    while (lives(process)) {
      Thread.sleep(LOOK);
    }
  }

  /** Ends what an earlier run has left, so that a new server can start on the directory. */
  static void clear(Path data) throws IOException {
    Optional<ProcessHandle> orphan = of(data);
    if (orphan.isPresent()) {
      new ProcessBuilder("kill", "-INT", Long.toString(orphan.get().pid())).start();
      awaitGone(orphan.get());
    }
    // Processes of a server that was killed: as long as one lives no other server starts.
    for (ProcessHandle left : backends(data)) {
      left.destroyForcibly();
      awaitGone(left);
    }
    if (Files.isDirectory(PROCESSES)) {
      // The next server would take a dead one nobody has waited for, or another program that was
      // given its id, for a server that runs. None works in the directory, as was just seen.
      Files.deleteIfExists(data.resolve(PID_FILE));
    }
  }

  static void awaitGone(ProcessHandle process) throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(STOP_SECONDS);
    try {
      while (lives(process)) {
        if (System.nanoTime() > deadline) {
          throw new IOException(
              "PostgreSQL（pid "
                  + process.pid()
                  + "）停不下来 does not stop within "
                  + STOP_SECONDS
                  + " s");
        }
        Thread.sleep(LOOK);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("等待 PostgreSQL 停止时被中断 interrupted while PostgreSQL stops", e);
    }
  }

  /** A process of PostgreSQL works in its cluster's directory. */
  private static List<ProcessHandle> backends(Path data) throws IOException {
    if (!Files.isDirectory(PROCESSES) || !Files.isDirectory(data)) {
      return List.of();
    }
    Path real = data.toRealPath();
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      return all.filter(Postmaster::isPostgres).filter(p -> worksIn(p, real)).toList();
    }
  }

  private static boolean worksIn(ProcessHandle process, Path directory) {
    try {
      return Files.readSymbolicLink(PROCESSES.resolve(process.pid() + "/cwd")).equals(directory);
    } catch (IOException e) {
      return false;
    }
  }
}
