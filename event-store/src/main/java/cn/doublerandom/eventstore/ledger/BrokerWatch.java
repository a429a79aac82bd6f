package cn.doublerandom.eventstore.ledger;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.jspecify.annotations.Nullable;

/**
 * Asks the broker once a second whether it is there, whether or not there is anything to tell it.
 * One that is away is named within five seconds: a second until it is asked, two for its answer.
 */
public final class BrokerWatch implements Worker.Job {
  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final int ANSWER_MILLIS = 2_000;

  private final Map<String, Object> kafka;
  private final List<String> topics;
  private final Vitals vitals;

  private @Nullable Admin admin;
  private long nextLook = System.nanoTime();
  private volatile Sight sight = Sight.NOTHING;

  /**
   * What was seen last.
   *
   * @param topics those that are there; empty where the broker is away
   * @param comings how often the broker came back
   */
  record Sight(Optional<List<String>> topics, int comings) {
    static final Sight NOTHING = new Sight(Optional.empty(), 0);
  }

  /**
   * A watch over one broker.
   *
   * @param topics of the service
   */
  public BrokerWatch(Map<String, Object> kafka, List<String> topics, Vitals vitals) {
    this.kafka = Map.copyOf(kafka);
    this.topics = List.copyOf(topics);
    this.vitals = vitals;
  }

  Map<String, Object> kafka() {
    return kafka;
  }

  Sight sight() {
    return sight;
  }

  @Override
  public boolean turn() throws InterruptedException {
    if (System.nanoTime() - nextLook < 0) {
      return false;
    }
    nextLook = System.nanoTime() + EVERY.toNanos();
    Sight before = sight;
    try {
      List<String> present = present();
      vitals.well(Vitals.BROKER);
      sight =
          new Sight(Optional.of(present), before.comings() + (before.topics().isPresent() ? 0 : 1));
    } catch (ExecutionException | TimeoutException | RuntimeException e) {
      vitals.trouble(
          Vitals.BROKER,
          "the broker %s does not answer; what is accepted waits in the database"
              .formatted(kafka.get("bootstrap.servers")));
      sight = new Sight(Optional.empty(), before.comings());
    }
    return false;
  }

  private List<String> present() throws ExecutionException, TimeoutException, InterruptedException {
    Admin mine = admin == null ? Admin.create(kafka) : admin;
    admin = mine;
    Set<String> there =
        mine.listTopics(new ListTopicsOptions().timeoutMs(ANSWER_MILLIS))
            .names()
            .get(ANSWER_MILLIS, TimeUnit.MILLISECONDS);
    return topics.stream().filter(there::contains).toList();
  }

  @Override
  public void close() {
    Admin mine = admin;
    admin = null;
    if (mine != null) {
      mine.close(Duration.ZERO);
    }
  }
}
