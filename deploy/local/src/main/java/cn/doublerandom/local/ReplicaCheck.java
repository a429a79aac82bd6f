package cn.doublerandom.local;

import cn.doublerandom.eventstore.checkpoint.StateRoot;
import cn.doublerandom.eventstore.ledger.RecordHash;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares the rows a service keeps of what another told with what that one told last of each key,
 * up to where the service has come: key by key, then by count and root.
 */
final class ReplicaCheck {
  private static final int FETCH = 5_000;

  private static final String RECORDS =
      """
      SELECT key, seq, encode(sha256(convert_to(value, 'UTF8')), 'hex') AS hash FROM announcement
      WHERE topic = ? AND type = ANY (?) ORDER BY key COLLATE "C", seq DESC, ordinal DESC
      """;

  private final int postgresPort;
  private final String consumer;

  ReplicaCheck(int postgresPort, String consumer) {
    this.postgresPort = postgresPort;
    this.consumer = consumer;
  }

  private record Replica(String name, String source, String view, Array types) {
    String producer() {
      return source.substring(0, source.indexOf('.'));
    }
  }

  /** The last record of a key. */
  private record Told(String key, long seq, String hash) {}

  /** Throws on the first difference; how many replicas, of those that are read, are equal. */
  int compare() throws SQLException, Audit.Failed {
    int equal = 0;
    try (Connection heard = Databases.open(postgresPort, consumer)) {
      // Rows and positions of one moment.
      heard.setAutoCommit(false);
      heard.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      for (Replica replica : replicas(heard)) {
        try (Connection told = Databases.open(postgresPort, replica.producer())) {
          told.setAutoCommit(false);
          compare(replica, heard, told);
        }
        equal++;
      }
    }
    return equal;
  }

  private static List<Replica> replicas(Connection heard) throws SQLException {
    List<Replica> replicas = new ArrayList<>();
    try (Statement statement = heard.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT name, source, view, types FROM replica WHERE live ORDER BY name")) {
      while (rows.next()) {
        replicas.add(
            new Replica(
                rows.getString("name"),
                rows.getString("source"),
                rows.getString("view"),
                rows.getArray("types")));
      }
    }
    return replicas;
  }

  private void compare(Replica replica, Connection heard, Connection told)
      throws SQLException, Audit.Failed {
    Map<Integer, Long> positions = positions(replica, heard);
    Set<String> parked = parked(replica, heard);
    var rows = new StateRoot();
    var records = new StateRoot();
    try (PreparedStatement ours =
            heard.prepareStatement(
                "SELECT key, seq, hash FROM %s ORDER BY key COLLATE \"C\""
                    .formatted(replica.view()));
        PreparedStatement theirs = told.prepareStatement(RECORDS)) {
      theirs.setString(1, replica.source());
      theirs.setArray(2, told.createArrayOf("text", (Object[]) replica.types().getArray()));
      ours.setFetchSize(FETCH);
      theirs.setFetchSize(FETCH);
      try (ResultSet kept = ours.executeQuery();
          ResultSet said = theirs.executeQuery()) {
        Told row = row(kept, parked);
        Told last = last(said, positions, parked, "");
        while (row != null || last != null) {
          if (row == null || last == null || !row.equals(last)) {
            throw differs(replica, row, last);
          }
          rows.add(row.key(), row.hash());
          records.add(last.key(), last.hash());
          String key = row.key();
          row = row(kept, parked);
          last = last(said, positions, parked, key);
        }
      }
    }
    if (rows.count() != records.count() || !rows.root().equals(records.root())) {
      throw new Audit.Failed(consumer, 0, replica.name() + " 的根不符 does not have the root told");
    }
  }

  private static @Nullable Told row(ResultSet kept, Set<String> parked) throws SQLException {
    while (kept.next()) {
      if (!parked.contains(kept.getString("key"))) {
        return new Told(kept.getString("key"), kept.getLong("seq"), kept.getString("hash"));
      }
    }
    return null;
  }

  /** The last record of the next key that the consumer has passed. */
  private static @Nullable Told last(
      ResultSet said, Map<Integer, Long> positions, Set<String> parked, String before)
      throws SQLException {
    while (said.next()) {
      String key = said.getString("key");
      long seq = said.getLong("seq");
      if (!key.equals(before)
          && !parked.contains(key)
          && seq <= positions.getOrDefault(RecordHash.partition(key), 0L)) {
        return new Told(key, seq, said.getString("hash"));
      }
    }
    return null;
  }

  private Audit.Failed differs(Replica replica, @Nullable Told row, @Nullable Told last) {
    if (row != null && (last == null || isBefore(row, last))) {
      return failed(replica, row, "从未发布 was never told by " + replica.producer());
    } else if (last != null && (row == null || isBefore(last, row))) {
      return failed(replica, last, "缺失 is missing");
    }
    return failed(replica, last, "与最后发布的不符 is not what " + replica.producer() + " told last of it");
  }

  private static boolean isBefore(Told one, Told other) {
    return Arrays.compareUnsigned(
            one.key().getBytes(StandardCharsets.UTF_8),
            other.key().getBytes(StandardCharsets.UTF_8))
        < 0;
  }

  private Audit.Failed failed(Replica replica, @Nullable Told about, String why) {
    return new Audit.Failed(
        consumer,
        about == null ? 0 : about.seq(),
        "%s %s %s".formatted(replica.name(), about == null ? "" : about.key(), why));
  }

  private static Map<Integer, Long> positions(Replica replica, Connection heard)
      throws SQLException {
    Map<Integer, Long> positions = new HashMap<>();
    try (PreparedStatement statement =
        heard.prepareStatement("SELECT partition, seq FROM inbox_position WHERE source = ?")) {
      statement.setString(1, replica.source());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          positions.put(rows.getInt("partition"), rows.getLong("seq"));
        }
      }
    }
    return positions;
  }

  /** Whose records wait for a person; so do all later ones of the key. */
  private static Set<String> parked(Replica replica, Connection heard) throws SQLException {
    Set<String> keys = new HashSet<>();
    try (PreparedStatement statement =
        heard.prepareStatement(
            "SELECT key FROM parked_record WHERE source = ?"
                + " UNION SELECT payload::json ->> 'key' FROM event"
                + " WHERE stream_id = 'memory-skipped-' || ?")) {
      statement.setString(1, replica.source());
      statement.setString(2, replica.source());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          keys.add(rows.getString(1));
        }
      }
    }
    return keys;
  }
}
