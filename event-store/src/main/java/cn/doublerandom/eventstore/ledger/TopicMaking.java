package cn.doublerandom.eventstore.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the topics of a service are made, once and kept for ever. */
public final class TopicMaking {
  private static final Logger LOG = LoggerFactory.getLogger(TopicMaking.class);

  /** Fixed for ever: another count would send a key to another partition and break its order. */
  public static final int PARTITIONS = 3;

  /** The largest value of a record, in bytes of UTF-8; what is larger is refused before. */
  public static final int MOST_BYTES = 16 * 1024 * 1024;

  /** A whole record: key and headers come on top. */
  static final int MOST_OF_RECORD = MOST_BYTES + 64 * 1024;

  /** The compacted topics of the house; architecture §4 names them. */
  static final Pattern STATE =
      Pattern.compile("[a-z]+\\.(subjects|inspectors|bureaus|results)\\.v[0-9]+");

  /** So long a key that was taken off a topic of states is told to be gone. */
  private static final Duration GONE_FOR = Duration.ofDays(90);

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration LOOK = Duration.ofMillis(200);

  private TopicMaking() {}

  /**
   * Whether a topic holds the latest value of each key ({@code registry.subjects.v1}) and not
   * everything that happened ({@code registry.events.v1}).
   */
  public static boolean isState(String topic) {
    return STATE.matcher(topic).matches();
  }

  /**
   * Creates the topics that are not there yet, kept for ever; those of states are compacted. One
   * that was made for smaller records takes large ones from now on, and one of states tells longer
   * what is gone, where this account may say so.
   */
  public static void create(Map<String, Object> kafka, List<String> topics)
      throws ExecutionException, InterruptedException, TimeoutException {
    try (Admin admin = Admin.create(kafka)) {
      int brokers =
          atLeastOne(
              () ->
                  admin
                      .describeCluster()
                      .nodes()
                      .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                      .size(),
              PATIENCE);
      var created =
          admin.createTopics(topics.stream().map(topic -> topic(topic, brokers)).toList()).values();
      List<String> known = new ArrayList<>();
      for (var result : created.entrySet()) {
        try {
          result.getValue().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
          if (!(e.getCause() instanceof TopicExistsException)) {
            throw e;
          }
          known.add(result.getKey());
        }
      }
      widen(admin, known);
    }
  }

  /** Counts something; fails as a request to a broker does. */
  @FunctionalInterface
  interface Count {
    int get() throws ExecutionException, InterruptedException, TimeoutException;
  }

  /**
   * How many brokers there are: one that has just begun, or that a busy machine kept from its
   * heartbeat, is none for a moment, and no topic can be kept by nobody.
   *
   * @throws TimeoutException where none comes
   */
  static int atLeastOne(Count brokers, Duration patience)
      throws ExecutionException, InterruptedException, TimeoutException {
    long end = System.nanoTime() + patience.toNanos();
    int count = brokers.get();
    while (count == 0) {
      if (System.nanoTime() > end) {
        throw new TimeoutException("no broker is known after " + patience.toSeconds() + " s");
      }
      Thread.sleep(LOOK);
      count = brokers.get();
    }
    return count;
  }

  private static NewTopic topic(String name, int brokers) {
    return new NewTopic(name, PARTITIONS, (short) Math.min(3, brokers))
        .configs(
            Map.of(
                TopicConfig.RETENTION_MS_CONFIG,
                "-1",
                TopicConfig.RETENTION_BYTES_CONFIG,
                "-1",
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                Integer.toString(MOST_OF_RECORD),
                TopicConfig.DELETE_RETENTION_MS_CONFIG,
                Long.toString(GONE_FOR.toMillis()),
                TopicConfig.CLEANUP_POLICY_CONFIG,
                isState(name) ? "compact" : "delete"));
  }

  private static void widen(Admin admin, Collection<String> topics)
      throws ExecutionException, InterruptedException, TimeoutException {
    List<ConfigResource> known =
        topics.stream().map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic)).toList();
    try {
      Map<ConfigResource, Collection<AlterConfigOp>> wider = new HashMap<>();
      admin
          .describeConfigs(known)
          .all()
          .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
          .forEach((topic, config) -> {
            List<AlterConfigOp> changes = changes(topic.name(), config);
            if (!changes.isEmpty()) {
              wider.put(topic, changes);
            }
          });
      admin.incrementalAlterConfigs(wider).all().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof AuthorizationException)) {
        throw e;
      }
      LOG.info(
          "{} and {} of {} are for whoever runs the broker",
          TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
          TopicConfig.DELETE_RETENTION_MS_CONFIG,
          topics);
    }
  }

  private static List<AlterConfigOp> changes(String topic, Config config) {
    List<AlterConfigOp> changes = new ArrayList<>();
    atLeast(config, TopicConfig.MAX_MESSAGE_BYTES_CONFIG, MOST_OF_RECORD).ifPresent(changes::add);
    if (isState(topic)) {
      atLeast(config, TopicConfig.DELETE_RETENTION_MS_CONFIG, GONE_FOR.toMillis())
          .ifPresent(changes::add);
    }
    return changes;
  }

  private static Optional<AlterConfigOp> atLeast(Config config, String name, long least) {
    return Long.parseLong(config.get(name).value()) >= least
        ? Optional.empty()
        : Optional.of(
            new AlterConfigOp(
                new ConfigEntry(name, Long.toString(least)), AlterConfigOp.OpType.SET));
  }
}
