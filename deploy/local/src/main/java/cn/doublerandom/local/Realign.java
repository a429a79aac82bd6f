package cn.doublerandom.local;

import cn.doublerandom.contracts.broker.Topic;
import cn.doublerandom.eventstore.ledger.RecordHash;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Puts consumers whose place is false back to the last record they really followed; what comes
 * after it is read again from the topics. Nothing a consumer stored is taken away.
 */
final class Realign {
  private final int postgresPort;
  private final PrintStream out;

  Realign(int postgresPort, PrintStream out) {
    this.postgresPort = postgresPort;
    this.out = out;
  }

  void run() throws SQLException {
    for (String consumer : Home.SERVICES) {
      try (Connection heard = Databases.open(postgresPort, consumer)) {
        for (Heard.Stand stand : Heard.stands(consumer, heard)) {
          try (Connection told = Databases.open(postgresPort, stand.producer())) {
            String fault = Heard.fault(stand, heard, told);
            if (!fault.isEmpty()) {
              long seq =
                  stand.head() == null
                      ? unchained(stand, heard, told)
                      : chained(stand, heard, told);
              forgetUntils(stand, heard);
              out.printf("%s：%s %s；退回到 %d  put back%n", consumer, stand.lane(), fault, seq);
            }
          }
        }
        forgetOthers(heard);
        dropStrays(consumer, heard);
      }
    }
  }

  /**
   * Each entry of a gateway, each receipt and each answer is kept once, so they are read again from
   * wherever they begin now.
   */
  private static void forgetOthers(Connection heard) throws SQLException {
    try (PreparedStatement statement =
        heard.prepareStatement("DELETE FROM inbox_position WHERE source = ANY (?)")) {
      statement.setArray(1, heard.createArrayOf("text", others().toArray()));
      statement.executeUpdate();
    }
  }

  private static List<String> others() {
    return Stream.concat(Stream.of(GatewayBooks.TOPIC), Topic.ofReceivers().stream()).toList();
  }

  /** What the lane has to be taken up to is said by the records that come now. */
  private static void forgetUntils(Heard.Stand stand, Connection heard) throws SQLException {
    try (PreparedStatement statement =
        heard.prepareStatement("DELETE FROM inbox_until WHERE source = ?")) {
      statement.setString(1, stand.topic());
      statement.executeUpdate();
    }
  }

  /** What is real among them is told again; the rest stays in the broker data set aside. */
  private void dropStrays(String consumer, Connection heard) throws SQLException {
    try (Statement statement = heard.createStatement()) {
      int dropped = statement.executeUpdate("DELETE FROM stray_record");
      if (dropped > 0) {
        out.printf("%s：已丢弃离群消息 %d 条  %2$d stray records dropped%n", consumer, dropped);
      }
    }
  }

  /** The last record of the lane that had an effect here. */
  private static long unchained(Heard.Stand stand, Connection heard, Connection told)
      throws SQLException {
    long seq =
        stand.topic().endsWith(".anchors.v1")
            ? 0
            : lastWithEffect(stand, causes(stand, heard), told);
    try (PreparedStatement statement =
        heard.prepareStatement(
            "UPDATE inbox_position SET seq = ? WHERE source = ? AND partition = ?")) {
      statement.setLong(1, seq);
      statement.setString(2, stand.topic());
      statement.setInt(3, stand.partition());
      statement.executeUpdate();
    }
    return seq;
  }

  private static Set<String> causes(Heard.Stand stand, Connection heard) throws SQLException {
    Set<String> causes = new HashSet<>();
    try (PreparedStatement statement = Heard.causedBy(heard, stand.topic());
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        causes.add(rows.getString("cause"));
      }
    }
    return causes;
  }

  private static long lastWithEffect(Heard.Stand stand, Set<String> causes, Connection told)
      throws SQLException {
    try (PreparedStatement statement =
        told.prepareStatement(
            """
            SELECT seq, key, id || CASE ordinal WHEN 0 THEN '' ELSE '.' || ordinal END AS id
            FROM announcement JOIN ledger USING (seq) JOIN event USING (position)
            WHERE topic = ? ORDER BY seq DESC
            """)) {
      statement.setString(1, stand.topic());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          if (RecordHash.partition(rows.getString("key")) == stand.partition()
              && causes.contains(rows.getString("id"))) {
            return rows.getLong("seq");
          }
        }
        return 0;
      }
    }
  }

  /** The last record both sides know; what only the consumer knows is no part of the chain. */
  private static long chained(Heard.Stand stand, Connection heard, Connection told)
      throws SQLException {
    Set<String> taken = new HashSet<>();
    try (PreparedStatement statement =
        heard.prepareStatement("SELECT hash FROM inbox_link WHERE source = ? AND partition = ?")) {
      statement.setString(1, stand.topic());
      statement.setInt(2, stand.partition());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          taken.add(rows.getString(1));
        }
      }
    }
    long seq = 0;
    String head = "";
    Set<String> before = new HashSet<>();
    try (PreparedStatement statement =
        told.prepareStatement(
            "SELECT seq, prev, hash FROM link WHERE topic = ? AND partition = ? ORDER BY place")) {
      statement.setString(1, stand.topic());
      statement.setInt(2, stand.partition());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          if (head.isEmpty()) {
            head = rows.getString("prev");
          }
          if (!taken.contains(rows.getString("hash"))) {
            break;
          }
          seq = rows.getLong("seq");
          head = rows.getString("hash");
          before.add(head);
        }
      }
    }
    put(stand, heard, seq, head.isEmpty() ? RecordHash.START : head, before);
    return seq;
  }

  private static void put(
      Heard.Stand stand, Connection heard, long seq, String head, Set<String> links)
      throws SQLException {
    for (String sql :
        new String[] {
          "UPDATE inbox_position SET seq = ? WHERE source = ? AND partition = ?",
          "UPDATE inbox_lane SET head = ? WHERE source = ? AND partition = ?",
          "DELETE FROM inbox_link WHERE hash <> ALL (?) AND source = ? AND partition = ?"
        }) {
      try (PreparedStatement statement = heard.prepareStatement(sql)) {
        if (sql.contains("SET seq")) {
          statement.setLong(1, seq);
        } else if (sql.contains("SET head")) {
          statement.setString(1, head);
        } else {
          statement.setArray(1, heard.createArrayOf("text", links.toArray()));
        }
        statement.setString(2, stand.topic());
        statement.setInt(3, stand.partition());
        statement.executeUpdate();
      }
    }
  }
}
