package cn.doublerandom.servicekit.table;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether what this thread reads is still awaited: not where its client has gone, or where it took
 * too long. Who reads rows asks now and then, and stops.
 */
public final class Awaited {
  /** What is done, and how it may fail. */
  @FunctionalInterface
  public interface Work<T, E extends Exception> {
    T run() throws E;
  }

  /** Rows between two questions. */
  private static final int OFTEN = 64;

  private static final ThreadLocal<@Nullable Awaited> HERE = new ThreadLocal<>();

  private final BooleanSupplier isOver;
  private int asked;

  private Awaited(BooleanSupplier isOver) {
    this.isOver = isOver;
  }

  /**
   * Does some work, which ends early where nobody awaits it.
   *
   * @param isOver whether nobody does; asked by the thread that works
   */
  public static <T, E extends Exception> T unless(BooleanSupplier isOver, Work<T, E> work)
      throws E {
    return within(new Awaited(isOver), work);
  }

  /** Does some work to its end, whoever has gone meanwhile: half of it would be worse. */
  public static <T, E extends Exception> T toTheEnd(Work<T, E> work) throws E {
    return within(null, work);
  }

  private static <T, E extends Exception> T within(@Nullable Awaited here, Work<T, E> work)
      throws E {
    Awaited before = HERE.get();
    HERE.set(here);
    try {
      return work.run();
    } finally {
      if (before == null) {
        HERE.remove();
      } else {
        HERE.set(before);
      }
    }
  }

  /** Before each row. */
  static void check() {
    Awaited here = HERE.get();
    if (here != null && here.asked++ % OFTEN == 0 && here.isOver.getAsBoolean()) {
      throw Table.refusal(
          List.of(new RowFault(0, "", "too-slow", "读取已停止：请求方已断开，或用时过长，请分成几个文件。")), 1);
    }
  }
}
