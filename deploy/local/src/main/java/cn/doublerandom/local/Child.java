package cn.doublerandom.local;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One process of the stack. It is started again whenever it dies by itself or no longer does what
 * it is there for, and not given up where nothing hinders it for good: only the pause before the
 * next start grows, and a run that lasted lets it be forgotten.
 */
final class Child implements AutoCloseable {
  private static final Duration PULSE = Duration.ofSeconds(1);

  /** Longer than any program needs, also one that writes its AOT cache when it ends. */
  private static final long STOP_SECONDS = 120;

  private static final int END_OF_LOG = 64 * 1024;
  private static final int LONGEST_WORDS = 300;

  /** A JVM whose memory is exhausted says so without the word error. */
  private static final Pattern WORDS = Pattern.compile("ERROR|FATAL|OutOfMemoryError");

  private final String name;
  private final Supplier<List<String>> command;
  private final Path log;
  private final PrintStream out;
  private final BackOff backOff;
  private final Pulse pulse;
  private final Hindrance hindrance;
  private volatile Optional<String> hindered = Optional.empty();
  private volatile boolean stopping;
  private volatile boolean watched;
  private volatile @Nullable Process process;
  private volatile String state = "stopped";
  private volatile long began;
  private int restarts;

  /**
   * Whether a process does what it is there for.
   *
   * @param beats true while it does
   * @param patience how long it may not before it is killed and started again; ten times as long
   *     after a start
   */
  record Pulse(BooleanSupplier beats, Duration patience) {
    static final Pulse OF_THE_PROCESS = new Pulse(() -> true, Duration.ofDays(1));
  }

  /** Why it can never start, as far as anybody knows; it is asked whenever it ended. */
  @FunctionalInterface
  interface Hindrance extends Supplier<Optional<String>> {
    Hindrance NONE = Optional::empty;
  }

  Child(String name, Supplier<List<String>> command, Path log, PrintStream out) {
    this(name, command, log, out, new BackOff(), Pulse.OF_THE_PROCESS, Hindrance.NONE);
  }

  Child(
      String name,
      Supplier<List<String>> command,
      Path log,
      PrintStream out,
      BackOff backOff,
      Pulse pulse,
      Hindrance hindrance) {
    this.name = name;
    this.command = command;
    this.log = log;
    this.out = out;
    this.backOff = backOff;
    this.pulse = pulse;
    this.hindrance = hindrance;
  }

  String name() {
    return name;
  }

  /** What it does now, and how often it was started again, in a line. */
  String state() {
    return "%s %s restarts=%d".formatted(name, state, restarts);
  }

  /** Why it was given up; empty while it was not. */
  Optional<String> hindered() {
    return hindered;
  }

  /** Starts the process and keeps it running; the first start must work. */
  synchronized void start() throws IOException {
    stopping = false;
    launch();
    if (!watched) {
      watched = true;
      Thread.ofVirtual().name("watch-" + name).start(this::keepRunning);
    }
  }

  private void launch() throws IOException {
    PrivateFile.log(log);
    backOff.begins();
    began = Files.exists(log) ? Files.size(log) : 0;
    process =
        new ProcessBuilder(command.get())
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    state = "starting 正在启动 pid=" + pid();
  }

  private void keepRunning() {
    try {
      while (!stopping) {
        String why = ended();
        if (stopping) {
          return;
        }
        hindered = hindrance.get();
        if (hindered.isPresent()) {
          stopping = true;
          state = "cannot start: " + hindered.get();
          return;
        }
        Duration pause = backOff.next();
        state = "ended (" + why + "), next start in " + pause.toMillis() + " ms";
        out.println(name + " 退出（" + why + "），" + pause.toMillis() + " 毫秒后重新启动 / restarting");
        lastWords().ifPresent(said -> out.println("  " + said));
        DiskRoom.said(log).ifPresent(said -> out.println("  " + said));
        Thread.sleep(pause);
        again();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      watched = false;
    }
  }

  /** Why it ended, as far as its log says so. */
  private Optional<String> lastWords() {
    try (var file = new RandomAccessFile(log.toFile(), "r")) {
      long from = Math.max(began, file.length() - END_OF_LOG);
      byte[] end = new byte[(int) (file.length() - from)];
      file.seek(from);
      file.readFully(end);
      return new String(end, StandardCharsets.UTF_8)
          .lines()
          .filter(line -> WORDS.matcher(line).find())
          .reduce((earlier, later) -> later)
          .map(line -> line.length() > LONGEST_WORDS ? line.substring(0, LONGEST_WORDS) : line);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private synchronized void again() {
    if (stopping) {
      return;
    }
    restarts++;
    try {
      launch();
    } catch (IOException e) {
      // No memory, no disk, no file: all of it may pass.
      process = null;
      state = "cannot start: " + e.getMessage();
    }
  }

  /** Waits for the end of the process, or ends it where it only seems to live; why it ended. */
  private String ended() throws InterruptedException {
    Process current = process;
    if (current == null) {
      return state;
    }
    boolean beaten = false;
    long lastBeat = System.nanoTime();
    while (!current.waitFor(PULSE.toMillis(), TimeUnit.MILLISECONDS)) {
      if (pulse.beats().getAsBoolean()) {
        beaten = true;
        lastBeat = System.nanoTime();
        state = "running pid=" + current.pid();
      } else {
        Duration silence = Duration.ofNanos(System.nanoTime() - lastBeat);
        state =
            (beaten ? "does not answer 没有响应 for " : "starting 正在启动 since ")
                + silence.toSeconds()
                + " s, pid="
                + current.pid();
        Duration patience = beaten ? pulse.patience() : pulse.patience().multipliedBy(10);
        if (silence.compareTo(patience) > 0 && !stopping) {
          current.destroyForcibly().waitFor();
          return "没有响应 no answer for " + silence.toSeconds() + " s";
        }
      }
    }
    return "状态 status " + current.exitValue();
  }

  /** The line by which it is known after its launcher is gone. */
  Optional<String> identity() {
    Process current = process;
    return current == null ? Optional.empty() : Optional.of(Left.line(name, current.toHandle()));
  }

  long pid() {
    Process current = process;
    return current == null ? -1 : current.pid();
  }

  /** Ends it at once and for now: it is not started again before {@link #start}. */
  void kill() throws InterruptedException {
    retire();
    Process current = process;
    if (current != null) {
      current.destroyForcibly().waitFor();
    }
    while (watched) {
      Thread.sleep(20);
    }
  }

  /** From now on an exit is wanted and nothing is started again. */
  void retire() {
    stopping = true;
  }

  @Override
  public void close() {
    retire();
    Process current;
    synchronized (this) {
      current = process;
    }
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
