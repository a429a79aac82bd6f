package cn.doublerandom.eventstore.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.eventstore.Append;
import cn.doublerandom.eventstore.EventStoreContract;
import cn.doublerandom.eventstore.TestDatabase;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.ledger.LedgerLeader;
import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.eventstore.postgres.PostgresEventStore;
import io.smallrye.mutiny.Uni;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
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
    while (leader.turn()) {
      // until everything has its number
    }
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
}
