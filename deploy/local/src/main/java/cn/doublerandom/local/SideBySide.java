package cn.doublerandom.local;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The same work for several at once, of whom none touches what another has in hand. */
final class SideBySide {
  /** How many work at once; a small machine has no more to give. */
  private static final int HANDS = 4;

  private SideBySide() {}

  /** What is done for one of them. */
  interface Work<T> {
    void of(T one) throws Exception;
  }

  /**
   * Waits until all are done.
   *
   * @throws ExecutionException what failed first in their order
   */
  static <T> void each(List<T> all, Work<T> work) throws ExecutionException, InterruptedException {
    done(Executors.newVirtualThreadPerTaskExecutor(), all, work);
  }

  /** The same where there are more than can work at once. */
  static <T> void few(List<T> all, Work<T> work) throws InterruptedException {
    try {
      done(Executors.newFixedThreadPool(HANDS, Thread.ofVirtual().factory()), all, work);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private static <T> void done(ExecutorService workers, List<T> all, Work<T> work)
      throws ExecutionException, InterruptedException {
    List<Future<Void>> begun = new ArrayList<>();
    try (workers) {
      for (T one : all) {
        begun.add(
            workers.submit(() -> {
              work.of(one);
              return null;
            }));
      }
    }
    for (Future<Void> one : begun) {
      one.get();
    }
  }
}
