package cn.doublerandom.eventstore.projection;

import cn.doublerandom.eventstore.ledger.LedgerReader;
import cn.doublerandom.eventstore.ledger.Vitals;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Whether read models are at the head, without trouble, and say what a replay says. */
public final class ReplayedAlike {
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private ReplayedAlike() {}

  /** What is wrong, in words; empty where nothing is. */
  public static List<String> differences(
      ProjectionEngine engine, Iterable<Projection> projections, Vitals vitals, Pool pool)
      throws InterruptedException {
    long head = new LedgerReader(pool).head().await().indefinitely();
    long end = System.nanoTime() + LONGEST.toNanos();
    while (vitals.asOfSeq() < head && System.nanoTime() < end) {
      Thread.sleep(50);
    }
    List<String> wrong = new ArrayList<>();
    if (vitals.asOfSeq() < head) {
      wrong.add(
          "read models stand at %d of %d: %s".formatted(vitals.asOfSeq(), head, vitals.troubles()));
      return wrong;
    }
    for (Projection projection : projections) {
      Map<String, String> live = new TreeMap<>();
      Map<String, String> replayed = new TreeMap<>();
      Optional<Long> seq =
          engine.live(projection, (table, id, body) -> live.put(table + " " + id, body));
      engine.replay(
          projection, seq.orElse(0L), (table, id, body) -> replayed.put(table + " " + id, body));
      var ids = new TreeSet<>(live.keySet());
      ids.addAll(replayed.keySet());
      ids.stream()
          .filter(id -> !Objects.equals(live.get(id), replayed.get(id)))
          .forEach(wrong::add);
    }
    return wrong;
  }
}
