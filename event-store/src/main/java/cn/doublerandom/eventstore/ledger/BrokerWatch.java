package cn.doublerandom.eventstore.ledger;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.TopicListing;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;

/**
 * Asks the broker once a second whether it is there, whether or not there is anything to tell it.
 * One that is away is named within five seconds: a second until it is asked, two for its answer.
 */
public final class BrokerWatch implements Worker.Job {
  private static final int ANSWER_MILLIS = 2_000;

  private final Map<String, Object> kafka;
  private final List<String> topics;
  private final Vitals vitals;

  private @Nullable Admin admin;
  private final Map<String, Uuid> ids = new HashMap<>();
  private volatile Map<String, String> all = Map.of();
  private volatile Sight sight = Sight.NOTHING;
  private final AtomicInteger makings = new AtomicInteger();

  /**
   * What was seen last.
   *
   * @param topics those that are there; empty where the broker is away
   * @param comings how often the broker came back
   */
  record Sight(Optional<List<String>> topics, int comings) {
    static final Sight NOTHING = new Sight(Optional.empty(), 0);

    static Sight of(List<String> topics, Sight before) {
      return new Sight(
          Optional.of(topics), before.comings() + (before.topics().isPresent() ? 0 : 1));
    }
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

  /**
   * How often a topic was seen that is another one than before under the same name: a broker that
   * lost its disk comes back with empty ones.
   */
  public int makings() {
    return makings.get();
  }

  /** Every topic that was there when the broker answered last, and which one of its name it is. */
  public Map<String, String> present() {
    return all;
  }

  @Override
  public boolean turn() throws InterruptedException {
    Sight before = sight;
    try {
      Map<String, Uuid> present = own();
      vitals.well(Vitals.BROKER);
      note(present);
      sight = Sight.of(topics.stream().filter(present::containsKey).toList(), before);
    } catch (ExecutionException | TimeoutException | RuntimeException e) {
      vitals.trouble(
          Vitals.BROKER,
          "the broker %s does not answer; what is accepted waits in the database"
              .formatted(kafka.get("bootstrap.servers")));
      sight = new Sight(Optional.empty(), before.comings());
    }
    return false;
  }

  private void note(Map<String, Uuid> present) {
    boolean isAnother =
        present.entrySet().stream()
            .anyMatch(topic ->
                !topic.getValue().equals(ids.getOrDefault(topic.getKey(), topic.getValue())));
    ids.putAll(present);
    if (isAnother) {
      makings.incrementAndGet();
    }
  }

  /** The topics of the service that are there, and which one each is. */
  private Map<String, Uuid> own()
      throws ExecutionException, TimeoutException, InterruptedException {
    Admin mine = admin == null ? Admin.create(kafka) : admin;
    admin = mine;
    Collection<TopicListing> listed =
        mine.listTopics(new ListTopicsOptions().timeoutMs(ANSWER_MILLIS))
            .listings()
            .get(ANSWER_MILLIS, TimeUnit.MILLISECONDS);
    all =
        listed.stream()
            .collect(Collectors.toUnmodifiableMap(TopicListing::name, t -> t.topicId().toString()));
    return listed.stream()
        .filter(topic -> topics.contains(topic.name()))
        .collect(Collectors.toMap(TopicListing::name, TopicListing::topicId));
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
