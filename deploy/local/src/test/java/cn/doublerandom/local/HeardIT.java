package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.embedded.LocalPostgres;
import cn.doublerandom.eventstore.ledger.RecordHash;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What a consumer holds is compared with what the producer told, and brought back to it. */
@Tag("deep")
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("HeardIT")
class HeardIT {
  private static final String TOPIC = "draw.events.v1";
  private static final String KEY = "draw-1";
  private static final int LANE = RecordHash.partition(KEY);

  private static LocalPostgres postgres;

  @BeforeAll
  static void start(@TempDir Path home) throws Exception {
    postgres = LocalPostgres.start(home.resolve("postgres"), 0);
    for (String service : Home.SERVICES) {
      postgres.database(service);
      Flyway.configure()
          .dataSource(
              "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/" + service,
              LocalPostgres.OWNER,
              LocalPostgres.OWNER)
          .locations("db/eventstore")
          .placeholders(Map.of("app_role", service + "_app"))
          .load()
          .migrate();
      owner("ALTER DATABASE " + service + " RENAME TO " + service + "_made");
    }
  }

  private static void owner(String statement) throws SQLException {
    try (Connection connection = Databases.open(postgres.port(), LocalPostgres.OWNER);
        Statement run = connection.createStatement()) {
      run.execute(statement);
    }
  }

  @AfterAll
  static void stop() throws Exception {
    postgres.close();
  }

  /** Databases nobody has used. */
  @BeforeEach
  void empty() throws Exception {
    for (String service : Home.SERVICES) {
      owner("DROP DATABASE IF EXISTS " + service + " WITH (FORCE)");
      owner("CREATE DATABASE " + service + " TEMPLATE " + service + "_made");
    }
    // The draw-service told two records before the rule and three after it.
    for (int seq = 1; seq <= 5; seq++) {
      told(seq, seq > 2);
    }
  }

  private void sql(String service, String statement) throws SQLException {
    try (Connection connection = Databases.open(postgres.port(), service);
        Statement run = connection.createStatement()) {
      run.execute(statement);
    }
  }

  private static String hash(int n) {
    return Integer.toHexString(n).repeat(64);
  }

  private static UUID id(int seq) {
    return new UUID(7, seq);
  }

  private void event(String service, int seq, UUID id, String actor, String cause)
      throws SQLException {
    sql(
        service,
        """
        INSERT INTO event (stream_id, version, id, type, payload, metadata, hash) VALUES
          ('draw-1', %1$d, '%2$s', 'T', '{}', '{"actor":"%3$s","causationId":"%4$s"}', '%5$s');
        INSERT INTO ledger (seq, position, chain) SELECT %1$d, max(position), '%5$s' FROM event
        """
            .formatted(seq, id, actor, cause, hash(1)));
  }

  private void told(int seq, boolean chained) throws SQLException {
    event("draw", seq, id(seq), "coordinator", "request");
    sql(
        "draw",
        "INSERT INTO announcement VALUES (%d, 0, '%s', '%s', 'T', '{}')"
            .formatted(seq, TOPIC, KEY));
    if (chained) {
      sql(
          "draw",
          "INSERT INTO link VALUES (%d, 0, '%s', %d, %d, '%s', '%s', NULL)"
              .formatted(seq, TOPIC, LANE, seq, hash(seq - 1), hash(seq)));
    }
  }

  private void heard(long seq, String head, int... links) throws SQLException {
    sql(
        "inspection",
        "INSERT INTO inbox_position VALUES ('%s', %d, %d)".formatted(TOPIC, LANE, seq));
    if (!head.isEmpty()) {
      sql(
          "inspection",
          "INSERT INTO inbox_lane VALUES ('%s', %d, '%s')".formatted(TOPIC, LANE, head));
    }
    for (int link : links) {
      sql(
          "inspection",
          "INSERT INTO inbox_link VALUES ('%s', %d, '%s')".formatted(TOPIC, LANE, hash(link)));
    }
  }

  private String compared() throws Exception {
    return new Heard(postgres.port()).compare();
  }

  private void realign() throws SQLException {
    new Realign(postgres.port(), new PrintStream(System.out, true, StandardCharsets.UTF_8)).run();
  }

  @Test
  void a_consumer_that_followed_what_was_told_is_equal_wherever_it_stands() throws Exception {
    event("inspection", 1, id(91), TOPIC, id(1).toString());
    heard(4, hash(4), 3, 4);
    assertThat(compared()).isEqualTo(" lanes=1 replicas=0 strays=0");
  }

  @Test
  void a_place_nobody_told_is_found_and_put_back_to_the_last_record_with_an_effect()
      throws Exception {
    event("inspection", 1, id(91), TOPIC, id(1).toString());
    heard(999_999_999_999L, "");
    assertThatThrownBy(this::compared)
        .hasMessageContaining("AUDIT FAILED inspection seq=999999999999")
        .hasMessageContaining("a number draw never told there");

    realign();
    assertThat(compared()).isEqualTo(" lanes=1 replicas=0 strays=0");
    assertThat(place()).isEqualTo(1);
  }

  private long place() throws SQLException {
    try (Connection connection = Databases.open(postgres.port(), "inspection")) {
      return Heard.number(connection, "SELECT seq FROM inbox_position");
    }
  }

  @Test
  void a_record_nobody_told_is_found_by_its_hash_and_the_lane_goes_back_before_it()
      throws Exception {
    heard(9, hash(9), 3, 4, 9);
    assertThatThrownBy(this::compared).hasMessageContaining("stands on a record draw never told");

    realign();
    assertThat(compared()).isEqualTo(" lanes=1 replicas=0 strays=0");
    assertThat(place()).isEqualTo(4);
  }

  @Test
  void a_record_that_was_passed_over_is_found_by_the_count() throws Exception {
    heard(5, hash(5), 3, 5);
    assertThatThrownBy(this::compared).hasMessageContaining("holds 2 records of the 3 draw told");

    realign();
    assertThat(compared()).isEqualTo(" lanes=1 replicas=0 strays=0");
    assertThat(place()).isEqualTo(3);
  }

  @Test
  void an_effect_of_a_record_nobody_told_is_named_by_its_entry() throws Exception {
    event("inspection", 1, id(91), TOPIC, id(77).toString());
    assertThatThrownBy(this::compared)
        .hasMessageContaining(
            "AUDIT FAILED inspection seq=1 依据的记录从未发布：draw-1 follows from the record")
        .hasMessageContaining("draw never told");
  }

  /** The inspections keep a row of each draw, made of the record with a number. */
  private void kept(String key, long seq, String value) throws SQLException {
    sql(
        "inspection",
        """
        CREATE TABLE IF NOT EXISTS kept_view (id TEXT PRIMARY KEY, body TEXT NOT NULL,
          key TEXT NOT NULL, seq BIGINT NOT NULL, hash TEXT NOT NULL);
        INSERT INTO replica (name, generation, version, source, types, view, live)
          VALUES ('kept', 1, 1, '%s', '{T}', 'kept_view', TRUE) ON CONFLICT DO NOTHING;
        INSERT INTO kept_view
          SELECT '%2$s', '{}', '%2$s', %3$d, encode(sha256('%4$s'), 'hex')
          WHERE '%2$s' <> ''
        """
            .formatted(TOPIC, key, seq, value));
  }

  @Test
  void rows_that_are_what_was_told_last_up_to_a_place_are_equal() throws Exception {
    heard(4, hash(4), 3, 4);
    kept(KEY, 4, "{}");
    assertThat(compared()).isEqualTo(" lanes=1 replicas=1 strays=0");
  }

  @Test
  void a_row_of_another_record_of_another_content_or_of_nobody_and_one_that_lacks_are_named()
      throws Exception {
    heard(4, hash(4), 3, 4);
    kept(KEY, 3, "{}");
    assertThatThrownBy(this::compared)
        .hasMessageContaining("AUDIT FAILED inspection seq=4 kept draw-1")
        .hasMessageContaining("is not what draw told last of it");

    sql("inspection", "UPDATE kept_view SET seq = 4, hash = encode(sha256('{1}'), 'hex')");
    assertThatThrownBy(this::compared).hasMessageContaining("is not what draw told last of it");

    sql("inspection", "DELETE FROM kept_view");
    assertThatThrownBy(this::compared).hasMessageContaining("kept draw-1 缺失 is missing");

    kept(KEY, 4, "{}");
    kept("draw-0", 2, "{}");
    assertThatThrownBy(this::compared).hasMessageContaining("kept draw-0 从未发布 was never told");
  }

  @Test
  void a_row_whose_record_waits_for_a_person_is_not_compared() throws Exception {
    heard(4, hash(4), 3, 4);
    kept(KEY, 3, "{}");
    sql(
        "inspection",
        "INSERT INTO parked_record (source, partition, seq, key, headers, value, reason)"
            + " VALUES ('%s', %d, 4, '%s', '{}', '{}', 'no')".formatted(TOPIC, LANE, KEY));
    assertThat(compared()).isEqualTo(" lanes=1 replicas=1 strays=0");
  }

  @Test
  void rows_of_a_place_nobody_told_are_given_up_with_it() throws Exception {
    heard(9, hash(9), 3, 4, 9);
    kept(KEY, 9, "{}");

    realign();
    assertThat(compared()).isEqualTo(" lanes=1 replicas=0 strays=0");
  }
}
