package cn.doublerandom.eventstore.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.eventstore.EmbeddedStack;
import cn.doublerandom.eventstore.TestDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedStack.class)
class ViewSnapshotIT {
  private static final int FIRMS = 2_500;

  /** These tables do not say whose their rows are. */
  private static final ViewSnapshot.Confined ALL =
      new ViewSnapshot.Confined("test.scope", "anybody");

  private TestDatabase database;

  @BeforeEach
  void firmsAndOfficers() throws Exception {
    database = TestDatabase.fresh();
    sql(
        """
        CREATE TABLE firm_view (id TEXT PRIMARY KEY, body TEXT NOT NULL);
        CREATE TABLE officer_view (id TEXT PRIMARY KEY, body TEXT NOT NULL);
        INSERT INTO firm_view SELECT lpad(n::text, 6, '0'), 'firm ' || n FROM generate_series(1, %d) n;
        INSERT INTO officer_view VALUES ('1', 'officer 1');
        """
            .formatted(FIRMS));
  }

  @AfterEach
  void drop() throws Exception {
    database.close();
  }

  private void sql(String statements) throws SQLException {
    try (Connection connection = database.asOwner();
        Statement statement = connection.createStatement()) {
      statement.execute(statements);
    }
  }

  private <T> T read(Function<ViewSnapshot, Uni<T>> reader) {
    return ViewSnapshot.of(database.pool, ALL, reader).await().atMost(Duration.ofSeconds(30));
  }

  private List<String> officers(int most) {
    return read(at -> at.all("officer_view", most, body -> body));
  }

  @Test
  void every_row_comes_once_and_in_order_whatever_the_pages() {
    List<String> firms = read(at -> at.all("firm_view", FIRMS, body -> body));
    assertThat(firms).hasSize(FIRMS).doesNotHaveDuplicates();
    assertThat(firms.getFirst()).isEqualTo("firm 1");
    assertThat(firms.getLast()).isEqualTo("firm " + FIRMS);
  }

  @Test
  void a_table_without_rows_is_an_empty_list() throws Exception {
    sql("TRUNCATE officer_view");
    assertThat(officers(10)).isEmpty();
  }

  @Test
  void what_is_committed_while_one_reads_belongs_to_the_next_reading() {
    List<String> officers =
        read(at ->
            at.all("firm_view", FIRMS, body -> body)
                .invoke(firms -> hires())
                .flatMap(firms -> at.all("officer_view", 10, body -> body)));
    assertThat(officers).containsExactly("officer 1");
    assertThat(officers(10)).containsExactly("officer 1", "officer 2");
  }

  private void hires() {
    try {
      sql("INSERT INTO officer_view VALUES ('2', 'officer 2')");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void one_row_more_than_is_allowed_is_refused_and_never_left_out() {
    assertThatThrownBy(() -> read(at -> at.all("firm_view", FIRMS - 1, body -> body)))
        .isInstanceOfSatisfying(
            ViewSnapshot.TooMany.class, e -> assertThat(e.most()).isEqualTo(FIRMS - 1));
    assertThat(officers(1)).hasSize(1);
  }

  @Test
  void a_row_nobody_can_read_ends_the_reading_and_gives_its_connection_back() {
    for (int n = 0; n < 20; n++) {
      assertThatThrownBy(() -> read(at -> at.all("officer_view", 1, Integer::valueOf)))
          .isInstanceOf(NumberFormatException.class);
    }
    assertThat(officers(1)).hasSize(1);
  }

  @Test
  void a_reader_writes_nothing() {
    assertThatThrownBy(() ->
            read(at ->
                at.number("INSERT INTO officer_view VALUES ('3', 'x') RETURNING 1", Tuple.tuple())))
        .hasMessageContaining("read-only");
  }
}
