package cn.doublerandom.eventstore.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.eventstore.AppendOutcome;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.EventStoreContract;
import cn.doublerandom.eventstore.TestDatabase;
import io.vertx.pgclient.PgException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
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
