package cn.doublerandom.eventstore.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.doublerandom.embedded.LocalKafka;
import cn.doublerandom.eventstore.Append;
import cn.doublerandom.eventstore.EmbeddedStack;
import cn.doublerandom.eventstore.EventStoreContract;
import cn.doublerandom.eventstore.TestDatabase;
import cn.doublerandom.eventstore.ledger.Announcement;
import cn.doublerandom.eventstore.ledger.CloudEventHeaders;
import cn.doublerandom.eventstore.ledger.LedgerLeader;
import cn.doublerandom.eventstore.ledger.LedgerRelay;
import cn.doublerandom.eventstore.ledger.Numbering;
import cn.doublerandom.eventstore.ledger.TopicTails;
import cn.doublerandom.eventstore.postgres.PostgresEventStore;
import cn.doublerandom.eventstore.projection.ViewSnapshot;
import io.vertx.mutiny.sqlclient.Tuple;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What one service did in one transaction no other reads in halves. */
@ExtendWith(EmbeddedStack.class)
class WholeTransactionsIT {
  private static final Duration AT_ONCE = Duration.ofMillis(1);
  private static int number;

  private Map<String, Object> kafka;
  private TestDatabase sender;
  private TestDatabase reader;
  private String topic;
  private Inbox inbox;

  @BeforeEach
  void start(LocalKafka broker) throws Exception {
    kafka = Map.of("bootstrap.servers", broker.bootstrapServers());
    sender = TestDatabase.fresh();
    reader = TestDatabase.fresh();
    topic = "whole" + ++number + ".events.v1";
    inbox = new Inbox(reader.pool, () -> {});
    try (Connection owner = reader.asOwner();
        Statement statement = owner.createStatement()) {
      statement.execute("CREATE TABLE told (seq BIGINT, key TEXT)");
      statement.execute("GRANT SELECT, INSERT ON told TO PUBLIC");
      statement.execute(
          "INSERT INTO replica VALUES ('told', 1, 1, '" + topic + "', '{}', 'told', TRUE)");
    }
  }

  @AfterEach
  void stop() {
    sender.close();
    reader.close();
  }

  /** One decision about so many firms, each a stream of its own. */
  private void decide(String what, int from, int to) {
    List<Append> appends =
        IntStream.range(from, to)
            .mapToObj(n -> new Append(what + n, 0, List.of(EventStoreContract.event("{}"))))
            .toList();
    new PostgresEventStore(sender.pool, () -> {})
        .append(appends, Optional.empty())
        .await()
        .indefinitely();
  }

  private LedgerLeader leader() {
    return new LedgerLeader(
        sender.pool,
        e ->
            e.stream().startsWith("quiet")
                ? List.of()
                : List.of(new Announcement(topic, e.stream(), "T", "{}")),
        () -> {});
  }

  private void number() {
    try (var leader = leader()) {
      Numbering.all(sender.pool, leader);
    }
  }

  private List<ConsumerRecord<String, String>> told(int count) throws Exception {
    try (var relay = new LedgerRelay(topic, sender.pool, kafka, List.of(topic))) {
      while (relay.turn()) {
        // until everything is told
      }
    }
    await().untilAsserted(() -> assertThat(TopicTails.readAll(kafka, topic)).hasSize(count));
    return TopicTails.readAll(kafka, topic);
  }

  private void take(List<ConsumerRecord<String, String>> records) {
    inbox
        .receive(
            records.stream().map(InboxRecord::of).toList(),
            (message, store) ->
                reader
                    .pool
                    .preparedQuery("INSERT INTO told VALUES ($1, $2)")
                    .execute(Tuple.of(message.seq(), message.key()))
                    .replaceWithVoid())
        .await()
        .indefinitely();
  }

  private long seen() {
    return ViewSnapshot.whole(
            reader.pool,
            new ViewSnapshot.Confined("test.scope", "anybody"),
            "told",
            AT_ONCE,
            at -> at.number("SELECT count(*) FROM told", Tuple.tuple()))
        .await()
        .indefinitely();
  }

  private Optional<Long> shown() {
    try {
      return Optional.of(seen());
    } catch (ViewSnapshot.Between e) {
      return Optional.empty();
    }
  }

  private void assertBetween() {
    assertThatThrownBy(this::seen).isInstanceOf(ViewSnapshot.Between.class);
  }

  @Test
  void half_of_what_was_decided_as_one_is_no_moment() throws Exception {
    decide("firm", 0, 10);
    number();
    List<ConsumerRecord<String, String>> first = told(10);
    take(first);
    assertThat(seen()).isEqualTo(10);

    decide("gone", 0, 40);
    number();
    List<ConsumerRecord<String, String>> gone =
        told(50).stream().filter(r -> r.key().startsWith("gone")).toList();
    for (int n = 0; n < 39; n++) {
      take(gone.subList(n, n + 1));
      assertBetween();
    }
    take(gone.subList(39, 40));
    assertThat(seen()).isEqualTo(50);
  }

  @Test
  void what_is_later_on_one_partition_is_not_read_without_what_is_earlier_on_another()
      throws Exception {
    for (int n = 0; n < 30; n++) {
      decide("firm", n, n + 1);
    }
    number();
    List<ConsumerRecord<String, String>> all = told(30);
    ConsumerRecord<String, String> last =
        all.stream().reduce((a, b) -> TopicTails.seq(a) > TopicTails.seq(b) ? a : b).orElseThrow();
    take(all.stream().filter(r -> r.partition() == last.partition()).toList());
    assertBetween();
    take(all.stream().filter(r -> r.partition() != last.partition()).toList());
    assertThat(seen()).isEqualTo(30);
  }

  @Test
  void what_is_not_told_to_anybody_keeps_nobody_waiting() throws Exception {
    decide("firm", 0, 3);
    new PostgresEventStore(sender.pool, () -> {})
        .append(
            List.of(
                new Append("gone", 0, List.of(EventStoreContract.event("{}"))),
                new Append("quiet", 0, List.of(EventStoreContract.event("{}")))),
            Optional.empty())
        .await()
        .indefinitely();
    number();
    take(told(4));
    assertThat(seen()).isEqualTo(4);
  }

  @Test
  void nothing_of_a_transaction_is_told_before_all_of_it_has_a_number() throws Exception {
    decide("firm", 0, 1);
    decide("gone", 0, 1_500);
    try (var leader = leader()) {
      assertThat(leader.turn()).isTrue();
      assertThat(sender.ask("SELECT count(*) FROM ledger")).isEqualTo("1000");
      assertThat(told(1)).extracting(ConsumerRecord::key).containsExactly("firm0");
      assertThat(leader.turn()).isFalse();
    }
    List<ConsumerRecord<String, String>> all = told(1_501);
    assertThat(
            all.stream()
                .filter(r -> r.key().startsWith("gone"))
                .map(r -> TopicTails.header(r, CloudEventHeaders.ENDS).orElse(""))
                .distinct()
                .toList())
        .hasSize(1)
        .allMatch(ends -> ends.contains(":1501"));
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Integer.getInteger("whole.seeds", 2));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatever_order_partitions_come_in_only_whole_decisions_are_seen(long seed) throws Exception {
    var random = new Random(seed);
    List<Integer> sizes = IntStream.range(0, 12).mapToObj(n -> 1 + random.nextInt(9)).toList();
    List<Long> moments = new ArrayList<>(List.of(0L));
    for (int n = 0; n < sizes.size(); n++) {
      decide("d" + n + "-", 0, sizes.get(n));
      moments.add(moments.getLast() + sizes.get(n));
    }
    number();
    Map<Integer, List<ConsumerRecord<String, String>>> left =
        told(Math.toIntExact(moments.getLast())).stream()
            .collect(Collectors.groupingBy(ConsumerRecord::partition));
    List<Long> seen = new ArrayList<>();
    while (!left.isEmpty()) {
      int partition = List.copyOf(left.keySet()).get(random.nextInt(left.size()));
      List<ConsumerRecord<String, String>> lane = left.get(partition);
      int most = Math.min(lane.size(), 1 + random.nextInt(3));
      take(lane.subList(0, most));
      left.put(partition, lane.subList(most, lane.size()));
      left.values().removeIf(List::isEmpty);
      shown().ifPresent(seen::add);
    }
    assertThat(moments).containsAll(seen);
    assertThat(seen()).isEqualTo(moments.getLast());
  }
}
