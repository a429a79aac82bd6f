package cn.doublerandom.eventstore.inbox;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The batches that were begun and are not done, and since when. */
final class UnderWay {
  private final Map<Object, Long> since = new ConcurrentHashMap<>();

  Uni<Void> of(Supplier<Uni<Void>> work) {
    return Uni.createFrom()
        .deferred(() -> {
          var batch = new Object();
          since.put(batch, System.nanoTime());
          return work.get().onTermination().invoke(() -> since.remove(batch));
        });
  }

  Duration longest() {
    long now = System.nanoTime();
    return since.values().stream()
        .map(began -> Duration.ofNanos(now - began))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }
}
