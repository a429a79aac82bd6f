package planted.draw.drawing.application;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;

/** Looks by itself, of no bureau, and remembers what it saw for whoever asks next. */
@Singleton
class Ticking {
  private final AtomicLong seen = new AtomicLong();
  private final HashMap<String, Long> byId = new HashMap<>();
  private long last;

  void start(ScheduledExecutorService clock) {
    clock.execute(this::look);
  }

  private void look() {
    last = seen.incrementAndGet();
    byId.put("last", last);
  }

  Map<String, Long> byId() {
    return byId;
  }
}
