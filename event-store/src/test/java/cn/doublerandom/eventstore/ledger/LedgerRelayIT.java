package cn.doublerandom.eventstore.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.doublerandom.embedded.LocalKafka;
import cn.doublerandom.eventstore.Append;
import cn.doublerandom.eventstore.EmbeddedStack;
import cn.doublerandom.eventstore.EventStoreContract;
import cn.doublerandom.eventstore.TestDatabase;
import cn.doublerandom.eventstore.postgres.PostgresEventStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedStack.class)
class LedgerRelayIT {
  private static int number;

  private LocalKafka broker;
  private TestDatabase database;
  private String topic;

  @BeforeEach
  void start(LocalKafka kafka) throws Exception {
    broker = kafka;
    database = TestDatabase.fresh();
    topic = "relay" + ++number + ".events.v1";
  }

  @AfterEach
  void stop() {
    database.close();
  }

  private Map<String, Object> kafka() {
    return Map.of("bootstrap.servers", broker.bootstrapServers());
  }

  private LedgerRelay relay(LedgerRelay.Probe probe) {
    return new LedgerRelay(topic, database.pool, kafka(), List.of(topic), probe);
  }

  private void number() {
    var leader =
        new LedgerLeader(
            database.pool,
            e -> List.of(new Announcement(topic, e.stream(), "T", e.payload())),
            () -> {});
    Numbering.all(database.pool, leader);
    leader.close();
  }

  private void append(int from, int to) {
    var store = new PostgresEventStore(database.pool, () -> {});
    for (int n = from; n <= to; n++) {
      String stream = "s-" + n % 5;
      long version = store.load(List.of(stream)).await().indefinitely().size();
      store
          .append(
              List.of(
                  new Append(
                      stream, version, List.of(EventStoreContract.event("{\"n\":" + n + "}")))),
              Optional.empty())
          .await()
          .indefinitely();
    }
    number();
  }

  /** The broker writes its commit markers after it has answered, hence the patience. */
  private void assertTopicHolds(int count) {
    await().untilAsserted(() -> assertTopicHoldsNow(count));
  }

  private void assertTopicHoldsNow(int count) {
    List<Long> seqs = new ArrayList<>();
    Map<Integer, Long> last = new HashMap<>();
    for (var message : TopicTails.readAll(kafka(), topic)) {
      long seq = TopicTails.seq(message);
      seqs.add(seq);
      assertThat(message.value()).isEqualTo("{\"n\":" + seq + "}");
      assertThat(seq).isGreaterThan(last.getOrDefault(message.partition(), 0L));
      last.put(message.partition(), seq);
    }
    assertThat(seqs).doesNotHaveDuplicates().hasSize(count);
    // The end of every partition is there, and what was never told is named.
    long untold = seqs.stream().mapToLong(Long::longValue).max().orElse(0) + 1;
    List<Long> ends = new ArrayList<>(last.values());
    ends.add(untold);
    assertThat(TopicTails.missing(kafka(), topic, ends)).containsExactly(untold);
  }

  @Test
  void a_replica_that_follows_sees_at_the_topics_what_the_leader_has_told_and_takes_commands()
      throws Exception {
    var vitals = new Vitals();
    var monitor =
        new MemoryMonitor(
            database.pool, vitals, new MemoryMonitor.Limits(10, Duration.ofMinutes(1)));
    monitor.turn();
    try (var leader = relay(new LedgerRelay.Probe() {});
        var follower =
            new LedgerRelay(topic, database.pool, kafka(), List.of(topic), vitals, () -> false)) {
      append(1, 30);
      leader.turn();
      monitor.turn();
      assertThat(monitor.isFull()).isTrue();

      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> {
            assertThat(follower.turn()).isFalse();
            assertThat(vitals.published()).isEqualTo(30);
          });
      monitor.turn();
      assertThat(monitor.isFull()).isFalse();
      assertThat(vitals.troubles()).isEmpty();
    }
    assertTopicHolds(30);
  }

  /** The machine dies: nothing after this line of the relay happens. */
  private static final class Died extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void every_announcement_reaches_the_topic_once_and_in_order() throws Exception {
    append(1, 30);
    try (var relay = relay(new LedgerRelay.Probe() {})) {
      relay.turn();
      append(31, 40);
      relay.turn();
    }
    assertTopicHolds(40);
  }

  /** A draw of ten thousand visits, say: more than the megabyte a broker takes by itself. */
  @Test
  void what_is_large_is_told_and_so_is_what_follows_it() throws Exception {
    String large = "{\"names\":\"" + "企业".repeat(1_000_000) + "\"}";
    tell("before", "{}");
    tell("large", large);
    tell("after", "{}");
    try (var relay = relay(new LedgerRelay.Probe() {})) {
      while (relay.turn()) {
        // until nothing is left
      }
    }
    assertTold(large);
  }

  @Test
  void topics_made_for_small_records_take_large_ones_from_now_on() throws Exception {
    try (Admin admin = Admin.create(kafka())) {
      admin.createTopics(List.of(new NewTopic(topic, 3, (short) 1))).all().get();
    }
    String large = "{\"names\":\"" + "企业".repeat(1_000_000) + "\"}";
    tell("large", large);
    tell("after", "{}");
    try (var relay = relay(new LedgerRelay.Probe() {})) {
      while (relay.turn()) {
        // until nothing is left
      }
    }
    assertTold(large);
  }

  private void assertTold(String large) {
    await()
        .untilAsserted(() ->
            assertThat(TopicTails.readAll(kafka(), topic))
                .extracting(record -> record.key())
                .contains("large", "after"));
    assertThat(TopicTails.readAll(kafka(), topic))
        .filteredOn(record -> record.key().equals("large"))
        .extracting(record -> record.value())
        .containsExactly(large);
  }

  @Test
  void what_no_topic_takes_gets_no_number_and_is_named() {
    new PostgresEventStore(database.pool, () -> {})
        .append(
            List.of(
                new Append(
                    "s-1",
                    0,
                    List.of(
                        EventStoreContract.event(
                            "\"" + "x".repeat(TopicMaking.MOST_BYTES) + "\"")))),
            Optional.empty())
        .await()
        .indefinitely();
    assertThatThrownBy(this::number).hasMessageContaining("cannot be announced");
  }

  private void tell(String stream, String payload) {
    new PostgresEventStore(database.pool, () -> {})
        .append(
            List.of(new Append(stream, 0, List.of(EventStoreContract.event(payload)))),
            Optional.empty())
        .await()
        .indefinitely();
    number();
  }

  @Test
  void a_relay_killed_before_the_broker_commits_leaves_nothing_half_said() throws Exception {
    append(1, 20);
    LedgerRelay dying =
        relay(
            new LedgerRelay.Probe() {
              @Override
              public void beforeCommit() {
                throw new Died();
              }
            });
    assertThatThrownBy(dying::turn).isInstanceOf(Died.class);

    try (var next = relay(new LedgerRelay.Probe() {})) {
      next.turn();
    }
    dying.close();
    assertTopicHolds(20);
  }

  @Test
  void a_relay_killed_after_the_broker_committed_repeats_nothing() throws Exception {
    append(1, 20);
    LedgerRelay dying =
        relay(
            new LedgerRelay.Probe() {
              @Override
              public void afterCommit() {
                throw new Died();
              }
            });
    assertThatThrownBy(dying::turn).isInstanceOf(Died.class);
    dying.close();
    append(21, 25);

    try (var next = relay(new LedgerRelay.Probe() {})) {
      next.turn();
    }
    assertTopicHolds(25);
  }

  @Test
  void an_old_relay_that_wakes_up_beside_its_successor_is_fenced() throws Exception {
    append(1, 10);
    LedgerRelay old = relay(new LedgerRelay.Probe() {});
    old.turn();
    append(11, 20);
    try (var successor = relay(new LedgerRelay.Probe() {})) {
      successor.turn();
      assertThatThrownBy(old::turn)
          .satisfiesAnyOf(
              e -> assertThat(e).isInstanceOf(KafkaException.class),
              e -> assertThat(e).hasCauseInstanceOf(KafkaException.class));
    }
    old.close();
    assertTopicHolds(20);
  }

  @Test
  void a_database_older_than_its_topic_publishes_nothing_and_says_so() throws Exception {
    append(1, 20);
    try (var relay = relay(new LedgerRelay.Probe() {})) {
      relay.turn();
    }
    database.close();
    database = TestDatabase.fresh();
    append(1, 12);
    var vitals = new Vitals();
    var restored =
        new LedgerRelay(topic, database.pool, kafka(), List.of(topic), vitals, () -> true);

    assertThatThrownBy(restored::turn).hasMessageContaining("the database is older than its topic");
    append(13, 30);
    assertThatThrownBy(restored::turn).hasMessageContaining("another chain hash");
    assertThat(vitals.troubles().get(Vitals.RELAY)).contains("not publishing");
    restored.close();
    assertTopicHolds(20);
  }

  /** The broker lost its disk and nobody has anything new to say. */
  @Test
  void topics_that_come_back_empty_are_told_again_though_there_is_nothing_new() throws Exception {
    append(1, 20);
    try (var watch = new BrokerWatch(kafka(), List.of(topic), new Vitals());
        var relay =
            new LedgerRelay(
                topic,
                database.pool,
                kafka(),
                List.of(topic),
                new Vitals(),
                () -> true,
                LaneTrust.CHAIN_ONLY,
                ToldScopes.NONE,
                watch::makings);
        Admin admin = Admin.create(kafka())) {
      relay.turn();
      watch.turn();
      assertTopicHolds(20);
      admin.deleteTopics(List.of(topic)).all().get();
      await()
          .untilAsserted(() -> assertThat(admin.listTopics().names().get()).doesNotContain(topic));
      TopicMaking.create(kafka(), List.of(topic));
      await()
          .untilAsserted(() -> {
            watch.turn();
            assertThat(watch.makings()).isOne();
          });
      relay.turn();
    }
    assertTopicHolds(20);
  }

  @Test
  void a_replica_that_does_not_lead_leaves_the_topic_to_the_one_that_does() throws Exception {
    append(1, 10);
    var follower =
        new LedgerRelay(topic, database.pool, kafka(), List.of(topic), new Vitals(), () -> false);
    try (var leader = relay(new LedgerRelay.Probe() {})) {
      leader.turn();
      assertThat(follower.turn()).isFalse();
      append(11, 20);
      leader.turn();
    }
    assertTopicHolds(20);
  }
}
