package cn.doublerandom.local;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Where each consumer stands on the new chains: on the record it had followed to on the old ones.
 * What it had not heard yet it hears from the new topics. Anchors are of the old trees; those of
 * the new ones are heard from the first.
 */
final class AdoptedPlaces {
  private final int sourcePort;
  private final int sinkPort;

  AdoptedPlaces(int sourcePort, int sinkPort) {
    this.sourcePort = sourcePort;
    this.sinkPort = sinkPort;
  }

  void put() throws SQLException {
    for (String consumer : Home.SERVICES) {
      try (Connection heard = Databases.open(sourcePort, consumer);
          Connection now = Databases.open(sinkPort, consumer)) {
        for (Heard.Stand stand : Heard.stands(consumer, heard)) {
          if (stand.seq() > 0 && !stand.topic().endsWith(".anchors.v1")) {
            try (Connection told = Databases.open(sinkPort, stand.producer())) {
              put(stand, told, now);
            }
          }
        }
      }
    }
  }

  private static void put(Heard.Stand stand, Connection told, Connection now) throws SQLException {
    long seq = 0;
    String head = "";
    try (PreparedStatement links =
            told.prepareStatement(
                """
                SELECT seq, hash FROM link WHERE topic = ? AND partition = ? AND seq <= ?
                ORDER BY place
                """);
        PreparedStatement taken =
            now.prepareStatement(
                "INSERT INTO inbox_link (source, partition, hash) VALUES (?, ?, ?)")) {
      links.setString(1, stand.topic());
      links.setInt(2, stand.partition());
      links.setLong(3, stand.seq() + AdoptedLedger.SHIFT);
      try (ResultSet rows = links.executeQuery()) {
        while (rows.next()) {
          seq = rows.getLong("seq");
          head = rows.getString("hash");
          taken.setString(1, stand.topic());
          taken.setInt(2, stand.partition());
          taken.setString(3, head);
          taken.addBatch();
        }
      }
      taken.executeBatch();
    }
    if (seq > 0) {
      insert(
          now, "INSERT INTO inbox_position (source, partition, seq) VALUES (?, ?, ?)", stand, seq);
      insert(now, "INSERT INTO inbox_lane (source, partition, head) VALUES (?, ?, ?)", stand, head);
    }
  }

  private static void insert(Connection now, String sql, Heard.Stand stand, Object value)
      throws SQLException {
    try (PreparedStatement statement = now.prepareStatement(sql)) {
      statement.setString(1, stand.topic());
      statement.setInt(2, stand.partition());
      statement.setObject(3, value);
      statement.executeUpdate();
    }
  }
}
