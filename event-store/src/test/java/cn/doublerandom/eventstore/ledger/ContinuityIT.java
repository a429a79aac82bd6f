package cn.doublerandom.eventstore.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.doublerandom.embedded.LocalKafka;
import cn.doublerandom.eventstore.Append;
import cn.doublerandom.eventstore.EmbeddedStack;
import cn.doublerandom.eventstore.EventStoreContract;
import cn.doublerandom.eventstore.TestDatabase;
import cn.doublerandom.eventstore.postgres.PostgresEventStore;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whether the database is the one it was, and whether the broker is there. */
@ExtendWith(EmbeddedStack.class)
class ContinuityIT {
  private final Vitals vitals = new Vitals();
  private AutoCloseable running = () -> {};

  @AfterEach
  void stop() throws Exception {
    running.close();
  }

  private static Map<String, Object> kafka(LocalKafka broker) {
    return Map.of("bootstrap.servers", broker.bootstrapServers());
  }

  private static Map<String, Object> away() {
    return Map.of("bootstrap.servers", "127.0.0.1:" + LocalKafka.freePort());
  }

  private Continuity watch(
      TestDatabase database, Map<String, Object> kafka, String topic, Continuity.Outside... others)
      throws Exception {
    var broker = new BrokerWatch(kafka, List.of(topic), vitals);
    running = broker;
    broker.turn();
    return new Continuity(database.pool, broker, LaneTrust.CHAIN_ONLY, vitals, List.of(others));
  }

  private static void tell(TestDatabase database, LocalKafka broker, String topic, int events) {
    append(database, topic, events);
    try (var relay = new LedgerRelay(topic, database.pool, kafka(broker), List.of(topic))) {
      relay.turn();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void append(TestDatabase database, String topic, int events) {
    for (int i = 0; i < events; i++) {
      new PostgresEventStore(database.pool, () -> {})
          .append(
              List.of(new Append("s-" + i, 0, List.of(EventStoreContract.event("{}")))),
              Optional.empty())
          .await()
          .indefinitely();
    }
    var leader =
        new LedgerLeader(
            database.pool,
            e -> List.of(new Announcement(topic, e.stream(), "T", e.payload())),
            () -> {});
    Numbering.all(database.pool, leader);
    leader.close();
  }

  @Test
  void a_database_that_holds_all_its_topics_hold_takes_commands(
      TestDatabase database, LocalKafka broker) throws Exception {
    tell(database, broker, "whole", 12);
    Continuity continuity = watch(database, kafka(broker), "whole");
    assertThat(continuity.takesCommands()).as("before anybody looked").isFalse();

    continuity.turn();

    assertThat(continuity.takesCommands()).isTrue();
    assertThat(vitals.troubles()).isEmpty();
  }

  @Test
  void a_database_older_than_its_topics_takes_no_commands_and_says_what_it_lacks(
      TestDatabase database, LocalKafka broker) throws Exception {
    tell(database, broker, "older", 12);
    try (var copy = TestDatabase.fresh()) {
      append(copy, "older", 7);
      Continuity continuity = watch(copy, kafka(broker), "older");

      continuity.turn();

      assertThat(continuity.takesCommands()).isFalse();
      assertThat(continuity.isDoubtful()).isTrue();
      assertThat(vitals.troubles().get(Vitals.OLDER)).contains("the ledger has not reached");
    }
  }

  @Test
  void a_database_exchanged_under_a_running_service_is_noticed(
      TestDatabase database, LocalKafka broker) throws Exception {
    append(database, "exchanged", 9);
    Continuity continuity = watch(database, kafka(broker), "exchanged");
    continuity.turn();
    assertThat(continuity.takesCommands()).isTrue();
    try (var connection = database.asOwner();
        var statement = connection.createStatement()) {
      statement.execute("ALTER TABLE ledger DISABLE TRIGGER ALL");
      statement.execute("DELETE FROM ledger WHERE seq > 5");
    }

    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> {
          continuity.turn();
          return !continuity.takesCommands();
        });
    assertThat(vitals.troubles().get(Vitals.OLDER)).contains("entry 9 was read here before");
  }

  @Test
  void a_restored_copy_waits_until_it_was_compared_and_any_other_does_not(
      TestDatabase database, LocalKafka broker) throws Exception {
    append(database, "restored", 4);
    Continuity whole = watch(database, away(), "restored");
    whole.turn();
    assertThat(whole.takesCommands()).as("a broker that is away stops nobody").isTrue();
    running.close();

    database.ask("SELECT adopt_restored_events()");
    Continuity unknown = watch(database, away(), "restored");
    unknown.turn();
    assertThat(unknown.takesCommands()).isFalse();
    assertThat(unknown.isDoubtful()).isTrue();
    running.close();

    Continuity compared = watch(database, kafka(broker), "restored");
    compared.turn();
    assertThat(compared.takesCommands()).isTrue();
    running.close();
    Continuity later = watch(database, away(), "restored");
    later.turn();
    assertThat(later.takesCommands()).as("it was compared once and for all").isTrue();
  }

  @Test
  void whoever_has_seen_more_outside_stops_commands_until_he_has_not(
      TestDatabase database, LocalKafka broker) throws Exception {
    Optional<?>[] seen = {Optional.of("30 entries were seen")};
    Continuity continuity =
        watch(
            database,
            kafka(broker),
            "outside",
            new Continuity.Outside() {
              @Override
              public String name() {
                return "witness";
              }

              @Override
              public Optional<String> missing() {
                return seen[0].map(String.class::cast);
              }
            });
    continuity.turn();
    assertThat(continuity.takesCommands()).isFalse();

    seen[0] = Optional.empty();
    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> {
          continuity.turn();
          return continuity.takesCommands();
        });
    assertThat(vitals.troubles()).isEmpty();
  }

  @Test
  void a_broker_that_is_away_or_only_stands_still_is_named_within_five_seconds() throws Exception {
    try (var still = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      for (Object address : List.of("127.0.0.1:" + still.getLocalPort(), away().values())) {
        String bootstrap = address.toString().replaceAll("[\\[\\]]", "");
        var named = new Vitals();
        var worker =
            new Worker(
                "broker",
                new BrokerWatch(Map.of("bootstrap.servers", bootstrap), List.of("t"), named),
                new WakeUp());
        worker.start();
        try {
          await()
              .atMost(Duration.ofSeconds(5))
              .until(() -> named.troubles().getOrDefault(Vitals.BROKER, "").contains(bootstrap));
        } finally {
          worker.close();
        }
      }
    }
  }
}
