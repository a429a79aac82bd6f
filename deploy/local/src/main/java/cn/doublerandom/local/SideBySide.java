package cn.doublerandom.local;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The same work for several services at once, each with books of its own. */
final class SideBySide {
  private SideBySide() {}

  /** What is done for one service. */
  interface Work {
    void of(String service) throws Exception;
  }

  /**
   * Waits until all are done.
   *
   * @throws ExecutionException what failed first in the order of the services
   */
  static void each(List<String> services, Work work)
      throws ExecutionException, InterruptedException {
    List<Future<Void>> all = new ArrayList<>();
    try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (String service : services) {
        all.add(
            workers.submit(() -> {
              work.of(service);
              return null;
            }));
      }
    }
    for (Future<Void> one : all) {
      one.get();
    }
  }
}
