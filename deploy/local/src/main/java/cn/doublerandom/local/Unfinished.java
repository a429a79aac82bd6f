package cn.doublerandom.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What a command is about to make. It is cleared away unless it was finished, also where somebody
 * ends the command in the middle: half of it would be taken for all.
 */
final class Unfinished implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final List<Path> made;
  private final AtomicBoolean over = new AtomicBoolean();
  private final Thread ended = new Thread(this::clear);

  /**
   * @param made files and directories that are not there yet, or empty
   */
  Unfinished(Path... made) {
    this.made = List.of(made);
    Runtime.getRuntime().addShutdownHook(ended);
  }

  /** All of it is there. */
  void finished() {
    over.set(true);
  }

  private void clear() {
    if (over.getAndSet(true)) {
      return;
    }
    try {
      // A database that is ending meanwhile still writes.
      Patience.until(PATIENCE, PAUSE, this::isCleared);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isCleared() {
    try {
      for (Path one : made) {
        Scratch.clear(one);
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    clear();
    try {
      Runtime.getRuntime().removeShutdownHook(ended);
    } catch (IllegalStateException e) {
      // The end has begun already, and there is nothing left to clear.
      return;
    }
  }
}
