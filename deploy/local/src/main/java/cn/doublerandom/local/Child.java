package cn.doublerandom.local;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One process of the stack. It is started again when it dies by itself, at most {@link
 * #MAX_RESTARTS} times, so that a killed part costs a pause and nothing else.
 */
final class Child implements AutoCloseable {
  private static final int MAX_RESTARTS = 50;
  private static final Duration RESTART_PAUSE = Duration.ofMillis(500);

  /** Longer than any program needs, also one that writes its AOT cache when it ends. */
  private static final long STOP_SECONDS = 120;

  private final String name;
  private final Supplier<List<String>> command;
  private final Path log;
  private final PrintStream out;
  private volatile boolean stopping;
  private volatile @Nullable Process process;
  private int restarts;

  Child(String name, Supplier<List<String>> command, Path log, PrintStream out) {
    this.name = name;
    this.command = command;
    this.log = log;
    this.out = out;
  }

  String name() {
    return name;
  }

  synchronized void start() throws IOException {
    stopping = false;
    Files.createDirectories(log.getParent());
    Process started =
        new ProcessBuilder(command.get())
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    process = started;
    Thread.ofVirtual().name("watch-" + name).start(() -> watch(started));
  }

  private void watch(Process watched) {
    try {
      int status = watched.waitFor();
      if (stopping || !watched.equals(process)) {
        return;
      }
      if (++restarts > MAX_RESTARTS) {
        out.println(name + " died too often; see " + log);
        return;
      }
      out.println(name + " 退出（状态 " + status + "），重新启动 / restarting");
      Thread.sleep(RESTART_PAUSE);
      if (!stopping) {
        start();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      out.println(name + " cannot be restarted: " + e.getMessage());
    }
  }

  long pid() {
    Process current = process;
    return current == null ? -1 : current.pid();
  }

  /** From now on an exit is wanted and nothing is started again. */
  void retire() {
    stopping = true;
  }

  @Override
  public void close() {
    retire();
    Process current = process;
    if (current == null) {
      return;
    }
    current.destroy();
    try {
      if (!current.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        current.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      current.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
