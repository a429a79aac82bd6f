package cn.doublerandom.eventstore.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.eventstore.TestDatabase;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands behind the column that says whose a row is: the tables themselves show no other. */
class OwnRowsIT {
  private TestDatabase database;

  /** One connection, so that each reading meets what the one before has left. */
  private Pool one;

  @BeforeEach
  void start() throws Exception {
    database = TestDatabase.fresh();
    one = database.pool(1);
    owner(
        """
        CREATE TABLE firm_view (owner TEXT, id TEXT, body TEXT NOT NULL, PRIMARY KEY (owner, id));
        INSERT INTO firm_view VALUES ('a', '1', 'of a'), ('b', '1', 'of b'), ('', '1', 'of nobody');
        SELECT own_rows_everywhere('owner', 'test.owner');
        """);
  }

  @AfterEach
  void stop() {
    one.close().await().indefinitely();
    database.close();
  }

  private void owner(String sql) throws SQLException {
    try (var connection = database.asOwner();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> bodies(RowSet<io.vertx.mutiny.sqlclient.Row> rows) {
    List<String> bodies = new ArrayList<>();
    rows.forEach(row -> bodies.add(row.getString("body")));
    return bodies;
  }

  private List<String> read(String owner, String table) {
    return one.withTransaction(connection ->
            connection
                .preparedQuery("SELECT set_config('test.owner', $1, TRUE)")
                .execute(Tuple.of(owner))
                .chain(() -> connection.query("SELECT body FROM " + table).execute()))
        .map(OwnRowsIT::bodies)
        .await()
        .indefinitely();
  }

  private List<String> readSayingNothing(String table) {
    return one.query("SELECT body FROM " + table)
        .execute()
        .map(OwnRowsIT::bodies)
        .await()
        .indefinitely();
  }

  private void asWriter(String sql) {
    one.withTransaction((SqlConnection connection) ->
            ViewWriter.take(connection).chain(() -> connection.query(sql).execute()))
        .await()
        .indefinitely();
  }

  @Test
  void a_query_that_names_no_owner_sees_the_rows_of_the_transaction_alone() {
    assertThat(read("a", "firm_view")).containsExactly("of a");
    assertThat(read("b", "firm_view")).containsExactly("of b");
    assertThat(read("c", "firm_view")).isEmpty();
  }

  @Test
  void who_forgets_to_say_whose_rows_he_reads_sees_none_on_a_connection_another_has_used()
      throws Exception {
    assertThat(readSayingNothing("firm_view")).isEmpty();
    read("a", "firm_view");
    assertThat(
            one.query("SELECT current_setting('test.owner', TRUE)")
                .execute()
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getString(0))
        .as("what a transaction said is no more, and is not unset but empty")
        .isEmpty();
    assertThat(readSayingNothing("firm_view")).as("an empty name is nobody's").isEmpty();
    assertThat(readSayingNothing("firm_view")).isEmpty();
  }

  @Test
  void who_answers_writes_no_row_and_the_writer_of_a_transaction_is_gone_with_it() {
    assertThatThrownBy(() ->
            one.query("INSERT INTO firm_view VALUES ('a', '2', 'x')")
                .execute()
                .await()
                .indefinitely())
        .hasMessageContaining("permission denied");
    asWriter("INSERT INTO firm_view VALUES ('a', '2', 'more of a'), ('b', '2', 'more of b')");
    assertThat(readSayingNothing("firm_view")).isEmpty();
    assertThat(read("a", "firm_view")).containsExactly("of a", "more of a");
  }

  @Test
  void a_generation_is_confined_while_it_is_filled_and_when_it_is_shown() throws Exception {
    String begin = "SELECT projection_begin('firms', ARRAY['firm_view'])";
    one.query(begin).execute().await().indefinitely();
    asWriter(
        "INSERT INTO next_firms.firm_view VALUES ('a', '1', 'new of a'), ('b', '1', 'new of b')");
    assertThat(readSayingNothing("next_firms.firm_view")).isEmpty();
    assertThat(read("b", "next_firms.firm_view")).containsExactly("new of b");

    one.query("SELECT projection_switch('firms', ARRAY['firm_view'])")
        .execute()
        .await()
        .indefinitely();

    assertThat(readSayingNothing("firm_view")).isEmpty();
    assertThat(read("a", "firm_view")).containsExactly("new of a");
    assertThat(
            database.ask(
                "SELECT bool_and(relrowsecurity AND relforcerowsecurity) FROM pg_class"
                    + " WHERE relname = 'firm_view'"))
        .isEqualTo("t");
    // And the one after it.
    one.query(begin).execute().await().indefinitely();
    assertThat(read("a", "next_firms.firm_view")).isEmpty();
    asWriter("INSERT INTO next_firms.firm_view VALUES ('a', '1', 'newest of a')");
    assertThat(readSayingNothing("next_firms.firm_view")).isEmpty();
  }

  @Test
  void columns_a_trigger_reads_from_a_document_are_filled_in_every_generation() throws Exception {
    owner(
        """
        ALTER TABLE firm_view ADD COLUMN size INT;
        CREATE FUNCTION firm_columns() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN NEW.size := length(NEW.body); RETURN NEW; END $$;
        CREATE TRIGGER columns BEFORE INSERT OR UPDATE ON firm_view
          FOR EACH ROW EXECUTE FUNCTION firm_columns();
        """);
    for (int generation = 2; generation <= 3; generation++) {
      one.query("SELECT projection_begin('firms', ARRAY['firm_view'])")
          .execute()
          .await()
          .indefinitely();
      asWriter("INSERT INTO next_firms.firm_view (owner, id, body) VALUES ('a', '1', 'four')");
      one.query("SELECT projection_switch('firms', ARRAY['firm_view'])")
          .execute()
          .await()
          .indefinitely();
      assertThat(database.ask("SELECT size FROM firm_view")).as("%s", generation).isEqualTo("4");
    }
    asWriter("UPDATE firm_view SET body = 'twelve signs'");
    assertThat(database.ask("SELECT size FROM firm_view")).isEqualTo("12");
    asWriter("UPDATE firm_view SET size = 99");
    assertThat(database.ask("SELECT size FROM firm_view"))
        .as("no column says other than its row")
        .isEqualTo("12");
  }

  @Test
  void what_is_not_confined_never_takes_the_place_of_what_is() throws Exception {
    one.query("SELECT projection_begin('firms', ARRAY['firm_view'])")
        .execute()
        .await()
        .indefinitely();
    owner("ALTER TABLE next_firms.firm_view DISABLE ROW LEVEL SECURITY");

    assertThatThrownBy(() ->
            one.query("SELECT projection_switch('firms', ARRAY['firm_view'])")
                .execute()
                .await()
                .indefinitely())
        .hasMessageContaining("would be seen by everybody");
  }

  @Test
  void the_owner_of_the_tables_is_no_exception() throws Exception {
    String role = database.name() + "_owner";
    owner("CREATE ROLE %s; ALTER TABLE firm_view OWNER TO %s".formatted(role, role));
    try (var connection = database.asOwner();
        var statement = connection.createStatement()) {
      statement.execute("SET ROLE " + role);
      try (var rows = statement.executeQuery("SELECT count(*) FROM firm_view")) {
        rows.next();
        assertThat(rows.getInt(1)).isZero();
      }
    }
  }

  @Test
  void confining_again_what_is_confined_changes_nothing() throws Exception {
    owner("SELECT own_rows_everywhere('owner', 'test.owner')");
    assertThat(database.ask("SELECT count(*) FROM pg_policies WHERE tablename = 'firm_view'"))
        .isEqualTo("2");
  }
}
