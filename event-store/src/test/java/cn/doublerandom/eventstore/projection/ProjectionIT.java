package cn.doublerandom.eventstore.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.doublerandom.eventstore.Append;
import cn.doublerandom.eventstore.EventStoreContract;
import cn.doublerandom.eventstore.TestDatabase;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.ledger.LedgerLeader;
import cn.doublerandom.eventstore.ledger.Numbering;
import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.eventstore.postgres.PostgresEventStore;
import io.smallrye.mutiny.Uni;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProjectionIT {
  private TestDatabase database;
  private ProjectionEngine engine;
  private final Vitals vitals = new Vitals();

  @BeforeEach
  void start() throws Exception {
    database = TestDatabase.fresh();
    engine = new ProjectionEngine(database.pool);
    owner("CREATE TABLE count_view (id TEXT PRIMARY KEY, body TEXT NOT NULL)");
  }

  @AfterEach
  void stop() {
    database.close();
  }

  /** Counts the events of each stream; version 2 counts every event twice. */
  private record Counting(int version) implements Projection {
    @Override
    public String name() {
      return "count";
    }

    @Override
    public List<String> tables() {
      return List.of("count_view");
    }

    @Override
    public Uni<Void> apply(List<LedgerEntry> entries, Views views) {
      return views
          .fetch("count_view", entries.stream().map(e -> e.event().stream()).toList())
          .invoke(() ->
              entries.forEach(e -> {
                String stream = e.event().stream();
                int before = views.get("count_view", stream).map(Integer::parseInt).orElse(0);
                views.put("count_view", stream, Integer.toString(before + version));
              }));
    }
  }

  private void owner(String sql) throws SQLException {
    try (var connection = database.asOwner();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void append(String stream, int from, int count) {
    var store = new PostgresEventStore(database.pool, () -> {});
    for (int i = 0; i < count; i++) {
      store
          .append(
              List.of(new Append(stream, from + i, List.of(EventStoreContract.event("{}")))),
              java.util.Optional.empty())
          .await()
          .indefinitely();
    }
    var leader = new LedgerLeader(database.pool, e -> List.of(), () -> {});
    Numbering.all(database.pool, leader);
    leader.close();
  }

  private void run(Projection projection) {
    var job = new ProjectionJob(projection, engine, vitals);
    while (job.turn()) {
      // until the read model is at the head
    }
  }

  private String live() throws SQLException {
    return database.ask(
        "SELECT coalesce(string_agg(id || '=' || body, ' ' ORDER BY id), '') FROM count_view");
  }

  @Test
  void the_same_fold_gives_each_scope_its_own_rows_live_rebuilt_and_replayed() throws Exception {
    owner("ALTER TABLE count_view ADD COLUMN owner TEXT NOT NULL DEFAULT 'seed'");
    owner("ALTER TABLE count_view ALTER COLUMN owner DROP DEFAULT");
    owner("ALTER TABLE count_view DROP CONSTRAINT count_view_pkey");
    owner("ALTER TABLE count_view ADD PRIMARY KEY (owner, id)");
    engine = new ProjectionEngine(database.pool, new ScopeColumn("owner", "seed"));
    append("s-1", 0, 2);
    append("s~a.b~1", 0, 3);
    append("s~c~1", 0, 1);
    append("s-2", 0, 1);
    run(new Counting(1));
    append("s~a.b~1", 3, 1);
    run(new Counting(1));

    List<String> once = List.of("s-1=2", "s-2=1", "~a.b~s-1=4", "~c~s-1=1");
    List<String> live = new ArrayList<>();
    engine.live(new Counting(1), (table, id, body) -> live.add(id + "=" + body));
    assertThat(live).isEqualTo(once);

    List<String> replayed = new ArrayList<>();
    engine.replay(new Counting(1), 8, (table, id, body) -> replayed.add(id + "=" + body));
    assertThat(replayed).isEqualTo(once);

    run(new Counting(2));
    List<String> rebuilt = new ArrayList<>();
    engine.live(new Counting(2), (table, id, body) -> rebuilt.add(id + "=" + body));
    assertThat(rebuilt).containsExactly("s-1=4", "s-2=2", "~a.b~s-1=8", "~c~s-1=2");
  }

  @Test
  void a_read_model_that_is_not_kept_by_scope_shows_no_other_scopes_streams() throws Exception {
    append("s-1", 0, 1);
    append("s~a.b~1", 0, 1);
    append("s-1", 1, 1);
    run(new Counting(1));

    List<String> live = new ArrayList<>();
    engine.live(new Counting(1), (table, id, body) -> live.add(id + "=" + body));
    assertThat(live).containsExactly("s-1=2");
    assertThat(engine.parked("count").await().indefinitely()).isEqualTo(1);
  }

  @Test
  void a_new_version_is_built_beside_the_live_one_and_takes_its_place_whole() throws Exception {
    append("a", 0, 3);
    append("b", 0, 2);
    run(new Counting(1));
    assertThat(live()).isEqualTo("a=3 b=2");
    assertThat(vitals.asOfSeq()).isEqualTo(5);

    run(new Counting(2));

    assertThat(live()).isEqualTo("a=6 b=4");
    append("b", 2, 1);
    run(new Counting(2));
    assertThat(live()).isEqualTo("a=6 b=6");
    assertThat(engine.generations("count").await().indefinitely())
        .singleElement()
        .isEqualTo(new Generation(2, 2, 6, true));
  }

  @Test
  void readers_see_the_old_answer_or_the_new_one_and_never_a_half_built_one() throws Exception {
    for (int i = 0; i < 30; i++) {
      append("s-" + i, 0, 2);
    }
    run(new Counting(1));
    List<String> seen = new ArrayList<>();
    var done = new CompletableFuture<Void>();
    var reader =
        CompletableFuture.runAsync(() -> {
          while (!done.isDone()) {
            database
                .pool
                .query("SELECT count(*) AS rows, sum(body::int) AS total FROM count_view")
                .execute()
                .await()
                .indefinitely()
                .forEach(r -> seen.add(r.getLong("rows") + ":" + r.getLong("total")));
          }
        });
    run(new Counting(2));
    done.complete(null);
    reader.join();

    assertThat(seen).isNotEmpty().allMatch(s -> s.equals("30:60") || s.equals("30:120"));
    assertThat(live()).contains("s-7=4");
  }

  @Test
  void a_read_model_changed_by_hand_is_found_different_and_replaced_by_a_rebuild()
      throws Exception {
    append("a", 0, 3);
    var counting = new Counting(1);
    run(counting);
    owner("UPDATE count_view SET body = '99'");

    engine.begin(counting).await().indefinitely();
    run(counting);

    assertThat(live()).isEqualTo("a=3");
    assertThat(database.ask("SELECT checksum FROM projection WHERE live"))
        .startsWith("{count_view=1:");
  }

  @Test
  void events_get_their_number_while_a_read_model_that_takes_long_to_compare_is_replaced()
      throws Exception {
    append("a", 0, 3);
    run(new Counting(1));
    owner("ALTER FUNCTION view_checksum(REGCLASS) RENAME TO quick_checksum");
    owner(
        """
        CREATE FUNCTION view_checksum(read_model REGCLASS) RETURNS TEXT LANGUAGE plpgsql AS $$
        BEGIN
          PERFORM pg_sleep(2);
          RETURN quick_checksum(read_model);
        END $$
        """);
    var replaced = CompletableFuture.runAsync(() -> run(new Counting(2)));
    await()
        .until(() ->
            database
                .ask("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'")
                .equals("1"));

    append("b", 0, 1);

    assertThat(database.ask("SELECT max(seq) FROM ledger")).isEqualTo("4");
    assertThat(replaced).isNotDone();
    replaced.get(60, TimeUnit.SECONDS);
    run(new Counting(2));
    assertThat(live()).isEqualTo("a=6 b=2");
  }

  @Test
  void a_read_model_of_another_version_is_told_as_such_until_it_is_rebuilt() {
    append("a", 0, 3);
    run(new Counting(1));
    assertThat(vitals.isRebuilding()).isFalse();

    var job = new ProjectionJob(new Counting(2), engine, vitals);
    job.turn();
    assertThat(vitals.isRebuilding()).isTrue();
    while (job.turn()) {
      // until the new generation is live
    }

    assertThat(vitals.isRebuilding()).isFalse();
  }

  @Test
  void a_read_model_with_nothing_to_show_locks_nothing_and_waits_for_nobody() throws Exception {
    append("a", 0, 3);
    run(new Counting(1));
    try (var other = database.asOwner();
        var statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("SELECT 1 FROM projection WHERE name = 'count' FOR UPDATE");
      var turn =
          CompletableFuture.supplyAsync(
              () -> new ProjectionJob(new Counting(1), engine, vitals).turn());

      assertThat(turn).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(false);
      other.rollback();
    }
  }

  @Test
  void a_read_model_that_holds_a_connection_asks_for_no_other() throws Exception {
    append("a", 0, 3);
    run(new Counting(1));
    append("a", 3, 2);
    var pool = database.pool(1);
    try {
      engine = new ProjectionEngine(pool);
      run(new Counting(1));
      assertThat(live()).isEqualTo("a=5");
    } finally {
      pool.closeAndAwait();
    }
  }

  @Test
  void a_rebuild_that_was_interrupted_is_started_over() throws Exception {
    append("a", 0, 3);
    var counting = new Counting(1);
    run(counting);
    engine.begin(counting).await().indefinitely();
    Generation half = engine.generations("count").await().indefinitely().getLast();
    engine.step(counting, half, 2).await().indefinitely();
    engine.begin(counting).await().indefinitely();
    run(counting);

    assertThat(live()).isEqualTo("a=3");
  }

  @Test
  void an_older_program_leaves_the_read_model_of_a_newer_one_alone() {
    append("a", 0, 1);
    run(new Counting(2));

    assertThatThrownBy(() -> run(new Counting(1))).hasMessageContaining("filled by version 2");
    assertThat(vitals.troubles()).containsKey("projection-count");
  }

  @Test
  void the_state_at_any_moment_of_the_past_comes_from_the_same_fold_and_leaves_no_trace()
      throws Exception {
    append("a", 0, 2);
    append("b", 0, 1);
    append("a", 2, 4);
    run(new Counting(1));
    var then = new TreeMap<String, String>();

    engine.replay(new Counting(1), 3, (table, id, body) -> then.put(id, body));

    assertThat(then).containsEntry("a", "2").containsEntry("b", "1").hasSize(2);
    assertThat(live()).isEqualTo("a=6 b=1");
    assertThat(database.ask("SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'next%'"))
        .isEqualTo("0");
    assertThatThrownBy(() -> engine.replay(new Counting(1), 99, (table, id, body) -> {}))
        .hasMessageContaining("ends at seq 7");
  }

  @Test
  void two_replicas_of_a_read_model_apply_every_entry_once() throws Exception {
    append("a", 0, 40);
    var first = CompletableFuture.runAsync(() -> run(new Counting(1)));
    var second = CompletableFuture.runAsync(() -> run(new Counting(1)));
    CompletableFuture.allOf(first, second).join();

    assertThat(live()).isEqualTo("a=40");
  }

  @Test
  void the_service_can_move_read_models_and_no_other_table() throws Exception {
    for (String sql :
        List.of(
            "SELECT projection_begin('x', ARRAY['event'])",
            "SELECT projection_switch('x', ARRAY['ledger'])",
            "SELECT projection_begin('Robert''); DROP TABLE event; --', ARRAY[]::text[])",
            "DROP TABLE count_view",
            "SELECT adopt_restored_events()")) {
      try (var connection = database.asService();
          var statement = connection.createStatement()) {
        assertThatThrownBy(() -> statement.execute(sql)).isInstanceOf(SQLException.class);
      }
    }
  }

  /** Shows the payload of each stream's last event, as it stands in the ledger. */
  private record Telling(boolean spared) implements Projection {
    @Override
    public String name() {
      return "count";
    }

    @Override
    public int version() {
      return spared ? 2 : 1;
    }

    @Override
    public List<String> tables() {
      return List.of("count_view");
    }

    @Override
    public Uni<Void> apply(List<LedgerEntry> entries, Views views) {
      entries.forEach(e -> {
        boolean poisoned = e.event().payload().contains("poison") && !spared;
        String text = e.event().stream().charAt(0) + "@" + e.event().version();
        views.put("count_view", e.event().stream(), text);
        if (poisoned) {
          views.put("count_view", e.event().stream() + "-word", "\0");
        }
      });
      return Uni.createFrom().voidItem();
    }
  }

  private void tell(String stream, int version, String payload) {
    new PostgresEventStore(database.pool, () -> {})
        .append(
            List.of(new Append(stream, version, List.of(EventStoreContract.event(payload)))),
            java.util.Optional.empty())
        .await()
        .indefinitely();
    var leader = new LedgerLeader(database.pool, e -> List.of(), () -> {});
    Numbering.all(database.pool, leader);
    leader.close();
  }

  private void aStreamWithPoison() {
    append("a", 0, 3);
    append("b", 0, 1);
    tell("b", 1, "{\"word\":\"poison\"}");
    append("b", 2, 1);
    append("c", 0, 300);
  }

  private List<ParkedStream> parked() {
    return new ParkedStreams(database.pool).all(10).await().indefinitely();
  }

  private String replayed(Projection projection, long seq) {
    List<String> rows = new ArrayList<>();
    engine.replay(projection, seq, (table, id, body) -> rows.add(id + "=" + body));
    return String.join(" ", rows);
  }

  @Test
  void an_event_that_cannot_be_stored_parks_its_stream_and_others_flow() throws Exception {
    aStreamWithPoison();

    run(new Telling(false));

    assertThat(live()).isEqualTo("a=a@3 b=b@1 c=c@300");
    assertThat(vitals.asOfSeq()).isEqualTo(306);
    assertThat(parked())
        .singleElement()
        .satisfies(p -> {
          assertThat(p.stream()).isEqualTo("b");
          assertThat(p.seq()).isEqualTo(5);
          assertThat(p.reason()).contains("22021");
        });
    assertThat(vitals.troubles()).containsOnlyKeys(Vitals.PARKED + "count");
    assertThat(replayed(new Telling(false), 306)).isEqualTo(live());
    append("b", 3, 1);
    append("a", 3, 1);
    run(new Telling(false));
    assertThat(live()).isEqualTo("a=a@4 b=b@1 c=c@300");
  }

  @Test
  void a_fold_that_can_store_it_shows_the_parked_stream_again() throws Exception {
    aStreamWithPoison();
    run(new Telling(false));

    run(new Telling(true));

    assertThat(live()).isEqualTo("a=a@3 b=b@3 c=c@300");
    assertThat(parked()).isEmpty();
    assertThat(vitals.troubles()).isEmpty();
  }

  @Test
  void a_retry_in_vain_leaves_the_stream_parked_and_the_model_whole() throws Exception {
    aStreamWithPoison();
    run(new Telling(false));

    engine.begin(new Telling(false)).await().indefinitely();
    run(new Telling(false));

    assertThat(live()).isEqualTo("a=a@3 b=b@1 c=c@300");
    assertThat(parked()).singleElement().satisfies(p -> assertThat(p.seq()).isEqualTo(5));
  }

  @Test
  void a_skipped_event_is_told_in_the_ledger_and_the_stream_goes_on() throws Exception {
    aStreamWithPoison();
    run(new Telling(false));
    var context =
        new cn.doublerandom.eventstore.CommandContext(
            "operator",
            java.time.Instant.EPOCH,
            java.time.Instant.EPOCH,
            "c",
            "d",
            java.util.Optional.empty(),
            java.util.OptionalLong.empty());

    new ParkedStreams(database.pool)
        .skip(parked().getFirst(), "乱码，已另行补录", context)
        .await()
        .indefinitely();
    engine.begin(new Telling(false)).await().indefinitely();
    append("a", 3, 1);
    run(new Telling(false));

    assertThat(live()).isEqualTo("a=a@4 b=b@3 c=c@300");
    assertThat(parked()).isEmpty();
    assertThat(replayed(new Telling(false), 308)).isEqualTo(live());
    assertThat(database.ask("SELECT payload FROM event WHERE stream_id = 'memory-skipped-count'"))
        .contains("乱码", "\"seq\":5");
  }
}
