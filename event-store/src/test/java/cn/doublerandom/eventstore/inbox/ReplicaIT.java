package cn.doublerandom.eventstore.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.doublerandom.embedded.LocalKafka;
import cn.doublerandom.eventstore.Append;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.EmbeddedStack;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.EventStoreContract;
import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.eventstore.StreamNames;
import cn.doublerandom.eventstore.TestDatabase;
import cn.doublerandom.eventstore.checkpoint.NoteKey;
import cn.doublerandom.eventstore.ledger.LaneTrust;
import cn.doublerandom.eventstore.ledger.TopicMaking;
import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.eventstore.projection.ScopeColumn;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedStack.class)
class ReplicaIT {
  private static final NoteKey SENDER = NoteKey.create("bureau.example/registry");
  private static final Scope OTHER = new Scope("b2");
  private static int number;

  private final Vitals vitals = new Vitals();
  private final List<String> followed = new ArrayList<>();
  private final List<ConsumerRecord<String, String>> told = new ArrayList<>();
  private Map<String, Object> kafka;
  private TestDatabase database;
  private String topic;
  private Firms firms;
  private Served served;
  private Inbox inbox;

  /** The name of a firm by its number; how often it was told stands behind it. */
  private class Firms implements Replica {
    private final int version;
    private final String format;
    private Optional<ScopeColumn> column = Optional.empty();

    Firms(int version, String format) {
      this.version = version;
      this.format = format;
    }

    @Override
    public String name() {
      return "firms";
    }

    @Override
    public int version() {
      return version;
    }

    @Override
    public String source() {
      return topic;
    }

    @Override
    public Set<String> types() {
      return Set.of("T");
    }

    @Override
    public Optional<ScopeColumn> column() {
      return column;
    }

    @Override
    public String view() {
      return "firm_view";
    }

    @Override
    public Optional<String> sums() {
      return Optional.of("firm_sum_view");
    }

    @Override
    public Map<String, Long> counts(String body) {
      return Map.of("told", Long.parseLong(body.substring(body.indexOf('*') + 1)), "firms", 1L);
    }

    @Override
    public Told told(InboxRecord message) {
      if (message.value().equals("nobody")) {
        throw new IllegalArgumentException("has no number");
      }
      return new Told() {
        @Override
        public String id() {
          return StreamNames.parse(message.key()).name();
        }

        @Override
        public Optional<String> after(Optional<String> before) {
          return Optional.of(Firms.this.after(before, message));
        }
      };
    }

    String after(Optional<String> before, InboxRecord message) {
      if (message.value().equals("unreadable")) {
        throw new IllegalArgumentException("cannot be read");
      }
      int times = before.map(b -> Integer.parseInt(b.substring(b.indexOf('*') + 1))).orElse(0);
      return format.formatted(message.value()) + "*" + (times + 1);
    }

    @Override
    public Uni<Void> follow(Change change, EventStore store) {
      followed.add(change.message().key() + ":" + change.after().orElse("gone"));
      if (!change.message().value().equals("merged")) {
        return Uni.createFrom().voidItem();
      }
      return store
          .load(List.of("merger"))
          .flatMap(events ->
              store.append(
                  List.of(
                      new Append("merger", events.size(), List.of(EventStoreContract.event("m")))),
                  Optional.empty()))
          .replaceWithVoid();
    }
  }

  @BeforeEach
  void start(LocalKafka broker) throws Exception {
    kafka = Map.of("bootstrap.servers", broker.bootstrapServers());
    database = TestDatabase.fresh();
    topic = "registry" + ++number + ".events.v1";
    TopicMaking.create(kafka, List.of(topic));
    own(
        "CREATE TABLE firm_view (id TEXT PRIMARY KEY, body TEXT NOT NULL, key TEXT NOT NULL,"
            + " seq BIGINT NOT NULL, hash TEXT NOT NULL)");
    own("CREATE TABLE firm_sum_view (id TEXT PRIMARY KEY, counted BIGINT NOT NULL)");
    run(new Firms(1, "%s"));
  }

  @AfterEach
  void stop() {
    database.close();
  }

  private void own(String sql) throws Exception {
    try (Connection owner = database.asOwner();
        Statement statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }

  private void run(Firms program) {
    run(program, Served.HOME);
  }

  private void run(Firms program, Served whose) {
    firms = program;
    served = whose;
    inbox =
        new Inbox(
            database.pool,
            () -> {},
            LaneTrust.CHAIN_ONLY,
            true,
            new Replicas(List.of(program)),
            whose);
    inbox.subscribe(
        topic,
        new Interest(Set.of("T"), Set.of(), Interest.Unknown.IGNORE),
        (message, store) ->
            Uni.createFrom().failure(new AssertionError("a record of a replica is handled")));
  }

  /** The rows say whose they are, and those of another scope are kept too. */
  private void runByScope(Scope... scopes) throws Exception {
    for (String table : List.of("firm_view", "firm_sum_view")) {
      own("ALTER TABLE " + table + " DROP CONSTRAINT " + table + "_pkey");
      own("ALTER TABLE " + table + " ADD COLUMN whose TEXT NOT NULL");
      own("ALTER TABLE " + table + " ADD PRIMARY KEY (whose, id)");
    }
    runByScope(1, scopes);
  }

  private void runByScope(int version, Scope... scopes) {
    var program = new Firms(version, "%s");
    program.column = Optional.of(new ScopeColumn("whose", "home"));
    run(program, new Served(new StreamNames(List.of(), List.of()), Set.of(scopes)));
  }

  private String ofWhom() throws Exception {
    return database.ask(
        "SELECT string_agg(whose || ' ' || id || '=' || body, ', ' ORDER BY whose, id)"
            + " FROM firm_view");
  }

  private ReplicaJob job() {
    return new ReplicaJob(firms, database.pool, kafka, vitals, () -> true, served);
  }

  /** As the worker does, until there is nothing to do. */
  private void fill() {
    try (ReplicaJob job = job()) {
      job.turn();
      while (vitals.isRebuilding() || fillings() > 1) {
        job.turn();
      }
    }
  }

  private int fillings() {
    return new ReplicaFillings(database.pool).of("firms").await().indefinitely().size();
  }

  private InboxRecord message(int partition, long seq, String key, String value) {
    return new InboxRecord(topic, partition, seq, key, "T", "id-" + seq, "c", value);
  }

  private void receive(InboxRecord... batch) {
    inbox.receive(List.of(batch)).await().indefinitely();
  }

  private String rows() throws Exception {
    return String.valueOf(
        database.ask("SELECT string_agg(id || '=' || body, ' ' ORDER BY id) FROM firm_view"));
  }

  private String sums() throws Exception {
    return database.ask(
        "SELECT string_agg(id || '=' || counted, ' ' ORDER BY id) FROM firm_sum_view");
  }

  /** Rows with all they say of the records they come of. */
  private String everything() throws Exception {
    return String.valueOf(
        database.ask("SELECT string_agg(f::text, ' ' ORDER BY id) FROM firm_view f"));
  }

  /** Records of one partition, chained and sealed, on the topic; the inbox takes the first. */
  private void tell(int taken, String... keysAndValues) throws Exception {
    var lane = new ToldLane(topic, 0, SENDER);
    for (String one : keysAndValues) {
      String[] of = one.split("=", 2);
      lane.tell(of[0], of[1], true);
    }
    put(lane.records());
    receive(told.stream().limit(taken).map(InboxRecord::of).toArray(InboxRecord[]::new));
  }

  private void put(List<ConsumerRecord<String, String>> records) throws Exception {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>copyOf(kafka), new StringSerializer(), new StringSerializer())) {
      for (ConsumerRecord<String, String> one : records) {
        var sent = new ProducerRecord<>(topic, one.partition(), one.key(), one.value());
        one.headers().forEach(sent.headers()::add);
        producer.send(sent).get();
        var here =
            new ConsumerRecord<>(topic, one.partition(), one.offset(), one.key(), one.value());
        one.headers().forEach(here.headers()::add);
        told.add(here);
      }
    }
  }

  @Test
  void a_firm_that_was_told_of_is_a_row_and_no_event() throws Exception {
    fill();
    receive(message(0, 1, "S1", "运输一"), message(0, 2, "S2", "运输二"), message(0, 3, "S1", "改名"));

    assertThat(rows()).isEqualTo("S1=改名*2 S2=运输二*1");
    assertThat(database.ask("SELECT count(*) FROM event")).isEqualTo("0");
    assertThat(followed).containsExactly("S1:运输一*1", "S2:运输二*1", "S1:改名*2");
  }

  @Test
  void an_older_record_after_a_newer_one_changes_nothing() throws Exception {
    fill();
    receive(message(0, 5, "S1", "新"));
    receive(message(1, 3, "S1", "旧"), message(1, 6, "S2", "他"));

    assertThat(rows()).isEqualTo("S1=新*1 S2=他*1");
    assertThat(followed).doesNotContain("S1:旧*2");
  }

  @Test
  void a_firm_that_is_told_to_be_gone_stays_gone_for_all_that_is_older() throws Exception {
    fill();
    receive(message(0, 5, "S1", "在"));
    receive(message(0, 7, "S1", ""));
    assertThat(rows()).isEqualTo("null");

    receive(message(1, 6, "S1", "旧"));
    assertThat(rows()).isEqualTo("null");

    receive(message(0, 8, "S1", "又在"));
    assertThat(rows()).isEqualTo("S1=又在*1");
    assertThat(database.ask("SELECT count(*) FROM replica_gone")).isEqualTo("0");
  }

  @Test
  void a_firm_that_cannot_be_read_waits_and_the_others_are_known() throws Exception {
    fill();
    receive(
        message(0, 1, "S1", "一"),
        message(0, 2, "S2", "unreadable"),
        message(0, 3, "S2", "二"),
        message(0, 4, "S3", "nobody"),
        message(0, 5, "S1", "一改"));

    assertThat(rows()).isEqualTo("S1=一改*2");
    assertThat(database.ask("SELECT string_agg(seq::text, ',' ORDER BY seq) FROM parked_record"))
        .isEqualTo("2,3,4");
  }

  @Test
  void a_row_the_database_refuses_is_parked_and_the_others_are_stored() throws Exception {
    fill();
    own("ALTER TABLE firm_view ADD CHECK (body NOT LIKE '拒%')");
    receive(message(0, 1, "S1", "一"), message(0, 2, "S2", "拒"), message(0, 3, "S3", "三"));

    assertThat(rows()).isEqualTo("S1=一*1 S3=三*1");
    assertThat(database.ask("SELECT key FROM parked_record")).isEqualTo("S2");
  }

  @Test
  void what_was_parked_becomes_rows_once_the_program_can_read_it() throws Exception {
    fill();
    receive(message(0, 1, "S2", "unreadable"), message(0, 2, "S2", "二"));
    run(
        new Firms(1, "%s") {
          @Override
          String after(Optional<String> before, InboxRecord message) {
            return message.value() + "*1";
          }
        });

    assertThat(inbox.retryParked(topic, "S2").await().indefinitely()).isEqualTo(2);
    assertThat(rows()).isEqualTo("S2=二*1");
  }

  @Test
  void what_follows_from_a_record_is_stored_with_the_row_or_not_at_all() throws Exception {
    fill();
    receive(message(0, 1, "S1", "merged"));
    assertThat(database.ask("SELECT count(*) FROM event")).isEqualTo("1");

    own("ALTER TABLE firm_view ADD CHECK (body NOT LIKE 'merged*2')");
    receive(message(0, 2, "S1", "merged"));
    assertThat(rows()).isEqualTo("S1=merged*1");
    assertThat(database.ask("SELECT count(*) FROM event")).isEqualTo("1");
  }

  @Test
  void a_machine_that_breaks_between_two_batches_neither_loses_nor_repeats() throws Exception {
    fill();
    var faults = new AtomicInteger(2);
    run(
        new Firms(1, "%s") {
          @Override
          public Uni<Void> follow(Change change, EventStore store) {
            return change.message().seq() == 2 && faults.getAndDecrement() > 0
                ? Uni.createFrom().failure(new PgException("shutdown", "FATAL", "57P01", ""))
                : super.follow(change, store);
          }
        });
    receive(message(0, 1, "S1", "一"), message(0, 2, "S1", "二"));
    receive(message(0, 2, "S1", "二"), message(0, 3, "S1", "三"));

    assertThat(rows()).isEqualTo("S1=三*3");
    assertThat(database.ask("SELECT count(*) FROM parked_record")).isEqualTo("0");
  }

  @Test
  void two_processes_share_the_partitions_and_double_nothing() throws Exception {
    fill();
    Firms one = firms;
    Inbox other =
        new Inbox(
            database.pool(5),
            () -> {},
            LaneTrust.CHAIN_ONLY,
            true,
            new Replicas(List.of(one)),
            Served.HOME);
    List<Uni<Void>> work = new ArrayList<>();
    for (long seq = 1; seq <= 40; seq += 2) {
      List<InboxRecord> left = List.of(message(0, seq, "L" + seq % 4, "左"));
      List<InboxRecord> right = List.of(message(1, seq + 1, "R" + seq % 4, "右"));
      work.add(
          Uni.join()
              .all(inbox.receive(left), other.receive(right))
              .andFailFast()
              .replaceWithVoid());
      work.add(
          Uni.join()
              .all(other.receive(left), inbox.receive(right))
              .andFailFast()
              .replaceWithVoid());
    }
    for (Uni<Void> both : work) {
      both.await().indefinitely();
    }

    assertThat(rows()).isEqualTo("L1=左*10 L3=左*10 R1=右*10 R3=右*10");
    assertThat(sums()).isEqualTo("firms=4 told=40");
  }

  @Test
  void rows_made_anew_from_the_first_record_are_the_same() throws Exception {
    fill();
    tell(6, "S1=一", "S2=二", "S1=一改", "S3=三", "S2=", "S4=四");
    String before = everything();
    assertThat(rows()).isEqualTo("S1=一改*2 S3=三*1 S4=四*1");
    assertThat(sums()).isEqualTo("firms=3 told=4");

    new ReplicaFillings(database.pool).begin(firms).await().indefinitely();
    followed.clear();
    fill();

    assertThat(everything()).isEqualTo(before);
    assertThat(sums()).isEqualTo("firms=3 told=4");
    assertThat(followed).isEmpty();
    assertThat(database.ask("SELECT generation || ',' || live FROM replica")).isEqualTo("2,true");
    assertThat(database.ask("SELECT count(*) FROM replica_gone")).isEqualTo("1");
  }

  @Test
  void rows_made_anew_hold_what_the_inbox_took_and_nothing_else_that_stands_on_the_topic()
      throws Exception {
    fill();
    var lane = new ToldLane(topic, 0, SENDER);
    lane.tell("S1", "一", true);
    put(lane.records());
    put(List.of(ToldLane.copy(told.getFirst(), 0, "伪")));
    put(List.of(ToldLane.record(topic, 0, 900, "S9", "伪", lane.head().replace('a', 'b'), null)));
    lane.tell("S2", "二", true);
    lane.tell("S3", "还没有听到", true);
    put(lane.records().subList(1, 3));
    List<InboxRecord> came = told.stream().map(InboxRecord::of).toList();
    inbox.receive(came.subList(0, 4)).await().indefinitely();

    new ReplicaFillings(database.pool).begin(firms).await().indefinitely();
    fill();
    assertThat(rows()).isEqualTo("S1=一*1 S2=二*1");

    inbox.receive(came.subList(4, 5)).await().indefinitely();
    assertThat(rows()).isEqualTo("S1=一*1 S2=二*1 S3=还没有听到*1");
  }

  @Test
  void a_new_version_makes_its_rows_first_and_takes_nothing_before() throws Exception {
    fill();
    tell(2, "S1=一", "S2=二", "S3=三");
    run(new Firms(2, "<%s>"));
    ReplicaJob job = job();
    assertThat(vitals.isRebuilding()).isTrue();
    var third = inbox.receive(List.of(InboxRecord.of(told.get(2)))).subscribeAsCompletionStage();
    await()
        .during(Duration.ofMillis(300))
        .untilAsserted(() -> {
          assertThat(rows()).isEqualTo("S1=一*1 S2=二*1");
          assertThat(third).isNotDone();
        });

    job.close();
    fill();

    await().untilAsserted(() -> assertThat(third).isDone());
    assertThat(rows()).isEqualTo("S1=<一>*1 S2=<二>*1 S3=<三>*1");
    assertThat(vitals.isRebuilding()).isFalse();
  }

  @Test
  void a_filling_that_broke_off_goes_on_where_it_stood() throws Exception {
    fill();
    tell(3, "S1=一", "S1=二", "S2=三");
    run(new Firms(2, "<%s>"));
    new ReplicaFillings(database.pool).begin(firms).await().indefinitely();
    try (var broken = new ReplicaFilling(database.pool, kafka, firms, 2, Served.HOME)) {
      while (database.ask("SELECT count(*) FROM replica_lane WHERE seq > 0").equals("0")) {
        broken.step();
      }
    }
    assertThat(rows()).isEqualTo("S1=二*2 S2=三*1");

    fill();
    assertThat(rows()).isEqualTo("S1=<二>*2 S2=<三>*1");
  }

  /** A broker that is filled again gives its records other places than it had given them. */
  @Test
  void a_filling_goes_on_where_its_topic_was_made_again_meanwhile() throws Exception {
    fill();
    tell(4, "S1=一", "S2=二", "S3=三", "S4=四");
    run(new Firms(2, "<%s>"));
    new ReplicaFillings(database.pool).begin(firms).await().indefinitely();
    try (var broken = new ReplicaFilling(database.pool, kafka, firms, 2, Served.HOME)) {
      while (database.ask("SELECT count(*) FROM replica_lane WHERE seq > 0").equals("0")) {
        broken.step();
      }
    }
    InboxRecord first = InboxRecord.of(told.getFirst());
    own(
        "UPDATE replica_lane SET next_offset = 3, seq = %d, head = '%s', topic_id = 'gone'"
                .formatted(first.seq(), first.link().hash())
            + " WHERE partition = 0");
    own("DELETE FROM next_firms.firm_view WHERE id <> 'S1'");

    fill();
    assertThat(rows()).isEqualTo("S1=<一>*1 S2=<二>*1 S3=<三>*1 S4=<四>*1");
  }

  @Test
  void two_processes_that_fill_store_each_record_once() throws Exception {
    fill();
    tell(3, "S1=一", "S1=二", "S2=三");
    run(new Firms(2, "<%s>"));
    new ReplicaFillings(database.pool).begin(firms).await().indefinitely();
    try (var one = new ReplicaFilling(database.pool, kafka, firms, 2, Served.HOME);
        var other = new ReplicaFilling(database.pool, kafka, firms, 2, Served.HOME)) {
      while (database.ask("SELECT count(*) FROM replica_lane WHERE seq > 0").equals("0")) {
        one.step();
      }
      assertThatThrownBy(
              () -> {
                while (true) {
                  other.step();
                }
              })
          .hasMessageContaining("filled by another");
    }
    fill();
    assertThat(rows()).isEqualTo("S1=<二>*2 S2=<三>*1");
  }

  @Test
  void what_waits_or_was_given_up_stays_so_in_rows_made_anew() throws Exception {
    fill();
    tell(6, "S1=一", "S1=unreadable", "S1=后", "S2=unreadable", "S2=二", "S3=三");
    skip("S2");
    inbox.retryParked(topic, "S2").await().indefinitely();
    assertThat(rows()).isEqualTo("S1=一*1 S2=二*1 S3=三*1");

    new ReplicaFillings(database.pool).begin(firms).await().indefinitely();
    fill();

    assertThat(rows()).isEqualTo("S1=一*1 S2=二*1 S3=三*1");
    assertThat(database.ask("SELECT string_agg(key, ',' ORDER BY seq) FROM parked_record"))
        .isEqualTo("S1,S1");
  }

  private void skip(String key) {
    inbox
        .skipParked(
            topic,
            key,
            "作废",
            new CommandContext(
                "operator",
                Instant.EPOCH,
                Instant.EPOCH,
                "c",
                "k",
                Optional.empty(),
                OptionalLong.empty()))
        .await()
        .indefinitely();
  }

  @Test
  void what_a_new_version_cannot_read_is_parked_while_its_rows_are_made() throws Exception {
    fill();
    tell(4, "S1=一", "S2=二", "S1=改", "S3=三");
    run(
        new Firms(2, "<%s>") {
          @Override
          String after(Optional<String> before, InboxRecord message) {
            if (message.key().equals("S1")) {
              throw new IllegalArgumentException("no longer understood");
            }
            return super.after(before, message);
          }
        });
    fill();

    assertThat(rows()).isEqualTo("S2=<二>*1 S3=<三>*1");
    assertThat(database.ask("SELECT string_agg(key, ',' ORDER BY seq) FROM parked_record"))
        .isEqualTo("S1,S1");
  }

  @Test
  void a_program_that_keeps_no_replicas_moves_no_position_past_them() throws Exception {
    fill();
    receive(message(0, 1, "S1", "一"));

    assertThatThrownBy(() ->
            database
                .pool
                .preparedQuery("UPDATE inbox_position SET seq = 2 WHERE source = $1")
                .execute(Tuple.of(topic))
                .await()
                .indefinitely())
        .hasMessageContaining("keeps no replicas");
  }

  @Test
  void a_position_that_is_put_back_has_all_rows_made_anew() throws Exception {
    fill();
    tell(2, "S1=一", "S2=二");
    own("UPDATE inbox_position SET seq = 3");
    own(
        "UPDATE inbox_lane SET head = (SELECT hash FROM inbox_link ORDER BY hash = '"
            + InboxRecord.of(told.getFirst()).link().hash()
            + "' DESC LIMIT 1)");
    assertThat(fillings()).isZero();

    fill();
    assertThat(rows()).isEqualTo("S1=一*1");
  }

  @Test
  void a_position_that_is_put_back_before_the_first_record_leaves_nothing() throws Exception {
    fill();
    tell(2, "S1=一", "S2=二");
    own("UPDATE inbox_position SET seq = 0");
    own("UPDATE inbox_lane SET head = repeat('0', 64)");
    own("DELETE FROM inbox_link");

    fill();
    assertThat(rows()).isEqualTo("null");
    receive(told.stream().map(InboxRecord::of).toArray(InboxRecord[]::new));
    assertThat(rows()).isEqualTo("S1=一*1 S2=二*1");
  }

  @Test
  void records_from_before_the_chain_are_rows_again() throws Exception {
    fill();
    var lane = new ToldLane(topic, 0, SENDER);
    lane.tellUnchained("S1", "一");
    lane.tellUnchained("S1", "二");
    lane.tell("S2", "三", true);
    put(lane.records());
    receive(told.stream().map(InboxRecord::of).toArray(InboxRecord[]::new));
    String before = everything();
    assertThat(rows()).isEqualTo("S1=二*2 S2=三*1");

    new ReplicaFillings(database.pool).begin(firms).await().indefinitely();
    fill();
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void nothing_is_made_from_a_topic_that_was_lost_before_it_is_filled_again() throws Exception {
    fill();
    var lane = new ToldLane(topic, 0, SENDER);
    lane.tell("S1", "一", true);
    lane.tell("S2", "二", true);
    List<InboxRecord> came = new ArrayList<>();
    for (ConsumerRecord<String, String> one : lane.records()) {
      var here = new ConsumerRecord<>(topic, 0, one.offset(), one.key(), one.value());
      one.headers().forEach(here.headers()::add);
      came.add(InboxRecord.of(here));
    }
    inbox.receive(came).await().indefinitely();
    run(new Firms(2, "<%s>"));
    try (ReplicaJob job = job()) {
      for (int i = 0; i < 5; i++) {
        job.turn();
      }
      assertThat(vitals.isRebuilding()).isTrue();
      assertThat(rows()).isEqualTo("S1=一*1 S2=二*1");
      put(lane.records());
      await()
          .untilAsserted(() -> {
            job.turn();
            assertThat(rows()).isEqualTo("S1=<一>*1 S2=<二>*1");
          });
    }
  }

  @Test
  void the_same_number_told_by_two_scopes_is_two_rows_and_two_sums() throws Exception {
    runByScope(Scope.HOME, OTHER);
    fill();
    receive(
        message(0, 1, "firm-S1", "一"),
        message(0, 2, "firm~b2~S1", "甲"),
        message(0, 3, "firm~b2~S1", "乙"),
        message(0, 4, "firm~b2~S2", "丙"));
    assertThat(ofWhom()).isEqualTo("b2 firm-S1=乙*2, b2 firm-S2=丙*1, home firm-S1=一*1");
    assertThat(
            database.ask(
                "SELECT string_agg(whose || ' ' || id || '=' || counted, ', ' ORDER BY whose, id)"
                    + " FROM firm_sum_view"))
        .isEqualTo("b2 firms=2, b2 told=3, home firms=1, home told=1");

    receive(message(0, 5, "firm-S1", ""));
    assertThat(ofWhom()).isEqualTo("b2 firm-S1=乙*2, b2 firm-S2=丙*1");
    assertThat(database.ask("SELECT scope || '/' || id FROM replica_gone")).isEqualTo("/firm-S1");
    receive(message(0, 6, "firm~b2~S2", ""), message(0, 7, "firm~b2~S2", "又"));
    assertThat(ofWhom()).isEqualTo("b2 firm-S1=乙*2, b2 firm-S2=又*1");
    assertThat(database.ask("SELECT count(*) FROM replica_gone")).isEqualTo("1");
  }

  @Test
  void a_scope_that_is_not_served_has_no_rows_however_often_they_are_made() throws Exception {
    runByScope(Scope.HOME);
    fill();
    tell(3, "firm-S1=一", "firm~b2~S1=甲", "firm~b2~S2=乙");
    inbox
        .skipParked(
            topic,
            "firm~b2~S2",
            "is not ours",
            new CommandContext(
                "op",
                Instant.EPOCH,
                Instant.EPOCH,
                "c",
                "",
                Optional.empty(),
                OptionalLong.empty()))
        .await()
        .indefinitely();
    runByScope(2, Scope.HOME);
    fill();

    assertThat(ofWhom()).isEqualTo("home firm-S1=一*1");
    assertThat(database.ask("SELECT key || ' ' || reason FROM parked_record"))
        .isEqualTo("firm~b2~S1 of b2, which is not served here");
  }
}
