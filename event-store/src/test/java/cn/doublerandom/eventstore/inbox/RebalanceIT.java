package cn.doublerandom.eventstore.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.embedded.LocalKafka;
import cn.doublerandom.eventstore.Append;
import cn.doublerandom.eventstore.AppendOutcome;
import cn.doublerandom.eventstore.EmbeddedStack;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.EventStoreContract;
import cn.doublerandom.eventstore.TestDatabase;
import cn.doublerandom.eventstore.ledger.Announcement;
import cn.doublerandom.eventstore.ledger.LedgerLeader;
import cn.doublerandom.eventstore.ledger.LedgerRelay;
import cn.doublerandom.eventstore.ledger.Numbering;
import cn.doublerandom.eventstore.postgres.PostgresEventStore;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Consumers that come and go, forget to say how far they are, and get everything twice. */
@ExtendWith(EmbeddedStack.class)
@Tag("deep")
class RebalanceIT {
  private static final int RECORDS = 600;
  private static final int KEYS = 12;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Integer.getInteger("rebalance.seeds", 2));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void a_storm_of_rebalances_applies_every_record_once_and_in_order(
      long seed, TestDatabase database, LocalKafka kafka) throws Exception {
    String topic = "storm" + seed + ".events.v1";
    tell(database, kafka, topic);
    var random = new Random(seed);
    List<Thread> consumers = new ArrayList<>();
    for (int wave = 0; wave < 12; wave++) {
      int life = 300 + random.nextInt(1_200);
      boolean commits = random.nextInt(3) > 0;
      consumers.add(
          Thread.ofPlatform()
              .daemon()
              .start(() -> consume(database, kafka, topic, after(life), commits)));
      Thread.sleep(random.nextInt(250));
    }
    for (Thread consumer : consumers) {
      consumer.join();
    }
    consume(database, kafka, topic, consumer -> atTheEnd(consumer, topic), true);

    assertThat(database.ask("SELECT count(*) FROM event WHERE stream_id LIKE 'copy-%'"))
        .isEqualTo(Integer.toString(RECORDS));
    for (int key = 0; key < KEYS; key++) {
      assertThat(values(database, "copy-k" + key)).isEqualTo(values(database, "k" + key));
    }
    assertThat(database.ask("SELECT count(*) FROM parked_record")).isEqualTo("0");
  }

  private static Predicate<Consumer<?, ?>> after(int millis) {
    long end = System.nanoTime() + Duration.ofMillis(millis).toNanos();
    return consumer -> System.nanoTime() > end;
  }

  /** It has every partition, and nothing more comes. */
  private static boolean atTheEnd(Consumer<?, ?> consumer, String topic) {
    return consumer.assignment().size() == consumer.partitionsFor(topic).size()
        && consumer.endOffsets(consumer.assignment()).entrySet().stream()
            .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private static String values(TestDatabase database, String stream) throws Exception {
    return database.ask(
        "SELECT string_agg(payload, ' ' ORDER BY version) FROM event WHERE stream_id = '"
            + stream
            + "'");
  }

  private static void tell(TestDatabase database, LocalKafka kafka, String topic) throws Exception {
    var store = new PostgresEventStore(database.pool, () -> {});
    for (int round = 0; round < RECORDS / KEYS; round++) {
      int version = round;
      List<Append> appends =
          IntStream.range(0, KEYS)
              .mapToObj(k ->
                  new Append(
                      "k" + k,
                      version,
                      List.of(EventStoreContract.event("{\"v\":" + version + "}"))))
              .toList();
      store.append(appends, Optional.empty()).await().indefinitely();
    }
    var leader =
        new LedgerLeader(
            database.pool,
            e -> List.of(new Announcement(topic, e.stream(), "T", e.payload())),
            () -> {});
    Numbering.all(database.pool, leader);
    leader.close();
    try (var relay = new LedgerRelay(topic, database.pool, settings(kafka), List.of(topic))) {
      while (relay.turn()) {
        // until everything is told
      }
    }
  }

  private static Map<String, Object> settings(LocalKafka kafka) {
    return Map.of("bootstrap.servers", kafka.bootstrapServers());
  }

  /** One consumer's life; where it does not commit, the next one gets its records again. */
  private static void consume(
      TestDatabase database,
      LocalKafka kafka,
      String topic,
      Predicate<Consumer<?, ?>> ends,
      boolean commits) {
    var inbox = new Inbox(database.pool, () -> {});
    Map<String, Object> settings = new HashMap<>(settings(kafka));
    settings.put("group.id", topic);
    settings.put("auto.offset.reset", "earliest");
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", "false");
    settings.put("max.poll.records", "25");
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(topic));
      while (!ends.test(consumer)) {
        List<InboxRecord> batch = new ArrayList<>();
        consumer.poll(Duration.ofMillis(100)).forEach(r -> batch.add(InboxRecord.of(r)));
        if (batch.isEmpty()) {
          continue;
        }
        // Delivered twice even to this one.
        inbox.receive(batch, RebalanceIT::copy).await().indefinitely();
        inbox.receive(batch, RebalanceIT::copy).await().indefinitely();
        if (commits) {
          consumer.commitSync();
        }
      }
    } catch (org.apache.kafka.clients.consumer.CommitFailedException e) {
      return; // the group went on without this one: that is the storm
    }
  }

  private static Uni<Void> copy(InboxRecord message, EventStore store) {
    String stream = "copy-" + message.key();
    return store
        .load(List.of(stream))
        .flatMap(before ->
            store.append(
                List.of(
                    new Append(
                        stream, before.size(), List.of(EventStoreContract.event(message.value())))),
                Optional.empty()))
        .invoke(outcome -> {
          if (outcome != AppendOutcome.APPENDED) {
            throw new PgException("lost the race", "ERROR", "40001", "");
          }
        })
        .replaceWithVoid();
  }
}
