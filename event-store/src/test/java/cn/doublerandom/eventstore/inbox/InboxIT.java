package cn.doublerandom.eventstore.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.doublerandom.eventstore.Append;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.EventStoreContract;
import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.eventstore.StreamNames;
import cn.doublerandom.eventstore.TestDatabase;
import cn.doublerandom.eventstore.decider.StreamKind;
import cn.doublerandom.eventstore.ledger.LaneTrust;
import cn.doublerandom.eventstore.postgres.PostgresEventStore;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.pgclient.PgException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InboxIT {
  private TestDatabase database;
  private Inbox inbox;

  @BeforeEach
  void start() throws Exception {
    database = TestDatabase.fresh();
    inbox = new Inbox(database.pool, () -> {});
  }

  @AfterEach
  void stop() {
    database.close();
  }

  private static InboxRecord message(long seq, String key, String value) {
    return new InboxRecord("draw.events.v1", 0, seq, key, "T", "id-" + seq, "c", value);
  }

  /** Appends the value to a stream named after the key; the value "poison" cannot be applied. */
  private static final Inbox.Handler HANDLER =
      (message, store) -> {
        if (message.value().equals("poison")) {
          return Uni.createFrom().failure(new IllegalArgumentException("cannot be read"));
        }
        return store
            .load(List.of(message.key()))
            .flatMap(events ->
                store.append(
                    List.of(
                        new Append(
                            message.key(),
                            events.size(),
                            List.of(EventStoreContract.event(message.value())))),
                    Optional.empty()))
            .replaceWithVoid();
      };

  private void receive(InboxRecord... batch) {
    inbox.receive(List.of(batch), HANDLER).await().indefinitely();
  }

  private List<String> values(String stream) {
    return new PostgresEventStore(database.pool, () -> {})
        .load(List.of(stream)).await().indefinitely().stream().map(e -> e.payload()).toList();
  }

  @Test
  void a_batch_that_does_not_end_is_seen_by_how_long_it_takes() {
    var over = new CompletableFuture<Void>();
    Cancellable batch =
        inbox
            .receive(
                List.of(message(1, "a", "1")),
                (message, store) -> Uni.createFrom().completionStage(over))
            .subscribe()
            .with(done -> {});

    await().untilAsserted(() -> assertThat(inbox.stuckFor()).isGreaterThan(Duration.ofMillis(50)));
    over.complete(null);
    await().untilAsserted(() -> assertThat(inbox.stuckFor()).isZero());
    batch.cancel();
  }

  @Test
  void a_record_delivered_again_has_no_second_effect() {
    receive(message(1, "a", "1"), message(2, "a", "2"));
    receive(message(2, "a", "2"), message(3, "a", "3"));
    receive(message(1, "a", "1"));

    assertThat(values("a")).containsExactly("1", "2", "3");
  }

  @Test
  void a_record_that_cannot_be_applied_stops_its_own_key_only() throws Exception {
    receive(
        message(1, "a", "1"),
        message(2, "b", "poison"),
        message(3, "b", "4"),
        message(4, "a", "2"));
    receive(message(5, "b", "5"));

    assertThat(values("a")).containsExactly("1", "2");
    assertThat(values("b")).isEmpty();
    assertThat(database.ask("SELECT string_agg(seq::text, ',' ORDER BY seq) FROM parked_record"))
        .isEqualTo("2,3,5");
    assertThat(database.ask("SELECT reason FROM parked_record WHERE seq = 2"))
        .contains("cannot be read");
  }

  @Test
  void parked_records_are_applied_in_order_once_their_fault_is_mended() throws Exception {
    receive(message(2, "b", "poison"), message(3, "b", "4"));

    int applied =
        inbox
            .retryParked(
                "draw.events.v1",
                "b",
                (message, store) ->
                    HANDLER.apply(
                        message.value().equals("poison") ? message(2, "b", "mended") : message,
                        store))
            .await()
            .indefinitely();
    receive(message(4, "b", "5"));

    assertThat(applied).isEqualTo(2);
    assertThat(values("b")).containsExactly("mended", "4", "5");
    assertThat(database.ask("SELECT count(*) FROM parked_record")).isEqualTo("0");
  }

  @Test
  void a_broken_machine_is_not_blamed_on_the_record() throws Exception {
    var faults = new AtomicInteger(3);
    inbox
        .receive(
            List.of(message(1, "a", "1"), message(2, "a", "2")),
            (message, store) ->
                message.seq() == 2 && faults.getAndDecrement() > 0
                    ? Uni.createFrom().failure(new PgException("shutdown", "FATAL", "57P01", ""))
                    : HANDLER.apply(message, store))
        .await()
        .indefinitely();

    assertThat(values("a")).containsExactly("1", "2");
    assertThat(database.ask("SELECT count(*) FROM parked_record")).isEqualTo("0");
  }

  @Test
  void two_consumers_with_the_same_records_apply_them_once() {
    List<InboxRecord> batch = new ArrayList<>();
    for (int i = 1; i <= 40; i++) {
      batch.add(message(i, "k" + i % 4, Integer.toString(i)));
    }
    var other = new Inbox(database.pool(5), () -> {});
    Uni.join()
        .all(inbox.receive(batch, HANDLER), other.receive(batch, HANDLER))
        .andFailFast()
        .await()
        .indefinitely();

    assertThat(values("k1"))
        .containsExactly("1", "5", "9", "13", "17", "21", "25", "29", "33", "37");
    assertThat(values("k0")).hasSize(10);
  }

  private static ConsumerRecord<String, String> raw(
      long offset, String key, String seq, String type) {
    var message = new ConsumerRecord<>("draw.events.v1", 0, offset, key, "v" + offset);
    if (seq != null) {
      message.headers().add("ce_seq", seq.getBytes(StandardCharsets.UTF_8));
    }
    if (type != null) {
      message.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
    }
    return message;
  }

  private void subscribe(Interest.Unknown unknown) {
    inbox.subscribe("draw.events.v1", new Interest(Set.of("T"), Set.of("Known"), unknown), HANDLER);
  }

  private void deliver(List<ConsumerRecord<String, String>> batch) {
    inbox.receive(batch.stream().map(InboxRecord::of).toList()).await().indefinitely();
  }

  private static final CommandContext OPERATOR =
      new CommandContext(
          "operator",
          Instant.EPOCH,
          Instant.EPOCH,
          "c",
          "r",
          Optional.empty(),
          OptionalLong.empty());

  @Test
  void a_record_whose_envelope_cannot_be_read_parks_its_key_and_the_others_flow() throws Exception {
    subscribe(Interest.Unknown.PARK);
    deliver(
        List.of(
            raw(0, "a", "1", "T"),
            raw(1, "b", "minus one", "T"),
            raw(2, "b", "2", "T"),
            raw(3, "c", null, "T"),
            raw(4, "d", "3", null),
            raw(5, "a", "4", "T")));

    assertThat(values("a")).containsExactly("v0", "v5");
    assertThat(values("b")).isEmpty();
    assertThat(database.ask("SELECT string_agg(key, ',' ORDER BY id) FROM parked_record"))
        .isEqualTo("b,b,c,d");
    assertThat(database.ask("SELECT reason FROM parked_record WHERE key = 'c'"))
        .contains("malformed")
        .contains("ce_seq");
  }

  @Test
  void a_type_nobody_knows_is_parked_or_ignored_as_the_listener_declared() throws Exception {
    subscribe(Interest.Unknown.PARK);
    deliver(List.of(raw(0, "a", "1", "Newer"), raw(1, "b", "2", "Known")));
    assertThat(database.ask("SELECT key || ': ' || reason FROM parked_record"))
        .contains("a: ")
        .contains("unknown type Newer");

    subscribe(Interest.Unknown.IGNORE);
    assertThat(inbox.retryParked("draw.events.v1", "a").await().indefinitely()).isEqualTo(1);
    deliver(List.of(raw(2, "c", "3", "Newer")));
    assertThat(database.ask("SELECT count(*) FROM parked_record")).isEqualTo("0");
  }

  @Test
  void a_record_that_still_fails_stays_parked_and_says_why() throws Exception {
    subscribe(Interest.Unknown.PARK);
    receive(message(2, "b", "poison"), message(3, "b", "4"));

    assertThatThrownBy(
            () -> inbox.retryParked("draw.events.v1", "b", HANDLER).await().indefinitely())
        .isInstanceOf(Inbox.StillFailing.class)
        .hasMessageContaining("cannot be read");
    assertThat(database.ask("SELECT count(*) FROM parked_record")).isEqualTo("2");
  }

  @Test
  void a_record_given_up_is_a_fact_with_a_reason_and_the_next_of_its_key_can_go_on()
      throws Exception {
    receive(message(2, "b", "poison"), message(3, "b", "4"));

    assertThat(inbox.skipParked("draw.events.v1", "b", "测试数据", OPERATOR).await().indefinitely())
        .isTrue();
    assertThat(inbox.retryParked("draw.events.v1", "b", HANDLER).await().indefinitely())
        .isEqualTo(1);
    assertThat(
            inbox
                .skipParked("draw.events.v1", "b", "nothing left", OPERATOR)
                .await()
                .indefinitely())
        .isFalse();

    assertThat(values("b")).containsExactly("4");
    assertThat(database.ask("SELECT payload FROM event WHERE type = 'RecordSkipped'"))
        .contains("\"by\":\"operator\"")
        .contains("测试数据")
        .contains("\"seq\":2");
  }

  private static final Scope OTHER = new Scope("b2");

  private Inbox serving(Scope... scopes) {
    return new Inbox(
        database.pool,
        () -> {},
        LaneTrust.CHAIN_ONLY,
        false,
        new Replicas(List.of()),
        new Served(new StreamNames(List.of(new StreamKind("visit")), List.of()), Set.of(scopes)));
  }

  /** What is handed on knows no other scope: it names the stream as it is called within its own. */
  @Test
  void a_record_acts_on_the_streams_of_whose_it_is() {
    Inbox.Handler visits =
        (message, store) -> HANDLER.apply(message(message.seq(), "visit-1", "x"), store);
    serving(Scope.HOME, OTHER)
        .receive(List.of(message(1, "draw-1", "x"), message(2, "draw~b2~1", "x")), visits)
        .await()
        .indefinitely();

    assertThat(values("visit-1")).hasSize(1);
    assertThat(values("visit~b2~1")).hasSize(1);
  }

  @Test
  void a_record_of_a_scope_that_is_not_served_waits_and_is_nobody_elses() throws Exception {
    List<InboxRecord> told =
        List.of(
            message(1, "visit~b2~1", "1"),
            message(2, "visit-1", "2"),
            message(3, "visit~b2~1", "3"),
            message(4, "Visit~~1", "4"));
    serving(Scope.HOME).receive(told, HANDLER).await().indefinitely();

    assertThat(values("visit-1")).containsExactly("2");
    assertThat(
            database.ask(
                "SELECT string_agg(seq || ' ' || reason, '; ' ORDER BY seq)"
                    + " FROM parked_record"))
        .isEqualTo(
            "1 of b2, which is not served here; 3 of b2, which is not served here;"
                + " 4 nobody's: no name of a stream: Visit~~1");
    assertThatThrownBy(() ->
            serving(Scope.HOME)
                .retryParked("draw.events.v1", "visit~b2~1", HANDLER)
                .await()
                .indefinitely())
        .isInstanceOf(Inbox.StillFailing.class)
        .hasMessageContaining("not served here");

    Inbox.Handler visits =
        (message, store) ->
            HANDLER.apply(message(message.seq(), "visit-1", message.value()), store);
    serving(Scope.HOME, OTHER)
        .retryParked("draw.events.v1", "visit~b2~1", visits)
        .await()
        .indefinitely();
    assertThat(values("visit~b2~1")).containsExactly("1", "3");
    assertThat(values("visit-1")).containsExactly("2");
  }
}
