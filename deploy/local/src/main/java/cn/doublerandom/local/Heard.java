package cn.doublerandom.local;

import cn.doublerandom.contracts.broker.Topic;
import cn.doublerandom.eventstore.ledger.RecordHash;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares what each service holds of the others' topics with what those told: where it stands, by
 * hash and count, and whether all it did was told. Where they differ, it can be brought back.
 */
final class Heard {
  private static final String EVENTS = ".events.v1";
  private static final String ANCHORS = ".anchors.v1";

  private final int postgresPort;
  private final AtomicInteger lanes = new AtomicInteger();
  private final AtomicInteger replicas = new AtomicInteger();
  private final AtomicLong strays = new AtomicLong();

  Heard(int postgresPort) {
    this.postgresPort = postgresPort;
  }

  /**
   * Where a consumer stands on a lane.
   *
   * @param head hash of the last record; null where it was told before the records were chained
   */
  record Stand(String consumer, String topic, int partition, long seq, @Nullable String head) {
    String producer() {
      return topic.substring(0, topic.indexOf('.'));
    }

    String lane() {
      return topic + "/" + partition;
    }
  }

  /** Throws on the first difference; says how many lanes are equal. */
  String compare() throws SQLException, Audit.Failed, InterruptedException {
    try {
      SideBySide.each(Home.SERVICES, this::compare);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case Audit.Failed failed -> throw failed;
        case SQLException unreadable -> throw unreadable;
        case null, default -> throw new IllegalStateException(e.getCause());
      }
    }
    return " lanes=%d replicas=%d strays=%d".formatted(lanes.get(), replicas.get(), strays.get());
  }

  private void compare(String consumer) throws SQLException, Audit.Failed {
    try (Connection heard = Databases.open(postgresPort, consumer)) {
      Map<String, List<Stand>> byProducer =
          stands(consumer, heard).stream()
              .collect(
                  Collectors.groupingBy(Stand::producer, LinkedHashMap::new, Collectors.toList()));
      for (var told : byProducer.entrySet()) {
        try (Connection producer = Databases.open(postgresPort, told.getKey())) {
          compare(told.getValue(), heard, producer);
        }
      }
      causes(consumer, heard);
      strays.addAndGet(gaps(consumer, heard));
    }
    replicas.addAndGet(new ReplicaCheck(postgresPort, consumer).compare());
  }

  private void compare(List<Stand> stands, Connection heard, Connection told)
      throws SQLException, Audit.Failed {
    for (Stand stand : stands) {
      String fault = fault(stand, heard, told);
      if (!fault.isEmpty()) {
        throw new Audit.Failed(stand.consumer(), stand.seq(), stand.lane() + " " + fault);
      }
      lanes.incrementAndGet();
    }
  }

  /**
   * Every lane of a service a consumer has followed; of gateways {@link GatewayBooks} judges, and
   * receivers keep no ledger to compare with.
   */
  static List<Stand> stands(String consumer, Connection heard) throws SQLException {
    List<Stand> stands = new ArrayList<>();
    try (Statement statement = heard.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT source, partition, coalesce(seq, 0) AS seq, head
                FROM inbox_position FULL JOIN inbox_lane USING (source, partition)
                WHERE source NOT LIKE 'gateway.%'
                ORDER BY source, partition
                """)) {
      while (rows.next()) {
        if (Topic.isOfReceivers(rows.getString("source"))) {
          continue;
        }
        stands.add(
            new Stand(
                consumer,
                rows.getString("source"),
                rows.getInt("partition"),
                rows.getLong("seq"),
                rows.getString("head")));
      }
    }
    return stands;
  }

  /** What is wrong with where a consumer stands, in words; empty where nothing is. */
  static String fault(Stand stand, Connection heard, Connection told) throws SQLException {
    if (stand.seq() == 0) {
      return "";
    } else if (stand.topic().endsWith(ANCHORS)) {
      return number(told, "SELECT count(*) FROM checkpoint WHERE size = ?", stand.seq()) > 0
          ? ""
          : "stands at an anchor " + stand.producer() + " never made";
    } else if (stand.head() == null) {
      return isTold(stand, told)
          ? ""
          : "stands at a number " + stand.producer() + " never told there";
    }
    long place =
        number(
            told,
            "SELECT coalesce(max(place), 0) FROM link"
                + " WHERE seq = ? AND topic = ? AND partition = ? AND hash = ?",
            stand.seq(),
            stand.topic(),
            stand.partition(),
            stand.head());
    if (place == 0) {
      return "stands on a record " + stand.producer() + " never told there";
    }
    long count =
        number(
            told,
            "SELECT count(*) FROM link WHERE topic = ? AND partition = ? AND place <= ?",
            stand.topic(),
            stand.partition(),
            place);
    long taken =
        number(
            heard,
            "SELECT count(*) FROM inbox_link WHERE source = ? AND partition = ?",
            stand.topic(),
            stand.partition());
    return count == taken
        ? ""
        : "holds %d records of the %d %s told".formatted(taken, count, stand.producer());
  }

  private static boolean isTold(Stand stand, Connection told) throws SQLException {
    try (PreparedStatement statement =
        told.prepareStatement("SELECT key FROM announcement WHERE seq = ? AND topic = ?")) {
      statement.setLong(1, stand.seq());
      statement.setString(2, stand.topic());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          if (RecordHash.partition(rows.getString("key")) == stand.partition()) {
            return true;
          }
        }
        return false;
      }
    }
  }

  /** Every event that follows from a record must follow from one its sender told. */
  private void causes(String consumer, Connection heard) throws SQLException, Audit.Failed {
    for (String producer : Home.SERVICES) {
      String topic = producer + EVENTS;
      Set<String> told = null;
      try (PreparedStatement statement = causedBy(heard, topic);
          ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          if (told == null) {
            told = told(producer, topic);
          }
          if (!told.contains(rows.getString("cause"))) {
            throw new Audit.Failed(
                consumer,
                rows.getLong("seq"),
                "依据的记录从未发布：%s follows from the record %s, which %s never told"
                    .formatted(rows.getString("stream_id"), rows.getString("cause"), producer));
          }
        }
      }
    }
  }

  /** Events that follow from records of a topic, with the ids of those records. */
  static PreparedStatement causedBy(Connection heard, String topic) throws SQLException {
    PreparedStatement statement =
        heard.prepareStatement(
            """
            SELECT seq, stream_id, metadata::json ->> 'causationId' AS cause
            FROM event JOIN ledger USING (position)
            WHERE metadata LIKE ? AND metadata::json ->> 'actor' = ? ORDER BY seq
            """);
    statement.setString(1, "%\"" + topic + "\"%");
    statement.setString(2, topic);
    return statement;
  }

  private Set<String> told(String producer, String topic) throws SQLException {
    Set<String> ids = new HashSet<>();
    try (Connection connection = Databases.open(postgresPort, producer);
        PreparedStatement statement =
            connection.prepareStatement(
                """
                SELECT id || CASE ordinal WHEN 0 THEN '' ELSE '.' || ordinal END AS id
                FROM announcement JOIN ledger USING (seq) JOIN event USING (position)
                WHERE topic = ?
                """)) {
      statement.setString(1, topic);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          ids.add(rows.getString("id"));
        }
      }
      ids.addAll(OlderDecision.givenUp(connection, topic));
    }
    return ids;
  }

  private static long gaps(String consumer, Connection heard) throws SQLException, Audit.Failed {
    long strays = 0;
    try (Statement statement = heard.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT source, partition, min(seq) FILTER (WHERE kind = 'GAP') AS gap,"
                    + " count(*) AS strays FROM stray_record GROUP BY source, partition")) {
      while (rows.next()) {
        if (rows.getLong("gap") > 0) {
          throw new Audit.Failed(
              consumer,
              rows.getLong("gap"),
              "%s/%d 在等一条始终没有来的记录 waits for a record that never came"
                  .formatted(rows.getString("source"), rows.getInt("partition")));
        }
        strays += rows.getLong("strays");
      }
    }
    return strays;
  }

  static long number(Connection connection, String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? rows.getLong(1) : 0;
      }
    }
  }
}
