package cn.doublerandom.eventstore;

/**
 * A process that ran out of memory somewhere cannot know what of it still works: it ends at once
 * and is started anew by whoever watches it. {@code -XX:+ExitOnOutOfMemoryError} does so for the
 * heap; direct buffers raise the same error without it, and libraries hand it on as a failure among
 * others.
 */
public final class Exhaustion {
  /** The same as that of the virtual machine's own option. */
  public static final int STATUS = 3;

  private static final int DEEPEST = 20;

  private Exhaustion() {}

  /** Whether a failure is one of memory, or came of one. */
  public static boolean isIn(Throwable failure) {
    Throwable cause = failure;
    for (int i = 0; i < DEEPEST && cause != null; i++) {
      if (cause instanceof OutOfMemoryError) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  /** Ends this process without any further work where a failure is one of memory. */
  public static void haltOn(Throwable failure) {
    if (isIn(failure)) {
      System.err.println("out of memory: this process ends and has to be started again");
      Runtime.getRuntime().halt(STATUS);
    }
  }

  /** The same for threads that nobody waits for. */
  public static void haltOnUncaught() {
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
      haltOn(failure);
      if (before != null) {
        before.uncaughtException(thread, failure);
      }
    });
  }
}
