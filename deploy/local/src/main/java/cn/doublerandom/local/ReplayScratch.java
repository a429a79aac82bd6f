package cn.doublerandom.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a replay needs for the time it takes: a directory of its own and a process for each service.
 * Nothing of it stays, also where somebody ends the command in the middle.
 */
final class ReplayScratch implements AutoCloseable {
  private static final long LIMIT_SECONDS = 600;
  private static final long END_SECONDS = 10;
  private static final Pattern LEFT = Pattern.compile(DemoDirectory.REPLAYING + "[0-9]{1,18}");

  private final Path scratch;
  private final List<Path> files;
  private final Set<Process> running = ConcurrentHashMap.newKeySet();
  private final Thread ended = new Thread(this::end);
  private boolean compared;
  private boolean over;

  /**
   * @param scratch what nobody needs afterwards
   * @param files what stays where the replay came to its end
   */
  ReplayScratch(Path scratch, List<Path> files) {
    this.scratch = scratch;
    this.files = List.copyOf(files);
    Runtime.getRuntime().addShutdownHook(ended);
  }

  /** What one left that was killed; who is still at it needs his own. */
  static void clearLeft(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return;
    }
    List<Path> left;
    try (Stream<Path> all = Files.list(directory)) {
      left = all.filter(file -> LEFT.matcher(file.getFileName().toString()).matches()).toList();
    }
    for (Path one : left) {
      String name = one.getFileName().toString();
      long pid = Long.parseLong(name.substring(DemoDirectory.REPLAYING.length()));
      if (ProcessHandle.of(pid).filter(UpFile::isSuite).isEmpty()) {
        Scratch.clear(one);
      }
    }
  }

  /** Waits until it has replayed all of its service. */
  void take(Process process, String service, Path log) throws IOException, InterruptedException {
    running.add(process);
    try {
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException("重放 replay of " + service + " 过久，见 takes too long; see " + log);
      } else if (process.exitValue() != 0) {
        throw new IOException("重放 replay of " + service + " 没有成功，见 failed; see " + log);
      }
    } finally {
      process.destroyForcibly();
      running.remove(process);
    }
  }

  /** Its files are whole. */
  synchronized void compared() {
    compared = true;
  }

  private synchronized void end() {
    if (over) {
      return;
    }
    over = true;
    try {
      for (Process process : running) {
        process.destroyForcibly().waitFor(END_SECONDS, TimeUnit.SECONDS);
      }
      Scratch.clear(scratch);
      for (Path file : compared ? List.<Path>of() : files) {
        Scratch.clear(file);
      }
    } catch (IOException e) {
      System.err.println("suite: 没有清除 not cleared: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    end();
    try {
      Runtime.getRuntime().removeShutdownHook(ended);
    } catch (IllegalStateException e) {
      // The end has begun already, and there is nothing left to clear.
      return;
    }
  }
}
