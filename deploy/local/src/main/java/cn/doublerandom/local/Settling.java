package cn.doublerandom.local;

import cn.doublerandom.eventstore.ledger.TopicTails;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a running service is still about: it numbers and tells its latest events within moments, and
 * an audit waits so long before it calls one missing.
 */
record Settling(String service, Connection connection) {
  static final Duration WITHIN = Duration.ofSeconds(20);

  /** A running service numbers its latest events within moments; then none may be left over. */
  void numbered() throws SQLException, Audit.Failed, InterruptedException {
    Instant deadline = Instant.now().plus(WITHIN);
    while (true) {
      try (Statement statement = connection.createStatement();
          ResultSet rows =
              statement.executeQuery(
                  """
                  SELECT stream_id, version FROM event
                  WHERE NOT EXISTS (SELECT FROM ledger WHERE ledger.position = event.position)
                  ORDER BY position LIMIT 1
                  """)) {
        if (!rows.next()) {
          return;
        }
        if (Instant.now().isAfter(deadline)) {
          throw new Audit.Failed(
              service,
              0,
              "%s v%d 没有编入账本 was never numbered".formatted(rows.getString(1), rows.getLong(2)));
        }
      }
      Thread.sleep(300);
    }
  }

  /** The relay tells the latest announcements of every lane within moments. */
  void told(Map<String, Object> kafka) throws SQLException, Audit.Failed, InterruptedException {
    Instant deadline = Instant.now().plus(WITHIN);
    for (long last : lastOfEveryLane()) {
      while (!TopicTails.holds(kafka, service + ".events.v1", last)) {
        if (Instant.now().isAfter(deadline)) {
          throw new Audit.Failed(service, last, "不在 Kafka 上 is not on Kafka");
        }
        Thread.sleep(300);
      }
    }
  }

  /** A ledger from before there were links knows only the last of its topic. */
  private List<Long> lastOfEveryLane() throws SQLException {
    List<Long> last = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT max(seq) AS seq FROM announcement WHERE topic LIKE '%.events.v1'
                  HAVING count(*) > 0
                UNION SELECT max(seq) FROM link WHERE topic LIKE '%.events.v1' GROUP BY partition
                """)) {
      while (rows.next()) {
        last.add(rows.getLong("seq"));
      }
    }
    return last;
  }
}
