package cn.doublerandom.eventstore.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.doublerandom.embedded.LocalKafka;
import cn.doublerandom.eventstore.Append;
import cn.doublerandom.eventstore.EmbeddedStack;
import cn.doublerandom.eventstore.EventStoreContract;
import cn.doublerandom.eventstore.TestDatabase;
import cn.doublerandom.eventstore.checkpoint.LogKeys;
import cn.doublerandom.eventstore.checkpoint.NoteKey;
import cn.doublerandom.eventstore.ledger.TopicMaking;
import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.eventstore.postgres.PostgresEventStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A consumer goes on where it stood, also in another topic of the same name. */
@ExtendWith(EmbeddedStack.class)
class RereadingIT {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static int number;

  private final Vitals vitals = new Vitals();
  private Map<String, Object> kafka;
  private TestDatabase database;
  private String topic;
  private ToldLane lane;
  private Inbox inbox;
  private Rereading job;

  @BeforeEach
  void start(LocalKafka broker) throws Exception {
    kafka = Map.of("bootstrap.servers", broker.bootstrapServers());
    database = TestDatabase.fresh();
    String sender = "reread" + ++number;
    topic = sender + ".events.v1";
    NoteKey key = NoteKey.create("bureau.example/" + sender);
    TopicMaking.create(kafka, List.of(topic));
    lane = new ToldLane(topic, 0, key);
    inbox =
        new Inbox(
            database.pool,
            () -> {},
            LogKeys.of(List.of(key.verifierKey())),
            false,
            new Replicas(List.of()),
            Served.HOME);
    inbox.subscribe(
        topic,
        new Interest(Set.of("T"), Set.of(), Interest.Unknown.PARK),
        (message, store) ->
            store
                .load(List.of(message.key()))
                .flatMap(events ->
                    store.append(
                        List.of(
                            new Append(
                                message.key(),
                                events.size(),
                                List.of(EventStoreContract.event(message.value())))),
                        Optional.empty()))
                .replaceWithVoid());
    job = new Rereading(inbox, database.pool, kafka, this::present, vitals, () -> true);
  }

  @AfterEach
  void stop() {
    job.close();
    database.close();
  }

  private Map<String, String> present() {
    try (Admin admin = Admin.create(kafka)) {
      return Map.of(
          topic,
          admin
              .describeTopics(List.of(topic))
              .topicNameValues()
              .get(topic)
              .get()
              .topicId()
              .toString());
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private void put(List<ConsumerRecord<String, String>> records) throws Exception {
    try (var producer =
        new KafkaProducer<>(kafka, new StringSerializer(), new StringSerializer())) {
      for (ConsumerRecord<String, String> one : records) {
        producer
            .send(new ProducerRecord<>(topic, 0, null, one.key(), one.value(), one.headers()))
            .get();
      }
    }
  }

  /** What the consumer of the service brings. */
  private void deliver(List<ConsumerRecord<String, String>> batch) {
    inbox.receive(batch.stream().map(InboxRecord::of).toList()).await().atMost(SOON);
  }

  private List<String> values() {
    return new PostgresEventStore(database.pool, () -> {})
        .load(List.of("firm")).await().indefinitely().stream().map(e -> e.payload()).toList();
  }

  private void tell(int records) {
    for (int i = 0; i < records; i++) {
      lane.tell("firm", String.valueOf(lane.records().size() + 1), true);
    }
  }

  private void turnUntil(int applied) {
    await()
        .atMost(SOON)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> {
          job.turn();
          return values().size() >= applied;
        });
  }

  @Test
  void a_topic_that_was_made_again_is_read_from_its_first_record_wherever_the_consumer_went_on()
      throws Exception {
    tell(3);
    put(lane.records());
    deliver(lane.records());
    job.turn();
    try (Admin admin = Admin.create(kafka)) {
      admin.deleteTopics(List.of(topic)).all().get();
    }
    await()
        .atMost(SOON)
        .ignoreExceptions()
        .until(() -> {
          TopicMaking.create(kafka, List.of(topic));
          return !present().get(topic).isEmpty();
        });
    tell(4);
    put(lane.records());
    assertThat(values()).hasSize(3);

    turnUntil(7);

    assertThat(values()).containsExactly("1", "2", "3", "4", "5", "6", "7");
    assertThat(vitals.isRebuilding()).as("nothing is decided before its end").isTrue();
  }

  @Test
  void a_record_that_waits_for_one_before_it_has_its_topic_read_again() throws Exception {
    tell(5);
    put(lane.records());
    deliver(lane.records().subList(0, 1));
    job.turn();
    deliver(lane.records().subList(3, 5));
    assertThat(database.ask("SELECT count(*) FROM stray_record WHERE kind = 'GAP'")).isEqualTo("2");

    turnUntil(5);

    assertThat(values()).containsExactly("1", "2", "3", "4", "5");
    assertThat(database.ask("SELECT count(*) FROM stray_record")).isEqualTo("0");
    await()
        .atMost(SOON)
        .until(() -> {
          job.turn();
          return !vitals.isRebuilding();
        });
  }

  @Test
  void a_topic_that_is_read_for_the_first_time_is_left_to_the_consumer() throws Exception {
    tell(2);
    put(lane.records());
    for (int i = 0; i < 5; i++) {
      job.turn();
    }
    assertThat(values()).isEmpty();
    assertThat(vitals.isRebuilding()).isFalse();
  }

  @Test
  void a_reading_that_broke_off_holds_nothing_up_for_good() throws Exception {
    tell(3);
    deliver(lane.records().subList(0, 1));
    job.turn();
    deliver(lane.records().subList(2, 3));
    await()
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> {
          job.turn();
          return vitals.isRebuilding();
        });
    job.close();
    await()
        .atMost(Duration.ofSeconds(10))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> {
          job.turn();
          return !vitals.isRebuilding();
        });
  }
}
