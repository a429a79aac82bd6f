package cn.doublerandom.embedded;

import io.quarkus.test.junit.callback.QuarkusTestAfterAllCallback;
import io.quarkus.test.junit.callback.QuarkusTestContext;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * After each {@code @QuarkusTest} class: it fails where a read model set a stream aside, or a
 * consumer a record, that no test said it would. A page without the row that is missing looks like
 * a page on which it was never to stand, so nobody else would notice.
 *
 * <p>One connection and three short queries a class. What consumers have not read yet by then is
 * seen after the next class.
 */
public final class ParkedWatch implements QuarkusTestAfterAllCallback {
  /**
   * Read models are as far as the ledger long before; a leader that was stopped never lets them.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Set<String> EXPECTED = ConcurrentHashMap.newKeySet();
  private static final Set<String> REPORTED = ConcurrentHashMap.newKeySet();

  /** Where nothing is on its way to a read model. */
  private static final String ARRIVED =
      """
      SELECT NOT EXISTS (
               SELECT FROM event WHERE NOT EXISTS (
                 SELECT FROM ledger WHERE ledger.position = event.position))
         AND NOT EXISTS (
               SELECT FROM projection WHERE seq < (SELECT coalesce(max(seq), 0) FROM ledger))
      """;

  private static final String PARKED =
      """
      SELECT stream, projection || ', ' || reason FROM parked_stream
      UNION ALL
      SELECT key, source || ', ' || reason FROM parked_record
      """;

  /** Streams and keys of records that a test has set aside on purpose. */
  public static void expect(String... streams) {
    EXPECTED.addAll(List.of(streams));
  }

  /** What was set aside and not named, each with where and why; none twice. */
  public static List<String> unexpected() {
    String database = TestStack.database();
    if (database.isEmpty()) {
      return List.of();
    }
    try (Connection connection =
            DriverManager.getConnection(database, LocalPostgres.OWNER, LocalPostgres.OWNER);
        Statement statement = connection.createStatement()) {
      awaitReadModels(statement);
      List<String> all = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery(PARKED)) {
        while (rows.next()) {
          String parked = rows.getString(1) + ": " + rows.getString(2);
          if (!EXPECTED.contains(rows.getString(1)) && REPORTED.add(database + " " + parked)) {
            all.add(parked);
          }
        }
      }
      return all;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaitReadModels(Statement statement) throws SQLException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!isTrue(statement, ARRIVED) && System.nanoTime() < deadline) {
      statement.execute("SELECT pg_sleep(0.05)");
    }
  }

  private static boolean isTrue(Statement statement, String question) throws SQLException {
    try (ResultSet answer = statement.executeQuery(question)) {
      return answer.next() && answer.getBoolean(1);
    }
  }

  @Override
  public void afterAll(QuarkusTestContext context) {
    List<String> parked = unexpected();
    if (!parked.isEmpty()) {
      throw new AssertionError("set aside, and no test said it would be: " + parked);
    }
  }
}
