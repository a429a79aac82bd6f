package cn.doublerandom.eventstore.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.Append;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.EventStoreContract;
import cn.doublerandom.eventstore.TestDatabase;
import cn.doublerandom.eventstore.checkpoint.LogKeys;
import cn.doublerandom.eventstore.checkpoint.NoteKey;
import cn.doublerandom.eventstore.ledger.CloudEventHeaders;
import cn.doublerandom.eventstore.ledger.LaneTrust;
import cn.doublerandom.eventstore.ledger.MemoryMonitor;
import cn.doublerandom.eventstore.ledger.RecordHash;
import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.eventstore.postgres.PostgresEventStore;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A consumer goes on only along the chain of its topic and partition. */
class LaneIT {
  private static final NoteKey SENDER = NoteKey.create("bureau.example/draw");
  private static final NoteKey FORGER = NoteKey.create("bureau.example/draw");

  private TestDatabase database;
  private Inbox inbox;
  private ToldLane lane;

  @BeforeEach
  void start() throws Exception {
    database = TestDatabase.fresh();
    lane = new ToldLane(0, SENDER);
    inbox = inbox(LogKeys.of(List.of(SENDER.verifierKey())));
  }

  @AfterEach
  void stop() {
    database.close();
  }

  private Inbox inbox(LaneTrust trust) {
    var fresh =
        new Inbox(database.pool, () -> {}, trust, false, new Replicas(List.of()), Served.HOME);
    fresh.subscribe(
        ToldLane.TOPIC,
        new Interest(Set.of("T"), Set.of(), Interest.Unknown.PARK),
        (message, store) ->
            message.value().equals("poison")
                ? Uni.createFrom().failure(new IllegalArgumentException("cannot be read"))
                : store
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
    return fresh;
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private void deliver(ConsumerRecord<String, String>... batch) {
    deliver(List.of(batch));
  }

  private void deliver(List<ConsumerRecord<String, String>> batch) {
    inbox
        .receive(batch.stream().map(InboxRecord::of).toList())
        .await()
        .atMost(Duration.ofSeconds(30));
  }

  private List<String> values(String stream) {
    return new PostgresEventStore(database.pool, () -> {})
        .load(List.of(stream)).await().indefinitely().stream().map(e -> e.payload()).toList();
  }

  private String kinds() throws Exception {
    return database.ask("SELECT coalesce(string_agg(kind, ',' ORDER BY id), '') FROM stray_record");
  }

  private static ConsumerRecord<String, String> unchained(String key, long seq, String value) {
    var record = ToldLane.record(0, seq, key, value, RecordHash.START, null);
    record.headers().remove(CloudEventHeaders.PREV_HASH);
    return record;
  }

  @Test
  void a_forged_record_with_a_huge_number_does_not_make_the_consumer_skip_real_ones()
      throws Exception {
    deliver(lane.tell("a", "1", true));
    deliver(unchained("a", 999_999_999_999L, "forged"), unchained("x", 5, "forged"));
    deliver(lane.tell("a", "2", true));

    assertThat(values("a")).containsExactly("1", "2");
    assertThat(values("x")).isEmpty();
    assertThat(kinds()).isEqualTo("STRAY,STRAY");
    assertThat(database.ask("SELECT reason FROM stray_record ORDER BY id LIMIT 1"))
        .contains("names no predecessor");
  }

  @Test
  void a_record_written_by_hand_before_the_first_real_one_is_not_taken() throws Exception {
    deliver(unchained("a", 1, "forged"));
    deliver(lane.tell("a", "1", true));

    assertThat(values("a")).containsExactly("1");
    assertThat(kinds()).isEqualTo("STRAY");
  }

  @Test
  void an_anchor_that_came_first_opens_no_lane_to_a_record_written_by_hand() throws Exception {
    var anchor = ToldLane.record(0, 40, "sender", "anchored", RecordHash.START, null);
    anchor.headers().remove(CloudEventHeaders.PREV_HASH);
    String seal = SENDER.seal(RecordHash.alone(RecordHash.content(anchor)));
    anchor
        .headers()
        .add(CloudEventHeaders.SEAL, seal.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    deliver(anchor);
    assertThat(values("sender")).containsExactly("anchored");

    deliver(unchained("x", 50, "forged"));
    assertThat(values("x")).isEmpty();
    assertThat(kinds()).isEqualTo("STRAY");
  }

  @Test
  void a_forger_who_knows_where_the_topic_ends_cannot_continue_it() throws Exception {
    deliver(lane.tell("a", "1", true));
    var forged = ToldLane.record(0, 4, "a", "forged", lane.head(), FORGER);
    var unsealed = ToldLane.record(0, 5, "a", "forged too", lane.head(), null);
    deliver(forged, unsealed);
    deliver(lane.tell("a", "2", false), lane.tell("a", "3", true));

    assertThat(values("a")).containsExactly("1", "2", "3");
    assertThat(kinds()).isEqualTo("WAITING,WAITING");
    assertThat(database.ask("SELECT count(*) FROM inbox_link")).isEqualTo("3");
  }

  @Test
  void records_are_applied_when_the_one_that_vouches_for_them_comes() throws Exception {
    deliver(lane.tell("a", "1", false), lane.tell("b", "1", false));
    assertThat(values("a")).isEmpty();
    assertThat(kinds()).isEqualTo("WAITING,WAITING");

    deliver(lane.tell("a", "2", true));
    assertThat(values("a")).containsExactly("1", "2");
    assertThat(values("b")).containsExactly("1");
    assertThat(kinds()).isEmpty();
  }

  @Test
  void a_gap_is_told_as_one_and_closes_when_the_missing_record_comes() throws Exception {
    deliver(lane.tell("a", "1", true));
    var missing = lane.tell("a", "2", true);
    deliver(lane.tell("a", "3", true));
    assertThat(values("a")).containsExactly("1");
    assertThat(kinds()).isEqualTo("GAP");
    assertThat(troubles().troubles()).containsKey(MemoryMonitor.GAPS);

    deliver(missing);
    assertThat(values("a")).containsExactly("1", "2", "3");
    assertThat(kinds()).isEmpty();
    assertThat(troubles().troubles()).doesNotContainKey(MemoryMonitor.GAPS);
  }

  private Vitals troubles() throws Exception {
    var vitals = new Vitals();
    new MemoryMonitor(database.pool, vitals, new MemoryMonitor.Limits(10, Duration.ofHours(1)))
        .turn();
    return vitals;
  }

  @Test
  void another_record_under_an_old_number_is_not_taken_for_a_repetition() throws Exception {
    var first = lane.tell("a", "1", true);
    deliver(first, lane.tell("a", "2", true));
    deliver(first, ToldLane.copy(first, 0, "other"));

    assertThat(values("a")).containsExactly("1", "2");
    assertThat(kinds()).isEqualTo("STRAY");
    assertThat(troubles().troubles()).containsKey(MemoryMonitor.STRAYS);
  }

  @Test
  void a_real_record_on_another_partition_is_a_stray_there() throws Exception {
    var first = lane.tell("a", "1", true);
    deliver(ToldLane.copy(first, 1, "1"), first);

    assertThat(values("a")).containsExactly("1");
    assertThat(kinds()).isIn("STRAY", "WAITING");
  }

  @Test
  void a_record_that_lost_its_predecessors_name_does_not_begin_a_topic() throws Exception {
    var first = lane.tell("a", "1", true);
    var stripped = ToldLane.copy(first, 0, "1");
    stripped.headers().remove(CloudEventHeaders.PREV_HASH);
    deliver(stripped);
    deliver(first, lane.tell("a", "2", true));

    assertThat(values("a")).containsExactly("1", "2");
    assertThat(kinds()).isEqualTo("STRAY");
  }

  @Test
  void records_from_before_the_rule_count_up_to_the_first_seal() throws Exception {
    inbox =
        new Inbox(
            database.pool,
            () -> {},
            LogKeys.of(List.of(SENDER.verifierKey())),
            true,
            new Replicas(List.of()),
            Served.HOME);
    inbox.subscribe(
        ToldLane.TOPIC,
        new Interest(Set.of("T"), Set.of(), Interest.Unknown.PARK),
        (message, store) -> Uni.createFrom().voidItem());
    deliver(lane.tellUnchained("a", "1"), lane.tellUnchained("a", "2"));
    assertThat(database.ask("SELECT seq FROM inbox_position")).isEqualTo("6");

    inbox = inbox(LogKeys.of(List.of(SENDER.verifierKey())));
    deliver(lane.tellUnchained("a", "3"));
    deliver(lane.tell("a", "4", true), unchained("a", 1_000, "forged"), lane.tell("a", "5", true));

    assertThat(values("a")).containsExactly("3", "4", "5");
    assertThat(kinds()).isEqualTo("STRAY");
    assertThat(database.ask("SELECT head FROM inbox_lane")).isEqualTo(lane.head());
  }

  @Test
  void a_number_forged_before_the_rule_does_not_outlast_the_first_seal() throws Exception {
    inbox = inbox(LaneTrust.CHAIN_ONLY);
    deliver(lane.tellUnchained("a", "1"), unchained("a", 999_999_999_999L, "forged"));
    inbox = inbox(LogKeys.of(List.of(SENDER.verifierKey())));
    deliver(lane.tell("a", "2", true));

    assertThat(values("a")).containsExactly("1", "forged", "2");
    assertThat(database.ask("SELECT seq FROM inbox_position")).isEqualTo("6");
  }

  @Test
  void whatever_a_record_holds_the_keys_beside_it_flow() throws Exception {
    var nullHeader = lane.tell("n", "1", true);
    var broken = new ArrayList<ConsumerRecord<String, String>>();
    for (String[] one :
        new String[][] {{"a\0b", "1"}, {"k", "nul \0 inside"}, {"k".repeat(9_000), "1"}}) {
      broken.add(ToldLane.record(0, 77, one[0], one[1], RecordHash.START, null));
    }
    var noValue = ToldLane.copy(nullHeader, 0, "1");
    noValue.headers().add(CloudEventHeaders.ID, null);
    var nulType = ToldLane.copy(nullHeader, 0, "1");
    nulType.headers().remove(CloudEventHeaders.TYPE);
    nulType.headers().add(CloudEventHeaders.TYPE, "\0".getBytes(StandardCharsets.UTF_8));
    var twice = ToldLane.copy(nullHeader, 0, "1");
    twice.headers().add(CloudEventHeaders.SEQ, "8".getBytes(StandardCharsets.UTF_8));
    var tombstone = new ConsumerRecord<String, String>(ToldLane.TOPIC, 0, 9, null, null);
    broken.addAll(List.of(noValue, nulType, twice, tombstone));
    deliver(broken);
    deliver(nullHeader, lane.tell("b", "2", true));

    assertThat(values("n")).containsExactly("1");
    assertThat(values("b")).containsExactly("2");
    assertThat(database.ask("SELECT count(*) FROM stray_record WHERE kind = 'STRAY'"))
        .isEqualTo(Integer.toString(broken.size()));
    assertThat(database.ask("SELECT count(*) FROM parked_record")).isEqualTo("0");
  }

  @Test
  void without_keys_a_broken_envelope_is_set_aside_with_its_key_and_others_flow() throws Exception {
    inbox = inbox(LaneTrust.CHAIN_ONLY);
    var nul = unchained("k\0", 2, "v");
    var value = unchained("v", 3, "nul \0");
    deliver(unchained("a", 1, "1"), nul, value, unchained("a", 4, "2"));

    assertThat(values("a")).containsExactly("1", "2");
    assertThat(database.ask("SELECT count(*) FROM parked_record")).isEqualTo("2");
    assertThat(database.ask("SELECT key FROM parked_record ORDER BY id LIMIT 1"))
        .startsWith("hex:6b00");
  }

  @Test
  void a_record_that_cannot_be_applied_keeps_its_place_in_the_chain() throws Exception {
    deliver(lane.tell("a", "poison", true), lane.tell("a", "2", true), lane.tell("b", "1", true));

    assertThat(values("b")).containsExactly("1");
    assertThat(values("a")).isEmpty();
    assertThat(database.ask("SELECT count(*) FROM parked_record")).isEqualTo("2");
    assertThat(database.ask("SELECT head FROM inbox_lane")).isEqualTo(lane.head());
  }

  @Test
  void a_stray_is_given_up_with_a_reason_like_a_parked_record() throws Exception {
    deliver(lane.tell("a", "1", true), unchained("a", 50, "forged"));
    var operator =
        new CommandContext(
            "operator",
            Instant.EPOCH,
            Instant.EPOCH,
            "c",
            "r",
            Optional.empty(),
            OptionalLong.empty());

    assertThat(inbox.strays(0, 10).await().indefinitely())
        .singleElement()
        .satisfies(stray -> assertThat(stray.kind()).isEqualTo("STRAY"));
    assertThat(inbox.skipParked(ToldLane.TOPIC, "a", "不是本局发出", operator).await().indefinitely())
        .isTrue();
    assertThat(kinds()).isEmpty();
    assertThat(values("a")).containsExactly("1");
  }

  /** Seeded: whatever comes in between, the real ones are applied in order and nothing else. */
  @Test
  void among_forged_repeated_reordered_and_corrupted_records_the_real_ones_are_applied_in_order()
      throws Exception {
    int seeds = Integer.getInteger("lane.seeds", 4);
    for (int seed = 1; seed <= seeds; seed++) {
      database.close();
      database = TestDatabase.fresh();
      inbox = inbox(LogKeys.of(List.of(SENDER.verifierKey())));
      var random = new Random(seed);
      List<ToldLane> lanes = List.of(new ToldLane(0, SENDER), new ToldLane(1, SENDER));
      List<List<ConsumerRecord<String, String>>> queues = new ArrayList<>();
      List<List<String>> real = new ArrayList<>();
      var forgeries = new java.util.HashSet<ConsumerRecord<String, String>>();
      for (int l = 0; l < lanes.size(); l++) {
        real.add(new ArrayList<>());
        queues.add(interleaving(lanes.get(l), l, random, real.get(l), forgeries));
      }
      while (queues.stream().anyMatch(q -> !q.isEmpty())) {
        List<ConsumerRecord<String, String>> batch = new ArrayList<>();
        for (var queue : queues) {
          int take = Math.min(queue.size(), random.nextInt(9));
          batch.addAll(queue.subList(0, take));
          queue.subList(0, take).clear();
        }
        if (!batch.isEmpty()) {
          deliver(batch);
        }
      }
      for (int l = 0; l < lanes.size(); l++) {
        assertThat(values("lane-" + l)).as("seed %d", seed).isEqualTo(real.get(l));
      }
      assertThat(database.ask("SELECT count(*) FROM event"))
          .isEqualTo(Integer.toString(real.get(0).size() + real.get(1).size()));
      assertThat(database.ask("SELECT count(*) FROM stray_record"))
          .as("every false record of seed %d is kept", seed)
          .isEqualTo(Integer.toString(forgeries.size()));
    }
  }

  private static List<ConsumerRecord<String, String>> interleaving(
      ToldLane lane,
      int partition,
      Random random,
      List<String> values,
      Set<ConsumerRecord<String, String>> forgeries) {
    List<ConsumerRecord<String, String>> queue = new ArrayList<>();
    int count = 20 + random.nextInt(30);
    for (int n = 1; n <= count; n++) {
      String before = lane.head();
      var told = lane.tell("lane-" + partition, "v" + n, n == count || random.nextInt(3) == 0);
      values.add("v" + n);
      queue.add(told);
      if (random.nextInt(3) == 0) {
        var forged = forged(told, partition, before, lane.head(), random, 1_000L * n);
        forgeries.add(forged);
        queue.add(Math.max(0, queue.size() - random.nextInt(5)), forged);
      }
      if (random.nextInt(4) == 0) {
        queue.add(lane.records().get(random.nextInt(n)));
      }
      if (random.nextInt(3) == 0 && queue.size() > 1) {
        java.util.Collections.swap(
            queue, queue.size() - 1, Math.max(0, queue.size() - 2 - random.nextInt(4)));
      }
    }
    return queue;
  }

  private static ConsumerRecord<String, String> forged(
      ConsumerRecord<String, String> told,
      int partition,
      String before,
      String head,
      Random random,
      long salt) {
    String key = "lane-" + partition;
    return switch (random.nextInt(6)) {
      case 0 -> ToldLane.record(partition, 900_000_000_000L + salt, key, "f", before, null);
      case 1 -> ToldLane.record(partition, salt, key, "f", head, FORGER);
      case 2 -> ToldLane.copy(told, partition, "corrupted " + salt);
      case 3 -> ToldLane.record(partition, salt, key, "f" + salt, RecordHash.START, FORGER);
      case 4 -> {
        var bare = ToldLane.record(partition, 900_000_000_000L + salt, key, "f", head, null);
        bare.headers().remove(CloudEventHeaders.PREV_HASH);
        yield bare;
      }
      default -> {
        var broken =
            ToldLane.copy(
                ToldLane.record(partition, salt + 7, key, "b", head, null), partition, "b\0");
        yield broken;
      }
    };
  }
}
