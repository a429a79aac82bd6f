package cn.doublerandom.eventstore.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.eventstore.Append;
import cn.doublerandom.eventstore.AppendOutcome;
import cn.doublerandom.eventstore.CommandKey;
import cn.doublerandom.eventstore.EventStoreContract;
import cn.doublerandom.eventstore.StoreOverloaded;
import cn.doublerandom.eventstore.TestDatabase;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CoalescingIT {
  private TestDatabase database;
  private PostgresEventStore store;

  @BeforeEach
  void start() throws Exception {
    database = TestDatabase.fresh();
    store = new PostgresEventStore(database.pool, () -> {});
  }

  @AfterEach
  void stop() {
    database.close();
  }

  private static Append one(String stream, long expected, String payload) {
    return new Append(stream, expected, List.of(EventStoreContract.event(payload)));
  }

  private CompletableFuture<AppendOutcome> send(Append append) {
    return store.append(List.of(append), Optional.empty()).subscribeAsCompletionStage();
  }

  @Test
  void commands_in_flight_together_share_a_transaction_and_keep_their_own_outcomes()
      throws Exception {
    store.append(List.of(one("taken", 0, "{}")), Optional.empty()).await().indefinitely();
    List<CompletableFuture<AppendOutcome>> fine = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      fine.add(send(one("s-" + i, 0, "{\"n\":" + i + "}")));
    }
    CompletableFuture<AppendOutcome> late = send(one("taken", 0, "{}"));
    CompletableFuture<AppendOutcome> unreadable = send(one("nul", 0, "\u0000"));
    for (int i = 100; i < 200; i++) {
      fine.add(send(one("s-" + i, 0, "{\"n\":" + i + "}")));
    }

    assertThat(fine).allSatisfy(f -> assertThat(f.join()).isEqualTo(AppendOutcome.APPENDED));
    assertThat(late.join()).isEqualTo(AppendOutcome.CONFLICT);
    assertThatThrownBy(unreadable::join).isInstanceOf(CompletionException.class);
    assertThat(database.ask("SELECT count(*) FROM event")).isEqualTo("201");
    assertThat(Integer.parseInt(database.ask("SELECT count(DISTINCT tx) FROM event")))
        .isLessThan(150);
  }

  @Test
  void of_fifty_commands_for_one_stream_in_flight_together_one_wins_and_none_is_lost() {
    List<CompletableFuture<AppendOutcome>> all = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      all.add(send(one("race", 0, "{}")));
    }
    assertThat(all.stream().map(CompletableFuture::join))
        .hasSize(50)
        .filteredOn(AppendOutcome.APPENDED::equals)
        .hasSize(1);
  }

  @Test
  void the_same_key_in_flight_twice_is_stored_once() {
    var key = new CommandKey("key", "hash");
    var first =
        store.append(List.of(one("a", 0, "{}")), Optional.of(key)).subscribeAsCompletionStage();
    var second =
        store.append(List.of(one("b", 0, "{}")), Optional.of(key)).subscribeAsCompletionStage();

    assertThat(List.of(first.join(), second.join()))
        .containsExactlyInAnyOrder(AppendOutcome.APPENDED, AppendOutcome.DUPLICATE);
    assertThat(store.load(List.of("a", "b")).await().indefinitely()).hasSize(1);
  }

  @Test
  void more_commands_than_can_wait_are_refused_and_not_forgotten_halfway() throws Exception {
    List<CompletableFuture<AppendOutcome>> all = new ArrayList<>();
    for (int i = 0; i < Coalescer.MAX_WAITING + 2_000; i++) {
      all.add(send(one("many-" + i, 0, "{}")));
    }
    long appended = 0;
    long refused = 0;
    for (CompletableFuture<AppendOutcome> one : all) {
      try {
        assertThat(one.join()).isEqualTo(AppendOutcome.APPENDED);
        appended++;
      } catch (CompletionException e) {
        assertThat(e).hasCauseInstanceOf(StoreOverloaded.class);
        refused++;
      }
    }
    assertThat(appended + refused).isEqualTo(all.size());
    assertThat(database.ask("SELECT count(*) FROM event")).isEqualTo(Long.toString(appended));
  }

  @Test
  void a_store_whose_topics_are_far_behind_takes_nothing_more() {
    var full = new PostgresEventStore(database.pool, () -> {}, () -> true);
    assertThatThrownBy(
            () -> full.append(List.of(one("s", 0, "{}")), Optional.empty()).await().indefinitely())
        .isInstanceOf(StoreOverloaded.class);
  }

  @Test
  void a_directory_of_thousands_is_imported_in_chunks_with_a_verdict_each() throws Exception {
    for (int i : new int[] {7, 1_500, 4_999}) {
      store.append(List.of(one("bulk-" + i, 0, "{}")), Optional.empty()).await().indefinitely();
    }
    List<Append> rows = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      rows.add(one("bulk-" + i, 0, i == 3_000 ? "\u0000" : "{}"));
    }
    rows.remove(3_000);

    List<AppendOutcome> outcomes = store.appendEach(rows).await().indefinitely();

    assertThat(outcomes).hasSize(4_999);
    assertThat(outcomes).filteredOn(AppendOutcome.CONFLICT::equals).hasSize(3);
    assertThat(database.ask("SELECT count(*) FROM event")).isEqualTo("4999");
    assertThat(Integer.parseInt(database.ask("SELECT count(DISTINCT tx) FROM event")))
        .isLessThanOrEqualTo(8);
  }

  @Test
  void outcomes_come_back_in_the_order_of_the_commands_whoever_else_writes() {
    List<Uni<AppendOutcome>> all = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      all.add(store.append(List.of(one("o-" + i / 2, 0, "{}")), Optional.empty()));
    }
    List<AppendOutcome> outcomes = Uni.join().all(all).andCollectFailures().await().indefinitely();
    assertThat(outcomes).filteredOn(AppendOutcome.APPENDED::equals).hasSize(32);
  }
}
