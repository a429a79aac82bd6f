package cn.doublerandom.eventstore.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.embedded.LocalKafka;
import cn.doublerandom.eventstore.Append;
import cn.doublerandom.eventstore.EmbeddedStack;
import cn.doublerandom.eventstore.EventStoreContract;
import cn.doublerandom.eventstore.TestDatabase;
import cn.doublerandom.eventstore.ledger.LedgerLeader;
import cn.doublerandom.eventstore.ledger.Numbering;
import cn.doublerandom.eventstore.ledger.TopicMaking;
import cn.doublerandom.eventstore.ledger.Vitals;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedStack.class)
class HearingIT {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration AT_ONCE = Duration.ofMillis(1500);
  private static final String GROUP = "draw-service";
  private static int number;

  private final Vitals vitals = new Vitals();
  private Map<String, Object> kafka;
  private TestDatabase database;
  private String topic;
  private Hearing hearing;

  @BeforeEach
  void start(LocalKafka broker) throws Exception {
    kafka = Map.of("bootstrap.servers", broker.bootstrapServers());
    database = TestDatabase.fresh();
    topic = "hearing" + ++number + ".events.v1";
    TopicMaking.create(kafka, List.of(topic));
    hearing = new Hearing(database.pool, kafka, GROUP, vitals);
  }

  @AfterEach
  void stop() {
    database.close();
  }

  /** In transactions, as a relay tells: at the end stands the mark of the last one. */
  private void tell(int partition, long... seqs) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", kafka.get("bootstrap.servers"), "transactional.id", topic + "-t");
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.initTransactions();
      for (long seq : seqs) {
        var told = new ProducerRecord<>(topic, partition, "k", "v");
        told.headers().add("ce_seq", Long.toString(seq).getBytes(UTF_8));
        producer.beginTransaction();
        var unused = producer.send(told);
        producer.commitTransaction();
      }
    }
  }

  /** Each record that is taken becomes an event. */
  private void take(int partition, long seq) {
    new Inbox(database.pool, () -> {})
        .receive(
            List.of(new InboxRecord(topic, partition, seq, "k", "T", "id-" + seq, "c", "v")),
            (message, store) ->
                store
                    .append(
                        List.of(
                            new Append("s-" + seq, 0, List.of(EventStoreContract.event("heard")))),
                        Optional.empty())
                    .replaceWithVoid())
        .await()
        .indefinitely();
  }

  private void show() {
    var leader = new LedgerLeader(database.pool, e -> List.of(), () -> {});
    Numbering.all(database.pool, leader);
    leader.close();
    vitals.projected("known", 1_000_000);
  }

  @Test
  void where_nothing_was_told_everything_is_heard() {
    assertThat(hearing.upToNow(topic, 0, SOON)).isZero();
    assertThatThrownBy(() -> hearing.upToNow(topic, 1, AT_ONCE)).isInstanceOf(Hearing.NotYet.class);
  }

  @Test
  void what_was_told_on_any_partition_is_waited_for_until_it_is_taken_and_shows() {
    tell(0, 1, 4);
    tell(2, 2, 3);
    take(0, 4);
    show();
    assertThatThrownBy(() -> hearing.upToNow(topic, 0, AT_ONCE)).isInstanceOf(Hearing.NotYet.class);
    take(2, 3);
    assertThatThrownBy(() -> hearing.upToNow(topic, 0, AT_ONCE)).isInstanceOf(Hearing.NotYet.class);
    show();
    assertThat(hearing.upToNow(topic, 0, SOON)).isEqualTo(4);
    assertThat(hearing.upToNow(topic, 4, SOON)).isEqualTo(4);
    assertThatThrownBy(() -> hearing.upToNow(topic, 5, AT_ONCE)).isInstanceOf(Hearing.NotYet.class);
  }

  @Test
  void a_forged_number_that_was_passed_over_holds_nobody_up() throws Exception {
    tell(0, 1, 999_999_999);
    take(0, 1);
    show();
    assertThatThrownBy(() -> hearing.upToNow(topic, 0, AT_ONCE)).isInstanceOf(Hearing.NotYet.class);
    try (Admin admin = Admin.create(kafka)) {
      admin
          .alterConsumerGroupOffsets(
              GROUP, Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(3)))
          .all()
          .get();
    }
    assertThat(hearing.upToNow(topic, 0, SOON)).isEqualTo(1);
  }

  @Test
  void where_news_never_came_nobody_has_heard_everything() {
    tell(0, 1);
    take(0, 1);
    show();
    assertThat(hearing.upToNow(topic, 0, SOON)).isEqualTo(1);
    database
        .pool
        .preparedQuery(
            """
            INSERT INTO stray_record (source, partition, fingerprint, seq, key, kind, record, reason)
            VALUES ($1, 0, 'f', 3, 'k', 'GAP', '{}', 'one before it never came')
            """)
        .execute(Tuple.of(topic))
        .await()
        .indefinitely();
    assertThatThrownBy(() -> hearing.upToNow(topic, 0, AT_ONCE)).isInstanceOf(Hearing.NotYet.class);
  }

  @Test
  void nothing_is_decided_by_a_read_model_that_is_still_of_another_version() {
    tell(0, 1);
    take(0, 1);
    show();
    vitals.rebuilding("known", true);
    assertThatThrownBy(() -> hearing.upToNow(topic, 0, AT_ONCE))
        .isInstanceOf(Hearing.NotYet.class)
        .hasMessageContaining("rebuilt");
    vitals.rebuilding("known", false);
    assertThat(hearing.upToNow(topic, 0, SOON)).isEqualTo(1);
  }

  @Test
  void a_broker_that_does_not_answer_has_told_nobody_knows_what() {
    var nowhere =
        new Hearing(database.pool, Map.of("bootstrap.servers", "127.0.0.1:1"), GROUP, vitals);
    assertThatThrownBy(() -> nowhere.upToNow(topic, 0, AT_ONCE)).isInstanceOf(Hearing.NotYet.class);
  }
}
