package cn.doublerandom.eventstore.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.eventstore.Append;
import cn.doublerandom.eventstore.AppendOutcome;
import cn.doublerandom.eventstore.ChunkedLists;
import cn.doublerandom.eventstore.CommandKey;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.EventStoreContract;
import cn.doublerandom.eventstore.NewEvent;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.TestDatabase;
import io.vertx.pgclient.PgException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresEventStoreIT extends EventStoreContract {
  private static TestDatabase database;

  @BeforeAll
  static void start() throws Exception {
    database = TestDatabase.fresh();
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @Override
  protected EventStore store() {
    return new PostgresEventStore(database.pool, () -> {});
  }

  @Test
  void the_service_itself_may_not_change_what_happened() throws SQLException {
    store().append(List.of(append("s-kept", 0, "{}")), Optional.empty()).await().indefinitely();
    for (String sql :
        List.of(
            "UPDATE event SET payload = '{}'",
            "DELETE FROM event",
            "TRUNCATE event CASCADE",
            "INSERT INTO event (stream_id, version, id, type, payload, metadata, hash, tx)"
                + " SELECT 'x', 1, gen_random_uuid(), type, payload, metadata, hash, tx FROM event")) {
      try (var connection = database.asService();
          var statement = connection.createStatement()) {
        assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("permission denied");
      }
    }
  }

  @Test
  void even_the_owner_may_not_change_what_happened_by_accident() throws SQLException {
    store().append(List.of(append("s-kept-2", 0, "{}")), Optional.empty()).await().indefinitely();
    for (String sql : List.of("UPDATE event SET payload = '{}'", "DELETE FROM event")) {
      try (var connection = database.asOwner();
          var statement = connection.createStatement()) {
        assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("append-only");
      }
    }
  }

  @Test
  void a_piece_of_a_list_cannot_be_changed_or_stored_under_a_wrong_address() throws SQLException {
    var listed = new Append("s-pieces", 0, List.of(listed(5_000)));
    store().append(List.of(listed), Optional.empty()).await().indefinitely();
    for (String sql :
        List.of(
            "UPDATE event_chunk SET content = '[]'",
            "DELETE FROM event_chunk",
            "TRUNCATE event_chunk")) {
      try (var service = database.asService();
          var owner = database.asOwner();
          var asService = service.createStatement();
          var asOwner = owner.createStatement()) {
        assertThatThrownBy(() -> asService.execute(sql)).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> asOwner.execute(sql)).hasMessageContaining("append-only");
      }
    }
    try (var service = database.asService();
        var statement = service.createStatement()) {
      assertThatThrownBy(
              () -> statement.execute("INSERT INTO event_chunk VALUES (repeat('0', 64), '[]')"))
          .hasMessageContaining("event_chunk_address");
    }
  }

  private void keep(Append append) {
    store().append(List.of(append), Optional.empty()).await().indefinitely();
  }

  private long pieces() throws SQLException {
    try (var owner = database.asOwner();
        var statement = owner.createStatement();
        var rows = statement.executeQuery("SELECT count(*) FROM event_chunk")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Test
  void of_an_event_that_is_refused_no_piece_is_stored() throws SQLException {
    keep(append("s-refused", 0, "{}"));
    long before = pieces();
    var key = Optional.of(new CommandKey("k-refused", "h"));
    var late = List.of(new Append("s-refused", 0, List.of(listed(11_111))));
    var fresh = List.of(new Append("s-fresh", 0, List.of(listed(12_222))));

    assertThat(store().append(late, key).await().indefinitely()).isEqualTo(AppendOutcome.CONFLICT);
    assertThat(pieces()).isEqualTo(before);
    assertThat(store().append(fresh, key).await().indefinitely()).isEqualTo(AppendOutcome.APPENDED);
    assertThat(store().append(fresh, key).await().indefinitely())
        .isEqualTo(AppendOutcome.DUPLICATE);
    assertThat(pieces()).isGreaterThan(before);
  }

  @Test
  void of_an_event_whose_list_cannot_be_stored_nothing_is() throws SQLException {
    long before = pieces();
    NewEvent whole = listed(13_333);
    var forged = new TreeMap<>(whole.chunks());
    forged.put(forged.lastKey(), "[0]");
    var event = new NewEvent(whole.id(), whole.type(), whole.payload(), whole.metadata(), forged);

    assertThatThrownBy(() -> keep(new Append("s-forged", 0, List.of(event))))
        .hasStackTraceContaining("event_chunk_address");
    assertThat(store().load(List.of("s-forged")).await().indefinitely()).isEmpty();
    assertThat(pieces()).isEqualTo(before);
  }

  @Test
  void a_piece_of_more_than_16_million_characters_is_refused() throws SQLException {
    try (var service = database.asService();
        var statement = service.createStatement()) {
      assertThatThrownBy(() ->
              statement.execute(
                  """
                  INSERT INTO event_chunk
                  SELECT encode(sha256('\\x64722f6368756e6b2f3100'::bytea || convert_to(c, 'UTF8')), 'hex'), c
                  FROM repeat('x', 16777217) AS c
                  """))
          .hasMessageContaining("event_chunk_content_check");
    }
  }

  @Test
  void an_event_whose_piece_is_gone_or_changed_is_loaded_and_says_so_when_it_is_read()
      throws SQLException {
    keep(new Append("s-gone", 0, List.of(listed(14_444))));
    keep(append("s-beside", 0, "{}"));
    String root = ChunkedLists.namedIn(listed(14_444).payload()).iterator().next();
    try (var owner = database.asOwner();
        var statement = owner.createStatement()) {
      statement.execute("ALTER TABLE event_chunk DISABLE TRIGGER ALL");
      statement.execute("DELETE FROM event_chunk WHERE hash = '" + root + "'");
      statement.execute("ALTER TABLE event_chunk ENABLE TRIGGER ALL");
    }

    List<StoredEvent> events = store().load(List.of("s-gone", "s-beside")).await().indefinitely();

    assertThat(events).hasSize(2);
    assertThatThrownBy(() -> events.getLast().wholePayload())
        .hasMessageContaining("the piece " + root + " of a list is not there");
  }

  @Test
  void lists_in_a_transaction_of_the_caller_come_and_go_with_it() throws SQLException {
    long before = pieces();
    var append = new Append("s-caller", 0, List.of(listed(15_555)));
    assertThatThrownBy(() ->
            database
                .pool
                .withTransaction(transaction ->
                    PostgresEventStore.in(transaction)
                        .append(List.of(append), Optional.empty())
                        .onItem()
                        .failWith(() -> new IllegalStateException("changed his mind")))
                .await()
                .indefinitely())
        .hasMessageContaining("changed his mind");

    assertThat(pieces()).isEqualTo(before);
    assertThat(store().load(List.of("s-caller")).await().indefinitely()).isEmpty();
  }

  @Test
  void who_fills_read_models_reads_pieces_and_stores_none() throws SQLException {
    try (var owner = database.asOwner();
        var statement = owner.createStatement();
        var rows =
            statement.executeQuery(
                """
                SELECT has_table_privilege(view_writer(), 'event_chunk', 'SELECT'),
                  has_table_privilege(view_writer(), 'event_chunk', 'INSERT, UPDATE, DELETE, TRUNCATE'),
                  has_table_privilege('public', 'event_chunk', 'SELECT')
                """)) {
      rows.next();
      assertThat(rows.getBoolean(1)).isTrue();
      assertThat(rows.getBoolean(2)).isFalse();
      assertThat(rows.getBoolean(3)).isFalse();
    }
  }

  @Test
  void a_list_is_stored_with_the_event_that_names_it_beside_events_that_have_none() {
    List<Append> appends =
        List.of(
            new Append("s-bulk-1", 0, List.of(listed(6_000))),
            append("s-bulk-2", 0, "{}"),
            new Append("s-bulk-3", 0, List.of(listed(7_000))));

    assertThat(
            new PostgresEventStore(database.pool, () -> {})
                .appendEach(appends)
                .await()
                .indefinitely())
        .containsOnly(AppendOutcome.APPENDED);
    assertThat(store().load(List.of("s-bulk-3")).await().indefinitely().getFirst().wholePayload())
        .endsWith(",6999]}");
  }

  @Test
  void an_append_in_a_transaction_older_than_the_streams_last_event_is_refused() {
    var early = database.pool.getConnection().await().indefinitely();
    try {
      var transaction = early.begin().await().indefinitely();
      early.query("SELECT pg_current_xact_id()").execute().await().indefinitely();
      store().append(List.of(append("s-stale", 0, "{}")), Optional.empty()).await().indefinitely();

      assertThatThrownBy(() ->
              PostgresEventStore.in(early)
                  .append(List.of(append("s-stale", 1, "{}")), Optional.empty())
                  .await()
                  .indefinitely())
          .isInstanceOfSatisfying(
              PgException.class,
              e -> assertThat(e.getSqlState()).isIn(PostgresEventStore.STALE_XID, "25P02"));
      transaction.rollback().await().indefinitely();
    } finally {
      early.close().await().indefinitely();
    }
    assertThat(
            store()
                .append(List.of(append("s-stale", 1, "{}")), Optional.empty())
                .await()
                .indefinitely())
        .isEqualTo(AppendOutcome.APPENDED);
  }
}
