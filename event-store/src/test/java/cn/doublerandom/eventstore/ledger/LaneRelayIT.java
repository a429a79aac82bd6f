package cn.doublerandom.eventstore.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.doublerandom.embedded.LocalKafka;
import cn.doublerandom.eventstore.Append;
import cn.doublerandom.eventstore.EmbeddedStack;
import cn.doublerandom.eventstore.EventStoreContract;
import cn.doublerandom.eventstore.TestDatabase;
import cn.doublerandom.eventstore.checkpoint.LogKeys;
import cn.doublerandom.eventstore.checkpoint.NoteKey;
import cn.doublerandom.eventstore.postgres.PostgresEventStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every record of a topic names the one before it, and what others write there changes nothing. */
@ExtendWith(EmbeddedStack.class)
class LaneRelayIT {
  private static int number;

  private LocalKafka broker;
  private TestDatabase database;
  private String topic;
  private NoteKey key;
  private final Vitals vitals = new Vitals();

  @BeforeEach
  void start(LocalKafka kafka) throws Exception {
    broker = kafka;
    database = TestDatabase.fresh();
    String service = "lanes" + ++number;
    topic = service + ".events.v1";
    key = NoteKey.create("bureau.example/" + service);
  }

  @AfterEach
  void stop() {
    database.close();
  }

  private Map<String, Object> kafka() {
    return Map.of("bootstrap.servers", broker.bootstrapServers());
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
  }

  private void number() {
    number(e ->
        List.of(
            new Announcement(topic, e.stream(), "T", e.payload()),
            new Announcement(topic, e.stream(), "U", e.payload())));
  }

  private void numberUntold() {
    number(e -> List.of());
  }

  private void number(Announcer announcer) {
    try (var leader =
        new LedgerLeader(database.pool, announcer, () -> {}, new Vitals(), key::seal)) {
      Numbering.all(database.pool, leader);
    }
  }

  private void tell() throws Exception {
    try (var relay =
        new LedgerRelay(
            topic,
            database.pool,
            kafka(),
            List.of(topic),
            vitals,
            () -> true,
            LogKeys.of(List.of(key.verifierKey())),
            new ToldScopes("130534"))) {
      while (relay.turn()) {
        // until everything is told
      }
    }
  }

  private Map<Integer, List<ConsumerRecord<String, String>>> told(int count) {
    Map<Integer, List<ConsumerRecord<String, String>>> lanes = new HashMap<>();
    await().untilAsserted(() -> assertThat(TopicTails.readAll(kafka(), topic)).hasSize(count));
    TopicTails.readAll(kafka(), topic)
        .forEach(r -> lanes.computeIfAbsent(r.partition(), p -> new ArrayList<>()).add(r));
    return lanes;
  }

  private static String text(ConsumerRecord<String, String> r) {
    return r.partition()
        + r.key()
        + r.value()
        + StreamSupport.stream(r.headers().spliterator(), false)
            .map(h -> h.key() + "=" + new String(h.value(), UTF_8))
            .toList();
  }

  private void assertChained(Map<Integer, List<ConsumerRecord<String, String>>> lanes, int from)
      throws Exception {
    LogKeys keys = LogKeys.of(List.of(key.verifierKey()));
    lanes.forEach((partition, records) -> {
      String head = RecordHash.START;
      for (ConsumerRecord<String, String> r : records) {
        boolean isOld = TopicTails.seq(r) < from;
        assertThat(TopicTails.header(r, CloudEventHeaders.PREV_HASH))
            .isEqualTo(isOld ? Optional.empty() : Optional.of(head));
        head = RecordHash.next(head, RecordHash.content(r));
      }
      if (TopicTails.seq(records.getLast()) >= from) {
        assertThat(
                keys.isSealed(
                    topic,
                    head,
                    TopicTails.header(records.getLast(), CloudEventHeaders.SEAL).orElse("")))
            .isTrue();
      }
    });
  }

  @Test
  void each_record_names_the_one_before_and_the_last_of_every_partition_is_sealed()
      throws Exception {
    append(1, 30);
    number();
    append(31, 200);
    number();
    tell();
    assertChained(told(400), 1);
  }

  @Test
  void a_topic_that_was_lost_is_told_again_byte_by_byte() throws Exception {
    append(1, 40);
    number();
    tell();
    List<String> before = new ArrayList<>();
    told(80).forEach((partition, records) -> records.forEach(r -> before.add(text(r))));
    try (Admin admin = Admin.create(kafka())) {
      admin.deleteTopics(List.of(topic)).all().get();
      await()
          .untilAsserted(() -> assertThat(admin.listTopics().names().get()).doesNotContain(topic));
    }
    tell();
    List<String> after = new ArrayList<>();
    told(80).forEach((partition, records) -> records.forEach(r -> after.add(text(r))));
    assertThat(after).isEqualTo(before);
  }

  @Test
  void what_was_told_before_the_rule_is_part_of_the_chain_without_saying_so() throws Exception {
    append(1, 20);
    number();
    forgetTheLinks();
    append(21, 40);
    number();
    tell();
    assertChained(told(80), 21);
  }

  /** What an earlier version has left: announcements without links. */
  private void forgetTheLinks() throws Exception {
    try (var connection = database.asOwner();
        var statement = connection.createStatement()) {
      for (String table : List.of("link", "lane")) {
        statement.execute("ALTER TABLE " + table + " DISABLE TRIGGER ALL");
        statement.execute("DELETE FROM " + table);
        statement.execute("ALTER TABLE " + table + " ENABLE TRIGGER ALL");
      }
    }
  }

  @Test
  void a_foreign_record_with_a_huge_number_does_not_keep_a_service_from_telling() throws Exception {
    append(1, 10);
    number();
    tell();
    forge();
    append(11, 20);
    number();
    tell();
    told(42);
    assertThat(vitals.troubles().get(Vitals.FOREIGN)).contains("2 records");
  }

  /** A service may know much and have told nothing: draw, before the first draw. */
  @Test
  void a_foreign_record_does_not_keep_a_service_that_has_told_nothing_yet_from_telling()
      throws Exception {
    TopicMaking.create(kafka(), List.of(topic));
    forge();
    append(1, 10);
    numberUntold();
    tell();
    append(11, 20);
    number();
    tell();
    told(22);
    assertThat(vitals.troubles().get(Vitals.FOREIGN)).contains("2 records");
  }

  private void forge() throws Exception {
    try (var stranger =
        new KafkaProducer<>(kafka(), new StringSerializer(), new StringSerializer())) {
      for (String seq : List.of("999999999999", "not a number")) {
        var record = new ProducerRecord<>(topic, RecordHash.partition("s-1"), "s-1", "{}");
        record.headers().add(CloudEventHeaders.SEQ, seq.getBytes(UTF_8));
        record.headers().add(CloudEventHeaders.TYPE, null);
        stranger.send(record).get();
      }
    }
  }

  @Test
  void a_database_older_than_its_sealed_topic_publishes_nothing() throws Exception {
    append(1, 20);
    number();
    tell();
    database.close();
    database = TestDatabase.fresh();
    append(1, 3);
    number();

    assertThatThrownBy(this::tell).hasMessageContaining("the database is older than its topic");
    told(40);
  }
}
