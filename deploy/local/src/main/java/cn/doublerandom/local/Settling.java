package cn.doublerandom.local;

import cn.doublerandom.eventstore.ledger.TopicMaking;
import cn.doublerandom.eventstore.ledger.TopicTails;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a running service is still about: it numbers and tells its latest events within moments, and
 * an audit waits so long before it calls one missing.
 */
record Settling(String service, Connection connection) {
  static final Duration WITHIN = Duration.ofSeconds(20);
  static final Duration LOOK = Duration.ofMillis(100);

  /** A running service numbers its latest events within moments; then none may be left over. */
  void numbered() throws SQLException, Audit.Failed, InterruptedException {
    if (!Patience.until(WITHIN, LOOK, () -> unnumbered().isEmpty())) {
      throw new Audit.Failed(service, 0, unnumbered().orElse("事件") + " 没有编入账本 was never numbered");
    }
  }

  private Optional<String> unnumbered() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT stream_id, version FROM event
                WHERE NOT EXISTS (SELECT FROM ledger WHERE ledger.position = event.position)
                ORDER BY position LIMIT 1
                """)) {
      return rows.next()
          ? Optional.of("%s v%d".formatted(rows.getString(1), rows.getLong(2)))
          : Optional.empty();
    }
  }

  /** Whether the ledger says anything to others. */
  boolean hasToTell() throws SQLException {
    return !lastOfEveryLane().isEmpty();
  }

  /** The relay tells the latest announcements of every lane within moments. */
  void told(Map<String, Object> kafka) throws SQLException, Audit.Failed, InterruptedException {
    requireTold(kafka, service + ".events.v1", lastOfEveryLane(), "不在 Kafka 上 is not on Kafka");
    for (String topic : Home.topics(service)) {
      long last = TopicMaking.isState(topic) ? lastState(topic) : 0;
      if (last > 0) {
        requireTold(kafka, topic, List.of(last), "其状态不在 its state is not on " + topic);
      }
    }
  }

  private void requireTold(Map<String, Object> kafka, String topic, List<Long> seqs, String why)
      throws Audit.Failed, InterruptedException {
    List<Long> left = new ArrayList<>(seqs);
    if (!Patience.until(
        WITHIN,
        LOOK,
        () -> {
          left.retainAll(TopicTails.missing(kafka, topic, left));
          return left.isEmpty();
        })) {
      throw new Audit.Failed(service, left.getFirst(), why);
    }
  }

  /** Other keys of states are told by no record of a lane. */
  private long lastState(String topic) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT coalesce(max(seq), 0) FROM announcement WHERE topic = ? AND value <> ''")) {
      statement.setString(1, topic);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
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
                UNION SELECT max(seq) FROM link JOIN announcement USING (seq, ordinal, topic)
                  WHERE topic LIKE '%.events.v1' GROUP BY partition
                """)) {
      while (rows.next()) {
        last.add(rows.getLong("seq"));
      }
    }
    return last;
  }
}
